"""What a person takes of an import: which records, which of their fields, and what possible duplicates are."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from directory_app.jobs.importing import distinct
from directory_app.model.change import FieldChange, apply, diff, invert
from directory_app.model.import_plan import Fate, ImportPlan
from directory_app.model.office import Office


class Decision(Enum):
    """What a person says of a possible duplicate."""

    SAME = "same"
    """It is an office of the directory; the two were merged."""
    OTHER = "other"
    """It is an office of its own."""
    SKIP = "skip"
    """It is left out."""


class Tick(Enum):
    """How much of a record is taken."""

    NONE = 0
    PARTLY = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """What would be written now, in offices, and how many duplicates nobody has decided about."""

    new: int = 0
    updated: int = 0
    undecided: int = 0

    @property
    def total(self) -> int:
        """How many offices would be written."""
        return self.new + self.updated


@dataclass(frozen=True, slots=True)
class _Merged:
    """A duplicate that was merged: the other office as it stood before, and what the merge changes in it."""

    base: Office
    changes: tuple[FieldChange, ...]


class Choices:
    """The choices over one plan; its records are named by their row in it.

    Everything new or changed is taken at first; a possible duplicate is left out until it is decided about.
    """

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self._rows_of: dict[Fate, list[int]] = {fate: [] for fate in Fate}
        for row, record in enumerate(plan.records):
            self._rows_of[record.fate].append(row)
        self._ids = [record.office.id.int if record.office is not None else 0 for record in plan.records]
        self._left: set[int] = set()
        self._left_fields: dict[int, frozenset[str]] = {}
        self._decisions: dict[int, Decision] = {}
        self._merged: dict[int, _Merged] = {}

    # Asking

    @property
    def touched(self) -> bool:
        """Whether anything was chosen that would be lost."""
        return bool(self._left or self._left_fields or self._decisions)

    def rows(self, fate: Fate) -> list[int]:
        """Returns the rows of one fate, in the order of the file."""
        return self._rows_of[fate]

    def can_be_ticked(self, row: int) -> bool:
        """Returns whether a tick alone decides about a record."""
        return self._fate(row) in (Fate.NEW, Fate.CHANGED) or self.tick(row) is not Tick.NONE

    def tick(self, row: int) -> Tick:
        """Returns how much of a record is taken."""
        if self._fate(row) is Fate.DUPLICATE:
            return Tick.WHOLE if self.decision(row) in (Decision.SAME, Decision.OTHER) else Tick.NONE
        if self._fate(row) not in (Fate.NEW, Fate.CHANGED) or row in self._left:
            return Tick.NONE
        return Tick.PARTLY if row in self._left_fields else Tick.WHOLE

    def takes_field(self, row: int, field: str) -> bool:
        """Returns whether the new value of a changed record's field is taken."""
        return row not in self._left and field not in self._left_fields.get(row, ())

    def decision(self, row: int) -> Decision | None:
        """Returns what was said of a possible duplicate."""
        return self._decisions.get(row)

    def merged_into(self, row: int) -> Office | None:
        """Returns the office that a duplicate was merged into, as it was before, or None."""
        merged = self._merged.get(row)
        return merged.base if merged else None

    def merge_changes(self, row: int) -> tuple[FieldChange, ...]:
        """Returns what merging a duplicate changes in the other office."""
        merged = self._merged.get(row)
        return merged.changes if merged else ()

    def planned(self, office_id: UUID) -> Office | None:
        """Returns an office that the file itself brings anew, or None."""
        offices = (self.plan.records[row].office for row in self._rows_of[Fate.NEW])
        return next((office for office in offices if office is not None and office.id == office_id), None)

    def as_chosen(self, office: Office, besides: int) -> Office:
        """Returns an office with everything chosen for it, but for one row."""
        saved: dict[UUID, Office] = {}
        for row in range(len(self.plan.records)):
            if row != besides and self._target(row) == office.id.int:
                self._add(row, saved)
        return saved.get(office.id, office)

    def tick_of(self, rows: Set[int]) -> Tick:
        """Returns how much is taken of some new or changed records."""
        left, partly = self._left & rows, self._left_fields.keys() & rows
        if left and len(left) == len(rows):
            return Tick.NONE
        return Tick.PARTLY if left or partly else Tick.WHOLE

    def tally(self) -> Tally:
        """Returns what would be written now."""
        ids, left, merged = self._ids, self._left, self._merged.values()
        created = {ids[row] for row in self._rows_of[Fate.NEW] if row not in left}
        updated = {ids[row] for row in self._rows_of[Fate.CHANGED] if row not in left}
        updated |= {each.base.id.int for each in merged if each.changes}
        return Tally(
            new=len(created) + sum(decision is Decision.OTHER for decision in self._decisions.values()),
            updated=len(updated - created),
            undecided=len(self._rows_of[Fate.DUPLICATE]) - len(self._decisions),
        )

    def to_save(self) -> list[Office]:
        """Returns the offices to write, each once, with all that was taken of it."""
        saved: dict[UUID, Office] = {}
        for row in range(len(self.plan.records)):
            self._add(row, saved)
        return list(saved.values())

    # Choosing

    def set_tick(self, rows: Iterable[int], ticked: bool) -> None:
        """Takes records whole, or leaves them; a duplicate can only be left, and unreadable ones stay."""
        for row in rows:
            fate = self._fate(row)
            if fate is Fate.DUPLICATE and not ticked and self.tick(row) is not Tick.NONE:
                self.skip(row)
            if fate not in (Fate.NEW, Fate.CHANGED):
                continue
            self._left_fields.pop(row, None)
            if ticked:
                self._left.discard(row)
            else:
                self._left.add(row)

    def take_field(self, row: int, field: str, taken: bool) -> None:
        """Takes or leaves one field of a changed record; a record without any is left whole."""
        every = frozenset(change.field for change in self.plan.records[row].changes)
        left = every if row in self._left else self._left_fields.get(row, frozenset())
        left = left - {field} if taken else left | {field}
        self._left.discard(row)
        self._left_fields.pop(row, None)
        if left >= every:
            self._left.add(row)
        elif left:
            self._left_fields[row] = left

    def merge_into(self, row: int, other: Office, merged: Office) -> None:
        """Says that a duplicate is another office, and what the two are together.

        `other` is the other office as `merged` was made from it.
        """
        self._decisions[row] = Decision.SAME
        self._merged[row] = _Merged(other, diff(other, merged))

    def keep_apart(self, row: int) -> None:
        """Says that a possible duplicate is an office of its own; it remembers so when it is saved."""
        self._decide(row, Decision.OTHER)

    def skip(self, row: int) -> None:
        """Leaves a possible duplicate out."""
        self._decide(row, Decision.SKIP)

    def carry_over(self, earlier: "Choices") -> None:
        """Chooses again what was chosen when the same file was read otherwise, record by record; merges are not."""
        if not earlier.touched:
            return
        rows = {(record.place, record.fate): row for row, record in enumerate(self.plan.records)}
        before = earlier.plan.records
        for row in earlier._left:
            now = rows.get((before[row].place, before[row].fate))
            if now is not None:
                self._left.add(now)
        for row, decision in earlier._decisions.items():
            now = rows.get((before[row].place, before[row].fate))
            if now is not None and decision is not Decision.SAME:
                self._decisions[now] = decision

    def _decide(self, row: int, decision: Decision) -> None:
        self._merged.pop(row, None)
        self._decisions[row] = decision

    def _fate(self, row: int) -> Fate:
        return self.plan.records[row].fate

    def _target(self, row: int) -> int:
        """Returns the office that a row would write if it is taken, by its number."""
        return self._merged[row].base.id.int if row in self._merged else self._ids[row]

    def _add(self, row: int, saved: dict[UUID, Office]) -> None:
        record = self.plan.records[row]
        office = record.office
        if row in self._merged:
            merged = self._merged[row]
            if merged.changes:
                _put(saved, apply(merged.changes, saved.get(merged.base.id, merged.base), merged.base.id))
        elif office is None or self.tick(row) is Tick.NONE:
            return
        elif record.fate is Fate.DUPLICATE:
            _put(saved, distinct(office, record.resembles))
        elif record.fate is Fate.NEW:
            saved.setdefault(office.id, office)
        elif office.id in saved:
            taken = [change for change in record.changes if self.takes_field(row, change.field)]
            _put(saved, apply(taken, saved[office.id], office.id))
        else:
            left = [change for change in record.changes if not self.takes_field(row, change.field)]
            _put(saved, apply(invert(left), office, office.id) if left else office)


def _put(saved: dict[UUID, Office], office: Office | None) -> None:
    if office is not None:
        saved[office.id] = office
