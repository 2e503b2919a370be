"""Every word that the reader knows does in a cell what it is there for."""

import pytest

from directory_app.model.phone import PhoneKind
from directory_app.model.phones import vocabulary
from directory_app.model.phones.cell import read_phones

_NUMBER = "+497614568120"
_WRITTEN = "+49 761 4568120"

_KINDS = [
    *((word, PhoneKind.VOICE) for word in vocabulary.VOICE.split()),
    *((word, PhoneKind.FAX) for word in vocabulary.FAX.split()),
    *((word, PhoneKind.MOBILE) for word in vocabulary.MOBILE.split()),
    *((word, PhoneKind.EMERGENCY) for word in vocabulary.EMERGENCY.split()),
]
_PLACES = ["{word}: {number}", "{word} {number}", "{number} ({word})", "{number} {word}", "({word}) {number}"]


@pytest.mark.parametrize(("word", "kind"), _KINDS)
def test_a_word_that_names_a_kind_makes_the_number_one_wherever_it_stands(word: str, kind: PhoneKind) -> None:
    cells = [place.format(word=word, number=_WRITTEN) for place in _PLACES]
    read = {(phone.number, phone.kind, phone.label) for cell in cells for phone in read_phones(cell)}
    assert read == {(_NUMBER, kind, "")}


@pytest.mark.parametrize("word", [*vocabulary.ON_DUTY.split(), "out of hours", "after hours", "fora de horas"])
def test_words_for_other_hours_make_the_number_one_for_emergencies_and_are_shown(word: str) -> None:
    assert {(phone.kind, phone.label) for phone in read_phones(f"{word}: {_WRITTEN}")} == {(PhoneKind.EMERGENCY, word)}


@pytest.mark.parametrize("word", [*vocabulary.EXTENSION.split(), *vocabulary.EXTENSION_PHRASES])
def test_what_follows_a_word_for_extensions_is_one(word: str) -> None:
    cells = (f"{_WRITTEN} {word} 12", f"{_WRITTEN}, {word}. 12", f"{_WRITTEN} ({word} 12)", f"{_WRITTEN} {word}: 12")
    read = {(phone.number, phone.extension, phone.label) for cell in cells for phone in read_phones(cell)}
    assert read == {(_NUMBER, "12", "")}


@pytest.mark.parametrize("word", vocabulary.LIST.split())
def test_a_word_for_and_or_or_divides_two_numbers(word: str) -> None:
    phones = read_phones(f"{_WRITTEN} {word} 0761 4568121")
    assert [(phone.number, phone.label) for phone in phones] == [(_NUMBER, ""), ("+497614568121", "")]


@pytest.mark.parametrize("word", [*vocabulary.RANGE.split(), *vocabulary.RANGE_PHRASES])
def test_a_word_for_up_to_stands_for_the_numbers_between(word: str) -> None:
    numbers = [phone.number for phone in read_phones(f"{_WRITTEN} {word} 22")]
    assert numbers == ["+497614568120", "+497614568121", "+497614568122"]
