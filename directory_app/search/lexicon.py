"""Words and the documents they stand in, looked up by their beginning, by any part, or nearly."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, chain

_SEPARATOR = "\n"
_PAST_EVERY_CHARACTER = "\U0010ffff"
_ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 8


class Lexicon:
    """Distinct words in order, each with the numbers of the documents that hold it.

    A beginning is then a stretch of the words, and a part of a word is looked for in one text in
    which all of them lie end to end.
    """

    def __init__(self, documents: Mapping[str, Iterable[int]]) -> None:
        self._words = sorted(documents)
        self._documents = [tuple(documents[word]) for word in self._words]

    def equal(self, word: str) -> Iterable[int]:
        """Returns the documents that hold the word."""
        place = bisect_left(self._words, word)
        return self._documents[place] if self._words[place : place + 1] == [word] else ()

    def starting(self, beginning: str) -> Iterable[int]:
        """Returns the documents that hold a longer word with this beginning, some of them repeatedly."""
        low = bisect_left(self._words, beginning)
        low += self._words[low : low + 1] == [beginning]
        high = bisect_right(self._words, beginning + _PAST_EVERY_CHARACTER, lo=low)
        return chain.from_iterable(self._documents[low:high])

    def containing(self, part: str) -> Iterable[int]:
        """Returns the documents that hold a word with this part anywhere in it, some of them repeatedly."""
        return chain.from_iterable(map(self._documents.__getitem__, self._places_containing(part)))

    def similar(self, word: str) -> Iterable[int]:
        """Returns the documents that hold a word a typing mistake away: one edit, or two in a long word."""
        edits = _edits(word)
        if not edits:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = range(len(word) - edits, len(word) + edits + 1)
        places = [place for length in near for place in self._places_by_length.get(length, ())]
        found = process.extract(
            word, [self._words[place] for place in places], scorer=OSA.distance, score_cutoff=edits, limit=None
        )
        return chain.from_iterable(self._documents[places[at]] for _, _, at in found)

    @cached_property
    def _joined(self) -> str:
        return _SEPARATOR.join(self._words)

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate((len(word) + len(_SEPARATOR) for word in self._words), initial=0))

    @cached_property
    def _places_by_length(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for place, word in enumerate(self._words):
            places.setdefault(len(word), []).append(place)
        return places

    def _places_containing(self, part: str) -> Iterator[int]:
        joined, offsets = self._joined, self._offsets
        place = 0
        offset = joined.find(part)
        while offset >= 0:
            # Counting on from the last place is many times faster than bisecting where hits lie close together.
            place += joined.count(_SEPARATOR, offsets[place], offset)
            yield place
            place += 1
            offset = joined.find(part, offsets[place])


def _edits(word: str) -> int:
    if not word.isalpha() or len(word) < _ONE_EDIT_FROM:
        return 0
    return 2 if len(word) >= _TWO_EDITS_FROM else 1
