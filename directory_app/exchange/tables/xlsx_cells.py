"""What a cell of a workbook shows, as text."""

import re
from datetime import date, datetime, time
from typing import Any

_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|007[Ff]|005[Ff](?=_x[0-9A-Fa-f]{4}_))_")
_TO_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_DIGITS = re.compile(r"[0 ()+/\-]*0[0 ()+/\-]*")
_PRECISION = 15
"""Digits of a number that a spreadsheet program shows."""


def escaped(text: str) -> str:
    """Returns a text so that nothing in it is taken for an escaped character."""
    return _TO_ESCAPE.sub("_x005F_", text)


def cell_text(cell: Any) -> str:
    """Returns what a cell of openpyxl says.

    A formula is its text, a whole number has no decimals and keeps the zeros and signs that its
    format puts before it ("00000" of a postal code, "+0" of a telephone number), dates are ISO 8601.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _plain(value) if "_x0" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime):
        is_whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if is_whole_day else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    # Formulas of several cells are objects with their text.
    return str(getattr(value, "text", None) or getattr(value, "ref", None) or value)


def _plain(text: str) -> str:
    """Returns a text of which control characters are not escaped any more (ECMA-376, part 1, 22.4.2.4)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _number(value: float, number_format: str) -> str:
    if not float(value).is_integer():
        return f"{value:.{_PRECISION}g}"
    digits = str(int(value))
    # Most numbers have no format of their own, and none is shown otherwise than it is written.
    return digits if value < 0 or number_format in ("General", "0", "@") else _formatted(digits, number_format)


def _formatted(digits: str, number_format: str) -> str:
    """Returns digits in a format that is made of zeros and of signs between them; as they are in any other."""
    pattern = _QUOTED.sub(lambda match: match[1] or match[2] or "", number_format.split(";")[0]).strip()
    pattern = pattern.replace("#", "0") if pattern in ("+#", "+##") else pattern
    if not _DIGITS.fullmatch(pattern):
        return digits
    places = pattern.count("0")
    rest = digits.zfill(places)
    shown = ""
    for sign in reversed(pattern):
        if sign == "0":
            places -= 1
            taken = rest[-1] if places else rest
            shown, rest = taken + shown, rest[: -len(taken)]
        else:
            shown = sign + shown
    return shown
