"""A property as it is written, and how properties become the lines of a card."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from directory_app.exchange.vcard.text import escape

Version = Literal["3.0", "4.0"]

PRODUCT = "-//Office Directory//Office Directory//EN"
NAMELESS = "Unnamed office"
"""The name on the card of an office without one; a card must have one."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property, its value escaped already.

    `beside` are names and values that share a group with it; without a group of its own it gets one
    where it needs one.
    """

    name: str
    value: str
    parameters: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    group: str = ""


def content_lines(properties: Iterable[Property]) -> Iterator[str]:
    """Yields the properties as lines, not folded yet."""
    groups = 0
    for written in properties:
        prefix = f"{written.group}." if written.group else ""
        if written.beside and not prefix:
            groups += 1
            prefix = f"item{groups}."
        yield f"{prefix}{written.name}{written.parameters}:{written.value}"
        for name, value in written.beside:
            yield f"{prefix}{name}:{value}"


def label_beside(label: str) -> tuple[tuple[str, str], ...]:
    """Returns a label as the property that address books show it from; types are a fixed list."""
    return (("X-ABLabel", escape(label)),) if label else ()
