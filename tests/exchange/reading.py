"""A strict reader of vCards for tests: it gives up where a real one might."""

import re
from dataclasses import dataclass

from directory_app.exchange.vcard.text import MAX_OCTETS

_LINE = re.compile(
    r"(?:(?P<group>[A-Za-z0-9-]+)\.)?(?P<name>[A-Za-z0-9-]+)"
    r'(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]+))*):(?P<value>.*)'
)
_ESCAPED = {"n": "\n", "N": "\n"}


@dataclass(frozen=True)
class Read:
    """One property as it stands in the card, its value still escaped."""

    group: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    value: str


def unfold(data: bytes) -> list[str]:
    """Returns the logical lines."""
    text = data.decode()
    assert text.endswith("\r\n")
    return text[:-2].replace("\r\n ", "").split("\r\n")


def unescape(value: str) -> str:
    """Returns an escaped text as it was."""
    return re.sub(r"\\(.)", lambda found: _ESCAPED.get(found[1], found[1]), value)


def cards(data: bytes) -> list[list[Read]]:
    """Returns the properties of each card, after checking every line of it."""
    for physical in data.split(b"\r\n"):
        assert len(physical) <= MAX_OCTETS
        assert not set(b"\r\n") & set(physical)
        physical.decode()
    found: list[list[Read]] = []
    inside = False
    for line in unfold(data) if data else []:
        assert len(line.splitlines()) == 1
        if line in ("BEGIN:VCARD", "END:VCARD"):
            assert inside == (line == "END:VCARD")
            inside = not inside
            found += [[]] if inside else []
            continue
        match = _LINE.fullmatch(line)
        assert match is not None, line
        assert inside
        found[-1].append(Read(match["group"] or "", match["name"], _parameters(match["parameters"]), match["value"]))
    assert not inside
    return found


def _parameters(text: str) -> tuple[tuple[str, str], ...]:
    pairs = re.findall(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]+))', text)
    return tuple((name, _decoded(quoted or plain)) for name, quoted, plain in pairs)


def _decoded(value: str) -> str:
    return re.sub(r"\^([n'^])", lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], value)
