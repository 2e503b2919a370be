"""The tiles that are kept, counted in bytes."""

from collections import OrderedDict

from PySide6.QtGui import QImage

from directory_app.ui.map.tiles.tile import Tile


class TileCache:
    """The tiles used last, as many as fit into a number of bytes."""

    def __init__(self, budget: int) -> None:
        """Starts empty; `budget` is in bytes."""
        self._budget = budget
        self._tiles: OrderedDict[Tile, QImage] = OrderedDict()
        self.bytes = 0

    def get(self, tile: Tile) -> QImage | None:
        """Returns a kept tile, which makes it the one used last."""
        image = self._tiles.get(tile)
        if image is not None:
            self._tiles.move_to_end(tile)
        return image

    def set_budget(self, budget: int) -> None:
        """Keeps no more than so many bytes from now on."""
        self._budget = budget
        self._fit()

    def put(self, tile: Tile, image: QImage) -> None:
        """Keeps a tile, and drops those not used for longest until all fit."""
        self._drop(tile)
        self._tiles[tile] = image
        self.bytes += image.sizeInBytes()
        self._fit()

    def _fit(self) -> None:
        while self.bytes > self._budget and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))

    def _drop(self, tile: Tile) -> None:
        image = self._tiles.pop(tile, None)
        if image is not None:
            self.bytes -= image.sizeInBytes()
