"""Paints the marks of the offices."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from directory_app.geo.projection import nearest_copy
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.figures.ring import Ring
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.map.marks.mark_stamps import DIM, outline, paint_mark
from directory_app.ui.map.pin.pin import HEAD_HEIGHT, HEAD_RADIUS, Pin

_HOVERED = 1.22
_LIFT = 5.0
_REACH = 40.0
"""Pixels beside the screen from where a mark can still reach into it."""
_MARGIN = 260.0
"""Pixels beside the screen from where a label can still reach into it."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out: the selected office and its mark, and the mark under the pointer or at the keyboard."""

    selected: UUID | None = None
    selected_mark: Mark | None = None
    hovered: Mark | None = None


class MarkPainter(Protocol):
    """Paints marks: `MarkStamps` from pictures, `SharpMarks` as vectors."""

    theme: MapColours
    font: QFont

    def draw(self, painter: QPainter, x: float, y: float, mark: Mark) -> None:
        """Paints a mark around a point of the screen."""
        ...


def paint_marks(
    painter: QPainter, marks: Sequence[Mark], camera: Camera, emphasis: Emphasis, stamps: MarkPainter
) -> None:
    """Paints all marks on the screen in their order, the selected one last."""
    hovered, selected = emphasis.hovered, emphasis.selected_mark
    world, middle_x, middle_y = camera.world, camera.width / 2.0, camera.height / 2.0
    for copy in camera.copies(_MARGIN):
        left, top = middle_x + (copy - camera.x) * world, middle_y - camera.y * world
        right, bottom = camera.width + _REACH, camera.height + _REACH
        for mark in marks:
            x, y = mark.x * world + left, mark.y * world + top
            if not (-_REACH < x < right and -_REACH < y < bottom):
                continue
            if mark is hovered or mark is selected:
                _paint_standing_out(painter, QPointF(x, y), mark, emphasis, stamps)
            else:
                stamps.draw(painter, x, y, mark)


def _paint_standing_out(painter: QPainter, at: QPointF, mark: Mark, emphasis: Emphasis, stamps: MarkPainter) -> None:
    is_hovered = mark is emphasis.hovered
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.setOpacity(DIM if mark.dimmed and not is_hovered else 1.0)
    if mark is emphasis.selected_mark:
        _paint_ring(painter, mark.radius + 4.5, stamps.theme)
    if is_hovered:
        painter.scale(_HOVERED, _HOVERED)
    paint_mark(painter, mark, stamps.theme, stamps.font)
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
        outline(painter, path, QColor(theme.halo), 4.0)
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
    outline(painter, path, QColor(theme.halo), 4.0)
    outline(painter, path, QColor(theme.accent), 2.0)
