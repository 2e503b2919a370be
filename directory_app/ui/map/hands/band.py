"""The rectangle that somebody draws on the map to come nearer to what is in it."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from directory_app.ui.map.colours import LIGHT, MapColours

_LEAST = 8
"""A rectangle that is narrower or lower, in pixels, was not meant."""


class Band(QWidget):
    """Lies over the map from where it was begun to where the pointer is; it takes no part in what the mouse does."""

    def __init__(self, parent: QWidget) -> None:
        """Takes the map."""
        super().__init__(parent)
        self._map = parent
        self._theme = LIGHT
        self._start: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def is_drawn(self) -> bool:
        """Whether somebody is drawing it."""
        return self._start is not None

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        self.update()

    def begin(self, at: QPoint) -> None:
        """Begins at a place of the map."""
        self._start = at
        self.setGeometry(QRect(at, at))
        self.raise_()
        self.show()

    def draw_to(self, at: QPoint) -> None:
        """Reaches to another place, at most to the edge of the map."""
        if self._start is not None:
            self.setGeometry(QRect.span(self._start, at).intersected(self._map.rect()))

    def end(self) -> QRect | None:
        """Goes away; returns what it had in it, or None if that was too little to be meant."""
        self._start = None
        self.hide()
        return self.geometry() if min(self.width(), self.height()) >= _LEAST else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a tone that lets the map be seen, and an edge."""
        tone = QColor(self._theme.accent)
        tone.setAlphaF(0.10)
        painter = QPainter(self)
        painter.setBrush(tone)
        painter.setPen(QPen(QColor(self._theme.accent), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
