"""Draws tiles, and whole views in a hurry, from the shipped outlines."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil, floor, log2

from PySide6.QtCore import QByteArray, QDataStream, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from directory_app.geo.base_map import BaseMap
from directory_app.geo.box import Box
from directory_app.geo.map_level import Level, LineKind
from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.tiles.gate import Gate

ATTRIBUTION = "Natural Earth · GeoNames"

_LEVEL_OF_ZOOM = (1, 1, 1, 1, 2, 2)
_FINEST = 3
_COARSEST = 0
_ICE = "AQ"
_ICE_COAST = 0.72
"""Antarctica is a shade of the water, without a line: nobody has an office there, and Mercator makes it huge."""

_RIVERS = range(4, 9)
"""The zooms with rivers: farther out they are in the way, and nearer, beside a pin, 1:50m shows how far off it is."""

_SMALLEST = 0.7
"""Pieces of land smaller than this many device pixels are left out."""

_SMALLEST_FILLED = 1.5
"""Of land smaller than this many device pixels only the coast is drawn, which leaves nothing of it to be seen."""

_SMALLEST_LAKE = 2.0
"""Lakes smaller than this many device pixels are left out: they would be specks."""

_WIDEST = 2.0
"""Lines are at most so many times as wide as on a plain screen."""

_HAIRS = ((0.0, -0.6), (0.52, 0.3), (-0.52, 0.3))
"""Where the hairs of a line lie that is wider than a pixel, in widths that it has beyond one.

Qt draws lines of up to one pixel twelve times as fast as wider ones, so a wider one is three of them.
"""

_HARDLY = 1e-9
_COUNT = struct.Struct("<I")
_POINT_BYTES = 8


class BaseMapSource:
    """The tile source that is always there: the base map's outlines, in as much detail as a zoom shows."""

    def __init__(self, base_map: BaseMap, gate: Gate | None = None) -> None:
        """Takes the base map, of which nothing is read before the first tile, and a gate for those who draw tiles.

        They wait at it between two steps of a tile, too: no call of QPainter lets another thread into the interpreter.
        """
        self._base_map = base_map
        self._gate = gate or Gate()
        self._sketch: tuple[tuple[Camera, float, MapColours], QImage] | None = None

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        """Returns a tile; safe to call from several threads."""
        side = round(TILE * scale)
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.water))
        painter = QPainter(image)
        painter.scale(side * 2.0**z, side * 2.0**z)
        painter.translate(-x / 2**z, -y / 2**z)
        margin = 2.0 / side
        box = Box((x - margin) / 2**z, (y - margin) / 2**z, (x + 1 + margin) / 2**z, (y + 1 + margin) / 2**z)
        width = min(max(scale, 1.0), _WIDEST) if z else 1.0
        level = self._base_map.level(_level_of(z + log2(max(scale, 1.0))))
        for _ in _Sheet(level, box, 1.0 / (side * 2.0**z), theme, width, z in _RIVERS).steps(painter):
            self._gate.wait()
        painter.end()
        return image

    def draw(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        """Draws a whole view in logical pixels, as sharp as whatever it is drawn on: a page, or a vector drawing."""
        painter.save()
        painter.fillRect(QRectF(0.0, 0.0, camera.width, camera.height), QColor(theme.water))
        level, pixel = self._base_map.level(_level_of(camera.zoom)), 1.0 / camera.world
        has_rivers = floor(camera.zoom + _HARDLY) in _RIVERS
        self._onto(painter, camera, _Sheet(level, camera.box(), pixel, theme, 1.0, has_rivers, is_sharp=True))
        painter.restore()

    def close(self) -> None:
        """Lets go of nothing: the base map is the program's own."""

    def sketch(self, painter: QPainter, camera: Camera, theme: MapColours) -> None:
        """Draws a whole view from the coarsest outlines, in logical pixels, for when no tile is there yet.

        The sketch is kept, so that it is not drawn anew with every tile that comes, until `forget_sketch`.
        """
        view = (camera, painter.device().devicePixelRatioF(), theme)
        if self._sketch is None or self._sketch[0] != view:
            self._sketch = view, self._sketch_of(*view)
        painter.drawImage(0, 0, self._sketch[1])

    def forget_sketch(self) -> None:
        """Lets go of the sketch, since tiles have come."""
        self._sketch = None

    def _sketch_of(self, camera: Camera, ratio: float, theme: MapColours) -> QImage:
        image = QImage(ceil(camera.width * ratio), ceil(camera.height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(theme.water))
        painter = QPainter(image)
        level, pixel = self._base_map.level(_COARSEST), 1.0 / (camera.world * ratio)
        self._onto(painter, camera, _Sheet(level, camera.box(), pixel, theme, 1.0, has_rivers=False))
        painter.end()
        return image

    def _onto(self, painter: QPainter, camera: Camera, sheet: "_Sheet") -> None:
        painter.translate(*camera.to_screen(0.0, 0.0))
        painter.scale(camera.world, camera.world)
        for _ in sheet.steps(painter):
            pass


def _level_of(zoom: float) -> int:
    """Returns the level that shows all that can be seen on a screen with a device pixel to each of the map's."""
    whole = floor(zoom + _HARDLY)
    return _LEVEL_OF_ZOOM[whole] if whole < len(_LEVEL_OF_ZOOM) else _FINEST


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is drawn of a level in a box: land, rivers over it, lakes over both, then the lines between.

    `pixel` is a device pixel in world units; lines are `width` times as wide as on a plain screen. A sharp one
    is drawn once and not sixty times a second, so its lines may take their time.
    """

    level: Level
    seen: Box
    pixel: float
    theme: MapColours
    width: float
    has_rivers: bool
    is_sharp: bool = False

    def steps(self, painter: QPainter) -> Iterator[None]:
        """Draws it all step by step, what runs on beyond the edge of the world on its other side, too."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shift in (-1, 0, 1, 2):
            seen = replace(self.seen, left=self.seen.left - shift, right=self.seen.right - shift)
            if seen.right >= self.level.left and seen.left <= self.level.right:
                painter.save()
                painter.translate(shift, 0.0)
                yield from replace(self, seen=seen)._draw_world(painter)
                painter.restore()

    def _draw_world(self, painter: QPainter) -> Iterator[None]:
        theme, level, seen = self.theme, self.level, self.seen
        yield from self._fill_land(painter)
        if self.has_rivers:
            self._stroke(painter, level.lines_in(LineKind.RIVER, seen), theme.river, 0.9)
            yield
        lakes = level.lakes_in(seen, _SMALLEST_LAKE * self.pixel)
        _fill(painter, list(chain.from_iterable(lakes)), theme.water)
        yield
        shores = level.lines_in(LineKind.SHORE, seen, _SMALLEST_LAKE * self.pixel)
        self._stroke(painter, shores, theme.coast, 0.6)
        sea = replace(seen, bottom=min(seen.bottom, _ICE_COAST))
        self._stroke(painter, level.lines_in(LineKind.COAST, sea, _SMALLEST * self.pixel), theme.coast, 0.8)
        yield
        self._stroke(painter, level.lines_in(LineKind.BORDER, seen), theme.border_line, 0.9)

    def _fill_land(self, painter: QPainter) -> Iterator[None]:
        """Fills the land as one path, in which countries that touch leave no seam as they would when drawn apart.

        Coloured countries are filled over it, so that no water shows between two of them. Land has rough edges, which
        is twelve times as fast: its coast is drawn over them, and no pixel differs by more than 8 of 255.
        """
        colours = {code: colour for colour, codes in self.theme.fills for code in codes}
        ice: list[bytes] = []
        land: list[bytes] = []
        coloured: dict[str, list[bytes]] = {colour: [] for colour, _ in self.theme.fills}
        is_rough = not (colours or self.is_sharp)
        smallest = (_SMALLEST_FILLED if is_rough else _SMALLEST) * self.pixel
        for country, rings in self.level.land_in(self.seen, smallest):
            (ice if country.code == _ICE else land).extend(rings)
            if country.code in colours:
                coloured[colours[country.code]].extend(rings)
        for colour, pieces in ((self.theme.ice, ice), (self.theme.land, land), *coloured.items()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.is_sharp or pieces is not land)
            _fill(painter, pieces, colour)
            yield
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _stroke(self, painter: QPainter, lines: Iterable[bytes], colour: str, width: float) -> None:
        """Draws lines; `width` is in pixels of a plain screen."""
        beyond = 0.0 if self.is_sharp else max(width * self.width - 1.0, 0.0)
        pen = QPen(QColor(colour), width * self.pixel if self.is_sharp else min(width * self.width, 1.0))
        pen.setCosmetic(not self.is_sharp)
        painter.setPen(pen)
        drawn = list(_polygons(list(lines)))
        for right, down in _HAIRS if beyond else _HAIRS[:1]:
            apart = beyond * self.pixel
            painter.translate(right * apart, down * apart)
            for line in drawn:
                painter.drawPolyline(line)
            painter.translate(-right * apart, -down * apart)


def _fill(painter: QPainter, rings: Sequence[bytes], colour: str) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in _polygons(rings):
        path.addPolygon(polygon)
    painter.fillPath(path, QColor(colour))


def _polygons(lines: Sequence[bytes]) -> Iterator[QPolygonF]:
    """Yields lines as Qt has them; reading them as a stream is twenty times faster than point by point."""
    stream = QDataStream(QByteArray(b"".join(part for line in lines for part in (_count(line), line))))
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    for _ in lines:
        polygon = QPolygonF()
        stream >> polygon
        yield polygon


def _count(line: bytes) -> bytes:
    return _COUNT.pack(len(line) // _POINT_BYTES)
