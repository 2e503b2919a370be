"""Field values as JSON can hold them, and back: for the change log, exports and the command line."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.change import EXISTS, FIELDS
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision

Plain = Any
"""What `json` reads and writes: None, bool, int, float, str, lists and dicts with string keys."""


def to_plain(field: str, value: object) -> Plain:
    """Returns a field's value as JSON can hold it.

    Raises KeyError for a field that no change can name.
    """
    return _TO_PLAIN[field](value)


def from_plain(field: str, plain: Plain) -> object:
    """Returns the value that `to_plain` was given.

    Raises KeyError, TypeError or ValueError for what it never returned.
    """
    return _FROM_PLAIN[field](plain)


def _same(value: Any) -> Any:
    return value


def _each(convert: Callable[[Any], Plain]) -> Callable[[Any], Plain]:
    return lambda values: [convert(value) for value in values]


def _tuple_of(read: Callable[[Any], object]) -> Callable[[Plain], object]:
    return lambda plain: tuple(read(row) for row in plain)


def _or_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


# Records are written out, because dataclasses.asdict copies every value deeply, which is slow, and leaves
# enums as they are.


def _plain_phone(phone: Phone) -> Plain:
    return {
        "raw": phone.raw,
        "number": phone.number,
        "extension": phone.extension,
        "kind": phone.kind.value,
        "label": phone.label,
    }


def _plain_extra(extra: Extra) -> Plain:
    return {
        "name": extra.name,
        "value": extra.value,
        "parameters": extra.parameters,
        "source": extra.source.value,
    }


def _plain_ignored(ignored: Ignored) -> Plain:
    return {"code": ignored.code, "field": ignored.field, "about": ignored.about, "reason": ignored.reason}


def _plain_position(position: Position) -> Plain:
    return {
        "latitude": position.latitude,
        "longitude": position.longitude,
        "precision": position.precision.value,
        "source": position.source,
        "confirmed_by": position.confirmed_by,
    }


def _plain_address(address: PostalAddress) -> Plain:
    return {
        "lines": list(address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        "district": address.district,
        "state": address.state,
        "country": address.country,
        "published": address.published,
    }


_TO_PLAIN: dict[str, Callable[[Any], Plain]] = dict.fromkeys((EXISTS, *FIELDS), _same) | {
    "kind": lambda kind: kind.value,
    "status": lambda status: status.value,
    "phones": _each(_plain_phone),
    "emails": _each(lambda email: {"address": email.address, "label": email.label}),
    "people": _each(lambda person: {"name": person.name, "role": person.role}),
    "extras": _each(_plain_extra),
    "ignored": _each(_plain_ignored),
    "distinct_from": _each(str),
    "covers": list,
    "websites": list,
    "aliases": list,
    "address.lines": list,
    "position": _or_none(_plain_position),
    "local_address": _or_none(_plain_address),
    "verified_on": _or_none(date.isoformat),
}

_FROM_PLAIN: dict[str, Callable[[Plain], object]] = dict.fromkeys((EXISTS, *FIELDS), _same) | {
    "kind": Kind,
    "status": Status,
    "phones": _tuple_of(lambda row: Phone(**{**row, "kind": PhoneKind(row["kind"])})),
    "emails": _tuple_of(lambda row: Email(**row)),
    "people": _tuple_of(lambda row: Person(**row)),
    "extras": _tuple_of(lambda row: Extra(**{**row, "source": ExtraSource(row["source"])})),
    "ignored": _tuple_of(lambda row: Ignored(**row)),
    "distinct_from": _tuple_of(UUID),
    "covers": tuple,
    "websites": tuple,
    "aliases": tuple,
    "address.lines": tuple,
    "position": _or_none(lambda row: Position(**{**row, "precision": Precision(row["precision"])})),
    "local_address": _or_none(lambda row: PostalAddress(**{**row, "lines": tuple(row["lines"])})),
    "verified_on": _or_none(date.fromisoformat),
}
