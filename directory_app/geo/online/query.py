"""What a server is asked for an address: streets and towns, without what lies inside a building."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from directory_app.geo.online.territories import asked_codes
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_name

_LONGEST_PART = 120
_LONGEST_TEXT = 300
_MOST_PARTS = 12

_UNIT = (
    r"(?:floor|flr?|level|lvl|apartment|appartement|appt?|apto?|suite|ste|unit|studio|(?:team\s+)?room|rm|flat|office|door|piso|planta"
    r"|andar|sala|cj|conj(?:unto)?|of(?=\.)|oficina|int(?=\.)|depto|dept(?=\.)|[ée]tage|bureau|interno|zimmer|raum)"
)
_NUMBER = (
    r"(?:(?:no|nr|n)[.º°]\s*|[#:]\s*)?(?:[\w-]*\d[\w./-]*|[A-Z]\b)"
    r"(?:\s*(?:&|\+|\b(?:and|und|y|e|et)\b)\s*\d[\w./-]*)*"
)
_FLOOR = r"(?:floor|flr?|level|storey|piso|planta|andar|[ée]tage|stock(?:werk)?|og|obergeschoss|piano)"
_ORDINAL = (
    r"(?:\d{1,3}\s*(?:st|nd|rd|th|er|[èe]me|e|[ºª°.])*"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|ground|lower|upper))"
)
_BOX = (
    r"(?:p\.?\s*o\.?\s*b(?:ox)?\.?|post(?:al)?\s*box|(?:private|locked)\s+bag|postfach|apartado(?:\s+postal)?"
    r"|caixa\s+postal|casilla|bo[iî]te\s+postale|b\.?p\.?|c\.?p\.?(?=\s*\d{1,4}\b))"
)
_INSIDE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w){_BOX}\s*(?:no\.?|nr\.?)?\s*[:#]?\s*\w*\d[\w-]*(?:(?:\s\d{{2,3}})+$)?",
        rf"(?<!\w){_ORDINAL}[\s-]*{_FLOOR}(?!\w)(?!\s*\d)\.?",
        r"(?<!\w)\d{1,3}\s*/\s*F(?!\w)",
        r"^L\d{1,3}\s*/\s*(?=\d)",
        rf"(?<!\w){_UNIT}(?!\w)\.?\s*{_NUMBER}",
        r"(?<!\w)#\s*\w*\d[\w-]*",
        r"(?<!\w)(?:erdgeschoss|rez[- ]de[- ]chauss[ée]e|planta\s+(?:baja|alta)|piso\s+t[ée]rreo)(?!\w)",
        r"(?<!\w)(?:basement|mezzanine)(?!\w)",
    )
)
_FLOOR_SIGN = re.compile(r"(?<!\w)B?\d{1,3}F(?!\w)")
_ONLY_FLOOR_SIGN = re.compile(r"B?\d{1,3}F")
_AFTER_BUILDING = re.compile(r"(?i)(\b(?:building|bldg|tower|house|centre|center|plaza)\b\.?)\s+B?\d{1,3}F\b")
_FLOORS_ARE_F = frozenset(("CN", "HK", "ID", "JP", "KR", "MO", "MY", "PH", "SG", "TH", "TW", "VN"))
"""Where "3F" is the third floor wherever it stands; elsewhere it may be the house between 3E and 3G."""
_PERSON = re.compile(r"(?i)(?:℅|c\s*/\s*[o0]\b|care\s+of\b|attn\b|attention\s*:|z\.?\s?hd\b|zu\s+h[äa]nden\b|a/c\b)")
_HOUSE_NUMBER = re.compile(
    r"(?i)(?:n[o.º°]*\s*|[a-z]-?)?\d{1,5}(?:\s?[a-z]|\s(?:bis|ter))?(?:\s?[-/]\s?\d{1,5}\s?[a-z]?)?"
)
_BUILDING = re.compile(
    r"(?i)\b(?:building|bldg|block|tower|house|gate|wing|centre|center|edificio|edif[íi]cio|torre)\b"
)
_BETWEEN_PARTS = re.compile(r"[,;\n\r|]+|\s[-–—·]+\s(?!\d)")
_UNSENT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a free text, or by parts as geopy's Nominatim takes them (street, city, postalcode ...)."""

    text: str = ""
    parts: dict[str, str] = field(default_factory=dict)


def questions(address: PostalAddress) -> tuple[Question, ...]:
    """Returns what to ask for an address, in this order until there is an answer: by parts, then as free text.

    Neither tells whose address it is, nor unit, floor and post office box. An address that names no place
    within its country gives none.
    """
    places = _parts(address.lines, address.country)
    city, district, state = (_sendable(text) for text in (address.city, address.district, address.state))
    postal_code = _sendable(address.postal_code)
    named = {"street": _street(places), "city": city, "state": state, "postalcode": postal_code}
    country = country_name(address.country) if len(asked_codes(address.country)) == 1 else ""
    asked = []
    if named["street"] or city or postal_code:
        by_parts = {**named, "country": country}
        asked.append(Question(parts={key: value for key, value in by_parts.items() if value}))
    said = places or (() if city else _parts(address.published.splitlines(), address.country))
    texts = dict.fromkeys(text for text in (*said, district, f"{postal_code} {city}".strip(), state) if text)
    if texts:
        asked.append(Question(text=", ".join(filter(None, (*texts, country)))[-_LONGEST_TEXT:]))
    return tuple(asked)


def question_of_text(text: str) -> Question | None:
    """Returns what to ask for a text that somebody typed, None for an empty one."""
    sendable = _sendable(text, _LONGEST_TEXT)
    return Question(text=sendable) if sendable else None


def _parts(lines: Sequence[str], country: str) -> tuple[str, ...]:
    """Returns what stands between commas and line ends, without persons and what lies inside a building."""
    parts: list[str] = []
    for line in lines[:_MOST_PARTS]:
        sent = map(_sendable, _BETWEEN_PARTS.split(line[: 4 * _LONGEST_PART]))
        cleaned = [_outside(part, country) for part in sent if not _PERSON.match(part)]
        parts += _with_house_numbers([part for part in cleaned if re.search(r"\w", part)])
    return tuple(_with_house_numbers(parts)[:_MOST_PARTS])


def _outside(part: str, country: str) -> str:
    if _ONLY_FLOOR_SIGN.fullmatch(part):
        return ""
    for pattern in _INSIDE:
        part = pattern.sub(" ", part)
    part = _AFTER_BUILDING.sub(r"\1", part)
    if country.upper() in _FLOORS_ARE_F:
        part = _FLOOR_SIGN.sub(" ", part)
    return " ".join(part.split()).strip(" .:-/()")


def _with_house_numbers(parts: list[str]) -> list[str]:
    """Returns the parts with a number that stands alone put to its street: "Rua Augusta, 123", "12, rue Monge"."""
    joined: list[str] = []
    for part in parts:
        last = joined[-1] if joined else ""
        number_ends = last and _HOUSE_NUMBER.fullmatch(part) and not re.search(r"\d", last)
        if number_ends or (len(joined) == 1 and _HOUSE_NUMBER.fullmatch(last)):
            joined[-1] = f"{last} {part}"
        else:
            joined.append(part)
    return joined


def _street(parts: tuple[str, ...]) -> str:
    """Returns the part that looks most like a street: with a number and no building's name, else the first."""
    numbered = [part for part in parts if re.search(r"\d", part) and re.search(r"[^\W\d_]{2}", part)]
    plain = [part for part in numbered if not _BUILDING.search(part)]
    return next(iter((*plain, *numbered, *parts)), "")


def _sendable(text: str, longest: int = _LONGEST_PART) -> str:
    return " ".join(_UNSENT.sub(" ", text[: 4 * longest]).split())[:longest]
