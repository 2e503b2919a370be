"""Which points gather into clusters at which zoom: pure arithmetic, done once for all zooms."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise, repeat
from operator import ne

from directory_app.geo.box import Box

FEW = 1_000
"""Up to so many points count as few."""

_TILE = 256.0

_NEIGHBOURS = 8
"""Points are looked at in the order of the cells of this level: a processor's cache likes that."""

Span = tuple[int, int]
"""The place in `Clusters.order` at which a cluster begins, and the one at which it ends."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far apart marks are: points nearer to each other than `radius` pixels share a cluster.

    That holds at each of the zooms from which a level of clusters holds, the coarsest first. What is nearer at the
    last of them stays together at any zoom.
    """

    radius: float
    zooms: tuple[float, ...]
    is_last_alone: bool = False
    """Whether at the last zoom every place stands for itself, however near to others."""

    @property
    def gathered(self) -> range:
        """The levels on which points are gathered."""
        return range(len(self.zooms) - self.is_last_alone)

    @property
    def cells(self) -> int:
        """Cells that the world is wide at zoom 0: so many that a circle of the radius touches four at most."""
        return int(_TILE / (2.0 * self.radius))

    def reach(self, level: int) -> float:
        """Returns the radius of a level in world units; 0 where every place stands for itself."""
        return self.radius / (_TILE * math.exp2(self.zooms[level])) if level in self.gathered else 0.0


FEW_APART = Spacing(24.0, tuple(half / 2.0 for half in range(29)))
"""Of few points as many as can be read stand for themselves; at last within 230 m at the equator, 100 m at 64°."""

MANY_APART = Spacing(42.0, (*map(float, range(8)), 8.5, 10.5, 14.0), is_last_alone=True)
"""Many leave the map to be seen between them, even where thousands are; among streets each stands for itself.

The deeper, the fewer of them are so near to each other that another level would tell them apart.
"""


class Clusters:
    """The clusters of every level: each is a span of `order`, and lies within one of the next coarser level.

    The first point of a span leads its cluster. It leads on all finer levels, too, and is never nearer to another
    leader of its level than the radius, with or without the antimeridian between them: marks at the leaders' places
    keep their distance, and stay where they are while somebody zooms in.
    """

    def __init__(self, points: Sequence[complex], important: int = 0, spacing: Spacing | None = None) -> None:
        """Takes points x + y·j in world units, x from 0 up to less than 1, y from 0 to 1.

        So many of the first lead before any other does, then those whose place many share. Unless it is given, the
        spacing is that for so many points.
        """
        self.spacing = spacing or (FEW_APART if len(points) <= FEW else MANY_APART)
        levels = range(len(self.spacing.zooms))
        grid = _Grid(self.spacing)
        places, followers = _places(points)
        firsts = list(places.values())
        sizes = [1 + size for size in map(len, map(followers.get, firsts, repeat(())))]
        codes = grid.codes(places)
        turn = _in_turn(
            grid.cells(min(_NEIGHBOURS, self.spacing.gathered[-1])).of(codes), sizes, bisect_left(firsts, important)
        )
        near = list(places)
        near = [near[place] * 1.0 for place in turn]  # copies, which lie in memory as they are looked at
        nodes = _Nodes(list(range(len(near))), list(map(codes.__getitem__, turn)), near)
        led = _Led(len(near))
        for level in reversed(self.spacing.gathered):
            nodes = led.gather(nodes, level, grid)
        line = led.line(nodes.numbers)
        led_by = list(map(turn.__getitem__, line))
        begins = list(accumulate(map(sizes.__getitem__, led_by), initial=0))
        self.order = _with_followers(list(map(firsts.__getitem__, led_by)), followers)
        """The numbers of the points in such an order that every cluster is a span of it."""
        self._points = points
        self._starts = _starts(bytes(map(led.levels.__getitem__, line)), begins, len(levels))
        radii = [self.spacing.reach(level) for level in levels]
        self._reaches = [sum(radii[level:]) for level in levels]
        """How far a point can be from its leader: on each level its leader was within the radius of the next."""

    def point(self, place: int) -> complex:
        """Returns the point at a place of `order`."""
        return self._points[self.order[place]]

    def level(self, zoom: float) -> int:
        """Returns the level for a zoom: the last that holds there, so that marks stay while the zoom is in between."""
        return max(bisect_right(self.spacing.zooms, zoom + 1e-9) - 1, 0)

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
        points, order = self._points, self.order
        return [
            span
            for span in spans
            if top <= (point := points[order[span[0]]]).imag <= bottom and (point.real - left) % 1.0 <= width
        ]


class _Grid:
    """Squares on the world, half as wide as the cells of the finest level, and the cells of every level.

    A code is a square's row and column, each in bits of its own; so is a cell's. A column may be that of a cell
    before the first or after the last, where the world begins anew.
    """

    def __init__(self, spacing: Spacing) -> None:
        self._spacing = spacing
        self._finest = int(spacing.zooms[spacing.gathered[-1]])
        self._wide = 2 * spacing.cells << self._finest
        self._bits = self._wide.bit_length() + 1
        self.row = 1 << self._bits
        """What the code of a cell has more than that of the cell above it."""

    def codes(self, points: Iterable[complex]) -> list[int]:
        """Returns the code of the square in which each point is."""
        row, wide = self.row, self._wide
        return [int(point.imag * wide) * row + int(point.real * wide) for point in points]

    def cells(self, level: int) -> "_Cells":
        """Returns the cells of a level."""
        zoom = int(self._spacing.zooms[level])
        shift = 1 + self._finest - zoom
        kept = (self.row * self.row << 1) - self.row | self.row - 1 >> shift
        return _Cells(self._spacing.reach(level), self._spacing.cells << zoom, shift, kept)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a level: their radius in world units, and how many of them the world is wide.

    `shift` and `kept` say how far to shift the code of a square, and what to keep of it then, for that of its cell.
    """

    radius: float
    world: int
    shift: int
    kept: int

    def of(self, codes: Iterable[int]) -> list[int]:
        """Returns the codes of the cells in which squares are."""
        shift, kept = self.shift, self.kept
        return [code >> shift & kept for code in codes]


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

    def gather(self, nodes: _Nodes, level: int, grid: _Grid) -> _Nodes:
        """Gathers around each node those within the radius that come later; returns those that none has gathered.

        Each leader is noted in its cell, and whoever comes later looks into the four cells that its own circle can
        touch: those that meet at the corner nearest to it. `latest` has the leader that came last into a cell, and
        `earlier` for each the one before it there. This loop is where the time goes, and so it calls next to nothing.
        """
        numbers, points, count = [*nodes.numbers], [*nodes.points], len(nodes.numbers)
        cells, row = grid.cells(level), grid.row
        radius, world, shift, kept = cells.radius, cells.world, cells.shift, cells.kept
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
            if cell in latest:
                earlier[index] = latest[cell]
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


def _places(points: Sequence[complex]) -> tuple[dict[complex, int], dict[int, list[int]]]:
    """Returns the first point at each place, and for those with others at the very same place these; all by number."""
    numbers = range(len(points))
    first_at: dict[complex, int] = {}
    firsts = list(map(first_at.setdefault, points, numbers))
    followers: dict[int, list[int]] = defaultdict(list)
    for number in compress(numbers, map(ne, firsts, numbers)):
        followers[firsts[number]].append(number)
    return first_at, followers


def _in_turn(tiles: Sequence[int], sizes: Sequence[int], important: int) -> list[int]:
    """Returns places in their turn to lead: so many of the first, then those that many points share, then others.

    Takes for each place its tile, as neighbours stay together, and how many points share it.
    """
    later = sorted(range(important, len(tiles)), key=tiles.__getitem__)
    shared = [place for place in later if sizes[place] > 1]
    shared.sort(key=lambda place: -sizes[place].bit_length())
    return [*range(important), *shared, *(place for place in later if sizes[place] == 1)]


def _with_followers(firsts: list[int], followers: Mapping[int, Sequence[int]]) -> list[int]:
    """Returns each place's first point and then the others there."""
    order: list[int] = []
    end = 0
    for place in compress(range(len(firsts)), map(followers.__contains__, firsts)):
        order += firsts[end : place + 1]
        order += followers[firsts[place]]
        end = place + 1
    return order + firsts[end:]


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
