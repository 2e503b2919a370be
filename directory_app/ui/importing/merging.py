"""Two offices that are one: what each says, field by field, and what they are together as a person chooses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from directory_app.model.change import FieldChange, apply, value_of
from directory_app.model.folding import fold
from directory_app.model.matching import combining
from directory_app.model.office import Office
from directory_app.ui.importing.values import FIELDS_IN_ORDER

_OF_ITS_HISTORY = frozenset({"ignored", "distinct_from"})
"""Fields about the directory's own work on an office: nothing to choose, both are kept."""

_TOWN = ("address.postal_code", "address.city", "address.country")


class Side(Enum):
    """Whose value is taken."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MergeField:
    """One field of two offices; `both` is what the two values are together, None where that is no choice."""

    field: str
    left: object
    right: object
    both: object | None
    proposed: Side
    differs: bool
    """Whether there is something to choose: the right one says something that the left one does not."""
    is_said: bool
    """Whether the right one says anything."""

    def value(self, side: Side) -> object:
        """Returns the value of one side."""
        return {Side.LEFT: self.left, Side.RIGHT: self.right, Side.BOTH: self.both}[side]


def merge_fields(left: Office, right: Office) -> tuple[MergeField, ...]:
    """Returns the fields of which at least one office says something, each with the side that loses nothing."""
    blank, together = Office(UUID(int=0)), combining.merged(left, right)
    one_town = _agree(left, right)
    found = []
    for field in FIELDS_IN_ORDER:
        old, new, nothing = value_of(left, field), value_of(right, field), value_of(blank, field)
        if field in _OF_ITS_HISTORY or old == new == nothing:
            continue
        both = value_of(together, field)
        if field.startswith("address.") and old == nothing and one_town:
            both = new
        found.append(_merge_field(field, old, new, both, is_said=new != nothing))
    return tuple(found)


def merged(left: Office, right: Office, sides: Mapping[str, Side]) -> Office:
    """Returns the left office with the values chosen; a field that is not named takes what is proposed.

    A name that is not taken stays as another name, so that it still finds the office.
    """
    changes = [
        FieldChange(field.field, field.left, field.value(sides.get(field.field, field.proposed)))
        for field in merge_fields(left, right)
    ]
    together = combining.merged(left, right)
    changes += [FieldChange(field, value_of(left, field), value_of(together, field)) for field in _OF_ITS_HISTORY]
    result = apply(changes, left, left.id)
    assert result is not None  # only a change of its existence could take it away
    return combining.without(combining.without(result, right), left)


def _merge_field(field: str, left: object, right: object, both: object, *, is_said: bool) -> MergeField:
    says_less = both == left and isinstance(left, tuple) and field != "address.lines"
    if not is_said or right == left or says_less:
        return MergeField(field, left, right, None, Side.LEFT, differs=False, is_said=is_said)
    if both in (left, right):
        proposed = Side.LEFT if both == left else Side.RIGHT
        return MergeField(field, left, right, None, proposed, differs=True, is_said=True)
    return MergeField(field, left, right, both, Side.BOTH, differs=True, is_said=True)


def _agree(left: Office, right: Office) -> bool:
    """Returns whether two addresses may be one: what both say of the town is the same."""
    towns = [(str(value_of(left, field)), str(value_of(right, field))) for field in _TOWN]
    return all(not here or not there or fold(here) == fold(there) for here, there in towns)
