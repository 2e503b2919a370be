"""What this program writes into a card because no version has a property for it: written and read back."""

from collections.abc import Callable, Iterator
from datetime import date

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.identity import read_uid
from directory_app.exchange.vcard.property import Property, Version
from directory_app.exchange.vcard.text import escape, parameter, split, unescape
from directory_app.model.findings import Finding
from directory_app.model.office import Ignored, Kind, Office, Person, Status
from directory_app.model.record import UNIDENTIFIED

KIND = "X-OFFICE-KIND"
"""Every card that this program wrote has it, whatever other programs made of the rest."""

_STATUS = "X-OFFICE-STATUS"
_VERIFIED_ON = "X-OFFICE-VERIFIED-ON"
_VERIFIED_BY = "X-OFFICE-VERIFIED-BY"
_VERIFIED_HOW = "X-OFFICE-VERIFIED-HOW"
_HOURS = "X-OFFICE-OPENING-HOURS"
_COVERS = "X-OFFICE-COVERS"
_IGNORED = "X-OFFICE-IGNORED"
_DISTINCT_FROM = "X-OFFICE-DISTINCT-FROM"
_PERSON = "X-OFFICE-PERSON"
_ROLE = "X-OFFICE-ROLE"

_RELATIONS = {"contact": "", "agent": "Agent", "emergency": "Emergency"}
"""Types of RELATED whose person belongs to an office, and the role that they give."""

_READ: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("kind", KIND, Kind),
    ("status", _STATUS, Status),
    ("verified_on", _VERIFIED_ON, date.fromisoformat),
    ("verified_by", _VERIFIED_BY, str),
    ("verified_how", _VERIFIED_HOW, str),
    ("opening_hours", _HOURS, str),
)


def standing_properties(office: Office, _: Version) -> Iterator[Property]:
    """Yields what an office is within its network, and how sure that is."""
    yield Property(KIND, office.kind.value)
    yield Property(_STATUS, office.status.value)
    if office.verified_on is not None:
        yield Property(_VERIFIED_ON, office.verified_on.isoformat())
    if office.verified_by:
        yield Property(_VERIFIED_BY, escape(office.verified_by))
    if office.verified_how:
        yield Property(_VERIFIED_HOW, escape(office.verified_how))
    if office.opening_hours:
        yield Property(_HOURS, escape(office.opening_hours))
    yield from (Property(_COVERS, escape(country)) for country in office.covers)
    for ignored in office.ignored:
        parts = (ignored.code, ignored.field, ignored.about, ignored.reason)
        yield Property(_IGNORED, ";".join(map(escape, parts)))
    yield from (Property(_DISTINCT_FROM, other.urn) for other in office.distinct_from)


def people_properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields the people of an office with their roles; 4.0 has a property for them (RFC 6350, 6.6.6)."""
    for person in office.people:
        role = ((_ROLE, escape(person.role)),) if person.role else ()
        if version == "4.0":
            kind = parameter("VALUE", "text") + parameter("TYPE", "contact")
            yield Property("RELATED", escape(person.name), kind, role)
        else:
            yield Property(_PERSON, escape(person.name), "", role)


def take_standing(card: Card) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """Returns the fields that `standing_properties` wrote, by name, and what of them cannot be read and stays."""
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for field, name, value_of in _READ:
        line = card.take_first(name)
        if line is None:
            continue
        try:
            values[field] = value_of(unescape(line.value))
        except ValueError:
            card.leave(line)
            message = f"“{line.value}” is not known here; it stays with what was imported."
            findings.append(Finding("value_unknown", field, message, about=line.value))
    if covers := tuple(unescape(line.value) for line in card.take(_COVERS)):
        values["covers"] = covers
    if ignored := tuple(Ignored(*(split(line.value, ";") + [""] * 4)[:4]) for line in card.take(_IGNORED)):
        values["ignored"] = ignored
    if distinct := tuple(
        other for line in card.take(_DISTINCT_FROM) if (other := read_uid(line.value)) != UNIDENTIFIED
    ):
        values["distinct_from"] = distinct
    return values, tuple(findings)


def take_people(card: Card) -> tuple[Person, ...]:
    """Returns the people that `people_properties` wrote, and those whom other programs name as text."""
    people = []
    for line in (*card.take(_PERSON), *card.take("RELATED")):
        is_text = line.head.value_of("VALUE").lower() == "text"
        relation = next((one for one in line.head.types if one in _RELATIONS), None)
        if line.head.key == _PERSON or (is_text and relation is not None):
            role = card.take_beside(line, _ROLE)
            people.append(Person(unescape(line.value), _RELATIONS[relation or "contact"] if role is None else role))
        else:
            card.leave(line)
    return tuple(people)
