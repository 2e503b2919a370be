"""Offices put on the map by the hundred thousand: each place is looked up once."""

from dataclasses import replace
from functools import lru_cache

from directory_app.geo.candidate import Candidate, PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import is_coarse, locate
from directory_app.geo.placing import spot, unambiguous
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Position

_REMEMBERED = 10_000

_Town = tuple[str, str, str, str, frozenset[int]]
"""Town, district, state, country, and the areas that the postal code may be in."""

_Found = tuple[tuple[Candidate, ...], bool]


class Placer:
    """Places offices as a save does."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._only_one = lru_cache(_REMEMBERED)(self._find_only_one)
        self._in_areas: dict[_Town, _Found] = {}
        self._text = lru_cache(_REMEMBERED)(self._look_up)

    def spot(self, office: Office, before: Office | None) -> tuple[Position | None, str]:
        """Returns the place of an office's address and its time zone; of one placed by hand, what they are."""
        return spot(office, before, self._candidates)

    def _candidates(self, office: Office) -> tuple[Candidate, ...]:
        """Returns the one place that may be meant, if any.

        Hardly two offices have the same postal code, of which only the area counts, and that where there
        are several towns of the name; or the same street, which is read where there is none.
        """
        address = office.address
        if only := self._only_one(address.city, address.district, address.state, address.country):
            return only
        areas = self._gazetteer.postal_areas(address.postal_code, address.country)
        town = (address.city, address.district, address.state, address.country, areas)
        if town not in self._in_areas:
            self._in_areas[town] = self._look_up(replace(address, lines=(), published=""))
        found, is_town = self._in_areas[town]
        return found if is_town else self._text(address)[0]

    def _find_only_one(self, city: str, district: str, state: str, country: str) -> tuple[Candidate, ...]:
        found = self._gazetteer.find(PlaceQuery(city, district, state, "", country))
        return tuple(found) if len(found) == 1 and not is_coarse(found) else ()

    def _look_up(self, address: PostalAddress) -> _Found:
        """Returns the one place that may be meant, if any, and whether towns were found at all."""
        found = locate(self._gazetteer, address)
        best = unambiguous(found)
        return (best,) if best else (), not is_coarse(found)
