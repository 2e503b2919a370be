"""Field values as JSON can hold them, and back: for the change log, exports and the command line."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, cast
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.change import EXISTS, FIELDS
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision

Plain = Any
"""What `json` reads and writes: None, bool, int, float, str, lists and dicts with string keys."""

_TEXT_LISTS = frozenset({"websites", "aliases", "address.lines"})
# Written out, because dataclasses.asdict copies every value deeply, which is slow, and leaves enums as they are.
_TO_RECORDS: dict[str, Callable[[Any], dict[str, Plain]]] = {
    "phones": lambda phone: {
        "raw": phone.raw,
        "number": phone.number,
        "extension": phone.extension,
        "kind": phone.kind.value,
        "label": phone.label,
    },
    "emails": lambda email: {"address": email.address, "label": email.label},
    "people": lambda person: {"name": person.name, "role": person.role},
    "extras": lambda extra: {
        "name": extra.name,
        "value": extra.value,
        "parameters": extra.parameters,
        "source": extra.source.value,
    },
    "ignored": lambda ignored: {
        "code": ignored.code,
        "field": ignored.field,
        "about": ignored.about,
        "reason": ignored.reason,
    },
}
_FROM_RECORDS: dict[str, Callable[[dict[str, Plain]], object]] = {
    "phones": lambda row: Phone(**{**row, "kind": PhoneKind(row["kind"])}),
    "emails": lambda row: Email(**row),
    "people": lambda row: Person(**row),
    "extras": lambda row: Extra(**{**row, "source": ExtraSource(row["source"])}),
    "ignored": lambda row: Ignored(**row),
}
_ENUMS: dict[str, Callable[[str], object]] = {"kind": Kind, "status": Status}


def to_plain(field: str, value: object) -> Plain:
    """Returns a field's value as JSON can hold it.

    Raises KeyError for a field that no change can name.
    """
    _require_known(field)
    if field in _TO_RECORDS:
        return [_TO_RECORDS[field](row) for row in cast("tuple[object, ...]", value)]
    if field in _TEXT_LISTS:
        return list(cast("tuple[str, ...]", value))
    if field == "distinct_from":
        return [str(other) for other in cast("tuple[UUID, ...]", value)]
    if isinstance(value, Position):
        return _plain_position(value)
    if isinstance(value, PostalAddress):
        return _plain_address(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_plain(field: str, plain: Plain) -> object:
    """Returns the value that `to_plain` was given.

    Raises KeyError, TypeError or ValueError for what it never returned.
    """
    _require_known(field)
    if field in _FROM_RECORDS:
        return tuple(_FROM_RECORDS[field](row) for row in plain)
    if field in _TEXT_LISTS:
        return tuple(plain)
    if field in _ENUMS:
        return _ENUMS[field](plain)
    if field == "distinct_from":
        return tuple(UUID(other) for other in plain)
    if field == "position":
        return None if plain is None else _position(plain)
    if field == "local_address":
        return None if plain is None else PostalAddress(**{**plain, "lines": tuple(plain["lines"])})
    if field == "verified_on":
        return None if plain is None else date.fromisoformat(plain)
    return plain


def _plain_position(position: Position) -> dict[str, Plain]:
    return {
        "latitude": position.latitude,
        "longitude": position.longitude,
        "precision": position.precision.value,
        "source": position.source,
        "confirmed_by": position.confirmed_by,
    }


def _plain_address(address: PostalAddress) -> dict[str, Plain]:
    return {
        "lines": list(address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        "district": address.district,
        "state": address.state,
        "country": address.country,
        "published": address.published,
    }


def _position(plain: dict[str, Plain]) -> Position:
    return Position(**{**plain, "precision": Precision(plain["precision"])})


def _require_known(field: str) -> None:
    if field != EXISTS and field not in FIELDS:
        raise KeyError(field)
