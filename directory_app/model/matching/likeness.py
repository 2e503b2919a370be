"""What two offices are compared by, and how alike their names are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypeVar
from uuid import UUID

from directory_app.model.matching.sameness import email_key, name_key, number_key, website_key
from directory_app.model.office import Office
from directory_app.model.place import Point

Ratio = Callable[[str, str], float]
"""How alike two words are, from 0 to 100."""

_Value = TypeVar("_Value")

_GENERIC_TEXT = (
    "office offices secretariat centre center foundation bureau branch headquarters project country "
    "regional national local international world global the of for and in "
    "buro buero geschaftsstelle sekretariat zentrum stiftung der die das und "
    "oficina secretaria secretariado centro fundacion escritorio fundacao secretariaat kantoor "
    "de la el del las los do da dos le les des du et y e"
)
_GENERIC = frozenset(_GENERIC_TEXT.split())
"""Words, folded, that a name may have or lack without being that of another office."""
_GENERIC_WEIGHT = 0.3
_IMAGINED_NAMES = 20
"""Without them every word of the first names would be taken for a common one."""
_ALIKE = 80.0
_SHORTEST_MISSPELT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What an office is compared by: texts folded, numbers as E.164 with their extension, each value once."""

    id: UUID
    title: str
    name: str
    aliases: tuple[str, ...]
    city: str
    country: str
    numbers: tuple[str, ...]
    emails: tuple[str, ...]
    websites: tuple[str, ...]
    point: Point | None
    distinct_from: tuple[UUID, ...]


def traits_of(office: Office, office_id: UUID | None = None) -> Traits:
    """Returns what an office is compared by, under another id if one is given; its `title` is the name as shown."""
    address = office.address
    return Traits(
        office_id or office.id,
        office.name,
        name_key(office.name),
        _once(name_key, office.aliases),
        _town_key(address.city),
        address.country.strip().upper(),
        _once(number_key, office.phones),
        _once(email_key, [email.address for email in office.emails]),
        _once(website_key, office.websites),
        office.position.point if office.position else None,
        office.distinct_from,
    )


_town_key = lru_cache(maxsize=10_000)(name_key)


class Commonness:
    """How common words are in the names heard so far; the rarer a word, the more it tells."""

    def __init__(self) -> None:
        self._names: set[int] = set()
        self._counts: Counter[str] = Counter()

    def hear(self, traits: Traits) -> None:
        """Counts the words of an office's name, and those of its domains: the organisation's own name is among them.

        An office that is heard of twice, as when a file is imported again, counts once.
        """
        name = hash((traits.name, traits.city, traits.country))
        if name not in self._names:
            self._names.add(name)
            for word in {*traits.name.split(), *_domain_words(traits)}:
                self._counts[word] += 1

    def weight(self, word: str) -> float:
        """Returns how much a word tells, always more than 0."""
        weight = log((len(self._names) + _IMAGINED_NAMES + 1) / (self._counts[word] + 1))
        return weight * _GENERIC_WEIGHT if word in _GENERIC else weight

    def telling(self, words: Iterable[str]) -> float:
        """Returns how much the rarest of these words tells, between 0 and 1."""
        rarest = log((len(self._names) + _IMAGINED_NAMES + 1) / 2)
        return min(max(map(self.weight, words), default=0.0) / rarest, 1.0)


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How alike two names are, and how much the words tell that they share, both from 0 to 1."""

    alike: float
    telling: float


def name_likeness(one: str, other: str, common: Commonness, ratio: Ratio) -> NameLikeness:
    """Returns how alike two folded names are, whatever the order of their words, by what their words tell.

    A misspelt word counts for its likeness; one with a digit is the same or another.
    """
    ours, theirs = set(one.split()), set(other.split())
    shared = ours & theirs
    alike = dict.fromkeys(shared, 1.0) | dict(_misspelt(ours - shared, theirs - shared, ratio))
    weight = common.weight
    both = sum(weight(word) * degree for word, degree in alike.items())
    our_weight, their_weight = sum(map(weight, ours)), sum(map(weight, theirs))
    if not both:
        return NameLikeness(0.0, 0.0)
    contained, overlapping = both / min(our_weight, their_weight), both / (our_weight + their_weight - both)
    return NameLikeness((min(contained, 1.0) + overlapping) / 2, common.telling(alike))


def _misspelt(ours: Iterable[str], theirs: Iterable[str], ratio: Ratio) -> Iterator[tuple[str, float]]:
    """Yields those of our words that one of theirs resembles, and how much, from 0 to 1."""
    rest = [word for word in theirs if _may_be_misspelt(word)]
    for word in ours if rest else ():
        degree = max(ratio(word, other) for other in rest)
        if degree >= _ALIKE and _may_be_misspelt(word):
            yield word, degree / 100


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= _SHORTEST_MISSPELT and not any(map(str.isdigit, word))


def _domain_words(traits: Traits) -> Iterator[str]:
    for email in traits.emails:
        yield from _labels(email.rpartition("@")[2])
    for website in traits.websites:
        yield from _labels(website.partition("/")[0])


@lru_cache(maxsize=1024)
def _labels(domain: str) -> list[str]:
    return domain.split(".")[:-1]


def _once(key: Callable[[_Value], str], values: Sequence[_Value]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(key, values)))) if values else ()
