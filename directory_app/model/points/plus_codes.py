"""Plus codes, as the Open Location Code specification has them, read into the middle of the area that they name.

The package of that name ships neither annotations nor a wheel and was last released in 2019; this is the small
part of it that reading needs.
"""

import re
from math import floor

from directory_app.model.place import Point

_DIGITS = "23456789CFGHJMPQRVWX"
_CODE = re.compile(
    rf"(?<![^\s,(])((?:[{_DIGITS}]{{2}}){{1,4}})(0*)\+([{_DIGITS}]{{2,}})?(?![^\s,)])",
    re.IGNORECASE,
)
"""Digits before the sign, zeros that fill them up, digits after it."""
_FULL = 8
_PAIRS = 10
_LONGEST = 15
_ROWS, _COLUMNS = 5, 4


def plus_code_in(text: str) -> str:
    """Returns the first plus code in a text, full or short, in capitals, or "" if there is none."""
    for match in _CODE.finditer(text):
        before, zeros, after = match.groups()
        if len(before) + len(zeros) == _FULL:
            is_one = _is_on_earth(before) and not (zeros and after)
        else:
            is_one = not zeros and not match[0].replace("+", "").isdecimal()  # such as +52 or 52+73, two numbers
        if is_one:
            return match[0].upper()
    return ""


def is_short(code: str) -> bool:
    """Tells whether a plus code needs a place near it to mean one."""
    return code.index("+") < _FULL


def decoded(code: str) -> Point:
    """Returns the middle of the area of a full plus code."""
    latitude, longitude = _middle(code)
    return latitude - 90, longitude - 180


def recovered(code: str, near: Point) -> Point:
    """Returns the middle of that area of a short plus code which is nearest to a point."""
    missing = _FULL - code.index("+")
    step = 20.0 ** (2 - missing / 2)
    latitude, longitude = _middle(_DIGITS[0] * missing + code)
    south = _nearest(latitude, min(max(near[0], -90.0), 90.0) + 90, step)
    south += step if south < 0 else -step if south > 180 else 0
    return south - 90, (_nearest(longitude, near[1] + 180, step)) % 360 - 180


def _nearest(offset: float, to: float, step: float) -> float:
    """Returns the number nearest to another that is an offset beyond a multiple of the step."""
    return offset + floor((to - offset) / step + 0.5) * step


def _is_on_earth(before: str) -> bool:
    return _DIGITS.index(before[0].upper()) < 9 and _DIGITS.index(before[1].upper()) < 18


def _middle(code: str) -> Point:
    """Returns degrees north of the south pole and east of the antimeridian; whole numbers keep it exact.

    The first pair of digits counts steps of 20 degrees, each pair after it a twentieth of those before.
    """
    digits = [_DIGITS.index(digit) for digit in code.replace("+", "").rstrip("0")][:_LONGEST]
    south = west = 0
    rows = columns = 1
    for place in range(0, min(len(digits), _PAIRS), 2):
        south, west = south * 20 + digits[place], west * 20 + digits[place + 1]
        rows, columns = (rows * 20, columns * 20) if place else (1, 1)
    for digit in digits[_PAIRS:]:
        south, west = south * _ROWS + digit // _COLUMNS, west * _COLUMNS + digit % _COLUMNS
        rows, columns = rows * _ROWS, columns * _COLUMNS
    return (2 * south + 1) * 10 / rows, (2 * west + 1) * 10 / columns
