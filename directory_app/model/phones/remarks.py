"""Remarks in a phone cell: words in brackets, and the hours of the day, whose digits are no number."""

import re
from collections.abc import Iterable, Iterator

from directory_app.model.phones.words import (
    EXTENSION_WORDS,
    LIST_WORDS,
    NUMBER_WORDS,
    fold_word,
    is_label,
    read_label,
    remembered,
)

_DIGITS_OF_A_NUMBER = 5
_LONGEST_TIME = 40

_BRACKETS = r"[(\[] (?P<inside> (?: [^()\[\]] | \([^()\[\]]{0,40}\) ){0,160} ) [)\]]"
_HOUR = r"(?:h|hrs?|hours?|am|pm|uhr|horas|heures|stunden|std|days?|d[ií]as|dias|jours|tage|jam|uur)\b"
_REMARK = re.compile(
    rf"""[(\[]? (?<![\d+/.-])(?:24|7)\ ?[hjd]?\ ?/\ ?(?:24|7)(?![\d/]) [)\]]?
      | {_BRACKETS}
      | (?<![\d+])\d{{1,2}}[ -]?{_HOUR} (?: \ ?(?:-|to|until|bis|a|à)\ ?\d{{1,2}}\ ?{_HOUR} )?
      | (?<![\d+])\d{{1,2}}:\d\d(?!\d) (?: \ ?-\ ?\d{{1,2}}:\d\d(?!\d) )?""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(_BRACKETS, re.VERBOSE)
_HINT_OF_TIME = re.compile(r"[hHaApPuUsSdDjJtT](?:(?<=\d.)|(?<=\d[ -].))|:(?=\d)|/(?= ?[27])")
_LETTER = re.compile(r"[^\W\d_]|:")
_CARRIER = re.compile(r" *0 ?(?:xx|\*\*)", re.IGNORECASE)
_FIRST_DIGIT = re.compile(r"[\d+]")
_LONG_NUMBER = re.compile(r"[+(]{0,2}\d(?:[ ().'-]{0,3}\d){6,}")
_TIME_OR_DATE = re.compile(
    r"(?: *\d{1,2}(?:\.\d\d)? *- *\d{1,2}(?:\.\d\d)?)+ *| *\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d *"
)
_CLOCK = r"(?:[01]\d|2[0-4])[0-5]\d"
_TIMES_TOGETHER = re.compile(rf"{_CLOCK} ?- ?{_CLOCK}")
_TAIL_AND_LABEL = re.compile(r" *(-?)(\d+) *([^\W\d].*)")


def remarks(text: str) -> Iterable[tuple[re.Match[str], bool]]:
    """Returns what stands by itself in a levelled text, and whether it is a remark or holds a number or an extension.

    Most cells show at once that they have none.
    """
    if _HINT_OF_TIME.search(text):
        return _worded(_REMARK.finditer(text))
    return _worded(_BRACKETED.finditer(text)) if "(" in text or "[" in text else ()


def _worded(found: Iterable[re.Match[str]]) -> Iterator[tuple[re.Match[str], bool]]:
    for match in found:
        inside = match["inside"]
        if inside is None:
            yield match, True
        elif not _LETTER.search(inside):
            if _is_time_in_brackets(match):
                yield match, True
        elif not _CARRIER.match(inside):
            yield match, _is_remark(inside)


def _is_time_in_brackets(match: re.Match[str]) -> bool:
    """Tells whether brackets at the end of a number or a cell hold the hours: "(8-12)", "(0900-1700)"."""
    inside = match["inside"]
    if "-" not in inside or not (is_time_or_date(inside) or _TIMES_TOGETHER.fullmatch(inside)):
        return False
    following = match.string[match.end() : match.end() + 2].strip(" -")
    return match.start() > 0 and not following[:1].isdecimal()


def is_time_or_date(text: str) -> bool:
    """Tells whether digits are hours or a day, as "8-12", "08.00-17.00" and "01.02.2020" are."""
    return len(text) <= _LONGEST_TIME and _TIME_OR_DATE.fullmatch(text) is not None


def before_extension(text: str) -> str | None:
    """Returns the words before those that announce an extension ("ext.", "extension no."); without these, None."""
    words = text.split()
    while len(words) > 1 and (not (folded := fold_word(words[-1])) or folded in NUMBER_WORDS):
        del words[-1]
    for length in (3, 2, 1):
        if fold_word(" ".join(words[-length:])) in EXTENSION_WORDS:
            return " ".join(words[:-length])
    return None


@remembered
def _is_remark(inside: str) -> bool:
    """Tells whether brackets with words in them hold only words, rather than a number with its label."""
    lead = _FIRST_DIGIT.split(inside, maxsplit=1)[0]
    digits = sum(c.isdecimal() for c in inside)
    if before_extension(lead) is not None:
        return digits == 0
    if inside.lstrip().startswith("+") or is_label(lead) or fold_word(lead) in LIST_WORDS:
        is_tail = inside[len(lead) :].isdecimal() and (digits > 1 or lead.endswith("-"))
        return digits < _DIGITS_OF_A_NUMBER and not is_tail
    return not (_is_labelled_tail(inside) or _is_labelled_number(inside))


def _is_labelled_tail(inside: str) -> bool:
    """Tells whether brackets hold the end of a number and then its label, as in "(-19 Fax)"."""
    match = _TAIL_AND_LABEL.fullmatch(inside)
    return match is not None and (bool(match[1]) or len(match[2]) >= _DIGITS_OF_A_NUMBER) and is_label(match[3])


def _is_labelled_number(inside: str) -> bool:
    """Tells whether brackets hold a whole number among words, as in "(out of hours: 07700 900123)"."""
    match = _LONG_NUMBER.search(inside)
    if not match or is_time_or_date(match[0]) or _TIMES_TOGETHER.fullmatch(match[0]):
        return False
    words = inside.replace(match[0], " ")
    return match[0].startswith(("+", "(", "0")) or is_label(words) or read_label([words]).kind is not None
