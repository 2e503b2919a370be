"""From which office lines go to which others: pure, no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from directory_app.geo.projection import is_on_map
from directory_app.model.office import Kind, Status, Summary
from directory_app.model.place import Point, great_circle_km
from directory_app.ui.map.figures.shapes import WorldPoint, great_circle
from directory_app.ui.map.marks.mark import Spot, spot_of, spots_of

MOST_LINES = 500
"""More would neither be told apart nor be drawn fast."""
_SECRETARIATS = (Kind.REGIONAL_SECRETARIAT, Kind.WORLD_SECRETARIAT)


@dataclass(frozen=True, slots=True)
class Network:
    """A secretariat on the map and the offices on the map that it has, the nearest ones only if they are too many."""

    centre: Spot
    ends: tuple[Spot, ...]
    count: int
    """How many offices on the map it has."""

    def lines(self) -> list[tuple[WorldPoint, ...]]:
        """Returns the shortest ways on the earth, in world units."""
        return [great_circle((self.centre.x, self.centre.y), (end.x, end.y)) for end in self.ends]


def network_of(chosen: Summary, offices: Iterable[Summary]) -> Network | None:
    """Returns the network that an office belongs to, or None where the secretariat is not on the map.

    Of the World Secretariat it is that of the regional secretariats, of any other office that of its region, whose
    secretariat is the office itself if it is one, or else its first one. Closed offices have no line.
    """
    is_world = chosen.kind is Kind.WORLD_SECRETARIAT
    members = [row for row in offices if row.status is not Status.CLOSED and _belongs(row, chosen, is_world)]
    first = _centre(chosen, members)
    centre = spot_of(first) if first is not None else None
    if centre is None:
        return None
    others = [row for row in members if row.id != centre.office.id and is_on_map(row.latitude, row.longitude)]
    return Network(centre, spots_of(_nearest(centre.office, others)), len(others))


def _belongs(row: Summary, chosen: Summary, is_world: bool) -> bool:
    return row.kind is Kind.REGIONAL_SECRETARIAT if is_world else row.region == chosen.region


def _centre(chosen: Summary, members: Sequence[Summary]) -> Summary | None:
    if chosen.kind in _SECRETARIATS:
        return chosen
    secretariats = (row for row in members if row.kind in _SECRETARIATS)
    return min(secretariats, key=lambda row: _SECRETARIATS.index(row.kind), default=None)


def _nearest(centre: Summary, others: Sequence[Summary]) -> Sequence[Summary]:
    if len(others) <= MOST_LINES:
        return others
    here = _point(centre)
    return nsmallest(MOST_LINES, others, key=lambda row: great_circle_km(here, _point(row)))


def _point(row: Summary) -> Point:
    assert row.latitude is not None
    assert row.longitude is not None
    return row.latitude, row.longitude
