import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.model.phones.reading import (
    calling_code,
    calling_code_length,
    is_possible,
    is_too_short,
    parsed,
    plan_area_length,
)

_LONGEST_E164 = 15

_EXAMPLES = [
    number
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for kind in phonenumbers.PhoneNumberType.values()
    if (number := phonenumbers.example_number_for_type(region, kind))
]
examples = st.sampled_from(_EXAMPLES)
countries = st.sampled_from([*sorted(phonenumbers.SUPPORTED_REGIONS), "", "ZZ"])
prefixes = st.sampled_from(["", "0", "00", "1", "8", "9", "15", "06", "01", "011", "0049"])


def _by_the_library(digits: str, country: str = "") -> tuple[str, bool, bool] | None:
    """Returns the number in E.164, whether it is valid and whether mobile, with nothing of ours between."""
    try:
        number = phonenumbers.parse(digits, country or None)
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if len(written) > 1 + _LONGEST_E164:
        return None
    kind = phonenumbers.number_type(number)
    return written, phonenumbers.is_valid_number(number), kind == phonenumbers.PhoneNumberType.MOBILE


def _by_us(digits: str, country: str = "") -> tuple[str, bool, bool] | None:
    reading = parsed(digits, country)
    return (reading.number, reading.valid, reading.mobile) if reading else None


@given(examples, prefixes)
def test_an_international_number_is_what_the_library_parses(number: phonenumbers.PhoneNumber, prefix: str) -> None:
    digits = f"+{number.country_code}{prefix}{phonenumbers.national_significant_number(number)}"
    assert _by_us(digits) == _by_the_library(digits)


@given(examples, prefixes, countries)
def test_a_national_number_is_what_the_library_parses(
    number: phonenumbers.PhoneNumber, prefix: str, country: str
) -> None:
    digits = prefix + phonenumbers.national_significant_number(number)
    region = phonenumbers.region_code_for_number(number) or ""
    assert _by_us(digits, region) == _by_the_library(digits, region)
    assert _by_us(digits, country) == _by_the_library(digits, country)


@given(st.text("0123456789", max_size=20), countries)
@example("0" * 20, "DE")
@example("111512345678", "AR")
@example("549123456", "SM")
def test_any_digits_are_what_the_library_parses(digits: str, country: str) -> None:
    assert _by_us(f"+{digits}") == _by_the_library(f"+{digits}")
    assert _by_us(digits, country) == _by_the_library(digits, country)


@pytest.mark.parametrize(
    ("country", "code"), [("DE", "49"), ("US", "1"), ("KZ", "7"), ("ZZ", ""), ("", ""), ("001", "")]
)
def test_a_country_has_its_calling_code(country: str, code: str) -> None:
    assert calling_code(country) == code


@pytest.mark.parametrize(
    ("digits", "length"), [("4976", 2), ("1202", 1), ("35121", 3), ("0049", 0), ("999", 0), ("", 0)]
)
def test_the_calling_code_at_the_beginning_of_digits_is_measured(digits: str, length: int) -> None:
    assert calling_code_length(digits) == length


@pytest.mark.parametrize(
    ("digits", "possible", "too_short", "area"),
    [("+442079460958", True, False, 2), ("+4479", False, True, 0), ("+44207946095812", False, False, 0)],
)
def test_a_plan_tells_the_length_of_its_numbers_and_areas(
    digits: str, *, possible: bool, too_short: bool, area: int
) -> None:
    reading = parsed(digits)
    assert reading
    assert (is_possible(reading), is_too_short(reading), plan_area_length(reading)) == (possible, too_short, area)
