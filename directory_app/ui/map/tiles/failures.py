"""Which tiles could not be had, so that nobody asks for them on and on."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from directory_app.ui.map.tiles.tile import Tile

_MOST_TIMES = 3
_REMEMBERED = 4_000
_OUTAGE = 8
"""So many failures one after the other are not the fault of single tiles."""

_Place = tuple[int, int, int, int]
"""Source, zoom, x and y: in another size or another light, the same picture fails again."""


class Failures:
    """Counts how often a tile failed: it is asked for again once it was out of view, and three times at most.

    When a server answers again after an outage, all are forgiven.
    """

    def __init__(self) -> None:
        self._times: OrderedDict[_Place, int] = OrderedDict()
        self._in_view: set[_Place] = set()
        self._one_after_the_other = 0

    def add(self, tile: Tile) -> None:
        """Takes note that a tile could not be had."""
        place = _place(tile)
        self._times[place] = self._times.pop(place, 0) + 1
        self._in_view.add(place)
        self._one_after_the_other += 1
        if len(self._times) > _REMEMBERED:
            self._times.popitem(last=False)

    @property
    def is_outage(self) -> bool:
        """Whether so many failed one after the other that none is to be hoped for now."""
        return self._one_after_the_other >= _OUTAGE

    def end_outage(self) -> None:
        """Takes note that a tile came."""
        if self.is_outage:
            self._times.clear()
            self._in_view.clear()
        self._one_after_the_other = 0

    def look(self, view: Iterable[Tile]) -> None:
        """Takes note of which tiles are in view; those that failed and left it have another chance."""
        if self._in_view:
            self._in_view.intersection_update(map(_place, view))

    def among(self, tiles: Sequence[Tile]) -> list[Tile]:
        """Returns those that are not to be asked for now."""
        return [tile for tile in tiles if self._has_failed(_place(tile))]

    def without(self, tiles: Sequence[Tile]) -> list[Tile]:
        """Returns those that may be asked for now."""
        return [tile for tile in tiles if not self._has_failed(_place(tile))]

    def _has_failed(self, place: _Place) -> bool:
        return place in self._in_view or self._times.get(place, 0) >= _MOST_TIMES


def _place(tile: Tile) -> _Place:
    return tile.layer.source, tile.layer.z, tile.x, tile.y
