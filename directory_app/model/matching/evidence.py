"""What speaks for two offices being one, and how sure that makes it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from math import isnan, nan, prod

from directory_app.model.matching.likeness import Traits
from directory_app.model.phone import Phone, international
from directory_app.model.place import great_circle_km

CERTAIN = 0.9
"""From this score on two offices are one; `certain` says when it is reached."""
POSSIBLE = 0.5
"""From this score on a person is asked."""

_SIMILAR_NAME = 0.7
_NEARLY_THE_SAME_NAME = 0.9
_TELLING = 0.5
_SAME_TOWN_KM = 50.0
_NUMBER, _EMAIL, _WEBSITE = 0.6, 0.55, 0.3
_ENOUGH = 0.25
"""From this strength on, that of a number which two others have, being in the same place counts."""


class Whereabouts(Enum):
    """What is known of where two offices are to each other."""

    UNKNOWN = auto()
    SAME_COUNTRY = auto()
    SAME_TOWN = auto()
    OTHER_TOWN = auto()
    OTHER_COUNTRY = auto()


_NEAR = {Whereabouts.SAME_TOWN: 0.5, Whereabouts.SAME_COUNTRY: 0.3}
_FAR = {Whereabouts.OTHER_TOWN: 0.8, Whereabouts.OTHER_COUNTRY: 0.5}
_CONTRADICTION = 0.75
_FAR_BUT_OF_ONE_NAME = _FAR | {Whereabouts.OTHER_COUNTRY: 0.7}


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that two offices both have, and how many others than the one compared have it, at least 1."""

    value: str
    holders: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two offices have in common.

    `alike` is the likeness of their names, 1 where it is the same one, and `telling` how much its words
    tell; `is_only_one` is said of a name that nobody else has; `contradictions` are how many of numbers and
    addresses both have and share none of.
    """

    whereabouts: Whereabouts
    same_name: bool = False
    alike: float = 0.0
    telling: float = 0.0
    is_only_one: bool = False
    number: Shared | None = None
    email: Shared | None = None
    website: Shared | None = None
    contradictions: int = 0
    apart_km: float = nan


def whereabouts(one: Traits, other: Traits) -> Whereabouts:
    """Returns where two offices are to each other, as far as both say it."""
    if one.country and other.country and one.country != other.country:
        return Whereabouts.OTHER_COUNTRY
    if one.city and other.city:
        is_one = set(one.city.split()) <= set(other.city.split()) or set(other.city.split()) <= set(one.city.split())
        return Whereabouts.SAME_TOWN if is_one else Whereabouts.OTHER_TOWN
    if distance_km(one, other) > _SAME_TOWN_KM:
        return Whereabouts.OTHER_TOWN
    return Whereabouts.SAME_COUNTRY if one.country and other.country else Whereabouts.UNKNOWN


def distance_km(one: Traits, other: Traits) -> float:
    """Returns how far two offices are apart, NaN where one is not on the map."""
    return great_circle_km(one.point, other.point) if one.point and other.point else nan


def are_others(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Tells whether two offices both have such values and share none."""
    return bool(ours) and bool(theirs) and set(ours).isdisjoint(theirs)


def score(evidence: Evidence) -> float:
    """Returns how sure it is that two offices are one, between 0 and 1.

    Each thing in common takes its part of the doubt that the others leave. What many share takes little;
    where they are is no evidence by itself, but counts beside some.
    """
    found = (_of_name(evidence), _of_contact(evidence.number, _NUMBER), _of_contact(evidence.email, _EMAIL))
    near = _NEAR.get(evidence.whereabouts, 0.0) if max(found) >= _ENOUGH else 0.0
    far = _FAR_BUT_OF_ONE_NAME if evidence.same_name else _FAR
    doubt = prod(1 - value for value in (*found, _of_contact(evidence.website, _WEBSITE), near))
    sure = (1 - doubt) * far.get(evidence.whereabouts, 1.0)
    if not evidence.same_name:  # what has the name may have changed its number
        sure *= _CONTRADICTION**evidence.contradictions
    return max(sure, CERTAIN) if certain(evidence) else min(sure, CERTAIN - 0.01)


def certain(evidence: Evidence) -> bool:
    """Tells whether two offices are one without a person having to look.

    Either they have the same name, nothing contradicts, and they have the country, the town, a number or
    an e-mail address in common, or the name is telling and nobody else's. Or their names are nearly the
    same and so is the country, and a number or an address is theirs alone. One that moved is known by its name
    with a number or an address of its own. Another country always leaves doubt.
    """
    contacts = [shared for shared in (evidence.number, evidence.email) if shared is not None]
    own_contact = any(shared.holders == 1 for shared in contacts)
    place = evidence.whereabouts
    if place is Whereabouts.OTHER_COUNTRY:
        return False
    if place is Whereabouts.OTHER_TOWN:
        return evidence.same_name and own_contact
    if evidence.same_name:
        is_known_by_name = evidence.is_only_one and evidence.telling >= _TELLING
        return place in _NEAR or own_contact or (bool(contacts) and evidence.telling >= _TELLING) or is_known_by_name
    return evidence.alike >= _NEARLY_THE_SAME_NAME and own_contact and place in _NEAR


def reasons(evidence: Evidence) -> tuple[str, ...]:
    """Returns in words what two offices have in common, and what contradicts."""
    found = []
    if evidence.same_name or evidence.alike >= _SIMILAR_NAME:
        found.append("same name" if evidence.same_name else "similar name")
    if evidence.number is not None:
        found.append(f"same number {_shown(evidence.number.value)}{_others(evidence.number)}")
    if evidence.email is not None:
        found.append(f"same e-mail{_others(evidence.email)}")
    if evidence.website is not None:
        found.append(f"same web address{_others(evidence.website)}")
    if not isnan(evidence.apart_km):
        found.append(f"{evidence.apart_km:,.{0 if evidence.apart_km >= 100 else 1}f} km away")
    if evidence.whereabouts in _WORDS:
        found.append(_WORDS[evidence.whereabouts])
    return tuple(found)


_WORDS = {
    Whereabouts.SAME_TOWN: "same town",
    Whereabouts.OTHER_TOWN: "another town",
    Whereabouts.OTHER_COUNTRY: "another country",
}


def _of_name(evidence: Evidence) -> float:
    if evidence.same_name:
        return 0.45 + 0.4 * evidence.telling
    return (0.25 + 0.5 * evidence.telling) * evidence.alike if evidence.alike >= _SIMILAR_NAME else 0.0


def _of_contact(shared: Shared | None, alone: float) -> float:
    return alone / shared.holders if shared is not None else 0.0


def _shown(number: str) -> str:
    e164, _, extension = number.partition(",")
    return international(Phone(number, e164, extension))


def _others(shared: Shared) -> str:
    return f", which {shared.holders} offices have" if shared.holders > 1 else ""
