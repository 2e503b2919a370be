"""Which step an undo takes back, read off the log alone, and what that makes of the offices."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from directory_app.errors import StaleOfficeError
from directory_app.model.change import EXISTS, Change, Origin, apply, invert, value_of
from directory_app.model.office import Office


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the log: everything that one action changed."""

    id: UUID
    origin: Origin
    reverts: UUID | None = None


@dataclass(frozen=True, slots=True)
class UndoStack:
    """The steps that can be taken back and the undoings that can be taken back, the next one last."""

    done: tuple[UUID, ...]
    undone: tuple[UUID, ...]


def undo_stack(steps: Iterable[Step]) -> UndoStack:
    """Returns what can be undone and redone after these steps, oldest first.

    The published offices loaded at the first start are where undo ends. A new step after an undo
    closes the way forward, as in every editor; its history stays.
    """
    done: list[UUID] = []
    undone: list[UUID] = []
    for step in steps:
        if step.origin is Origin.SEED:
            done.clear()
            undone.clear()
        elif step.origin is Origin.UNDO:
            if done and done[-1] == step.reverts:
                done.pop()
                undone.append(step.id)
        elif step.origin is Origin.REDO:
            if undone and undone[-1] == step.reverts:
                undone.pop()
                done.append(step.id)
        else:
            done.append(step.id)
            undone.clear()
    return UndoStack(tuple(done), tuple(undone))


def taken_back(changes: Iterable[Change], current: Iterable[Office]) -> tuple[list[Office], list[Office]]:
    """Returns the offices as they were before a step, and those that there were not.

    `current` are the offices of these changes that there are now. Raises StaleOfficeError if one of the
    fields was changed again since.
    """
    now = {office.id: office for office in current}
    keep: list[Office] = []
    remove: list[Office] = []
    for change in changes:
        office = now.get(change.office)
        _require_untouched(change, office)
        then = apply(invert(change.fields), office, change.office)
        if then is not None:
            keep.append(then)
        elif office is not None:
            remove.append(office)
    return keep, remove


def _require_untouched(change: Change, now: Office | None) -> None:
    if now is None:
        return
    for field in change.fields:
        if field.field != EXISTS and value_of(now, field.field) != field.new:
            raise StaleOfficeError(
                f"{now.name} was changed again since. Nothing was undone; its history shows every value."
            )
