"""Which parts of a shown text a query matched, so that the list can mark them."""

import re
from collections.abc import Iterator

from directory_app.search.folding import Traced, fold_spelt_out, trace, words
from directory_app.search.numbers import MIN_ANYWHERE, readings
from directory_app.search.query import Number, Query, Word, parse

_EXCERPT = 90
_BEFORE = 24
_NUMBER = re.compile("[0-9](?:[-+()/. ]*[0-9])*")


def spans(text: str, query: Query | str) -> list[tuple[int, int]]:
    """Returns the parts of a text that match a query as (start, end) in characters, in order, apart.

    A word that begins somewhere is marked there; only where it begins nowhere, in the middle of words.
    """
    terms = (parse(query) if isinstance(query, str) else query).terms
    if not terms or not text:
        return []
    traced = [trace(text)]
    if (spelt_out := trace(text, fold_spelt_out)).text != traced[0].text:
        traced.append(spelt_out)
    return _joined(sorted(span for term in terms for span in _spans(term, traced)))


def excerpt(text: str, query: Query) -> str:
    """Returns a text in one line, cut around its first match if it is long."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    start = max(0, next((start for start, _ in spans(line, query)), 0) - _BEFORE)
    end = start + _EXCERPT
    return ("… " if start else "") + line[start:end].strip() + (" …" if end < len(line) else "")


def _spans(term: Word | Number, traced: list[Traced]) -> list[tuple[int, int]]:
    found = [span for shown in traced for span in _term_spans(term, shown)]
    if found or isinstance(term, Number):
        return found
    return [span for part in term.parts for span in _spans(part, traced)]


def _term_spans(term: Word | Number, shown: Traced) -> list[tuple[int, int]]:
    if isinstance(term, Number):
        return _number_spans(term, shown) or [span for group in term.groups for span in _word_spans(group, shown)]
    return [span for form in term.forms for span in _word_spans(form, shown)]


def _word_spans(part: str, shown: Traced) -> list[tuple[int, int]]:
    places = list(_places(part, shown.text))
    beginnings = [place for place in places if place == 0 or not words(shown.text[place - 1])]
    if not beginnings and len(part) == 1 and part.isascii():
        return []
    return [shown.span(place, place + len(part)) for place in beginnings or places]


def _number_spans(term: Number, shown: Traced) -> list[tuple[int, int]]:
    """Finds typed digits among those of each number in the text, whatever stands between them."""
    read = readings(term.digits, plus=term.plus)
    typed = [form for form in (read.anywhere, *read.international, *read.national) if len(form) >= MIN_ANYWHERE]
    found = []
    for number in _NUMBER.finditer(shown.text):
        offsets = [offset for offset in range(*number.span()) if shown.text[offset].isdecimal()]
        digits = "".join(shown.text[offset] for offset in offsets)
        places = ((digits.find(form), len(form)) for form in typed)
        place, length = next((place for place in places if place[0] >= 0), (0, 0))
        if length:
            found.append(shown.span(offsets[place], offsets[place + length - 1] + 1))
    return found


def _places(part: str, text: str) -> Iterator[int]:
    place = text.find(part) if part else -1
    while place >= 0:
        yield place
        place = text.find(part, place + len(part))


def _joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
