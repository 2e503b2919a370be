"""When the machine may put an office on the map, and when it must not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.timezones import zone_at
from directory_app.model.change import diff
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision, great_circle_km

_TOWNS = frozenset({Precision.TOWN, Precision.DISTRICT})
SAME_PLACE_KM = 50.0
_MUCH_SMALLER = 10
_PLACE_FIELDS = frozenset({"address.city", "address.district", "address.state", "address.country"})


def placed(office: Office, before: Office | None, locate: Callable[[Office], Sequence[Candidate]]) -> Office:
    """Returns the office at its `spot`."""
    position, timezone = spot(office, before, locate)
    return replace(office, position=position, timezone=timezone)


def spot(
    office: Office, before: Office | None, locate: Callable[[Office], Sequence[Candidate]]
) -> tuple[Position | None, str]:
    """Returns the place that `locate` finds for an office, and the time zone there.

    Where it finds no town of that name, or several that may be meant, the office is not on the map.

    One that a person placed, in this edit or before, stays where it is, and so does one whose town
    is as it was. A time zone typed in this edit stays, too; otherwise a new position brings its own.
    """
    if before is None:
        stays = is_new = office.position is not None
        has_zone = bool(office.timezone)
    else:
        touched = {change.field for change in diff(before, office)}
        place = office.position
        by_hand = place is not None and (place.precision is Precision.MANUAL or bool(place.confirmed_by))
        is_new = "position" in touched
        stays = by_hand or is_new or not touched & _PLACE_FIELDS
        has_zone = bool(office.timezone) and "timezone" in touched
    if stays:
        zone = zone_at(office.position.point) if is_new and office.position and not has_zone else ""
        return office.position, zone or office.timezone
    best = unambiguous(locate(office)) if office.address.country else None
    if best is None:
        return None, office.timezone
    return best.position, office.timezone if has_zone else best.timezone


def unambiguous(candidates: Sequence[Candidate]) -> Candidate | None:
    """Returns the first candidate if it is a town of just that name and no other may be meant, else None."""
    best = next(iter(candidates), None)
    if best is None or best.match > Match.SPELLING or best.position.precision not in _TOWNS:
        return None
    return None if any(_may_be_meant(other, best) for other in candidates[1:]) else best


def meant(candidates: Sequence[Candidate]) -> Candidate | None:
    """Returns the place that a text means: the only one that it may mean, a country too, or the `unambiguous` town."""
    return candidates[0] if len(candidates) == 1 else unambiguous(candidates)


def _may_be_meant(other: Candidate, best: Candidate) -> bool:
    """Tells whether people may mean this one instead: as good an answer and not very much smaller, or a larger town."""
    if other.match > Match.SPELLING or other.area_agrees != best.area_agrees or not _is_elsewhere(other, best):
        return False
    weight = _MUCH_SMALLER if other.match == best.match else 1
    return other.population * weight > best.population


def _is_elsewhere(other: Candidate, best: Candidate) -> bool:
    return great_circle_km(best.position.point, other.position.point) > SAME_PLACE_KM
