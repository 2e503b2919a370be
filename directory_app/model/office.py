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


WITHOUT_NAME = "Office without a name"
"""What people read in the place of a name that is empty."""


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


class ExtraSource(StrEnum):
    """Where something came from that the directory has no field for."""

    VCARD = "vcard"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Extra:
    """What a file said of an office and the directory has no field for: kept as it was, and exported again.

    `name` is a vCard property or the header of a column, `value` its text as it stood in the file,
    for a vCard still escaped; `parameters` are those of a vCard property, each with its semicolon.
    """

    name: str
    value: str
    parameters: str = ""
    source: ExtraSource = ExtraSource.VCARD


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that somebody looked at and lets stand; `about` is what it was about, as in the finding."""

    code: str
    field: str
    about: str
    reason: str


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

    `region` is a region's name, `timezone` an IANA zone, empty where unknown. `covers` are the countries
    (ISO 3166-1 alpha-2) that it serves beside its own; `opening_hours` are written as OpenStreetMap's
    opening_hours. `local_address` is the address in the country's own script where both are known.
    `verified_how` says how somebody made sure ("called", "website"). `distinct_from` are the offices that
    resemble this one and are others.
    `revision` is 0 until the office is first saved; `updated_at` is UTC. Whoever changes an office
    makes a new value.
    """

    id: UUID
    name: str = ""
    kind: Kind = Kind.OFFICE
    region: str = ""
    address: PostalAddress = PostalAddress()
    covers: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    websites: tuple[str, ...] = ()
    position: Position | None = None
    timezone: str = ""
    opening_hours: str = ""
    people: tuple[Person, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: str = ""
    status: Status = Status.ACTIVE
    verified_on: date | None = None
    verified_by: str = ""
    verified_how: str = ""
    local_address: PostalAddress | None = None
    extras: tuple[Extra, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    distinct_from: tuple[UUID, ...] = ()
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
    verified_on: date | None = None
    covers: tuple[str, ...] = ()
    opening_hours: str = ""
