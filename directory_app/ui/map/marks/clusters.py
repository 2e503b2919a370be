"""Which points gather into clusters at which zoom: pure arithmetic, done once for all zooms."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import ne

CLUSTER_RADIUS = 24.0
"""Points nearer to each other than this many pixels, at the zoom from which a level holds, share a cluster of it."""

FEW = 1_000
"""Up to so many points are gathered at every half zoom, more at every whole one."""

_TILE = 256.0
_CELLS = 4
"""Cells that the world is wide at zoom 0: each has 64 pixels, so that a circle of the radius touches four at most."""

_DEEPEST = 14
"""Here the radius is 230 m at the equator and 100 m at 64 degrees; what is nearer stays together at any zoom."""

_STREETS = 11
"""Few of many points are so near to each other that the zooms between this one and the deepest tell them apart."""

_CODE_BITS = 48

_DUPLICATE = 255
"""What no level tells from another point, as both are at the same place."""

Span = tuple[int, int]
"""The place in `Clusters.order` at which a cluster begins, and the one at which it ends."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world in world units; its left and right may be beyond 0 and 1, where the world begins anew."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Box":
        """Returns the box with its edges so much farther out."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def has(self, other: "Box") -> bool:
        """Tells whether another box lies within it."""
        is_across = self.left <= other.left and other.right <= self.right
        return is_across and self.top <= other.top and other.bottom <= self.bottom


class Clusters:
    """The clusters of every level: each is a span of `order`, and lies within one of the next coarser level.

    The first point of a span leads its cluster. It leads on all finer levels, too, and is never nearer to another
    leader of its level than the radius, with or without the antimeridian between them: marks at the leaders' places
    keep their distance, and stay where they are while somebody zooms in.
    """

    def __init__(self, points: Sequence[complex], important: int = 0, zooms: tuple[float, ...] | None = None) -> None:
        """Takes points x + y·j in world units, x from 0 up to less than 1, y from 0 to 1.

        So many of the first lead before any other does, then those whose place many share. The zooms are those of
        `zooms_for` unless others are given.
        """
        self.zooms = zooms or zooms_for(len(points))
        """The zoom from which on each level holds, the coarsest level's first."""
        finest = int(self.zooms[-1])
        codes = _codes(points, 2 * _CELLS << finest)
        order = _order(points, codes)
        numbers = [*range(important), *sorted(range(important, len(points)), key=order.__getitem__)]
        near = [points[number] * 1.0 for number in numbers]
        led = _Led(len(numbers))
        nodes = led.unite([codes[number] for number in numbers], near)
        for level in reversed(range(len(self.zooms))):
            nodes = led.gather(nodes, level, self.zooms[level], finest)
        line = led.line(nodes.numbers)
        self.order = [numbers[node] for node in line]
        """The numbers of the points in such an order that every cluster is a span of it."""
        self.points = [near[node] for node in line]
        """The points in that order."""
        self._starts = _starts([led.levels[node] for node in line], len(self.zooms))
        radii = [_radius(zoom) for zoom in self.zooms]
        self._reaches = [sum(radii[level:]) for level in range(len(radii))]
        """How far a point can be from its leader: on each level its leader was within the radius of the next."""

    def level(self, zoom: float) -> int:
        """Returns the level for a zoom: the last that holds there, so that marks stay while the zoom is in between."""
        return max(bisect_right(self.zooms, zoom + 1e-9) - 1, 0)

    def span(self, level: int, place: int) -> Span:
        """Returns the cluster of a level in which the point at a place of `order` is."""
        starts = self._starts[level]
        index = bisect_right(starts, place)
        return starts[index - 1], starts[index]

    def spans(self, level: int, box: Box | None = None) -> list[Span]:
        """Returns the clusters of a level that have a point in a box, and some beside it; None is the whole world.

        Coarse clusters that are away from the box are passed over with all that they hold.
        """
        if box is None:
            return list(pairwise(self._starts[level]))
        spans = self._near(0, list(pairwise(self._starts[0])), box)
        for finer in range(1, level + 1):
            starts = self._starts[finer]
            parts: list[Span] = []
            for start, end in spans:
                index = bisect_left(starts, start)
                while start < end:
                    index += 1
                    parts.append((start, starts[index]))
                    start = starts[index]
            spans = self._near(finer, parts, box)
        return spans

    def _near(self, level: int, spans: list[Span], box: Box) -> list[Span]:
        around = box.grown(self._reaches[level])
        left, top, bottom, width = around.left, around.top, around.bottom, around.right - around.left
        points = self.points
        return [
            span
            for span in spans
            if top <= (point := points[span[0]]).imag <= bottom and (point.real - left) % 1.0 <= width
        ]


@dataclass(frozen=True, slots=True)
class _Nodes:
    """What nothing has gathered yet, those that lead first; codes are those of `_codes`."""

    numbers: list[int]
    codes: list[int]
    points: list[complex]


class _Led:
    """Who leads whom: a tree in which each node knows whom it gathered last, and each of those whom before it."""

    def __init__(self, count: int) -> None:
        self._last = [-1] * count
        self._before = [-1] * count
        self.levels = [0] * count
        """The coarsest level on which each node leads."""

    def unite(self, codes: list[int], points: list[complex]) -> _Nodes:
        """Gathers nodes at the very same place."""
        count = len(points)
        first = dict(zip(reversed(points), range(count - 1, -1, -1), strict=True))
        if len(first) == count:
            return _Nodes(list(range(count)), codes, points)
        leaders = list(map(first.__getitem__, points))
        for node in compress(range(count), map(ne, leaders, range(count))):
            leader = leaders[node]
            self.levels[node], self._before[node], self._last[leader] = _DUPLICATE, self._last[leader], node
        numbers = sorted(first.values())
        return _Nodes(numbers, [codes[node] for node in numbers], [points[node] for node in numbers])

    def gather(self, nodes: _Nodes, level: int, zoom: float, finest: int) -> _Nodes:
        """Gathers around each node those within the radius that come later; returns those that none has gathered.

        Each leader is noted in the four cells that its circle can touch, so that whoever comes later looks into one:
        `latest` has the last note of a cell, and `earlier` for each note the one before it in its cell. This loop is
        where the time goes, and so it calls nothing.
        """
        shift, radius = 2 * (finest - int(zoom)), _radius(zoom)
        all_x = (4 ** (int(zoom) + 2) - 1) // 3  # the bits of a cell's column, between which are those of its row
        all_y = all_x << 1
        numbers: list[int] = []
        codes: list[int] = []
        points: list[complex] = []
        latest: dict[int, int] = {}
        earlier: list[int] = []
        beyond: list[int] = []
        note_before, note = latest.get, 0
        levels, last, before = self.levels, self._last, self._before
        for node, code, point in zip(nodes.numbers, nodes.codes, nodes.points, strict=True):
            quarter = code >> shift
            cell = quarter >> 2
            other = before_here = note_before(cell, -1)
            while other >= 0:
                if abs(point - points[other >> 2]) < radius:
                    leader = numbers[other >> 2]
                    levels[node], before[node], last[leader] = level + 1, last[leader], node
                    break
                other = earlier[other]
            else:
                column, row = cell & all_x, cell & all_y
                if quarter & 1:
                    beside, turn = (cell | all_y) + 1 & all_x, -1.0
                    wraps = not beside
                else:
                    beside, turn = column - 1 & all_x, 1.0
                    wraps = not column
                below = (cell | all_x) + 2 & all_y if quarter & 2 else row - 2 & all_y
                across, askew = beside | row, beside | below
                earlier += (
                    before_here,
                    note_before(column | below, -1),
                    note_before(across, -1),
                    note_before(askew, -1),
                )
                numbers.append(node)
                codes.append(code)
                points.append(point)
                latest[cell], latest[column | below], latest[across], latest[askew] = range(note, note + 4)
                note += 4
                if wraps:  # whoever looks from beyond the antimeridian is to find it there
                    beyond.append(len(numbers))
                    numbers.append(node)
                    codes.append(code)
                    points.append(point + turn)
                    earlier += (-1, -1, note - 2, note - 1)
                    latest[across], latest[askew] = note + 2, note + 3
                    note += 4
        for index in reversed(beyond):
            del numbers[index], codes[index], points[index]
        return _Nodes(numbers, codes, points)

    def line(self, tops: list[int]) -> list[int]:
        """Returns all nodes, each followed by those that it leads, those that it gathered first before others."""
        line = []
        stack = tops[::-1]
        while stack:
            node = stack.pop()
            line.append(node)
            node = self._last[node]
            while node >= 0:
                stack.append(node)
                node = self._before[node]
        return line


def zooms_for(count: int) -> tuple[float, ...]:
    """Returns the zooms from which on the levels of so many points hold, the coarsest level's first."""
    if count <= FEW:
        return tuple(half / 2.0 for half in range(2 * _DEEPEST + 1))
    return (*map(float, range(_STREETS + 1)), float(_DEEPEST))


def _radius(zoom: float) -> float:
    """Returns the radius of a level in world units."""
    return CLUSTER_RADIUS / (_TILE * math.exp2(zoom))


def _codes(points: Sequence[complex], wide: int) -> list[int]:
    """Returns the Morton code of each point's place in a grid so many squares wide, a power of two.

    Its bits are by turns those of column and row, so that a fourth as many squares have a fourth of the code.
    """
    spread = [0]
    while len(spread) < wide:
        highest = len(spread) ** 2
        spread += [code | highest for code in spread]
    spread.append(spread[-1])  # at the lower edge, y is 1
    return [spread[int(point.real * wide)] | spread[int(point.imag * wide)] << 1 for point in points]


def _order(points: Sequence[complex], codes: list[int]) -> list[int]:
    """Returns what to sort points by: how many share their place, roughly, and the codes.

    So neighbours follow each other, for which a processor's cache is grateful.
    """
    shared = Counter(points)
    return [code - (shared[point].bit_length() << _CODE_BITS) for point, code in zip(points, codes, strict=True)]


def _starts(levels: list[int], count: int) -> list[list[int]]:
    """Returns for each level where its clusters begin, and at last where all end."""
    places = list(range(len(levels)))
    starts = []
    for level in reversed(range(count)):
        places = [place for place in places if levels[place] <= level]
        starts.append([*places, len(levels)])
    return starts[::-1]
