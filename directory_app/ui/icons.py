"""Icons tinted to the theme, from the bundled drawings."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from directory_app.errors import MissingResourceError


class Icons:
    """The drawings of one folder, each as an icon in any colour.

    A file is read when its icon is first painted, not when the icon is made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def icon(self, name: str, colour: str) -> QIcon:
        """Returns the drawing `name` in the colour, sharp at every size and pixel ratio.

        Raises MissingResourceError if there is no such drawing.
        """
        return QIcon(_TintedDrawing(self._drawing(name), colour))

    def program(self) -> QIcon:
        """Returns the program's own sign."""
        return QIcon(str(self._drawing("app")))

    def _drawing(self, name: str) -> Path:
        path = self._folder / f"{name}.svg"
        if not path.is_file():
            raise MissingResourceError(
                f"The drawing {path} belongs to the program and is missing. Install the program again."
            )
        return path


class _TintedDrawing(QIconEngine):
    """Paints one drawing with its lines in one colour, paler where disabled."""

    def __init__(self, path: Path, colour: str) -> None:
        super().__init__()
        self._path = path
        self._colour = colour

    @cached_property
    def _renderer(self) -> QSvgRenderer:
        drawing = self._path.read_text(encoding="utf-8")
        return QSvgRenderer(QByteArray(drawing.replace("currentColor", QColor(self._colour).name()).encode()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        self._renderer.render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _TintedDrawing(self._path, self._colour)
