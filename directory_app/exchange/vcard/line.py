"""One property of a card as a file has it: where its name, its parameters and its value are.

vCard 2.1 (versit, 1996), 3.0 (RFC 2425, 2426), 4.0 (RFC 6350), and what programs write in spite of them.
"""

import binascii
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from directory_app.exchange.vcard.text import clean, parameter, without_carets

BINARY_NAMES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})

_BASE64 = frozenset({"B", "BASE64"})
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_BARE_VALUES = frozenset({"INLINE", "URL", "CID", "CONTENT-ID"})
_OUTSIDE_QUOTES = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*:')
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*")+')
_LISTED = re.compile(r'"[^"]*"|[^",]+')
_CUSTOM = re.compile(r"X-CUSTOM\((?:CHARSET=UTF-8,)?ENCODING=QUOTED-PRINTABLE,(.*)\)", re.IGNORECASE)
"""How Android's writers give a number a label in version 2.1."""
_REMEMBERED = 120
"""The longest beginning of a line that is worth remembering, because many cards have the same ones."""


@dataclass(frozen=True, slots=True)
class Head:
    """All of a line that stands before its value.

    `name` and the names in `parameters` are as in the file; `key` is the name in capitals, as names
    are compared, `types` are the values of TYPE in small letters, `encoding` is "B" for every base64,
    `preference` is 1 for the preferred one of several, 101 where nothing is said.
    """

    group: str
    name: str
    parameters: tuple[tuple[str, str], ...]
    key: str
    types: tuple[str, ...]
    encoding: str
    charset: str
    preference: int

    def value_of(self, name: str) -> str:
        """Returns the first value of a parameter, or "" if there is none; `name` is in capitals."""
        return _value_of(self.parameters, name)


class Line(NamedTuple):
    """One property; `value` is on one line and still escaped, its charset and quoted-printable are undone.

    `guessed` tells that nothing said in which encoding the value was.
    """

    head: Head
    value: str
    guessed: bool = False


def head_of(name: str, parameters: tuple[tuple[str, str], ...] = (), group: str = "") -> Head:
    """Returns what stands before a value, made of its pieces."""
    encoding = _value_of(parameters, "ENCODING").upper()
    types = tuple(one for own, value in parameters if own.upper() == "TYPE" for one in value.lower().split())
    return Head(
        group,
        name,
        parameters,
        key=name.upper(),
        types=types,
        encoding="B" if encoding in _BASE64 else encoding,
        charset=_value_of(parameters, "CHARSET"),
        preference=_preference(_value_of(parameters, "PREF"), types),
    )


def read_head(text: str) -> tuple[Head, str] | None:
    """Returns what stands before the value and the value, or None for what is no property."""
    before, colon, value = text.partition(":")
    if '"' in before and (found := _OUTSIDE_QUOTES.match(text)):
        before, value = found.group()[:-1], text[found.end() :]
    if not colon:
        return None
    head = _remembered(before) if len(before) <= _REMEMBERED else _head(before)
    return None if head is None else (head, value)


def read_parameters(text: str) -> tuple[tuple[str, str], ...]:
    """Returns the parameters in a text like ";TYPE=work,voice;PREF=1", each with one value.

    Those of version 2.1 that have no name get the one that they stand for.
    """
    found = _PARAMETER.findall(text) if '"' in text else [part for part in text.split(";") if part]
    return tuple(pair for part in found for pair in _parameter(part.strip()))


def write_parameters(parameters: tuple[tuple[str, str], ...]) -> str:
    """Returns the parameters as a card has them, each with its semicolon."""
    return "".join(parameter(name, value) for name, value in parameters)


@lru_cache(1024)
def _remembered(before: str) -> Head | None:
    return _head(before)


def _head(before: str) -> Head | None:
    label, _, parameters = before.partition(";")
    group, _, name = label.strip().rpartition(".")
    if not _is_name(name) or (group and not _is_name(group)):
        return None
    return head_of(name, read_parameters(parameters), group)


def _value_of(parameters: tuple[tuple[str, str], ...], wanted: str) -> str:
    return next((value for name, value in parameters if name.upper() == wanted), "")


def _preference(given: str, types: tuple[str, ...]) -> int:
    if given.isascii() and given.isdigit() and len(given) < 4:
        return int(given)
    return 1 if "pref" in types else 101


def _is_name(text: str) -> bool:
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def _parameter(text: str) -> list[tuple[str, str]]:
    if custom := _CUSTOM.fullmatch(text):
        return [("TYPE", clean("X-" + binascii.a2b_qp(custom[1].encode()).decode(errors="replace")))]
    name, equals, value = text.partition("=")
    name = name.strip()
    if not equals:
        return [(_name_of_bare(text.upper()), _text(text))] if text else []
    if not _is_name(name):
        return []
    if name.upper() == "TYPE":
        listed = _LISTED.findall(value)
        values = [one for part in listed for one in part.strip('" ').split(",") if one]
        return [(name, _text(one.strip())) for one in values]
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1]
    return [(name, _text(value))] if value else []


def _text(value: str) -> str:
    return clean(without_carets(value))


def _name_of_bare(word: str) -> str:
    if word in _BARE_ENCODINGS:
        return "ENCODING"
    return "VALUE" if word in _BARE_VALUES else "TYPE"
