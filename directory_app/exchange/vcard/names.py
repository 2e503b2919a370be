"""Whose card it is: an office's, or that of somebody in one.

A card of a person with an organisation is taken for one of that organisation, with the person in
it. A card that names nothing but a person stays an office by that name, and says so.
"""

import re
from dataclasses import dataclass

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.text import split, unescape
from directory_app.model.findings import Finding
from directory_app.model.folding import fold
from directory_app.model.office import Person

_WORD = re.compile(r"\w+")
_COMPANY_KINDS = frozenset({"company", "org", "organization", "organisation", "location", "group"})


@dataclass(frozen=True, slots=True)
class Names:
    """What a card says of names: the office's, others it goes by, and who is in it."""

    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """The names in a card.

    `person` is the whole name out of N, `core` its given and family name; `has_parts` tells that N
    is there, if only with nothing in it.
    """

    formatted: tuple[str, ...]
    person: str
    core: str
    has_parts: bool
    is_full_name: bool
    organisation: str
    role: str
    is_company: bool


def take_names(card: Card) -> Names:
    """Returns the names of another program's card."""
    said = _said(card)
    formatted = said.formatted[0] if said.formatted else ""
    if said.organisation and (person := _person(said)):
        return Names(said.organisation, _further_names(said, person), (Person(person, _take_role(card)),))
    name = formatted or said.organisation or said.person
    if not name:
        return Names("", findings=(Finding("name_missing", "name", "The card names no office and no person."),))
    aliases = [*said.formatted[1:], said.organisation, *_nicknames(card)]
    others = tuple(dict.fromkeys(alias for alias in aliases if alias and fold(alias) != fold(name)))
    if said.organisation or said.is_company or not (said.role or said.is_full_name):
        return Names(name, others)
    message = f"The card is of a person, “{name}”, and names no organisation: it becomes an office by that name."
    people = (Person(name, _take_role(card)),) if said.role else ()
    return Names(name, others, people, (Finding("person_without_office", "name", message, about=name),))


def _said(card: Card) -> _Said:
    formatted = tuple(text for line in card.take("FN") if (text := _flat(unescape(line.value))))
    names = [[_flat(part) for part in split(line.value, ";")] for line in card.take("N")]
    family, given, additional, prefix, suffix = ((names or [[]])[0] + [""] * 5)[:5]
    organisation = card.take_first("ORG")
    parts = split(organisation.value, ";") if organisation else []
    return _Said(
        formatted=formatted,
        person=_flat(f"{prefix} {given} {additional} {family} {suffix}"),
        core=f"{given} {family}",
        has_parts=bool(names),
        is_full_name=bool(family and given),
        organisation=", ".join(text for part in parts if (text := _flat(part))),
        role=_role(card),
        is_company=_is_company(card),
    )


def _is_company(card: Card) -> bool:
    kinds = [card.take_text(name) or "" for name in ("KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND")]
    return any(kind.strip().lower() in _COMPANY_KINDS for kind in kinds)


def _person(said: _Said) -> str:
    """Returns whom a card with an organisation is of, or "" where it is the organisation's own."""
    formatted = said.formatted[0] if said.formatted else ""
    if said.person and said.person == formatted and not said.is_company:
        return formatted if formatted != said.organisation else ""
    shown, organisation, person = _words(formatted), _words(said.organisation), _words(said.person)
    if person and person != organisation:
        if said.is_company and person == shown:
            return ""
        # What is shown has the order of its language, but some programs put the family name first.
        return formatted if _words(said.core) <= shown and "," not in formatted else said.person
    is_name_of_both = shown <= organisation or organisation <= shown
    if said.is_company or is_name_of_both or (said.has_parts and not said.role):
        return ""
    return formatted


def _further_names(said: _Said, person: str) -> tuple[str, ...]:
    """Returns what a person's card shows besides the names of the person and of the organisation."""
    if said.formatted == (person,):
        return ()
    known_names = (_words(said.organisation), _words(said.core) or _words(person))
    return tuple(name for name in said.formatted if not any(known <= _words(name) for known in known_names))


def _role(card: Card) -> str:
    return ", ".join(dict.fromkeys(text for name in ("TITLE", "ROLE") if (text := card.text(name))))


def _take_role(card: Card) -> str:
    role = _role(card)
    for name in ("TITLE", "ROLE"):
        card.take_text(name)
    return role


def _nicknames(card: Card) -> list[str]:
    return [_flat(part) for line in card.take("NICKNAME") for part in split(line.value, ",")]


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name)))


def _flat(text: str) -> str:
    return " ".join(text.split())
