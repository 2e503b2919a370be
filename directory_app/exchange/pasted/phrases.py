"""The words of a pasted text, and the phrases of several words that are known: countries, regions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from directory_app.exchange.pasted import vocabulary
from directory_app.model.countries import country_list, country_spellings
from directory_app.model.folding import fold

_WORD = re.compile(r"\S+")
_EDGE = " \t,;:.()[]{}<>\"'“”„«»*|!?"
_LONGEST_WORD = 60
_LONGEST_REGION = 8
# Names of countries that are more often something else where offices are listed.
_AMBIGUOUS = frozenset({"island", "america", "maurice"})
_AND = frozenset({"and", "y", "e", "et", "und"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in its text, from `start` to `end`, and as it is compared."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins as names do; scripts without capitals count as such."""
        first = next((c for c in self.text if c.isalpha()), "")
        return bool(first) and not first.islower()

    @property
    def has_digit(self) -> bool:
        """Whether it holds a number."""
        return any(c.isdigit() for c in self.text)

    def ends_with(self, marks: str) -> bool:
        """Tells whether it ends with one of these marks."""
        return self.text[-1:] in marks


def words_of(text: str) -> list[Word]:
    """Returns the words of a text, which are what stands between blanks."""
    return [
        Word(m[0], m.start(), m.end(), _folded(m[0]) if m.end() - m.start() <= _LONGEST_WORD else "")
        for m in _WORD.finditer(text)
    ]


class Phrases:
    """Known phrases and what each stands for; the longest counts."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(word.folded for word in words_of(phrase) if word.folded)
            if words:
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], place: int) -> tuple[int, str]:
        """Returns how many words make up the phrase that begins at a place and what it means, or (0, "")."""
        for phrase, meaning in self._by_first.get(words[place].folded, ()):
            if len(phrase) == 1 or tuple(word.folded for word in words[place : place + len(phrase)]) == phrase:
                return len(phrase), meaning
        return 0, ""


def country_at(words: Sequence[Word], place: int) -> tuple[int, str]:
    """Returns how many words make up the country written at a place and its code, or (0, "")."""
    word = words[place]
    if not word.is_capitalised or (place and words[place - 1].folded == "new"):
        return 0, ""
    length, code = _countries().at(words, place)
    if not length and word.text.strip(_EDGE).isupper():
        length, code = _acronyms().at(words, place)
    return length, code


def last_country(words: Sequence[Word]) -> str:
    """Returns the code of the country that is named last, or "" where none is."""
    found, place = "", 0
    while place < len(words):
        length, code = country_at(words, place)
        found = code or found
        place += length or 1
    return found


def only_country(text: str) -> str:
    """Returns the code of the country whose name is all of a text, or ""."""
    words = words_of(text)
    length, code = country_at(words, 0) if words else (0, "")
    return code if length == len(words) else ""


class Regions:
    """The parts of the world by their names: those that every language has, and a directory's own."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._own = {_compared(name): name for name in own}
        self._known = Phrases(dict.fromkeys((*vocabulary.regions(), *self._own.values()), "region"))

    def at(self, words: Sequence[Word], place: int) -> int:
        """Returns how many words make up the region written at a place, "Central America & the Caribbean", or 0."""
        if not words[place].is_capitalised:
            return 0
        length, _ = self._known.at(words, place)
        while 0 < length < _LONGEST_REGION and (further := self._further(words, place + length)):
            length += further
        return length

    def named(self, text: str) -> str:
        """Returns a region as the directory writes it, or as the text does."""
        return self._own.get(_compared(text), text.strip(_EDGE))

    def _further(self, words: Sequence[Word], place: int) -> int:
        start = place
        if place >= len(words) or words[place - 1].ends_with(",;:.") or words[place].folded not in _AND:
            return 0
        place += 1
        if place < len(words) and words[place].folded in vocabulary.articles():
            place += 1
        length = self._known.at(words, place)[0] if place < len(words) else 0
        return place + length - start if length else 0


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    folded = fold(text.replace("&", "and")).replace(".", "").strip(_EDGE)
    return folded if any(map(str.isalnum, folded)) else ""


def _compared(text: str) -> str:
    return " ".join(word.folded for word in words_of(text))


def _spellings() -> dict[str, str]:
    spellings: dict[str, str] = {}
    for code, _ in country_list():
        name, _, _, *others = country_spellings(code)
        for spelling in (name, *others):
            if _compared(spelling) not in _AMBIGUOUS:
                spellings.setdefault(spelling, code)
    return spellings


@cache
def _countries() -> Phrases:
    return Phrases({spelling: code for spelling, code in _spellings().items() if not _is_acronym(spelling)})


@cache
def _acronyms() -> Phrases:
    return Phrases({spelling: code for spelling, code in _spellings().items() if _is_acronym(spelling)})


def _is_acronym(spelling: str) -> bool:
    return spelling.isupper() and len(spelling.replace(".", "")) <= 4
