"""The gazetteer with the interface of geopy's geocoders; imported only where that is wanted, for geopy is slow."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from directory_app.geo.candidate import Candidate, PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate_text


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no annotations
    """Geocodes offline, to the town; the gazetteer stays the caller's, who closes it.

    A location's `raw` has the keys label, name, area, country, timezone, precision, source, population, match
    and geoname_id.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        limit: int = 10,
        country_codes: str | Sequence[str] | None = None,
        timeout: object = None,
    ) -> Any:
        """Returns the best Location or, unless `exactly_one`, a list of them; None where there is none.

        `query` is a text, or a mapping with street, city, county, state, country and postalcode as geopy's
        Nominatim takes it; `country_codes` are ISO 3166-1 alpha-2. Nothing is waited for, so `timeout` is not used.
        """
        codes = [country_codes] if isinstance(country_codes, str) else list(country_codes or [""])
        if isinstance(query, str):
            found = [locate_text(self._gazetteer, query, code, limit) for code in codes]
        else:
            found = [self._structured(query, code, limit) for code in codes]
        return _answer(chain.from_iterable(found), exactly_one, limit)

    def reverse(self, query: object, *, exactly_one: bool = True, limit: int = 10, timeout: object = None) -> Any:
        """Returns the nearest town's Location or, unless `exactly_one`, a list of several.

        `query` is whatever geopy's Point reads; raises ValueError if that is no point.
        """
        point = Point(query)
        nearest = self._gazetteer.nearest(point.latitude, point.longitude, 1 if exactly_one else limit)
        return _answer(nearest, exactly_one, limit)

    def _structured(self, parts: Mapping[str, str], code: str, limit: int) -> list[Candidate]:
        named = parts.get("country", "")
        country = self._gazetteer.country_code(named) if named.strip() else code
        if (named.strip() and not country) or code.upper() not in ("", country.upper()):
            return []
        state = parts.get("state", "") or parts.get("county", "")
        query = PlaceQuery(
            city=parts.get("city", ""), state=state, postal_code=parts.get("postalcode", ""), country=country
        )
        return self._gazetteer.find(query, limit)


def _answer(candidates: Iterable[Candidate], exactly_one: bool, limit: int) -> Any:
    locations = [_location(candidate) for candidate in candidates][:limit]
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _location(candidate: Candidate) -> Location:
    raw: dict[str, Any] = {
        "label": candidate.label,
        "name": candidate.name,
        "area": candidate.area,
        "country": candidate.country,
        "timezone": candidate.timezone,
        "precision": candidate.position.precision.value,
        "source": candidate.position.source,
        "population": candidate.population,
        "match": candidate.match.name.lower(),
        "geoname_id": candidate.geoname_id,
    }
    return Location(candidate.label, (candidate.position.latitude, candidate.position.longitude), raw)
