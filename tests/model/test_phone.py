import pytest

from directory_app.model.phone import (
    Phone,
    PhoneKind,
    from_country,
    international,
    is_valid,
    national,
    number_country,
    tel_uri,
)
from tests.builders import a_phone

_MEXICO = a_phone("+525553453000", extension="5622")
_UNREAD = Phone("call us", kind=PhoneKind.VOICE)


def test_a_number_is_written_for_abroad_with_its_extension() -> None:
    assert international(a_phone("+4922897629900")) == "+49 228 97629900"
    assert international(_MEXICO) == "+52 55 5345 3000 ext. 5622"


def test_a_number_is_written_as_at_home_with_its_extension() -> None:
    assert national(a_phone("+4922897629900")) == "0228 97629900"
    assert national(_MEXICO) == "55 5345 3000 ext. 5622"


@pytest.mark.parametrize(
    ("country", "dialled"),
    [
        ("FR", "00 49 228 97629900"),
        ("us", "011 49 228 97629900"),
        ("RU", "8 10 49 228 97629900"),
        ("DE", "0228 97629900"),
        ("", "+49 228 97629900"),
    ],
)
def test_a_number_is_dialled_as_the_callers_country_asks(country: str, dialled: str) -> None:
    assert from_country(a_phone("+4922897629900"), country) == dialled


@pytest.mark.parametrize("country", ["BR", "CO", "KR", "SG", "CL"])
def test_where_carriers_have_codes_of_their_own_that_is_said(country: str) -> None:
    said = from_country(a_phone("+4922897629900"), country)
    assert said == "the code of your carrier for calls abroad, then 49 228 97629900"


def test_a_number_of_the_callers_own_country_needs_no_code_for_calls_abroad() -> None:
    assert from_country(a_phone("+551150843079"), "BR") == "(11) 5084-3079"


def test_a_link_carries_the_extension() -> None:
    assert tel_uri(_MEXICO) == "tel:+52-55-5345-3000;ext=5622"


def test_a_phone_that_was_not_read_shows_its_raw_text_and_has_no_link() -> None:
    assert {international(_UNREAD), national(_UNREAD), from_country(_UNREAD, "DE")} == {"call us"}
    assert tel_uri(_UNREAD) == ""
    assert not is_valid(_UNREAD)
    assert number_country(_UNREAD) == ""


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+4922897629900", "DE"),
        ("+15108440699", "US"),
        ("+15147933300", "CA"),
        ("+6324260851", "PH"),
        ("+80012345678", ""),
        ("+1800", ""),
    ],
)
def test_the_country_of_a_number_is_told_by_its_code_and_plan(number: str, country: str) -> None:
    assert number_country(a_phone(number)) == country


def test_a_number_is_valid_if_it_is_in_todays_plan() -> None:
    assert is_valid(a_phone("+63284260851"))
    assert not is_valid(a_phone("+6324260851"))


@pytest.mark.parametrize("number", ["+", "+99", "0228", "abc", "+" + "9" * 400])
def test_a_number_that_is_none_is_shown_as_it_was_written(number: str) -> None:
    phone = Phone("as written", number)
    assert international(phone) == "as written"
    assert tel_uri(phone) == ""
