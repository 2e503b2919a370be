"""What an office keeps from files besides its fields: read out of cards, and written again without harm.

A property is written as it was only if this program would then read the very same extra; anything
else, and whatever would break a card or pass for one of its own properties, is wrapped.
"""

import re
from collections.abc import Iterator

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.decoding import read_line
from directory_app.exchange.vcard.line import BINARY_NAMES, Line, head_of, read_parameters, write_parameters
from directory_app.exchange.vcard.lines import LARGEST_PICTURE
from directory_app.exchange.vcard.property import Property, Version, content_lines
from directory_app.exchange.vcard.text import escape, one_line, parameter, unescape
from directory_app.model.office import Extra, ExtraSource, Office

COLUMN = "X-OFFICE-COLUMN"
WRAPPED = "X-OFFICE-EXTRA"
_HEADER, _NAME, _PARAMETERS, _SOURCE = "X-HEADER", "X-NAME", "X-PARAMETERS", "X-SOURCE"

_PROPERTY_NAME = re.compile(r"[A-Za-z0-9-]+")
_COMPANIONS = {"X-ABLABEL": "X-ABLabel", "X-ABADR": "X-ABADR"}
"""Properties that say something of the one that they share a group with; kept as its parameters."""
_ONCE = frozenset(
    {"VERSION", "PRODID", "UID", "REV", "FN", "N", "ORG", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND"}
)
"""What a card has once."""
_EDGES = frozenset({"BEGIN", "END", "AGENT"})
"""What begins or ends a card, or holds another one."""
_READ = frozenset({"TEL", "EMAIL", "URL", "ADR", "LABEL", "GEO", "TZ", "CATEGORIES", "NICKNAME", "NOTE", "RELATED"})
"""What this program reads out of its own cards, unless the group says that it is an extra."""
_OWN = "X-OFFICE-"
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
"""Whole base64: some readers give up a file at anything less."""
_LONGEST_PICTURE = LARGEST_PICTURE - 200
"""So long that the reader takes it, whatever stands before the value."""
_MEDIA = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio"}


def take_extras(card: Card, *, is_ours: bool) -> tuple[Extra, ...]:
    """Returns what nobody took of a card; in other programs' cards an empty property says nothing."""
    return tuple(
        _extra(card, line)
        for line in card.left()
        if line.head.key not in _COMPANIONS and (is_ours or line.head.key.startswith(_OWN) or line.value.strip("; "))
    )


def extra_properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields the extras of an office; none of them can break its card or be taken for a part of it."""
    for number, extra in enumerate(office.extras, 1):
        if extra.source is ExtraSource.VCARD:
            yield _as_it_was(extra, version, f"extra{number}") or _wrapped(extra)
        elif extra.parameters:
            yield _wrapped(extra)
        else:
            yield Property(COLUMN, escape(extra.value), parameter(_HEADER, extra.name))


def _extra(card: Card, line: Line) -> Extra:
    head = line.head
    if head.key == COLUMN:
        return Extra(head.value_of(_HEADER), unescape(line.value), source=ExtraSource.COLUMN)
    if head.key == WRAPPED:
        source = ExtraSource.COLUMN if head.value_of(_SOURCE) == ExtraSource.COLUMN else ExtraSource.VCARD
        return Extra(head.value_of(_NAME), unescape(line.value), head.value_of(_PARAMETERS), source)
    beside = ((name, card.take_beside(line, key)) for key, name in _COMPANIONS.items())
    said = tuple((name, text) for name, text in beside if text is not None)
    return Extra(head.name, one_line(line.value), write_parameters((*head.parameters, *said)))


def _wrapped(extra: Extra) -> Property:
    source = parameter(_SOURCE, extra.source.value) if extra.source is not ExtraSource.VCARD else ""
    said = parameter(_NAME, extra.name) + parameter(_PARAMETERS, extra.parameters) + source
    return Property(WRAPPED, escape(extra.value), said)


def _as_it_was(extra: Extra, version: Version, group: str) -> Property | None:
    """Returns the property that the extra was, or None where that would not be read back the same."""
    parameters = read_parameters(extra.parameters)
    beside = tuple(
        (_COMPANIONS[key], escape(text)) for name, text in parameters if (key := name.upper()) in _COMPANIONS
    )
    own = tuple((name, text) for name, text in parameters if name.upper() not in _COMPANIONS)
    line = Line(head_of(extra.name, own), extra.value)
    if not _may_stand_alone(line):
        return None
    if version == "4.0" and line.head.encoding:
        line = _with_data_uri(line)
    needs_group = beside or line.head.key in _READ
    said = write_parameters(line.head.parameters)
    written = Property(extra.name, one_line(line.value), said, beside, group if needs_group else "")
    is_written_so = version == "3.0" or not line.head.encoding
    return written if is_written_so and _read_back(written) == (extra,) else None


def _may_stand_alone(line: Line) -> bool:
    """Tells whether a property breaks no card and is none that the card has anyway."""
    key, encoding = line.head.key, line.head.encoding
    if key in _ONCE | _EDGES | _COMPANIONS.keys() or key.startswith(_OWN) or not _PROPERTY_NAME.fullmatch(key):
        return False
    if encoding and not _BASE64.fullmatch(line.value):
        return False
    return len(line.value) <= _LONGEST_PICTURE or not (encoding or key in BINARY_NAMES)


def _with_data_uri(line: Line) -> Line:
    """Returns a picture as version 4.0 writes it (RFC 6350, 6.2.4); what has no such form stays as it is."""
    types = [value for name, value in line.head.parameters if name.upper() == "TYPE"]
    if line.head.key not in BINARY_NAMES or len(types) > 1:
        return line
    media = f"{_MEDIA.get(line.head.key, 'application')}/{types[0].lower()}" if types else ""
    others = tuple(pair for pair in line.head.parameters if pair[0].upper() not in ("ENCODING", "TYPE"))
    return Line(head_of(line.head.name, others), f"data:{media};base64,{line.value}")


def _read_back(written: Property) -> tuple[Extra, ...]:
    lines = (read_line(line.encode(), _unguessed) for line in content_lines([written]))
    return take_extras(Card(filter(None, lines)), is_ours=True)


def _unguessed(_: bytes) -> str:
    return "utf-8"
