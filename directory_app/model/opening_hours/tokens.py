"""The words, numbers and signs that opening hours are written with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<comment> "[^"]*" )
      | (?P<always> 24/7 )
      | (?P<time> [0-9]{1,2}[:.][0-9]{2}(?![0-9]) )
      | (?P<number> [0-9]+ )
      | (?P<word> [^\W\d_]+ \.? )
      | (?P<sign> \|\| | [^\s] )
    )""",
    re.VERBOSE,
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("“”„", '"') | {"\xa0": " ", "\u202f": " "})


class Kind(StrEnum):
    """What a token is; the names are those of the groups of `_TOKEN`."""

    COMMENT = "comment"
    ALWAYS = "always"
    TIME = "time"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, as written and where."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Returns the tokens of a text; whatever is in it becomes one, if only a sign that nobody knows.

    Dashes, quotation marks and spaces that a word processor puts instead of the plain ones are taken for those.
    """
    plain = text.translate(_DASHES)
    found = []
    for match in _TOKEN.finditer(plain):
        kind = Kind(match.lastgroup or Kind.SIGN)
        found.append(Token(kind, match[kind], match.start(kind), match.end(kind)))
    return tuple(found)


def weekday_of(word: str) -> int | None:
    """Returns the weekday of "Mo", "Mon" or "Monday", whatever its case; 0 is Monday."""
    return _WEEKDAY_WORDS.get(_folded(word))


def month_of(word: str) -> int | None:
    """Returns the month of "Jan", "Jan." or "January", whatever its case; 1 is January."""
    return _MONTH_WORDS.get(_folded(word))


def _folded(word: str) -> str:
    return word.rstrip(".").casefold()


def _beginnings(names: tuple[str, ...], fewest: int, first: int) -> Mapping[str, int]:
    """Returns every beginning of each name that has at least so many letters, with its number."""
    return {
        name[:length].casefold(): number
        for number, name in enumerate(names, first)
        for length in range(fewest, len(name) + 1)
    }


_WEEKDAY_WORDS = _beginnings(WEEKDAY_NAMES, 2, 0)
_MONTH_WORDS = _beginnings(MONTH_NAMES, 3, 1)
