"""Questions about places and the answers to them, as values."""

from dataclasses import dataclass
from enum import IntEnum

from directory_app.model.place import Position


class Match(IntEnum):
    """How a place's name agrees with what was asked, best first."""

    MAIN = 0
    ALTERNATE = 1
    SPELLING = 2
    PREFIX = 3
    PART = 4
    NONE = 5


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """What is known of a place; `country` is ISO 3166-1 alpha-2, and every part may be empty."""

    city: str = ""
    district: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be the one meant.

    `timezone` is an IANA zone, `country` ISO 3166-1 alpha-2; `area_agrees` says whether the place lies in
    the state or postal code area asked for. A position of area or country precision is that of its chief town.
    """

    position: Position
    label: str
    timezone: str
    country: str
    name: str
    area: str = ""
    population: int = 0
    match: Match = Match.NONE
    area_agrees: bool = False
    geoname_id: int = 0
