"""Identifiers for what comes without one: the same content always has the same."""

from dataclasses import replace
from hashlib import sha1
from uuid import UUID

from directory_app.model.address import PostalAddress
from directory_app.model.office import Office

_NAMESPACE = UUID("e4a8fa6e-0cf5-5d6b-9d52-b7a3b3f1c2d4")
_BETWEEN = "\x1f"


def content_id(office: Office, occurrence: int = 1) -> UUID:
    """Returns the identifier of what a file says, a UUID of version 5 (RFC 9562); the id of the office says nothing.

    `occurrence` counts records of the same content in one file. Numbers count as they were written, so
    that a better reading of them finds the same office.
    """
    name = _BETWEEN.join((*_content(office), str(occurrence))).encode("utf-8", "surrogatepass")
    return UUID(bytes=sha1(_NAMESPACE.bytes + name, usedforsecurity=False).digest()[:16], version=5)


def texts_of(office: Office) -> list[str]:
    """Returns every text of an office."""
    texts = _content(office)
    for phone in office.phones:
        texts += phone.number, phone.extension, phone.label
    texts += [email.label for email in office.emails]
    for extra in office.extras:
        texts += extra.parameters, extra.source
    for old in office.ignored:
        texts += old.code, old.field, old.about, old.reason
    texts += office.verified_by, office.verified_how
    if office.position is not None:
        texts += office.position.source, office.position.confirmed_by
    for address in (office.address, office.local_address):
        if address is not None and address.published:
            texts += _parts(replace(address, published=""))
    return texts


def _content(office: Office) -> list[str]:
    """Returns what a file may say of an office, in an order that is kept for ever."""
    texts = [office.name, office.region, office.timezone, office.notes, *_parts(office.address)]
    texts += dict.fromkeys(phone.raw for phone in office.phones)
    texts += [email.address for email in office.emails]
    texts += office.websites
    for person in office.people:
        texts += person.name, person.role
    texts += office.aliases
    if office.local_address is not None:
        texts += _parts(office.local_address)
    for extra in office.extras:
        texts += extra.name, extra.value
    return texts


def _parts(address: PostalAddress) -> tuple[str, ...]:
    if address.published:  # its parts were read out of it, and may be read better one day
        return (address.published,)
    return (*address.lines, address.postal_code, address.city, address.district, address.state, address.country)
