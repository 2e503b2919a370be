"""How far a place reaches, as points of the map that a view of it has to hold. No Qt."""

from collections.abc import Sequence

from directory_app.geo.base_map import BaseMap
from directory_app.geo.box import Box
from directory_app.geo.projection import is_on_map, to_world
from directory_app.model.place import Point, Precision
from directory_app.ui.map.figures.ring import ring_around

XY = tuple[float, float]

_COARSE, _FINEST = 1, 3
_LARGE_SHARE = 0.1
"""A piece of a country counts if it is so large beside the largest: islands do, what lies overseas does not."""


def extent_of(point: Point, precision: Precision | None) -> tuple[XY, ...]:
    """Returns world units around a point that hold its ring; the point alone where it has none, nothing off the map."""
    if not is_on_map(*point):
        return ()
    x, y = to_world(*point)
    ring = ring_around(x, y, precision)
    if ring is None:
        return ((x, y),)
    return (ring.x - ring.half_width, ring.top), (x, y), (ring.x + ring.half_width, ring.bottom)


def country_extent(base_map: BaseMap, code: str) -> tuple[XY, ...]:
    """Returns world units that hold the large pieces of a country; nothing for one that is not drawn."""
    for level in (_COARSE, _FINEST):
        boxes = [polygon.box for polygon in base_map.level(level).polygons if polygon.country.code == code]
        if code and boxes:
            return tuple(point for box in _large(boxes) for point in _corners(box))
    return ()


def _large(boxes: Sequence[Box]) -> list[Box]:
    largest = max(map(_size, boxes))
    return [box for box in boxes if _size(box) >= largest * _LARGE_SHARE]


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _corners(box: Box) -> tuple[XY, ...]:
    """Returns two corners of a box and its middle, without which a very wide one would be taken for its outside."""
    return (box.left, box.top), ((box.left + box.right) / 2, box.top), (box.right, box.bottom)
