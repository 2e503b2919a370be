from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.address import PostalAddress
from directory_app.model.change import Change, FieldChange, Origin, Stamp
from directory_app.model.findings import Level
from directory_app.model.office import Email, Office, Status
from directory_app.model.office_checks import (
    RECENTLY,
    closed_findings,
    country_said,
    edited_after_closing,
    office_findings,
    verification_findings,
)
from tests.builders import a_phone, an_office
from tests.strategies import offices

TODAY = date(2026, 6, 1)
REACHABLE = (Email("a@example.org"),)


def _codes(office: Office) -> list[str]:
    return [finding.code for finding in office_findings(office)]


def test_an_office_with_an_address_a_region_and_a_way_to_reach_it_lacks_nothing() -> None:
    assert office_findings(an_office(emails=REACHABLE)) == ()
    assert office_findings(an_office(phones=(a_phone(),))) == ()


def test_an_office_without_anything_lacks_everything() -> None:
    office = an_office(city="", country="", region="")
    assert _codes(office) == ["contact_missing", "address_missing", "region_missing"]


def test_a_number_that_nobody_could_read_is_a_number_all_the_same() -> None:
    assert _codes(an_office(phones=(a_phone("", raw="ask Ada"),))) == []
    assert _codes(an_office(phones=(a_phone("", raw=" "),), emails=(Email(" "),))) == ["contact_missing"]


@pytest.mark.parametrize(
    "address", [PostalAddress(published="Bonn"), PostalAddress(lines=("Main St 1",)), PostalAddress(state="NSW")]
)
def test_any_part_of_an_address_is_an_address(address: PostalAddress) -> None:
    assert "address_missing" not in _codes(an_office(address=address))


def test_a_country_alone_is_no_address() -> None:
    assert _codes(an_office(city="", country="DE", emails=REACHABLE)) == ["address_missing"]


def test_an_address_in_the_local_script_is_an_address() -> None:
    local = PostalAddress(city="東京", country="JP")
    assert _codes(an_office(city="", country="JP", emails=REACHABLE, local_address=local)) == []


def test_a_closed_office_may_lack_what_it_likes() -> None:
    assert office_findings(an_office(city="", country="", region="", status=Status.CLOSED)) == ()


def test_a_missing_country_is_proposed_where_the_numbers_say_it() -> None:
    office = an_office(city="Nairobi", country="", phones=(a_phone("+254203873780"), a_phone("+254203873781")))
    (finding,) = office_findings(office)
    assert (finding.code, finding.suggestion) == ("country_missing", "KE")
    assert "Kenya" in finding.message


def test_a_missing_country_is_proposed_where_the_address_says_it() -> None:
    office = an_office(address=PostalAddress(published="8 Mitchell Street, Suva, Fiji"), emails=REACHABLE)
    assert [finding.suggestion for finding in office_findings(office)] == ["FJ"]


def test_no_country_is_proposed_where_two_are_said() -> None:
    address = PostalAddress(published="8 Mitchell Street, Suva, Fiji")
    assert country_said(an_office(address=address, phones=(a_phone("+254203873780"),))) == ""
    two = (a_phone("+254203873780"), a_phone("+4922897629900"))
    assert country_said(an_office(city="X", country="", phones=two)) == ""


def test_a_number_outside_its_plan_says_nothing_of_the_country() -> None:
    assert country_said(an_office(city="X", country="", phones=(a_phone("+63224260851999"),))) == ""


def test_an_office_that_was_never_verified_gets_a_note() -> None:
    (finding,) = verification_findings(an_office(), TODAY)
    assert (finding.code, finding.field, finding.level) == ("verification_missing", "verified_on", Level.NOTE)


def test_an_office_that_was_verified_long_ago_gets_a_note_about_that_day() -> None:
    (finding,) = verification_findings(an_office(verified_on=date(2024, 1, 31)), TODAY)
    assert (finding.code, finding.about) == ("verification_old", "2024-01-31")
    assert "2024-01-31" in finding.message
    assert verification_findings(an_office(verified_on=TODAY), TODAY) == ()


def _change(*fields: str, days_ago: int = 0) -> Change:
    at = datetime(2026, 6, 1, 12, tzinfo=UTC) - timedelta(days=days_ago)
    changes = tuple(FieldChange(field, "a", "b") for field in fields)
    return Change(uuid4(), uuid4(), Stamp(uuid4(), at, "Ada", Origin.EDIT), changes)


CLOSING = _change("status", "notes", days_ago=20)


@pytest.mark.parametrize(
    "since", [(), (_change("notes"),), (_change("verified_on", "verified_by"),), (_change("ignored"),)]
)
def test_closing_an_office_and_remarking_on_it_is_no_edit_of_an_open_one(since: tuple[Change, ...]) -> None:
    assert edited_after_closing([*since, CLOSING, _change("phones", days_ago=30)]) is None


def test_an_edit_after_the_closing_makes_one_doubt_that_it_is_closed() -> None:
    edit = _change("phones", days_ago=3)
    assert edited_after_closing([_change("notes"), edit, CLOSING]) == edit.stamp.at
    (finding,) = closed_findings(edit.stamp.at, TODAY)
    assert (finding.code, finding.field, finding.about) == ("closed_but_edited", "status", "2026-05-29")


def test_an_office_that_was_closed_when_it_came_has_no_edit_after_its_closing() -> None:
    assert edited_after_closing([_change("exists", "name", "phones")]) is None


def test_an_edit_of_long_ago_is_no_doubt_any_more() -> None:
    edited = datetime(2026, 6, 1, tzinfo=UTC) - RECENTLY
    assert closed_findings(edited, TODAY)
    assert closed_findings(edited - timedelta(days=1), TODAY) == ()
    assert closed_findings(None, TODAY) == ()


@given(offices, st.dates())
def test_any_office_can_be_looked_at(office: Office, today: date) -> None:
    found = [*office_findings(office), *verification_findings(office, today)]
    assert len({(finding.code, finding.field, finding.about) for finding in found}) == len(found)
