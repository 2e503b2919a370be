"""Offices by their distance from a place, and what can be said of that as well as the two places are known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from directory_app.geo.distance import bearing, geodesic_km, nearest
from directory_app.geo.measures import direction_name, direction_text, distance_text, is_sure
from directory_app.model.office import Office, Summary
from directory_app.model.place import RADIUS_KM, Position, Precision

_ON_THE_SPOT_KM = 0.005
_MEASURED_FROM = {Precision.COUNTRY: "measured from its capital", Precision.AREA: "measured from its largest town"}
_SHARED = {
    Precision.STREET: "same street",
    Precision.POSTCODE: "same postal code",
    Precision.DISTRICT: "same district",
    Precision.TOWN: "same town",
    Precision.AREA: "same area",
    Precision.COUNTRY: "same country",
}


@dataclass(frozen=True, slots=True)
class Near:
    """An office at a distance, in kilometres on the ellipsoid, and the initial bearing to it, in degrees.

    The true distance is at most `unsure_km` more or less, as the two places may be known by their towns alone;
    `shared` is their precision where both stand for one and the same street, town or area.
    """

    office: Summary
    distance_km: float
    bearing: float
    unsure_km: float = 0.0
    shared: Precision | None = None


def nearest_offices(
    position: Position,
    offices: Iterable[Summary],
    count: int,
    whole: Callable[[Sequence[UUID]], Iterable[Office]],
    leave_out: UUID | None = None,
) -> list[Near]:
    """Returns the nearest offices, nearest first; those not on the map are left out, and so is `leave_out`.

    The great circle ranks them, which is fast; the ellipsoid measures the few that are shown, of which `whole`
    tells how precise their positions are. One that is gone meanwhile is left out.
    """
    placed = {
        row.id: (row, row.latitude, row.longitude)
        for row in offices
        if row.latitude is not None and row.longitude is not None and row.id != leave_out
    }
    items = [(office_id, latitude, longitude) for office_id, (_, latitude, longitude) in placed.items()]
    ids = [office_id for office_id, _ in nearest(position.point, items, count)]
    found = {office.id: office.position for office in whole(ids)}
    return [_near(position, placed[office_id][0], there) for office_id in ids if (there := found.get(office_id))]


def centre_of(position: Position) -> Position:
    """Returns where to measure from if a place that was typed is an area or a country: its chief town."""
    is_coarse = position.precision in (Precision.AREA, Precision.COUNTRY)
    return replace(position, precision=Precision.TOWN) if is_coarse else position


def measured_from(position: Position) -> str:
    """Returns from which town of a country or an area is measured, such as "measured from its capital", else ""."""
    return _MEASURED_FROM.get(position.precision, "")


def near_distance(near: Near, *, miles: bool = False) -> str:
    """Returns how far an office is, such as "430 km", "about 30 km", "within 20 km" or "same town"."""
    if near.shared is not None:
        return _SHARED[near.shared]
    return distance_text(near.distance_km, miles=miles, unsure_km=near.unsure_km)


def near_direction(near: Near) -> str:
    """Returns where to, such as "↗ north-east, 45°", without degrees where they are not known, or ""."""
    if not _has_direction(near):
        return ""
    return direction_text(near.bearing, degrees=is_sure(near.distance_km, near.unsure_km))


def near_direction_name(near: Near) -> str:
    """Returns where to in words alone, such as "north-east", or ""."""
    return direction_name(near.bearing) if _has_direction(near) else ""


def _has_direction(near: Near) -> bool:
    return near.distance_km > max(near.unsure_km, _ON_THE_SPOT_KM)


def _near(start: Position, row: Summary, there: Position) -> Near:
    away = geodesic_km(start.point, there.point)
    unsure = RADIUS_KM.get(start.precision, 0.0) + RADIUS_KM.get(there.precision, 0.0)
    is_shared = away < _ON_THE_SPOT_KM and start.precision is there.precision and there.precision in _SHARED
    shared = there.precision if is_shared else None
    return Near(row, away, bearing(start.point, there.point), unsure, shared)
