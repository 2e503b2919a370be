"""From what looks doubtful to what settles it: looks in the background, asks, and saves."""

from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from directory_app.directory import Directory
from directory_app.errors import DirectoryError, StoppedError
from directory_app.model.findings import Level
from directory_app.model.ignoring import ignored, unignored
from directory_app.ui.background import Background
from directory_app.ui.checks.ignore_dialog import IgnoreDialog
from directory_app.ui.checks.panel import ChecksPanel
from directory_app.ui.checks.rows import Doubt
from directory_app.ui.session import DirectorySession
from directory_app.ui.status_line import StatusLine


class Checker(QObject):
    """Keeps the panel of checks and the count in the status line true, and does what the panel's buttons say."""

    def __init__(
        self, session: DirectorySession, background: Background, panel: ChecksPanel, status: StatusLine
    ) -> None:
        super().__init__(panel)
        self._session, self._background, self._panel, self._status = session, background, panel, status
        self.has_checked = False
        self._closing = Event()
        background.stopping.connect(self._closing.set)
        session.offices_changed.connect(self.check)
        panel.mend_asked.connect(self._on_mend_asked)
        panel.ignore_asked.connect(self._on_ignore_asked)
        panel.let_stand_asked.connect(self._on_let_stand_asked)

    def check(self) -> None:
        """Looks for what is doubtful, in the background, which also opens what the first action needs."""
        work = partial(_doubts, self._session.directory, self._closing)
        self._background.run(work, self._on_checked, self._on_check_failed)

    def _on_checked(self, doubts: Sequence[Doubt]) -> None:
        self.has_checked = True
        self._panel.show_doubts(doubts)
        self._status.show_findings(sum(doubt.finding.level is Level.WARNING for doubt in doubts))

    def _on_check_failed(self, error: Exception) -> None:
        if not isinstance(error, DirectoryError):
            raise error

    def _on_mend_asked(self, doubt: Doubt) -> None:
        self._session.mend(doubt.office, doubt.finding)

    def _on_let_stand_asked(self) -> None:
        work = partial(_let_stand, self._session.directory)
        self._background.run(work, self._panel.show_let_stand, self._on_check_failed)

    def _on_ignore_asked(self, doubt: Doubt) -> None:
        if doubt.reason is not None:
            office = self._session.office(doubt.office)
            if office is not None:
                self._session.save(unignored(office, doubt.finding))
            return
        dialog = IgnoreDialog(doubt, self._panel.theme, self._panel)
        office = self._session.office(doubt.office) if dialog.exec() else None
        if office is not None:
            self._session.save(ignored(office, doubt.finding, dialog.reason))
        dialog.deleteLater()


def _doubts(directory: Directory, closing: Event) -> list[Doubt]:
    """Returns every finding of the directory, and none at all once the program ends, which would wait for them."""

    def go_on(done: int, total: int) -> None:
        if closing.is_set():
            raise StoppedError("The check was stopped.")

    try:
        return [Doubt(office.id, office.name, finding) for office, finding in directory.check(progress=go_on)]
    except StoppedError:
        return []


def _let_stand(directory: Directory) -> list[Doubt]:
    """Returns every finding that somebody lets stand, with the reason."""
    return [Doubt(office.id, office.name, finding, reason) for office, finding, reason in directory.let_stand()]
