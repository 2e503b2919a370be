"""Hours that a small editor can show, and those that say more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.model.opening_hours.hours import ALL_DAY, DAY, EVERY_DAY, OpeningHours, Times
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.simple_week import SimpleWeek, hours_of, simple_week
from directory_app.model.opening_hours.writing import write_hours
from tests.model.opening_hours.hours_strategies import opening_hours


@st.composite
def simple_weeks(draw: st.DrawFn) -> SimpleWeek:
    weekdays = draw(st.frozensets(st.integers(0, 6)))
    if not weekdays:
        return SimpleWeek(weekdays, ALL_DAY, None, draw(st.booleans()))
    bounds = st.lists(st.integers(0, DAY), min_size=4, max_size=4, unique=True).map(sorted)
    start, pause_start, pause_end, end = draw(bounds)
    pause = draw(st.sampled_from([None, Times(pause_start, pause_end)]))
    return SimpleWeek(weekdays, Times(start, end), pause, draw(st.booleans()))


@given(simple_weeks())
@settings(max_examples=100)
def test_a_simple_week_stays_the_same_as_hours_and_as_text(week: SimpleWeek) -> None:
    assert simple_week(hours_of(week)) == week
    read = read_hours(write_hours(hours_of(week)))
    assert read is not None
    assert simple_week(read) == week


@given(opening_hours())
@settings(max_examples=100)
def test_what_is_taken_for_a_simple_week_says_no_more(hours: OpeningHours) -> None:
    week = simple_week(hours)
    assert week is None or hours_of(week).rules[1:] == hours.rules[1:]


def test_hours_without_days_are_for_every_day() -> None:
    hours = read_hours("09:00-12:00,13:00-17:00")
    assert hours is not None
    assert simple_week(hours) == SimpleWeek(EVERY_DAY, Times(540, 1020), Times(720, 780), is_closed_on_holidays=False)


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Th 09:00-17:00; Fr 09:00-12:00",
        "Mo-Fr 09:00-17:00; PH off; Dec 24 off",
        "Mo-Fr,PH 09:00-17:00",
        'Mo-Fr 09:00-17:00 "ring twice"',
        "Mo-Fr 22:00-02:00",
        "Mo-Fr 09:00-10:00,11:00-12:00,13:00-14:00",
        "Mo-Fr 13:00-17:00,09:00-12:00",
        "Mo-Fr 20:00-22:00,23:00-01:00",
        "Jun Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-17:00; SH off",
        "PH off",
        "off",
    ],
)
def test_hours_that_say_more_are_no_simple_week(text: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert simple_week(hours) is None
