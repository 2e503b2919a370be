"""Opening hours of every kind that can be written, for property tests."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from directory_app.model.opening_hours.hours import (
    ALL_DAY,
    DAY,
    Dates,
    OpeningHours,
    Rule,
    State,
    Times,
    YearDay,
    days_in_month,
)

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)

moments = st.integers(0, 10 * 365 * 24 * 60).map(lambda minutes: _FIRST + timedelta(minutes=minutes))
"""Minutes of ten years, in UTC."""


@st.composite
def times(draw: st.DrawFn) -> Times:
    start = draw(st.integers(0, DAY - 1))
    return Times(start, draw(st.integers(start + 1, start + DAY)))


@st.composite
def dates(draw: st.DrawFn) -> Dates:
    year = draw(st.sampled_from([0, 2026]))
    first = draw(year_days(year))
    last = draw(year_days(year))
    is_backwards = (last.month, last.day) < (first.month, first.day)
    if is_backwards and (year or first.month == last.month):
        first, last = last, first
    return Dates(first, last)


@st.composite
def year_days(draw: st.DrawFn, year: int) -> YearDay:
    month = draw(st.integers(1, 12))
    return YearDay(month, draw(st.integers(1, days_in_month(month))), year)


_COMMENTS = st.text(
    st.characters(exclude_characters='"“”„‐‑‒–—−\xa0\u202f', exclude_categories=["Cs"]), max_size=12
).map(str.strip)


@st.composite
def rules(draw: st.DrawFn, *, is_additional: bool) -> Rule:
    state = draw(st.sampled_from(State))
    all_times = tuple(draw(st.lists(times(), max_size=3)))
    if not all_times and state is not State.OFF:
        all_times = (ALL_DAY,)
    return Rule(
        draw(st.frozensets(st.integers(0, 6))),
        draw(st.booleans()),
        draw(st.booleans()),
        tuple(draw(st.lists(dates(), max_size=2))),
        all_times,
        state,
        draw(_COMMENTS),
        is_additional=is_additional,
    )


@st.composite
def opening_hours(draw: st.DrawFn) -> OpeningHours:
    count = draw(st.integers(1, 4))
    return OpeningHours(tuple(draw(rules(is_additional=place > 0 and draw(st.booleans()))) for place in range(count)))
