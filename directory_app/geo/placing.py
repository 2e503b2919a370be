"""When the machine may put an office on the map, and when it must not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from directory_app.geo.candidate import Candidate
from directory_app.model.change import diff
from directory_app.model.office import Office
from directory_app.model.place import Precision

_PLACE_FIELDS = frozenset({"address.city", "address.district", "address.state", "address.country"})


def placed(office: Office, before: Office | None, locate: Callable[[Office], Sequence[Candidate]]) -> Office:
    """Returns the office at the best place that `locate` finds for it, with the time zone there.

    One that a person placed, in this edit or before, stays where it is, and so does one whose town
    is as it was. A time zone typed in this edit stays, too.
    """
    touched = {change.field for change in diff(before, office)}
    by_hand = office.position is not None and (office.position.precision is Precision.MANUAL or "position" in touched)
    if by_hand or (before is not None and ("position" in touched or not touched & _PLACE_FIELDS)):
        return office
    best = next(iter(locate(office)), None)
    if best is None:
        return replace(office, position=None)
    zone = office.timezone if office.timezone and "timezone" in touched else best.timezone
    return replace(office, position=best.position, timezone=zone)
