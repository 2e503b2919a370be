"""Text is compared without case, accents, ligatures or width, and knows where it came from."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.folding import fold
from directory_app.search.folding import fold_spelt_out, foldings, trace, trimmed, words

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
"""Every code point, lone surrogates too."""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("ŁÓDŹ", "lodz"),
        ("Tromsø", "tromso"),
        ("Đà Nẵng", "da nang"),
        ("Reykjavík Ðþ", "reykjavik dth"),
        ("Œuvre Ærø", "oeuvre aero"),
        ("Straße", "strasse"),
        ("Iğdır İzmir", "igdir izmir"),
        ("０２２８ ٣٤", "0228 34"),
        ("Kaiser–Friedrich", "kaiser-friedrich"),
        ("Nuku’alofa", "nukualofa"),
        ("ﬁn", "fin"),
    ],
)
def test_folding_leaves_what_people_type(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Köln", "Ko\u0308ln", "KÖLN"])
def test_an_umlaut_is_compared_as_one_letter_and_as_two(text: str) -> None:
    assert foldings(text) == ("koln", "koeln")


def test_scandinavian_letters_are_spelt_out_too() -> None:
    assert fold_spelt_out("Århus Tromsø Malmö") == "aarhus tromsoe malmoe"


def test_text_without_umlauts_is_compared_in_one_way() -> None:
    assert foldings("Zoë naïve 東京") == ("zoe naive 東京",)


def test_a_syllable_begins_with_the_letters_it_is_typed_with() -> None:
    assert fold("서울").startswith(fold("서우"))


def test_vowel_signs_belong_to_their_word() -> None:
    assert len(words(fold("नई दिल्ली"))) == 2


def test_trimming_drops_punctuation_around_words_only() -> None:
    assert trimmed("(berlin-office@iclei.org),") == "berlin-office@iclei.org"
    assert trimmed("...") == ""


@given(ANY_TEXT)
def test_folding_never_fails_and_folds_nothing_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(isinstance(form, str) for form in foldings(text))


@given(ANY_TEXT)
def test_folding_ignores_case(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.upper())


@given(ANY_TEXT, st.sampled_from([fold, fold_spelt_out]))
def test_traced_text_is_the_folded_text(text: str, folding: Callable[[str], str]) -> None:
    traced = trace(text, folding)
    assert traced.text == folding(text)
    assert len(traced.starts) == len(traced.ends) == len(traced.text)


@given(ANY_TEXT.filter(bool))
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    traced = trace(text)
    for offset, char in enumerate(traced.text):
        start, end = traced.span(offset, offset + 1)
        assert 0 <= start < end <= len(text)
        assert char in fold(text[start:end])
