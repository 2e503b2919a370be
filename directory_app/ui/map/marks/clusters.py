"""Which points gather into clusters at which zoom: pure arithmetic, done once for all zooms."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise, repeat
from operator import ne

from directory_app.geo.box import Box

CLUSTER_RADIUS = 24.0
"""Points nearer to each other than this many pixels, at the zoom from which a level holds, share a cluster of it."""

FEW = 1_000
"""Up to so many points are gathered at every half zoom, more at every whole one and, deeper, at fewer."""

_TILE = 256.0
_CELLS = 5
"""Cells that the world is wide at zoom 0: each has 51 pixels, so that a circle of the radius touches four at most."""

_TILES = 128 * _CELLS
"""Points are looked at in the order of tiles so many of which the world is wide: a processor's cache likes that."""

_DEEPEST = 14
"""Here the radius is 230 m at the equator and 100 m at 64 degrees; what is nearer stays together at any zoom."""

_OF_MANY = (*map(float, range(9)), 9.5, 11.0, float(_DEEPEST))
"""The deeper, the fewer of many points are so near to each other that another level would tell them apart."""

Span = tuple[int, int]
"""The place in `Clusters.order` at which a cluster begins, and the one at which it ends."""


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
        places, followers = _places(points)
        numbers = _ordered(points, places, followers, important)
        near = [points[number] * 1.0 for number in numbers]
        grid = _Grid(int(self.zooms[-1]))
        nodes = _Nodes(list(range(len(near))), grid.codes(near), near)
        led = _Led(len(numbers))
        for level in reversed(range(len(self.zooms))):
            nodes = led.gather(nodes, level, self.zooms[level], grid)
        line = led.line(nodes.numbers)
        leading = [numbers[node] for node in line]
        self.order = _with_followers(leading, followers)
        """The numbers of the points in such an order that every cluster is a span of it."""
        self.points = list(map(points.__getitem__, self.order))
        """The points in that order."""
        self._starts = _starts(bytes([led.levels[node] for node in line]), _begins(leading, followers), len(self.zooms))
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


class _Grid:
    """Squares on the world, half as wide as the cells of the finest level, and the cells of every level.

    A code is a square's row and column, each in bits of its own; so is a cell's. A column may be that of a cell
    before the first or after the last, where the world begins anew.
    """

    def __init__(self, finest: int) -> None:
        self._finest = finest
        self._wide = 2 * _CELLS << finest
        self._bits = self._wide.bit_length() + 1
        self.row = 1 << self._bits
        """What the code of a cell has more than that of the cell above it."""

    def codes(self, points: Sequence[complex]) -> list[int]:
        """Returns the code of the square in which each point is."""
        row, wide = self.row, self._wide
        return [int(point.imag * wide) * row + int(point.real * wide) for point in points]

    def cells(self, zoom: float) -> tuple[int, int]:
        """Returns how far to shift the code of a square, and what to keep of it then, for that of its cell."""
        shift = 1 + self._finest - int(zoom)
        return shift, (self.row * self.row << 1) - self.row | self.row - 1 >> shift


@dataclass(frozen=True, slots=True)
class _Nodes:
    """What nothing has gathered yet, those that lead first; codes are those of squares."""

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

    def gather(self, nodes: _Nodes, level: int, zoom: float, grid: _Grid) -> _Nodes:
        """Gathers around each node those within the radius that come later; returns those that none has gathered.

        Each leader is noted in its cell, and whoever comes later looks into the four cells that its own circle can
        touch: those that meet at the corner nearest to it. `latest` has the leader that came last into a cell, and
        `earlier` for each the one before it there. This loop is where the time goes, and so it calls next to nothing.
        """
        numbers, points, count = [*nodes.numbers], [*nodes.points], len(nodes.numbers)
        radius, row, world = _radius(zoom), grid.row, _CELLS << int(zoom)
        shift, kept = grid.cells(zoom)
        half, east = (row + 1 << shift) >> 1, 1.0 - radius
        leads = bytearray(b"\1") * count
        latest: dict[int, int] = {}
        earlier = [-1] * count
        latest_in = latest.get
        levels, last, before = self.levels, self._last, self._before
        for index, code, point in zip(range(count), nodes.codes, points, strict=False):
            below = code + half >> shift & kept
            above = below - row
            if below in latest or above in latest or below - 1 in latest or above - 1 in latest:
                for cell in (below, above, below - 1, above - 1):
                    other = latest_in(cell, -1)
                    while other >= 0 and abs(point - points[other]) >= radius:
                        other = earlier[other]
                    if other >= 0:
                        leads[index] = 0
                        node, leader = numbers[index], numbers[other]
                        levels[node], before[node], last[leader] = level + 1, last[leader], node
                        break
                if not leads[index]:
                    continue
            cell = code >> shift & kept
            earlier[index] = latest_in(cell, -1)
            latest[cell] = index
            if not radius < point.real < east:  # whoever looks from beyond the antimeridian is to find it there
                turn = 1 if point.real < 0.5 else -1
                cell += turn * world
                earlier.append(latest_in(cell, -1))
                latest[cell] = len(points)
                numbers.append(numbers[index])
                points.append(point + turn)
        return _Nodes(list(compress(numbers, leads)), list(compress(nodes.codes, leads)), list(compress(points, leads)))

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
    return _OF_MANY


def _radius(zoom: float) -> float:
    """Returns the radius of a level in world units."""
    return CLUSTER_RADIUS / (_TILE * math.exp2(zoom))


def _places(points: Sequence[complex]) -> tuple[list[int], dict[int, list[int]]]:
    """Returns the first point at each place, and for those with others at the very same place these; all by number."""
    numbers = range(len(points))
    first_at: dict[complex, int] = {}
    firsts = list(map(first_at.setdefault, points, numbers))
    followers: dict[int, list[int]] = defaultdict(list)
    for number in compress(numbers, map(ne, firsts, numbers)):
        followers[firsts[number]].append(number)
    return list(first_at.values()), followers


def _ordered(
    points: Sequence[complex], places: Sequence[int], followers: Mapping[int, Sequence[int]], important: int
) -> list[int]:
    """Returns the numbers of places, first the important, then where many points are, and neighbours together."""
    first = bisect_left(places, important)
    crowds = [size.bit_length() for size in map(len, map(followers.get, places, repeat(())))]
    ranks = [
        (int(point.imag * _TILES) - crowd * 2 * _TILES) * _TILES + int(point.real * _TILES)
        for point, crowd in zip(map(points.__getitem__, places), crowds, strict=True)
    ]
    later = sorted(range(first, len(places)), key=ranks.__getitem__)
    return [*places[:first], *map(places.__getitem__, later)]


def _with_followers(places: Sequence[int], followers: Mapping[int, Sequence[int]]) -> list[int]:
    """Returns each place's first point and then the others there."""
    order = []
    for number in places:
        order.append(number)
        if number in followers:
            order += followers[number]
    return order


def _begins(places: Sequence[int], followers: Mapping[int, Sequence[int]]) -> list[int]:
    """Returns where each place begins among all points and, at last, where all end."""
    sizes = map(len, map(followers.get, places, repeat(())))
    return list(accumulate(map((1).__add__, sizes), initial=0))


def _starts(levels: bytes, begins: list[int], count: int) -> list[list[int]]:
    """Returns for each level where its clusters begin, and at last where all end.

    Takes for each node the coarsest level on which it leads, and where it begins.
    """
    starts = []
    for level in reversed(range(count)):
        leads = levels.translate(bytes(coarsest <= level for coarsest in range(256)))
        levels, begins = bytes(compress(levels, leads)), [*compress(begins, leads), begins[-1]]
        starts.append(begins)
    return starts[::-1]
