"""Web Mercator in world units: the whole world is the square from (0, 0), north-west, to (1, 1).

Spherical Mercator as EPSG:3857 has it, cut off where the square ends, at 85.0511 degrees.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

MAX_LATITUDE = math.degrees(math.atan(math.sinh(math.pi)))
"""The latitude at which the world's square ends, 85.0511 degrees."""

EQUATOR_KM = 40_075.016_686
"""The length of the equator in kilometres, WGS 84."""


def is_on_map(latitude: float | None, longitude: float | None) -> bool:
    """Tells whether the two are a latitude and a longitude in degrees that a map can show.

    Latitudes beyond the square's end are shown at its end; NaN, infinity and what no degrees
    can be are not shown.
    """
    return latitude is not None and longitude is not None and abs(latitude) <= 90.0 and abs(longitude) <= 180.0


def to_world(latitude: float, longitude: float) -> tuple[float, float]:
    """Returns the world units of a point in degrees; x wraps into 0 to 1, y is held to 0 to 1.

    Raises ValueError for NaN and infinity.
    """
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise ValueError(f"({latitude}, {longitude}) is no point on the earth")
    return wrapped((longitude + 180.0) / 360.0), y_of(latitude)


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """Returns latitude and longitude of a point in world units, the longitude from -180 up to 180.

    Raises ValueError for NaN and infinity.
    """
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError(f"({x}, {y}) is no point on the map")
    held = min(max(y, 0.0), 1.0)
    return math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * held)))), wrapped(x) * 360.0 - 180.0


def y_of(latitude: float) -> float:
    """Returns the world's y of a latitude in degrees, held to 0 to 1."""
    held = math.radians(min(max(latitude, -MAX_LATITUDE), MAX_LATITUDE))
    return min(max(0.5 - math.asinh(math.tan(held)) / math.tau, 0.0), 1.0)


def wrapped(x: float) -> float:
    """Returns x moved by whole worlds to where it is at least 0 and less than 1."""
    rest = x % 1.0
    return rest if rest < 1.0 else 0.0


def nearest_copy(x: float, to: float) -> float:
    """Returns the one among x and its copies at whole worlds' distance that is nearest to `to`."""
    return x + round(to - x)


def narrowest_span(xs: Sequence[float]) -> tuple[float, float]:
    """Returns the start and the width of the narrowest span, eastwards, that has every x in it."""
    ordered = sorted({wrapped(x) for x in xs})
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    widest, start = max([*gaps, (ordered[0] + 1.0 - ordered[-1], ordered[0])])
    return start, 1.0 - widest


def kilometres_per_world(y: float) -> float:
    """Returns how many kilometres one world unit is, along the parallel at y."""
    latitude, _ = to_degrees(0.0, y)
    return EQUATOR_KM * math.cos(math.radians(latitude))
