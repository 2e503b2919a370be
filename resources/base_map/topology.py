"""TopoJSON in degrees, as world-atlas has it, to arcs and polygons in world units.

The rings of world-atlas jump where they cross 180 degrees, and run along that meridian where a
country was cut there. Here they are unwrapped: a ring runs on past 0 or 1 instead of jumping.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import hypot
from pathlib import Path
from typing import Any

from directory_app.geo.projection import y_of

Point = tuple[float, float]

BORDER, COAST, SHORE, RIVER = range(4)
"""What a line is: between two countries, between land and sea, around a lake, or the middle of a river."""

_FEWEST = 6
"""Thinning leaves an arc at least this many points, so that small islands stay islands."""


@dataclass(frozen=True)
class Line:
    """The part of an arc, from point `start` up to but without point `end`, that is drawn as a line."""

    arc: int
    start: int
    end: int
    kind: int


@dataclass(frozen=True)
class Shape:
    """One polygon: rings of references to arcs, `~n` for arc n backwards; the outline comes first."""

    iso_numeric: int | None
    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Topology:
    """One level of detail in world units."""

    arcs: list[list[Point]]
    lines: list[Line]
    shapes: list[Shape]

    def ring(self, references: Sequence[int]) -> list[Point]:
        """Returns the points of a ring; the last is the first again."""
        return _joined(self.arcs, references)


def read_topology(path: Path, tolerance: float) -> Topology:
    """Returns the countries of a world-atlas file, thinned.

    Points are left out that are off the line between their neighbours by less than `tolerance` degrees.
    """
    document = json.loads(path.read_text(encoding="utf-8"))
    degrees = [thinned(arc, tolerance) for arc in absolute(document["arcs"], document["transform"])]
    geometries = document["objects"]["countries"]["geometries"]
    arcs = [projected(_unwrapped(arc)) for arc in degrees]
    lines = list(_lines(degrees, _users(geometries)))
    shapes = []
    for geometry in geometries:
        for polygon in _polygons(geometry):
            rings = [ring for ring in (_ring(references, degrees, arcs) for references in polygon) if ring]
            if rings:
                number = int(geometry["id"]) if "id" in geometry else None
                shapes.append(Shape(number, geometry["properties"]["name"], _turned(rings, arcs)))
    return Topology(arcs, lines, shapes)


def area(ring: Sequence[Point]) -> float:
    """Returns the signed area of a closed ring, positive if it runs clockwise as seen on the map."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2.0


def absolute(arcs: Iterable[Any], transform: dict[str, Any]) -> list[list[Point]]:
    """Returns the arcs of a TopoJSON document in degrees."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    found = []
    for arc in arcs:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        found.append(points)
    return found


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """Returns the points without those near the straight line between others, by Douglas and Peucker."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off, middle = max((_distance(points[n], points[first], points[last]), n) for n in range(first + 1, last))
        if off > tolerance or len(keep) < _FEWEST:
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return [points[n] for n in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0.0 else min(max(((px - ax) * dx + (py - ay) * dy) / length, 0.0), 1.0)
    return hypot(ax + t * dx - px, ay + t * dy - py)


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs


def _users(geometries: list[dict[str, Any]]) -> dict[int, list[int]]:
    """Returns for each arc the countries whose rings use it, once for each use."""
    users: dict[int, list[int]] = {}
    for number, geometry in enumerate(geometries):
        for polygon in _polygons(geometry):
            for ring in polygon:
                for reference in ring:
                    users.setdefault(max(reference, ~reference), []).append(number)
    return users


def _lines(arcs: list[list[Point]], users: dict[int, list[int]]) -> Iterable[Line]:
    """Finds what is drawn: an arc that one country uses twice is only a cut through it."""
    for number, arc in enumerate(arcs):
        using = users.get(number, [])
        if len(using) == 1:
            yield from (Line(number, start, end, COAST) for start, end in _runs_off_the_meridian(arc))
        elif len(set(using)) > 1:
            yield Line(number, 0, len(arc), BORDER)


def _runs_off_the_meridian(arc: list[Point]) -> Iterable[tuple[int, int]]:
    """Finds the parts of an arc that do not run along 180 degrees, where only the data is cut."""

    def is_drawn(segment: tuple[int, int]) -> bool:
        (ax, ay), (bx, by) = arc[segment[0]], arc[segment[1]]
        along = _at_meridian(ax) and _at_meridian(bx)
        beyond = y_of(ay) == y_of(by) == 1.0
        return not (along or beyond)

    for drawn, segments in groupby(pairwise(range(len(arc))), is_drawn):
        run = list(segments)
        if drawn:
            yield run[0][0], run[-1][1] + 1


def _at_meridian(longitude: float) -> bool:
    return abs(abs(longitude) - 180.0) < 1e-6


def _ring(references: list[int], degrees: list[list[Point]], arcs: list[list[Point]]) -> tuple[int, ...]:
    """Returns the references of a ring; one that crosses 180 degrees becomes a new arc of its own.

    A ring without any height, such as the South Pole drawn as a line, has no references.
    """
    joined = _joined(degrees, references)
    crosses = any(abs(bx - ax) > 180.0 for (ax, _), (bx, _) in pairwise(joined))
    points = projected(_unwrapped(joined)) if crosses else _joined(arcs, references)
    if len({y for _, y in points}) < 2:
        return ()
    if not crosses:
        return tuple(references)
    arcs.append(_centred(_closed(points)))
    return (len(arcs) - 1,)


def _centred(ring: list[Point]) -> list[Point]:
    """Returns the ring moved by whole worlds such that its middle lies between 0 and 1, wherever it began."""
    xs = [x for x, _ in ring]
    worlds = math.floor((min(xs) + max(xs)) / 2)
    return [(x - worlds, y) for x, y in ring]


def _closed(ring: list[Point]) -> list[Point]:
    """Returns the ring closed: one that goes around the pole is led along the map's lower edge."""
    (start_x, start_y), (end_x, _) = ring[0], ring[-1]
    if abs(end_x - start_x) < 0.5:
        return [*ring[:-1], ring[0]]
    return [*ring, (end_x, 1.0), (start_x, 1.0), (start_x, start_y)]


def _turned(rings: list[tuple[int, ...]], arcs: list[list[Point]]) -> tuple[tuple[int, ...], ...]:
    """Returns the rings with the outline clockwise and the holes the other way, so that a winding fill is right."""
    return tuple(
        ring
        if (area(_joined(arcs, ring)) > 0.0) == (number == 0)
        else tuple(~reference for reference in reversed(ring))
        for number, ring in enumerate(rings)
    )


def _joined(arcs: list[list[Point]], references: Sequence[int]) -> list[Point]:
    ring: list[Point] = []
    for reference in references:
        points = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    shift = 0.0
    found = [points[0]]
    for (ax, _), (bx, by) in pairwise(points):
        shift -= 360.0 * round((bx - ax) / 360.0)
        found.append((bx + shift, by))
    return found


def projected(points: Sequence[Point]) -> list[Point]:
    """Returns points in degrees, longitude first, in world units."""
    return [((x + 180.0) / 360.0, y_of(y)) for x, y in points]
