import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.findings import Finding
from directory_app.model.phone import Phone
from directory_app.model.phones.findings import phone_findings
from directory_app.model.phones.old_plans import OLD_PLANS, OldPlan
from tests.builders import a_phone


def test_a_number_of_another_country_is_pointed_out() -> None:
    message = "+52 55 5345 3000 is a number in Mexico; the office is in Colombia."
    assert phone_findings(a_phone("+525553453000", extension="5622"), "CO") == (
        Finding("phone_other_country", "phones", message, about="+525553453000"),
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
        ("+52015553453000", "MX", "+52 55 5345 3000"),
        ("+520445512345678", "MX", "+52 55 1234 5678"),
        ("+551191234567", "BR", "+55 11 99123-4567"),
        ("+5622345678", "CL", "+56 2 2234 5678"),
        ("+5632212345", "CL", "+56 32 221 2345"),
        ("+5716012345", "CO", "+57 601 6012345"),
        ("+59398765432", "EC", "+593 99 876 5432"),
        ("+5062239938", "CR", "+506 2223 9938"),
        ("+5058123456", "NI", "+505 8812 3456"),
        ("+22507123456", "CI", "+225 07 07 12 3456"),
        ("+22520212223", "CI", "+225 27 20 2 12223"),
        ("+22921301234", "BJ", "+229 01 21 30 12 34"),
        ("+23799123456", "CM", "+237 6 99 12 34 56"),
        ("+23722123456", "CM", "+237 2 22 12 34 56"),
        ("+2411740343", "GA", "+241 11 74 03 43"),
        ("+241740343", "GA", "+241 11 74 03 43"),
        ("+23414612222", "NG", "+234 201 461 2222"),
        ("+23321213274", "GH", "+233 30 221 3274"),
        ("+2218214567", "SN", "+221 33 821 45 67"),
        ("+2634338794", "ZW", "+263 24 2338794"),
        ("+2307771234", "MU", "+230 5777 1234"),
        ("+84438252525", "VN", "+84 24 3825 2525"),
        ("+845113822197", "VN", "+84 236 3822 197"),
        ("+841681234567", "VN", "+84 381 234 567"),
        ("+841201234567", "VN", "+84 701 234 567"),
        ("+21222834625", "MA", "+212 5 22 83 46 25"),
        ("+21261123456", "MA", "+212 6 61 12 34 56"),
        ("+20101234567", "EG", "+20 10 01234567"),
        ("+20191234567", "EG", "+20 10 91234567"),
        ("+20181234567", "EG", "+20 12 81234567"),
        ("+20141234567", "EG", "+20 11 41234567"),
        ("+96614819100", "SA", "+966 11 481 9100"),
        ("+9744412345", "QA", "+974 4441 2345"),
        ("+9652259432", "KW", "+965 2225 9432"),
        ("+3966872540", "IT", "+39 06 687 2540"),
        ("+3717123456", "LV", "+371 67 123 456"),
    ],
)
def test_a_number_of_an_old_plan_comes_with_what_it_became(number: str, country: str, proposed: str) -> None:
    (finding,) = phone_findings(a_phone(number), country)
    assert (finding.code, finding.suggestion, finding.about) == ("phone_old_plan", proposed, number)


def test_a_number_of_an_old_plan_keeps_its_extension() -> None:
    (finding,) = phone_findings(a_phone("+6324260851", extension="12"), "PH")
    assert finding.suggestion == "+63 2 8426 0851 ext. 12"
    assert finding.message == ("+63 24260851 looks like a number of the plan that the Philippines gave up in 2019.")


@given(st.sampled_from(OLD_PLANS), st.text("0123456789", min_size=5, max_size=11))
def test_what_is_proposed_is_always_in_todays_plan(plan: OldPlan, national: str) -> None:
    code = phonenumbers.country_code_for_region(plan.country)
    for finding in phone_findings(a_phone(f"+{code}{national}"), plan.country):
        assert not finding.suggestion or phonenumbers.is_valid_number(phonenumbers.parse(finding.suggestion))


def test_what_no_old_plan_explains_gets_no_proposal() -> None:
    (finding,) = phone_findings(a_phone("+8443825252"), "VN")
    assert (finding.code, finding.suggestion) == ("phone_not_in_plan", "")


def test_a_number_outside_every_plan_is_pointed_out() -> None:
    message = "+52 155 is not in the numbering plan of Mexico."
    assert phone_findings(a_phone("+52155"), "MX") == (Finding("phone_not_in_plan", "phones", message, about="+52155"),)


def test_what_could_not_be_read_is_pointed_out_with_its_text() -> None:
    message = "No telephone number could be read in “call us”."
    assert phone_findings(Phone("call us"), "DE") == (Finding("phone_unreadable", "phones", message, about="call us"),)
