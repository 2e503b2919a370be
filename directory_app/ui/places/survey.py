"""What a point is like before an office is put there: what is around it, and what is doubtful about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from directory_app.geo.candidate import Candidate
from directory_app.geo.fold import fold
from directory_app.geo.measures import distance_text
from directory_app.model.checks import position_findings
from directory_app.model.countries import country_in_sentence
from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.model.place import Point, Position, Precision, great_circle_km
from directory_app.model.typed import read_position

_IN_TOWN_KM = 1.0
_NEARBY_KM = 10.0
_NEARBY = 20
"""Of so many towns, as long as they are nearby, the office's own or else the largest says best where a point is."""
_SHORE_KM = 5.0
"""A town so near says whose land it is where the outlines have none, as on small islands."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a point is in words, the doubts as sentences, and the swapped point where that is the better one."""

    where: str
    doubts: tuple[str, ...] = ()
    swapped: Point | None = None


class Surveyor:
    """Looks at points; safe from any thread where what it asks is.

    `findings` are those of an office's position (PositionChecks.findings), `towns` the nearest to a latitude and
    longitude, nearest first, as many as asked for (Gazetteer.nearest), `country_at` the code of the country there
    (Outlines.country_at).
    """

    def __init__(
        self,
        findings: Callable[[Office], Sequence[Finding]],
        towns: Callable[[float, float, int], Sequence[Candidate]],
        country_at: Callable[[float, float], str | None],
    ) -> None:
        self._findings, self._towns, self._country_at = findings, towns, country_at

    def survey(self, office: Office, point: Point) -> Surroundings:
        """Returns what is around a point, and what is doubtful about an office's being there."""
        placed = replace(office, position=Position(*point, Precision.MANUAL))
        findings = (*position_findings(placed.position), *self._findings(placed))
        swapped = next((f.suggestion for f in findings if f.code == "position_swapped"), "")
        place = read_position(swapped)
        doubts = [finding.message for finding in findings]
        city = office.address.city
        town = self._town_near(place.point, city) if place else None
        if place is not None and town is not None:
            doubts.append(f"That would be {_away(place.point, town)} {town.name}.")
        return Surroundings(self._where(point, city), tuple(doubts), place.point if place else None)

    def _where(self, point: Point, city: str) -> str:
        town = self._town_near(point, city)
        code = self._country_at(*point)
        if town is not None and code is None and great_circle_km(point, town.position.point) <= _SHORE_KM:
            code = town.country
        if town is not None and town.country == code:
            is_in = great_circle_km(point, town.position.point) < _IN_TOWN_KM
            return f"{'In' if is_in else _away(point, town)} {town.label}"
        land = "In the sea" if code is None else f"In {country_in_sentence(code) or 'disputed land'}"
        return f"{land}, {_away(point, town)} {town.label}" if town is not None else land

    def _town_near(self, point: Point, city: str) -> Candidate | None:
        towns = self._towns(*point, _NEARBY)
        nearby = [town for town in towns if great_circle_km(point, town.position.point) <= _NEARBY_KM]
        own = [town for town in nearby if fold(town.name) == fold(city)]
        return max(own or nearby, key=attrgetter("population")) if nearby else next(iter(towns), None)


def _away(point: Point, town: Candidate) -> str:
    return f"{distance_text(great_circle_km(point, town.position.point))} from"
