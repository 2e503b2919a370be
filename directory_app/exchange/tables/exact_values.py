"""What the columns of the program's own table do not say exactly, in a column of its own, as JSON.

A telephone number stands in its column as it is dialled, and its cell as published stands here; where
both still say the same when the table is read, what stands here counts.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS, value_of
from directory_app.model.office import Office
from directory_app.model.plain import from_plain, to_plain

_ID = "id"


def exact_values(office: Office, names: Iterable[str] = FIELDS) -> str:
    """Returns the fields of an office as one line of JSON that any encoding carries, with its identifier."""
    record = {_ID: str(office.id), **{name: to_plain(name, value_of(office, name)) for name in names}}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return text if text.isprintable() else json.dumps(record, separators=(",", ":"))


def read_exact_values(text: str, office: UUID) -> dict[str, object] | None:
    """Returns the values of the fields by their names, or None for what is not of this office.

    A field whose value is none that an office can have is left out.
    """
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or record.pop(_ID, "") != str(office):
        return None
    values: dict[str, object] = {}
    for name, plain in record.items():
        try:
            value = from_plain(name, plain)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        if name in FIELDS and _fits(value, _type_of(name)):
            values[name] = value
    return values


def _type_of(name: str) -> Any:
    owner, _, part = name.partition(".")
    return _types(PostalAddress)[part] if part else _types(Office)[owner]


@cache
def _types(of: type[object]) -> dict[str, Any]:
    return get_type_hints(of)


def _fits(value: object, wanted: Any) -> bool:
    """Tells whether a value is of a type as far down as it goes."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return any(_fits(value, choice) for choice in get_args(wanted))
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(item, get_args(wanted)[0]) for item in value)
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is None or wanted is NoneType:
        return value is None
    if not isinstance(value, wanted):
        return False
    if not is_dataclass(value):
        return True
    types = _types(value.__class__)
    return all(_fits(getattr(value, field.name), types[field.name]) for field in fields(value))
