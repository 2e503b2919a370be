"""Where an office is on the earth, how well that is known, and how far it is from another."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, fmod, isfinite, nan, radians, sin, sqrt

Point = tuple[float, float]
"""Latitude and longitude in WGS 84 degrees."""

_MEAN_RADIUS_KM = 6371.0088
"""IUGG's mean radius of the earth."""


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


RADIUS_KM = {
    Precision.STREET: 0.25,
    Precision.POSTCODE: 2.0,
    Precision.DISTRICT: 4.0,
    Precision.TOWN: 8.0,
    Precision.AREA: 60.0,
    Precision.COUNTRY: 300.0,
}
"""How far, in kilometres, an office may be from a position of a precision; those that are not here are exact."""


@dataclass(frozen=True, slots=True)
class Position:
    """A point in WGS 84 degrees, with its precision, its source, and who confirmed it."""

    latitude: float
    longitude: float
    precision: Precision = Precision.TOWN
    source: str = ""
    confirmed_by: str = ""

    @property
    def point(self) -> Point:
        """The latitude and longitude alone."""
        return self.latitude, self.longitude


def is_point(point: Point) -> bool:
    """Returns whether both numbers are finite and the latitude lies between the poles."""
    return isfinite(point[0]) and isfinite(point[1]) and -90 <= point[0] <= 90


def great_circle_km(a: Point, b: Point) -> float:
    """Returns the distance in kilometres on a sphere, within 0.6 % of the truth; NaN for what is no point.

    Quick, for ranking. A longitude counts modulo 360.
    """
    if not (is_point(a) and is_point(b)):
        return nan
    north, south = radians(a[0]), radians(b[0])
    half_height, half_width = (south - north) / 2, radians(degrees_east(a, b)) / 2
    haversine = sin(half_height) ** 2 + cos(north) * cos(south) * sin(half_width) ** 2
    return 2 * _MEAN_RADIUS_KM * asin(sqrt(min(1.0, haversine)))


def degrees_east(a: Point, b: Point) -> float:
    """Returns how many degrees of longitude b lies east of a, from -180 to 180."""
    apart = fmod(fmod(b[1], 360) - fmod(a[1], 360), 360)
    if apart > 180:
        return apart - 360
    return apart + 360 if apart < -180 else apart
