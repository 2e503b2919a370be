"""Distances and directions as people say them."""

from math import ceil, floor, isfinite, log10

from directory_app.geo.distance import compass

_IN_MILES = frozenset({"US", "GB", "LR", "MM"})
"""United States, United Kingdom, Liberia and Myanmar, whose road signs are in miles."""
_KM_A_MILE = 1.609344
_FROM_HERE_TENS = 1000
"""From so many kilometres or miles on, nobody counts single ones."""
_SURE_SHARE = 0.02
"""What may be missing from a distance without anybody missing it; it turns the direction by one degree at most."""

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


def distance_text(kilometres: float, *, miles: bool = False, unsure_km: float = 0.0) -> str:
    """Returns a distance such as "850 m", "3.4 km", "1,240 km" or "0.5 mi", and never more than is known of it.

    It is rounded to ten metres below one kilometre, to tenths below ten kilometres or miles, to tens above
    a thousand; "" for what is no distance. Where it may be `unsure_km` less or more, it is rounded no finer than
    that: "430 km", "about 30 km" or, where the two may as well be in one place, "within 20 km".
    """
    if not isfinite(kilometres) or kilometres < 0:
        return ""
    a_unit = _KM_A_MILE if miles else 1.0
    number, unsure = kilometres / a_unit, unsure_km / a_unit
    if unsure <= 0:
        return _written(number, miles)
    if number <= unsure:
        return f"within {_written(_rounded_up(number + unsure), miles)}"
    step = _step_below(unsure)
    about = "" if is_sure(kilometres, unsure_km) else "about "
    return about + _written(round(number / step) * step, miles)


def is_sure(kilometres: float, unsure_km: float) -> bool:
    """Tells whether a distance, and the direction to there, can be told as if the two places were known exactly."""
    return unsure_km <= kilometres * _SURE_SHARE


def direction_name(bearing: float) -> str:
    """Returns the nearest of the eight winds in words, such as "north-east"; "" where there is no direction."""
    return _direction(bearing)[1]


def direction_text(bearing: float, *, degrees: bool = True) -> str:
    """Returns a bearing, in degrees clockwise from north, such as "↗ north-east, 45°"; "" where there is none."""
    arrow, name = _direction(bearing)
    if not name:
        return ""
    return f"{arrow} {name}, {round(bearing) % 360}°" if degrees else f"{arrow} {name}"


def _direction(bearing: float) -> tuple[str, str]:
    return _DIRECTIONS.get(compass(bearing), ("", ""))


def _written(number: float, miles: bool) -> str:
    """Returns a number of kilometres or miles with its unit, or one of metres below one kilometre."""
    if miles:
        return f"{_rounded(number)} mi" if number >= 1 / 20 else "under 0.1 mi"
    metres = round(number * 100) * 10
    if metres < 1000:
        return f"{metres} m" if metres else "under 10 m"
    return f"{_rounded(number)} km"


def _step_below(number: float) -> float:
    """Returns the largest of ... 0.5, 1, 5, 10 ... that is not above a number."""
    power: float = 10.0 ** floor(log10(number))
    return 5 * power if number >= 5 * power else power


def _rounded_up(number: float) -> float:
    """Returns the next number with a single digit other than nought."""
    power: float = 10.0 ** floor(log10(number))
    return ceil(number / power - 1e-9) * power


def _rounded(number: float) -> str:
    tenths = round(number, 1)
    if tenths < 10:
        return f"{tenths:g}"
    whole = round(number)
    return f"{whole if whole < _FROM_HERE_TENS else round(number / 10) * 10:,}"
