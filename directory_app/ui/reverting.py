"""Undo and redo: at once where they are small, in the background where they are not."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from directory_app.errors import DirectoryError
from directory_app.model.change import Changed
from directory_app.model.undo import UndoStack
from directory_app.ui.background import Background
from directory_app.ui.session import DirectorySession

_AT_ONCE = 200
"""How many offices are written while the window waits."""


class Reverter(QObject):
    """Takes the last step back or does it again; one at a time."""

    def __init__(self, session: DirectorySession, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._is_busy = False
        self._said = ""

    def undo(self) -> None:
        """Takes the last step back."""
        self._revert(_last_done, self._session.directory.undo, self._session.undo, ("Taking back", "Undone"))

    def redo(self) -> None:
        """Does the last undone step again."""
        self._revert(_last_undone, self._session.directory.redo, self._session.redo, ("Doing again", "Done again"))

    def _revert(
        self,
        last: Callable[[UndoStack], tuple[UUID, ...]],
        revert: Callable[[str], Changed],
        at_once: Callable[[], bool],
        words: tuple[str, str],
    ) -> None:
        if self._is_busy:
            self._session.notified.emit("The last step is still being taken back.")
        elif not self._is_large(last):
            at_once()
        else:
            self._is_busy = True
            doing, self._said = words
            self._session.notified.emit(f"{doing} what many offices said …")
            self._background.run(partial(revert, self._session.author), self._on_done, self._on_error)

    def _is_large(self, last: Callable[[UndoStack], tuple[UUID, ...]]) -> bool:
        directory = self._session.directory
        try:
            return any(
                len(directory.history(step=step, limit=_AT_ONCE + 1)) > _AT_ONCE
                for step in last(directory.undo_stack())
            )
        except DirectoryError:
            return False  # what is tried at once says what is wrong

    def _on_done(self, changed: Changed) -> None:
        self._is_busy = False
        self._session.show_changed(changed, self._said)

    def _on_error(self, error: Exception) -> None:
        self._is_busy = False
        self._session.tell_error(error)


def _last_done(stack: UndoStack) -> tuple[UUID, ...]:
    return stack.done[-1:]


def _last_undone(stack: UndoStack) -> tuple[UUID, ...]:
    return stack.undone[-1:]
