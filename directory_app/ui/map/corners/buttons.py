"""The quiet buttons on the map: nearer, farther, all offices."""

from enum import Enum

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.map.corners.panel import paint_panel

_SIDE = 32


class Glyph(Enum):
    """What is drawn on a button."""

    NEARER = "nearer"
    FARTHER = "farther"
    ALL = "all"


class MapButton(QToolButton):
    """One button of the column."""

    def __init__(self, glyph: Glyph, text: str, parent: QWidget) -> None:
        """Takes what the button says; the same is read out and shown as its tip."""
        super().__init__(parent)
        self._glyph = glyph
        self._theme = LIGHT
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(_SIDE, _SIDE)

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Returns the fixed size."""
        return QSize(_SIDE, _SIDE)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows that the pointer is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Shows that the pointer has left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the glyph, the tone under the pointer and the ring of the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(3.0, 3.0, -3.0, -3.0)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.panel_hover))
            painter.drawRoundedRect(inner, 5.0, 5.0)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 5.0, 5.0)
        painter.translate(QRectF(self.rect()).center())
        pen = QPen(QColor(self._theme.text if self.isEnabled() else self._theme.country), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        _paint_glyph(painter, self._glyph)
        painter.end()


class ButtonColumn(QFrame):
    """The three buttons in one panel; whoever owns it connects them and puts it in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Makes the buttons."""
        super().__init__(parent)
        self._theme = LIGHT
        self.nearer = MapButton(Glyph.NEARER, "Zoom in", self)
        self.farther = MapButton(Glyph.FARTHER, "Zoom out", self)
        self.all = MapButton(Glyph.ALL, "Show all offices", self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the map's is about the place beneath
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        for button in self.buttons:
            layout.addWidget(button)
        self.setFixedSize(_SIDE + 2, 3 * _SIDE + 4)

    @property
    def buttons(self) -> tuple[MapButton, MapButton, MapButton]:
        """All three, from top to bottom."""
        return self.nearer, self.farther, self.all

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel and the lines between the buttons."""
        painter = QPainter(self)
        paint_panel(painter, self, self._theme)
        for row in (1, 2):
            y = row * (_SIDE + 1) + 0.5
            painter.drawLine(QPointF(1.0, y), QPointF(self.width() - 1.0, y))
        painter.end()


def _paint_glyph(painter: QPainter, glyph: Glyph) -> None:
    """Draws a glyph around (0, 0)."""
    if glyph is not Glyph.ALL:
        painter.drawLine(QLineF(-4.5, 0.0, 4.5, 0.0))
        if glyph is Glyph.NEARER:
            painter.drawLine(QLineF(0.0, -4.5, 0.0, 4.5))
        return
    corners = QPainterPath()
    for x in (-1.0, 1.0):
        for y in (-1.0, 1.0):
            corners.moveTo(x * 6.0, y * 2.5)
            corners.lineTo(x * 6.0, y * 6.0)
            corners.lineTo(x * 2.5, y * 6.0)
    painter.drawPath(corners)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(), 1.8, 1.8)
