"""Whether an office is open at a moment and when it will be, as somebody about to phone it wants to read it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from directory_app.model.calls import Span
from directory_app.model.opening_hours.day_plan import plan_of
from directory_app.model.opening_hours.hours import DAY, HOUR, OpeningHours
from directory_app.model.opening_hours.public_holidays import public_holiday, weekend
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.spans import spans
from directory_app.model.opening_hours.tokens import MONTH_NAMES, WEEKDAY_NAMES
from directory_app.model.zones import zone_of

_LOOKS_AHEAD = (timedelta(days=8), timedelta(days=400))
"""How far an opening is looked for: first as far as most offices need."""
_SOON = timedelta(hours=6)
_A_DAY = timedelta(days=1)
_A_MINUTE = timedelta(minutes=1)
_WEEK = 7


class Openness(StrEnum):
    """What is known about an office at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    PERHAPS = "perhaps"
    """Its hours say only a comment about this moment, such as "by appointment"."""
    UNKNOWN = "unknown"
    """It has no hours, they cannot be read, or they name only days off."""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether an office is open at a moment, on its own clock.

    `until` is when it closes, for an open office, and `opens` when it opens next, for a closed one; both are None
    where that is further off than a year or never. `holiday` is the public holiday of the day. `is_holiday_the_reason`
    means that the office would be open on this day otherwise. `comment` is what the hours say for a PERHAPS.
    """

    openness: Openness = Openness.UNKNOWN
    now: datetime | None = None
    until: datetime | None = None
    opens: datetime | None = None
    holiday: str = ""
    is_holiday_the_reason: bool = False
    is_weekend: bool = False
    comment: str = ""


def status(text_of_hours: str, timezone: str, country: str, now: datetime) -> Status:
    """Returns what is known about an office at an aware moment; nothing in an unknown zone.

    `timezone` is an IANA name, `country` an ISO 3166-1 alpha-2 code.
    """
    zone = zone_of(timezone)
    if zone is None:
        return Status()
    there = now.astimezone(zone)
    today = there.date()
    holiday = public_holiday(country, today)
    known = Status(now=there, holiday=holiday, is_weekend=today.weekday() in weekend(country))
    hours = read_hours(text_of_hours)
    if hours is None or not hours.say_when_open:
        return known
    following = _next_span(hours, timezone, country, now)
    if following and following[0] <= now:
        is_for_ever = following[1] - now >= _LOOKS_AHEAD[-1]
        return replace(known, openness=Openness.OPEN, until=None if is_for_ever else following[1].astimezone(zone))
    comment = _comment_on(hours, there, is_holiday=bool(holiday))
    return replace(
        known,
        openness=Openness.CLOSED if comment is None else Openness.PERHAPS,
        opens=following[0].astimezone(zone) if following else None,
        is_holiday_the_reason=bool(holiday) and _closed_by_holiday(hours, today),
        comment=comment or "",
    )


def status_text(status: Status, reader: tzinfo | None = None) -> str:
    """Returns a status in a few words, such as "open until 17:00"; nothing where nothing is known.

    With the zone of the reader's clock a time of another clock is also told on that one: "opens tomorrow 09:00, 02:00
    for you".
    """
    text, moment = _office_text(status), _moment_told(status)
    if reader is None or status.now is None or moment is None:
        return text
    mine = moment.astimezone(reader)
    if mine.utcoffset() == moment.utcoffset():
        return text
    theirs, own = _day_name(status.now, moment), _day_name(status.now.astimezone(reader), mine)
    day = "" if own == theirs else own or "today "
    return f"{text}, {day}{mine:%H:%M} for you"


def _office_text(status: Status) -> str:
    if status.openness is Openness.OPEN:
        return _open_text(status)
    if status.openness is Openness.PERHAPS:
        return status.comment or "perhaps open"
    if status.openness is Openness.CLOSED:
        return _closed_text(status)
    if status.holiday:
        return f"public holiday: {status.holiday}"
    return "weekend there" if status.is_weekend else ""


def _moment_told(status: Status) -> datetime | None:
    """Returns the moment that a status names by a clock; how long one waits is the same on every clock."""
    if status.openness is Openness.OPEN:
        return status.until
    if status.openness is not Openness.CLOSED:
        return None
    return status.opens if status.is_holiday_the_reason or not _is_soon(status) else None


def _next_span(hours: OpeningHours, timezone: str, country: str, now: datetime) -> Span | None:
    """Returns from when to when it is open now or next; an end as far off as one looks ahead is none."""
    found: list[Span] = []
    for ahead in _LOOKS_AHEAD:
        found = spans(hours, timezone, country, now, now.astimezone(UTC) + ahead)
        if found and found[0][1] - now < ahead:
            break
    return next(iter(found), None)


def _comment_on(hours: OpeningHours, now: datetime, *, is_holiday: bool) -> str | None:
    """Returns what hours say about a moment for which they say only a comment, or None."""
    minute, today = now.hour * HOUR + now.minute, now.date()
    for day, at, holiday in ((today, minute, is_holiday), (today - _A_DAY, minute + DAY, False)):
        for times, comment in plan_of(hours, day, is_holiday=holiday).unknown:
            if times.start <= at < times.end:
                return comment
    return None


def _closed_by_holiday(hours: OpeningHours, day: date) -> bool:
    otherwise, then = (plan_of(hours, day, is_holiday=is_holiday).open for is_holiday in (False, True))
    return bool(otherwise) and not then


def _open_text(status: Status) -> str:
    now, until = status.now, status.until
    if now is None or until is None:
        return "open"
    if _between(now, until) >= _A_DAY:
        return f"open until {_day_and_clock(now, until)}"
    return f"open until {until:%H:%M}" if until.hour or until.minute else "open until midnight"


def _closed_text(status: Status) -> str:
    now, opens = status.now, status.opens
    if status.is_holiday_the_reason:
        why = f"closed today: {status.holiday}"
        return f"{why}; opens {_day_and_clock(now, opens)}" if now is not None and opens is not None else why
    if now is None or opens is None:
        return "closed"
    if _is_soon(status):
        return f"opens in {_duration(_between(now, opens))}"
    return f"opens {_day_and_clock(now, opens)}"


def _is_soon(status: Status) -> bool:
    now, opens = status.now, status.opens
    if now is None or opens is None:
        return False
    return opens.date() == now.date() or _between(now, opens) < _SOON


def _between(now: datetime, then: datetime) -> timedelta:
    return then.astimezone(UTC) - now.astimezone(UTC)  # clocks of one zone are subtracted as if none was ever changed


def _duration(wait: timedelta) -> str:
    minutes = -(-wait // _A_MINUTE)
    if minutes < HOUR:
        return f"{minutes} min"
    if minutes < 2 * HOUR:
        return f"1 h {minutes - HOUR} min" if minutes > HOUR else "1 h"
    return f"{(minutes + HOUR // 2) // HOUR} h"


def _day_and_clock(now: datetime, then: datetime) -> str:
    return f"{_day_name(now, then)}{then:%H:%M}"


def _day_name(now: datetime, then: datetime) -> str:
    """Returns what a day to come is called, with a blank after it; nothing for today."""
    days = (then.date() - now.date()).days
    if days < _WEEK:
        return {0: "", 1: "tomorrow "}.get(days, f"{WEEKDAY_NAMES[then.weekday()]} ")
    return f"{then.day} {MONTH_NAMES[then.month - 1]} "
