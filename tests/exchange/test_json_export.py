"""The record that other programs rely on has the documented keys and values."""

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from directory_app.exchange.json_export import full_record, office_record, utc_text, write_json
from directory_app.model.address import PostalAddress, format_address
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Person
from directory_app.model.phone import Phone
from directory_app.model.place import Precision
from tests.builders import a_phone, a_position, an_office


def test_a_record_has_the_documented_keys_and_values() -> None:
    address = PostalAddress(("Kaiser-Friedrich-Str. 7",), "53113", "Bonn", "", "", "DE", "as published")
    office = an_office(
        "World Secretariat",
        address=address,
        phones=(a_phone("+525553453000", extension="5622", raw="+52 55 5345 3000 xt 5622"),),
        emails=(Email("post@example.org", "General"),),
        websites=("example.org",),
        position=a_position(50.5, 7.25, precision=Precision.TOWN, source="GeoNames"),
        timezone="Europe/Berlin",
        people=(Person("Ana Lima", "Director"),),
        aliases=("Weltsekretariat",),
        notes="note",
        verified_on=date(2026, 1, 31),
        verified_by="Ada",
        verified_how="called",
        revision=3,
        updated_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    assert office_record(office) == {
        "id": str(office.id),
        "name": "World Secretariat",
        "kind": "office",
        "region": "Europe",
        "address": {
            "lines": ["Kaiser-Friedrich-Str. 7"],
            "postal_code": "53113",
            "city": "Bonn",
            "district": "",
            "state": "",
            "country": "DE",
            "formatted": "\n".join(format_address(address)),
        },
        "phones": [
            {
                "kind": "voice",
                "number": "+525553453000",
                "extension": "5622",
                "raw": "+52 55 5345 3000 xt 5622",
                "international": "+52 55 5345 3000 ext. 5622",
                "national": "55 5345 3000 ext. 5622",
                "valid": True,
            }
        ],
        "emails": [{"address": "post@example.org", "label": "General"}],
        "websites": ["example.org"],
        "position": {"latitude": 50.5, "longitude": 7.25, "precision": "town", "source": "GeoNames"},
        "timezone": "Europe/Berlin",
        "people": [{"name": "Ana Lima", "role": "Director"}],
        "aliases": ["Weltsekretariat"],
        "notes": "note",
        "status": "active",
        "verified_on": "2026-01-31",
        "revision": 3,
        "updated_at": "2026-01-02T03:04:05Z",
    }


def test_an_exported_record_adds_what_the_documented_one_leaves_out() -> None:
    office = an_office(
        address=PostalAddress(city="Bonn", published="Bonn, as published"),
        phones=(a_phone(label="Reception"), a_phone("+491")),
        position=a_position(confirmed_by="Ada"),
        opening_hours="Mo-Fr 09:00-17:00",
        covers=("NP", "BT"),
        verified_by="Grace",
        verified_how="called",
        local_address=PostalAddress(city="서울", country="KR"),
        extras=(Extra("X-SKYPE", "bonn", ";TYPE=work"), Extra("Floor", "3", source=ExtraSource.COLUMN)),
        ignored=(Ignored("email_without_at", "emails", "x", "known"),),
        distinct_from=(an_office("other").id,),
    )
    record = office_record(office)
    record["address"]["published"] = "Bonn, as published"
    record["phones"][0]["label"] = "Reception"
    record["phones"][1]["label"] = ""
    record["position"]["confirmed_by"] = "Ada"
    record["opening_hours"], record["covers"] = "Mo-Fr 09:00-17:00", ["NP", "BT"]
    record["verified_by"], record["verified_how"] = "Grace", "called"
    record["local_address"] = {
        "lines": [],
        "postal_code": "",
        "city": "서울",
        "district": "",
        "state": "",
        "country": "KR",
        "published": "",
    }
    record["extras"] = [
        {"name": "X-SKYPE", "value": "bonn", "parameters": ";TYPE=work", "source": "vcard"},
        {"name": "Floor", "value": "3", "parameters": "", "source": "column"},
    ]
    record["ignored"] = [{"code": "email_without_at", "field": "emails", "about": "x", "reason": "known"}]
    record["distinct_from"] = [str(an_office("other").id)]
    assert full_record(office) == record
    assert json.loads(write_json([office])) == [record]


def test_what_is_unknown_is_null() -> None:
    record = office_record(an_office())
    assert (record["position"], record["verified_on"], record["updated_at"]) == (None, None, None)


def test_an_unread_number_is_not_valid_and_keeps_its_text() -> None:
    (phone,) = office_record(an_office(phones=(Phone(raw="ask the porter"),)))["phones"]
    assert (phone["number"], phone["raw"], phone["valid"]) == ("", "ask the porter", False)


def test_a_moment_without_a_zone_is_utc() -> None:
    assert utc_text(datetime(2026, 1, 2, 3, 4, 5)) == "2026-01-02T03:04:05Z"  # noqa: DTZ001


def test_the_file_is_readable_utf_8() -> None:
    data = write_json([an_office("Łódź 서울")])
    assert "Łódź 서울".encode() in data
    assert data.endswith(b"]\n")


@given(st.lists(st.text(st.characters(codec=None)), max_size=3))
def test_any_text_is_read_back_from_json(texts: list[str]) -> None:
    offices = [an_office(f"Office {place}", notes=text) for place, text in enumerate(texts)]
    assert [record["notes"] for record in json.loads(write_json(offices).decode())] == texts
