"""Opening hours in the one way in which this program writes them."""

from itertools import zip_longest

from directory_app.model.opening_hours.hours import (
    ALL_DAY,
    DAY,
    HOUR,
    Dates,
    OpeningHours,
    Rule,
    State,
    Times,
    YearDay,
    days_in_month,
)
from directory_app.model.opening_hours.tokens import MONTHS, WEEKDAYS


def write_hours(hours: OpeningHours) -> str:
    """Returns opening hours in OpenStreetMap's syntax, such that they are read back as the same."""
    text = ""
    for rule, following in zip_longest(hours.rules, hours.rules[1:]):
        text += _written_rule(rule, following)
        if following:
            text += ", " if following.is_additional else "; "
    return text


def clock_text(minutes: int) -> str:
    """Returns minutes since midnight as a clock shows them, such as "09:00"; past midnight it goes on with 24:00."""
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"


def runs_of(weekdays: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Returns weekdays as runs, first and last day of each; a run may pass Sunday, as "Fr-Mo" does."""
    if len(weekdays) == len(WEEKDAYS):
        return ((0, 6),)
    runs = []
    for first in sorted(day for day in weekdays if (day - 1) % 7 not in weekdays):
        last = first
        while (last + 1) % 7 in weekdays:
            last = (last + 1) % 7
        runs.append((first, last))
    return tuple(runs)


def _written_rule(rule: Rule, following: Rule | None) -> str:
    comment = f'"{rule.comment}"' if rule.comment else ""
    if rule.is_always:
        return f"24/7 {comment}".rstrip()
    dates = ",".join(_written_dates(dates) for dates in rule.dates)
    holidays = ["PH"] * rule.public_holidays + ["SH"] * rule.school_holidays
    days = ",".join([_written_run(*run) for run in runs_of(rule.weekdays)] + holidays)
    is_plain = rule.state is State.UNKNOWN and rule.times == (ALL_DAY,)
    times = "" if is_plain else ",".join(_written_times(times) for times in rule.times)
    goes_on_with_times = following is not None and following.is_additional and following.is_for_every_day
    state = "" if rule.state is State.OPEN and not goes_on_with_times else rule.state.value
    return " ".join(part for part in (dates, days, times, state, comment) if part)


def _written_run(first: int, last: int) -> str:
    if first == last:
        return WEEKDAYS[first]
    return f"{WEEKDAYS[first]}{',' if (last - first) % 7 == 1 else '-'}{WEEKDAYS[last]}"


def _written_times(times: Times) -> str:
    ends_earlier = DAY < times.end < times.start + DAY
    return f"{clock_text(times.start)}-{clock_text(times.end - DAY if ends_earlier else times.end)}"


def _written_dates(dates: Dates) -> str:
    first, last = dates.first, dates.last
    same_month = (first.month, first.year) == (last.month, last.year)
    if first.day == 1 and last.day == days_in_month(last.month):
        months = _written_month(first)
        return months if same_month else f"{months}-{_written_month(last)}"
    if dates.is_one_day:
        return _written_day(first)
    return f"{_written_day(first)}-{f'{last.day:02}' if same_month else _written_day(last)}"


def _written_month(day: YearDay) -> str:
    return f"{day.year} {MONTHS[day.month - 1]}" if day.year else MONTHS[day.month - 1]


def _written_day(day: YearDay) -> str:
    return f"{_written_month(day)} {day.day:02}"
