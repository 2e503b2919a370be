"""Times of calls in words: in the reader's clock and in everybody else's."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo
from unicodedata import bidirectional

from directory_app.model.calls import Party, Slot, left_out
from directory_app.model.office import WITHOUT_NAME
from directory_app.model.zones import zone_of

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def day_text(day: date) -> str:
    """Returns a day in a few letters, such as "Tue 24 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def times_text(slot: Slot, zone: tzinfo, day: date) -> str:
    """Returns a slot as the clock of a zone shows it, such as "16:00–17:30".

    Where it begins on another day than the given one, the weekday stands before: "Wed 08:00–09:30".
    """
    start, end = slot.start.astimezone(zone), slot.end.astimezone(zone)
    weekday = "" if start.date() == day else f"{start:%a} "
    change = "" if start.utcoffset() == end.utcoffset() else " (the clock changes meanwhile)"
    return f"{weekday}{start:%H:%M}–{end:%H:%M}{change}"


def slot_title(slot: Slot, zone: tzinfo) -> str:
    """Returns a slot with its day, such as "Tue 24 Nov, 09:00–10:30"."""
    day = slot.start.astimezone(zone).date()
    return f"{day_text(day)}, {times_text(slot, zone, day)}"


def slot_line(slot: Slot, zone: tzinfo, parties: Iterable[Party]) -> str:
    """Returns a slot in the clocks of others, those who share a clock together; who cannot comes last.

    Such as "16:00–17:30 Manila Office, Beijing Office; 17:00–18:30 Japan Office". `zone` is the reader's. What is
    special about the day of those who cannot is said.
    """
    absent = set(map(id, slot.missing))  # the same objects: to compare all their hours would take its time
    present = [party for party in parties if id(party) not in absent]
    parts = _by_clock(slot, zone, present)
    if slot.missing:
        parts.append(f"outside office hours: {', '.join(_absent(slot, zone, slot.missing))}")
    return "; ".join(parts)


def call_text(slot: Slot, me: Party, parties: Sequence[Party]) -> str:
    """Returns a slot as a text to send: a line in the sender's clock, one for each party, one in UTC.

    Who cannot and why, whose hours are assumed and whose clock is not known is said in that party's line.
    """
    mine = zone_of(me.timezone) or UTC
    start = slot.start.astimezone(mine)
    apology = ", outside office hours" if me in slot.missing else ""
    lines = [
        f"{day_text(start.date())} {start.year}, {times_text(slot, mine, start.date())} {_clock(me.timezone)}{apology}",
        "",
    ]
    for party in parties:
        zone = zone_of(party.timezone)
        if zone is not None:
            lines.append(f"{shown_name(party.name)}: {times_text(slot, zone, start.date())}{_remark(party, slot)}")
    lines += [f"{shown_name(out.party.name)}: {out.reason}" for out in left_out(parties)]
    lines.append(f"UTC: {times_text(slot, UTC, start.date())}")
    return "\n".join(lines) + "\n"


def shown_name(name: str) -> str:
    """Returns a name as `shown` does, and where there is none, that."""
    return shown(name) or WITHOUT_NAME


def shown(text: str) -> str:
    """Returns a text on one line; one in a script from right to left keeps to itself among other words."""
    line = " ".join(text.split())
    if any(bidirectional(sign) in ("R", "AL") for sign in line):
        return f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}"
    return line


def _by_clock(slot: Slot, mine: tzinfo, parties: Iterable[Party]) -> list[str]:
    day = slot.start.astimezone(mine).date()
    names: dict[tuple[datetime, str], list[str]] = {}
    for party in parties:
        zone = zone_of(party.timezone)
        if zone is not None:
            wall = slot.start.astimezone(zone).replace(tzinfo=None)  # sorted by what the clocks show
            names.setdefault((wall, times_text(slot, zone, day)), []).append(shown_name(party.name))
    return [f"{times} {', '.join(names[wall, times])}" for wall, times in sorted(names)]


def _absent(slot: Slot, mine: tzinfo, parties: Iterable[Party]) -> list[str]:
    day = slot.start.astimezone(mine).date()
    clocks = ((party, zone_of(party.timezone)) for party in parties)
    return [
        f"{shown_name(party.name)} ({', '.join(filter(None, (times_text(slot, zone, day), _special(party, slot))))})"
        for party, zone in clocks
        if zone is not None
    ]


def _remark(party: Party, slot: Slot) -> str:
    if party in slot.missing:
        return f", {_special(party, slot) or 'outside office hours'}"
    return ", hours not known" if party.is_assumed else ""


def _special(party: Party, slot: Slot) -> str:
    """Returns what is special about the day of a party's own calendar on which a slot begins."""
    zone = zone_of(party.timezone)
    day = slot.start.astimezone(zone).date() if zone is not None else None
    return shown(next((remark.text for remark in party.remarks if remark.day == day), ""))


def _clock(timezone: str) -> str:
    """Returns whose clock it is, such as "Berlin time"."""
    return f"{timezone.rpartition('/')[2].replace('_', ' ')} time" if zone_of(timezone) is not None else "UTC"
