"""When offices can be phoned, and what is special about their days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from directory_app.model.calls import Party, Remark
from directory_app.model.office import Status
from directory_app.model.parties import parties_of
from tests.builders import an_office

BERLIN = ZoneInfo("Europe/Berlin")


def party(start: str, *, hours: str = "", country: str = "DE", timezone: str = "Europe/Berlin", days: int = 1) -> Party:
    """Returns an office between midnights of Berlin."""
    office = an_office(country=country, timezone=timezone, opening_hours=hours)
    first = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    return parties_of([office], first, first + timedelta(days=days))[0]


def test_a_holiday_is_told_for_the_day_of_the_offices_own_calendar() -> None:
    seoul = party("2026-12-24", country="KR", timezone="Asia/Seoul", hours="Mo-Fr 09:00-18:00")
    assert seoul.remarks == (Remark(date(2026, 12, 25), "public holiday: Christmas Day"),)
    assert len(seoul.spans) == 1


@pytest.mark.parametrize(
    ("country", "timezone", "hours", "told"),
    [
        ("DE", "Europe/Berlin", "", {6: "weekend", 7: "weekend"}),
        ("DE", "Europe/Berlin", "Mo-Sa 09:00-12:00", {7: "weekend"}),
        ("DE", "Europe/Berlin", "Tu-Su 09:00-12:00", {1: "closed"}),
        ("EG", "Africa/Cairo", "Su-Th 09:00-15:00", {5: "weekend", 6: "weekend"}),
        (
            "DE",
            "Europe/Berlin",
            'Mo-Fr 09:00-12:00; Sa unknown "by appointment"',
            {6: "by appointment", 7: "weekend"},
        ),
        ("", "UTC", "", {6: "weekend", 7: "weekend"}),
        ("DE", "Europe/Berlin", "24/7", {}),
    ],
)
def test_a_day_without_hours_says_why(country: str, timezone: str, hours: str, told: dict[int, str]) -> None:
    week = party("2026-06-08", country=country, timezone=timezone, hours=hours, days=7)  # from a Monday on
    remarks = {remark.day.isoweekday(): remark.text for remark in week.remarks if remark.day < date(2026, 6, 15)}
    assert remarks == told


@pytest.mark.parametrize("timezone", ["Pacific/Honolulu", "Australia/Melbourne", "Pacific/Kiritimati"])
def test_a_day_of_which_only_a_part_without_hours_is_asked_for_is_not_said_to_be_closed(timezone: str) -> None:
    wednesday = party("2026-06-10", country="", timezone=timezone, hours="Mo-Su 06:00-07:00")
    assert wednesday.remarks == ()


def test_hours_are_told_between_the_two_moments_only() -> None:
    [(start, end)] = party("2026-06-10", hours="24/7").spans
    assert end - start == timedelta(days=1)


def test_hours_that_nobody_knows_are_assumed_and_said_to_be() -> None:
    assert party("2026-06-10").is_assumed
    assert not party("2026-06-10", hours="Mo-Fr 09:00-12:00").is_assumed


def test_a_closed_office_can_never_be_phoned_and_says_so() -> None:
    start = datetime(2026, 6, 8, tzinfo=BERLIN)
    [closed] = parties_of([an_office(status=Status.CLOSED)], start, start + timedelta(days=7))
    assert (closed.spans, closed.remarks, closed.note) == ((), (), "this office is closed")


def test_an_office_in_an_unknown_zone_has_neither_hours_nor_days() -> None:
    lost = party("2026-06-13", timezone="Mars/Olympus")
    assert (lost.spans, lost.remarks) == ((), ())
