"""Whether a record is one of the offices that are there."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from uuid import UUID

from directory_app.model.import_plan import Resemblance
from directory_app.model.matching.evidence import (
    CERTAIN,
    POSSIBLE,
    Evidence,
    Shared,
    are_others,
    distance_km,
    reasons,
    score,
    whereabouts,
)
from directory_app.model.matching.likeness import Commonness, NameLikeness, Traits, name_likeness

_MANY = 20
"""A value that more offices have leads to none of them, or only to those in the same place."""
_MOST_NAMESAKES = 500
_CLEARLY = 0.05
"""By how much the likeliest office must be likelier than the next to be taken for the same."""
_MOST_SHOWN = 5

_Named = tuple[str, str]
"""A name and its town, folded."""


@dataclass(frozen=True, slots=True)
class Match:
    """The office that a record certainly is, if any, and those that it may be, the likeliest first."""

    same: UUID | None = None
    resembles: tuple[Resemblance, ...] = ()


class Matcher:
    """The offices that are there, found by what a record has in common with them.

    Nothing is compared with everything: ids, numbers, addresses, names, the rarer words of names and
    towns lead to the few offices that may be meant.
    """

    def __init__(self) -> None:
        from rapidfuzz.fuzz import ratio

        self._ratio = ratio
        self._common = Commonness()
        self._heard: dict[str, tuple[_Named, ...]] = {}
        self._by_id: dict[UUID, Traits] = {}
        self._names = _Index(_MOST_NAMESAKES)
        self._words, self._towns = _Index(_MANY), _Index(_MANY)
        self._numbers, self._emails, self._websites = _Index(_MANY), _Index(_MANY), _Index(_MANY)

    def add(self, traits: Traits) -> None:
        """Takes an office among those that are there."""
        self._by_id[traits.id] = traits
        self._names.add({traits.name, *traits.aliases}, traits)
        self._words.add(set(traits.name.split()), traits)
        self._towns.add((traits.city,), traits)
        self._numbers.add(traits.numbers, traits)
        self._emails.add(traits.emails, traits)
        self._websites.add(traits.websites, traits)

    def hear(self, many: Iterable[Traits]) -> None:
        """Learns from offices, whether they are there or not, which words and contacts are common.

        Words are remembered; of contacts those of the last call are.
        """
        self._heard.clear()
        for traits in many:
            self._common.hear(traits)
            named = _named(traits)
            for contact in chain(traits.numbers, traits.emails, traits.websites):
                self._heard[contact] = (*self._heard.get(contact, ()), named)

    def match(self, traits: Traits, others: Container[UUID] = ()) -> Match:
        """Returns which office this one is, and which ones it may be; `others` are known to be none of them."""
        if traits.id in self._by_id:
            return Match(traits.id)
        likely = [
            (sure, known, evidence)
            for known in self._candidates(traits)
            if not self._known_apart(traits, known, others)
            and (evidence := self._evidence(traits, known))
            and (sure := score(evidence)) >= POSSIBLE
        ]
        if not likely:
            return Match()
        likely.sort(key=lambda found: (-found[0], found[1].id))
        second = likely[1][0] if len(likely) > 1 else 0.0
        best, same, _ = likely[0]
        if best >= CERTAIN and (second < CERTAIN or best - second >= _CLEARLY):
            return Match(same.id)
        return Match(None, tuple(_resemblance(known, sure, e) for sure, known, e in likely[:_MOST_SHOWN]))

    def explained(self, traits: Traits, office: UUID) -> Resemblance:
        """Returns what makes a record the office that it was matched with."""
        known = self._by_id[office]
        evidence = self._evidence(traits, known)
        if traits.id == office or evidence is None or score(evidence) < CERTAIN:
            return Resemblance(known.id, known.title, 1.0, ("same identifier",))
        return _resemblance(known, score(evidence), evidence)

    def _candidates(self, traits: Traits) -> Iterable[Traits]:
        """Returns the offices worth a closer look, each once."""
        return dict.fromkeys(
            chain(
                *(self._namesakes(name, traits) for name in (traits.name, *traits.aliases)),
                *map(self._numbers.few, traits.numbers),
                *map(self._emails.few, traits.emails),
                self._alike_by_name(traits),
            )
        )

    def _namesakes(self, name: str, traits: Traits) -> Sequence[Traits]:
        """Returns the offices of a name; where many have it, as "Country Office", those in the same place."""
        there = self._names.few(name)
        if len(there) <= _MANY:
            return there
        near = [known for known in there if known.country == traits.country]
        return [known for known in near if known.city == traits.city or not traits.city][:_MANY]

    def _alike_by_name(self, traits: Traits) -> Iterator[Traits]:
        """Yields offices of the same town or with a rare word of the name.

        Those of another country, or with another number and another address, would need more than a
        similar name.
        """
        near = chain(self._towns.few(traits.city), *map(self._words.few, traits.name.split()))
        for known in dict.fromkeys(near):
            if known.country != traits.country and known.country and traits.country:
                continue
            if not (are_others(traits.numbers, known.numbers) and are_others(traits.emails, known.emails)):
                yield known

    def _evidence(self, traits: Traits, known: Traits) -> Evidence | None:
        """Returns what two offices have in common, or None if that is nothing."""
        is_theirs = bool(traits.name) and traits.name in (known.name, *known.aliases)
        same_name = is_theirs or (bool(known.name) and known.name in traits.aliases)
        number = self._shared(traits, traits.numbers, known.numbers, self._numbers)
        email = self._shared(traits, traits.emails, known.emails, self._emails)
        alike = name_likeness(traits.name, known.name, self._common, self._ratio)
        if same_name:
            alike = NameLikeness(1.0, self._common.telling(traits.name.split()))
        if not (number or email or alike.alike):
            return None
        return Evidence(
            whereabouts(traits, known),
            same_name=same_name,
            alike=alike.alike,
            telling=alike.telling,
            is_only_one=len(self._names.all(traits.name)) <= 1,
            number=number,
            email=email,
            website=self._shared(traits, traits.websites, known.websites, self._websites),
            contradictions=are_others(traits.numbers, known.numbers) + are_others(traits.emails, known.emails),
            apart_km=distance_km(traits, known),
        )

    def _known_apart(self, traits: Traits, known: Traits, others: Container[UUID]) -> bool:
        return known.id in others or known.id in traits.distinct_from or traits.id in known.distinct_from

    def _shared(self, traits: Traits, ours: Iterable[str], theirs: Container[str], index: "_Index") -> Shared | None:
        """Returns what both have, the value that the fewest others have, or None if they have nothing in common."""
        both = [Shared(value, self._holders(value, traits, index)) for value in ours if value in theirs]
        return min(both, key=attrgetter("holders"), default=None)

    def _holders(self, value: str, traits: Traits, index: "_Index") -> int:
        """Returns how many others have a value, there or in the file; one that is in both counts once."""
        holders = {_named(known) for known in index.all(value)}.union(self._heard.get(value, ()))
        return max(len(holders - {_named(traits)}), 1)


def _named(traits: Traits) -> _Named:
    return traits.name, traits.city


def _resemblance(known: Traits, sure: float, evidence: Evidence) -> Resemblance:
    return Resemblance(known.id, known.title, round(sure, 2), reasons(evidence))


class _Index:
    """Offices by a value; of more than `most` that have the same one only so many are known."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[str, tuple[Traits, ...]] = {}

    def add(self, values: Iterable[str], traits: Traits) -> None:
        """Takes an office under each of its values; an empty one is none."""
        for value in values:
            there = self._found.get(value, ())
            if value and len(there) <= self._most:
                self._found[value] = (*there, traits)

    def few(self, value: str) -> tuple[Traits, ...]:
        """Returns the offices that have a value, none if they are more than `most`."""
        there = self._found.get(value, ())
        return there if len(there) <= self._most else ()

    def all(self, value: str) -> tuple[Traits, ...]:
        """Returns the offices that have a value, or one more than `most` of them."""
        return self._found.get(value, ())
