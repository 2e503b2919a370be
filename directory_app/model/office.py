"""Offices, the people in them and the regions they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.folding import fold
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


def region_named(text: str, regions: Iterable[Region]) -> Region | None:
    """Returns the region with this name or alias, in any case and with or without accents, or None."""
    wanted = fold(text.strip())
    for region in regions:
        if wanted in {fold(name) for name in (region.name, *region.aliases)}:
            return region
    return None


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
