"""Values of offices for people: which fields in which order, and what of a list is gone, kept or new."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from directory_app.model.address import format_address
from directory_app.model.change import FieldChange, value_of
from directory_app.model.office import Office
from directory_app.ui.dialogs.history import readable
from directory_app.ui.words import FIELD_NAMES

FIELDS_IN_ORDER = (
    "name",
    "kind",
    "status",
    "region",
    "phones",
    "emails",
    "websites",
    "address.lines",
    "address.postal_code",
    "address.city",
    "address.district",
    "address.state",
    "address.country",
    "address.published",
    "local_address",
    "position",
    "timezone",
    "opening_hours",
    "covers",
    "people",
    "aliases",
    "notes",
    "verified_on",
    "verified_by",
    "verified_how",
    "extras",
    "ignored",
    "distinct_from",
)
"""Every field of a change, in the order in which a person reads an office."""

_LONGEST_VALUE = 2000
_MOST_ENTRIES = 50


class Mark(Enum):
    """What happens to a line of a value."""

    KEPT = "kept"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a value; an entry of a list has its own."""

    text: str
    mark: Mark = Mark.KEPT


def in_lines(field: str, value: object) -> str:
    """Returns a value as a person reads it, each entry of a list on a line of its own."""
    return "\n".join(_entries(field, value))


def changed_lines(change: FieldChange) -> tuple[Line, ...]:
    """Returns a changed value line by line: what is gone, what stays, what is new."""
    old, new = _entries(change.field, change.old), _entries(change.field, change.new)
    lines = [Line(text, Mark.KEPT if text in new else Mark.GONE) for text in old]
    lines += [Line(text, Mark.ADDED) for text in new if text not in old]
    return (*lines, Line("(in another order, or written otherwise)", Mark.ADDED)) if _all_kept(lines) else tuple(lines)


def said_of(office: Office) -> list[tuple[str, str]]:
    """Returns what an office says, as names of fields and their values; the parts of its address are one."""
    blank = Office(UUID(int=0))
    said: list[tuple[str, str]] = []
    for field in FIELDS_IN_ORDER:
        if field == "address.lines":
            address = "\n".join(format_address(office.address))
            said += [("Address", address)] if address else []
        elif not field.startswith("address.") and value_of(office, field) != value_of(blank, field):
            said.append((FIELD_NAMES.get(field, field), in_lines(field, value_of(office, field))))
    return said


def _all_kept(lines: list[Line]) -> bool:
    return bool(lines) and all(line.mark is Mark.KEPT for line in lines)


def _entries(field: str, value: object) -> list[str]:
    values = value if isinstance(value, tuple) else (value,)
    shown = [_short(text) for entry in values[:_MOST_ENTRIES] if (text := readable(field, entry))]
    return shown if len(values) <= _MOST_ENTRIES else [*shown, f"… and {len(values) - _MOST_ENTRIES:,} more"]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
