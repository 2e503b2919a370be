"""An office that is not on the map, as the lists show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from directory_app.geo.candidate import Candidate
from directory_app.geo.not_placed import reason_not_placed
from directory_app.model.countries import country_in_sentence
from directory_app.model.office import Office


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An office that is not on the map, where its address says it is, why it is not, and how many places to choose."""

    id: UUID
    name: str
    town: str
    reason: str
    candidates: int = 0


def unplaced(office: Office, candidates: Sequence[Candidate]) -> Unplaced:
    """Returns an office as the list of those shows it that are not on the map."""
    country = country_in_sentence(office.address.country).removeprefix("the ") or office.address.country
    town = " · ".join(part for part in (office.address.city, country) if part)
    return Unplaced(office.id, office.name, town, reason_not_placed(office, candidates), len(candidates))
