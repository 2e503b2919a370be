"""Offices as JSON: the documented record that `show --json` prints, and the full one that a file holds."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from directory_app.model.address import PostalAddress, format_address
from directory_app.model.office import Office
from directory_app.model.phone import Phone, international, is_valid, national
from directory_app.model.place import Position
from directory_app.model.plain import Plain, to_plain

FULL_ONLY = (
    "covers",
    "opening_hours",
    "verified_by",
    "verified_how",
    "local_address",
    "extras",
    "ignored",
    "distinct_from",
)
"""Fields that only a full record has."""


def office_record(office: Office) -> dict[str, Plain]:
    """Returns an office with exactly the keys that are documented for `show --json`, a public interface."""
    return {
        "id": str(office.id),
        "name": office.name,
        "kind": office.kind.value,
        "region": office.region,
        "address": _address(office.address),
        "phones": [_phone(phone) for phone in office.phones],
        "emails": [{"address": email.address, "label": email.label} for email in office.emails],
        "websites": list(office.websites),
        "position": _position(office.position),
        "timezone": office.timezone,
        "people": [{"name": person.name, "role": person.role} for person in office.people],
        "aliases": list(office.aliases),
        "notes": office.notes,
        "status": office.status.value,
        "verified_on": office.verified_on.isoformat() if office.verified_on else None,
        "revision": office.revision,
        "updated_at": utc_text(office.updated_at) if office.updated_at else None,
    }


def full_record(office: Office) -> dict[str, Plain]:
    """Returns an office without loss, as an export holds it: the documented record and what that leaves out."""
    record = office_record(office)
    record["address"]["published"] = office.address.published
    for written, phone in zip(record["phones"], office.phones, strict=True):
        written["label"] = phone.label
    if office.position is not None:
        record["position"]["confirmed_by"] = office.position.confirmed_by
    record.update({field: to_plain(field, getattr(office, field)) for field in FULL_ONLY})
    return record


def write_json(offices: Sequence[Office]) -> bytes:
    """Returns the offices' full records as one readable JSON list, in UTF-8."""
    return encode_json([full_record(office) for office in offices])


def encode_json(document: Plain) -> bytes:
    """Returns a document as readable UTF-8, ended by a line end; half a character pair becomes its JSON escape."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return text.encode(errors="backslashreplace") + b"\n"


def utc_text(moment: datetime) -> str:
    """Returns a moment in ISO 8601 with a Z; one without a zone is UTC already."""
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return utc.isoformat().replace("+00:00", "Z")


def _address(address: PostalAddress) -> dict[str, Plain]:
    return {
        "lines": list(address.lines),
        "postal_code": address.postal_code,
        "city": address.city,
        "district": address.district,
        "state": address.state,
        "country": address.country,
        "formatted": "\n".join(format_address(address)),
    }


def _phone(phone: Phone) -> dict[str, Plain]:
    return {
        "kind": phone.kind.value,
        "number": phone.number,
        "extension": phone.extension,
        "raw": phone.raw,
        "international": international(phone),
        "national": national(phone),
        "valid": is_valid(phone),
    }


def _position(position: Position | None) -> dict[str, Plain] | None:
    if position is None:
        return None
    return {
        "latitude": position.latitude,
        "longitude": position.longitude,
        "precision": position.precision.value,
        "source": position.source,
    }
