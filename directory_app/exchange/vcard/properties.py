"""The properties of an office's vCard, one function each.

What version 3.0 (RFC 2426) and 4.0 (RFC 6350) have no property for goes into `X-OFFICE-` ones, so that an
office read back is the office that was written.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC

from directory_app.exchange.vcard.addresses import address_properties
from directory_app.exchange.vcard.extras import extra_properties
from directory_app.exchange.vcard.own import people_properties, standing_properties
from directory_app.exchange.vcard.phones import phone_property
from directory_app.exchange.vcard.place import place_properties
from directory_app.exchange.vcard.property import NAMELESS, PRODUCT, Property, Version, label_beside
from directory_app.exchange.vcard.text import clean, escape, escape_uri, parameter, unescape
from directory_app.model.office import Email, Office

NAME = "X-OFFICE-NAME"
WEBSITE = "X-OFFICE-WEBSITE"

_SCHEME = re.compile("[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
"""The beginning of a URI (RFC 3986, section 3.1), which a host with a port only resembles."""


def properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields every property of the card, in the order in which they are written."""
    for write in _IN_ORDER:
        yield from write(office, version)


def card_name(office: Office) -> str:
    """Returns the name on the card, which must not be empty."""
    return office.name if clean(office.name).strip() else NAMELESS


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


def _names(office: Office, _: Version) -> Iterator[Property]:
    name = card_name(office)
    yield Property("FN", escape(name))
    yield Property("N", ";;;;")
    yield Property("ORG", escape(name))
    if name != office.name:
        yield Property(NAME, escape(office.name))


def _nicknames(office: Office, _: Version) -> Iterator[Property]:
    # One property each: some readers take a list for one name, others only its first.
    yield from (Property("NICKNAME", escape(alias)) for alias in office.aliases if alias)


def _phones(office: Office, version: Version) -> Iterator[Property]:
    yield from (phone_property(phone, version) for phone in office.phones if phone.number or phone.raw)


def _emails(office: Office, version: Version) -> Iterator[Property]:
    yield from (_email(email, version) for email in office.emails if email.address)


def _email(email: Email, version: Version) -> Property:
    kind = parameter("TYPE", "INTERNET") + parameter("TYPE", "WORK") if version == "3.0" else parameter("TYPE", "work")
    return Property("EMAIL", escape(email.address), kind, label_beside(email.label))


def _websites(office: Office, version: Version) -> Iterator[Property]:
    kind = parameter("TYPE", "WORK" if version == "3.0" else "work")
    for website in office.websites:
        if address := clean(website).strip():
            uri = escape_uri(address if _SCHEME.match(address) else f"https://{address}")
            as_published = ((WEBSITE, escape(website)),) if unescape(uri) != clean(website) else ()
            yield Property("URL", uri, kind, as_published)


def _timezone(office: Office, version: Version) -> Iterator[Property]:
    if office.timezone:
        yield Property("TZ", escape(office.timezone), parameter("VALUE", "text") if version == "3.0" else "")


def _categories(office: Office, _: Version) -> Iterator[Property]:
    if office.region:
        yield Property("CATEGORIES", escape(office.region))


def _note(office: Office, _: Version) -> Iterator[Property]:
    if office.notes:
        yield Property("NOTE", escape(office.notes))


_IN_ORDER: tuple[Callable[[Office, Version], Iterator[Property]], ...] = (
    _version,
    _product,
    _uid,
    _rev,
    _kind,
    _names,
    _nicknames,
    _phones,
    _emails,
    _websites,
    address_properties,
    place_properties,
    _timezone,
    _categories,
    _note,
    people_properties,
    standing_properties,
    extra_properties,
)
