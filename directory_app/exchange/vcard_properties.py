"""The properties of an office's vCard, one function each.

What version 3.0 (RFC 2426) and 4.0 (RFC 6350) have no property for goes into `X-OFFICE-` ones, so that an
office read back is the office that was written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Literal

from directory_app.exchange.vcard_text import clean, escape, escape_uri, parameter
from directory_app.model.address import format_address
from directory_app.model.countries import country_code, country_name
from directory_app.model.office import Email, Office
from directory_app.model.phone import Phone, PhoneKind, international, tel_uri

Version = Literal["3.0", "4.0"]

PRODUCT = "-//Office Directory//Office Directory//EN"
NAMELESS = "Unnamed office"

_SCHEME = re.compile("[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
"""The beginning of a URI (RFC 3986, section 3.1), which a host with a port only resembles."""

_TYPES = {
    PhoneKind.VOICE: ("WORK", "VOICE"),
    PhoneKind.FAX: ("WORK", "FAX"),
    PhoneKind.MOBILE: ("WORK", "CELL"),
    PhoneKind.EMERGENCY: ("WORK", "VOICE"),
}


@dataclass(frozen=True, slots=True)
class Property:
    """One property, its value escaped already; `beside` are names and values that share a group with it."""

    name: str
    value: str
    parameters: str = ""
    beside: tuple[tuple[str, str], ...] = ()


def properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields every property of the card, in the order in which they are written."""
    for write in _IN_ORDER:
        yield from write(office, version)


def _version(_: Office, version: Version) -> Iterator[Property]:
    yield Property("VERSION", version)


def _product(_: Office, __: Version) -> Iterator[Property]:
    yield Property("PRODID", PRODUCT)


def _uid(office: Office, _: Version) -> Iterator[Property]:
    yield Property("UID", office.id.urn)


def _rev(office: Office, version: Version) -> Iterator[Property]:
    if office.updated_at is None:
        return
    at = office.updated_at
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    yield Property("REV", at.strftime("%Y-%m-%dT%H:%M:%SZ" if version == "3.0" else "%Y%m%dT%H%M%SZ"))


def _kind(_: Office, version: Version) -> Iterator[Property]:
    # What 4.0 calls an organisation Apple marks like this in 3.0, and shows a person otherwise.
    yield Property("KIND", "org") if version == "4.0" else Property("X-ABShowAs", "COMPANY")


def _formatted_name(office: Office, _: Version) -> Iterator[Property]:
    yield Property("FN", escape(card_name(office)))


def _name(_: Office, __: Version) -> Iterator[Property]:
    yield Property("N", ";;;;")


def _organisation(office: Office, _: Version) -> Iterator[Property]:
    yield Property("ORG", escape(card_name(office)))


def _nicknames(office: Office, _: Version) -> Iterator[Property]:
    # One property each: some readers take a list for one name, others only its first.
    yield from (Property("NICKNAME", escape(alias)) for alias in office.aliases if alias)


def _phones(office: Office, version: Version) -> Iterator[Property]:
    yield from (_phone(phone, version) for phone in office.phones if phone.number or phone.raw)


def _phone(phone: Phone, version: Version) -> Property:
    # One TYPE parameter a type: a list in one is misread by some readers.
    types = "".join(parameter("TYPE", kind if version == "3.0" else kind.lower()) for kind in _TYPES[phone.kind])
    beside = _label(_phone_label(phone))
    if version == "4.0" and (uri := tel_uri(phone)):
        return Property("TEL", escape_uri(uri), parameter("VALUE", "uri") + types, beside)
    if version == "4.0":
        types = parameter("VALUE", "text") + types
    return Property("TEL", escape(_dialled(phone)), types, beside)


def _phone_label(phone: Phone) -> str:
    # No version has a type for it, and it must not be lost.
    if phone.kind is not PhoneKind.EMERGENCY:
        return phone.label
    return f"Emergency: {phone.label}" if phone.label else "Emergency"


def _dialled(phone: Phone) -> str:
    """Returns the number with the extension after a comma, the pause that telephones dial."""
    number = international(replace(phone, extension="")) if phone.number else ""
    if not number:
        return phone.raw
    return f"{number},{phone.extension}" if phone.extension else number


def _phone_cells(office: Office, _: Version) -> Iterator[Property]:
    """Yields the cells as published, which several numbers may share."""
    cells = dict.fromkeys(phone.raw for phone in office.phones if phone.raw != phone.number)
    yield from (Property("X-OFFICE-PHONE-CELL", escape(cell)) for cell in cells if cell)


def _emails(office: Office, version: Version) -> Iterator[Property]:
    yield from (_email(email, version) for email in office.emails if email.address)


def _email(email: Email, version: Version) -> Property:
    kind = parameter("TYPE", "INTERNET") + parameter("TYPE", "WORK") if version == "3.0" else parameter("TYPE", "work")
    return Property("EMAIL", escape(email.address), kind, _label(email.label))


def _websites(office: Office, version: Version) -> Iterator[Property]:
    kind = parameter("TYPE", "WORK" if version == "3.0" else "work")
    for website in office.websites:
        if address := website.strip():
            uri = address if _SCHEME.match(address) else f"https://{address}"
            as_published = (("X-OFFICE-WEBSITE", escape(website)),) if uri != website else ()
            yield Property("URL", escape_uri(uri), kind, as_published)


def _address(office: Office, version: Version) -> Iterator[Property]:
    address = office.address
    country = country_name(address.country) or address.country
    street = "\n".join(address.lines)
    parts = ("", address.district, street, address.city, address.state, address.postal_code, country)
    if not any(parts):
        return
    value = ";".join(map(escape, parts))
    label = "\n".join(format_address(address))
    if version == "4.0":
        of_place = parameter("LABEL", label) + parameter("GEO", _geo_uri(office)) + parameter("TZ", office.timezone)
        yield Property("ADR", value, parameter("TYPE", "work") + parameter("CC", address.country) + of_place)
        return
    # Apple lays an address out as in the country of this code, and otherwise as in its reader's own.
    code = country_code(address.country).lower()
    yield Property("ADR", value, parameter("TYPE", "WORK"), (("X-ABADR", code),) if code else ())
    if label:
        yield Property("LABEL", escape(label), parameter("TYPE", "WORK"))


def _published_address(office: Office, _: Version) -> Iterator[Property]:
    if office.address.published:
        yield Property("X-OFFICE-ADDRESS-PUBLISHED", escape(office.address.published))


def _geo(office: Office, version: Version) -> Iterator[Property]:
    if office.position is None:
        return
    position = office.position
    if version == "4.0":
        yield Property("GEO", _geo_uri(office))
    else:
        yield Property("GEO", f"{_degrees(position.latitude)};{_degrees(position.longitude)}")
    yield Property("X-OFFICE-POSITION-PRECISION", position.precision.value)
    if position.source:
        yield Property("X-OFFICE-POSITION-SOURCE", escape(position.source))
    if position.confirmed_by:
        yield Property("X-OFFICE-POSITION-CONFIRMED-BY", escape(position.confirmed_by))


def _geo_uri(office: Office) -> str:
    if office.position is None:
        return ""
    return f"geo:{_degrees(office.position.latitude)},{_degrees(office.position.longitude)}"


def _degrees(value: float) -> str:
    """Returns degrees with six decimals (RFC 2426, section 3.4.2), which is about ten centimetres."""
    return f"{value:.6f}"


def _timezone(office: Office, version: Version) -> Iterator[Property]:
    if office.timezone:
        yield Property("TZ", escape(office.timezone), parameter("VALUE", "text") if version == "3.0" else "")


def _categories(office: Office, _: Version) -> Iterator[Property]:
    if office.region:
        yield Property("CATEGORIES", escape(office.region))


def _note(office: Office, _: Version) -> Iterator[Property]:
    if office.notes:
        yield Property("NOTE", escape(office.notes))


def _people(office: Office, version: Version) -> Iterator[Property]:
    for person in office.people:
        role = (("X-OFFICE-ROLE", escape(person.role)),) if person.role else ()
        if version == "4.0":
            kind = parameter("VALUE", "text") + parameter("TYPE", "contact")
            yield Property("RELATED", escape(person.name), kind, role)
        else:
            yield Property("X-OFFICE-PERSON", escape(person.name), "", role)


def _standing(office: Office, _: Version) -> Iterator[Property]:
    yield Property("X-OFFICE-KIND", office.kind.value)
    yield Property("X-OFFICE-STATUS", office.status.value)
    if office.verified_on is not None:
        yield Property("X-OFFICE-VERIFIED-ON", office.verified_on.isoformat())


def card_name(office: Office) -> str:
    """Returns the name on the card, which must not be empty."""
    return office.name if clean(office.name).strip() else NAMELESS


def _label(label: str) -> tuple[tuple[str, str], ...]:
    """Returns the label as the property that address books show it from; types are a fixed list."""
    return (("X-ABLabel", escape(label)),) if label else ()


_IN_ORDER: tuple[Callable[[Office, Version], Iterator[Property]], ...] = (
    _version,
    _product,
    _uid,
    _rev,
    _kind,
    _formatted_name,
    _name,
    _organisation,
    _nicknames,
    _phones,
    _phone_cells,
    _emails,
    _websites,
    _address,
    _published_address,
    _geo,
    _timezone,
    _categories,
    _note,
    _people,
    _standing,
)
