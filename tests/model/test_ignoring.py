from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.checks import check_office
from directory_app.model.findings import Finding
from directory_app.model.ignoring import ignored, reason_to_ignore, unignored, without_ignored
from directory_app.model.office import Office
from tests.builders import a_phone, an_office
from tests.strategies import offices

FOREIGN = an_office(phones=(a_phone("+525553453000"), a_phone("+27212020381")))
findings = st.builds(Finding, *[st.text(max_size=4)] * 5)


def test_a_finding_that_is_let_stand_is_told_no_more_and_the_others_are() -> None:
    first, second = check_office(FOREIGN)
    office = ignored(FOREIGN, first, "They share the switchboard in Mexico ")
    assert check_office(office) == (second,)
    assert check_office(office, with_ignored=True) == (first, second)
    assert reason_to_ignore(office.ignored, first) == "They share the switchboard in Mexico"
    assert reason_to_ignore(office.ignored, second) is None


def test_it_is_told_again_if_somebody_wants_so() -> None:
    first, _ = check_office(FOREIGN)
    assert unignored(ignored(FOREIGN, first, "x"), first) == FOREIGN


def test_the_same_doubt_about_another_number_is_a_new_one() -> None:
    first, _ = check_office(FOREIGN)
    office = replace(ignored(FOREIGN, first, "x"), phones=(a_phone("+81362058415"),))
    assert [finding.code for finding in check_office(office)] == ["phone_other_country"]


def test_another_sentence_about_the_same_thing_is_no_new_doubt() -> None:
    first, _ = check_office(FOREIGN)
    assert without_ignored(ignored(FOREIGN, first, "x"), [replace(first, message="said otherwise")]) == ()


@given(offices, findings, st.text(max_size=4), st.text(max_size=4))
def test_letting_stand_twice_keeps_one_reason_and_can_be_taken_back(
    office: Office, finding: Finding, first: str, second: str
) -> None:
    office = unignored(office, finding)
    twice = ignored(ignored(office, finding, first), finding, second)
    assert twice == ignored(office, finding, second)
    assert unignored(twice, finding) == office
    assert without_ignored(twice, [finding]) == ()
