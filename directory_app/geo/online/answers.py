"""A server's answer read: which of its places may be meant, and how much each one says."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.online.territories import country_of
from directory_app.model.address import PostalAddress
from directory_app.model.folding import fold
from directory_app.model.place import Point, Position, Precision

SOURCE = "OpenStreetMap"

ZoneAt = Callable[[Point], str]
"""The IANA zone of a point, "" where there is none."""

GOOD_ENOUGH = frozenset({Precision.ROOFTOP, Precision.STREET})
"""Precisions that a person standing before the door would call found."""
_TOWN_KEYS = ("city", "town", "village", "hamlet", "municipality", "city_district", "borough", "suburb", "county")

_PRECISIONS = {
    "country": Precision.COUNTRY,
    **dict.fromkeys(("state", "region", "province", "state_district", "county", "island"), Precision.AREA),
    **dict.fromkeys(("archipelago", "administrative", "political"), Precision.AREA),
    **dict.fromkeys(("city", "town", "village", "hamlet", "municipality", "isolated_dwelling"), Precision.TOWN),
    **dict.fromkeys(("suburb", "city_district", "district", "borough", "quarter", "locality"), Precision.DISTRICT),
    **dict.fromkeys(("neighbourhood", "city_block", "residential", "subdivision", "croft"), Precision.DISTRICT),
    **dict.fromkeys(("postcode", "postal_code"), Precision.POSTCODE),
    **dict.fromkeys(("road", "square", "footway", "pedestrian", "path"), Precision.STREET),
}
"""By what a place is, as its `addresstype`."""
_ALONG_STREETS = frozenset({"highway", "railway", "public_transport", "barrier", "power", "man_made", "natural"})
"""Kinds of points that stand somewhere in a street and are nobody's address."""
_RANKS = (
    (28, Precision.ROOFTOP),
    (26, Precision.STREET),
    (20, Precision.DISTRICT),
    (13, Precision.TOWN),
    (5, Precision.AREA),
)
"""The least `place_rank` of a precision, as Nominatim's manual has them under "Place ranking"."""


def candidates_of(places: Iterable[Mapping[str, Any]], address: PostalAddress, zone_at: ZoneAt) -> list[Candidate]:
    """Returns a server's places as candidates in its order, those in another country than the address left out."""
    country = address.country.upper()
    found = [_candidate(place, address, zone_at) for place in places]
    return [candidate for candidate in found if candidate.country == country]


def acceptable(candidates: Iterable[Candidate], country: str) -> Candidate | None:
    """Returns the candidate that needs nobody's eye: the only one in its country, to the street or better."""
    there = [candidate for candidate in candidates if country and candidate.country == country.upper()]
    if len(there) == 1 and there[0].position.precision in GOOD_ENOUGH:
        return there[0]
    return None


def precision_of(place: Mapping[str, Any]) -> Precision:
    """Returns how much of an address a place stands for, from its kind and, where that says nothing, its rank."""
    kind = str(place.get("addresstype") or "")
    category, type_ = str(place.get("category") or place.get("class") or ""), str(place.get("type") or "")
    rank = _rank(place.get("place_rank"))
    if "postcode" in (kind, type_) or type_ == "postal_code":
        return Precision.POSTCODE
    if rank >= 28 or (rank < 0 and type_ == "house"):
        return Precision.STREET if category in _ALONG_STREETS else Precision.ROOFTOP
    if category == "highway":
        return Precision.STREET
    by_kind = _PRECISIONS.get(kind) or (_PRECISIONS.get(type_) if category == "place" else None)
    by_rank = next((precision for least, precision in _RANKS if rank >= least), Precision.COUNTRY)
    return by_kind or by_rank


def _candidate(place: Mapping[str, Any], address: PostalAddress, zone_at: ZoneAt) -> Candidate:
    details = _details(place)
    position = Position(float(place["lat"]), float(place["lon"]), precision_of(place), SOURCE)
    label = str(place["display_name"])
    towns = {fold(details[key]) for key in _TOWN_KEYS if key in details}
    is_town = bool(address.city.strip()) and fold(address.city.strip()) in towns
    return Candidate(
        position=position,
        label=label,
        timezone=zone_at(position.point),
        country=country_of(details),
        name=str(place.get("name") or label.partition(",")[0]),
        area=details.get("state", ""),
        match=Match.MAIN if is_town else Match.NONE,
        area_agrees=_area_agrees(details, address),
    )


def _area_agrees(details: Mapping[str, str], address: PostalAddress) -> bool:
    code, state = _compact(address.postal_code), fold(address.state.strip())
    return bool(code and code == _compact(details.get("postcode", ""))) or bool(
        state and state == fold(details.get("state", ""))
    )


def _compact(code: str) -> str:
    return "".join(char for char in code.upper() if char.isalnum())


def _details(place: Mapping[str, Any]) -> dict[str, str]:
    details = place.get("address")
    if not isinstance(details, Mapping):
        return {}
    return {key: value for key, value in details.items() if isinstance(value, str)}


def _rank(value: object) -> int:
    """Returns a rank from 0 to 30, -1 where there is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 30 else -1
