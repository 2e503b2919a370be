"""The text of a phone cell as tokens: numbers, words, remarks, and what joins them.

Digits that belong to words ("room 506", "8-12") are words here, so that they never become a number.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from directory_app.model.phones.remarks import before_extension, is_time_or_date, remarks
from directory_app.model.phones.words import LIST_WORDS, PREPOSITIONS, RANGE_WORDS, fold_word, is_label, remembered

SHORTEST_NATIONAL = 4
_SHORTEST_AFTER_WORDS = 6
_SHORTEST_BEFORE_PAUSE = 7

_DASHES = frozenset("‐‑‒–—―−﹣")
# The Chinese comma has its blank within itself, so it is never a pause.
_LEVEL = {**dict.fromkeys("【〔［", "("), **dict.fromkeys("】〕］", ")"), "〜": "~", "∼": "~", "，": "、"}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LONG_VOWEL = re.compile(r"(?<=\d)ー(?=\d)")
_SQUARE = re.compile(r"\[([+\d ]{1,8})\]")
_NO_DIGITS = re.compile(r"[^0-9]+")
# Brazilians write xx where the caller dials the code of a company, Russians 8~10 for the way abroad.
_CARRIER = r"(?:(?<!\d)0\ ?(?:xx|XX|\*\*)[ )(]{0,2})?"
_NUMBER = rf"-?[( ]{{0,2}}\+{{0,2}}[( ]{{0,3}}(?:8\ ?~\ ?(?=10))?{_CARRIER}\d(?:[ ().'-]{{0,5}}{_CARRIER}\d)*+\)?"
_ONE_NUMBER = re.compile(_NUMBER)
_TOKEN = re.compile(
    rf"(?P<NUMBER> {_NUMBER} )"
    r"""
      | (?P<PAUSE> (?<=[\d)]) (?: ,{2,}(?=\d) | (?:,|\ ?[pw])(?=\d{1,5}(?![ ().'-]{0,5}\d)) ) )
      | (?P<EXTENSION> \#(?=\ ?\d) | [eE]\.(?=\ ?\d) | [pP]\.(?=\ ?\d{1,5}(?![ ().'-]{0,5}\d)) )
      | (?P<TEXT> (?:[^\W\d_]|[℡☎✆📞🕾📠🖷📱])
          (?:[^\d;,、،؛|+()\[\]/~\t\r\n-]+|-(?!\d)|(?<![\s:])-|/(?=\ ?[^\W\d_])|\d{1,2}(?=\ ?:))* )
      | (?P<LIST> [;,、،؛|&•·・\t\r\n] )
      | (?P<SLASH> / )
      | (?P<RANGE> ~ )""",
    re.VERBOSE,
)


class TokenType(StrEnum):
    """What a token is; a pause is what telephones wait at before they dial an extension."""

    NUMBER = auto()
    TEXT = auto()
    REMARK = auto()
    EXTENSION = auto()
    PAUSE = auto()
    LIST = auto()
    SLASH = auto()
    RANGE = auto()


class Token(NamedTuple):
    """A piece of the text, and where it begins."""

    type: TokenType
    text: str
    start: int


_JOINTS = frozenset({TokenType.LIST, TokenType.SLASH, TokenType.RANGE})
_BY_PLACE = frozenset({TokenType.EXTENSION, TokenType.PAUSE})
_TYPES = {token_type.name: token_type for token_type in TokenType}


def levelled(text: str) -> str:
    """Returns the text with digits, dashes and spaces of any script as ASCII, character for character."""
    if not text.isascii():
        text = _LONG_VOWEL.sub("-", _BEYOND_ASCII.sub(_level, text))
    return _SQUARE.sub(r"(\1)", text) if "[" in text else text


def digits_of(text: str) -> str:
    """Returns the digits of a levelled text."""
    return _NO_DIGITS.sub("", text)


def read_tokens(text: str) -> list[Token]:
    """Returns the tokens of a levelled text in their order."""
    # What ends in brackets may end in the hours of the day.
    if not text.endswith(")") and _ONE_NUMBER.fullmatch(text):
        return [Token(TokenType.NUMBER, text, 0)]
    return _settled(text, _tokens(text))


def _level(match: re.Match[str]) -> str:
    return _levelled(match[0])


@lru_cache(maxsize=1024)
def _levelled(c: str) -> str:
    if c in _DASHES:
        return "-"
    if c in _LEVEL:
        return _LEVEL[c]
    if c.isdecimal():
        return str(unicodedata.decimal(c))
    if unicodedata.category(c) in ("Cf", "Zs", "Zl", "Zp", "Cc"):
        return " "
    if unicodedata.decomposition(c).startswith(("<wide>", "<narrow>")):
        return unicodedata.normalize("NFKC", c)[:1]
    return c


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    for match, is_remark in remarks(text):
        _add_tokens(tokens, text, position, match.start())
        if is_remark:
            tokens.append(Token(TokenType.REMARK, match[0].strip("()[] "), match.start()))
        else:
            start = match.start("inside")
            tokens += [token._replace(start=start + token.start) for token in _tokens(match["inside"])]
        position = match.end()
    _add_tokens(tokens, text, position, len(text))
    return tokens


def _add_tokens(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Adds the tokens between two remarks."""
    for match in _TOKEN.finditer(text, start, end):
        kind, piece, begin = _TYPES[str(match.lastgroup)], match[0], match.start()
        if kind is TokenType.TEXT:
            words = _word_tokens(piece)
            tokens += [Token(token.type, token.text, begin + token.start) for token in words] if begin else words
        else:
            tokens.append(Token(kind, piece, begin))


@remembered
def _word_tokens(text: str) -> tuple[Token, ...]:
    """Returns what words between numbers stand for; "and ext." is a joint and an extension."""
    if (whole := _type_of(text)) is not TokenType.TEXT:
        return (Token(whole, text, 0),)
    tokens = []
    start = 0
    first, _, rest = text.partition(" ")
    if len(first) > 1 and (folded := fold_word(first)) in LIST_WORDS and (folded not in PREPOSITIONS or is_label(rest)):
        tokens.append(Token(TokenType.LIST, first, 0))
        text, start = rest, len(first) + 1
    head = before_extension(text)
    if head is None:
        return (*tokens, Token(_type_of(text), text, start))
    if head:
        tokens.append(Token(_type_of(head), head, start))
    return (*tokens, Token(TokenType.EXTENSION, text[len(head) :].strip(), start))


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
    for found in tokens:
        token = found
        if token.type in _BY_PLACE:
            token = _in_context(token, settled[-1] if settled else None, number_seen=number_seen)
        if token.type is not TokenType.NUMBER:
            words = _words_after(token, settled, words)
        elif words is not None and _belongs_to(settled[words], token, number_seen=number_seen):
            start = settled[words].start
            settled[words:] = [Token(TokenType.TEXT, text[start : token.start + len(token.text)], start)]
            continue
        else:
            number_seen, words = True, None
        settled.append(token)
    return settled


def _in_context(token: Token, before: Token | None, *, number_seen: bool) -> Token:
    """Returns the token as what it is at its place: only numbers have extensions, and only whole ones pauses."""
    if token.type is TokenType.EXTENSION:
        return token if number_seen else token._replace(type=TokenType.TEXT)
    return token if before and _is_whole(before) else token._replace(type=TokenType.LIST)


def _is_whole(token: Token) -> bool:
    return token.type is TokenType.NUMBER and len(digits_of(token.text)) >= _SHORTEST_BEFORE_PAUSE


def _words_after(token: Token, settled: list[Token], words: int | None) -> int | None:
    """Returns where the words begin that digits after `token` may belong to, or None."""
    if token.type is TokenType.TEXT:
        if is_label(token.text):
            return None
        return words if _holds_digits(settled, words) else len(settled)
    if token.type is TokenType.REMARK:
        return None if is_label(token.text) else words
    return words if token.type in _JOINTS and _holds_digits(settled, words) else None


def _holds_digits(settled: list[Token], words: int | None) -> bool:
    return words is not None and any(c.isdecimal() for c in settled[words].text)


def _belongs_to(words: Token, number: Token, *, number_seen: bool) -> bool:
    if "+" in number.text or number.text.startswith("-"):
        return False
    may_be_short = number_seen or any(c.isdecimal() for c in words.text)
    shortest = _SHORTEST_AFTER_WORDS if may_be_short else SHORTEST_NATIONAL
    return len(digits_of(number.text)) < shortest or is_time_or_date(number.text)
