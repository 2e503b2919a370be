"""Distances and directions on the earth, for points in WGS 84 degrees.

Whatever is no point (not a number, infinite, a latitude beyond a pole) has a distance and a bearing of NaN.
A longitude counts modulo 360.
"""

import heapq
from collections.abc import Hashable, Iterable
from math import atan2, cos, degrees, isfinite, isnan, nan, radians, sin
from typing import TypeVar

from directory_app.model.place import Point, degrees_east, great_circle_km, is_point

Id = TypeVar("Id", bound=Hashable)

_WINDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def geodesic_km(a: Point, b: Point) -> float:
    """Returns the distance in kilometres on the WGS 84 ellipsoid, exact to less than a metre."""
    if not (is_point(a) and is_point(b)):
        return nan
    from geopy.distance import geodesic

    return float(geodesic((a[0], 0.0), (b[0], degrees_east(a, b))).kilometers)


def bearing(a: Point, b: Point) -> float:
    """Returns the direction in which the great circle from a to b sets out: degrees clockwise from north, below 360.

    It is 0 where the two are one point; from a pole, directions are those along the pole's given longitude.
    """
    if not (is_point(a) and is_point(b)):
        return nan
    north, south, east = radians(a[0]), radians(b[0]), radians(degrees_east(a, b))
    along_x = sin(east) * cos(south)
    along_y = cos(north) * sin(south) - sin(north) * cos(south) * cos(east)
    turned = degrees(atan2(along_x, along_y)) % 360
    return 0.0 if a == b or turned >= 360 else turned


def compass(degrees_from_north: float) -> str:
    """Returns the nearest of the eight winds, such as "NE"; empty where there is no direction."""
    if not isfinite(degrees_from_north):
        return ""
    return _WINDS[round(degrees_from_north % 360 / 45) % 8]


def nearest(point: Point, items: Iterable[tuple[Id, float, float]], count: int) -> list[tuple[Id, float]]:
    """Returns the ids of the nearest items with their great-circle distances in kilometres, nearest first.

    Items are (id, latitude, longitude); those that are nowhere are left out.
    """
    distances = ((great_circle_km(point, (latitude, longitude)), id_) for id_, latitude, longitude in items)
    known = ((kilometres, id_) for kilometres, id_ in distances if not isnan(kilometres))
    return [(id_, kilometres) for kilometres, id_ in heapq.nsmallest(max(count, 0), known, key=_kilometres)]


def _kilometres(pair: tuple[float, object]) -> float:
    return pair[0]
