"""Where numbered pins stand on the map: each for itself, beside each other where their places are one. No Qt."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from directory_app.geo.projection import nearest_copy, wrapped
from directory_app.ui.map.marks.mark import Mark, Spot

RADIUS = 11.0
"""Of a pin, in pixels."""

_APART = 2.0 * RADIUS + 4.0
_GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))
_MOST_ROUNDS = 300
_ENOUGH = 0.02
"""Pins may overlap by so little, of a pixel."""

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacePin(Mark):
    """The pin of one place, which stands beside it where there is no room; the spot says where it is."""

    @property
    def radius(self) -> float:
        """How far it reaches, in pixels."""
        return RADIUS


def pins_of(spots: Sequence[Spot], world: float, selected: UUID | None = None) -> tuple[Mark, ...]:
    """Returns a pin a place for a world of so many pixels, the selected one at the end; none covers another."""
    if not spots:
        return ()
    ordered = sorted(spots, key=lambda spot: spot.office.id)
    first = ordered[0]
    there = [((nearest_copy(spot.x, first.x) - first.x) * world, (spot.y - first.y) * world) for spot in ordered]
    pins = [
        PlacePin(spot, wrapped(first.x + x / world), first.y + y / world)
        for spot, (x, y) in zip(ordered, apart(there, _APART), strict=True)
    ]
    return tuple(sorted(pins, key=lambda pin: pin.first.office.id == selected))


def apart(points: Sequence[XY], least: float) -> list[XY]:
    """Returns the points moved as little as it takes to be so far from each other.

    They push each other away; those on one spot set out in different directions, as seeds of a sunflower lie.
    """
    moved = [_sunflower(point, number) for number, point in enumerate(points)]
    if not _push(moved, least):
        return list(points)
    for _ in range(_MOST_ROUNDS):
        if not _push(moved, least):
            break
    return moved


def _sunflower(point: XY, number: int) -> XY:
    away, angle = 1e-3 * math.sqrt(number), number * _GOLDEN_ANGLE
    return point[0] + away * math.cos(angle), point[1] + away * math.sin(angle)


def _push(points: list[XY], least: float) -> bool:
    """Moves each two points apart that are too near; False where none were."""
    was_needed = False
    for second in range(1, len(points)):
        for first in range(second):
            (ax, ay), (bx, by) = points[first], points[second]
            dx, dy = bx - ax, by - ay
            if abs(dx) >= least or abs(dy) >= least:
                continue
            distance = math.hypot(dx, dy)
            if distance >= least - _ENOUGH:
                continue
            share = (least - distance) / (2.0 * max(distance, 1e-9))
            points[first] = ax - dx * share, ay - dy * share
            points[second] = bx + dx * share, by + dy * share
            was_needed = True
    return was_needed
