"""Paints the pins of places that may be meant."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from directory_app.geo.projection import nearest_copy
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.places.pin_layout import RADIUS

_NUMBER_PIXELS = 12
_BESIDE = 3.0
"""From so many pixels on, a line leads from a pin to its place."""
_MARGIN = 120.0


def paint_way(painter: QPainter, mark: Mark, camera: Camera, theme: MapColours) -> None:
    """Paints the way from a place to its pin where that had to stand aside."""
    spot = mark.first
    way = QPointF(nearest_copy(spot.x, mark.x) - mark.x, spot.y - mark.y) * camera.world
    if way.manhattanLength() < _BESIDE:
        return
    for at in _places(mark, camera):
        for colour, width in ((theme.halo, 4.0), (theme.quiet_text, 1.4)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(at, at + way)
        painter.setPen(QPen(QColor(theme.halo), 1.0))
        painter.setBrush(QColor(theme.quiet_text))
        painter.drawEllipse(at + way, 3.0, 3.0)


def paint_number(
    painter: QPainter, mark: Mark, number: str, camera: Camera, theme: MapColours, font: QFont, *, is_chosen: bool
) -> None:
    """Paints a disc with a number, or a dot where there is none; the chosen one has a ring around it."""
    written = QFont(font)
    written.setPixelSize(_NUMBER_PIXELS)
    written.setWeight(QFont.Weight.DemiBold)
    for at in _places(mark, camera):
        if is_chosen:
            _paint_disc(painter, at, RADIUS + 5.5, theme.halo)
            _paint_disc(painter, at, RADIUS + 4.0, theme.accent)
        _paint_disc(painter, at, RADIUS, theme.halo)
        _paint_disc(painter, at, RADIUS - 1.5, theme.accent)
        if not number:
            _paint_disc(painter, at, 3.0, theme.on_accent)
        painter.setFont(written)
        painter.setPen(QColor(theme.on_accent))
        box = QRectF(at.x() - RADIUS, at.y() - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def paint_present(painter: QPainter, mark: Mark, camera: Camera, theme: MapColours) -> None:
    """Paints the target that says where the office is now."""
    for at in _places(mark, camera):
        _paint_disc(painter, at, RADIUS - 1.5, theme.halo)
        painter.setPen(QPen(QColor(theme.text), 2.0))
        painter.setBrush(QColor(theme.panel))
        painter.drawEllipse(at, RADIUS - 4.0, RADIUS - 4.0)
        _paint_disc(painter, at, 3.0, theme.text)


def _paint_disc(painter: QPainter, at: QPointF, radius: float, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(at, radius, radius)


def _places(mark: Mark, camera: Camera) -> Iterator[QPointF]:
    """Yields where the copies of a mark are on the screen or near it."""
    for copy in camera.copies(_MARGIN):
        yield QPointF(*camera.to_screen(mark.x + copy, mark.y))
