"""The clock at an office, beside the reader's own."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.clock import difference_text, local_now, local_time, short_time

BONN_EVENING = datetime(2026, 6, 1, 22, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("zone", "shown", "difference"),
    [
        ("Europe/Berlin", "22:00", "the same time as here"),
        ("Asia/Tokyo", "tomorrow 05:00", "7 hours ahead of here"),
        ("America/Denver", "14:00", "8 hours behind here"),
        ("Asia/Kolkata", "tomorrow 01:30", "3 hours 30 minutes ahead of here"),
        ("Europe/London", "21:00", "1 hour behind here"),
        ("Asia/Kathmandu", "tomorrow 01:45", "3 hours 45 minutes ahead of here"),
        ("Pacific/Kiritimati", "tomorrow 10:00", "12 hours ahead of here"),
    ],
)
def test_the_time_there_and_how_far_it_is_from_here(zone: str, shown: str, difference: str) -> None:
    time = local_time(zone, BONN_EVENING)
    assert time is not None
    assert (short_time(time), difference_text(time)) == (shown, difference)


def test_yesterday_is_told_where_it_still_is() -> None:
    time = local_time("America/Vancouver", datetime(2026, 6, 1, 3, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    assert time is not None and short_time(time) == "yesterday 18:00"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "/etc/passwd", "../UTC", "Europe", "a\x00b", "Europe/Berlin\n"])
def test_an_unknown_zone_has_no_time(zone: str) -> None:
    assert local_time(zone, BONN_EVENING) is None


@given(st.text())
def test_no_text_is_an_error(zone: str) -> None:
    local_time(zone, BONN_EVENING)


def test_the_difference_follows_summer_time_on_each_side() -> None:
    january = local_time("Australia/Melbourne", datetime(2026, 1, 10, 12, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    july = local_time("Australia/Melbourne", datetime(2026, 7, 10, 12, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    assert january is not None and july is not None
    assert (january.ahead, july.ahead) == (timedelta(hours=10), timedelta(hours=8))


def test_across_the_date_line_it_may_be_two_days_ahead() -> None:
    late = datetime(2026, 6, 1, 23, 30, tzinfo=ZoneInfo("Pacific/Pago_Pago"))
    there = local_time("Pacific/Kiritimati", late)
    back = local_time("Pacific/Pago_Pago", there.moment) if there else None
    assert there is not None and back is not None
    assert (short_time(there), short_time(back)) == ("in two days 00:30", "two days ago 23:30")


def test_the_readers_clock_is_that_of_a_zone_or_the_systems() -> None:
    assert local_now("Asia/Kathmandu").utcoffset() == timedelta(hours=5, minutes=45)
    assert local_now().utcoffset() == local_now("Asia/Nowhere").utcoffset() == datetime.now().astimezone().utcoffset()
