"""Opening hours in words, for people who do not know the syntax."""

from collections.abc import Sequence

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
from directory_app.model.opening_hours.tokens import MONTH_NAMES, WEEKDAY_NAMES
from directory_app.model.opening_hours.writing import runs_of

_LEADS = {State.OPEN: "open", State.OFF: "closed", State.UNKNOWN: "perhaps open"}


def hours_in_words(hours: OpeningHours) -> str:
    """Returns hours as a phrase: "Open Monday to Friday 9:00 to 17:00; closed on public holidays"."""
    groups: list[tuple[State, list[str]]] = []
    for rule in hours.rules:
        if not (groups and groups[-1][0] is rule.state is State.OPEN):
            groups.append((rule.state, []))
        groups[-1][1].append(_phrase(rule))
    text = "; ".join(f"{_LEADS[state]} {', '.join(phrases)}".rstrip() for state, phrases in groups)
    return text[:1].upper() + text[1:]


def _phrase(rule: Rule) -> str:
    comment = f"(“{rule.comment}”)" if rule.comment else ""
    if rule.is_always:
        return f"around the clock {comment}".rstrip()
    dates = _listed([_dates(dates) for dates in rule.dates])
    days = _listed([_run(*run) for run in runs_of(rule.weekdays)] + _holidays(rule))
    on = "on " if rule.state is State.OFF and days and not dates else ""
    times = "" if _is_whole_day(rule) else _listed([f"{_clock(times.start)} to {_end(times)}" for times in rule.times])
    if rule.state is State.OPEN and not times:
        times = "all day"
    if rule.state is State.OPEN and rule.is_for_every_day:
        days = "every day"
    also = "also" if rule.is_additional and rule.state is State.OPEN else ""
    return " ".join(part for part in (also, dates, f"{on}{days}", times, comment) if part)


def _is_whole_day(rule: Rule) -> bool:
    return rule.times in ((), (ALL_DAY,))


def _holidays(rule: Rule) -> list[str]:
    return ["public holidays"] * rule.public_holidays + ["school holidays"] * rule.school_holidays


def _run(first: int, last: int) -> str:
    if (first, last) == (0, len(WEEKDAY_NAMES) - 1):
        return "every day"
    days = WEEKDAY_NAMES[first], WEEKDAY_NAMES[last]
    return days[0] if first == last else (" and " if (last - first) % 7 == 1 else " to ").join(days)


def _dates(dates: Dates) -> str:
    first, last = dates.first, dates.last
    same_month = (first.month, first.year) == (last.month, last.year)
    if first.day == 1 and last.day == days_in_month(last.month):
        return _month(first) if same_month else f"{_month(first)} to {_month(last)}"
    if dates.is_one_day:
        return _day(first)
    return f"{first.day if same_month else _day(first)} to {_day(last)}"


def _month(day: YearDay) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year or ''}".rstrip()


def _day(day: YearDay) -> str:
    return f"{day.day} {_month(day)}"


def _end(times: Times) -> str:
    return "midnight" if times.end == DAY else _clock(times.end % DAY)


def _clock(minutes: int) -> str:
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
