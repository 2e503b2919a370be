"""What is typed is read as words and numbers; it is never a pattern and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.search.query import MAX_TERMS, Number, Query, Word, parse


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u3000"])
def test_blanks_ask_for_nothing(text: str) -> None:
    assert parse(text) == Query()


def test_words_are_folded_in_both_ways() -> None:
    assert parse("Köln  Office").terms == (Word(("koln", "koeln")), Word(("office",)))


@pytest.mark.parametrize(
    ("text", "groups", "plus"),
    [
        ("0228 976", ("0228", "976"), False),
        ("+49 (0)228 976", ("49", "228", "976"), True),
        ("+49-228 / 97 62 99-00", ("49", "228", "97", "62", "99", "00"), True),
        ("tel: +49.228", ("49", "228"), True),
        ("5345 3000 ext. 5622", ("5345", "3000", "5622"), False),
        ("5345 3000x5622", ("5345", "3000", "5622"), False),
        ("x5622", ("5622",), False),
        ("ext. 5622", ("5622",), False),
        ("tel +49 228", ("49", "228"), True),
        ("Fax 0228", ("0228",), False),
        ("tel:+52-55-5345-3000;ext=5622", ("52", "55", "5345", "3000", "5622"), True),
        ("０２２８", ("0228",), False),
    ],
)
def test_adjacent_digits_are_one_number(text: str, groups: tuple[str, ...], plus: bool) -> None:
    assert parse(text).terms == (Number(groups, plus),)


def test_a_word_parts_two_numbers() -> None:
    assert parse("53113 bonn 7").terms == (Number(("53113",)), Word(("bonn",)), Number(("7",)))


def test_a_word_with_punctuation_inside_keeps_its_parts() -> None:
    (term,) = parse("iclei-europe.org,").terms
    assert term == Word(("iclei-europe.org",), (Word(("iclei",)), Word(("europe",)), Word(("org",))))


@pytest.mark.parametrize("text", ["mailto:a@example.org", "https://www.a@example.org/", "HTTP://a@example.org"])
def test_a_pasted_link_is_read_as_its_address(text: str) -> None:
    assert parse(text).terms == parse("a@example.org").terms


@pytest.mark.parametrize("text", ["fax bonn", "m5v", "malmo", "xt", "https"])
def test_what_only_begins_like_a_label_or_a_link_stays_a_word(text: str) -> None:
    assert parse(text).terms == tuple(Word((word,)) for word in text.split())


def test_punctuation_between_words_is_ignored() -> None:
    assert parse("america & the").terms == parse("america the").terms


def test_punctuation_alone_is_looked_for_as_it_is() -> None:
    assert parse("%_*").terms == (Word(("%_*",)),)


def test_a_pasted_page_is_cut() -> None:
    assert len(parse("word " * 10_000).terms) <= MAX_TERMS


@given(st.text(st.characters(codec=None), max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    query = parse(text)
    assert bool(query.terms) == bool(query.whole)
    for term in query.terms:
        assert all(term.groups if isinstance(term, Number) else term.forms)
