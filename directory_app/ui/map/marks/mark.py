"""The marks that offices make on the map, and which of them is where on the screen: no Qt."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from directory_app.geo.projection import is_on_map, kilometres_per_world, nearest_copy, to_world
from directory_app.model.office import Kind, Summary
from directory_app.ui.map.camera import Camera

SAME_SPOT_KM = 0.1

_RANKS = {Kind.WORLD_SECRETARIAT: 0, Kind.REGIONAL_SECRETARIAT: 1}
_LEAST_RANK = 2
_COUNTS = (2, 10, 100, 1_000, 10_000)
_RADII = (7.0, 12.0, 13.5, 15.5, 18.0, 21.0)
"""How far a mark reaches, in pixels: of one office, and of so many of `_COUNTS` and more."""

_WORLD_RADIUS = 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """An office and where it is in world units."""

    office: Summary
    x: float
    y: float

    @property
    def rank(self) -> tuple[int, str]:
        """Its place where not all can be first: secretariats before others."""
        return _RANKS.get(self.office.kind, _LEAST_RANK), self.office.name

    @property
    def is_important(self) -> bool:
        """Whether it comes before most others."""
        return self.office.kind in _RANKS


@dataclass(frozen=True, slots=True)
class Mark:
    """One office, or several whose signs would lie upon each other; `first` is the most important of them."""

    first: Spot
    x: float
    y: float
    count: int = 1
    dimmed: bool = False
    members: Callable[[int], tuple[Spot, ...]] | None = field(default=None, compare=False, repr=False)
    """Says which offices it has, at most so many, if it has several: there may be a hundred thousand of them."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All its offices, the most important first."""
        return self.some(self.count)

    def some(self, most: int) -> tuple[Spot, ...]:
        """Returns the most important of its offices, at most so many."""
        return self.members(most) if self.members is not None else (self.first,)

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for several offices."""
        return self.count > 1

    @property
    def radius(self) -> float:
        """How far it reaches, in pixels."""
        if self.count == 1 and self.first.office.kind is Kind.WORLD_SECRETARIAT:
            return _WORLD_RADIUS
        return _RADII[bisect_right(_COUNTS, self.count)]

    @property
    def is_one_place(self) -> bool:
        """Whether no zoom should tell its offices apart, as they are within a hundred metres."""
        first, scale = self.first, kilometres_per_world(self.first.y)
        return all(
            math.hypot(nearest_copy(spot.x, first.x) - first.x, spot.y - first.y) * scale <= SAME_SPOT_KM
            for spot in self.spots
        )


def spot_of(office: Summary) -> Spot | None:
    """Returns where an office is, or None if it has no position that a map can show."""
    latitude, longitude = office.latitude, office.longitude
    if latitude is None or longitude is None or not is_on_map(latitude, longitude):
        return None
    return Spot(office, *to_world(latitude, longitude))


def spots_of(offices: Iterable[Summary]) -> tuple[Spot, ...]:
    """Returns the offices that have a position a map can show, the most important first."""
    found = [spot for office in offices if (spot := spot_of(office)) is not None]
    return tuple(sorted(found, key=_order))


def mark_at(marks: Sequence[Mark], camera: Camera, left: float, top: float, reach: float = 4.0) -> Mark | None:
    """Returns the mark at a place of the screen, the nearest one if several are within reach."""
    best: tuple[bool, float, Mark] | None = None
    for mark in marks:
        at_x, at_y = camera.to_screen(nearest_copy(mark.x, camera.to_world(left, top)[0]), mark.y)
        distance = math.hypot(at_x - left, at_y - top)
        is_better = best is None or (mark.dimmed, distance) < best[:2]
        if distance <= mark.radius + reach and is_better:
            best = (mark.dimmed, distance, mark)
    return best[2] if best else None


def _order(spot: Spot) -> tuple[int, str, int]:
    office = spot.office
    return _RANKS.get(office.kind, _LEAST_RANK), office.name, office.id.int
