"""What settles a finding, with the gazetteer and the day that the model does not know."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from directory_app.errors import NotFoundError
from directory_app.geo.candidate import Candidate
from directory_app.geo.placing import placed
from directory_app.model.findings import Finding
from directory_app.model.mending import PLACED, VERIFIED, mended
from directory_app.model.office import Office
from directory_app.model.verifying import verified


def settled(
    office: Office, finding: Finding, today: date, author: str, locate: Callable[[Office], Sequence[Candidate]]
) -> Office:
    """Returns the office as the proposal of a finding would have it; without one, as it is.

    Raises NotFoundError where an office is to be placed and the gazetteer does not know its town for certain.
    """
    if finding.code in VERIFIED:
        return verified(office, today, author)
    if finding.code not in PLACED:
        return mended(office, finding)
    there = placed(replace(office, position=None), None, locate)
    if there.position is None:
        raise NotFoundError(
            f"The gazetteer does not know for certain where {office.address.city} is. "
            "Type the coordinates in the editor."
        )
    return there
