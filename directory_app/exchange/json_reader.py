"""Offices out of JSON, as this program exports it, and as its command line prints it.

A full record says everything of an office. One that `show` or `list` printed says less, and only the
fields that it has are taken. Records are read one by one, so that a long list costs little memory.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from math import isfinite
from typing import Any, TypeVar
from uuid import UUID

from directory_app.exchange.limits import CARD_BYTES, MB, check_count, check_size
from directory_app.exchange.tables.encodings import codec_of, detect_encoding
from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision
from directory_app.model.plain import Plain
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable

_BLANK = re.compile(r"[ \t\r\n]*+")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_ADDRESS_TEXTS = ("postal_code", "city", "district", "state", "country", "published")

_Value = TypeVar("_Value")


class _WrongValueError(ValueError):
    """A value that cannot stand where it does; its text is a sentence."""


def read_json(data: bytes) -> Iterator[Record | Unreadable]:
    """Returns the offices of a file one by one; a record with anything wrong in it is unreadable as a whole.

    Raises LimitError for a file that is too large, at once or when too many records were read.
    """
    check_size(data)
    return _Reader(data).records()


class _Reader:
    """Goes through the text of a file and knows in which line it is."""

    def __init__(self, data: bytes) -> None:
        self._text = _decoded(data)
        self._decode = json.JSONDecoder().raw_decode
        self._at = 0
        self._line = 1
        self._counted_to = 0

    def records(self) -> Iterator[Record | Unreadable]:
        is_list = self._next() == "["
        self._at += is_list
        number = 0
        while self._next() != ("]" if is_list else ""):
            number += 1
            check_count(number)
            place, start = f"record {number}, line {self._line_of(self._at)}", self._at
            try:
                value, self._at = self._decode(self._text, start)
            except (ValueError, RecursionError):
                yield Unreadable(place, "This is no JSON; nothing after it can be read.")
                return
            if self._at - start > CARD_BYTES:
                yield Unreadable(place, f"The record is longer than {CARD_BYTES // MB} MB.")
            else:
                yield _record(value, place)
            if is_list and self._next() == ",":
                self._at += 1
        self._at += is_list
        if self._next():
            yield Unreadable(f"line {self._line_of(self._at)}", "Something stands after the end of the list.")

    def _next(self) -> str:
        """Returns the character that comes after any blanks, or "" at the end."""
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _line_of(self, at: int) -> int:
        self._line += self._text.count("\n", self._counted_to, at)
        self._counted_to = at
        return self._line


def _decoded(data: bytes) -> str:
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode(codec_of(detect_encoding(data)), errors="replace")


def _record(plain: Plain, place: str) -> Record | Unreadable:
    if not isinstance(plain, dict):
        return Unreadable(place, "This is no record of an office.")
    try:
        return _office_record(plain, place)
    except _WrongValueError as error:
        return Unreadable(place, str(error))


def _office_record(plain: dict[str, Plain], place: str) -> Record | Unreadable:
    address: dict[str, Any] = {name: _text(plain[name], name) for name in ("city", "country") if name in plain}
    if "address" in plain:
        address.update(_address_parts(plain["address"], "address"))
    values = {name: read(plain[name], name) for name, read in _READERS.items() if name in plain}
    fields = frozenset((*values, *(f"address.{part}" for part in address)))
    if not fields:
        return Unreadable(place, "This record has none of the fields of an office.")
    office = Office(
        id=_uuid(plain["id"], "id") if "id" in plain else UNIDENTIFIED,
        address=PostalAddress(**address),
        revision=_revision(plain.get("revision", 0), "revision"),
        updated_at=_moment(plain.get("updated_at"), "updated_at"),
        **values,
    )
    return Record(place, office, fields, whole=fields.issuperset(FIELDS))


def _text(value: Plain, name: str) -> str:
    # Half a pair of UTF-16 can be written in JSON, and nowhere else.
    return _HALF_PAIR.sub("\ufffd", _of_type(str, value, name, "text"))


def _of_type(wanted: type[_Value], value: Plain, name: str, called: str) -> _Value:
    if not isinstance(value, wanted):
        raise _WrongValueError(f"“{name}” is no {called}.")
    return value


def _several(read: Callable[[Plain, str], _Value]) -> Callable[[Plain, str], tuple[_Value, ...]]:
    return lambda value, name: tuple(read(item, name) for item in _of_type(list, value, name, "list"))


def _texts_of(names: tuple[str, ...], value: Plain, name: str) -> dict[str, str]:
    """Returns the texts of a record, "" for those that it does not have."""
    plain = _of_type(dict, value, name, "record")
    return {key: _text(plain.get(key, ""), f"{name}.{key}") for key in names}


def _one_of(values: Callable[[str], _Value], value: Plain, name: str) -> _Value:
    text = _text(value, name)
    try:
        return values(text)
    except ValueError:
        raise _WrongValueError(f"“{name}” cannot be “{text}”.") from None


def _phone(value: Plain, name: str) -> Phone:
    texts = _texts_of(("raw", "number", "extension", "label"), value, name)
    kind = _one_of(PhoneKind, value.get("kind", PhoneKind.VOICE.value), f"{name}.kind")
    return Phone(kind=kind, **texts)


def _extra(value: Plain, name: str) -> Extra:
    texts = _texts_of(("name", "value", "parameters"), value, name)
    source = _one_of(ExtraSource, value.get("source", ExtraSource.VCARD.value), f"{name}.source")
    return Extra(source=source, **texts)


def _email(value: Plain, name: str) -> Email:
    return Email(**_texts_of(("address", "label"), value, name))


def _person(value: Plain, name: str) -> Person:
    return Person(**_texts_of(("name", "role"), value, name))


def _ignored(value: Plain, name: str) -> Ignored:
    return Ignored(**_texts_of(("code", "field", "about", "reason"), value, name))


def _address_parts(value: Plain, name: str) -> dict[str, Any]:
    plain = _of_type(dict, value, name, "record")
    parts: dict[str, Any] = {part: _text(plain[part], f"{name}.{part}") for part in _ADDRESS_TEXTS if part in plain}
    if "lines" in plain:
        parts["lines"] = _several(_text)(plain["lines"], f"{name}.lines")
    return parts


def _local_address(value: Plain, name: str) -> PostalAddress | None:
    return None if value is None else PostalAddress(**_address_parts(value, name))


def _position(value: Plain, name: str) -> Position | None:
    if value is None:
        return None
    texts = _texts_of(("source", "confirmed_by"), value, name)
    precision = _one_of(Precision, value.get("precision", Precision.TOWN.value), f"{name}.precision")
    latitude, longitude = (_degrees(value.get(key), f"{name}.{key}") for key in ("latitude", "longitude"))
    return Position(latitude, longitude, precision, **texts)


def _degrees(value: Plain, name: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9 and isfinite(value):
        return float(value)
    raise _WrongValueError(f"“{name}” is no number of degrees.")


def _date(value: Plain, name: str) -> date | None:
    return None if value is None else _one_of(date.fromisoformat, value, name)


def _moment(value: Plain, name: str) -> datetime | None:
    """Returns a moment in UTC; one without a zone is UTC already."""
    if value is None:
        return None
    moment = _one_of(datetime.fromisoformat, value, name)
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        raise _WrongValueError(f"“{name}” cannot be “{value}”.") from None


def _uuid(value: Plain, name: str) -> UUID:
    return _one_of(UUID, value, name)


def _revision(value: Plain, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _WrongValueError(f"“{name}” is no count.")
    return value


_READERS: dict[str, Callable[[Plain, str], Any]] = {
    "name": _text,
    "kind": lambda value, name: _one_of(Kind, value, name),
    "region": _text,
    "phones": _several(_phone),
    "emails": _several(_email),
    "websites": _several(_text),
    "position": _position,
    "timezone": _text,
    "covers": _several(_text),
    "opening_hours": _text,
    "people": _several(_person),
    "aliases": _several(_text),
    "notes": _text,
    "status": lambda value, name: _one_of(Status, value, name),
    "verified_on": _date,
    "verified_by": _text,
    "verified_how": _text,
    "local_address": _local_address,
    "extras": _several(_extra),
    "ignored": _several(_ignored),
    "distinct_from": _several(_uuid),
}
"""How each field is read; those of the address are read together."""
