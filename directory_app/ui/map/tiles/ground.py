"""The ground of the map: tiles as they come, older ones scaled until then, a sketch before any."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from directory_app.geo.base_map import BaseMap
from directory_app.geo.tiles.pictures import DEEPEST, TilePictures, TileSet
from directory_app.ui.map.camera import MAX_ZOOM, TILE, Camera
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.tiles.base_source import ATTRIBUTION, BaseMapSource
from directory_app.ui.map.tiles.cache import TileCache
from directory_app.ui.map.tiles.failures import Failures
from directory_app.ui.map.tiles.gate import Gate
from directory_app.ui.map.tiles.loader import TileLoader
from directory_app.ui.map.tiles.picture_source import PictureSource
from directory_app.ui.map.tiles.tile import BASE, Layer, Placed, Tile, TileSource, layer_of, placed_tiles

BUDGET = 64 * 1024 * 1024
"""Bytes of all tiles that are kept, unless told otherwise."""

_REMEMBERED = 3
_STRETCHED = 2
"""Pictures are stretched over so many zooms when somebody comes nearer than they go."""

_BYTES_A_PIXEL = 4

_WORLD_ZOOM = 2
"""The whole world at this zoom, sixteen tiles, is at hand as soon as nobody waits for others: blurred, but at once."""

_BLURRED = 1
"""Tiles of the base map that are so many zooms coarser stand in for others; in coarser ones, lines would be beams."""

_WORLD_SHARE = 4
"""Its tiles are kept if they take no more than one in so many bytes."""


class Ground(QObject):
    """Paints land and water, or pictures that somebody else has drawn, with the base map where there are none."""

    tile_arrived = Signal()

    attribution_changed = Signal()
    """Somebody else is to be thanked now, and another zoom may be the deepest."""

    pictures_gone = Signal()
    """No picture can be had for the time being, or they can again; see `pictures`."""

    pictures_failed = Signal(str)
    """A sentence on why a picture cannot be had; once for each set that is shown."""

    def __init__(self, base_map: BaseMap, parent: QObject, budget: int = BUDGET) -> None:
        """Takes the base map, and how many bytes of tiles to keep; no tile is drawn before something is painted."""
        super().__init__(parent)
        self._gate = Gate()
        self._base = BaseMapSource(base_map, self._gate)
        self._base_loader = self._loader_of(self._base, 1)
        self._loader = self._base_loader
        self._retired: list[TileLoader] = []
        self._budget = budget
        self._cache = TileCache(budget)
        self._layer: Layer | None = None
        self._layers: list[Layer] = []
        self._failures = Failures()
        self._awaited: set[Tile] = set()
        self._about: TileSet | None = None
        self._number = BASE
        self._numbers_used = BASE
        self._has_told = False
        self.attribution = ATTRIBUTION
        self.max_zoom = MAX_ZOOM
        self.is_complete = False

    def show_pictures(self, pictures: TilePictures | None) -> None:
        """Shows these pictures from now on, None the base map alone; what was shown stays until they come.

        The pictures are closed when others follow; nobody waits for that.
        """
        self._retire()
        self._about = pictures.about if pictures is not None else None
        self._failures = Failures()
        self._has_told = False
        if pictures is None:
            self._loader, self._number = self._base_loader, BASE
            self.attribution, self.max_zoom = ATTRIBUTION, MAX_ZOOM
        else:
            about = pictures.about
            self._loader = self._loader_of(PictureSource(pictures, self._base), 2)
            self._number = self._numbers_used = self._numbers_used + 1
            self.attribution = " · ".join(filter(None, (about.attribution, ATTRIBUTION)))
            self.max_zoom = max(MAX_ZOOM, float(min(about.max_zoom + _STRETCHED, DEEPEST)))
        self.attribution_changed.emit()

    @property
    def pictures(self) -> TileSet | None:
        """The set of pictures that is seen, or None if only the base map is, as none can be had for the time being."""
        were_seen = any(layer.source == self._number for layer in self._layers)
        return self._about if were_seen or not self._failures.is_outage else None

    def set_budget(self, budget: int) -> None:
        """Keeps no more than so many bytes of tiles from now on."""
        self._budget = budget
        self._cache.set_budget(budget)

    @property
    def bytes_kept(self) -> int:
        """How many bytes the tiles have that are kept, those of stand-ins among them."""
        return self._cache.bytes

    @property
    def is_waiting(self) -> bool:
        """Whether tiles are still to come that the last paint lacked."""
        return bool(self._awaited)

    def paint(self, painter: QPainter, camera: Camera, ratio: float, theme: MapColours, *, passing: bool) -> None:
        """Paints the view, and has the tiles drawn that it lacks; `ratio` is device pixels a pixel.

        For a view that is only passing, at a zoom where nothing rests, no tiles are drawn. Countries in colours are
        shown on the base map, as pictures would hide them.
        """
        source = BASE if theme.fills else self._number
        layer, wanted = self._laid_out(camera, ratio, layer_of(camera, ratio, theme, source))
        self._layer = layer
        tiles = dict.fromkeys(placed.tile for placed in wanted)  # in a small world, one is seen at several places
        missing = [tile for tile in tiles if self._cache.get(tile) is None]
        self._failures.look(tiles)
        asked = self._failures.without(missing)
        painter.fillRect(QRectF(0.0, 0.0, camera.width, camera.height), QColor(theme.water))
        if not missing:
            self._base.forget_sketch()
        holes = [placed for placed in wanted if self._cache.get(placed.tile) is None]
        is_covered = not holes or self._stand_in(holes, len(wanted), painter, camera, ratio, layer)
        self._blit(painter, wanted, ratio)
        failed = [] if is_covered else self._failures.among(missing)
        self._ask(layer, asked, failed, can_wait=passing and any(placed.side != layer.side for placed in wanted[:1]))

    def draw(self, painter: QPainter, camera: Camera, ratio: float, theme: MapColours) -> None:
        """Draws a view to be taken away: the base map as lines, and over it the pictures as far as they have come."""
        self._base.draw(painter, camera, theme)
        if self._number != BASE and not theme.fills:
            _, wanted = self._laid_out(camera, ratio, layer_of(camera, ratio, theme, self._number))
            self._blit(painter, wanted, ratio)

    def hold(self) -> None:
        """Draws no tiles until `go_on`: who draws beside the window's thread would be in its way while it hurries."""
        self._gate.close()

    def go_on(self) -> None:
        """Draws tiles again."""
        self._gate.open()

    def stop(self) -> None:
        """Ends all drawing in the background and waits for it."""
        for loader in (self._base_loader, self._loader, *self._retired):
            loader.stop()

    def _loader_of(self, source: TileSource, threads: int) -> TileLoader:
        loader = TileLoader(source, self, self._gate, threads)
        loader.tile_loaded.connect(self._on_tile_loaded)
        loader.tile_failed.connect(self._on_tile_failed)
        return loader

    def _retire(self) -> None:
        """Takes leave of the pictures shown till now, and of those whose last reader has gone."""
        if self._loader is not self._base_loader:
            self._loader.retire()
            self._retired.append(self._loader)
        for loader in [loader for loader in self._retired if not loader.is_running]:
            self._retired.remove(loader)
            loader.deleteLater()

    def _laid_out(self, camera: Camera, ratio: float, layer: Layer) -> tuple[Layer, list[Placed]]:
        """Returns the tiles of a view, so coarse that all of them can be kept, or else they would come for ever."""
        wanted = list(placed_tiles(layer, camera, ratio))
        side = layer.side
        while len(wanted) * side**2 * _BYTES_A_PIXEL > self._budget and side > 1:
            side //= 2
        if side == layer.side:
            return layer, wanted
        coarse = replace(layer, side=side)
        return coarse, list(placed_tiles(coarse, camera, ratio))

    def _ask(self, layer: Layer, asked: Sequence[Tile], failed: Sequence[Tile], *, can_wait: bool) -> None:
        """Has tiles drawn, those of the base map in place of others that failed, and of the whole world in the end."""
        beneath = [Tile(replace(layer, source=BASE), tile.x, tile.y) for tile in failed if layer.source != BASE]
        beneath = [tile for tile in self._failures.without(beneath) if self._cache.get(tile) is None]
        self._awaited = {*asked, *beneath}
        self.is_complete = not self._awaited
        if can_wait:
            return
        if layer.source != BASE:
            self._loader.want(asked)
        now = asked if layer.source == BASE else beneath
        self._base_loader.want(self._missing_of_world(layer) if self.is_complete else now)

    def _missing_of_world(self, layer: Layer) -> list[Tile]:
        world = _world_layer(layer)
        if _WORLD_SHARE * 4**world.z * world.side**2 * _BYTES_A_PIXEL > self._budget:
            return []
        tiles = [Tile(world, x, y) for x in range(2**world.z) for y in range(2**world.z)]
        return [tile for tile in tiles if self._cache.get(tile) is None]

    def _stand_in(
        self, holes: Sequence[Placed], wanted: int, painter: QPainter, camera: Camera, ratio: float, layer: Layer
    ) -> bool:
        """Paints stand-ins where tiles are missing, and hardly anywhere else; returns False if they have holes, too."""
        left, top = min(placed.left for placed in holes), min(placed.top for placed in holes)
        right = max(placed.left + placed.side for placed in holes)
        bottom = max(placed.top + placed.side for placed in holes)
        around = QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)
        painter.save()
        painter.setClipRect(around.toAlignedRect().adjusted(-1, -1, 1, 1))  # tiles lie on whole device pixels
        is_bare = len(holes) == wanted
        is_covered = self._paint_stand_ins(painter, camera, ratio, layer, is_bare=is_bare)
        painter.restore()
        return is_covered

    def _paint_stand_ins(self, painter: QPainter, camera: Camera, ratio: float, layer: Layer, *, is_bare: bool) -> bool:
        """Paints what was shown last, scaled, over a sketch where even that has holes; returns False if it has.

        At the edges of a map that is pushed, the world stands in however blurred: a sketch takes most of a frame.
        """
        older = []
        is_covered = False
        for other in self._layers:
            if other != layer and other.theme == layer.theme:
                tiles = list(placed_tiles(other, camera, ratio)) if _may_stand_in(other, layer) else []
                older.append(tiles)
                is_covered = bool(tiles) and all(self._cache.get(placed.tile) is not None for placed in tiles)
                if is_covered:
                    break
        if not is_covered:
            world = list(placed_tiles(_world_layer(layer), camera, ratio))
            is_known = all(self._cache.get(placed.tile) is not None for placed in world)
            if is_known and (not is_bare or _may_stand_in(_world_layer(layer), layer)):
                self._blit(painter, world, ratio)
            else:
                self._base.sketch(painter, camera, layer.theme)
            if layer.source != BASE:
                self._blit(painter, list(placed_tiles(replace(layer, source=BASE), camera, ratio)), ratio)
        for tiles in reversed(older):
            self._blit(painter, tiles, ratio)
        return is_covered

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
        if tile.layer.source not in (BASE, self._number):
            return
        self._cache.put(tile, image)
        self._awaited.discard(tile)
        if tile.layer.source == self._number:
            was_outage = self._failures.is_outage
            self._failures.end_outage()
            if was_outage:
                self.pictures_gone.emit()
        if tile.layer == self._layer:  # others lie beneath it
            self._layers = [tile.layer, *(layer for layer in self._layers if layer != tile.layer)][:_REMEMBERED]
        self.tile_arrived.emit()

    def _on_tile_failed(self, tile: Tile, sentence: str) -> None:
        was_outage = self._failures.is_outage
        self._failures.add(tile)
        self._awaited.discard(tile)
        if self._failures.is_outage and not was_outage:
            self.pictures_gone.emit()
        if tile.layer.source == self._number and sentence and not self._has_told:
            self._has_told = True
            self.pictures_failed.emit(sentence)
        self.tile_arrived.emit()


def _may_stand_in(other: Layer, layer: Layer) -> bool:
    """Tells whether a layer is worth being seen in another's place: a sketch is better than beams, but no picture."""
    is_fine = other.z >= layer.z - _BLURRED or other.source != BASE
    return is_fine and other.z <= layer.z + 2


def _world_layer(layer: Layer) -> Layer:
    return Layer(_WORLD_ZOOM, round(TILE), layer.theme)


def _align(painter: QPainter) -> None:
    """Moves the painter to whole device pixels: at scale 1.5 a widget may begin on half a one."""
    at = painter.deviceTransform()
    painter.translate(round(at.dx()) - at.dx(), round(at.dy()) - at.dy())


def _whole(placed: Placed) -> QRectF:
    """Returns the square of a scaled tile with its edges on whole device pixels, as its neighbours' are."""
    left, top = math.floor(placed.left), math.floor(placed.top)
    right, bottom = math.floor(placed.left + placed.side), math.floor(placed.top + placed.side)
    return QRectF(left, top, right - left, bottom - top)
