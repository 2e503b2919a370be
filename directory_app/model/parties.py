"""Offices as those who take part in a call: when each can be phoned."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from directory_app.model.calls import Party, Remark, days_of, whole_day, within
from directory_app.model.office import Office, Status
from directory_app.model.opening_hours.day_plan import plan_of
from directory_app.model.opening_hours.hours import OpeningHours
from directory_app.model.opening_hours.public_holidays import public_holiday
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.spans import spans, usual_spans, usual_weekend
from directory_app.model.zones import zone_of

_A_DAY = timedelta(hours=25)
"""The longest day that clocks know."""


def parties_of(offices: Iterable[Office], start: datetime, end: datetime) -> list[Party]:
    """Returns when each office can be phoned between two aware moments, in their order.

    Where its hours are not known, those that are usual in its country are assumed, and the party says so.
    A closed office can never be phoned. Remarks name the public holidays, and why other days have no hours.
    """
    return [_party_of(office, start, end) for office in offices]


def _party_of(office: Office, start: datetime, end: datetime) -> Party:
    if office.status is Status.CLOSED:
        return Party(office.name, office.timezone, (), note="this office is closed")
    zone = zone_of(office.timezone)
    if zone is None:
        return Party(office.name, office.timezone, ())
    hours, country = read_hours(office.opening_hours), office.address.country
    known = hours if hours is not None and hours.say_when_open else None
    around = start - _A_DAY, end + _A_DAY  # the days that begin before the one moment and end after the other
    if known is None:
        opened = usual_spans(country, office.timezone, *around)
    else:
        opened = spans(known, office.timezone, country, *around)
    remarks = tuple(
        Remark(day, text)
        for day in days_of(zone, start, end)
        if (text := _remark(known, country, day, is_free=not within(opened, *whole_day(day, zone))))
    )
    return Party(
        office.name, office.timezone, tuple(within(opened, start, end)), is_assumed=known is None, remarks=remarks
    )


def _remark(hours: OpeningHours | None, country: str, day: date, *, is_free: bool) -> str:
    """Returns what is special about a day of an office's calendar; a day is free where no hours lie in it."""
    holiday = public_holiday(country, day)
    if holiday:
        return f"public holiday: {holiday}"
    if not is_free:
        return ""
    comments = [comment for _, comment in plan_of(hours, day, is_holiday=False).unknown] if hours is not None else []
    if comments:
        return comments[0] or "perhaps open"
    return "weekend" if day.weekday() in usual_weekend(country) else "closed"
