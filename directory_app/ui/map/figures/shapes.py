"""Shapes between and around offices: great circles from one to others, and the outline of a group. No Qt."""

import math
from collections.abc import Collection, Iterable, Sequence

from directory_app.geo.projection import narrowest_span, nearest_copy, to_degrees, to_world, wrapped

WorldPoint = tuple[float, float]
"""x and y in world units; the x of a shape runs on beyond 0 and 1 rather than jump."""

_STEP_DEGREES = 2.5
_DIGITS = 9
"""World units are rounded to 4 cm, so that points in a line are seen to be."""
_FLAT = 1e-18


def great_circle(start: WorldPoint, end: WorldPoint) -> tuple[WorldPoint, ...]:
    """Returns the shortest way on a sphere as points close enough for a smooth line, both ends included.

    Between opposite points, where every way is the shortest, it is the one along the parallel's direction.
    """
    a, b = _vector(start), _vector(end)
    angle = math.acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    count = max(math.ceil(math.degrees(angle) / _STEP_DEGREES), 1)
    if math.sin(angle) < 1e-6:
        return start, (nearest_copy(end[0], start[0]), end[1])
    points = [start]
    for step in range(1, count):
        share = step / count
        first, second = math.sin((1.0 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        x, y = _world([first * p + second * q for p, q in zip(a, b, strict=True)])
        points.append((nearest_copy(x, points[-1][0]), y))
    points.append((nearest_copy(end[0], points[-1][0]), end[1]))
    return tuple(points)


def outline(points: Iterable[WorldPoint]) -> tuple[WorldPoint, ...]:
    """Returns the convex hull of points, clockwise on the screen, the shorter way round the world.

    One point is its own hull, two are both ends of a line; there is none for none.
    """
    unrolled = sorted(_unrolled({(round(wrapped(x), _DIGITS), round(y, _DIGITS)) for x, y in points}))
    if len(unrolled) < 3:
        return tuple(unrolled)
    return (*_half(unrolled), *_half(unrolled[::-1]))


def _unrolled(points: Collection[WorldPoint]) -> list[WorldPoint]:
    """Returns the points with those beyond the widest gap between two of them moved by one world."""
    if not points:
        return []
    start, _ = narrowest_span([x for x, _ in points])
    return [(x if x >= start else x + 1.0, y) for x, y in points]


def _half(points: Sequence[WorldPoint]) -> list[WorldPoint]:
    """Returns one side of the hull without its last point (Andrew's monotone chain)."""
    side: list[WorldPoint] = []
    for point in points:
        while len(side) > 1 and _turn(side[-2], side[-1], point) <= _FLAT:
            side.pop()
        side.append(point)
    return side[:-1]


def _turn(a: WorldPoint, b: WorldPoint, c: WorldPoint) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _vector(point: WorldPoint) -> tuple[float, float, float]:
    latitude, longitude = map(math.radians, to_degrees(*point))
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def _world(vector: Sequence[float]) -> WorldPoint:
    x, y, z = vector
    return to_world(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
