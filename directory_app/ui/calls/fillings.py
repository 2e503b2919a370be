"""What the bars of the day chart are filled with: the same in the rows and in the legend."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from directory_app.ui.theme import Theme


class Filling(Enum):
    """What a piece of a bar says."""

    DAY = auto()
    NIGHT = auto()
    HOURS = auto()
    ASSUMED = auto()
    SHARED = auto()


def paint_filling(painter: QPainter, piece: QRectF, filling: Filling, theme: Theme) -> None:
    """Fills a piece of a bar."""
    if filling is Filling.DAY:
        painter.fillRect(piece, QColor(theme.hover))
    elif filling is Filling.NIGHT:
        painter.fillRect(piece, with_alpha(theme.line, 0.85))
    elif filling is Filling.SHARED:
        painter.fillRect(piece, QColor(theme.accent))
    else:
        painter.fillRect(piece, with_alpha(theme.accent, 0.4 if filling is Filling.HOURS else 0.14))
        if filling is Filling.ASSUMED:
            painter.setPen(QPen(with_alpha(theme.accent, 0.8), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(piece.adjusted(0.5, 0.5, -0.5, -0.5))


def with_alpha(colour: str, alpha: float) -> QColor:
    """Returns a colour that lets through what is under it; 0 lets through all."""
    transparent = QColor(colour)
    transparent.setAlphaF(alpha)
    return transparent
