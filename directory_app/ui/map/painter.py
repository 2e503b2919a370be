"""Paints the marks of the offices and the labels."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from directory_app.geo.projection import nearest_copy
from directory_app.model.office import Kind
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.labels import Label, Style
from directory_app.ui.map.marks import Mark
from directory_app.ui.map.pin import HEAD_HEIGHT, HEAD_RADIUS, Pin
from directory_app.ui.map.ring import Ring
from directory_app.ui.map.text_stamps import TextStamps, scaled_font
from directory_app.ui.signs import sign_colour, sign_path

_SIGN = 17.0
_WORLD_SIGN = 20.0
_HOVERED = 1.22
_DIM = 0.32
_LIFT = 5.0
_MARGIN = 260.0
"""Pixels beside the screen from where a label can still reach into it."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which marks stand out."""

    selected: UUID | None = None
    hovered: frozenset[UUID] = frozenset()


def paint_labels(
    painter: QPainter, labels: Sequence[Label], stamps: TextStamps, camera: Camera, theme: MapColours, ratio: float
) -> None:
    """Paints all labels on the screen, countries first."""
    for label in sorted(labels, key=lambda label: label.style is not Style.COUNTRY):
        for at in _places(label.x, label.y, camera):
            stamps.draw(painter, at + QPointF(label.dx, label.dy), label.text, label.style, theme, ratio)


def paint_marks(
    painter: QPainter, marks: Sequence[Mark], camera: Camera, theme: MapColours, emphasis: Emphasis, font: QFont
) -> None:
    """Paints all marks on the screen in their order, the selected one last."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        for at in _places(mark.x, mark.y, camera):
            painter.save()
            painter.translate(at)
            painter.setOpacity(_DIM if mark.dimmed else 1.0)
            if emphasis.selected in mark.ids:
                _paint_ring(painter, mark.radius + 4.5, theme)
            if mark.ids & emphasis.hovered:
                painter.setOpacity(1.0)
                painter.scale(_HOVERED, _HOVERED)
            if mark.is_cluster:
                _paint_badge(painter, mark, theme, font)
            else:
                paint_sign(painter, mark.spots[0].office.kind, theme)
            painter.restore()
    painter.restore()


def paint_precision(painter: QPainter, ring: Ring, camera: Camera, theme: MapColours) -> None:
    """Paints how far from its mark an office may be."""
    half_width, height = ring.half_width * camera.world, (ring.bottom - ring.top) * camera.world
    glow, edge = QColor(theme.accent), QColor(theme.accent)
    glow.setAlphaF(0.10)
    edge.setAlphaF(0.55)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(glow)
    painter.setPen(QPen(edge, 1.2))
    for copy in camera.copies(half_width):
        left, top = camera.to_screen(ring.x + copy, ring.top)
        painter.drawEllipse(QRectF(left - half_width, top, 2.0 * half_width, height))
    painter.restore()


def paint_pin(painter: QPainter, pin: Pin, camera: Camera, theme: MapColours, *, lifted: bool) -> None:
    """Paints the pin that is being moved and the way from where the office is; while held, it hovers over its point."""
    path = _pin_path()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in _places(pin.x, pin.y, camera):
        painter.save()
        painter.translate(at)
        if pin.origin is not None and pin.is_moved:
            dx, dy = nearest_copy(pin.origin.x, pin.x) - pin.x, pin.origin.y - pin.y
            painter.setPen(QPen(QColor(theme.accent), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(), QPointF(dx, dy) * camera.world)
        if lifted:
            painter.setPen(QPen(QColor(theme.halo), 1.5))
            painter.setBrush(QColor(theme.text))
            painter.drawEllipse(QPointF(), 3.0, 3.0)
            painter.translate(0.0, -_LIFT)
        _outline(painter, path, QColor(theme.halo), 4.0)
        painter.fillPath(path, QColor(theme.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent))
        painter.drawEllipse(QPointF(0.0, -HEAD_HEIGHT), 4.0, 4.0)
        painter.restore()
    painter.restore()


def _pin_path() -> QPainterPath:
    """Returns a drop upside down, with its point at (0, 0)."""
    box = QRectF(-HEAD_RADIUS, -HEAD_HEIGHT - HEAD_RADIUS, 2.0 * HEAD_RADIUS, 2.0 * HEAD_RADIUS)
    sideways = math.degrees(math.acos(HEAD_RADIUS / HEAD_HEIGHT))  # the legs touch the head as tangents
    path = QPainterPath()
    path.arcMoveTo(box, -90.0 + sideways)
    path.arcTo(box, -90.0 + sideways, 360.0 - 2.0 * sideways)
    path.lineTo(0.0, 0.0)
    path.closeSubpath()
    return path


def paint_sign(painter: QPainter, kind: Kind, theme: MapColours) -> None:
    """Paints a kind's sign around (0, 0) in two tones, with a thin halo that lifts it off the map."""
    path = sign_path(kind, _WORLD_SIGN if kind is Kind.WORLD_SECRETARIAT else _SIGN)
    colour = sign_colour(kind, theme.dark)
    rim = colour.lighter(125) if theme.dark else colour.darker(135)
    _outline(painter, path, QColor(theme.halo), 3.6)
    painter.fillPath(path, colour)
    _outline(painter, path, rim, 1.0)


def _places(x: float, y: float, camera: Camera) -> Iterator[QPointF]:
    """Yields where the copies of a world point are on the screen or near it."""
    for copy in camera.copies(_MARGIN):
        left, top = camera.to_screen(x + copy, y)
        if -_MARGIN < left < camera.width + _MARGIN and -_MARGIN < top < camera.height + _MARGIN:
            yield QPointF(left, top)


def _paint_ring(painter: QPainter, radius: float, theme: MapColours) -> None:
    path = QPainterPath()
    path.addEllipse(QPointF(), radius, radius)
    glow = QColor(theme.accent)
    glow.setAlphaF(0.20)
    painter.fillPath(path, glow)
    _outline(painter, path, QColor(theme.halo), 4.0)
    _outline(painter, path, QColor(theme.accent), 2.0)


def _paint_badge(painter: QPainter, mark: Mark, theme: MapColours, font: QFont) -> None:
    glow = QColor(theme.accent)
    glow.setAlphaF(0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(QPointF(), mark.radius + 4.0, mark.radius + 4.0)
    painter.setBrush(QColor(theme.halo))
    painter.drawEllipse(QPointF(), mark.radius, mark.radius)
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(QPointF(), mark.radius - 1.4, mark.radius - 1.4)
    count = len(mark.spots)
    number = scaled_font(font, 0.85 if count < 100 else 0.72)
    number.setWeight(QFont.Weight.DemiBold)
    painter.setFont(number)
    painter.setPen(QColor(theme.on_accent))
    box = QRectF(-20.0, -20.0, 40.0, 40.0)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count) if count < 1000 else f"{count // 1000}k")


def _outline(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
