"""The ground of the map: tiles as they come, older ones scaled until then, a sketch before any."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from directory_app.geo.base_map import BaseMap
from directory_app.ui.map.base_source import BaseMapSource
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.tile_loader import TileLoader
from directory_app.ui.map.tiles import Layer, Placed, Tile, TileCache, layer_of, placed_tiles

_BUDGET = 64 * 1024 * 1024
_REMEMBERED = 3


class Ground(QObject):
    """Paints land and water."""

    tile_arrived = Signal()

    def __init__(self, base_map: BaseMap, parent: QObject) -> None:
        """Takes the base map; no tile is drawn before something is painted."""
        super().__init__(parent)
        self._source = BaseMapSource(base_map)
        self._cache = TileCache(_BUDGET)
        self._layers: list[Layer] = []
        self._loader = TileLoader(self._source, self)
        self._loader.tile_loaded.connect(self._on_tile_loaded)
        self.is_complete = False

    def paint(self, painter: QPainter, camera: Camera, ratio: float, theme: MapColours, *, passing: bool) -> None:
        """Paints the view, and has the tiles drawn that it lacks; `ratio` is device pixels a pixel.

        For a view that is only passing, at a zoom where nothing rests, no tiles are drawn.
        """
        layer = layer_of(camera, ratio, theme)
        wanted = list(placed_tiles(layer, camera, ratio))
        missing = [placed.tile for placed in wanted if self._cache.get(placed.tile) is None]
        self.is_complete = not missing
        painter.fillRect(QRectF(0.0, 0.0, camera.width, camera.height), QColor(theme.water))
        if missing:
            self._paint_stand_ins(painter, camera, ratio, layer)
        self._blit(painter, wanted, ratio)
        is_exact = all(placed.side == layer.side for placed in wanted[:1])
        if is_exact or not passing:
            self._loader.want(missing)

    def stop(self) -> None:
        """Ends all drawing in the background and waits for it."""
        self._loader.stop()

    def _paint_stand_ins(self, painter: QPainter, camera: Camera, ratio: float, layer: Layer) -> None:
        """Paints what was shown last, scaled, over a sketch where even that has holes."""
        older = []
        for other in self._layers:
            if other != layer and other.theme == layer.theme:
                tiles = list(placed_tiles(other, camera, ratio)) if other.z <= layer.z + 2 else []
                older.append(tiles)
                if tiles and all(self._cache.get(placed.tile) is not None for placed in tiles):
                    break
        else:
            self._source.sketch(painter, camera, layer.theme)
        for tiles in reversed(older):
            self._blit(painter, tiles, ratio)

    def _blit(self, painter: QPainter, tiles: Sequence[Placed], ratio: float) -> None:
        painter.save()
        painter.scale(1.0 / ratio, 1.0 / ratio)
        _align(painter)
        for placed in tiles:
            image = self._cache.get(placed.tile)
            if image is None:
                continue
            if placed.side == image.width():
                painter.drawImage(round(placed.left), round(placed.top), image)
            else:
                painter.drawImage(_whole(placed), image)
        painter.restore()

    def _on_tile_loaded(self, tile: Tile, image: QImage) -> None:
        self._cache.put(tile, image)
        self._layers = [tile.layer, *(layer for layer in self._layers if layer != tile.layer)][:_REMEMBERED]
        self.tile_arrived.emit()


def _align(painter: QPainter) -> None:
    """Moves the painter to whole device pixels: at scale 1.5 a widget may begin on half a one."""
    at = painter.deviceTransform()
    painter.translate(round(at.dx()) - at.dx(), round(at.dy()) - at.dy())


def _whole(placed: Placed) -> QRectF:
    """Returns the square of a scaled tile with its edges on whole device pixels, as its neighbours' are."""
    left, top = math.floor(placed.left), math.floor(placed.top)
    right, bottom = math.floor(placed.left + placed.side), math.floor(placed.top + placed.side)
    return QRectF(left, top, right - left, bottom - top)
