"""Documents made searchable once and for all: what each term of a query costs in each of them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import repeat
from typing import NamedTuple

from directory_app.model.progress import Progress, counted, untold
from directory_app.search.document import Document, Field
from directory_app.search.folding import foldings, words
from directory_app.search.lexicon import Lexicon
from directory_app.search.numbers import digits_of, readings
from directory_app.search.query import Number, Query, Word

FIELDS = tuple(Field)
_PLACE = {field: place for place, field in enumerate(FIELDS)}
_FIELD_BITS = 4
_BETWEEN_TELLINGS = 2_000


class Quality(IntEnum):
    """How a term matched; the value is what that costs, so that any prefix comes before any infix."""

    WORD = 0
    PREFIX = 6
    INFIX = 40
    SIMILAR = 80


_FIELD_COST = {
    Field.NAME: 0,
    Field.ALIAS: 2,
    Field.CITY: 4,
    Field.DISTRICT: 8,
    Field.STATE: 8,
    Field.COUNTRY: 8,
    Field.SERVES: 10,
    Field.REGION: 8,
    Field.PERSON: 8,
    Field.PHONE: 10,
    Field.ROLE: 14,
    Field.EMAIL: 12,
    Field.WEB: 12,
    Field.KIND: 12,
    Field.ADDRESS: 14,
    Field.NOTES: 16,
}
_EXACT_COST = {Field.NAME: -1, Field.COUNTRY: 1, Field.REGION: 1, Field.SERVES: 2}
"""What a whole text costs that is all that was typed: "DE" is the country before any alias with a "de" in it."""

_LONG = frozenset({Field.ADDRESS, Field.NOTES})
"""Texts that nobody types whole: only their words are looked up."""
_NEVER_GUESSED = frozenset({Field.EMAIL, Field.WEB, Field.PHONE, Field.NOTES})
_FAR = _LONG | {Field.ROLE, Field.EMAIL, Field.WEB, Field.KIND}
"""Fields in which a single letter finds only itself, not every word that begins with it."""

Scores = dict[int, int]
"""Document number -> score: the lower the better; `cost_of` and `field_of` take it apart."""

Enough = Callable[[Scores], bool]
Places = dict[str, list[int]]


class Tier(NamedTuple):
    """One way in which a text can match, and what that scores; it is looked up only when it is its turn."""

    score: int
    look_up: Callable[[str], Iterable[int]]
    text: str


def cost_of(score: int) -> int:
    """Returns what the match costs; costs of several terms add up."""
    return score >> _FIELD_BITS


def field_of(score: int) -> Field:
    """Returns where the best match was."""
    return FIELDS[score & ((1 << _FIELD_BITS) - 1)]


def _score(quality: Quality, field: Field) -> int:
    return _packed(quality + _FIELD_COST[field], field)


def _packed(cost: int, field: Field) -> int:
    return (cost << _FIELD_BITS) | _PLACE[field]


class Segment:
    """An immutable index over numbered documents."""

    def __init__(self, documents: Iterable[tuple[int, Document]], progress: Progress = untold) -> None:
        read = _Reader(counted(documents, 0, progress, _BETWEEN_TELLINGS))
        self._size = read.size
        self._words: dict[Field, Lexicon] = {}
        self._texts: dict[Field, Lexicon] = {}
        for field, texts, found in read.folded(progress):
            self._words[field] = Lexicon(found)
            if field not in _LONG:
                self._texts[field] = Lexicon(texts)
        self._whole_numbers = Lexicon(read.whole_numbers)
        self._national_numbers = Lexicon(read.national_numbers)
        self._extensions = Lexicon(read.extensions)

    def exact(self, query: Query) -> Scores:
        """Returns the documents whose name, country or region is, folded, the whole query."""
        tiers = [
            Tier(_packed(cost, field), self._texts[field].equal, form)
            for field, cost in _EXACT_COST.items()
            if field in self._texts
            for form in query.whole
        ]
        return _best(tiers, lambda _: False)

    def scores(self, term: Word | Number, enough: Enough | None = None) -> Scores:
        """Returns the documents that match a term.

        What is worse than those found is left out once `enough` says that these suffice.
        """
        stop = enough or self._found_all
        if isinstance(term, Number):
            found = _best([*self._phone_tiers(term), *self._group_tiers(term)], stop)
            return _apart([self.scores(group) for group in term.parts]) | found
        if term.parts or not words(term.forms[0]):
            found = _best(self._text_tiers(term), stop)
            return found if stop(found) else _apart([self.scores(part) for part in term.parts]) | found
        return _best(self._word_tiers(term), stop)

    def similar(self, term: Word | Number) -> Scores:
        """Returns the documents that match a term but for a typing mistake; numbers are never guessed at."""
        if isinstance(term, Number):
            return {}
        if term.parts:
            return _apart([self.similar(part) | self.scores(part) for part in term.parts])
        tiers = [
            Tier(_score(Quality.SIMILAR, field), lexicon.similar, form)
            for field, lexicon in self._words.items()
            for form in term.forms
            if field not in _NEVER_GUESSED
        ]
        return _best(tiers, self._found_all)

    def _found_all(self, found: Scores) -> bool:
        return len(found) == self._size

    def _word_tiers(self, term: Word) -> Iterator[Tier]:
        for field, lexicon in self._words.items():
            for form in term.forms:
                one_letter = len(form) == 1 and form.isascii()
                # A letter is the beginning of something rather than a word, such as the E of a street.
                yield Tier(_score(Quality.PREFIX if one_letter else Quality.WORD, field), lexicon.equal, form)
                if not (one_letter and field in _FAR):
                    yield Tier(_score(Quality.PREFIX, field), lexicon.starting, form)
                if not one_letter:
                    yield Tier(_score(Quality.INFIX, field), lexicon.containing, form)

    def _text_tiers(self, term: Word) -> Iterator[Tier]:
        quality = Quality.WORD if term.parts else Quality.INFIX
        for field, lexicon in self._texts.items():
            for form in term.forms:
                yield Tier(_score(quality, field), lexicon.containing, form)

    def _group_tiers(self, term: Number) -> Iterator[Tier]:
        """Yields texts such as house numbers and postal codes, for a number of one group."""
        if len(term.groups) > 1 or term.plus:
            return
        for field, lexicon in self._words.items():
            yield Tier(_score(Quality.WORD, field), lexicon.equal, term.digits)
            if len(term.digits) > 1:
                yield Tier(_score(Quality.PREFIX, field), lexicon.starting, term.digits)

    def _phone_tiers(self, term: Number) -> Iterator[Tier]:
        read = readings(term.digits, plus=term.plus)
        numbers = ((self._whole_numbers, read.international), (self._national_numbers, read.national))
        for lexicon, beginnings in numbers:
            for beginning in beginnings:
                yield Tier(_score(Quality.WORD, Field.PHONE), lexicon.equal, beginning)
                yield Tier(_score(Quality.PREFIX, Field.PHONE), lexicon.starting, beginning)
        if not term.plus:
            yield Tier(_score(Quality.WORD, Field.PHONE), self._extensions.equal, term.digits)
        if read.anywhere:
            yield Tier(_score(Quality.INFIX, Field.PHONE), self._whole_numbers.containing, read.anywhere)


class _Reader:
    """Collects where every text and number stands; texts that recur, such as countries, are folded once."""

    def __init__(self, documents: Iterable[tuple[int, Document]]) -> None:
        self.size = 0
        self.shown: dict[Field, Places] = {}
        self.whole_numbers: Places = {}
        self.national_numbers: Places = {}
        self.extensions: Places = {}
        for number, document in documents:
            self._add(number, document)

    def folded(self, progress: Progress) -> Iterator[tuple[Field, Places, Places]]:
        """Yields for each field the documents by folded text and by word."""
        for field, shown in self.shown.items():
            texts: Places = {}
            found: Places = {}
            for text, numbers in counted(shown.items(), 0, progress, _BETWEEN_TELLINGS):
                forms = [" ".join(form.split()) for form in foldings(text)]
                _put(texts, forms, numbers)
                _put(found, {word for form in forms for word in words(form)}, numbers)
            yield field, texts, found

    def _add(self, number: int, document: Document) -> None:
        self.size += 1
        for field, text in document.texts:
            self.shown.setdefault(field, {}).setdefault(text, []).append(number)
        for digits in map(digits_of, document.phones):
            _put(self.whole_numbers, digits.whole, [number])
            _put(self.national_numbers, digits.national, [number])
            _put(self.extensions, filter(None, [digits.extension]), [number])


def _put(places: Places, found: Iterable[str], numbers: list[int]) -> None:
    for word in found:
        places.setdefault(word, []).extend(numbers)


def _best(tiers: Iterable[Tier], stop: Enough) -> Scores:
    found: Scores = {}
    cost = 0
    for tier in sorted(tiers, key=lambda tier: tier.score):
        if cost_of(tier.score) > cost and found and stop(found):
            break
        cost = cost_of(tier.score)
        # The first, best score of a document stays. This is a loop over setdefault at full speed.
        deque(map(found.setdefault, tier.look_up(tier.text), repeat(tier.score)), maxlen=0)
    return found


def _apart(found: Sequence[Scores]) -> Scores:
    """Returns the documents that match each of the parts of a term: what was typed as one is found as one first."""
    if not found:
        return {}
    common = set(found[0]).intersection(*found[1:])
    return {number: max(scores[number] for scores in found) + (Quality.INFIX << _FIELD_BITS) for number in common}
