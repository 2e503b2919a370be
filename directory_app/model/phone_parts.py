"""The text of a phone cell taken apart: what is a number, an extension, a label, and what joins them.

Nothing here knows a numbering plan; `phone_plan` reads the parts.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from directory_app.model.phone_words import EXTENSION_WORDS, LIST_WORDS, RANGE_WORDS, fold_word, is_label

_WIDEST_RANGE = 20
_LONGEST_NUMBER = 15
_LONGEST_EXTENSION = 7
_LONGEST_FURTHER_EXTENSION = 6
_DIGITS_OF_A_NUMBER = 5

_DASHES = frozenset("‐‑‒–—―−﹣")
_NO_DIGITS = re.compile(r"[^0-9]+")
_REMARK = re.compile(
    r"""[(\[] (?P<inside> (?: [^()\[\]] | \([^()\[\]]{0,40}\) ){0,160} ) [)\]]
      | (?<![\d+])\d{1,2}\ ?(?:h|hrs?|hours?|am|pm|uhr|horas|heures|stunden|std)\b
      | (?<![\d+])\d{1,2}:\d\d(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_TOKEN = re.compile(
    r"""(?P<NUMBER> -?[( ]{0,2}\+?[( ]{0,3}\d(?:[ ().'-]{0,5}\d)*\)? )
      | (?P<TEXT> (?:[^\W\d_]|℡)(?:[^\d;,、،|+()\[\]/~\t\r\n]|/(?=\ ?[^\W\d_])|\d{1,2}(?=\ ?:))* )
      | (?P<LIST> [;,、،|&•·\t\r\n] )
      | (?P<SLASH> / )
      | (?P<RANGE> ~ )
      | (?P<EXTENSION> \#(?=\ ?\d) )""",
    re.VERBOSE,
)


class Joint(Enum):
    """What stands between a part and the one before it."""

    START = auto()
    LIST = auto()
    SLASH = auto()
    RANGE = auto()


@dataclass(slots=True)
class Part:
    """One number of a cell as it is written, with its extensions and the words before and after it.

    `start` is where it begins in the text, `joined_at` where that begins which joins it to the one before.
    """

    joined_at: int
    start: int
    joint: Joint = Joint.START
    digits: str = ""
    extensions: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


class _Type(Enum):
    NUMBER = auto()
    TEXT = auto()
    REMARK = auto()
    EXTENSION = auto()
    LIST = auto()
    SLASH = auto()
    RANGE = auto()


@dataclass(frozen=True, slots=True)
class _Token:
    type: _Type
    text: str
    start: int


_JOINTS = {_Type.LIST: Joint.LIST, _Type.SLASH: Joint.SLASH, _Type.RANGE: Joint.RANGE}


def levelled(text: str) -> str:
    """Returns the text with digits, dashes and spaces of any script as ASCII, character for character."""
    return text if text.isascii() else "".join(map(_level, text))


def read_parts(text: str) -> list[Part]:
    """Returns the parts of a levelled text; one without digits comes only where nothing has any."""
    return _gathered(_grouped(list(_tokens(text))))


def counted(first: str, last: str) -> list[str]:
    """Returns the numbers after `first` up to `last`, or nothing where that is no plausible range."""
    if len(first) != len(last) or len(first) > _LONGEST_NUMBER:
        return []
    steps = int(last) - int(first)
    if not 0 < steps <= _WIDEST_RANGE:
        return []
    return [str(int(first) + step).zfill(len(first)) for step in range(1, steps + 1)]


def _level(c: str) -> str:
    if c.isascii():
        return c
    if c in _DASHES:
        return "-"
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    if unicodedata.category(c) in ("Cf", "Zs", "Zl", "Zp", "Cc"):
        return " "
    if unicodedata.decomposition(c).startswith(("<wide>", "<narrow>")):
        return unicodedata.normalize("NFKC", c)[:1]
    return c


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    for match in _REMARK.finditer(text):
        if match["inside"] is None or _is_remark(match["inside"]):
            yield from _tokens_between_remarks(text, position, match.start())
            yield _Token(_Type.REMARK, match[0].strip("()[] "), match.start())
            position = match.end()
    yield from _tokens_between_remarks(text, position, len(text))


def _is_remark(inside: str) -> bool:
    """Tells whether brackets hold words, rather than digits or a whole number with its label."""
    if not any(c.isalpha() or c == ":" for c in inside):
        return False
    lead = re.split(r"[\d+]", inside, maxsplit=1)[0]
    digits = sum(c.isdecimal() for c in inside)
    if fold_word(lead) in EXTENSION_WORDS:
        return digits == 0
    holds_number = inside.lstrip().startswith("+") or is_label(lead) or fold_word(lead) in LIST_WORDS
    return not (holds_number and digits >= _DIGITS_OF_A_NUMBER)


def _tokens_between_remarks(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, start, end):
        kind = _Type[str(match.lastgroup)]
        if kind is _Type.TEXT:
            yield from _word_tokens(match[0], match.start())
        else:
            yield _Token(kind, match[0], match.start())


def _word_tokens(text: str, start: int) -> Iterator[_Token]:
    """Yields what words between numbers stand for; "and ext." is a joint and an extension."""
    first, _, rest = text.partition(" ")
    if len(first) > 1 and rest and fold_word(first) in LIST_WORDS:
        yield _Token(_Type.LIST, first, start)
        text, start = rest, start + len(first) + 1
    head, _, last = text.rstrip(" .:=-").rpartition(" ")
    if fold_word(last) not in EXTENSION_WORDS:
        yield _Token(_type_of(text), text, start)
        return
    if head:
        yield _Token(_type_of(head), head, start)
    yield _Token(_Type.EXTENSION, last, start)


def _type_of(words: str) -> _Type:
    folded = fold_word(words)
    if folded in LIST_WORDS:
        return _Type.LIST
    return _Type.RANGE if folded in RANGE_WORDS else _Type.TEXT


def _grouped(tokens: list[_Token]) -> list[Part]:
    """Returns one part for each number, joint or label that begins something new."""
    parts = [Part(0, 0)]
    extension_follows = False
    for index, token in enumerate(tokens):
        part = parts[-1]
        if token.type in _JOINTS:
            parts.append(Part(token.start, token.start + len(token.text), _JOINTS[token.type]))
        elif token.type is _Type.EXTENSION:
            extension_follows = True
            continue
        elif token.type is not _Type.NUMBER:
            _add_text(parts, token, leads=token.type is _Type.TEXT and _number_follows(tokens, index))
        elif extension_follows and _may_be_extension(token.text):
            part.extensions.extend(_extensions(token.text))
        elif part.digits or part.extensions:
            parts.append(Part(token.start, token.start, Joint.LIST, token.text))
        else:
            part.digits = token.text
        extension_follows = False
    return parts


def _may_be_extension(text: str) -> bool:
    return "+" not in text and len(_digits(text)) <= _LONGEST_EXTENSION


def _number_follows(tokens: list[_Token], index: int) -> bool:
    following = index + 1
    while following < len(tokens) and tokens[following].type is _Type.REMARK:
        following += 1
    return following < len(tokens) and tokens[following].type is _Type.NUMBER


def _add_text(parts: list[Part], token: _Token, *, leads: bool) -> None:
    """Adds words to the number before them, or to the one that they lead to."""
    part = parts[-1]
    if not part.digits:
        part.before.append(token.text)
    elif leads:
        parts.append(Part(token.start, token.start, Joint.LIST, before=[token.text]))
    else:
        part.after.append(token.text)


def _extensions(text: str) -> list[str]:
    first, dash, last = text.partition("-")
    first, last = _digits(first), _digits(last)
    if dash and first and last and (others := counted(first, last)):
        return [first, *others]
    return [_digits(text)]


def _digits(text: str) -> str:
    return _NO_DIGITS.sub("", text)


def _gathered(parts: list[Part]) -> list[Part]:
    """Returns the parts that have a number, the words and extensions of the others given to them."""
    found: list[Part] = []
    waiting = Part(0, 0)
    for part in parts:
        if found and _is_further_extension(found[-1], part):
            found[-1].extensions.extend(_further(found[-1].extensions[-1:], part))
            found[-1].after.extend(part.after)
        elif part.digits:
            found.append(_led_by(waiting, part))
            waiting = Part(0, 0)
        elif waiting.before:
            waiting.before += part.before
        else:
            waiting = part
    if not found:
        return [waiting] if waiting.before else []
    found[-1].after.extend(waiting.before)
    return found


def _led_by(words: Part, part: Part) -> Part:
    """Returns the part as it is, or as beginning with the words that stood before its joint."""
    if not words.before:
        return part
    return replace(part, joined_at=words.joined_at, start=words.start, before=words.before + part.before)


def _is_further_extension(before: Part, part: Part) -> bool:
    if part.before:
        return False
    if not part.digits:
        return bool(part.extensions)
    plain = part.digits.strip(" ")
    return (
        bool(before.extensions)
        and not part.extensions
        and not plain.startswith(("+", "(", "0"))
        and len(_digits(plain)) <= _LONGEST_FURTHER_EXTENSION
    )


def _further(last: list[str], part: Part) -> list[str]:
    if not part.digits:
        return part.extensions
    digits = _digits(part.digits)
    if part.joint is Joint.RANGE and last:
        return counted(last[0], digits) or [digits]
    return _extensions(part.digits)
