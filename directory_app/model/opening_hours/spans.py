"""When an office is open between two moments: its hours laid over the calendar and the clock of its place."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from directory_app.model.calls import Span
from directory_app.model.opening_hours.day_plan import plan_of
from directory_app.model.opening_hours.hours import HOUR, OpeningHours, Times
from directory_app.model.opening_hours.public_holidays import public_holiday, weekend
from directory_app.model.zones import zone_of

_USUAL = Times(9 * HOUR, 17 * HOUR)
_USUAL_WEEKEND = frozenset({5, 6})
_DAY = timedelta(days=1)


def spans(hours: OpeningHours, timezone: str, country: str, start: datetime, end: datetime) -> list[Span]:
    """Returns when an office is open between two aware moments, in order and apart from each other.

    `timezone` is an IANA name; in an unknown zone nothing is known to be open. `country` is an ISO 3166-1 alpha-2
    code; in an unknown one no day is a public holiday.
    """

    def opened(day: date) -> tuple[Times, ...]:
        return plan_of(hours, day, is_holiday=bool(public_holiday(country, day))).open

    return _laid_out(opened, timezone, start, end)


def usual_spans(country: str, timezone: str, start: datetime, end: datetime) -> list[Span]:
    """Returns when offices of a country usually work: an assumption, for offices whose hours nobody knows.

    That is 9 to 17 o'clock except at the country's weekend, Saturday and Sunday in an unknown country, and on its
    public holidays.
    """
    free = usual_weekend(country)

    def opened(day: date) -> tuple[Times, ...]:
        return () if day.weekday() in free or public_holiday(country, day) else (_USUAL,)

    return _laid_out(opened, timezone, start, end)


def usual_weekend(country: str) -> frozenset[int]:
    """Returns the weekdays of a country's weekend, 0 is Monday: Saturday and Sunday in an unknown country."""
    return weekend(country) or _USUAL_WEEKEND


def _laid_out(opened: Callable[[date], Iterable[Times]], timezone: str, start: datetime, end: datetime) -> list[Span]:
    zone = zone_of(timezone)
    if zone is None:
        return []
    found: list[Span] = []
    for first, last in sorted(_moments(opened, zone, start, end)):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _moments(
    opened: Callable[[date], Iterable[Times]], zone: ZoneInfo, start: datetime, end: datetime
) -> Iterator[Span]:
    day = start.astimezone(zone).date() - 2 * _DAY  # hours last until the end of the next day at most
    while day <= end.astimezone(zone).date():
        for times in opened(day):
            first = max(_moment(day, times.start, zone), start.astimezone(UTC))
            last = min(_moment(day, times.end, zone), end.astimezone(UTC))
            if first < last:
                yield first, last
        day += _DAY


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Returns when a clock of a zone shows so many minutes past midnight of a day, whatever it did in between."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return wall.replace(tzinfo=zone).astimezone(UTC)
