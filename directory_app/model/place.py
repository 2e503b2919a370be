"""Where an office is on the earth, and how well that is known."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How much of an address a position stands for, finest first."""

    MANUAL = "manual"
    ROOFTOP = "rooftop"
    STREET = "street"
    POSTCODE = "postcode"
    DISTRICT = "district"
    TOWN = "town"
    AREA = "area"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Position:
    """A point in WGS 84 degrees, with its precision, its source, and who confirmed it."""

    latitude: float
    longitude: float
    precision: Precision = Precision.TOWN
    source: str = ""
    confirmed_by: str = ""
