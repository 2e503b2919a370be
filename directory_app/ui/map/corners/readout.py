"""Where on the earth the pointer is, in quiet figures above the scale bar."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from directory_app.geo.projection import to_degrees
from directory_app.model.place import Point
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.theme import scaled_font

_EDGE = 12
_PAD = 4
_MOST_DECIMALS = 5
"""A hundred-thousandth of a degree is a metre."""


def point_at(camera: Camera, left: float, top: float) -> Point | None:
    """Returns latitude and longitude of a place of the screen, or None where it is beyond the world."""
    x, y = camera.to_world(left, top)
    return to_degrees(x, y) if 0.0 <= y <= 1.0 else None


def point_text(point: Point, zoom: float) -> str:
    """Returns a point as decimal degrees, with no more decimals than a pixel is worth at a zoom."""
    a_pixel = 360.0 / (256.0 * math.exp2(zoom))
    decimals = min(max(math.ceil(-math.log10(a_pixel)), 0), _MOST_DECIMALS)
    latitude, longitude = (round(degrees, decimals) + 0.0 for degrees in point)
    return f"{latitude:.{decimals}f}°, {longitude:.{decimals}f}°"


class Readout(QWidget):
    """One line at the lower left of the map; it covers its ground, so that no more than itself is painted anew."""

    def __init__(self, parent: QWidget) -> None:
        """Takes the map."""
        super().__init__(parent)
        self._map = parent
        self._theme = LIGHT
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def text(self) -> str:
        """What can be read, or nothing."""
        return "" if self.isHidden() else self._text

    def set_theme(self, theme: MapColours) -> None:
        """Takes over the colours of the map."""
        self._theme = theme
        self.update()

    def tell(self, point: Point | None, camera: Camera) -> None:
        """Shows a point, or nothing."""
        if point is None:
            self.hide()
            return
        self._text = point_text(point, camera.zoom)
        self.setFont(scaled_font(self._map.font(), 0.78))
        metrics = QFontMetricsF(self.font())
        width, height = math.ceil(metrics.horizontalAdvance(self._text)), math.ceil(metrics.height())
        below = _EDGE + _PAD + 2 * height
        self.setGeometry(_EDGE - _PAD, round(camera.height) - below, width + 2 * _PAD, height)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the figures on the colour of the sea, which they cover anyway."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.water))
        painter.setPen(QColor(self._theme.quiet_text))
        area = QRectF(self.rect()).adjusted(_PAD, 0.0, 0.0, 0.0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
