"""Which country a point is in, and whether a country or land is near it, read off the outlines of the map."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from math import floor, hypot

from directory_app.geo.base_map import BaseMap
from directory_app.geo.map_level import Level, Polygon
from directory_app.geo.projection import kilometres_per_world, nearest_copy, to_world

_FINEST = 3
_BANDS = 4096
"""How many bands of equal height the world is cut into, each 10 km high at the equator and less towards the poles."""
_ROWS = 256
"""How many rows of equal height the polygons are sorted into."""

Edges = dict[int, "array[float]"]
"""The edges of a polygon by band, ax, ay, bx, by, ax, ay ...; an edge that crosses several bands is in each."""


class Outlines:
    """The outlines of countries as Natural Earth draws them, in degrees asked about; safe from any thread.

    A piece of land without an ISO code, such as one that is disputed, has the code "". Some islands are
    drawn with the country that they belong to. A polygon's edges are sorted when a point first falls in its box.
    """

    def __init__(self, base_map: BaseMap) -> None:
        self._base_map = base_map
        self._edges: dict[int, Edges] = {}

    def knows(self, country: str) -> bool:
        """Tells whether a country is drawn under its own code."""
        return country in self._codes

    def country_at(self, latitude: float, longitude: float) -> str | None:
        """Returns the code of the country that a point is in, or None where there is no land."""
        x, y = to_world(latitude, longitude)
        return next((p.country.code for p in self._around(x, y, 0.0, None) if self._holds(p, x, y)), None)

    def is_in(self, country: str, latitude: float, longitude: float, within_km: float = 0.0) -> bool:
        """Tells whether a point is in a country or at most so far from it."""
        return self._is_near(latitude, longitude, within_km, country)

    def is_land(self, latitude: float, longitude: float, within_km: float = 0.0) -> bool:
        """Tells whether a point is on land or at most so far from it; lakes count as land."""
        return self._is_near(latitude, longitude, within_km, None)

    def _is_near(self, latitude: float, longitude: float, within_km: float, country: str | None) -> bool:
        x, y = to_world(latitude, longitude)
        reach = within_km / kilometres_per_world(y)
        around = self._around(x, y, reach, country)
        if any(self._holds(polygon, x, y) for polygon in around):
            return True
        return reach > 0 and any(self._is_within(polygon, x, y, reach) for polygon in around)

    @cached_property
    def _level(self) -> Level:
        return self._base_map.level(_FINEST)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(polygon.country.code for polygon in self._level.polygons)

    @cached_property
    def _rows(self) -> dict[int, dict[str, list[Polygon]]]:
        rows: defaultdict[int, defaultdict[str, list[Polygon]]] = defaultdict(lambda: defaultdict(list))
        for polygon in self._level.polygons:
            for row in range(_row(polygon.box.top), _row(polygon.box.bottom) + 1):
                rows[row][polygon.country.code].append(polygon)
        return {row: dict(by_country) for row, by_country in rows.items()}

    def _around(self, x: float, y: float, reach: float, country: str | None) -> list[Polygon]:
        """Returns the polygons, of one country or of all, whose boxes come within reach of a point in world units."""
        found: dict[int, Polygon] = {}
        for row in range(_row(y - reach), _row(y + reach) + 1):
            by_country = self._rows.get(row, {})
            lists = by_country.values() if country is None else (by_country.get(country, ()),)
            found.update((p.first_ring, p) for p in chain.from_iterable(lists) if _is_in_box(p, x, y, reach))
        return list(found.values())

    def _holds(self, polygon: Polygon, x: float, y: float) -> bool:
        """Tells whether a point is inside: a line from it to the east crosses an odd number of edges."""
        there = nearest_copy(x, _middle(polygon))
        inside = False
        for ax, ay, bx, by in self._edges_in(polygon, (_band(y),)):
            if (ay > y) != (by > y) and there < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
        return inside

    def _is_within(self, polygon: Polygon, x: float, y: float, reach: float) -> bool:
        there = nearest_copy(x, _middle(polygon))
        edges = self._edges_in(polygon, range(_band(y - reach), _band(y + reach) + 1))
        return any(_distance(there, y, *edge) <= reach for edge in edges)

    def _edges_in(self, polygon: Polygon, bands: Iterable[int]) -> Iterator[tuple[float, float, float, float]]:
        edges = self._edges.get(polygon.first_ring)
        if edges is None:
            edges = self._edges[polygon.first_ring] = _sorted_edges(self._level, polygon)
        for band in bands:
            numbers = iter(edges.get(band, ()))
            yield from zip(numbers, numbers, numbers, numbers, strict=True)


def _sorted_edges(level: Level, polygon: Polygon) -> Edges:
    bands: defaultdict[int, array[float]] = defaultdict(lambda: array("f"))
    for ring in level.rings(polygon):
        xs, ys = ring[::2].tolist(), ring[1::2].tolist()
        for edge in zip(xs, ys, xs[1:], ys[1:], strict=False):
            first, last = sorted((_band(edge[1]), _band(edge[3])))
            for band in range(first, last + 1):
                bands[band].extend(edge)
    return dict(bands)


def _band(y: float) -> int:
    return floor(y * _BANDS)


def _row(y: float) -> int:
    return floor(y * _ROWS)


def _middle(polygon: Polygon) -> float:
    return (polygon.box.left + polygon.box.right) / 2


def _is_in_box(polygon: Polygon, x: float, y: float, reach: float) -> bool:
    box = polygon.box
    there = nearest_copy(x, _middle(polygon))
    return box.top - reach <= y <= box.bottom + reach and box.left - reach <= there <= box.right + reach


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    """Returns how far a point is from the line between two others."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0.0 else min(max(((x - ax) * dx + (y - ay) * dy) / length, 0.0), 1.0)
    return hypot(ax + along * dx - x, ay + along * dy - y)
