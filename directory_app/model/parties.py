"""Offices as those who take part in a call: when each can be phoned."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from directory_app.model.calls import Party
from directory_app.model.office import Office, Status
from directory_app.model.opening_hours.public_holidays import public_holiday
from directory_app.model.opening_hours.reading import read_hours
from directory_app.model.opening_hours.spans import spans, usual_spans
from directory_app.model.zones import zone_of

_A_DAY = timedelta(hours=25)
"""The longest day that clocks know; a remark is about one day only."""


def parties_of(offices: Iterable[Office], start: datetime, end: datetime) -> list[Party]:
    """Returns when each office can be phoned between two aware moments, in their order.

    Where its hours are not known, those that are usual in its country are assumed, and the party says so.
    A closed office can never be phoned.
    """
    return [_party_of(office, start, end) for office in offices]


def _party_of(office: Office, start: datetime, end: datetime) -> Party:
    hours, country = read_hours(office.opening_hours), office.address.country
    if office.status is Status.CLOSED:
        return Party(office.name, office.timezone, (), note="this office is closed")
    note = _remark(office, start, end)
    if hours is None or not hours.say_when_open:
        assumed = usual_spans(country, office.timezone, start, end)
        return Party(office.name, office.timezone, tuple(assumed), is_assumed=True, note=note)
    return Party(office.name, office.timezone, tuple(spans(hours, office.timezone, country, start, end)), note=note)


def _remark(office: Office, start: datetime, end: datetime) -> str:
    zone = zone_of(office.timezone)
    if zone is None or end - start > _A_DAY:
        return ""
    days = dict.fromkeys(moment.astimezone(zone).date() for moment in (start, end - timedelta(seconds=1)))
    names = dict.fromkeys(filter(None, (public_holiday(office.address.country, day) for day in days)))
    return f"public holiday: {', '.join(names)}" if names else ""
