"""Tick boxes: one drawing for those in lists and those in forms."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from directory_app.ui.importing.choices import Tick
from directory_app.ui.plain_text import without_mnemonic
from directory_app.ui.theme import SPACE, Theme

TICK_SIZE = 4 * SPACE


def paint_tick(painter: QPainter, at: QPointF, tick: Tick, theme: Theme, *, has_focus: bool = False) -> None:
    """Paints a tick box whose upper left corner is at a point."""
    box = QRectF(at.x() + 0.5, at.y() + 0.5, TICK_SIZE - 1, TICK_SIZE - 1)
    is_filled = tick is not Tick.NONE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent if is_filled or has_focus else theme.faint), 2 if has_focus else 1))
    painter.setBrush(QColor(theme.accent if is_filled else theme.raised))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(QColor(theme.on_accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = box.center()
    if tick is Tick.WHOLE:
        points = [QPointF(-3.4, 0.2), QPointF(-1.0, 2.8), QPointF(3.6, -2.8)]
        painter.drawPolyline(QPolygonF([middle + point for point in points]))
    elif tick is Tick.PARTLY:
        painter.drawLine(middle - QPointF(3.2, 0), middle + QPointF(3.2, 0))
    painter.restore()


class TickBox(QCheckBox):
    """A tick box in the theme's colours; its text is shown as it is."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(without_mnemonic(text), parent)
        self._text = text
        self._theme = theme
        self.setAccessibleName(text)

    def show_text(self, text: str) -> None:
        """Says something else beside the box."""
        self._text = text
        self.setText(without_mnemonic(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = TICK_SIZE + (2 * SPACE + metrics.horizontalAdvance(self._text) + 2 if self._text else 2)
        return QSize(width, max(TICK_SIZE, metrics.height()) + SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(TICK_SIZE + 2, self.sizeHint().height())

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ticks = {Qt.CheckState.Checked: Tick.WHOLE, Qt.CheckState.PartiallyChecked: Tick.PARTLY}
        tick = ticks.get(self.checkState(), Tick.NONE)
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        at = QPointF(1, (self.height() - TICK_SIZE) // 2)
        paint_tick(painter, at, tick, self._theme, has_focus=self.hasFocus())
        painter.setPen(QColor(self._theme.text))
        place = self.rect().adjusted(TICK_SIZE + 2 * SPACE, 0, 0, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
