"""Paints labels and the signs of towns, from stamps or as vectors."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels.label_text import text_colour
from directory_app.ui.map.labels.labels import Label, Style

_HALO = 3.0
"""Pixels that a label or a sign may reach beyond its place."""

_CAPITAL = 2.4
_DOTS = {Style.CITY: 2.1, Style.TOWN: 1.6}
_RIM = 1.0
_ORDER = {style: number for number, style in enumerate(reversed(Style))}


class Lettering(Protocol):
    """Writes labels: `LabelText` as vectors, `TextStamps` from pictures."""

    def paint(self, painter: QPainter, at: QPointF, text: str, style: Style, theme: MapColours) -> None:
        """Paints one line with its upper left corner at a point."""
        ...


def paint_labels(
    painter: QPainter, labels: Sequence[Label], lettering: Lettering, camera: Camera, theme: MapColours
) -> None:
    """Paints all labels on the screen, those of offices last, and the signs of towns."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in sorted(labels, key=_order):
        for at in _places(label, camera):
            if label.style.has_sign:
                _paint_sign(painter, at, label.style, theme)
            lettering.paint(painter, at + QPointF(label.dx, label.dy), label.text, label.style, theme)
    painter.restore()


def _order(label: Label) -> int:
    return _ORDER[label.style]


def _places(label: Label, camera: Camera) -> Iterator[QPointF]:
    """Yields where the copies of a label's point are of which some can be seen."""
    reach_x = max(-label.dx, label.dx + label.width) + _HALO
    reach_y = max(-label.dy, label.dy + label.height) + _HALO
    for copy in camera.copies(reach_x):
        left, top = camera.to_screen(label.x + copy, label.y)
        if -reach_x < left < camera.width + reach_x and -reach_y < top < camera.height + reach_y:
            yield QPointF(left, top)


def _paint_sign(painter: QPainter, at: QPointF, style: Style, theme: MapColours) -> None:
    """Paints the sign of a town: a dot, or a small square with a light middle for a capital."""
    colour, light = text_colour(style, theme), QColor(theme.land)
    if style is Style.CAPITAL:
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(light)
        painter.drawRect(QRectF(at.x() - _CAPITAL, at.y() - _CAPITAL, 2.0 * _CAPITAL, 2.0 * _CAPITAL))
        return
    radius = _DOTS[style]
    light.setAlphaF(0.7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.drawEllipse(at, radius + _RIM, radius + _RIM)
    painter.setBrush(colour)
    painter.drawEllipse(at, radius, radius)
