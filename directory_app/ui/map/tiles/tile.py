"""Tiles: which ones a view needs, and what can make them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QImage

from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.colours import MapColours

BASE = 0
"""The number of the base map among the sources."""


class TileSource(Protocol):
    """Whatever can draw or fetch tiles."""

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        """Returns an opaque tile of 256 times `scale` device pixels a side; called in worker threads.

        Raises TilesError if it cannot be had, perhaps only now.
        """
        ...

    def close(self) -> None:
        """Lets go of what it reads from, in any thread; tiles under way may fail."""
        ...


@dataclass(frozen=True, slots=True)
class Layer:
    """Tiles that can be shown side by side: one zoom, one size in device pixels, one theme, one source."""

    z: int
    side: int
    theme: MapColours
    source: int = BASE

    @property
    def scale(self) -> float:
        """Device pixels to each of the 256 of a plain tile."""
        return self.side / TILE


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of a layer; x is from 0 up to 2**z."""

    layer: Layer
    x: int
    y: int

    def __hash__(self) -> int:
        """Leaves out the theme, in which tiles hardly differ: hundreds are looked up in each frame."""
        layer = self.layer
        return hash((layer.z, self.x, self.y, layer.side, layer.source))


@dataclass(frozen=True, slots=True)
class Placed:
    """A tile and where its upper left corner and its side are, in device pixels of the screen."""

    tile: Tile
    left: float
    top: float
    side: float


def layer_of(camera: Camera, ratio: float, theme: MapColours, source: int = BASE) -> Layer:
    """Returns the layer that shows a view sharply on a screen with `ratio` device pixels a pixel."""
    z = max(math.floor(camera.zoom + 1e-9), 0)
    return Layer(z, max(round(camera.world * ratio / 2**z), 1), theme, source)


def placed_tiles(layer: Layer, camera: Camera, ratio: float) -> Iterator[Placed]:
    """Yields every tile of a layer that the view touches, those nearest to its middle first.

    The corner of the world is put on a whole device pixel, so that unscaled tiles meet exactly.
    """
    count = 2**layer.z
    side = camera.world * ratio / count
    if abs(side - layer.side) < 0.01:
        side = float(layer.side)
    left, top = (round(edge * ratio) for edge in camera.to_screen(0.0, 0.0))
    columns = range(math.floor(-left / side), math.ceil((camera.width * ratio - left) / side))
    rows = range(max(math.floor(-top / side), 0), min(math.ceil((camera.height * ratio - top) / side), count))
    middle_x, middle_y = camera.x * count - 0.5, camera.y * count - 0.5
    cells = [(column, row) for column in columns for row in rows]
    for column, row in sorted(cells, key=lambda cell: math.hypot(cell[0] - middle_x, cell[1] - middle_y)):
        yield Placed(Tile(layer, column % count, row), left + column * side, top + row * side, side)
