"""What opening hours say about one day: rule after rule laid over it."""

from dataclasses import dataclass
from datetime import date

from directory_app.model.opening_hours.hours import Dates, OpeningHours, Rule, State, Times, YearDay


@dataclass(frozen=True, slots=True)
class DayPlan:
    """When an office is open on a day, in order and without overlaps, and when only a comment tells.

    Hours that go on after midnight belong to the day on which they begin.
    """

    open: tuple[Times, ...] = ()
    unknown: tuple[tuple[Times, str], ...] = ()


def plan_of(hours: OpeningHours, day: date, *, is_holiday: bool) -> DayPlan:
    """Returns what hours say about a day.

    On a public holiday an office is closed unless its hours say something about public holidays or name this very day.
    """
    opened: list[Times] = []
    unknown: list[tuple[Times, str]] = []
    for rule in _rules_for(hours, day, is_holiday):
        replaces = rule.state is not State.OFF and not rule.is_additional
        if replaces or not rule.times:
            opened, unknown = [], []
        for times in rule.times:
            opened = _without(opened, times)
            unknown = [(rest, comment) for held, comment in unknown for rest in _without([held], times)]
            if rule.state is State.OPEN:
                opened.append(times)
            elif rule.state is State.UNKNOWN:
                unknown.append((times, rule.comment))
    return DayPlan(_joined(opened), tuple(unknown))


def _rules_for(hours: OpeningHours, day: date, is_holiday: bool) -> list[Rule]:
    rules = [rule for rule in hours.rules if _is_for(rule, day, is_holiday)]
    if not is_holiday:
        return rules
    if hours.are_silent_on_holidays:
        return [rule for rule in rules if any(dates.is_one_day for dates in rule.dates)]
    # Whoever writes "PH off; Mo-Fr 09:00-17:00" means what the other order says.
    return sorted(rules, key=lambda rule: rule.public_holidays or bool(rule.dates))


def _is_for(rule: Rule, day: date, is_holiday: bool) -> bool:
    if rule.dates and not any(_holds(dates, day) for dates in rule.dates):
        return False
    if rule.weekdays or rule.public_holidays or rule.school_holidays:
        return day.weekday() in rule.weekdays or (rule.public_holidays and is_holiday)
    return True


def _holds(dates: Dates, day: date) -> bool:
    first, last = dates.first, dates.last
    if first.year:
        return _key(first) <= (day.year, day.month, day.day) <= _key(last)
    today = (0, day.month, day.day)
    if _key(first) <= _key(last):
        return _key(first) <= today <= _key(last)
    return today >= _key(first) or today <= _key(last)


def _key(day: YearDay) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _without(held: list[Times], removed: Times) -> list[Times]:
    rests = []
    for times in held:
        before = Times(times.start, min(times.end, removed.start))
        after = Times(max(times.start, removed.end), times.end)
        rests += [rest for rest in (before, after) if rest.start < rest.end]
    return rests


def _joined(opened: list[Times]) -> tuple[Times, ...]:
    joined: list[Times] = []
    for times in sorted(opened):
        if joined and times.start <= joined[-1].end:
            joined[-1] = Times(joined[-1].start, max(joined[-1].end, times.end))
        else:
            joined.append(times)
    return tuple(joined)
