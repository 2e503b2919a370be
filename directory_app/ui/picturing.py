"""From the map as it is shown to a picture of it in a file, or to be pasted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from directory_app.directory import Directory
from directory_app.ui.main_window import MainWindow
from directory_app.ui.session import Shown
from directory_app.ui.words import count_of, day_text


class Picturing(QObject):
    """Asks what goes on the sheet, draws it, writes it in the background, and tells the session how it went."""

    def __init__(self, window: MainWindow, clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window, self._session, self._clock = window, window.session, clock
        pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        self._folder = pictures if pictures.is_dir() else Path.home()

    def ask(self) -> None:
        """Opens the dialog and does what it says."""
        from directory_app.ui.dialogs.picture import PictureDialog

        still, shown = self._window.map.still(), self._session.shown
        subtitle = f"{_count_text(still.count, len(shown.offices))} · {day_text(self._clock().date())}"
        dialog = PictureDialog(
            _title_of(shown),
            lambda title, with_legend: still.sheet(title, subtitle, with_legend=with_legend),
            still.paint,
            self._folder,
            self._window.theme,
            self._window,
        )
        if dialog.exec():
            request = dialog.request()
            data = request.format.data(request.sheet, still.paint)
            write = partial(_written, self._session.directory, request.path, data)
            self._window.background.run(write, self._on_written, self._session.tell_error)
        dialog.deleteLater()

    def _on_written(self, path: Path) -> None:
        self._folder = path.parent
        self._session.notified.emit(f"The map was saved as {path}")


def _count_text(in_view: int, shown: int) -> str:
    """Returns how many of the offices that the list shows are in the picture."""
    return count_of(shown, "office") if in_view == shown else f"{in_view:,} of {count_of(shown, 'office')}"


def _title_of(shown: Shown) -> str:
    """Returns what a picture is called as long as nobody calls it otherwise: what the list shows."""
    if shown.query.strip():
        return f"Offices found for “{' '.join(shown.query.split())}”"
    return f"Offices: {shown.scope.region}" if shown.scope.region else "Offices"


def _written(directory: Directory, path: Path, data: bytes) -> Path:
    directory.write_file(path, data)
    return path
