"""A card as an office: one of this program exactly, one of any other for what it says."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from directory_app.exchange.vcard.addresses import own_addresses, read_addresses
from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.extras import take_extras
from directory_app.exchange.vcard.labels import joined, lost_labels, preference, take_label
from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.names import take_names
from directory_app.exchange.vcard.own import KIND, take_people, take_standing
from directory_app.exchange.vcard.phones import own_phone, read_phone
from directory_app.exchange.vcard.place import take_position, take_timezone
from directory_app.exchange.vcard.properties import NAME, WEBSITE
from directory_app.exchange.vcard.text import unescape
from directory_app.model.change import FIELDS
from directory_app.model.email import read_email_cell
from directory_app.model.findings import Finding
from directory_app.model.office import Email, Office
from directory_app.model.phone import Phone
from directory_app.model.web import read_website_cell

_LONGEST_CELL = 500
_SHOWN = 60
_GROUP_MARKS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_ALL_FIELDS = frozenset(FIELDS)
_ADDRESS_PARTS = tuple((field, field.removeprefix("address.")) for field in FIELDS if field.startswith("address."))
_REACHED_BY = frozenset({"phones", "emails", "websites", *(field for field, _ in _ADDRESS_PARTS)})


@dataclass(frozen=True, slots=True)
class ReadOffice:
    """What a card says; `fields` are those it speaks of, `reason` tells why it is no office, if it is none."""

    office: Office
    fields: frozenset[str]
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def own_office(card: Card, office_id: UUID, updated_at: datetime | None) -> ReadOffice:
    """Returns the office that this program wrote; only what cannot be read is no field of it."""
    for implied in ("N", "ORG", "KIND", "X-ABSHOWAS"):
        card.take(implied)
    formatted, name = card.take_text("FN") or "", card.take_text(NAME)
    address, local_address = own_addresses(card)
    standing, doubts = take_standing(card)
    said: dict[str, object] = {
        "name": formatted if name is None else name,
        "aliases": tuple(alias for line in card.take("NICKNAME") if (alias := unescape(line.value))),
        "people": take_people(card),
        "phones": tuple(phone for line in card.take("TEL") if (phone := own_phone(card, line)).raw or phone.number),
        "emails": tuple(email for line in card.take("EMAIL") if (email := _own_email(card, line)).address),
        "websites": tuple(site for line in card.take("URL") if (site := _own_website(card, line)).strip()),
        "local_address": local_address,
        "position": take_position(card),
        "timezone": take_timezone(card, is_ours=True),
        "region": card.take_text("CATEGORIES") or "",
        "notes": card.take_text("NOTE") or "",
        **standing,
        "extras": take_extras(card, is_ours=True),
    }
    office = Office(office_id, address=address, updated_at=updated_at, **said)  # type: ignore[arg-type]
    return ReadOffice(office, _ALL_FIELDS.difference(doubt.field for doubt in doubts), doubts)


def read_office(card: Card, office_id: UUID, updated_at: datetime | None) -> ReadOffice:
    """Returns what another program's card says; what no field is for stays as extras."""
    is_list = any(card.text(name).lower() == "group" for name in _GROUP_MARKS)
    was_ours = card.has(KIND)
    card.take(NAME)
    names = take_names(card)
    address, local_address = read_addresses(card, was_ours=was_ours)
    phones, unread = _phones(card, address.country)
    standing, doubts = take_standing(card) if was_ours else ({}, ())
    read: dict[str, object] = {
        "name": names.name,
        "aliases": names.aliases,
        "people": (*names.people, *take_people(card)),
        "phones": phones,
        "emails": _emails(card),
        "websites": _websites(card),
        "local_address": local_address,
        "position": take_position(card),
        "timezone": take_timezone(card, is_ours=was_ours),
        # Which category is a region only this program knows, and only of what it wrote.
        "region": (card.take_text("CATEGORIES") or "") if was_ours else "",
        "notes": "\n\n".join(text for line in card.take("NOTE") if (text := unescape(line.value).strip())),
        **standing,
        "extras": take_extras(card, is_ours=False),
    }
    said = {field: value for field, value in read.items() if value}
    spoken_of = frozenset((*said, *(field for field, part in _ADDRESS_PARTS if getattr(address, part))))
    return ReadOffice(
        Office(office_id, address=address, updated_at=updated_at, **said),  # type: ignore[arg-type]
        spoken_of,
        (*names.findings, *unread, *doubts, *lost_labels(card)),
        _why_none(names.name, spoken_of, is_list=is_list),
    )


def _why_none(name: str, spoken_of: frozenset[str], *, is_list: bool) -> str:
    if _REACHED_BY & spoken_of:
        return ""
    if is_list:
        return f"“{name}” is a list of contacts and no office."
    return "" if name else "The card names no office and no way to reach one."


def _phones(card: Card, country: str) -> tuple[tuple[Phone, ...], tuple[Finding, ...]]:
    """Returns the numbers, and what is too long to be one: every number keeps the whole text that it was read from."""
    phones: dict[Phone, None] = {}
    findings = []
    for line in sorted(card.take("TEL"), key=preference):
        if len(line.value) > _LONGEST_CELL:
            card.leave(line)
            about = line.value[:_SHOWN]
            message = f"“{about}…” is too long for phone numbers; it stays with what was imported."
            findings.append(Finding("number_unreadable", "phones", message, about=about))
        else:
            phones.update(dict.fromkeys(read_phone(card, line, country)))
    return tuple(phones), tuple(findings)


def _emails(card: Card) -> tuple[Email, ...]:
    found = []
    for line in sorted(card.take("EMAIL"), key=preference):
        label = take_label(card, line)
        for email in read_email_cell(unescape(line.value)):
            found.append(Email(email.address, joined(label, email.label)))
    return tuple(dict.fromkeys(found))


def _own_email(card: Card, line: Line) -> Email:
    return Email(unescape(line.value), card.take_beside(line, "X-ABLABEL") or "")


def _own_website(card: Card, line: Line) -> str:
    as_published = card.take_beside(line, WEBSITE)
    return unescape(line.value) if as_published is None else as_published


def _websites(card: Card) -> tuple[str, ...]:
    websites: dict[str, None] = {}
    for line in sorted(card.take("URL"), key=preference):
        address = unescape(line.value).strip()
        as_published = card.take_beside(line, WEBSITE) or ""
        is_still = as_published and as_published.strip() in address
        websites.update(dict.fromkeys((as_published,) if is_still else read_website_cell(address)))
    return tuple(websites)
