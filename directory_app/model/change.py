"""Changes: the one form in which anything happens to an office.

The store writes changes, history shows them, undo inverts them, synchronisation exchanges them.
An office that does not exist is treated as a blank one whose field `exists` is false, so that
creating, editing and removing are the same thing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.office import Office

EXISTS = "exists"
_ADDRESS = "address."
_NOT_CONTENT = frozenset({"id", "address", "revision", "updated_at"})
_OFFICE_FIELDS = tuple(f.name for f in fields(Office) if f.name not in _NOT_CONTENT)
_ADDRESS_FIELDS = tuple(_ADDRESS + f.name for f in fields(PostalAddress))

FIELDS = (*_OFFICE_FIELDS, *_ADDRESS_FIELDS)
"""Every field a change can name, besides `exists`; those of the address are `address.city` and so on."""

_values_of = attrgetter(*FIELDS)

BLANK: tuple[object, ...] = _values_of(Office(UUID(int=0)))
"""What the fields of an office hold, in their order, while it does not exist."""


class Origin(StrEnum):
    """What made a change."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    SEED = "seed"
    IMPORT = "import"
    GEOCODE = "geocode"


class FieldChange(NamedTuple):
    """One field's value before and after; the values are those that an office holds."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did something and when; all changes made at one go share one stamp.

    `step` is what one undo takes back; `reverts` is the step that this one took back, if any.
    """

    step: UUID
    at: datetime
    by: str
    origin: Origin = Origin.EDIT
    reverts: UUID | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one office in one step."""

    id: UUID
    office: UUID
    stamp: Stamp
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A three-way merge: `office` takes our side where both changed a field otherwise, and says so."""

    office: Office | None
    conflicts: tuple[FieldChange, ...]
    """The fields changed on both sides, `old` being ours and `new` theirs."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a write did: the ids added, updated and removed; its changes are in the log, under its step."""

    added: tuple[UUID, ...] = ()
    updated: tuple[UUID, ...] = ()
    removed: tuple[UUID, ...] = ()
    step: UUID | None = None

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Every office that was touched."""
        return (*self.added, *self.updated, *self.removed)


def value_of(office: Office, field: str) -> object:
    """Returns the value of a field named as in `FIELDS`."""
    return attrgetter(field)(office)


def diff(old: Office | None, new: Office | None) -> tuple[FieldChange, ...]:
    """Returns the fields in which two states of one office differ.

    Raises ValueError if the two are not the same office.
    """
    if old is not None and new is not None and old.id != new.id:
        raise ValueError(f"{old.id} and {new.id} are two offices")
    known = new or old
    if known is None:
        return ()
    before, after = (BLANK if office is None else _values_of(office) for office in (old, new))
    found = [FieldChange(field, was, now) for field, was, now in zip(FIELDS, before, after, strict=True) if was != now]
    if (old is None) != (new is None):
        found.insert(0, FieldChange(EXISTS, old is not None, new is not None))
    return tuple(found)


def apply(changes: Iterable[FieldChange], office: Office | None, office_id: UUID) -> Office | None:
    """Returns the office with the fields set to their new values, or None if it exists no more.

    What the fields hold before is not looked at; `merge` is for when that matters.
    """
    exists = office is not None
    content: dict[str, object] = {}
    address: dict[str, object] = {}
    for change in changes:
        if change.field == EXISTS:
            exists = bool(change.new)
        elif change.field.startswith(_ADDRESS):
            address[change.field.removeprefix(_ADDRESS)] = change.new
        else:
            content[change.field] = change.new
    if not exists:
        return None
    base = office or Office(office_id)
    if address:
        content["address"] = replace(base.address, **address)  # type: ignore[arg-type]
    return replace(base, **content)  # type: ignore[arg-type]


def invert(changes: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """Returns the changes that take these back."""
    return tuple(FieldChange(change.field, change.new, change.old) for change in changes)


def merge(base: Office | None, ours: Office | None, theirs: Office | None) -> Merge:
    """Returns what both sides made of the base, field by field.

    A field that only one side changed takes that side's value; one that both changed alike is no
    conflict. An office removed on one side and edited on the other stays, with `exists` in conflict.
    """
    known = base or ours or theirs
    if known is None:
        return Merge(None, ())
    our_changes = {change.field: change for change in diff(base, ours)}
    their_changes = {change.field: change for change in diff(base, theirs)}
    if base is not None and (ours is None) != (theirs is None):
        survivor, removed_by = (ours, theirs) if ours is not None else (theirs, ours)
        edited = our_changes if ours is not None else their_changes
        if edited:
            return Merge(survivor, (FieldChange(EXISTS, ours is not None, theirs is not None),))
        return Merge(removed_by, ())
    conflicts = tuple(
        FieldChange(field, our_changes[field].new, change.new)
        for field, change in their_changes.items()
        if field in our_changes and our_changes[field].new != change.new
    )
    taken = {**their_changes, **our_changes}
    return Merge(apply(taken.values(), base, known.id), conflicts)
