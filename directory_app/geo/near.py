"""Offices by their distance from a place."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory_app.geo.distance import bearing, geodesic_km, nearest
from directory_app.model.office import Summary
from directory_app.model.place import Position


@dataclass(frozen=True, slots=True)
class Near:
    """An office at a distance, in kilometres on the ellipsoid, and the initial bearing to it, in degrees."""

    office: Summary
    distance_km: float
    bearing: float


def nearest_offices(position: Position, offices: Iterable[Summary], count: int) -> list[Near]:
    """Returns the nearest offices, nearest first; those not on the map are left out.

    The great circle ranks them, which is fast; the ellipsoid measures the few that are shown.
    """
    point = (position.latitude, position.longitude)
    placed = {
        row.id: (row, (row.latitude, row.longitude))
        for row in offices
        if row.latitude is not None and row.longitude is not None
    }
    items = [(office_id, *there) for office_id, (_, there) in placed.items()]
    found = [placed[office_id] for office_id, _ in nearest(point, items, count)]
    return [Near(row, geodesic_km(point, there), bearing(point, there)) for row, there in found]
