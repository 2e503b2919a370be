"""vCards are read back without loss, by a strict reader and by vobject."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.exchange.seed import read_seed
from directory_app.exchange.vcard.property import NAMELESS, Version
from directory_app.exchange.vcard.text import clean
from directory_app.exchange.vcard.writer import not_carried, write_vcards
from directory_app.model.address import PostalAddress, format_address
from directory_app.model.office import Email, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Precision
from tests.builders import a_phone, a_position, an_office
from tests.exchange.reading import cards, unescape

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
both = pytest.mark.parametrize("version", VERSIONS)
ANY_TEXT = st.text(st.characters(codec=None), max_size=120)
HOSTILE = "BEGIN:VCARD\r\nEND:VCARD\nFN:x;y,z\\n\u2028TEL:1\0\ud800 \u202e👩🏽‍🚒\x0b"


def read_one(office: Office, version: Version) -> Any:
    data = write_vcards([office], version)
    assert len(cards(data)) == 1
    return vobject.readOne(data.decode())


def values(office: Office, version: Version, name: str) -> list[Any]:
    return [line.value for line in read_one(office, version).contents.get(name.lower(), [])]


@both
def test_every_published_office_is_read_back(version: Version) -> None:
    offices = read_seed(bundled("db", "seed")).offices
    data = write_vcards(offices, version)
    assert len(cards(data)) == len(offices)
    read = list(vobject.readComponents(data.decode()))
    assert [card.fn.value for card in read] == [office.name for office in offices]
    assert [card.uid.value for card in read] == [office.id.urn for office in offices]
    assert [len(card.contents.get("tel", [])) for card in read] == [len(office.phones) for office in offices]


@both
def test_no_offices_make_an_empty_file(version: Version) -> None:
    assert write_vcards([], version) == b""


@both
def test_a_card_has_one_version_first_and_what_every_reader_asks_for(version: Version) -> None:
    (card,) = cards(write_vcards([an_office()], version))
    names = [line.name for line in card]
    assert card[0].name == "VERSION"
    assert card[0].value == version
    assert all(names.count(name) == 1 for name in ("VERSION", "PRODID", "UID", "FN", "N", "ORG"))
    assert next(line.value for line in card if line.name == "N") == ";;;;"
    assert ("KIND" in names) == (version == "4.0")


@both
def test_equal_offices_make_equal_cards(version: Version) -> None:
    assert write_vcards([an_office()], version) == write_vcards([an_office()], version)


@both
def test_the_name_is_formatted_name_and_organisation(version: Version) -> None:
    office = an_office("Mexico, Central American; and Caribbean\\Secretariat")
    assert values(office, version, "FN") == [office.name]
    assert values(office, version, "ORG") == [[office.name]]


@both
def test_an_office_without_a_name_has_one_on_its_card(version: Version) -> None:
    assert values(an_office(" "), version, "FN") == [NAMELESS]


@pytest.mark.parametrize(("version", "written"), [("3.0", "2026-01-02T03:04:05Z"), ("4.0", "20260102T030405Z")])
def test_the_last_change_is_the_revision(version: Version, written: str) -> None:
    at = datetime(2026, 1, 2, 5, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    assert values(an_office(updated_at=at), version, "REV") == [written]
    assert values(an_office(updated_at=at.astimezone(UTC).replace(tzinfo=None)), version, "REV") == [written]
    assert values(an_office(), version, "REV") == []


@both
def test_aliases_are_nicknames_one_by_one(version: Version) -> None:
    aliases = ("Köln", "서울", "Victoria, BC", "a;b")
    assert values(an_office(aliases=aliases), version, "NICKNAME") == list(aliases)


@pytest.mark.parametrize(
    ("kind", "types"),
    [(PhoneKind.VOICE, ["WORK", "VOICE"]), (PhoneKind.FAX, ["WORK", "FAX"]), (PhoneKind.MOBILE, ["WORK", "CELL"])],
)
def test_phones_say_what_they_are(kind: PhoneKind, types: list[str]) -> None:
    office = an_office(phones=(a_phone(kind=kind),))
    (tel,) = read_one(office, "3.0").tel_list
    assert (tel.value, tel.params) == ("+49 228 97629900", {"TYPE": types})
    (tel,) = read_one(office, "4.0").tel_list
    assert (tel.value, tel.params["VALUE"]) == ("tel:+49-228-97629900", ["uri"])
    assert tel.params["TYPE"] == [word.lower() for word in types]


def test_an_extension_follows_a_pause_in_3_and_is_a_parameter_in_4() -> None:
    office = an_office(phones=(a_phone("+525553453000", extension="5622"),))
    assert values(office, "3.0", "TEL") == ["+52 55 5345 3000,5622"]
    assert values(office, "4.0", "TEL") == ["tel:+52-55-5345-3000;ext=5622"]
    assert b"TEL;VALUE=uri;TYPE=work;TYPE=voice:tel:+52-55-5345-3000;ext=5622\r\n" in write_vcards([office], "4.0")
    assert b";ext=" not in write_vcards([office], "3.0")


@both
def test_a_number_that_could_not_be_read_keeps_its_text(version: Version) -> None:
    office = an_office(phones=(Phone(raw="ask the porter; 12, 34"),))
    assert values(office, version, "TEL") == ["ask the porter; 12, 34"]


@both
def test_the_published_cell_stands_beside_every_number_read_out_of_it(version: Version) -> None:
    cell = "+91 - 40 / 40034004/5"
    office = an_office(phones=(a_phone("+914040034004", raw=cell), a_phone("+914040034005", raw=cell), a_phone()))
    card = read_one(office, version)
    cells = {line.group: line.value for line in card.contents["x-office-phone-cell"]}
    assert [cells.get(tel.group) for tel in card.tel_list] == [cell, cell, None]


@both
def test_labels_stand_beside_what_they_name(version: Version) -> None:
    office = an_office(
        phones=(a_phone(label="Reception"), a_phone("+498912345678", kind=PhoneKind.EMERGENCY)),
        emails=(Email("post@example.org", "General inquiries"), Email("ana@example.org")),
    )
    card = read_one(office, version)
    groups = {line.group: line.value for line in card.contents["x-ablabel"]}
    assert [groups.get(tel.group) for tel in card.tel_list] == ["Reception", "Emergency"]
    assert [groups.get(email.group) for email in card.email_list] == ["General inquiries", None]


@both
def test_mail_and_web_addresses_are_kept(version: Version) -> None:
    office = an_office(emails=(Email("post@example.org"),), websites=("https://example.org/a,b;c?d=1", "example.org"))
    assert values(office, version, "EMAIL") == ["post@example.org"]
    assert values(office, version, "URL") == ["https://example.org/a,b;c?d=1", "https://example.org"]


@both
@pytest.mark.parametrize(
    ("website", "uri", "kept"),
    [
        ("africa.example.org", "https://africa.example.org", ["africa.example.org"]),
        ("example.org:8080/a", "https://example.org:8080/a", ["example.org:8080/a"]),
        (" http://example.org", "http://example.org", [" http://example.org"]),
        ("HTTPS://example.org", "HTTPS://example.org", []),
    ],
)
def test_a_web_address_without_a_scheme_gets_one_and_is_kept_as_published(
    version: Version, website: str, uri: str, kept: list[str]
) -> None:
    office = an_office(websites=("https://first.example.org", website))
    card = read_one(office, version)
    assert [line.value for line in card.url_list] == [office.websites[0], uri]
    as_published = card.contents.get("x-office-website", [])
    assert [line.value for line in as_published] == kept
    assert all(line.group == card.url_list[1].group for line in as_published)


@both
def test_the_address_has_its_parts(version: Version) -> None:
    address = PostalAddress(("Floor 5; Of. 506, 507", "Calle 1"), "06050", "Mexico City", "Cuauhtémoc", "CDMX", "MX")
    (adr,) = values(an_office(address=address), version, "ADR")
    assert adr.street == "Floor 5; Of. 506, 507\nCalle 1"
    assert (adr.extended, adr.city, adr.region) == ("Cuauhtémoc", "Mexico City", "CDMX")
    assert (adr.code, adr.country, adr.box) == ("06050", "Mexico", "")


def test_the_address_as_its_country_writes_it_is_the_label() -> None:
    address = PostalAddress(("Kaiser-Friedrich-Str. 7",), "53113", "Bonn", country="DE", published='Str. "7"; Bonn')
    office = an_office(address=address, position=a_position(), timezone="Europe/Berlin")
    label = "\n".join(format_address(address))
    assert values(office, "3.0", "LABEL") == [label]
    (card,) = cards(write_vcards([office], "4.0"))
    parameters = dict(next(line.parameters for line in card if line.name == "ADR"))
    assert parameters == {
        "TYPE": "work",
        "CC": "DE",
        "LABEL": label,
        "GEO": "geo:50.730000,7.100000",
        "TZ": "Europe/Berlin",
    }
    for version in VERSIONS:
        assert values(office, version, "X-OFFICE-ADDRESS-PUBLISHED") == [address.published]


def test_a_3_card_tells_apple_that_it_is_a_company_with_an_address_in_its_country() -> None:
    card = read_one(an_office(city="Bonn", country="DE"), "3.0")
    assert [line.value for line in card.contents["x-abshowas"]] == ["COMPANY"]
    (country,) = card.contents["x-abadr"]
    assert (country.value, country.group) == ("de", card.adr.group)
    assert b"X-ABADR" not in write_vcards([an_office(country="Atlantis")], "3.0")
    assert b"X-AB" not in write_vcards([an_office()], "4.0")


@both
def test_no_address_is_no_property_and_no_empty_parameter(version: Version) -> None:
    data = write_vcards([an_office(address=PostalAddress())], version)
    assert b"ADR" not in data
    assert b"LABEL" not in data
    assert b"LABEL=" not in write_vcards([an_office(address=PostalAddress(published="somewhere"))], version)


@pytest.mark.parametrize(
    ("version", "written"), [("3.0", "-33.868820;151.209300"), ("4.0", "geo:-33.868820,151.209300")]
)
def test_a_position_is_kept_with_its_precision_and_source(version: Version, written: str) -> None:
    position = a_position(
        -33.86882, 151.2093, precision=Precision.STREET, source="by hand, 2026", confirmed_by="Ada; Bo"
    )
    office = an_office(position=position)
    assert values(office, version, "GEO") == [written]
    assert values(office, version, "X-OFFICE-POSITION-PRECISION") == ["street"]
    assert values(office, version, "X-OFFICE-POSITION-SOURCE") == ["by hand, 2026"]
    assert values(office, version, "X-OFFICE-POSITION-CONFIRMED-BY") == ["Ada; Bo"]
    assert values(an_office(), version, "GEO") == []


def test_tiny_degrees_are_no_powers_of_ten() -> None:
    assert values(an_office(position=a_position(0.0000001, -0.5)), "3.0", "GEO") == ["0.000000;-0.500000"]


@both
def test_the_time_zone_is_a_text(version: Version) -> None:
    (card,) = cards(write_vcards([an_office(timezone="Europe/Berlin")], version))
    (zone,) = [line for line in card if line.name == "TZ"]
    assert (zone.value, zone.parameters) == ("Europe/Berlin", (("VALUE", "text"),) if version == "3.0" else ())


@both
def test_the_region_is_one_category(version: Version) -> None:
    region = "Mexico, Central America and the Caribbean"
    assert values(an_office(region=region), version, "CATEGORIES") == [[region]]


@both
def test_notes_keep_their_lines(version: Version) -> None:
    notes = "one, two;\nthree\\four " + "long " * 100 + "end"
    assert values(an_office(notes=notes), version, "NOTE") == [notes]


@both
def test_people_keep_their_roles(version: Version) -> None:
    office = an_office(people=(Person("Jacobi, Pedro", "President; Board"), Person("Ana Lima")))
    card = read_one(office, version)
    people = card.contents["x-office-person" if version == "3.0" else "related"]
    roles = {line.group: line.value for line in card.contents["x-office-role"]}
    read = [(line.value, roles.get(line.group)) for line in people]
    assert read == [("Jacobi, Pedro", "President; Board"), ("Ana Lima", None)]


@both
def test_kind_status_and_verification_are_kept(version: Version) -> None:
    office = an_office(kind=Kind.CENTRE, status=Status.CLOSED, verified_on=date(2026, 1, 31))
    assert values(office, version, "X-OFFICE-KIND") == ["centre"]
    assert values(office, version, "X-OFFICE-STATUS") == ["closed"]
    assert values(office, version, "X-OFFICE-VERIFIED-ON") == ["2026-01-31"]


def office_full_of(text: str) -> Office:
    return an_office(
        "x",
        region=text,
        address=PostalAddress((text, text), text, text, text, text, text, text),
        phones=(Phone(text, text, text, PhoneKind.VOICE, text), Phone(text, "+4922897629900", text)),
        emails=(Email(text, text),),
        websites=(text,),
        timezone=text,
        people=(Person(text, text),),
        aliases=(text,),
        notes=text,
        position=a_position(source=text, confirmed_by=text),
    )


@both
@settings(max_examples=60, deadline=None)
@given(text=ANY_TEXT | st.just(HOSTILE))
def test_no_text_breaks_out_of_its_property(version: Version, text: str) -> None:
    office = replace(office_full_of(text), name=text)
    (card,) = cards(write_vcards([office], version))
    names = [line.name for line in card]
    assert all(names.count(name) == 1 for name in ("VERSION", "UID", "FN"))
    assert {line.name: unescape(line.value) for line in card}.get("NOTE", "") == clean(text)


@both
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_vobject_reads_any_text_as_it_was(version: Version, text: str) -> None:
    office = office_full_of(text)
    for name in ("NOTE", "EMAIL", "NICKNAME", "X-OFFICE-ADDRESS-PUBLISHED"):
        assert values(office, version, name) == [clean(text)]


def test_what_a_card_cannot_carry_is_said() -> None:
    assert not_carried([an_office("A"), an_office("")]) == (f"1 office without a name: the card says “{NAMELESS}”.",)
    (note,) = not_carried([an_office("A", phones=(a_phone(label="a\0b"),)), an_office("B")])
    assert note.startswith("A: control characters")
