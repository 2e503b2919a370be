"""When several offices and the person who phones them can all be reached: times in, times out."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from directory_app.model.zones import zone_of

Span = tuple[datetime, datetime]
"""Two aware moments; the first is included, the last is not."""

MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Remark:
    """What is special about a day of somebody's own calendar, such as "public holiday: Labour Day"."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is to be in a call, and when between two moments that is possible.

    `timezone` is an IANA zone. `is_assumed` means that the hours are not known and the usual ones were
    taken; `note` says why there are none at all. `remarks` are in the order of their days, one a day at most.
    """

    name: str
    timezone: str
    spans: tuple[Span, ...]
    is_assumed: bool = False
    note: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """From when to when a call is possible, both in UTC, and who cannot be in it, by name."""

    start: datetime
    end: datetime
    missing: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A party that no slot takes into account, and why, as the end of a sentence."""

    party: Party
    reason: str


def left_out(parties: Iterable[Party]) -> tuple[LeftOut, ...]:
    """Returns the parties whose clock is not known, in their order."""
    return tuple(LeftOut(party, _reason(party)) for party in parties if zone_of(party.timezone) is None)


def working_hours(
    timezone: str,
    start: datetime,
    end: datetime,
    opens: int = 9,
    closes: int = 17,
    days: Collection[int] = MONDAY_TO_FRIDAY,
) -> tuple[Span, ...]:
    """Returns the hours between two moments when somebody works who works the same hours each of these days.

    `opens` is a full hour from 0 to 23, `closes` one from 1 to 24; one that is not later is of the next day.
    `days` are weekdays, 0 is Monday. Somebody in an unknown zone has none.
    """
    zone = zone_of(timezone)
    if zone is None:
        return ()
    first = start.astimezone(zone).date() - timedelta(days=1)  # the night before may reach into the range
    count = (end.astimezone(zone).date() - first).days + 1
    longer = closes <= opens
    spans = (
        (_at(day, opens, zone), _at(day + timedelta(days=longer), closes, zone))
        for day in (first + timedelta(days=number) for number in range(count))
        if day.weekday() in days
    )
    return tuple(within(_merged(spans), start, end))


def days_of(zone: ZoneInfo, start: datetime, end: datetime) -> list[date]:
    """Returns the days of a zone's calendar that lie, whole or in part, between two moments."""
    first, last = start.astimezone(zone).date(), (end - timedelta.resolution).astimezone(zone).date()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def whole_day(day: date, zone: ZoneInfo) -> Span:
    """Returns from when to when a day lasts in a zone, in UTC."""
    return _at(day, 0, zone).astimezone(UTC), _at(day, 24, zone).astimezone(UTC)


def within(spans: Iterable[Span], start: datetime, end: datetime) -> list[Span]:
    """Returns the parts of spans that lie between two moments, in UTC."""
    first, last = start.astimezone(UTC), end.astimezone(UTC)
    return [(max(a, first), min(b, last)) for a, b in spans if max(a, first) < min(b, last)]


def suits(parties: Sequence[Party], start: datetime, end: datetime, at_least: timedelta) -> list[Slot]:
    """Returns when all can be phoned for at least so long, in order; each slot is as long as it can be.

    Parties whose clock is not known are left out, see `left_out`.
    """
    parties, length = _with_clock(parties), max(at_least, timedelta.resolution)
    chances = _chances(_beginnings(parties, start, end, length))
    return [Slot(chance.first, chance.last + length) for chance in chances if len(chance.who) == len(parties)]


def best(parties: Sequence[Party], start: datetime, end: datetime, at_least: timedelta) -> list[Slot]:
    """Returns the slots in which the most can be phoned, each exactly so long, the kindest first.

    Of all times when the same parties can, it is the one at which those who cannot are nearest to
    hours of theirs; the nearer, the kinder. Slots of different parties may overlap.
    """
    parties, length = _with_clock(parties), max(at_least, timedelta.resolution)
    calendars = _beginnings(parties, start, end, length)
    chances = _chances(calendars)
    most = max((len(chance.who) for chance in chances), default=0)
    found: list[tuple[timedelta, Slot]] = []
    for chance in chances:
        if len(chance.who) == most:
            absent = [place for place in range(len(parties)) if place not in chance.who]
            cost, at = min((_cost(at, absent, calendars, end - start), at) for at in (chance.first, chance.last))
            missing = tuple(sorted((parties[place] for place in absent), key=_by_name))
            found.append((cost, Slot(at, at + length, missing)))
    return [slot for _, slot in sorted(found, key=_by_cost)]


@dataclass(frozen=True, slots=True)
class _Chance:
    """A call of the length asked for can begin from `first` to `last`, both included, with these parties."""

    first: datetime
    last: datetime
    who: frozenset[int]


def _beginnings(parties: Sequence[Party], start: datetime, end: datetime, length: timedelta) -> list[list[Span]]:
    """Returns, for each party, from when to when a call may begin, both included."""
    return [
        [(first, last - length) for first, last in within(_merged(party.spans), start, end) if last - first >= length]
        for party in parties
    ]


def _chances(calendars: Sequence[Sequence[Span]]) -> list[_Chance]:
    """Returns a chance for each moment at which another party becomes free, in order.

    The most parties are free from such a moment on until the first of them is not any more: would
    another one join them meanwhile, they would be more.
    """
    chances = []
    for moment in sorted({first for calendar in calendars for first, _ in calendar}):
        lasts = {}
        for place, calendar in enumerate(calendars):
            at = bisect_right(calendar, moment, key=_first) - 1
            if at >= 0 and calendar[at][1] >= moment:
                lasts[place] = calendar[at][1]
        chances.append(_Chance(moment, min(lasts.values()), frozenset(lasts)))
    return chances


def _cost(at: datetime, absent: Iterable[int], calendars: Sequence[Sequence[Span]], never: timedelta) -> timedelta:
    """Returns by how much, together, a call at a moment misses the hours of those who cannot."""
    return sum(
        (min((max(first - at, at - last) for first, last in calendars[place]), default=never) for place in absent),
        timedelta(),
    )


def _with_clock(parties: Iterable[Party]) -> list[Party]:
    return [party for party in parties if zone_of(party.timezone) is not None]


def _reason(party: Party) -> str:
    name = " ".join(party.timezone.split())
    return f"its time zone {name} is not known" if name else "it has no time zone"


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=hour // 24), time(hour % 24), zone)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Returns spans in order and without overlaps, in UTC: moments of one zone compare by their clocks otherwise."""
    merged: list[Span] = []
    for start, end in sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _first(span: Span) -> datetime:
    return span[0]


def _by_name(party: Party) -> tuple[str, str, tuple[Span, ...], bool, str]:
    return party.name, party.timezone, party.spans, party.is_assumed, party.note


def _by_cost(found: tuple[timedelta, Slot]) -> tuple[timedelta, datetime]:
    cost, slot = found
    return cost, slot.start
