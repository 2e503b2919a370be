"""What is drawn on the map about a whole region: the outline of its offices, and lines from its secretariat."""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.figures.shapes import WorldPoint

_AROUND = 20.0
"""How far the outline keeps from the offices in it, in pixels."""
_TONE, _EDGE = 0.09, 0.5
_LINE = 0.5
_LINE_WIDTH = 1.2
_MANY = 100
"""So many lines and more are drawn finer, so that what lies beneath can be seen."""
_FINE_WIDTH = 1.0
_FINE = 0.3


class Figures:
    """Keeps both until there are others, and paints them under the marks."""

    def __init__(self) -> None:
        """Begins with neither."""
        self._hull: tuple[WorldPoint, ...] = ()
        self._lines: tuple[tuple[WorldPoint, ...], ...] = ()
        self._path = QPainterPath()

    @property
    def hull(self) -> tuple[WorldPoint, ...]:
        """The corners of what is outlined, in world units."""
        return self._hull

    @property
    def lines(self) -> tuple[tuple[WorldPoint, ...], ...]:
        """The lines, in world units."""
        return self._lines

    def outline(self, hull: Sequence[WorldPoint]) -> None:
        """Outlines what has these corners, clockwise; nothing without any."""
        self._hull = tuple(hull)

    def show_lines(self, lines: Iterable[Sequence[WorldPoint]]) -> None:
        """Draws these lines instead of those before."""
        self._lines = tuple(tuple(line) for line in lines)
        self._path = QPainterPath()
        for line in self._lines:
            self._path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))

    def paint(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        """Paints both, wherever the world is repeated."""
        if self._hull:
            self._paint_hull(painter, camera, theme)
        if self._lines:
            self._paint_lines(painter, camera, theme)

    def _paint_hull(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # where two copies meet, the tone is not doubled
        xs = [x for x, _ in self._hull]
        for copy in _copies(camera, min(xs), max(xs), _AROUND):
            path.addPath(_rounded([camera.to_screen(x + copy, y) for x, y in self._hull]))
        tone, edge = QColor(theme.accent), QColor(theme.accent)
        tone.setAlphaF(_TONE)
        edge.setAlphaF(_EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # the edge hides the steps, and it is faster
        painter.fillPath(path, tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, QPen(edge, 1.2))
        painter.restore()

    def _paint_lines(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        is_many = len(self._lines) >= _MANY
        colour = QColor(theme.accent)
        colour.setAlphaF(_FINE if is_many else _LINE)
        pen = QPen(colour, _FINE_WIDTH if is_many else _LINE_WIDTH)
        pen.setCosmetic(True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._path.boundingRect()
        for copy in _copies(camera, box.left(), box.right(), 1.0):
            left, top = camera.to_screen(float(copy), 0.0)
            painter.setWorldTransform(QTransform(camera.world, 0.0, 0.0, camera.world, left, top), combine=False)
            painter.drawPath(self._path)
        painter.restore()


def _copies(camera: Camera, first: float, last: float, margin: float) -> range:
    """Returns the whole worlds to add to x from `first` to `last` so that every copy on the screen is met."""
    left, _ = camera.to_world(-margin, 0.0)
    right, _ = camera.to_world(camera.width + margin, 0.0)
    return range(math.ceil(left - last), math.floor(right - first) + 1)


def _rounded(corners: Sequence[tuple[float, float]]) -> QPainterPath:
    """Returns the edge of everything that is near to a convex polygon, with a round corner at each of its own."""
    path = QPainterPath()
    if len(corners) == 1:
        path.addEllipse(QPointF(*corners[0]), _AROUND, _AROUND)
        return path
    turned = [*corners[1:], corners[0]]
    angles = [math.degrees(math.atan2(b[1] - a[1], b[0] - a[0])) for a, b in zip(corners, turned, strict=True)]
    for number, (x, y) in enumerate(corners):
        box = QRectF(x - _AROUND, y - _AROUND, 2.0 * _AROUND, 2.0 * _AROUND)
        before, after = angles[number - 1], angles[number]
        turn = (after - before) % 360.0  # clockwise on the screen, as the corners are
        start = 90.0 - before  # Qt counts anticlockwise from three o'clock; outside is to the left of the way
        if number == 0:
            path.arcMoveTo(box, start)
        path.arcTo(box, start, -turn)
    path.closeSubpath()
    return path
