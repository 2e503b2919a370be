"""The time at an office, as somebody about to phone it wants to read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from directory_app.model.zones import zone_of


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A wall clock at an office beside the reader's own.

    `days` is how many calendar days the office is ahead of the reader: -1, 0 or 1, and 2 either way for an hour a day
    between islands on both sides of the date line.
    `ahead` is the difference of the two clocks, negative where the office is behind.
    """

    moment: datetime
    days: int
    ahead: timedelta


def local_now(timezone: str = "") -> datetime:
    """Returns the present moment on the reader's own clock: that of an IANA zone, else of the system."""
    zone = zone_of(timezone) if timezone else None
    return datetime.now(zone) if zone is not None else datetime.now().astimezone()


def local_time(timezone: str, now: datetime) -> LocalTime | None:
    """Returns what the clock shows in an IANA zone at an aware moment, or None for an unknown zone."""
    zone = zone_of(timezone)
    if zone is None:
        return None
    here = now.astimezone(now.tzinfo)
    there = now.astimezone(zone)
    ahead = (there.utcoffset() or timedelta()) - (here.utcoffset() or timedelta())
    return LocalTime(there, (there.date() - here.date()).days, ahead)


def short_time(time: LocalTime) -> str:
    """Returns the clock in a few signs, such as "14:05", or "tomorrow 08:15" where its calendar is a day ahead."""
    day = {-2: "two days ago ", -1: "yesterday ", 1: "tomorrow ", 2: "in two days "}.get(time.days, "")
    return f"{day}{time.moment:%H:%M}"


def difference_text(time: LocalTime) -> str:
    """Returns how far the office's clock is from the reader's, such as "7 hours ahead of here"."""
    minutes = round(time.ahead.total_seconds() / 60)
    if minutes == 0:
        return "the same time as here"
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest)
    return f"{' '.join(parts)} {'ahead of' if minutes > 0 else 'behind'} here"
