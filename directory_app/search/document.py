"""What search knows of an office: its texts by field, and its phone numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from uuid import UUID

from directory_app.model.country_table import COUNTRIES
from directory_app.model.office import Office, Status
from directory_app.model.phone import Phone


class Field(StrEnum):
    """Where a match can be."""

    NAME = "name"
    ALIAS = "alias"
    CITY = "city"
    DISTRICT = "district"
    STATE = "state"
    COUNTRY = "country"
    REGION = "region"
    PERSON = "person"
    ROLE = "role"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    KIND = "kind"
    ADDRESS = "address"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Document:
    """One office as search sees it; the texts are as shown, unfolded, the better ones first in their field."""

    id: UUID
    texts: tuple[tuple[Field, str], ...] = ()
    phones: tuple[Phone, ...] = ()


def document_of(office: Office, region_aliases: Iterable[str] = ()) -> Document:
    """Returns what search knows of an office; the other names of its region are the region's to know."""
    regions = ((Field.REGION, alias) for alias in region_aliases)
    texts = tuple((field, text) for field, text in chain(_texts(office), regions) if text.strip())
    return Document(office.id, texts, office.phones)


def _texts(office: Office) -> Iterator[tuple[Field, str]]:
    address = office.address
    yield Field.NAME, office.name
    for alias in office.aliases:
        yield Field.ALIAS, alias
    yield Field.CITY, address.city
    yield Field.DISTRICT, address.district
    yield Field.STATE, address.state
    yield from ((Field.COUNTRY, text) for text in _country_texts(address.country))
    yield Field.REGION, office.region
    for person in office.people:
        yield Field.PERSON, person.name
        yield Field.ROLE, f"{person.name}, {person.role}" if person.role else ""
    yield from ((Field.PHONE, phone.label) for phone in office.phones)
    for email in office.emails:
        yield Field.EMAIL, email.address
        yield Field.EMAIL, f"{email.address} ({email.label})" if email.label else ""
    yield from ((Field.WEB, website) for website in office.websites)
    yield Field.KIND, office.kind.value.replace("_", " ")
    yield Field.KIND, "closed" if office.status is Status.CLOSED else ""
    yield from ((Field.ADDRESS, line) for line in (*address.lines, address.postal_code, address.published))
    yield Field.NOTES, office.notes


def _country_texts(code: str) -> tuple[str, ...]:
    return _countries().get(code.strip().upper(), (code,))


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Returns by alpha-2 code the English name, both codes and the other names of every country."""
    texts = {}
    for line in COUNTRIES.splitlines():
        alpha2, alpha3, names = line.split(" ", 2)
        name, *others = names.split(" | ")
        texts[alpha2] = (name, alpha2, alpha3, *others)
    return texts
