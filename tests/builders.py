"""Small real values for tests: an office with everything plain but what the test is about."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from directory_app.model.address import PostalAddress
from directory_app.model.office import Office, Summary
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position

_NAMESPACE = UUID("6f3c1f5e-8f0b-5c57-9f86-3e6f8f1f2a11")


def an_office(name: str = "Test Office", *, city: str = "Bonn", country: str = "DE", **values: Any) -> Office:
    """Returns an office; equal names give equal ids, so that two states of one office are easy to write."""
    office = Office(
        id=uuid5(_NAMESPACE, ascii(name)), name=name, region="Europe", address=PostalAddress(city=city, country=country)
    )
    return replace(office, **values)


def a_phone(number: str = "+4922897629900", *, kind: PhoneKind = PhoneKind.VOICE, **values: Any) -> Phone:
    """Returns a phone whose raw text is its number unless said otherwise."""
    return Phone(**{"raw": number, "number": number, "kind": kind, **values})


def a_position(latitude: float = 50.73, longitude: float = 7.1, **values: Any) -> Position:
    """Returns a position, in Bonn unless said otherwise."""
    return Position(latitude, longitude, **values)


def summary_of(office: Office) -> Summary:
    """Returns the row that a store would read of an office."""
    place = office.position
    return Summary(
        id=office.id,
        name=office.name,
        kind=office.kind,
        region=office.region,
        city=office.address.city,
        country=office.address.country,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        timezone=office.timezone,
        status=office.status,
        verified_on=office.verified_on,
        covers=office.covers,
        opening_hours=office.opening_hours,
    )
