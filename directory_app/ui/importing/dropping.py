"""Files that are dropped on a window or copied in a file manager."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.Drop)


def files_of(data: QMimeData) -> list[Path]:
    """Returns the files of this machine that something dropped or copied names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Lets files be dropped on a window, and text where that is wanted."""

    files_dropped = Signal(object)
    """The files, a list of paths."""
    text_dropped = Signal(str)
    """A text."""

    def __init__(self, window: QWidget, *, takes_text: bool = False) -> None:
        super().__init__(window)
        self._takes_text = takes_text
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _wants(self, data: QMimeData) -> bool:
        return bool(files_of(data)) or (self._takes_text and data.hasText())

    def _take(self, data: QMimeData) -> None:
        files = files_of(data)
        if files:
            self.files_dropped.emit(files)
        else:
            self.text_dropped.emit(data.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DROPS or not isinstance(event, QDropEvent) or not self._wants(event.mimeData()):
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(event.mimeData())
        return True
