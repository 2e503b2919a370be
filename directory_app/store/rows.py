"""Table rows to values and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Table, Text

from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Kind, Office, Person, Region, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision
from directory_app.model.plain import from_plain, to_plain
from directory_app.store import tables
from directory_app.store.soundness import require_numbers, require_texts

Values = dict[str, Any]
"""A row to be written, by column."""


@dataclass(frozen=True, slots=True)
class ManyValued:
    """A field of which an office has several, each a row of a table of its own.

    `read` takes the columns after office and position, in the table's order.
    """

    field: str
    table: Table
    write: Callable[[Any], tuple[str, ...]]
    read: Callable[..., object]

    @property
    def columns(self) -> list[str]:
        """The names of the columns after office and position."""
        return [column.name for column in self.table.columns][2:]

    def rows_of(self, office: Office) -> list[tuple[Any, ...]]:
        """Returns the rows of an office's field, in the order of the columns."""
        return [(office.id, place, *self.write(value)) for place, value in enumerate(getattr(office, self.field))]


MANY_VALUED = (
    ManyValued(
        "phones",
        tables.phones,
        lambda phone: (phone.raw, phone.number, phone.extension, phone.kind, phone.label),
        lambda raw, number, extension, kind, label: Phone(raw, number, extension, PhoneKind(kind), label),
    ),
    ManyValued("emails", tables.emails, lambda email: (email.address, email.label), Email),
    ManyValued("websites", tables.websites, lambda url: (url,), str),
    ManyValued("people", tables.people, lambda person: (person.name, person.role), Person),
    ManyValued("aliases", tables.aliases, lambda alias: (alias,), str),
)

_AS_PLAIN = ("covers", "local_address", "extras", "ignored", "distinct_from")
"""Fields that are read with their office alone and never searched by the database, so JSON holds them."""

_texts_of = attrgetter(
    *(column.name for column in tables.offices.columns if isinstance(column.type, Text) and not column.nullable)
)


def office_row(office: Office, revision: int, at: datetime) -> Values:
    """Returns an office's own row, at the revision and time of its saving."""
    address, position = office.address, office.position
    return {
        "id": office.id,
        "name": office.name,
        "kind": office.kind,
        "region": office.region or None,
        "address_lines": list(address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        "district": address.district,
        "state": address.state,
        "country": address.country,
        "published_address": address.published,
        "latitude": position.latitude if position else None,
        "longitude": position.longitude if position else None,
        "precision": position.precision if position else "",
        "position_source": position.source if position else "",
        "confirmed_by": position.confirmed_by if position else "",
        "timezone": office.timezone,
        "opening_hours": office.opening_hours,
        "notes": office.notes,
        "status": office.status,
        "verified_on": office.verified_on,
        "verified_by": office.verified_by,
        "verified_how": office.verified_how,
        **{field: to_plain(field, getattr(office, field)) for field in _AS_PLAIN},
        "revision": revision,
        "updated_at": at,
    }


def office_from(row: Row[Any], many: Mapping[str, Any]) -> Office:
    """Returns the office of a row and of its rows in other tables, by field.

    Raises ValueError for what is no value of the model.
    """
    require_texts(*_texts_of(row), row.region or "", *row.address_lines)
    require_numbers(row.revision, row.latitude or 0.0, row.longitude or 0.0)
    plain: Any = {field: from_plain(field, getattr(row, field)) for field in _AS_PLAIN}
    return Office(
        id=row.id,
        name=row.name,
        kind=Kind(row.kind),
        region=row.region or "",
        address=PostalAddress(
            lines=tuple(row.address_lines),
            postal_code=row.postal_code,
            city=row.city,
            district=row.district,
            state=row.state,
            country=row.country,
            published=row.published_address,
        ),
        position=_position_from(row),
        timezone=row.timezone,
        opening_hours=row.opening_hours,
        notes=row.notes,
        status=Status(row.status),
        verified_on=row.verified_on,
        verified_by=row.verified_by,
        verified_how=row.verified_how,
        revision=row.revision,
        updated_at=row.updated_at,
        **plain,
        **many,
    )


def _position_from(row: Row[Any]) -> Position | None:
    if row.latitude is None or row.longitude is None:
        return None
    return Position(row.latitude, row.longitude, Precision(row.precision), row.position_source, row.confirmed_by)


def region_row(region: Region) -> Values:
    """Returns a region's row."""
    return {"name": region.name, "aliases": list(region.aliases), "place": region.order}
