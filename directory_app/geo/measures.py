"""Distances and directions as people say them."""

from math import isfinite

from directory_app.geo.distance import compass

_IN_MILES = frozenset({"US", "GB", "LR", "MM"})
"""United States, United Kingdom, Liberia and Myanmar, whose road signs are in miles."""
_KM_A_MILE = 1.609344
_FROM_HERE_TENS = 1000
"""From so many kilometres or miles on, nobody counts single ones."""

_DIRECTIONS = {
    "N": ("↑", "north"),
    "NE": ("↗", "north-east"),
    "E": ("→", "east"),
    "SE": ("↘", "south-east"),
    "S": ("↓", "south"),
    "SW": ("↙", "south-west"),
    "W": ("←", "west"),
    "NW": ("↖", "north-west"),
}


def uses_miles(country: str) -> bool:
    """Returns whether people of a country, ISO 3166-1 alpha-2 in any case, give distances in miles."""
    return country.strip().upper() in _IN_MILES


def distance_text(kilometres: float, *, miles: bool = False) -> str:
    """Returns a distance such as "850 m", "3.4 km", "1,240 km" or "0.5 mi".

    It is rounded to ten metres below one kilometre, to tenths below ten kilometres or miles, to tens above
    a thousand; "" for what is no distance.
    """
    if not isfinite(kilometres) or kilometres < 0:
        return ""
    if miles:
        return f"{_rounded(kilometres / _KM_A_MILE)} mi" if kilometres >= _KM_A_MILE / 20 else "under 0.1 mi"
    metres = round(kilometres * 100) * 10
    if metres < 1000:
        return f"{metres} m" if metres else "under 10 m"
    return f"{_rounded(kilometres)} km"


def direction_name(bearing: float) -> str:
    """Returns the nearest of the eight winds in words, such as "north-east"; "" where there is no direction."""
    return _direction(bearing)[1]


def direction_text(bearing: float) -> str:
    """Returns a bearing, in degrees clockwise from north, such as "↗ north-east, 45°"; "" where there is none."""
    arrow, name = _direction(bearing)
    return f"{arrow} {name}, {round(bearing) % 360}°" if name else ""


def _direction(bearing: float) -> tuple[str, str]:
    return _DIRECTIONS.get(compass(bearing), ("", ""))


def _rounded(number: float) -> str:
    tenths = round(number, 1)
    if tenths < 10:
        return f"{tenths:g}"
    whole = round(number)
    return f"{whole if whole < _FROM_HERE_TENS else round(number / 10) * 10:,}"
