"""From the wish to import to the notice about what was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer

from directory_app.ui.importing.dropping import FileDrops
from directory_app.ui.main_window import MainWindow

if TYPE_CHECKING:  # imported when first needed, so that the main window need not wait for readers of files
    from directory_app.ui.importing.window import ImportWindow


class Importer(QObject):
    """Opens the import window: for a file that is chosen or dropped on the main window, or for a text.

    `memory` is the file that keeps what the columns of tables mean.
    """

    def __init__(self, window: MainWindow, memory: Path) -> None:
        super().__init__(window)
        self._window, self._memory = window, memory
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = documents if documents.is_dir() else Path.home()
        drops = FileDrops(window)
        # Later, when the drop is over: the program that it comes from waits for that, and the window stays open.
        drops.files_dropped.connect(self.open_files, Qt.ConnectionType.QueuedConnection)

    def choose_file(self) -> None:
        """Asks for a file and shows what importing it would do."""
        self._open(_choose_file)

    def paste(self) -> None:
        """Asks for a text and shows what importing it would do."""
        self._open(_paste)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Shows what importing a file would do."""
        self._open(partial(_open_files, paths))

    def _open(self, begin: Callable[[ImportWindow], None]) -> None:
        if not self._window.may_leave_editor():
            return
        from directory_app.exchange.tables.column_memory import ColumnMemory
        from directory_app.ui.importing.flow import ImportFlow
        from directory_app.ui.importing.window import ImportWindow

        session = self._window.session
        flow = ImportFlow(session, self._window.background, ColumnMemory(self._memory), self)
        dialog = ImportWindow(session, flow, self._folder, self._window.theme, self._window)
        dialog.imported.connect(session.show_import)
        self._window.closing.connect(flow.close)
        QTimer.singleShot(0, dialog, partial(begin, dialog))
        dialog.exec()
        self._folder = dialog.folder
        flow.close()
        flow.deleteLater()
        dialog.deleteLater()


def _choose_file(dialog: ImportWindow) -> None:
    dialog.choose_files()


def _paste(dialog: ImportWindow) -> None:
    dialog.show_paste()


def _open_files(paths: Sequence[Path], dialog: ImportWindow) -> None:
    dialog.open_files(paths)
