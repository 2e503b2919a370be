"""When the machine may put an office on the map, and when it must not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.distance import great_circle_km
from directory_app.model.change import diff
from directory_app.model.office import Office
from directory_app.model.place import Precision

_TOWNS = frozenset({Precision.TOWN, Precision.DISTRICT})
_SAME_PLACE_KM = 50.0
_MUCH_SMALLER = 10
_PLACE_FIELDS = frozenset({"address.city", "address.district", "address.state", "address.country"})


def placed(office: Office, before: Office | None, locate: Callable[[Office], Sequence[Candidate]]) -> Office:
    """Returns the office at the place that `locate` finds for it, with the time zone there.

    Where it finds no town of that name, or several that may be meant, the office is not on the map.

    One that a person placed, in this edit or before, stays where it is, and so does one whose town
    is as it was. A time zone typed in this edit stays, too.
    """
    touched = {change.field for change in diff(before, office)}
    by_hand = office.position is not None and (office.position.precision is Precision.MANUAL or "position" in touched)
    if by_hand or (before is not None and ("position" in touched or not touched & _PLACE_FIELDS)):
        return office
    best = unambiguous(locate(office)) if office.address.country else None
    if best is None:
        return replace(office, position=None)
    zone = office.timezone if office.timezone and "timezone" in touched else best.timezone
    return replace(office, position=best.position, timezone=zone)


def unambiguous(candidates: Sequence[Candidate]) -> Candidate | None:
    """Returns the first candidate if it is a town of just that name and no other may be meant, else None."""
    best = next(iter(candidates), None)
    if best is None or best.match > Match.SPELLING or best.position.precision not in _TOWNS:
        return None
    return None if any(_may_be_meant(other, best) for other in candidates[1:]) else best


def _may_be_meant(other: Candidate, best: Candidate) -> bool:
    """Tells whether people may mean this one instead: as good an answer and not very much smaller, or a larger town."""
    if other.match > Match.SPELLING or other.area_agrees != best.area_agrees or not _is_elsewhere(other, best):
        return False
    weight = _MUCH_SMALLER if other.match == best.match else 1
    return other.population * weight > best.population


def _is_elsewhere(other: Candidate, best: Candidate) -> bool:
    here, there = best.position, other.position
    return great_circle_km((here.latitude, here.longitude), (there.latitude, there.longitude)) > _SAME_PLACE_KM
