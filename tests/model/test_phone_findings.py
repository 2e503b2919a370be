import pytest

from directory_app.model.findings import Finding
from directory_app.model.phone import Phone
from directory_app.model.phone_findings import phone_findings
from tests.builders import a_phone


def test_a_number_of_another_country_is_pointed_out() -> None:
    message = "+52 55 5345 3000 is a number in Mexico; the office is in Colombia."
    assert phone_findings(a_phone("+525553453000", extension="5622"), "CO") == (
        Finding("phone_other_country", "phones", message),
    )


def test_countries_have_the_article_that_a_sentence_needs() -> None:
    (finding,) = phone_findings(a_phone("+442079460958"), "PH")
    assert finding.message == "+44 20 7946 0958 is a number in the United Kingdom; the office is in the Philippines."


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+4922897629900", "DE"),
        ("+4922897629900", ""),
        ("+4922897629900", "ZZ"),
        ("+18005550199", "CA"),
        ("+80012345678", "DE"),
        ("+442079460958", "JE"),
        ("+358401234567", "AX"),
        ("+390669871234", "VA"),
    ],
)
def test_a_number_that_is_right_is_in_no_doubt(number: str, country: str) -> None:
    assert phone_findings(a_phone(number), country) == ()


def test_countries_that_share_a_calling_code_by_area_are_told_apart() -> None:
    assert [finding.code for finding in phone_findings(a_phone("+15108440699"), "CA")] == ["phone_other_country"]


@pytest.mark.parametrize(
    ("number", "country", "proposed"),
    [
        ("+6324260851", "PH", "+63 2 8426 0851"),
        ("+5215512345678", "MX", "+52 55 1234 5678"),
        ("+551191234567", "BR", "+55 11 99123-4567"),
        ("+5622345678", "CL", "+56 2 2234 5678"),
        ("+5716012345", "CO", "+57 601 6012345"),
        ("+22507123456", "CI", "+225 07 07 12 3456"),
        ("+22921301234", "BJ", "+229 01 21 30 12 34"),
        ("+23799123456", "CM", "+237 6 99 12 34 56"),
        ("+8443825252", "VN", ""),
        ("+84438252525", "VN", "+84 24 3825 2525"),
        ("+841681234567", "VN", "+84 381 234 567"),
        ("+21222834625", "MA", "+212 5 22 83 46 25"),
        ("+96614819100", "SA", "+966 11 481 9100"),
    ],
)
def test_a_number_of_an_old_plan_comes_with_what_it_became(number: str, country: str, proposed: str) -> None:
    (finding,) = phone_findings(a_phone(number), country)
    assert (finding.code, finding.suggestion) == ("phone_old_plan" if proposed else "phone_not_in_plan", proposed)


def test_a_number_outside_every_plan_is_pointed_out() -> None:
    message = "+52 155 is not in the numbering plan of Mexico."
    assert phone_findings(a_phone("+52155"), "MX") == (Finding("phone_not_in_plan", "phones", message),)


def test_what_could_not_be_read_is_pointed_out_with_its_text() -> None:
    message = "No telephone number could be read in “call us”."
    assert phone_findings(Phone("call us"), "DE") == (Finding("phone_unreadable", "phones", message),)
