"""One line of text in a row of a list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_line(
    painter: QPainter, area: QRect, text: str, font: QFont, colour: str, where: Qt.AlignmentFlag = LEFT
) -> None:
    """Paints one line that ends in an ellipsis where it is too long."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, where, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
