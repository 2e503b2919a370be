"""Offices as vCards, for whatever address book reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from directory_app.exchange.vcard.properties import card_name, properties
from directory_app.exchange.vcard.property import NAMELESS, Version, content_lines
from directory_app.exchange.vcard.text import clean, fold, is_carried
from directory_app.model.office import Office


def write_vcards(offices: Sequence[Office], version: Version) -> bytes:
    """Returns one card an office, one after the other, as UTF-8; `version` 3.0 is the one every program reads."""
    return b"".join(fold(line) for office in offices for line in _lines(office, version))


def not_carried(offices: Sequence[Office]) -> tuple[str, ...]:
    """Returns what vCards of these offices cannot carry, a sentence each."""
    notes = []
    nameless = sum(card_name(office) != office.name for office in offices)
    if nameless:
        notes.append(f"{_offices(nameless)} without a name: the card says “{NAMELESS}”.")
    notes += [
        f"{clean(card_name(office))}: control characters in it were replaced, a vCard cannot carry them."
        for office in offices
        if not all(map(is_carried, _texts(office)))
    ]
    return tuple(notes)


def _lines(office: Office, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield from content_lines(properties(office, version))
    yield "END:VCARD"


def _texts(value: object) -> Iterator[str]:
    """Yields every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _offices(count: int) -> str:
    return "1 office" if count == 1 else f"{count} offices"
