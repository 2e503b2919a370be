"""Parts of a phone cell read with the world's numbering plans, as phonenumbers knows them.

A part may be a whole number, the end of the one before it, a range, or two numbers that only a
space divides; which of these it is, the plans decide.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from directory_app.model.phones.parts import Joint, Part, counted
from directory_app.model.phones.reading import (
    Reading,
    calling_code,
    calling_code_length,
    country_of_code,
    is_possible,
    is_too_short,
    parsed,
    plan_area_length,
)
from directory_app.model.phones.tokens import SHORTEST_NATIONAL, digits_of

_LONGEST_PART = 40
_SHORTEST_WITH_PREFIX = 8
_LONGEST_AREA = 5
_SHORTEST_AFTER_AREA = 3
_SHORTEST_DIVIDED = 6
_LONGEST_TAIL = 3
_LONGEST_HYPHENED_EXTENSION = 5
_SHORTEST_COUNTRY_AND_AREA = 4
_SHORTEST_WITH_COUNTRY = 9

_GAP = re.compile(r"(?<=[\d)-])[ ]+(?=[\d(])|(?<=[\d) -])(?=\()")
_INTERNATIONAL = re.compile(r"[ (-]*(?:\+|(?P<prefix>00))")
_OWN_START = re.compile(r"[ -]*[+(0]")
_BRACKETED = re.compile(r"[ -]*\(([\d -]+)\)")
_TRUNK_ZERO = re.compile(r"\( *0 *\)")
_HYPHENED = re.compile(r"(.*\d)\)? *- *(\d[\d ]*)", re.DOTALL)
_GROUP = re.compile(r"\d+")
_LOCAL_RANGE = re.compile(r" *[1-9]\d{4,7}-\d{1,2} *")


class ReadPart(NamedTuple):
    """A part with what was read out of it, which is nothing where it is no number."""

    part: Part
    readings: tuple[Reading, ...]


def read_numbers(parts: list[Part], country: str) -> list[ReadPart]:
    """Returns every part with its readings; numbers without a country code are taken as `country`'s own."""
    found: list[ReadPart] = []
    base: Reading | None = None
    for part in _with_areas_joined(parts, country) if len(parts) > 1 else parts:
        readings = _read(part.digits, base, country)
        if part.joint is Joint.RANGE and base and len(readings) == 1:
            readings = _filled(base, readings[0]) or readings
        base = readings[-1] if readings else base
        if part.extensions:
            readings = _with_extensions(readings, part.extensions)
        found.append(ReadPart(part, readings))
    return found


def is_international(digits: str) -> bool:
    """Tells whether a number as written begins with its country code."""
    if digits.startswith("+"):
        return True
    match = _INTERNATIONAL.match(digits)
    return match is not None and (match["prefix"] is None or len(digits_of(digits)) >= _SHORTEST_WITH_PREFIX)


def _with_extensions(readings: tuple[Reading, ...], extensions: list[str]) -> tuple[Reading, ...]:
    if not readings:
        return ()
    last = readings[-1]
    written = [last.extension, *extensions] if last.extension else extensions
    return (*readings[:-1], *(last._replace(extension=extension) for extension in written))


# Area codes with a slash after them


def _with_areas_joined(parts: list[Part], country: str) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before and part.joint is Joint.SLASH and _may_join(before, part) and _is_area(joined, part, country):
            digits = f"{before.digits}/{part.digits}"
            joined[-1] = replace(before, digits=digits, extensions=part.extensions, after=part.after)
        else:
            joined.append(part)
    return joined


def _may_join(before: Part, part: Part) -> bool:
    return not (part.before or before.extensions or before.after or is_international(part.digits))


def _is_area(parts: list[Part], part: Part, country: str) -> bool:
    """Tells whether the last part needs the one after its slash to be a number."""
    head = parts[-1].digits
    if len(parts) > 1 and (parts[-1].joint is Joint.SLASH or not _OWN_START.match(head)):
        return False
    area = _national_length(head)
    if area <= _LONGEST_AREA:
        is_country = not area and is_international(head)
        return is_country or len(digits_of(part.digits)) >= _SHORTEST_AFTER_AREA
    alone = _interpreted(head, None, country)
    if alone and not is_too_short(alone):
        return False
    whole = _interpreted(f"{head}/{part.digits}", None, country)
    return whole is not None and whole.valid


def _national_length(text: str) -> int:
    digits = digits_of(text).lstrip("0")
    if is_international(text):
        digits = digits[calling_code_length(digits) :].lstrip("0")
    return len(digits)


# One part


def _read(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    if len(text) > _LONGEST_PART and len(digits_of(text)) > _LONGEST_PART:
        return ()
    if base is None and "-" in text and _LOCAL_RANGE.fullmatch(text) and (readings := _as_range(text, base, country)):
        return readings
    whole = _interpreted(text, base, country)
    if whole and whole.valid:
        return (whole,)
    divided = (
        _as_range(text, base, country) or _as_two(text, base, country) or _as_hyphened_extension(text, base, country)
    )
    return divided or ((whole,) if whole else ())


def _as_range(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    """Reads "4265921-23", and two whole numbers with a hyphen between them."""
    match = _HYPHENED.fullmatch(text)
    first = _interpreted(match[1], base, country) if match else None
    if not match or not first or len(digits_of(match[1])) < _SHORTEST_DIVIDED or not is_possible(first):
        return ()
    tail = digits_of(match[2])
    if _LONGEST_TAIL < len(tail) < _SHORTEST_DIVIDED:
        return ()
    last = _carried(tail, tail, first)
    filled = _filled(first, last) if last else ()
    return (first, *filled) if filled else ()


def _as_two(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    """Reads numbers between which nothing stands but a space, where the first is valid.

    The others must be valid too, or else begin as no middle of a number does, with "+", a bracket or a zero.
    """
    doubtful: tuple[Reading, ...] = ()
    for gap in _GAP.finditer(text):
        head, rest = text[: gap.start()], text[gap.end() :]
        if min(len(digits_of(head)), len(digits_of(rest))) < _SHORTEST_DIVIDED:
            continue
        first = _interpreted(head, base, country)
        if not first or not first.valid:
            continue
        # Digits that no number of this country could hold are no number of its own.
        own_start = _OWN_START.match(rest)
        others = _read(rest, first, country) if own_start or len(digits_of(rest)) <= len(first.national) else ()
        if others and all(other.valid for other in others):
            return (first, *others)
        if others and own_start:
            doubtful = doubtful or (first, *others)
    return doubtful


def _as_hyphened_extension(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    match = _HYPHENED.fullmatch(text)
    longest = _LONGEST_TAIL if base and not is_international(text) else _LONGEST_HYPHENED_EXTENSION
    if not match or not match[2].isdecimal() or len(match[2]) > longest:
        return ()
    first = _interpreted(match[1], base, country)
    return (first._replace(extension=match[2]),) if first and first.valid else ()


def _filled(first: Reading, last: Reading) -> tuple[Reading, ...]:
    """Returns the numbers after `first` up to `last`, or nothing where they are no range."""
    if first.code != last.code:
        return ()
    steps = (parsed(f"+{first.code}{national}") for national in counted(first.national, last.national))
    return tuple(step._replace(area=_area(first)) for step in steps if step)


# One number


def _interpreted(text: str, base: Reading | None, country: str) -> Reading | None:
    digits = digits_of(text)
    if is_international(text):
        return _international(text, digits, country)
    if base:
        return _own_after_foreign(text, digits, base, country) or _carried(text, digits, base)
    return _national(text, digits, country)


def _international(text: str, digits: str, country: str) -> Reading | None:
    if "+" in text:
        reading = parsed(f"+{digits.removeprefix('00')}", "", text)
        if reading and not reading.valid and _TRUNK_ZERO.search(text):
            return parsed(f"+{digits_of(_TRUNK_ZERO.sub('', text, count=1))}", "", text)
        return reading
    reading = parsed(f"+{digits[2:]}", "", text)
    # Where 00 is not the international prefix the country's own rules may still know better.
    return reading if reading and reading.valid else _dialled_in(country, digits, text) or reading


def _dialled_in(country: str, digits: str, text: str) -> Reading | None:
    """Reads digits as a caller in the country dials them, abroad only if that gives a valid number.

    Otherwise the prefix to call abroad is more likely to be the beginning of some other number.
    """
    reading = parsed(digits, country, text)
    return reading if reading and (reading.valid or str(reading.code) == calling_code(country)) else None


def _own_after_foreign(text: str, digits: str, base: Reading, country: str) -> Reading | None:
    """Reads a number with its trunk zero as the office's own, unless it has the area of the foreign one before it."""
    code = calling_code(country)
    if not code or not digits.startswith("0") or str(base.code) == code:
        return None
    area = base.national[: _area(base) or plan_area_length(base)]
    if area and digits.lstrip("0").startswith(area):
        return None
    own = _dialled_in(country, digits, text)
    return own if own and own.valid and str(own.code) == code else None


def _carried(text: str, digits: str, base: Reading) -> Reading | None:
    """Reads what lacks a country code after a number that has one: its end, or another of its area or country."""
    length = len(base.national)
    if len(digits) >= length:
        return _dialled_in(country_of_code(base.code), digits, text)
    area, last_group = _area(base), _last_group(base)
    if _replaces_last_group(text, digits, last_group):
        reading = parsed(f"+{base.code}{base.national[: -len(last_group)]}{digits}", "", text)
        return reading._replace(area=area, last_group=digits) if reading else None
    area = area or plan_area_length(base)
    same_shape = _is_switchboard(last_group) and len(digits) == length - area - len(last_group)
    kept = area if same_shape else max(area, length - len(digits))
    local = parsed(f"+{base.code}{base.national[:kept]}{digits}", "", text)
    if len(digits) > length - area and not (local and local.valid and not _OWN_START.match(text)):
        return _dialled_in(country_of_code(base.code), digits, text) or local
    return local._replace(area=area) if local else None


def _replaces_last_group(text: str, digits: str, last_group: str) -> bool:
    """Tells whether the tail is the extension of a switchboard, as in "36892-0, -19" or "36892-0/19"."""
    if not last_group:
        return False
    if text.lstrip(" ").startswith("-"):
        return True
    return _is_switchboard(last_group) and len(last_group) < len(digits) <= _LONGEST_TAIL


def _is_switchboard(last_group: str) -> bool:
    """Tells whether a number ends in "-0", which is left out or replaced to reach one desk."""
    return bool(last_group) and not last_group.strip("0")


def _national(text: str, digits: str, country: str) -> Reading | None:
    """Reads a number without "+", which may begin with the country code all the same.

    That is taken for one where it stands apart, as in "49 761 4568120", or in brackets with the area
    code, as in "(5411) 4508-6520".
    """
    code = calling_code(country)
    own = bool(code) and digits.startswith(code)
    bracketed = _BRACKETED.match(text) if "(" in text else None
    with_area = bracketed is not None and len(digits_of(bracketed[1])) >= _SHORTEST_COUNTRY_AND_AREA
    whole = parsed(f"+{digits}", "", text) if own or with_area else None
    apart = own and _GROUP.findall(text)[0] == code
    fits = whole is not None and whole.valid and (with_area or apart)
    if own and fits:
        return whole
    reading = _dialled_in(country, digits, text) if len(digits) >= SHORTEST_NATIONAL else None
    if reading and reading.valid:
        return reading
    in_doubt = own and (bracketed or (apart and len(digits) >= _SHORTEST_WITH_COUNTRY))
    return whole if fits or in_doubt else reading


# How a number was written


def _last_group(reading: Reading) -> str:
    """Returns the digits after the last hyphen, which a tail replaces: "0" of "36892-0"."""
    if reading.last_group or "-" not in reading.text:
        return reading.last_group
    match = _HYPHENED.fullmatch(reading.text)
    return match[2] if match and reading.national.endswith(match[2]) else ""


def _area(reading: Reading) -> int:
    """Returns how long the area code is as it is written, or 0 where the writing does not tell."""
    if reading.area:
        return reading.area
    groups: list[str] = _GROUP.findall(reading.text)
    for index in range(1, len(groups)):
        local = "".join(groups[index:])
        if len(local) < len(reading.national):
            area = len(reading.national) - len(local)
            return area if area <= _LONGEST_AREA and reading.national.endswith(local) else 0
    return 0
