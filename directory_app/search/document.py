"""What search knows of an office: its texts by field, and its phone numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from uuid import UUID

from directory_app.model.countries import country_spellings
from directory_app.model.office import ExtraSource, Office, Status
from directory_app.model.phone import Phone


class Field(StrEnum):
    """Where a match can be."""

    NAME = "name"
    ALIAS = "alias"
    CITY = "city"
    DISTRICT = "district"
    STATE = "state"
    COUNTRY = "country"
    SERVES = "serves"
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
    texts = tuple(found for found in chain(_texts(office), regions) if found[1].strip())
    return Document(office.id, texts, office.phones)


def _texts(office: Office) -> Iterator[tuple[Field, str]]:
    address = office.address
    yield Field.NAME, office.name
    for alias in office.aliases:
        yield Field.ALIAS, alias
    yield Field.CITY, address.city
    yield Field.DISTRICT, address.district
    yield Field.STATE, address.state
    yield from _country(Field.COUNTRY, address.country)
    yield from chain.from_iterable(_country(Field.SERVES, code) for code in office.covers)
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
    yield Field.ADDRESS, _without_blanks(address.postal_code)
    if office.local_address is not None:
        local = office.local_address
        written = (*local.lines, local.district, local.city, local.state, local.published)
        yield from ((Field.ADDRESS, text) for text in written)
    yield Field.NOTES, office.notes
    yield from ((Field.NOTES, extra.value) for extra in office.extras if extra.source is ExtraSource.COLUMN)


@lru_cache(1_000)
def _country(field: Field, code: str) -> tuple[tuple[Field, str], ...]:
    """Returns all that a country is called; shared by its offices, of which each would hold a dozen pairs else."""
    return tuple((field, text) for text in country_spellings(code) or (code,))


def _without_blanks(code: str) -> str:
    """Returns a postal code as people type it in one word, or nothing where it is one already."""
    letters = "".join(filter(str.isalnum, code))
    return letters if letters != code else ""
