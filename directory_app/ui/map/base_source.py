"""Draws tiles, and whole views in a hurry, from the shipped outlines."""

import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock

from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from directory_app.geo.base_map import BaseMap, Box
from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.colours import MapColours

_LEVEL_OF_ZOOM = (1, 1, 1, 2, 2)
_FINEST = 3
_COARSEST = 0
_ICE = "AQ"
_ICE_COAST = 0.72
"""Antarctica is a shade of the water, without a line: nobody has an office there, and Mercator makes it huge."""

_SMALLEST = 0.4
"""Pieces of land smaller than this many device pixels are left out."""

_Shape = tuple[Box, tuple[QPolygonF, ...]]
_Shapes = Sequence[_Shape]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A level of the base map as Qt draws it."""

    land: _Shapes
    countries: Mapping[str, _Shapes]
    ice: _Shapes
    borders: _Shapes
    coasts: _Shapes


class BaseMapSource:
    """The tile source that is always there: the base map's outlines, in as much detail as a zoom shows."""

    def __init__(self, base_map: BaseMap) -> None:
        """Takes the base map; nothing is read before the first tile."""
        self._base_map = base_map
        self._lock = Lock()
        self._drawings: dict[int, _Drawing] = {}

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        """Returns a tile; safe to call from several threads."""
        side = round(TILE * scale)
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.water))
        level = _LEVEL_OF_ZOOM[z] if z < len(_LEVEL_OF_ZOOM) else _FINEST
        painter = QPainter(image)
        painter.scale(side * 2.0**z, side * 2.0**z)
        painter.translate(-x / 2**z, -y / 2**z)
        margin = 2.0 / side
        box = Box((x - margin) / 2**z, (y - margin) / 2**z, (x + 1 + margin) / 2**z, (y + 1 + margin) / 2**z)
        self._draw(painter, level, box, side * 2.0**z, theme, max(scale, 1.0) if z else 1.0)
        painter.end()
        return image

    def sketch(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        """Draws a whole view from the coarsest outlines, in logical pixels, for when no tile is there yet."""
        left, top = camera.to_world(0.0, 0.0)
        right, bottom = camera.to_world(camera.width, camera.height)
        painter.save()
        painter.translate(*camera.to_screen(0.0, 0.0))
        painter.scale(camera.world, camera.world)
        self._draw(painter, _COARSEST, Box(left, top, right, bottom), camera.world, theme, 1.0)
        painter.restore()

    def _draw(self, painter: QPainter, level: int, box: Box, world: float, theme: MapColours, pen_width: float) -> None:
        drawing = self._drawing(level)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shift in (-1, 0, 1, 2):
            seen = Box(box.left - shift, box.top, box.right - shift, box.bottom)
            if seen.right < -0.5 or seen.left > 1.5:  # an outline's middle lies between 0 and 1
                continue
            painter.save()
            painter.translate(shift, 0.0)
            painter.fillPath(_land(drawing.ice, seen, _SMALLEST / world), QColor(theme.ice))
            painter.fillPath(_land(drawing.land, seen, _SMALLEST / world), QColor(theme.land))
            for colour, codes in theme.fills:  # over the land, so that no water shows between two of them
                filled = chain.from_iterable(drawing.countries.get(code, ()) for code in codes)
                painter.fillPath(_land(filled, seen, _SMALLEST / world), QColor(colour))
            _stroke(painter, drawing.coasts, seen, QPen(QColor(theme.coast), 0.8 * pen_width))
            _stroke(painter, drawing.borders, seen, QPen(QColor(theme.border_line), 0.9 * pen_width))
            painter.restore()

    def _drawing(self, level: int) -> _Drawing:
        with self._lock:
            if level not in self._drawings:
                outlines = self._base_map.level(level)
                countries: defaultdict[str, list[_Shape]] = defaultdict(list)
                for p in outlines.polygons:
                    countries[p.country.code].append((p.box, tuple(map(_polygon, outlines.rings(p)))))
                ice = countries.pop(_ICE, [])
                self._drawings[level] = _Drawing(
                    tuple(chain.from_iterable(countries.values())),
                    countries,
                    ice,
                    tuple((line.box, (_polygon(line.points),)) for line in outlines.borders),
                    tuple(
                        (line.box, (_polygon(line.points),)) for line in outlines.coasts if line.box.top < _ICE_COAST
                    ),
                )
            return self._drawings[level]


def _land(shapes: Iterable[_Shape], seen: Box, smallest: float) -> QPainterPath:
    """Returns pieces of land as one path: countries that touch leave no seam, as drawn apart they would."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box, polygons in shapes:
        if box.overlaps(seen) and (box.right - box.left > smallest or box.bottom - box.top > smallest):
            for polygon in polygons:
                path.addPolygon(polygon)
    return path


def _stroke(painter: QPainter, shapes: _Shapes, seen: Box, pen: QPen) -> None:
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for box, lines in shapes:
        if box.overlaps(seen):
            for line in lines:
                painter.drawPolyline(line)


def _polygon(points: "memoryview[float]") -> QPolygonF:
    """Returns points as Qt has them; reading them as a stream is twenty times faster than one by one."""
    data = QByteArray(struct.pack("<I", len(points) // 2) + points.tobytes())
    stream = QDataStream(data)
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    polygon = QPolygonF()
    stream >> polygon
    return polygon
