"""Digits are read in every form in which people type a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from directory_app.model.phone import Phone
from directory_app.search.numbers import calling_code_length, digits_in, digits_of, readings
from tests.builders import a_phone


def test_every_assigned_calling_code_is_told_from_the_number() -> None:
    for code in COUNTRY_CODE_TO_REGION_CODE:
        assert calling_code_length(f"{code}5551234") == len(str(code))


@pytest.mark.parametrize("typed", ["4922897", "004922897", "0114922897", "00114922897", "49022897", "0049022897"])
def test_an_international_number_is_read_however_it_is_dialled(typed: str) -> None:
    assert "4922897" in readings(typed, plus=False).international


def test_a_trunk_zero_is_dropped() -> None:
    assert "22897" in readings("022897", plus=False).national


def test_after_a_plus_only_the_beginning_counts() -> None:
    read = readings("4922897", plus=True)
    assert read.international == ("4922897",)
    assert (read.national, read.anywhere) == ((), "")


def test_two_digits_are_not_looked_for_everywhere() -> None:
    assert readings("28", plus=False).anywhere == ""
    assert readings("228", plus=False).anywhere == "228"


def test_a_number_is_found_with_and_without_its_extension() -> None:
    digits = digits_of(a_phone("+525553453000", extension="5622"))
    assert digits.whole == ("525553453000", "5255534530005622")
    assert digits.national == ("5553453000", "55534530005622")
    assert digits.extension == "5622"


def test_a_number_that_could_not_be_read_is_found_by_the_digits_of_its_text() -> None:
    assert digits_of(Phone(raw="ask for 12 34")).whole == ("1234",)
    assert digits_of(Phone(raw="ask the porter")).whole == ()


def test_digits_of_every_script_count() -> None:
    assert digits_in("٠٢٢８-9") == "02289"


@given(st.text(st.characters(codec=None)), st.booleans())
def test_reading_digits_never_fails(text: str, plus: bool) -> None:
    assert digits_in(text) in (readings(digits_in(text), plus=plus).international or ("",))
    assert all(form.isascii() for form in digits_of(Phone(raw=text, number=text, extension=text)).whole)
