"""Whether an office can be where the directory puts it."""

from dataclasses import replace
from functools import lru_cache

from directory_app.geo.candidate import Candidate, Match, PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate
from directory_app.geo.not_placed import reason_not_placed
from directory_app.geo.outlines import Outlines
from directory_app.geo.placing import unambiguous
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_in_sentence
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Office, Status
from directory_app.model.place import Point, Position, Precision, great_circle_km, is_point

_FIELD = "position"
_SHORE_KM = 5.0
_BORDER_KM = 10.0
"""How far a point may be over a border: outlines are coarser than the world, and some are disputed."""
_NEXT_TOWN_KM = 20.0
"""How far the next town may be to tell whose land it is, as for lands that are disputed or drawn with another."""
_TOWN_KM = 50.0
_COARSE = frozenset({Precision.AREA, Precision.COUNTRY})
_OF_ONE_NAME = 500
"""No country has so many towns of one name."""
_REMEMBERED = 5_000

# Lands with a code of their own that are also called by that of another country, be it their own or not.
_ALSO_OF = {
    "AU": "CC CX HM NF",
    "CN": "HK MO TW",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    "IL": "PS",
    "MA": "EH",
    "NL": "AW BQ CW SX",
    "NO": "BV SJ",
    "NZ": "CK NU TK",
    "RS": "XK",
    "US": "AS GU MP PR UM VI",
}


class PositionChecks:
    """Compares positions with the outlines of countries and with the towns of the gazetteer; safe from any thread."""

    def __init__(self, outlines: Outlines, gazetteer: Gazetteer) -> None:
        self._outlines, self._gazetteer = outlines, gazetteer
        self._towns = lru_cache(_REMEMBERED)(self._look_up)

    def findings(self, office: Office) -> tuple[Finding, ...]:
        """Returns what is doubtful about an office's position; at most one doubt, the gravest."""
        place, country = office.position, office.address.country.upper()
        if place is None:
            return () if office.status is Status.CLOSED else (self._not_on_map(office),)
        if place.point == (0.0, 0.0):
            return ()  # doubtful by itself already
        doubt = self._doubt_about_country(place, country) or self._far_from_town(office, place)
        return (doubt,) if doubt else ()

    def _not_on_map(self, office: Office) -> Finding:
        found = self._located(office.address)
        place = _proposal(found)
        message = f"It is not on the map. {reason_not_placed(office, found)}"
        return Finding("not_on_map", _FIELD, message, place, level=Level.NOTE)

    def _located(self, address: PostalAddress) -> list[Candidate]:
        return locate(self._gazetteer, address) if address.country else []

    def _doubt_about_country(self, place: Position, country: str) -> Finding | None:
        point = place.point
        if not _is_on_earth(point):
            return self._swapped(place, country, "no place on earth")
        if country and self._outlines.is_in(country, *point, _BORDER_KM):
            return None
        if self._is_at_sea(point):
            swapped = self._swapped(place, country, "at sea")
            message = "The position is at sea, far from any shore."
            return swapped or Finding("position_at_sea", _FIELD, message, about=_written(point))
        there = self._outlines.country_at(*point)
        if (
            not country_in_sentence(country)
            or not there
            or there in _ALSO_OF.get(country, "")
            or self._has_towns_of(country, point)
        ):
            return None  # it is not known whose it is, or that is disputed
        where = f"in {country_in_sentence(there)}"
        message = f"The position is {where}; the office is in {country_in_sentence(country)}."
        swapped = self._swapped(place, country, where)
        return swapped or Finding("position_other_country", _FIELD, message, about=_written(point))

    def _swapped(self, place: Position, country: str, where: str) -> Finding | None:
        """Returns the doubt that latitude and longitude have changed places, if that puts it into the right country."""
        swapped = (place.longitude, place.latitude)
        if not country or not _is_on_earth(swapped) or not self._outlines.is_in(country, *swapped, _SHORE_KM):
            return None
        right = country_in_sentence(country)
        message = f"The position is {where}; with latitude and longitude swapped it is in {right}, as the office is."
        return Finding("position_swapped", _FIELD, message, _written(swapped), _written(place.point))

    def _is_at_sea(self, point: Point) -> bool:
        """Tells whether there is neither a shore near, as far as it is drawn, nor a town on an island that is not."""
        return not self._outlines.is_land(*point, _SHORE_KM) and not self._towns_near(point, _SHORE_KM)

    def _has_towns_of(self, country: str, point: Point) -> bool:
        return country in {town.country for town in self._towns_near(point, _NEXT_TOWN_KM)}

    def _towns_near(self, point: Point, within_km: float) -> list[Candidate]:
        towns = self._gazetteer.nearest(*point, count=3)
        return [town for town in towns if great_circle_km(town.position.point, point) <= within_km]

    def _far_from_town(self, office: Office, place: Position) -> Finding | None:
        query = _town_of(office.address)
        if place.precision in _COARSE or not _is_on_earth(place.point) or not (query.country and query.city):
            return None
        apart: list[float] = []
        for country in (query.country, *_ALSO_OF.get(query.country, "").split()):
            apart += [great_circle_km(place.point, town) for town in self._towns(replace(query, country=country))]
            if apart and min(apart) <= _TOWN_KM:
                return None
        if not apart:
            return None
        message = f"The position is {min(apart):,.0f} km from {query.city}, the town of its address."
        place_of_town = "" if place.precision is Precision.MANUAL else _proposal(self._located(office.address))
        return Finding("position_far_from_town", _FIELD, message, place_of_town, _written(place.point))

    def _look_up(self, query: PlaceQuery) -> tuple[Point, ...]:
        """Returns where the towns of that name are; those of the state or postal code, if there are any there."""
        found = [town for town in self._gazetteer.find(query, _OF_ONE_NAME) if _is_town(town)]
        agreeing = [town for town in found if town.area_agrees]
        return tuple(town.position.point for town in agreeing or found)


def _town_of(address: PostalAddress) -> PlaceQuery:
    return PlaceQuery(city=address.city, state=address.state, country=address.country.upper())


def _is_town(candidate: Candidate) -> bool:
    return candidate.match <= Match.SPELLING and candidate.position.precision not in _COARSE


def _is_on_earth(point: Point) -> bool:
    return is_point(point) and abs(point[1]) <= 180


def _proposal(found: list[Candidate]) -> str:
    """Returns the coordinates at which a save would place an office, if anywhere."""
    best = unambiguous(found)
    return _written(best.position.point) if best else ""


def _written(point: Point) -> str:
    return f"{point[0]}, {point[1]}"
