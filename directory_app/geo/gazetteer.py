"""The gazetteer: towns of the world, found offline by name and by position."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Self

from directory_app.geo.candidate import Candidate, Match, PlaceQuery
from directory_app.geo.distance import nearest
from directory_app.geo.fold import fold, spellings, without_compass, without_sector
from directory_app.geo.gazetteer_file import GazetteerFile, PlaceRow, Scope
from directory_app.model.place import Position, Precision, great_circle_km, is_point

SOURCE = "GeoNames"

_DISTRICT_KM = 40
"""A district is one of the town's if it lies no further from its centre."""
_LARGE_TOWN = 100_000
"""Only of larger towns is a part, such as "South Jakarta", looked for under the town's name."""
_SHORTEST_PREFIX = 3
_HALFWAY_ROUND_KM = 20_100


class Gazetteer:
    """Finds towns; may be used from several threads, and is closed by `close` or a with statement.

    Raises MissingResourceError, now or later, where the file is missing, damaged or of another format.
    """

    def __init__(self, path: Path) -> None:
        self._file = GazetteerFile(path)
        self._postal_patterns = lru_cache(self._file.postal_patterns)
        self._scope = lru_cache(1000)(self._scope_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; closing twice does no harm."""
        self._file.close()

    def find(self, query: PlaceQuery, limit: int = 10) -> list[Candidate]:
        """Returns the places that may be meant, best first, and none outside the country if one is given.

        Where no town is found, the area or the country answers, and says so.
        """
        scope = self._scope(query.country)
        if scope is None or limit < 1:
            return []
        return self.towns(query, limit) or _told_apart(self._coarse(query, scope, self._wanted(query, scope))[:limit])

    def towns(self, query: PlaceQuery, limit: int = 10) -> list[Candidate]:
        """Returns the towns and parts of towns that may be meant, best first, none outside the country if one is given.

        Those in the state or postal code area asked for come first, then exact names before alternate ones,
        then large places before small ones.
        """
        scope = self._scope(query.country)
        if scope is None or limit < 1:
            return []
        wanted = self._wanted(query, scope)
        towns = self._named(query.city, scope, wanted, Precision.TOWN)
        parts = self._named(query.district, scope, wanted, Precision.DISTRICT)
        if query.city.strip():
            parts = [part for part in parts if towns and _is_near(part, towns[0])]
        ids = {part.geoname_id for part in parts}
        return _told_apart((parts + [town for town in towns if town.geoname_id not in ids])[:limit])

    def nearest(self, latitude: float, longitude: float, count: int = 1) -> list[Candidate]:
        """Returns the nearest towns, nearest first; none if that is no point."""
        here = (latitude, longitude)
        if not is_point(here) or count < 1:
            return []
        reach, found = 10.0, nearest(here, self._file.around(here, 10.0), count)
        while reach < _HALFWAY_ROUND_KM and (len(found) < count or found[-1][1] > reach):
            reach = found[-1][1] * 1.01 if len(found) >= count else reach * 2
            found = nearest(here, self._file.around(here, reach), count)
        places = self._file.places([number for number, _ in found])
        return _told_apart([_candidate(place, Precision.TOWN) for place in places])

    def country_code(self, text: str) -> str:
        """Returns the ISO 3166-1 alpha-2 code of a country named or coded in any usual form; empty if unknown."""
        folded = fold(text)
        return self._file.country_code(folded) or self._file.country_code(folded.removeprefix("the "))

    def is_area(self, text: str, country: str = "") -> bool:
        """Returns whether a state, province or the like has that name, in the country if one is given."""
        scope = self._scope(country)
        return scope is not None and bool(self._areas(text, scope))

    def postal_areas(self, postal_code: str, country: str) -> frozenset[int]:
        """Returns the numbers of the areas that a postal code may be in; none where that is not known."""
        scope = self._scope(country) if postal_code.strip() else None
        return self._postal_areas(postal_code, scope) if scope is not None else frozenset()

    def _wanted(self, query: PlaceQuery, scope: Scope) -> frozenset[int]:
        return self._areas(query.state, scope) or self._postal_areas(query.postal_code, scope)

    def _scope_of(self, country: str) -> Scope | None:
        return self._file.country(fold(country).upper()) if country.strip() else Scope()

    def _named(self, text: str, scope: Scope, wanted: frozenset[int], precision: Precision) -> list[Candidate]:
        """Returns the places of that name, ranked; only towns are found by part of it."""
        folded = fold(text)
        lookups = self._lookups(folded, scope, in_full=precision is not Precision.TOWN)
        match, places = next((found for found in lookups if found[1]), (Match.NONE, []))
        candidates = []
        for place in places:
            is_main = match is Match.ALTERNATE and fold(place.name) == folded
            candidates.append(_candidate(place, precision, Match.MAIN if is_main else match, place.area in wanted))
        return sorted(candidates, key=_rank)

    def _lookups(self, folded: str, scope: Scope, in_full: bool) -> Iterator[tuple[Match, list[PlaceRow]]]:
        """Yields what each way to look finds, the strictest first; whoever has enough stops."""
        if not folded:
            return
        yield Match.ALTERNATE, self._file.named(folded, scope)
        for spelling in spellings(folded):
            yield Match.SPELLING, self._file.named(spelling, scope)
        if in_full:
            return
        whole_town = without_sector(folded)
        if whole_town != folded:
            yield Match.SPELLING, self._file.named(whole_town, scope)
        if len(folded) >= _SHORTEST_PREFIX:
            yield Match.PREFIX, self._file.beginning(folded, scope)
        whole = self._file.named(without_compass(folded), scope)
        yield Match.PART, [place for place in whole if place.population >= _LARGE_TOWN]

    def _areas(self, state: str, scope: Scope) -> frozenset[int]:
        folded = fold(state)
        if not folded:
            return frozenset()
        found = (self._file.areas(text, scope) for text in (folded, *spellings(folded)))
        return next(filter(None, found), frozenset())

    def _postal_areas(self, postal_code: str, scope: Scope) -> frozenset[int]:
        code = re.sub(r"\s", "", postal_code).upper()
        if not code or scope.country is None:
            return frozenset()
        return frozenset(area for area, pattern in self._postal_patterns(scope) if pattern.match(code))

    def _coarse(self, query: PlaceQuery, scope: Scope, wanted: frozenset[int]) -> list[Candidate]:
        """Returns the areas asked for, or else the country.

        An area of another level than the gazetteer's, such as a county, answers with the town of its name.
        """
        if wanted:
            chiefs = [_candidate(place, Precision.AREA, Match.NONE, True) for place in self._file.chiefs(wanted)]
            asked = fold(query.state)
            if asked and all(asked not in (fold(chief.area), *spellings(fold(chief.area))) for chief in chiefs):
                towns = self._named(query.state, scope, wanted, Precision.AREA)
                if towns and towns[0].area_agrees:
                    return towns[:1]
            return [_as_area(chief) for chief in sorted(chiefs, key=_rank)]
        if scope.country is None:
            return []
        capitals = [_candidate(place, Precision.COUNTRY) for place in self._file.places([scope.capital])]
        return [replace(c, label=scope.name, name=scope.name, area="", population=0, geoname_id=0) for c in capitals]


def _candidate(
    place: PlaceRow, precision: Precision, match: Match = Match.NONE, area_agrees: bool = False
) -> Candidate:
    return Candidate(
        position=Position(*place.point, precision, SOURCE),
        label=f"{place.name}, {place.country_name}",
        timezone=place.timezone,
        country=place.country,
        name=place.name,
        area=place.area_name,
        population=place.population,
        match=match,
        area_agrees=area_agrees,
        geoname_id=place.geoname,
    )


def _as_area(chief: Candidate) -> Candidate:
    name = chief.area or chief.name
    return replace(chief, label=name + chief.label.removeprefix(chief.name), name=name, population=0, geoname_id=0)


def _rank(candidate: Candidate) -> tuple[bool, Match, int, int]:
    return not candidate.area_agrees, candidate.match, -candidate.population, candidate.geoname_id


def _is_near(part: Candidate, town: Candidate) -> bool:
    apart = great_circle_km(part.position.point, town.position.point)
    return part.country == town.country and apart <= _DISTRICT_KM


def _told_apart(candidates: list[Candidate]) -> list[Candidate]:
    """Returns the candidates; where labels would be equal they name the area too."""
    labels = Counter(candidate.label for candidate in candidates)
    return [
        replace(c, label=c.label.replace(c.name, f"{c.name}, {c.area}", 1)) if labels[c.label] > 1 and c.area else c
        for c in candidates
    ]
