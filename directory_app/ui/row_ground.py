"""The ground under a row of a list: chosen, under the mouse, with the keyboard."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from directory_app.ui.theme import Theme


def paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paints what a row stands on."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(theme.selected))
        painter.fillRect(area.x(), area.y(), 3, area.height(), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(theme.hover))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(theme.accent))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
