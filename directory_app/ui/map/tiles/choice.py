"""Which pictures the map shows: opened off the window's thread, as a file may lie on a slow disk."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from directory_app.errors import DirectoryError
from directory_app.geo.tiles.pictures import TilePictures
from directory_app.ui.background import Background

PictureOpener = Callable[[], TilePictures | None]
"""Opens a file or a server of pictures, None for the built-in map; raises DirectoryError if that cannot be."""


class PictureChoice(QObject):
    """Shows what somebody chose last, whichever is opened first."""

    failed = Signal(str)
    """A sentence on why what was chosen cannot be shown; the map stays as it was."""

    def __init__(
        self, show: Callable[[TilePictures | None], None], background: Background, parent: QObject | None = None
    ) -> None:
        """Takes what shows pictures, which must be there as long as this is, and where to open them."""
        super().__init__(parent)
        self._show = show
        self._background = background
        self._number = 0

    def choose(self, opener: PictureOpener | None) -> None:
        """Shows what is opened, or the built-in map with None."""
        self._number += 1
        if opener is None:
            self._show(None)
        else:
            number = self._number
            self._background.run(opener, partial(self._on_opened, number), partial(self._on_error, number))

    def _on_opened(self, number: int, pictures: TilePictures | None) -> None:
        if number == self._number:
            self._show(pictures)
        elif pictures is not None:
            pictures.close()

    def _on_error(self, number: int, error: Exception) -> None:
        if number != self._number:
            return
        known = isinstance(error, DirectoryError)
        self.failed.emit(str(error) if known else "The map could not be opened. Choose another, or the built-in one.")
