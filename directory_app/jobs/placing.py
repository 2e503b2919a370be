"""Offices put on the map by the hundred thousand: each place is looked up once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from directory_app.geo.candidate import Candidate, PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import towns_in_text
from directory_app.geo.placing import spot, unambiguous
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Position

_REMEMBERED = 10_000

_Found = tuple[Candidate, ...]


class Placer:
    """Places offices as a save does."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._towns = lru_cache(_REMEMBERED)(self._find_towns)
        self._in_areas: dict[tuple[PlaceQuery, frozenset[int]], _Found] = {}
        self._in_text = lru_cache(_REMEMBERED)(self._find_in_text)

    def spot(self, office: Office, before: Office | None) -> tuple[Position | None, str]:
        """Returns the place of an office's address and its time zone; of one placed by hand, what they are."""
        return spot(office, before, self._candidates)

    def _candidates(self, office: Office) -> _Found:
        """Returns the one place that may be meant, if any.

        Hardly two offices have the same postal code, of which only the area counts, and that where there
        are several towns of the name; or the same street, which is read where there is none.
        """
        address = office.address
        town = PlaceQuery(address.city, address.district, address.state, "", address.country)
        found = self._towns(town)
        if not found:
            return self._in_text(address)
        if len(found) == 1 or not address.postal_code:
            return found
        areas = self._gazetteer.postal_areas(address.postal_code, address.country)
        if (town, areas) not in self._in_areas:
            by_area = self._gazetteer.towns(replace(town, postal_code=address.postal_code))
            self._in_areas[town, areas] = _only(by_area)
        return self._in_areas[town, areas]

    def _find_towns(self, town: PlaceQuery) -> _Found:
        return tuple(self._gazetteer.towns(town))

    def _find_in_text(self, address: PostalAddress) -> _Found:
        return _only(towns_in_text(self._gazetteer, address))


def _only(found: Sequence[Candidate]) -> _Found:
    best = unambiguous(found)
    return (best,) if best else ()
