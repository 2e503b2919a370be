"""The parts of a shown text that matched are marked in the text as it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.search.marking import excerpt, spans
from directory_app.search.query import parse

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("São Paulo", "paulo sao", ["São", "Paulo"]),
        ("Köln Office", "koeln", ["Köln"]),
        ("Ko\u0308ln", "koln", ["Ko\u0308ln"]),
        ("Straße", "stras", ["Straß"]),
        ("phone: +49 228 97629900", "0228 976", ["228 976"]),
        ("phone: +49 228 97629900", "0049228", ["49 228"]),
        ("서울특별시", "서우", ["서울"]),
        ("東京都", "京", ["京"]),
        ("Berlin Office", "li", ["li"]),
        ("Lima, Berlin", "li", ["Li"]),
        ("53113 Bonn", "bonn 531", ["531", "Bonn"]),
        ("iclei-europe.org", "iclei-europe.org", ["iclei-europe.org"]),
        ("Europe, ICLEI", "iclei-europe", ["Europe", "ICLEI"]),
        ("Freiburg", "e", []),
        ("Bonn", "", []),
        ("a.b", "a*b", ["a", "b"]),
    ],
)
def test_what_matched_is_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, query)] == marked


@given(ANY_TEXT, ANY_TEXT)
def test_marks_lie_in_the_text_in_order_and_apart(text: str, query: str) -> None:
    last = -1
    for start, end in spans(text, query):
        assert last < start < end <= len(text)
        last = end


@given(st.text("abc äöüß", min_size=1))
def test_a_text_is_marked_by_its_own_words(text: str) -> None:
    assert bool(spans(text, text)) == bool(text.strip())


def test_a_long_text_is_cut_around_its_match() -> None:
    shown = excerpt("nothing " * 40 + "the needle " + "nothing " * 40, parse("needle"))
    assert "needle" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 100


def test_a_short_text_stays_in_one_line() -> None:
    assert excerpt("two\nlines", parse("two")) == "two lines"
