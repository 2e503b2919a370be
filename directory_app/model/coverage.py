"""Which office serves which country."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from directory_app.model.countries import country_name
from directory_app.model.country_borders import neighbours
from directory_app.model.office import Kind, Status, Summary

_FIRST_TO_ASK = (
    Kind.OFFICE,
    Kind.REGIONAL_SECRETARIAT,
    Kind.WORLD_SECRETARIAT,
    Kind.PROJECT_OFFICE,
    Kind.CENTRE,
    Kind.FOUNDATION,
)


class Coverage:
    """Who serves which country, read off the active offices; closed ones serve none.

    Offices of one country are asked in the order of their kinds (a country's own office before a
    secretariat), else in the order in which they are given.
    """

    def __init__(self, offices: Iterable[Summary]) -> None:
        asked = sorted(
            (office for office in offices if office.status is Status.ACTIVE),
            key=lambda office: _FIRST_TO_ASK.index(office.kind),
        )
        in_it: dict[str, list[UUID]] = {}
        for office in asked:
            in_it.setdefault(_code(office.country), []).append(office.id)
        self._in_charge = {code: ids for code, ids in in_it.items() if code}
        for office in asked:
            for country in _served(office):
                serving = self._in_charge.setdefault(country, [])
                if office.id not in serving:
                    serving.append(office.id)

    def in_charge(self, country: str) -> tuple[UUID, ...]:
        """Returns who serves a country, ISO 3166-1 alpha-2: the offices in it first, then those that list it."""
        return tuple(self._in_charge.get(_code(country), ()))

    def countries(self) -> tuple[str, ...]:
        """Returns the countries that somebody serves, in the order of their codes."""
        return tuple(sorted(self._in_charge))

    def first_in_charge(self) -> Mapping[str, UUID]:
        """Returns the office that is first in charge of each country that is served."""
        return {country: self._in_charge[country][0] for country in self.countries()}

    def colouring(self, groups: int) -> Mapping[str, int]:
        """Returns a group below `groups` for each country that is served, by the office that is first in charge.

        The countries of one office have one group. No two offices share one while there are enough; where
        there are not, those whose countries border each other are kept apart first. Six groups are always
        enough for that where each office serves one piece of the map.
        """
        first = self.first_in_charge()
        beside, countries = _offices_beside(first), Counter(first.values())
        chosen: dict[UUID, int] = {}
        used: Counter[int] = Counter()
        for office in _fewest_before(beside, countries):
            taken = {chosen[other] for other in beside[office] if other in chosen}
            group = min(range(max(groups, 1)), key=lambda group: (group in taken, used[group], group))
            chosen[office] = group
            used[group] += countries[office]  # so that large areas far apart do not look like one
        return {country: chosen[office] for country, office in first.items()}


def _served(office: Summary) -> tuple[str, ...]:
    codes = (_code(country) for country in (office.country, *office.covers))
    return tuple(dict.fromkeys(code for code in codes if code))


def _code(country: str) -> str:
    code = country.strip().upper()
    return code if len(code) == 2 and country_name(code) else ""


def _fewest_before(beside: Mapping[UUID, set[UUID]], countries: Mapping[UUID, int]) -> list[UUID]:
    """Returns the offices in an order in which none has many of its neighbours before it, on a flat map at most five.

    Among equals, those with most countries come first. Matula and Beck, Smallest-last ordering and clustering and
    graph coloring algorithms, 1983.
    """
    left = {office: set(others) for office, others in beside.items()}
    last_first = []
    while left:
        office = min(left, key=lambda office: (len(left[office]), countries[office]))
        for other in left.pop(office):
            left[other].discard(office)
        last_first.append(office)
    return last_first[::-1]


def _offices_beside(first: Mapping[str, UUID]) -> dict[UUID, set[UUID]]:
    """Returns each office that is in charge with the others whose countries border on its own."""
    beside: dict[UUID, set[UUID]] = {}
    for country, office in first.items():
        others = {first[other] for other in neighbours().get(country, ()) if other in first}
        beside.setdefault(office, set()).update(others - {office})
    return beside
