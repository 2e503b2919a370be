"""When an office is open between two moments: the calendar, the clock of its place, and public holidays."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from directory_app.model.calls import Span
from directory_app.model.countries import country_list
from directory_app.model.opening_hours.hours import OpeningHours
from directory_app.model.opening_hours.public_holidays import public_holiday, weekend
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.spans import spans, usual_spans
from tests.model.opening_hours.hours_strategies import moments, opening_hours

BERLIN = "Europe/Berlin"
A_DAY = timedelta(days=1)


def shown(found: list[Span], timezone: str = BERLIN) -> list[str]:
    """Returns spans as clocks of a zone show them."""
    zone = ZoneInfo(timezone)
    return [f"{first.astimezone(zone):%m-%d %H:%M} {last.astimezone(zone):%m-%d %H:%M}" for first, last in found]


def opened(text: str, day: date, days: int = 1, timezone: str = BERLIN, country: str = "DE") -> list[str]:
    """Returns when hours are open on some days of a place."""
    hours = read_hours(text)
    assert hours is not None
    zone = ZoneInfo(timezone)
    start = datetime(day.year, day.month, day.day, tzinfo=zone)
    last = day + days * A_DAY
    return shown(
        spans(hours, timezone, country, start, datetime(last.year, last.month, last.day, tzinfo=zone)), timezone
    )


def test_a_week_has_its_hours() -> None:
    week = opened("Mo-Th 08:30-12:00,13:00-17:00; Fr 08:30-12:00", date(2026, 6, 11), 5)
    assert week == [
        "06-11 08:30 06-11 12:00",
        "06-11 13:00 06-11 17:00",
        "06-12 08:30 06-12 12:00",
        "06-15 08:30 06-15 12:00",
        "06-15 13:00 06-15 17:00",
    ]


def test_spans_are_cut_to_the_two_moments() -> None:
    hours = read_hours("Mo-Fr 09:00-17:00")
    assert hours is not None
    zone = ZoneInfo(BERLIN)
    found = spans(hours, BERLIN, "DE", datetime(2026, 6, 11, 10, tzinfo=zone), datetime(2026, 6, 12, 9, tzinfo=zone))
    assert shown(found) == ["06-11 10:00 06-11 17:00"]
    assert spans(hours, BERLIN, "DE", found[0][1], found[0][0]) == []


def test_nights_go_on_after_midnight() -> None:
    assert opened("Th 22:00-02:00", date(2026, 6, 12)) == ["06-12 00:00 06-12 02:00"]
    assert opened("Th 12:00-36:00", date(2026, 6, 12)) == ["06-12 00:00 06-12 12:00"]
    assert opened("24/7", date(2026, 6, 12), 3) == ["06-12 00:00 06-15 00:00"]


def test_later_rules_replace_earlier_ones_on_their_days() -> None:
    assert opened("Mo-Fr 09:00-17:00; Th 10:00-12:00", date(2026, 6, 11)) == ["06-11 10:00 06-11 12:00"]
    assert opened("Mo-Fr 09:00-17:00, Th 17:00-19:00", date(2026, 6, 11)) == ["06-11 09:00 06-11 19:00"]
    assert opened("Mo-Fr 09:00-17:00; Th off", date(2026, 6, 11)) == []
    taken_out = ["06-11 09:00 06-11 12:00", "06-11 13:00 06-11 17:00"]
    assert opened("Mo-Fr 09:00-17:00; Th 12:00-13:00 off", date(2026, 6, 11)) == taken_out
    assert opened('Mo-Fr 09:00-17:00; Th 14:00-17:00 unknown "ask"', date(2026, 6, 11)) == []


def test_days_of_the_year_are_off() -> None:
    assert opened("24/7; Dec 24-Jan 02 off", date(2026, 12, 20), 20) == [
        "12-20 00:00 12-24 00:00",
        "01-03 00:00 01-09 00:00",
    ]
    assert opened("24/7; 2025 Dec 24-26 off", date(2026, 12, 24)) == ["12-24 00:00 12-25 00:00"]
    assert opened("24/7; 2026 Dec 24-26 off", date(2026, 12, 24)) == []


def test_an_office_is_closed_on_public_holidays_unless_its_hours_say_otherwise() -> None:
    labour_day = date(2026, 5, 1)
    assert opened("Mo-Fr 09:00-17:00", labour_day) == []
    assert opened("Mo-Fr 09:00-17:00; PH off", labour_day) == []
    assert opened("PH off; Mo-Fr 09:00-17:00", labour_day) == []
    assert opened("Mo-Fr 09:00-17:00; PH 10:00-12:00", labour_day) == ["05-01 10:00 05-01 12:00"]
    assert opened("Mo-Fr 09:00-17:00; May 01 10:00-12:00", labour_day) == ["05-01 10:00 05-01 12:00"]
    assert opened("May Mo-Fr 09:00-17:00", labour_day) == []
    assert opened("24/7", labour_day) == ["05-01 00:00 05-02 00:00"]
    assert opened("Mo-Fr 09:00-17:00", labour_day, country="US") == ["05-01 09:00 05-01 17:00"]
    assert opened("Mo-Fr 09:00-17:00", labour_day, country="??") == ["05-01 09:00 05-01 17:00"]


def test_clocks_that_are_changed_make_nights_longer_or_shorter() -> None:
    hours = read_hours("Sa 22:00-06:00")
    assert hours is not None

    def night(saturday: datetime) -> timedelta:
        ((first, last),) = spans(hours, BERLIN, "", saturday, saturday + 2 * A_DAY)
        return last - first

    assert night(datetime(2026, 3, 28, tzinfo=UTC)) == timedelta(hours=7)
    assert night(datetime(2026, 10, 24, tzinfo=UTC)) == timedelta(hours=9)
    assert night(datetime(2026, 6, 13, tzinfo=UTC)) == timedelta(hours=8)


def test_an_hour_that_the_clock_leaves_out_is_not_open() -> None:
    assert opened("02:00-03:00", date(2026, 3, 29), country="") == []


@pytest.mark.parametrize("timezone", ["", "Mars/Olympus", "../etc/passwd", "Europe", "\x00"])
def test_in_an_unknown_zone_nothing_is_known_to_be_open(timezone: str) -> None:
    hours = read_hours("24/7")
    assert hours is not None
    start = datetime(2026, 6, 1, tzinfo=UTC)
    assert spans(hours, timezone, "DE", start, start + A_DAY) == []
    assert usual_spans("DE", timezone, start, start + A_DAY) == []


@given(opening_hours(), moments)
@settings(max_examples=60)
def test_spans_are_in_order_and_apart_and_the_same_for_parts_of_the_time(hours: OpeningHours, start: datetime) -> None:
    middle, end = start + timedelta(hours=31), start + 4 * A_DAY
    whole = spans(hours, "America/Santiago", "CL", start, end)
    bounds = [moment for span in whole for moment in span]
    assert bounds == sorted(set(bounds))
    assert all(start <= moment <= end and moment.tzinfo is UTC for moment in bounds)
    parts = [
        *spans(hours, "America/Santiago", "CL", start, middle),
        *spans(hours, "America/Santiago", "CL", middle, end),
    ]
    assert _length(parts) == _length(whole)


def _length(found: list[Span]) -> timedelta:
    return sum((last - first for first, last in found), timedelta())


def test_the_usual_hours_are_those_of_the_countrys_working_days() -> None:
    sunday = datetime(2026, 6, 14, tzinfo=UTC)
    assert shown(usual_spans("DE", BERLIN, sunday, sunday + 2 * A_DAY)) == ["06-15 09:00 06-15 17:00"]
    riyadh = usual_spans("SA", "Asia/Riyadh", sunday, sunday + A_DAY)
    assert shown(riyadh, "Asia/Riyadh") == ["06-14 09:00 06-14 17:00"]
    may = datetime(2026, 5, 1, tzinfo=UTC)
    assert usual_spans("DE", BERLIN, may, may + 2 * A_DAY) == []
    assert shown(usual_spans("??", BERLIN, may, may + 2 * A_DAY)) == ["05-01 09:00 05-01 17:00"]


def test_countries_have_their_own_weekends_and_holidays() -> None:
    assert weekend("DE") == {5, 6}
    assert weekend("EG") == {4, 5}
    assert public_holiday("DE", date(2026, 5, 1)) == "Labour Day"
    assert public_holiday("US", date(2026, 9, 7)) == "Labor Day"
    assert public_holiday("JP", date(2026, 4, 29)) == "Showa Day"
    assert public_holiday("DE", date(2026, 6, 4)) == ""  # Corpus Christi, in some states only


@pytest.mark.parametrize("country", ["", "??", "de", "../x", "\ud800"])
def test_an_unknown_country_has_neither(country: str) -> None:
    assert weekend(country) == frozenset()
    assert public_holiday(country, date(2026, 1, 1)) == ""


def test_holidays_of_every_country_can_be_asked_for() -> None:
    new_year = date(2026, 1, 1)
    countries = [code for code, _ in country_list()]
    assert sum(bool(public_holiday(code, new_year)) for code in countries) > len(countries) / 2
    assert all(weekend(code) <= set(range(7)) for code in countries)
