"""What somebody about to phone an office reads about its hours."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from directory_app.model.opening_hours.hours import OpeningHours
from directory_app.model.opening_hours.status import Openness, Status, status, status_text
from directory_app.model.opening_hours.writing import write_hours
from tests.model.opening_hours.hours_strategies import moments, opening_hours

USUAL = "Mo-Fr 09:00-17:00"


def said(hours: str, moment: str, timezone: str = "Europe/Berlin", country: str = "DE") -> str:
    """Returns what is said about an office at a moment of its own clock."""
    now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(timezone))
    return status_text(status(hours, timezone, country, now))


@pytest.mark.parametrize(
    ("hours", "moment", "text"),
    [
        (USUAL, "2026-06-03 09:00", "open until 17:00"),
        (USUAL, "2026-06-03 16:59", "open until 17:00"),
        (USUAL, "2026-06-03 17:00", "opens tomorrow 09:00"),
        (USUAL, "2026-06-05 17:00", "opens Monday 09:00"),
        (USUAL, "2026-06-03 06:00", "opens in 3 h"),
        (USUAL, "2026-06-03 00:00", "opens in 9 h"),
        (USUAL, "2026-06-03 07:31", "opens in 1 h 29 min"),
        (USUAL, "2026-06-03 08:00", "opens in 1 h"),
        (USUAL, "2026-06-03 08:31:20", "opens in 29 min"),
        (USUAL, "2026-06-03 08:59:59", "opens in 1 min"),
        ("Mo-Fr 02:00-10:00", "2026-06-03 22:00", "opens in 4 h"),
        ("Mo-Fr 09:00-12:00,13:00-17:00", "2026-06-03 12:00", "opens in 1 h"),
        ("Fr 22:00-02:00", "2026-06-05 23:00", "open until 02:00"),
        ("Fr 22:00-02:00", "2026-06-06 01:00", "open until 02:00"),
        ("09:00-24:00", "2026-06-06 12:00", "open until midnight"),
        ("Mo-Fr 00:00-24:00", "2026-06-02 12:00", "open until Saturday 00:00"),
        ("24/7", "2026-06-06 12:00", "open"),
        ("24/7; Dec 24 off", "2026-11-01 12:00", "open until 24 December 00:00"),
        ("Dec 24 10:00-12:00", "2026-05-04 18:00", "opens 24 December 10:00"),
        ("We 09:00-10:00", "2026-06-03 12:00", "opens 10 June 09:00"),
        ("off", "2026-06-03 12:00", "closed"),
        ("2020 May 09:00-17:00", "2026-06-03 12:00", "closed"),
        (USUAL, "2026-05-01 10:00", "closed today: Labour Day; opens Monday 09:00"),
        (USUAL, "2026-04-30 18:00", "opens Monday 09:00"),
        (USUAL, "2026-10-03 10:00", "opens Monday 09:00"),  # a holiday, but a Saturday
        ("24/7; PH off", "2026-05-01 10:00", "closed today: Labour Day; opens tomorrow 00:00"),
        ('Mo-Fr 09:00-17:00; Sa "by appointment"', "2026-06-06 12:00", "by appointment"),
        ("Sa unknown", "2026-06-06 12:00", "perhaps open"),
        ("", "2026-06-03 10:00", ""),
        ("", "2026-06-06 10:00", "weekend there"),
        ("", "2026-05-01 10:00", "public holiday: Labour Day"),
        ("by mood", "2026-05-01 10:00", "public holiday: Labour Day"),
        ("by mood", "2026-06-03 10:00", ""),
        ("PH off", "2026-06-03 10:00", ""),
    ],
)
def test_an_office_is_described_in_a_few_words(hours: str, moment: str, text: str) -> None:
    assert said(hours, moment) == text


def test_the_weekend_is_that_of_the_country() -> None:
    assert said("", "2026-06-05 10:00", "Africa/Cairo", "EG") == "weekend there"
    assert said("", "2026-06-07 10:00", "Africa/Cairo", "EG") == ""


@pytest.mark.parametrize("timezone", ["", "Mars/Olympus", "../etc/passwd", "\ud800"])
def test_nothing_is_said_in_an_unknown_zone(timezone: str) -> None:
    assert status(USUAL, timezone, "DE", datetime(2026, 6, 3, 10, tzinfo=UTC)) == Status()
    assert status_text(Status()) == ""


@pytest.mark.parametrize("country", ["", "??", "\ud800"])
def test_hours_are_enough_in_an_unknown_country(country: str) -> None:
    assert said(USUAL, "2026-05-01 10:00", country=country) == "open until 17:00"
    assert said("", "2026-06-06 10:00", country=country) == ""


def test_a_wait_is_counted_in_real_hours_when_clocks_are_changed() -> None:
    assert said("Su 08:00-12:00", "2026-03-29 00:00") == "opens in 7 h"


def test_a_status_holds_the_moments_on_the_offices_own_clock() -> None:
    now = datetime(2026, 6, 3, 1, 30, tzinfo=UTC)
    found = status(USUAL, "Asia/Tokyo", "JP", now)
    assert found.openness is Openness.OPEN
    assert found.now == now
    assert found.until is not None
    assert (found.until.hour, found.until.utcoffset()) == (17, timedelta(hours=9))


@given(opening_hours(), moments)
@settings(max_examples=60)
def test_a_status_tells_what_comes_after_now(hours: OpeningHours, now: datetime) -> None:
    found = status(write_hours(hours), "America/Santiago", "CL", now)
    assert found.until is None or (found.until > now and found.openness is Openness.OPEN)
    assert found.opens is None or (found.opens > now and found.openness is not Openness.OPEN)
    assert "\n" not in status_text(found) or found.comment


@pytest.mark.parametrize(
    ("zone", "hours", "now", "reader", "said"),
    [
        ("Asia/Tokyo", "Mo-Fr 09:00-17:00", "2026-06-01T20:00", "Europe/Berlin", "opens tomorrow 09:00, 02:00 for you"),
        ("Asia/Tokyo", "Mo-Fr 09:00-17:00", "2026-06-01T12:00", "Europe/Berlin", "open until 17:00, 10:00 for you"),
        ("Asia/Tokyo", "Mo-Fr 09:00-17:00", "2026-06-01T12:00", "Asia/Seoul", "open until 17:00"),
        ("Asia/Tokyo", "Mo-Fr 09:00-17:00", "2026-06-01T06:00", "Europe/Berlin", "opens in 3 h"),
        (
            "Asia/Tokyo",
            "Mo-Fr 09:00-17:00",
            "2026-06-01T20:00",
            "America/Los_Angeles",
            "opens tomorrow 09:00, today 17:00 for you",
        ),
        (
            "America/Los_Angeles",
            "Mo-Fr 15:00-17:00",
            "2026-06-06T17:30",
            "Asia/Tokyo",
            "opens Monday 15:00, Tuesday 07:00 for you",
        ),
    ],
)
def test_a_time_is_told_on_the_readers_clock_too_where_that_shows_another(
    zone: str, hours: str, now: str, reader: str, said: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    assert status_text(status(hours, zone, "", moment), ZoneInfo(reader)) == said
