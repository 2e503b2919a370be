"""Escaping, parameters and folding hold for every text there can be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.exchange.vcard import text as vcard_text
from directory_app.exchange.vcard.text import (
    MAX_OCTETS,
    clean,
    escape,
    escape_uri,
    fold,
    is_carried,
    one_line,
    parameter,
)
from tests.exchange.reading import unescape, unfold

ANY_TEXT = st.text(st.characters(codec=None))
CARRIED = ANY_TEXT.map(clean)


def test_separators_backslashes_and_line_ends_are_escaped() -> None:
    assert escape("a;b,c\\d\r\ne\nf") == "a\\;b\\,c\\\\d\\ne\\nf"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_whatever_ends_a_line_becomes_one_line_end(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\ud800", "\udfff"])
def test_what_no_card_can_carry_is_replaced(character: str) -> None:
    assert clean(f"a{character}b") == "a\ufffdb"
    assert not is_carried(f"a{character}b")


def test_tabs_emoji_and_writing_from_right_to_left_are_carried() -> None:
    text = "a\tb 👩🏽‍🚒 \u202eעברית"
    assert is_carried(text)
    assert clean(text) == text


@given(CARRIED)
def test_an_escaped_text_reads_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(ANY_TEXT)
def test_this_programs_reader_undoes_every_escape(text: str) -> None:
    assert vcard_text.unescape(escape(text)) == clean(text)
    assert vcard_text.split(f"{escape(text)};{escape(text)}", ";") == [clean(text)] * 2
    assert vcard_text.split(escape(text), ",") == [clean(text)]
    assert vcard_text.without_carets("^^n^n^'") == '^n\n"'


def test_a_backslash_that_escapes_nothing_stays() -> None:
    assert vcard_text.unescape("C:\\docs\\new, \\; \\") == "C:\\docs\new, ; \\"
    assert vcard_text.split("a\\;b;c\\", ";") == ["a;b", "c\\"]


@given(ANY_TEXT)
def test_an_escaped_value_stays_on_its_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)


@given(ANY_TEXT)
def test_an_escaped_text_is_one_line_of_utf_8(text: str) -> None:
    assert escape(text).encode().decode().splitlines() in ([escape(text)], [])
    assert escape_uri(text).encode().decode().splitlines() in ([escape_uri(text)], [])


@given(st.lists(CARRIED, min_size=1))
def test_escaped_parts_do_not_run_into_each_other(parts: list[str]) -> None:
    joined = ";".join(map(escape, parts))
    assert list(map(unescape, _split(joined))) == parts


def test_a_uri_keeps_its_semicolons() -> None:
    assert escape_uri("tel:+52-55;ext=5622") == "tel:+52-55;ext=5622"
    assert escape_uri("https://example.org/a,b\n") == "https://example.org/a\\,b"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ""),
        ("work", ";X=work"),
        ("Haus 7, Bonn", ';X="Haus 7, Bonn"'),
        ("one\ntwo", ";X=one^ntwo"),
        ('the "old" 5^2', ";X=\"the ^'old^' 5^^2\""),
    ],
)
def test_parameters_are_quoted_where_they_must_be(value: str, written: str) -> None:
    assert parameter("X", value) == written


@given(ANY_TEXT)
def test_no_parameter_breaks_out_of_its_quotes(value: str) -> None:
    assert re.fullmatch(
        r'(?:;X=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]+))?', parameter("X", value)
    )


@given(ANY_TEXT.map(escape))
def test_a_folded_line_reads_back(line: str) -> None:
    assert unfold(fold(line)) == [line]


@given(st.text("aé漢🙂 \t", min_size=60).map(escape))
def test_folded_lines_are_short_and_whole_utf_8(line: str) -> None:
    physical = fold(line).split(b"\r\n")
    assert physical.pop() == b""
    assert all(len(part) <= MAX_OCTETS and part.decode() is not None for part in physical)
    assert all(part.startswith(b" ") for part in physical[1:])


@given(st.text("aé漢 ", max_size=400).filter(lambda text: " " * 60 not in text))
def test_no_continuation_begins_with_a_blank(line: str) -> None:
    assert not any(part.startswith(b"  ") for part in fold(line).split(b"\r\n")[1:])


def test_a_line_of_blanks_is_folded_too() -> None:
    assert unfold(fold(" " * 500)) == [" " * 500]


def test_a_long_text_is_folded_in_no_time() -> None:
    assert len(unfold(fold("漢 字" * 200_000))[0]) == 600_000


def _split(text: str) -> list[str]:
    return re.findall(r"(?:^|;)((?:\\.|[^\\;])*)", text)
