"""The text of a phone cell as tokens: numbers, words, remarks, and what joins them.

Digits that belong to words ("room 506", "8-12") are words here, so that they never become a number.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from directory_app.model.phone_words import EXTENSION_WORDS, LIST_WORDS, NUMBER_WORDS, RANGE_WORDS, fold_word, is_label

SHORTEST_NATIONAL = 4
_SHORTEST_AFTER_WORDS = 6
_SHORTEST_BEFORE_PAUSE = 7
_DIGITS_OF_A_NUMBER = 5

_DASHES = frozenset("‐‑‒–—―−﹣")
_NO_DIGITS = re.compile(r"[^0-9]+")
_REMARK = re.compile(
    r"""[(\[]? (?<![\d+/.-])(?:24|7)\ ?[hjd]?\ ?/\ ?(?:24|7)(?![\d/]) [)\]]?
      | [(\[] (?P<inside> (?: [^()\[\]] | \([^()\[\]]{0,40}\) ){0,160} ) [)\]]
      | (?<![\d+])\d{1,2}\ ?(?:h|hrs?|hours?|am|pm|uhr|horas|heures|stunden|std|days?|d[ií]as|jours|tage)\b
      | (?<![\d+])\d{1,2}:\d\d(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = r"-?[( ]{0,2}\+?[( ]{0,3}\d(?:[ ().'-]{0,5}\d)*\)?"
_ONE_NUMBER = re.compile(_NUMBER)
_TOKEN = re.compile(
    rf"(?P<NUMBER> {_NUMBER} )"
    r"""
      | (?P<PAUSE> (?<=[\d)]) (?: ,{2,}(?=\d) | (?:,|\ ?[pw])(?=\d{1,5}(?![ ().'-]{0,5}\d)) ) )
      | (?P<EXTENSION> \#(?=\ ?\d) | [eE]\.(?=\ ?\d) )
      | (?P<TEXT> (?:[^\W\d_]|℡)(?:[^\d;,、،|+()\[\]/~\t\r\n]|/(?=\ ?[^\W\d_])|\d{1,2}(?=\ ?:))* )
      | (?P<LIST> [;,、،|&•·\t\r\n] )
      | (?P<SLASH> / )
      | (?P<RANGE> ~ )""",
    re.VERBOSE,
)
_HOURS = re.compile(r"(?: *\d{1,2}(?:\.\d\d)? *- *\d{1,2}(?:\.\d\d)?)+")
_LED_BY_A_HYPHEN = re.compile(r".*[\s:]-", re.DOTALL)


class TokenType(Enum):
    """What a token is; a pause is what telephones wait at before they dial an extension."""

    NUMBER = auto()
    TEXT = auto()
    REMARK = auto()
    EXTENSION = auto()
    PAUSE = auto()
    LIST = auto()
    SLASH = auto()
    RANGE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, and where it begins."""

    type: TokenType
    text: str
    start: int


def levelled(text: str) -> str:
    """Returns the text with digits, dashes and spaces of any script as ASCII, character for character."""
    return text if text.isascii() else "".join(map(_level, text))


def digits_of(text: str) -> str:
    """Returns the digits of a levelled text."""
    return _NO_DIGITS.sub("", text)


def read_tokens(text: str) -> list[Token]:
    """Returns the tokens of a levelled text in their order."""
    if _ONE_NUMBER.fullmatch(text):
        return [Token(TokenType.NUMBER, text, 0)]
    return _settled(text, _tokens(text))


def _level(c: str) -> str:
    if c.isascii():
        return c
    if c in _DASHES:
        return "-"
    if c == "，":
        # It has its blank within itself, so it is never a pause.
        return "、"
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    if unicodedata.category(c) in ("Cf", "Zs", "Zl", "Zp", "Cc"):
        return " "
    if unicodedata.decomposition(c).startswith(("<wide>", "<narrow>")):
        return unicodedata.normalize("NFKC", c)[:1]
    return c


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    for match in _REMARK.finditer(text):
        if match["inside"] is None or _is_remark(match["inside"]):
            yield from _tokens_between_remarks(text, position, match.start())
            yield Token(TokenType.REMARK, match[0].strip("()[] "), match.start())
            position = match.end()
    yield from _tokens_between_remarks(text, position, len(text))


def _is_remark(inside: str) -> bool:
    """Tells whether brackets hold words, rather than digits or a number with its label."""
    if not any(c.isalpha() or c == ":" for c in inside):
        return False
    lead = re.split(r"[\d+]", inside, maxsplit=1)[0]
    digits = sum(c.isdecimal() for c in inside)
    if _before_extension(lead) is not None:
        return digits == 0
    if inside.lstrip().startswith("+") or is_label(lead) or fold_word(lead) in LIST_WORDS:
        is_tail = inside[len(lead) :].isdecimal() and (digits > 1 or lead.endswith("-"))
        return digits < _DIGITS_OF_A_NUMBER and not is_tail
    return True


def _tokens_between_remarks(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        kind = TokenType[str(match.lastgroup)]
        if kind is TokenType.TEXT:
            yield from _word_tokens(match[0], match.start())
        else:
            yield Token(kind, match[0], match.start())


def _word_tokens(text: str, start: int) -> Iterator[Token]:
    """Yields what words between numbers stand for; "and ext." is a joint and an extension."""
    first, _, rest = text.partition(" ")
    if len(first) > 1 and rest and fold_word(first) in LIST_WORDS:
        yield Token(TokenType.LIST, first, start)
        text, start = rest, start + len(first) + 1
    head = _before_extension(text)
    if head is None:
        yield Token(_type_of(text), text, start)
        return
    if head:
        yield Token(_type_of(head), head, start)
    yield Token(TokenType.EXTENSION, text[len(head) :].strip(), start)


def _before_extension(text: str) -> str | None:
    """Returns the words before those that announce an extension ("ext.", "extension no."); without these, None."""
    words = text.split()
    while len(words) > 1 and (not (folded := fold_word(words[-1])) or folded in NUMBER_WORDS):
        del words[-1]
    for length in (1, 2):
        if fold_word(" ".join(words[-length:])) in EXTENSION_WORDS:
            return " ".join(words[:-length])
    return None


def _type_of(words: str) -> TokenType:
    folded = fold_word(words)
    if folded in LIST_WORDS:
        return TokenType.LIST
    return TokenType.RANGE if folded in RANGE_WORDS else TokenType.TEXT


# Digits that belong to words


def _settled(text: str, tokens: Iterable[Token]) -> list[Token]:
    """Returns the tokens with the digits that words hold made part of them: "room 506", "Mo-Fr 8-12, 13-17"."""
    settled: list[Token] = []
    number_seen = False
    words: int | None = None  # where those words begin that the next digits may belong to
    for token in tokens:
        meant = _in_context(token, settled[-1] if settled else None, number_seen=number_seen)
        if meant.type is not TokenType.NUMBER:
            words = _words_after(meant, settled, words)
        elif words is not None and _belongs_to(settled[words], meant, number_seen=number_seen):
            start = settled[words].start
            settled[words:] = [Token(TokenType.TEXT, text[start : meant.start + len(meant.text)], start)]
            continue
        else:
            number_seen, words = True, None
        settled.append(meant)
    return settled


def _in_context(token: Token, before: Token | None, *, number_seen: bool) -> Token:
    """Returns the token as what it is at its place: only numbers have extensions, and only whole ones pauses."""
    if token.type is TokenType.EXTENSION and not number_seen:
        return replace(token, type=TokenType.TEXT)
    if token.type is TokenType.PAUSE and not (before and _is_whole(before)):
        return replace(token, type=TokenType.LIST)
    return token


def _is_whole(token: Token) -> bool:
    return token.type is TokenType.NUMBER and len(digits_of(token.text)) >= _SHORTEST_BEFORE_PAUSE


def _words_after(token: Token, settled: list[Token], words: int | None) -> int | None:
    """Returns where the words begin that digits after `token` may belong to, or None."""
    holding = words is not None and any(c.isdecimal() for c in settled[words].text)
    if token.type is TokenType.TEXT:
        if is_label(token.text) or _LED_BY_A_HYPHEN.fullmatch(token.text):
            return None
        return words if holding else len(settled)
    if token.type is TokenType.REMARK:
        return None if is_label(token.text) else words
    is_joint = token.type in (TokenType.LIST, TokenType.SLASH, TokenType.RANGE)
    return words if holding and is_joint else None


def _belongs_to(words: Token, number: Token, *, number_seen: bool) -> bool:
    if "+" in number.text:
        return False
    may_be_short = number_seen or any(c.isdecimal() for c in words.text)
    shortest = _SHORTEST_AFTER_WORDS if may_be_short else SHORTEST_NATIONAL
    return len(digits_of(number.text)) < shortest or _HOURS.fullmatch(number.text) is not None
