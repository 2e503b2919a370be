"""From the question what to export to the file and the notice about it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from directory_app.directory import Directory
from directory_app.errors import DirectoryError
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
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )

    def ask(self, selections: list[Selection], theme: Theme) -> None:
        """Opens the dialog and does what it says."""
        dialog = ExportDialog(selections, self._folder, theme, self._window)
        if dialog.exec():
            request = dialog.request()
            self._folder = request.path.parent
            self._background.run(partial(_export, self._session.directory, request), self._on_exported, self._on_error)
        dialog.deleteLater()

    def _on_exported(self, notice: str) -> None:
        self._session.notified.emit(notice)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, DirectoryError):
            raise error
        self._session.failed.emit(str(error))


def _export(directory: Directory, request: ExportRequest) -> str:
    notes = directory.export(directory.offices(request.offices), request.format.name, request.path)
    return " · ".join([f"Exported {count_of(len(request.offices), 'office')} to {request.path}", *notes])
