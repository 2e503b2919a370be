"""Where moments lie in a drawn day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from directory_app.ui.calls.scale import DayScale

BERLIN = ZoneInfo("Europe/Berlin")
USUAL = DayScale(date(2026, 11, 23), BERLIN)


def test_noon_is_in_the_middle() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=BERLIN)
    assert USUAL.place(noon) == 0.5
    assert USUAL.moment(0.5) == noon


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_on_which_the_clock_changes_is_as_long_as_it_is(day: date, hours: int) -> None:
    scale = DayScale(day, BERLIN)
    assert scale.end - scale.start == timedelta(hours=hours)
    assert scale.place(datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN)) == (hours - 12) / hours
    assert [name for _, name in scale.hours(6)] == ["0", "6", "12", "18", "24"]


def test_an_hour_that_comes_twice_is_named_once() -> None:
    assert [name for _, name in DayScale(date(2026, 10, 25), BERLIN).hours(1)].count("2") == 1


def test_of_a_span_only_what_is_in_the_day_is_drawn() -> None:
    day = timedelta(days=1)
    assert USUAL.piece((USUAL.start - day, USUAL.start + day / 4)) == (0, 0.25)
    assert USUAL.piece((USUAL.start - day, USUAL.start)) is None
    assert USUAL.piece((USUAL.end, USUAL.end + day)) is None


def test_night_is_where_the_office_is() -> None:
    [(first, last)] = USUAL.nights(ZoneInfo("Pacific/Auckland"))  # 12 hours ahead
    assert (USUAL.moment(first), USUAL.moment(last)) == (
        datetime(2026, 11, 23, 7, tzinfo=UTC),
        datetime(2026, 11, 23, 18, tzinfo=UTC),
    )
    assert [(round(24 * a), round(24 * b)) for a, b in USUAL.nights(BERLIN)] == [(0, 7), (20, 24)]
