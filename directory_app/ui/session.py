"""The one bridge between the window and the directory: what is shown, what is chosen, what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from directory_app.directory import Directory
from directory_app.errors import DirectoryError, NotFoundError
from directory_app.geo.candidate import Candidate
from directory_app.model.change import Change, Changed
from directory_app.model.findings import Finding
from directory_app.model.mending import proposal
from directory_app.model.office import Office, Summary
from directory_app.model.progress import Progress, untold
from directory_app.model.scope import Scope
from directory_app.model.verifying import verified
from directory_app.ui.words import count_of

_MANY = 1_000
"""So many offices take so long to be made searchable that somebody who types would feel it."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Shown:
    """What list and map show: offices in order, why each matched, and what was asked for."""

    offices: tuple[Summary, ...] = ()
    reasons: dict[UUID, str] = field(default_factory=dict)
    query: str = ""
    scope: Scope = Scope()

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.query.strip()) or self.scope != Scope()


class DirectorySession(QObject):
    """Holds what the window is about; every view reads it and is told when it becomes something else.

    A known error in what a person asked for is a sentence in `failed`, never an exception.
    """

    shown_changed = Signal(object)
    """The list's content is another `Shown`."""
    office_selected = Signal(object)
    """Another office, its UUID, or None."""
    search_awaited = Signal()
    """What was asked for is shown when the search of many offices is ready; until then the list is as it was."""
    choice_refused = Signal()
    """Another office was to be chosen, but the person stays with this one."""
    offices_changed = Signal(object)
    """The directory was written: a `Changed`."""
    notified = Signal(str)
    """A short notice for the status line."""
    warned = Signal(str)
    """A sentence about what went wrong beside the work, to be shown until somebody has seen it."""
    failed = Signal(str)
    """A sentence about what could not be done and what to do."""

    def __init__(self, directory: Directory, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.directory = directory
        self._author = author
        self._shown = self._wanted = Shown()
        self._is_awaited = False
        self._all: dict[UUID, Summary] = {}
        self._selected: UUID | None = None
        self._may_leave: Callable[[], bool] = _always

    def set_guard(self, may_leave: Callable[[], bool]) -> None:
        """Asks this before another office is chosen; a no keeps the choice as it is."""
        self._may_leave = may_leave

    def sign_as(self, author: str) -> None:
        """Signs every change with this name from now on."""
        self._author = author

    @property
    def author(self) -> str:
        """Whose name every change bears."""
        return self._author

    @property
    def shown(self) -> Shown:
        """What list and map show now."""
        return self._shown

    @property
    def all_offices(self) -> tuple[Summary, ...]:
        """Every office, in list order."""
        return tuple(self._all.values())

    @property
    def selected(self) -> UUID | None:
        """The chosen office."""
        return self._selected

    def summary(self, office_id: UUID | None) -> Summary | None:
        """Returns an office's row, or None."""
        return self._all.get(office_id) if office_id is not None else None

    def load(self) -> None:
        """Reads the offices anew and shows what is asked for."""
        self._all = {row.id: row for row in self.directory.summaries()}
        self._show(self._wanted)
        if self._selected is not None and self._selected not in self._all:
            self._selected = None  # it is gone: nobody is to be asked whether it may be left
            self.office_selected.emit(None)

    def refresh(self) -> None:
        """Shows what another program has written meanwhile; what stands in the way is only a notice."""
        try:
            has_changed = self.directory.refresh()
        except DirectoryError as error:
            self.notified.emit(str(error))
            return
        if has_changed:
            self.load()
            self.offices_changed.emit(Changed(updated=tuple(self._all)))

    def ask(self, query: str) -> None:
        """Shows the offices that match a text."""
        self._show(replace(self._wanted, query=query))

    def narrow(self, scope: Scope) -> None:
        """Shows only a part of the directory."""
        self._show(replace(self._wanted, scope=scope))

    def select(self, office_id: UUID | None) -> None:
        """Chooses an office, or none."""
        if office_id == self._selected:
            return
        if not self._may_leave():
            self.choice_refused.emit()
            return
        self._selected = office_id
        self.office_selected.emit(office_id)

    @property
    def can_search(self) -> bool:
        """Whether a search would not keep the window waiting; of few offices it never does."""
        return len(self._all) <= _MANY or self.directory.is_search_ready

    @property
    def is_search_awaited(self) -> bool:
        """Whether what was asked for is still to be shown."""
        return self._is_awaited

    def answer(self) -> None:
        """Shows what was asked for before the search was ready."""
        if self._is_awaited:
            self._show(self._wanted)

    def give_up_search(self, error: Exception) -> None:
        """Tells why what was asked for is not shown; raises what nobody expected."""
        if not isinstance(error, DirectoryError):
            raise error
        if self._is_awaited:
            self._is_awaited = False
            self.shown_changed.emit(self._shown)
            self.notified.emit(str(error))

    def _show(self, wanted: Shown) -> None:
        self._wanted = wanted
        self._is_awaited = bool(wanted.query.strip()) and not self.can_search
        if self._is_awaited:
            self._keep_those_there()
            self.search_awaited.emit()
            return
        if wanted.query.strip():
            try:
                hits = self.directory.search(wanted.query, wanted.scope if wanted.scope != Scope() else None)
            except DirectoryError as error:
                self.notified.emit(str(error))
                return
            rows = tuple(self._all[hit.id] for hit in hits if hit.id in self._all)
            reasons = {hit.id: hit.reason for hit in hits if hit.reason}
        else:
            rows = tuple(row for row in self._all.values() if wanted.scope.holds(row))
            reasons = {}
        self._shown = replace(wanted, offices=rows, reasons=reasons)
        self.shown_changed.emit(self._shown)

    def _keep_those_there(self) -> None:
        rows = tuple(self._all[row.id] for row in self._shown.offices if row.id in self._all)
        if rows != self._shown.offices:
            self._shown = replace(self._shown, offices=rows)
            self.shown_changed.emit(self._shown)

    def office(self, office_id: UUID) -> Office | None:
        """Returns a whole office; None, and a sentence in `failed`, if it cannot be read."""
        try:
            return self.directory.office(office_id)
        except DirectoryError as error:
            self.failed.emit(str(error))
            return None

    def stored(self, office_id: UUID) -> Office | None:
        """Returns an office as it is stored now, None if it is gone."""
        return next(iter(self.directory.offices([office_id])), None)

    def changed_since(self, office: Office) -> bool:
        """Returns whether somebody saved or removed this office since it was read; False where that cannot be read."""
        try:
            stored = self.stored(office.id)
        except DirectoryError:
            return False  # the save that follows says what is wrong
        return office.revision != (stored.revision if stored else 0)

    def history(self, office_id: UUID) -> list[Change] | None:
        """Returns an office's changes, newest first; None, and a sentence in `failed`, if they cannot be read."""
        try:
            return self.directory.history(office_id)
        except DirectoryError as error:
            self.failed.emit(str(error))
            return None

    def save(self, office: Office) -> bool:
        """Saves an office and tells every view; False, and a sentence in `failed`, if that was refused."""
        return self._do(lambda: self.directory.save(office, self._author), "Saved")

    def remove(self, office: Office) -> bool:
        """Takes an office out of the directory and tells every view."""
        return self._do(lambda: self.directory.remove(office, self._author), "Ctrl+Z brings it back. Removed")

    def merge(self, keep: Office, gone: Office) -> bool:
        """Saves an office and removes another that it is, and tells every view."""
        return self._do(lambda: self.directory.merge_offices(keep, gone, self._author), "Merged")

    def undo(self) -> bool:
        """Takes the last step back and tells every view."""
        return self._do(lambda: self.directory.undo(self._author), "Undone", show_added=True)

    def redo(self) -> bool:
        """Does the last undone step again and tells every view."""
        return self._do(lambda: self.directory.redo(self._author), "Done again", show_added=True)

    def write_place(self, step: UUID, office: Office, candidate: Candidate) -> Changed:
        """Puts an office where a machine found it; slow enough for a background thread, and safe there.

        Those of one `step` are taken back together.
        """
        return self.directory.place_at(office, candidate.position, self._author, step)

    def show_placed(self, offices: Sequence[UUID]) -> None:
        """Tells every view which offices were placed in the background."""
        self._show_written(Changed(updated=tuple(offices)), show_added=False)

    def write_import(self, offices: Sequence[Office], progress: Progress = untold) -> Changed:
        """Writes the offices of an import as one step; slow enough for a background thread, and safe there."""
        return self.directory.import_offices(offices, self._author, progress)

    def show_import(self, changed: Changed) -> None:
        """Tells every view what an import wrote."""
        self._show_written(changed, show_added=True)
        number = len(changed.ids)
        self.notified.emit(
            f"Imported: {count_of(number, 'office')}. Ctrl+Z takes it back." if number else "Nothing was changed."
        )

    def proposal(self, office_id: UUID, finding: Finding) -> str:
        """Returns what the button says that settles a finding, or "" where only a person can."""
        try:
            office = self.stored(office_id)
        except DirectoryError:
            return ""
        return proposal(office, finding) if office is not None else ""

    def position_findings(self, office: Office) -> tuple[Finding, ...]:
        """Returns what is doubtful about where an office would be; nothing where that cannot be told."""
        try:
            return self.directory.position_findings(office)
        except DirectoryError:
            return ()

    def mend(self, office_id: UUID, finding: Finding) -> bool:
        """Does what the proposal says and tells every view; False, and a sentence, if that cannot be done."""
        office = self.office(office_id)
        return office is not None and self._do(lambda: self.directory.mend(office, finding, self._author), "Mended")

    def place_anew(self, office: Office) -> bool:
        """Has the machine place an office again, whoever placed it before, and tells every view."""
        return self._do(lambda: self.directory.place_anew(office, self._author), "Placed")

    def verify(self, office: Office, on: date) -> bool:
        """Marks an office as verified by this person and tells every view."""
        return self.save(verified(office, on, self._author))

    def _do(self, action: Callable[[], Changed], deed: str, *, show_added: bool = False) -> bool:
        before = self._all
        try:
            changed = action()
        except NotFoundError as error:  # there was nothing to do
            self.notified.emit(str(error))
            return False
        except DirectoryError as error:
            self.failed.emit(str(error))
            return False
        self._tell(changed, deed, before, show_added=show_added)
        return True

    def tell_error(self, error: Exception) -> None:
        """Tells what went wrong in the background as a sentence in `failed`; raises what nobody expected."""
        if not isinstance(error, DirectoryError):
            raise error
        self.failed.emit(str(error))

    def show_changed(self, changed: Changed, deed: str) -> None:
        """Tells every view what was written in the background."""
        self._tell(changed, deed, self._all, show_added=True)

    def _tell(self, changed: Changed, deed: str, before: dict[UUID, Summary], *, show_added: bool) -> None:
        self._show_written(changed, show_added=show_added)
        known = {**before, **self._all}
        names = [known[office].name for office in changed.ids if office in known]
        what = names[0] if len(names) == 1 else count_of(len(names), "office")
        self.notified.emit(f"{deed}: {what}" if names else "Nothing was changed.")

    def _show_written(self, changed: Changed, *, show_added: bool) -> None:
        self.load()
        self.offices_changed.emit(changed)
        if show_added and len(changed.added) == 1:
            self.select(changed.added[0])
