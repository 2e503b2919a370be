"""Phone numbers as digits, in every form in which people type them.

No numbering plan is consulted: that would cost a keystroke, and a half-typed number has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directory_app.model.folding import fold
from directory_app.model.phone import Phone

MIN_ANYWHERE = 3
"""Fewer digits are not looked for in the middle of a number: nearly every number has them."""

_TRUNK = "0"
_INTERNATIONAL_PREFIXES = ("0011", "011", "00")
_ONE_DIGIT_CODES = frozenset("17")
_THREE_DIGIT_CODES = re.compile("2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679]")


@dataclass(frozen=True, slots=True)
class Digits:
    """One phone's digits: `whole` are its complete forms, `national` those without the calling code."""

    whole: tuple[str, ...]
    national: tuple[str, ...]
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Readings:
    """What typed digits may mean: how a number may begin, and what may stand anywhere in it."""

    international: tuple[str, ...]
    national: tuple[str, ...]
    anywhere: str


def digits_in(text: str) -> str:
    """Returns the digits of a text as ASCII, whatever script they are in."""
    return "".join(char for char in fold(text) if char.isdecimal())


def digits_of(phone: Phone) -> Digits:
    """Returns the digits under which a phone is found; one that could not be read has those of its raw text."""
    number, extension = digits_in(phone.number), digits_in(phone.extension)
    if not number:
        raw = digits_in(phone.raw)
        return Digits((raw,), (raw,)) if raw else Digits((), ())
    national = number[calling_code_length(number) :]
    if not extension:
        return Digits((number,), (national,))
    return Digits((number, number + extension), (national, national + extension), extension)


def readings(digits: str, *, plus: bool) -> Readings:
    """Returns what typed digits may mean; after a plus they can only be the beginning of E.164."""
    international = dict.fromkeys(_international(digits, plus))
    if plus:
        return Readings(tuple(international), (), "")
    national = [digits]
    if digits.startswith(_TRUNK):
        national.append(digits.removeprefix(_TRUNK))
    return Readings(tuple(international), tuple(national), digits if len(digits) >= MIN_ANYWHERE else "")


def calling_code_length(number: str) -> int:
    """Returns how many leading digits of an E.164 number are its country's (ITU-T E.164, list of assigned codes)."""
    if number[:1] in _ONE_DIGIT_CODES:
        return 1
    return 3 if _THREE_DIGIT_CODES.match(number) else 2


def _international(digits: str, plus: bool) -> Iterator[str]:
    dialled = [digits]
    if not plus:
        dialled += [digits[len(prefix) :] for prefix in _INTERNATIONAL_PREFIXES if digits.startswith(prefix)]
    for number in dialled:
        yield number
        code, rest = number[: calling_code_length(number)], number[calling_code_length(number) :]
        if rest.startswith(_TRUNK):
            yield code + rest.removeprefix(_TRUNK)
