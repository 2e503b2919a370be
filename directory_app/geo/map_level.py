"""What the shipped outlines hold in one level of detail, cut to what is seen of it.

Coordinates are world units as `projection` has them; outlines that cross the antimeridian run on beyond 0 or 1.
"""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

from directory_app.geo.box import Box

_ARC = struct.Struct("<III")
_PIECE = struct.Struct("<4f")
_REFERENCE = struct.Struct("<i")
_RING = struct.Struct("<II")
_SHAPE = struct.Struct("<III4f")
_LINE = struct.Struct("<4I4f")
TABLES = (_ARC, _PIECE, _REFERENCE, _RING, _SHAPE, _SHAPE, _LINE)
"""The records of a level's tables: arcs, their pieces, references, rings, polygons, lakes, lines."""

POINT_BYTES = 8
_SEGMENTS = 32
_WIDE = 0.03
"""What is wider than this, of the world, is looked at wherever somebody looks."""

_ShapeRow = tuple[int, int, int, float, float, float, float]
_LineRow = tuple[int, int, int, int, float, float, float, float]
_Row = TypeVar("_Row", _ShapeRow, _LineRow)
_left: Callable[[_ShapeRow | _LineRow], float] = itemgetter(-4)


class LineKind(IntEnum):
    """What a line is: between two countries, between land and sea, around a lake, or the middle of a river."""

    BORDER = 0
    COAST = 1
    SHORE = 2
    RIVER = 3


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, empty for places ISO does not list, and where its name fits.

    `reach` is half the width in world units that the name can take around x and y.
    """

    code: str
    name: str
    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of a country; `Level.rings` gives its points."""

    country: Country
    box: Box
    first_ring: int
    ring_count: int


EVERYTHING = Box(-1.0, -1.0, 2.0, 2.0)
"""A box that holds all there is."""


class Level:
    """The world in one level of detail; nothing but the index is read before it is asked for.

    What is cut to a box is whole inside the box. Outside it leads straight past up to 32 points at a time,
    so that of a long outline little is read where little of it is seen.
    """

    def __init__(self, countries: Sequence[Country], tables: Sequence[memoryview], points: memoryview) -> None:
        """Takes the tables of the index in their order, and the points."""
        arcs, pieces, references, rings, polygons, lakes, lines = tables
        self._countries = countries
        self._arcs = arcs.cast("I")
        self._pieces: list[tuple[float, float, float, float]] = list(_PIECE.iter_unpack(pieces))
        self._references = references.cast("i")
        self._rings = rings.cast("I")
        self._land: _Rows[_ShapeRow] = _Rows(_SHAPE.iter_unpack(polygons))
        self._lakes: _Rows[_ShapeRow] = _Rows(_SHAPE.iter_unpack(lakes))
        of_kind: dict[int, list[_LineRow]] = {kind: [] for kind in LineKind}
        for row in _LINE.iter_unpack(lines):
            of_kind[row[3]].append(row)
        self._lines = {kind: _Rows(rows) for kind, rows in of_kind.items()}
        self._points = points.cast("q")  # A point is one item of eight bytes, so that a view can be turned round.
        bounds = [row[3:] for row in self._land.all]
        self.left, self.right = min(row[0] for row in bounds), max(row[2] for row in bounds)

    @cached_property
    def polygons(self) -> tuple[Polygon, ...]:
        """All the land."""
        return tuple(Polygon(self._countries[row[0]], Box(*row[3:]), row[1], row[2]) for row in self._land.all)

    def rings(self, polygon: Polygon) -> "list[memoryview[float]]":
        """Returns a polygon's rings whole, the outline first: x, y, x, y ... as 32-bit floats.

        Outlines run clockwise as seen on the map and holes the other way.
        """
        return [memoryview(ring).cast("f") for ring in self._cut(polygon.first_ring, polygon.ring_count, EVERYTHING)]

    def land_in(self, box: Box, smallest: float) -> Iterator[tuple[Country, list[bytes]]]:
        """Yields whose the land in a box is, and its rings cut to the box, if it is wider or higher than `smallest`."""
        for row in self._land.seen(box, smallest):
            yield self._countries[row[0]], self._cut(row[1], row[2], box)

    def lakes_in(self, box: Box, smallest: float) -> Iterator[list[bytes]]:
        """Yields the rings, cut to the box, of the lakes in a box that are wider or higher than `smallest`."""
        for row in self._lakes.seen(box, smallest):
            yield self._cut(row[1], row[2], box)

    def lines_in(self, kind: LineKind, box: Box, smallest: float = 0.0) -> Iterator[bytes]:
        """Yields what is in a box of the lines of a kind that are wider or higher than `smallest`."""
        for arc, start, end, *_ in self._lines[kind].seen(box, smallest):
            first, _, piece = self._arcs[3 * arc : 3 * arc + 3]
            run_start = run_end = start
            for number in range(start // _SEGMENTS, (end - 2) // _SEGMENTS + 1):
                if _touches(self._pieces[piece + number], box):
                    run_end = min(end, (number + 1) * _SEGMENTS + 1)
                    continue
                if run_end > run_start:
                    yield self._points[first + run_start : first + run_end].tobytes()
                run_start = run_end = (number + 1) * _SEGMENTS
            if run_end > run_start:
                yield self._points[first + run_start : first + run_end].tobytes()

    def _cut(self, first_ring: int, ring_count: int, box: Box) -> list[bytes]:
        rings = []
        for number in range(first_ring, first_ring + ring_count):
            first, count = self._rings[2 * number], self._rings[2 * number + 1]
            parts: list[bytes] = []
            for reference in self._references[first : first + count]:
                parts += self._along(reference, box) if reference >= 0 else self._against(~reference, box)
            rings.append(b"".join((*parts, parts[0][:POINT_BYTES])))
        return rings

    def _along(self, arc: int, box: Box) -> list[bytes]:
        """Returns the points of an arc without its last, which the next arc begins with."""
        first, last, pieces = self._arc(arc)
        if len(pieces) == 1:
            return [self._points[first:last].tobytes()]
        starts = range(first, last, _SEGMENTS)
        ends = [
            min(start + _SEGMENTS, last) if _touches(b, box) else start + 1
            for start, b in zip(starts, pieces, strict=True)
        ]
        return [self._points[start:end].tobytes() for start, end in zip(starts, ends, strict=True)]

    def _against(self, arc: int, box: Box) -> list[bytes]:
        """Returns the points of an arc backwards, without its first."""
        first, last, pieces = self._arc(arc)
        parts = []
        for start, bounds in zip(range(first, last, _SEGMENTS), pieces, strict=True):
            end = min(start + _SEGMENTS, last) + 1
            parts.append(self._points[start + 1 if _touches(bounds, box) else end - 1 : end][::-1].tobytes())
        return parts[::-1]

    def _arc(self, number: int) -> tuple[int, int, list[tuple[float, float, float, float]]]:
        """Returns the numbers of an arc's first and last points and the boxes of its pieces."""
        first, count, piece = self._arcs[3 * number : 3 * number + 3]
        return first, first + count - 1, self._pieces[piece : piece + (count + _SEGMENTS - 2) // _SEGMENTS]


class _Rows(Generic[_Row]):
    """The rows of a table, each of which ends with its box: the few wide ones, and the others from west to east."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self.all: list[_Row] = sorted(rows, key=_left)
        self._wide: list[_Row] = [row for row in self.all if row[-2] - row[-4] > _WIDE]
        self._others: list[_Row] = [row for row in self.all if row[-2] - row[-4] <= _WIDE]
        self._lefts = list(map(_left, self._others))

    def seen(self, box: Box, smallest: float) -> list[_Row]:
        """Returns the rows that have a part in a box and are not too small."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        near = self._others[bisect_left(self._lefts, left - _WIDE) : bisect_right(self._lefts, right)]
        return [
            row
            for row in chain(self._wide, near)
            if row[-4] <= right
            and row[-2] >= left
            and row[-3] <= bottom
            and row[-1] >= top
            and (row[-2] - row[-4] > smallest or row[-1] - row[-3] > smallest)
        ]


def _touches(bounds: tuple[float, float, float, float], box: Box) -> bool:
    left, top, right, bottom = bounds
    return left <= box.right and right >= box.left and top <= box.bottom and bottom >= box.top
