"""Which step an undo takes back, read off the log alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from directory_app.model.change import Origin


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
