"""Parts of a phone cell read with the world's numbering plans, as phonenumbers knows them.

A part may be a whole number, the end of the one before it, a range, or two numbers that only a
space divides; which of these it is, the plans decide.
"""

import re
from dataclasses import dataclass, replace

from directory_app.model.phone_parts import Joint, Part, counted
from directory_app.model.phone_tokens import SHORTEST_NATIONAL, digits_of

_LONGEST_E164 = 15
_LONGEST_PART = 40
_SHORTEST_WITH_PREFIX = 8
_LONGEST_AREA = 5
_SHORTEST_AFTER_AREA = 3
_SHORTEST_DIVIDED = 6
_LONGEST_TAIL = 3
_LONGEST_HYPHENED_EXTENSION = 5
_SHORTEST_COUNTRY_AND_AREA = 4

_GAP = re.compile(r"(?<=[\d)-])[ ]+(?=[\d(])|(?<=[\d) -])(?=\()")
_INTERNATIONAL = re.compile(r"[ (-]*(?:\+|(?P<prefix>00))")
_OWN_START = re.compile(r"[ -]*[+(0]")
_BRACKETED = re.compile(r"[ -]*\(([\d ]+)\)")
_TRUNK_ZERO = re.compile(r"\( *0 *\)")
_HYPHENED = re.compile(r"(.*\d)\)? *- *(\d[\d ]*)", re.DOTALL)
_LOCAL_RANGE = re.compile(r" *[1-9]\d{4,7}-\d{1,2} *")


@dataclass(frozen=True, slots=True)
class Reading:
    """One number, and how it was written: the length of its area code, the digits after its last hyphen."""

    code: int
    national: str
    valid: bool = False
    mobile: bool = False
    extension: str = ""
    area: int = 0
    last_group: str = ""

    @property
    def number(self) -> str:
        """The number in E.164."""
        return f"+{self.code}{self.national}"


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A part with what was read out of it, which is nothing where it is no number."""

    part: Part
    readings: tuple[Reading, ...]


def read_numbers(parts: list[Part], country: str) -> list[ReadPart]:
    """Returns every part with its readings; numbers without a country code are taken as `country`'s own."""
    found: list[ReadPart] = []
    base: Reading | None = None
    for part in _with_areas_joined(parts, country):
        readings = _read(part.digits, base, country)
        if part.joint is Joint.RANGE and base and len(readings) == 1:
            readings = _filled(base, readings[0]) or readings
        base = readings[-1] if readings else base
        found.append(ReadPart(part, _with_extensions(readings, part.extensions)))
    return found


def is_international(digits: str) -> bool:
    """Tells whether a number as written begins with its country code."""
    match = _INTERNATIONAL.match(digits)
    return match is not None and (match["prefix"] is None or len(digits_of(digits)) >= _SHORTEST_WITH_PREFIX)


def _with_extensions(readings: tuple[Reading, ...], extensions: list[str]) -> tuple[Reading, ...]:
    if not readings or not extensions:
        return readings
    return (*readings[:-1], *(replace(readings[-1], extension=extension) for extension in extensions))


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
    if _national_length(head) <= _LONGEST_AREA:
        return len(digits_of(part.digits)) >= _SHORTEST_AFTER_AREA
    alone = _interpreted(head, None, country)
    if alone and not _is_too_short(alone):
        return False
    whole = _interpreted(f"{head}/{part.digits}", None, country)
    return whole is not None and whole.valid


def _national_length(text: str) -> int:
    digits = digits_of(text).lstrip("0")
    if is_international(text):
        digits = digits[_code_length(digits) :].lstrip("0")
    return len(digits)


def _code_length(digits: str) -> int:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return next((n for n in (1, 2, 3) if digits[:n].isdecimal() and int(digits[:n]) in COUNTRY_CODE_TO_REGION_CODE), 0)


# One part


def _read(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    if len(digits_of(text)) > _LONGEST_PART:
        return ()
    if base is None and _LOCAL_RANGE.fullmatch(text) and (readings := _as_range(text, base, country)):
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
    if not match or not first or len(digits_of(match[1])) < _SHORTEST_DIVIDED or not _is_possible(first):
        return ()
    tail = digits_of(match[2])
    if _LONGEST_TAIL < len(tail) < _SHORTEST_DIVIDED:
        return ()
    last = _carried(tail, tail, first)
    filled = _filled(first, last) if last else ()
    return (first, *filled) if filled else ()


def _as_two(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    """Reads numbers between which nothing stands but a space, if each of them is valid."""
    for gap in _GAP.finditer(text):
        head, rest = text[: gap.start()], text[gap.end() :]
        if min(len(digits_of(head)), len(digits_of(rest))) < _SHORTEST_DIVIDED:
            continue
        first = _interpreted(head, base, country)
        if not first or not first.valid:
            continue
        # Digits that no number of this country could hold are no number of its own.
        own = _OWN_START.match(rest) or len(digits_of(rest)) <= len(first.national)
        others = _read(rest, first, country) if own else ()
        if others and all(other.valid for other in others):
            return (first, *others)
    return ()


def _as_hyphened_extension(text: str, base: Reading | None, country: str) -> tuple[Reading, ...]:
    match = _HYPHENED.fullmatch(text)
    if not match or not match[2].isdecimal() or len(match[2]) > _LONGEST_HYPHENED_EXTENSION:
        return ()
    first = _interpreted(match[1], base, country)
    return (replace(first, extension=match[2]),) if first and first.valid else ()


def _filled(first: Reading, last: Reading) -> tuple[Reading, ...]:
    """Returns the numbers after `first` up to `last`, or nothing where they are no range."""
    if first.code != last.code:
        return ()
    steps = (_parsed(f"+{first.code}{national}") for national in counted(first.national, last.national))
    return tuple(replace(step, area=first.area) for step in steps if step)


# One number


def _interpreted(text: str, base: Reading | None, country: str) -> Reading | None:
    digits = digits_of(text)
    if is_international(text):
        reading = _international(text, digits, country)
    elif base:
        reading = _own_after_foreign(digits, base, country) or _carried(text, digits, base)
    else:
        reading = _national(text, digits, country)
    return _as_written(reading, text) if reading else None


def _international(text: str, digits: str, country: str) -> Reading | None:
    if "+" in text:
        reading = _parsed(f"+{digits}")
        if reading and not reading.valid and _TRUNK_ZERO.search(text):
            return _parsed(f"+{digits_of(_TRUNK_ZERO.sub('', text, count=1))}")
        return reading
    reading = _parsed(f"+{digits[2:]}")
    # Where 00 is not the international prefix the country's own rules may still know better.
    return reading if reading and reading.valid else _parsed(digits, country) or reading


def _own_after_foreign(digits: str, base: Reading, country: str) -> Reading | None:
    """Reads a number with its trunk zero as the office's own, unless it has the area of the foreign one before it."""
    if not country or not digits.startswith("0") or base.code == _calling_code(country):
        return None
    area = base.national[: base.area or _area_length(base)]
    if area and digits.lstrip("0").startswith(area):
        return None
    own = _parsed(digits, country)
    return own if own and own.valid and own.code == _calling_code(country) else None


def _carried(text: str, digits: str, base: Reading) -> Reading | None:
    """Reads what lacks a country code after a number that has one: its end, or another of its area or country."""
    length = len(base.national)
    if len(digits) >= length:
        return _parsed(digits, _region(base.code))
    if _replaces_last_group(text, digits, base):
        reading = _parsed(f"+{base.code}{base.national[: -len(base.last_group)]}{digits}")
        return replace(reading, area=base.area, last_group=digits) if reading else None
    area = base.area or _area_length(base)
    same_shape = _is_switchboard(base) and len(digits) == length - area - len(base.last_group)
    kept = area if same_shape else max(area, length - len(digits))
    local = _parsed(f"+{base.code}{base.national[:kept]}{digits}")
    if len(digits) > length - area and not (local and local.valid and not _OWN_START.match(text)):
        return _parsed(digits, _region(base.code)) or local
    return replace(local, area=area) if local else None


def _replaces_last_group(text: str, digits: str, base: Reading) -> bool:
    """Tells whether the tail is the extension of a switchboard, as in "36892-0, -19" or "36892-0/19"."""
    if not base.last_group:
        return False
    if text.lstrip(" ").startswith("-"):
        return True
    return _is_switchboard(base) and len(base.last_group) < len(digits) <= _LONGEST_TAIL


def _is_switchboard(base: Reading) -> bool:
    """Tells whether the number ends in "-0", which is left out or replaced to reach one desk."""
    return bool(base.last_group) and not base.last_group.strip("0")


def _national(text: str, digits: str, country: str) -> Reading | None:
    """Reads a number without "+", whose brackets may hold the country code too, as in "(5411) 4508-6520"."""
    bracketed = _BRACKETED.match(text)
    whole = _parsed(f"+{digits}") if bracketed else None
    own = whole is not None and bool(country) and whole.code == _calling_code(country)
    with_area = bracketed is not None and len(digits_of(bracketed[1])) >= _SHORTEST_COUNTRY_AND_AREA
    fits = with_area and whole is not None and whole.valid
    if own and fits:
        return whole
    reading = _parsed(digits, country) if len(digits) >= SHORTEST_NATIONAL else None
    if reading and reading.valid:
        return reading
    return whole if own or fits else reading


def _as_written(reading: Reading, text: str) -> Reading:
    """Returns the reading with what its spelling tells; that of a tail tells nothing about the area."""
    match = _HYPHENED.fullmatch(text)
    last_group = reading.last_group or (match[2] if match and reading.national.endswith(match[2]) else "")
    return replace(reading, area=reading.area or _written_area(text, reading.national), last_group=last_group)


def _written_area(text: str, national: str) -> int:
    groups: list[str] = re.findall(r"\d+", text)
    for index in range(1, len(groups)):
        local = "".join(groups[index:])
        if len(local) < len(national):
            area = len(national) - len(local)
            return area if area <= _LONGEST_AREA and national.endswith(local) else 0
    return 0


# The library


def _parsed(digits: str, country: str = "") -> Reading | None:
    """Returns what phonenumbers makes of the digits, unless it is longer than any number can be."""
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, country or None)
    except phonenumbers.NumberParseException:
        return None
    code, national = number.country_code, phonenumbers.national_significant_number(number)
    if code is None or len(str(code)) + len(national) > _LONGEST_E164:
        return None
    kind = phonenumbers.number_type(number)
    valid = kind != phonenumbers.PhoneNumberType.UNKNOWN
    return Reading(code, national, valid, mobile=kind == phonenumbers.PhoneNumberType.MOBILE)


def _reason(reading: Reading) -> int:
    import phonenumbers

    return phonenumbers.is_possible_number_with_reason(phonenumbers.parse(reading.number))


def _is_too_short(reading: Reading) -> bool:
    import phonenumbers

    return _reason(reading) == phonenumbers.ValidationResult.TOO_SHORT


def _is_possible(reading: Reading) -> bool:
    """Tells whether the plan has numbers of this length, an area code perhaps missing."""
    import phonenumbers

    possible = (phonenumbers.ValidationResult.IS_POSSIBLE, phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY)
    return _reason(reading) in possible


def _area_length(reading: Reading) -> int:
    import phonenumbers

    return phonenumbers.length_of_geographical_area_code(phonenumbers.parse(reading.number))


def _region(code: int) -> str:
    import phonenumbers

    return phonenumbers.region_code_for_country_code(code)


def _calling_code(country: str) -> int:
    import phonenumbers

    return phonenumbers.country_code_for_region(country)
