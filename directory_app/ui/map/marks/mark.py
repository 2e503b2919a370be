"""What marks the offices make on the map at one zoom: pure layout, no Qt."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from directory_app.geo.projection import is_on_map, kilometres_per_world, nearest_copy, to_world, wrapped
from directory_app.model.office import Kind, Summary
from directory_app.ui.map.camera import Camera

CLUSTER_RADIUS = 22.0
"""Offices nearer to each other than this many pixels share a mark."""

SAME_SPOT_KM = 0.1

_RANKS = {Kind.WORLD_SECRETARIAT: 0, Kind.REGIONAL_SECRETARIAT: 1}


@dataclass(frozen=True, slots=True)
class Spot:
    """An office and where it is in world units."""

    office: Summary
    x: float
    y: float

    @property
    def rank(self) -> tuple[int, str]:
        """Its place where not all can be first: secretariats before others."""
        return _RANKS.get(self.office.kind, 2), self.office.name


@dataclass(frozen=True, slots=True)
class Mark:
    """One office, or several whose signs would lie upon each other; the first is the most important."""

    spots: tuple[Spot, ...]
    x: float
    y: float
    dimmed: bool = False

    @property
    def ids(self) -> frozenset[UUID]:
        """The ids of its offices."""
        return frozenset(spot.office.id for spot in self.spots)

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for several offices."""
        return len(self.spots) > 1

    @property
    def radius(self) -> float:
        """How far it reaches, in pixels."""
        if self.is_cluster:
            return 12.0 if len(self.spots) < 100 else 16.0
        return 9.0 if self.spots[0].office.kind is Kind.WORLD_SECRETARIAT else 7.0

    @property
    def is_one_place(self) -> bool:
        """Whether no zoom would tell its offices apart, as they are within a hundred metres."""
        first = self.spots[0]
        scale = kilometres_per_world(first.y)
        return all(
            math.hypot(nearest_copy(spot.x, first.x) - first.x, spot.y - first.y) * scale <= SAME_SPOT_KM
            for spot in self.spots
        )


def spots_of(offices: Iterable[Summary]) -> tuple[Spot, ...]:
    """Returns the offices that have a position a map can show, the most important first."""
    found = []
    for office in offices:
        if (
            office.latitude is not None
            and office.longitude is not None
            and is_on_map(office.latitude, office.longitude)
        ):
            found.append(Spot(office, *to_world(office.latitude, office.longitude)))
    return tuple(sorted(found, key=lambda spot: (spot.rank, spot.office.id)))


def marks_of(
    spots: Sequence[Spot], world: float, shown: Collection[UUID] | None = None, selected: UUID | None = None
) -> tuple[Mark, ...]:
    """Returns the marks for a world of so many pixels, those to be painted last at the end.

    Offices that are not among `shown` are dimmed and never share a mark with others; None shows all.
    """
    lit: list[Spot] = []
    dimmed: list[Spot] = []
    for spot in spots:
        is_lit = shown is None or spot.office.id in shown or spot.office.id == selected
        (lit if is_lit else dimmed).append(spot)
    marks = [*_clustered(dimmed, world, True), *_clustered(lit, world, False)]
    return tuple(sorted(marks, key=lambda mark: (not mark.dimmed, selected in mark.ids)))


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


def _clustered(spots: Sequence[Spot], world: float, dimmed: bool) -> Iterable[Mark]:
    """Gathers around each office, the most important first, those near it that no other has gathered yet."""
    cell = CLUSTER_RADIUS / world
    columns = max(math.floor(1.0 / cell), 1)
    grid: dict[tuple[int, int], list[Spot]] = {}
    for spot in spots:
        grid.setdefault(_cell(spot, cell, columns), []).append(spot)
    taken: set[UUID] = set()
    for spot in spots:
        if spot.office.id in taken:
            continue
        column, row = _cell(spot, cell, columns)
        cells = {((column + dx) % columns, row + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-1, 0, 1)}
        near = [
            other
            for key in sorted(cells)
            for other in grid.get(key, ())
            if other.office.id not in taken
            and math.hypot(nearest_copy(other.x, spot.x) - spot.x, other.y - spot.y) < cell
        ]
        taken.update(other.office.id for other in near)
        members = sorted(near, key=lambda other: (other is not spot, other.rank, other.office.id))
        x = sum(nearest_copy(other.x, spot.x) for other in members) / len(members)
        y = sum(other.y for other in members) / len(members)
        yield Mark(tuple(members), wrapped(x), y, dimmed)


def _cell(spot: Spot, cell: float, columns: int) -> tuple[int, int]:
    return math.floor(spot.x / cell) % columns, math.floor(spot.y / cell)
