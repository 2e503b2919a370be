"""The hours that most offices have: the same on all working days, with a pause or without."""

from dataclasses import dataclass

from directory_app.model.opening_hours.hours import ALL_DAY, DAY, EVERY_DAY, OpeningHours, Rule, State, Times

_HOLIDAYS_OFF = Rule(public_holidays=True, state=State.OFF)
_AROUND_THE_CLOCK = Rule(times=(ALL_DAY,))


@dataclass(frozen=True, slots=True)
class SimpleWeek:
    """The same times on some weekdays, 0 is Monday; without days around the clock.

    `pause` is within `times`, whose end is not before midnight only where it is midnight.
    """

    weekdays: frozenset[int]
    times: Times = Times(9 * 60, 17 * 60)
    pause: Times | None = None
    is_closed_on_holidays: bool = True


def simple_week(hours: OpeningHours) -> SimpleWeek | None:
    """Returns hours as a simple week, or None where they say more than one can."""
    rules = hours.rules
    is_closed_on_holidays = len(rules) == 2 and rules[1] == _HOLIDAYS_OFF
    if len(rules) > 1 and not is_closed_on_holidays:
        return None
    rule = rules[0]
    if rule == _AROUND_THE_CLOCK:
        return SimpleWeek(frozenset(), ALL_DAY, None, is_closed_on_holidays)
    weekdays = rule.weekdays or EVERY_DAY
    if rule not in (Rule(rule.weekdays, times=rule.times), Rule(times=rule.times)) or len(rule.times) > 2:
        return None
    first, last = rule.times[0], rule.times[-1]
    if not (first.start < first.end <= DAY and last.end <= DAY and (first == last or first.end < last.start)):
        return None
    pause = Times(first.end, last.start) if len(rule.times) == 2 else None
    return SimpleWeek(weekdays, Times(first.start, last.end), pause, is_closed_on_holidays)


def hours_of(week: SimpleWeek) -> OpeningHours:
    """Returns the hours that a simple week stands for."""
    if not week.weekdays:
        rule = _AROUND_THE_CLOCK
    elif week.pause is None:
        rule = Rule(week.weekdays, times=(week.times,))
    else:
        before, after = Times(week.times.start, week.pause.start), Times(week.pause.end, week.times.end)
        rule = Rule(week.weekdays, times=(before, after))
    return OpeningHours((rule, _HOLIDAYS_OFF) if week.is_closed_on_holidays else (rule,))
