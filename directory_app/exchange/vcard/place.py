"""Positions and time zones in cards: written, read back, and read out of the cards of other programs."""

import re
from collections.abc import Iterator
from math import isfinite

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.property import Property, Version
from directory_app.exchange.vcard.text import escape, unescape
from directory_app.model.office import Office
from directory_app.model.place import Point, Position, Precision

EXACT = "X-OFFICE-POSITION"
PRECISION = "X-OFFICE-POSITION-PRECISION"
SOURCE = "X-OFFICE-POSITION-SOURCE"
CONFIRMED_BY = "X-OFFICE-POSITION-CONFIRMED-BY"

_NUMBER = r"([-+]?\d{1,3}(?:\.\d+)?)"
_GEO = re.compile(rf"(?:geo:)?\s*{_NUMBER}\s*[;,]\s*{_NUMBER}(?:\s*[;,?].*)?", re.IGNORECASE | re.ASCII)
_LONGEST = 100
_ZONE = re.compile(r"(?:UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2})")
_DECIMALS_OF_A_STREET = 4
"""Eleven metres: whoever writes that much means a building, or at least the street."""


def place_properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields the position, and beside it what a card has no property for."""
    position = office.position
    if position is None:
        return
    written = geo_uri(office) if version == "4.0" else geo_uri(office).removeprefix("geo:").replace(",", ";")
    yield Property("GEO", written)
    if _point(written) != position.point:
        yield Property(EXACT, f"{position.latitude!r};{position.longitude!r}")
    yield Property(PRECISION, position.precision.value)
    if position.source:
        yield Property(SOURCE, escape(position.source))
    if position.confirmed_by:
        yield Property(CONFIRMED_BY, escape(position.confirmed_by))


def geo_uri(office: Office) -> str:
    """Returns where the office is as a URI (RFC 5870), or "" if that is not known.

    Degrees have six decimals (RFC 2426, section 3.4.2), which is about ten centimetres.
    """
    if office.position is None:
        return ""
    return f"geo:{office.position.latitude:.6f},{office.position.longitude:.6f}"


def take_position(card: Card) -> Position | None:
    """Returns the position of a card, with its precision and source where this program wrote it.

    Without those it is as precise as its decimals are many. What is no position stays with the card.
    """
    if not card.has("GEO"):
        return None
    precision, source = card.take_text(PRECISION), card.take_text(SOURCE) or ""
    confirmed_by = card.take_text(CONFIRMED_BY) or ""
    exact = _exact(card.take_text(EXACT) or "")
    for line in card.take("GEO"):
        point = _point(unescape(line.value))
        if point is None:
            card.leave(line)
        elif precision in set(Precision):
            near = exact is not None and abs(exact[0] - point[0]) + abs(exact[1] - point[1]) < 1e-5
            return Position(*(exact if exact and near else point), Precision(precision), source, confirmed_by)
        else:
            return Position(*point, _precision(line), "vCard")
    return None


def take_timezone(card: Card, *, is_ours: bool) -> str:
    """Returns the zone of a card if it is one by name; offsets and abbreviations stay with the card."""
    for line in card.take("TZ"):
        text = unescape(line.value)
        if is_ours or _ZONE.fullmatch(text.strip()):
            return text if is_ours else text.strip()
        card.leave(line)
    return ""


def _point(text: str) -> Point | None:
    found = _GEO.fullmatch(text.strip()[:_LONGEST])
    return (float(found[1]), float(found[2])) if found else None


def _exact(text: str) -> Point | None:
    try:
        latitude, longitude = map(float, text.split(";"))
    except ValueError:
        return None
    return (latitude, longitude) if isfinite(latitude) and isfinite(longitude) else None


def _precision(line: Line) -> Precision:
    decimals = min(len(part.partition(".")[2]) for part in re.findall(r"\d+(?:\.\d+)?", line.value)[:2])
    return Precision.STREET if decimals >= _DECIMALS_OF_A_STREET else Precision.TOWN
