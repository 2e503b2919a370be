"""Text as search compares it: without case, accents, ligatures or width.

Two foldings exist because umlauts are typed in two ways: `fold` reads ü as u, `fold_spelt_out` as
ue. Both are concatenations of what each cluster (a character and its combining marks) folds to,
which is why a match in folded text can be marked in the text that is shown. Nothing here raises,
whatever the text is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory_app.model.folding import fold

_UMLAUT = re.compile("(?<=[aouAOU])\u0308")
_RING = re.compile("(?<=[aA])\u030a")
_SPELT_OUT = re.compile("[äöüåøÄÖÜÅØ]|[aouAOU]\u0308|[aA]\u030a")
_WORD = re.compile("(?:[^\\W_]|[\u0900-\u0963\u0966-\u109f\u1780-\u17d3])+")
"""Letters and digits, and the vowel signs of Indic and South-East Asian scripts, which are neither."""


def fold_spelt_out(text: str) -> str:
    """Returns the text as it is compared; ü becomes ue, ö and ø oe, ä ae, å aa."""
    if text.isascii():
        return fold(text)
    decomposed = unicodedata.normalize("NFD", text)
    spelt = _RING.sub("a", _UMLAUT.sub("e", decomposed)).replace("ø", "oe").replace("Ø", "Oe")
    return fold(spelt)


def foldings(text: str) -> tuple[str, ...]:
    """Returns every way the text is compared: one, or two where it has an umlaut."""
    plain = fold(text)
    if _SPELT_OUT.search(text) is None:
        return (plain,)
    return (plain, fold_spelt_out(text))


def words(folded: str) -> list[str]:
    """Returns the runs of letters and digits in folded text."""
    return _WORD.findall(folded)


def trimmed(folded: str) -> str:
    """Returns folded text from its first word to its last, or nothing."""
    found = list(_WORD.finditer(folded))
    return folded[found[0].start() : found[-1].end()] if found else ""


@dataclass(frozen=True, slots=True)
class Traced:
    """Folded text that knows where each of its characters came from.

    `starts[i]` and `ends[i]` bound the cluster of the original text that character i came from.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the original offsets of a non-empty stretch of the folded text."""
        return self.starts[start], self.ends[end - 1]


def trace(text: str, folding: Callable[[str], str] = fold) -> Traced:
    """Returns the folded text with the original offsets of its characters."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = folding(text[start:end])
        parts.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return Traced("".join(parts), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for offset, char in enumerate(text):
        if offset > start and not unicodedata.combining(char):
            yield start, offset
            start = offset
    if text:
        yield start, len(text)
