"""What this program writes as vCards it reads back as the same offices; what a card cannot carry is listed here."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings

from directory_app.exchange.vcard.property import Version
from directory_app.exchange.vcard.reader import read_vcards
from directory_app.exchange.vcard.text import clean
from directory_app.exchange.vcard.writer import write_vcards
from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision
from directory_app.model.record import Record
from tests.builders import a_phone, an_office
from tests.strategies import offices

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
both = pytest.mark.parametrize("version", VERSIONS)

FULL = an_office(
    "World; Secretariat, \\ Bonn",
    kind=Kind.WORLD_SECRETARIAT,
    region="Mexico, Central America and the Caribbean",
    address=PostalAddress(
        ("Floor 7; East", "Kaiser-Friedrich-Str. 7"), "53113", "Bonn", "Mitte", "NRW", "DE", "as\nit was"
    ),
    phones=(
        a_phone("+525553453000", extension="5622", raw="+52 55 5345 3000 xt 5622 and 5623", label="Reception; 1st"),
        a_phone("+525553453000", extension="5623", raw="+52 55 5345 3000 xt 5622 and 5623"),
        a_phone("+4922897629901", kind=PhoneKind.FAX),
        a_phone("+491701234567", kind=PhoneKind.MOBILE, raw="0170 1234567"),
        a_phone("+498912345678", kind=PhoneKind.EMERGENCY, label="night"),
        a_phone("+498912345678", kind=PhoneKind.EMERGENCY),
        a_phone("+498912345678", label="Emergency"),
        Phone("ask the porter, 12; 34"),
        Phone("+49 30 1234"),
    ),
    emails=(Email("post@example.org", "General"), Email("ana@example.org")),
    websites=("example.org", "https://example.org/a,b;c\\d", " http://example.org "),
    position=Position(50.123456789, -7.0000001, Precision.STREET, "by hand", "Ada, Bo"),
    timezone="Europe/Berlin",
    opening_hours="Mo-Fr 09:00-12:00,13:00-17:00; PH off",
    covers=("NP", "CI"),
    people=(Person("Jacobi, Pedro", "President; Board"), Person("Ana Lima"), Person("", "vacant")),
    aliases=("Köln", "a,b;c", "서울"),
    notes="one\n\n two ",
    status=Status.CLOSED,
    verified_on=date(2026, 1, 31),
    verified_by="Ada; Bo",
    verified_how="called",
    local_address=PostalAddress(("세종대로 110",), "04524", "서울", "중구", "", "KR", "서울 중구"),
    extras=(
        Extra("X-SKYPE", "iclei.bonn", ";TYPE=work"),
        Extra('Opening hours: "now"', "9-17, Mo; Di", source=ExtraSource.COLUMN),
        Extra("ADR", ";;Home 1;Bonn;;;", ";TYPE=home;X-ABLabel=Villa"),
        Extra("END", "VCARD"),
    ),
    ignored=(Ignored("phone_not_in_plan", "phones", "+49 1; x", "it rings"),),
    distinct_from=(UUID("0b0f1b3e-5f0c-4c39-8d1b-0d6e7f1a9c55"),),
    updated_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
)


def read_back(office: Office, version: Version) -> Record:
    (record,) = read_vcards(write_vcards([office], version))
    assert isinstance(record, Record), record
    return record


def cleaned(value: Any) -> Any:
    """Returns a value with every text in it as a card can carry it."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(cleaned, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def carried_address(address: PostalAddress) -> PostalAddress:
    """Lines are joined by line ends, so that one with a line end in it becomes two, and one that is empty none."""
    joined = "\n".join(address.lines)
    return replace(address, lines=tuple(joined.split("\n")) if joined else ())


def carried(office: Office) -> Office:
    """Returns what a card can carry of an office: this, and not more, is lost."""
    office = cleaned(office)
    return replace(
        office,
        address=carried_address(office.address),
        local_address=office.local_address and carried_address(office.local_address),
        phones=tuple(phone for phone in office.phones if phone.number or phone.raw),
        emails=tuple(email for email in office.emails if email.address),
        websites=tuple(website for website in office.websites if website.strip()),
        aliases=tuple(alias for alias in office.aliases if alias),
    )


@both
def test_an_office_with_everything_is_read_back(version: Version) -> None:
    record = read_back(FULL, version)
    assert record.office == FULL
    assert record.fields == frozenset(FIELDS)
    assert record.whole
    assert record.findings == ()
    assert record.place == "card 1, line 1"


@both
@settings(max_examples=200, deadline=None)
@given(office=offices)
def test_any_office_is_read_back_as_far_as_a_card_can_carry_it(version: Version, office: Office) -> None:
    record = read_back(office, version)
    assert record.office == carried(office)
    assert record.whole
    assert not record.findings
