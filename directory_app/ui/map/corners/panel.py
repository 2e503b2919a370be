"""What buttons, legend and banners on the map lie on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from directory_app.ui.map.colours import MapColours

_CORNER = 8.0


def paint_panel(painter: QPainter, widget: QWidget, theme: MapColours) -> None:
    """Paints a panel with a thin edge and round corners, as large as the widget; the pen stays that of the edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.panel_edge), 1.0))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
