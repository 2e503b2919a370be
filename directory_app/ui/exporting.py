"""From the question what to export to the file and the notice about it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from directory_app.directory import Directory
from directory_app.ui.background import Background
from directory_app.ui.dialogs.export import ExportDialog, ExportRequest, Selection
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import Theme
from directory_app.ui.words import count_of


class Exporter(QObject):
    """Asks, writes in the background, and tells the session how it went."""

    def __init__(self, session: DirectorySession, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._background, self._window = session, background, window
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = documents if documents.is_dir() else Path.home()

    def ask(self, selections: list[Selection], theme: Theme) -> None:
        """Opens the dialog and does what it says."""
        dialog = ExportDialog(selections, self._folder, theme, self._window)
        if dialog.exec():
            request = dialog.request()
            self._background.run(
                partial(_export, self._session.directory, request), self._on_exported, self._session.tell_error
            )
        dialog.deleteLater()

    def _on_exported(self, done: "Exported") -> None:
        self._folder = done.path.parent
        self._session.notified.emit(done.notice)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and what to say of it."""

    path: Path
    notice: str


def _export(directory: Directory, request: ExportRequest) -> Exported:
    notes = directory.export(directory.offices(request.offices), request.format.name, request.path)
    notice = " · ".join([f"Exported {count_of(len(request.offices), 'office')} to {request.path}", *notes])
    return Exported(request.path, notice)
