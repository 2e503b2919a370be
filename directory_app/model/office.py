"""Offices, the people in them and the regions they belong to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.phone import Phone
from directory_app.model.place import Position


class Kind(StrEnum):
    """What an office is within the network."""

    WORLD_SECRETARIAT = "world_secretariat"
    REGIONAL_SECRETARIAT = "regional_secretariat"
    OFFICE = "office"
    PROJECT_OFFICE = "project_office"
    CENTRE = "centre"
    FOUNDATION = "foundation"


class Status(StrEnum):
    """Whether an office can still be reached."""

    ACTIVE = "active"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address and what it is for."""

    address: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named with an office, and in which role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the network; `order` is its place in lists, the World Secretariat's first."""

    name: str
    aliases: tuple[str, ...] = ()
    order: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """One office, as it stands at one revision.

    `region` is a region's name, `timezone` an IANA zone, empty where unknown. `revision` is 0
    until the office is first saved; `updated_at` is UTC. Whoever changes an office makes a new value.
    """

    id: UUID
    name: str = ""
    kind: Kind = Kind.OFFICE
    region: str = ""
    address: PostalAddress = PostalAddress()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    websites: tuple[str, ...] = ()
    position: Position | None = None
    timezone: str = ""
    people: tuple[Person, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: str = ""
    status: Status = Status.ACTIVE
    verified_on: date | None = None
    revision: int = 0
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list and the map need of an office."""

    id: UUID
    name: str
    kind: Kind
    region: str
    city: str
    country: str
    latitude: float | None
    longitude: float | None
    timezone: str
    status: Status


def summary_of(office: Office) -> Summary:
    """Returns the office's row for the list and the map."""
    return Summary(
        id=office.id,
        name=office.name,
        kind=office.kind,
        region=office.region,
        city=office.address.city,
        country=office.address.country,
        latitude=office.position.latitude if office.position else None,
        longitude=office.position.longitude if office.position else None,
        timezone=office.timezone,
        status=office.status,
    )
