"""What an office is after a file spoke of it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS, value_of
from directory_app.model.matching.combining import combined, merged, without
from directory_app.model.matching.sameness import name_key, phone_key
from directory_app.model.office import Email, Extra, ExtraSource, Office, Person
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision
from directory_app.model.record import Record
from tests.builders import a_phone, a_position, an_office
from tests.strategies import offices

VOICE, FAX, MOBILE = a_phone(), a_phone("+4922897629901", kind=PhoneKind.FAX), a_phone("+491711", kind=PhoneKind.MOBILE)


def said(*fields: str, whole: bool = False, **values: object) -> Record:
    """Returns a record that speaks of the fields given, by default those that it has values for."""
    office = replace(Office(UUID(int=7)), **values)  # type: ignore[arg-type]
    return Record("row 2", office, frozenset(fields or values), whole)


def of_address(**parts: object) -> Record:
    address = PostalAddress(**parts)  # type: ignore[arg-type]
    return said(*(f"address.{part}" for part in parts), address=address)


records = st.builds(
    Record, st.just("row 2"), offices, st.sets(st.sampled_from(FIELDS)).map(frozenset), whole=st.booleans()
)


@given(offices, records)
def test_a_record_that_is_taken_twice_changes_nothing_the_second_time(stored: Office, record: Record) -> None:
    once = combined(stored, record)
    assert combined(once, record) == once


@given(offices, st.booleans(), st.sets(st.sampled_from(FIELDS)))
def test_a_record_of_the_office_as_it_is_changes_nothing(office: Office, whole: bool, fields: set[str]) -> None:
    assert combined(office, Record("row 2", office, frozenset(fields), whole)) == office


@given(offices, records)
def test_what_a_record_does_not_speak_of_stays(stored: Office, record: Record) -> None:
    result = combined(stored, record)
    speaks_of_address = any(field.startswith("address.") for field in record.fields)
    silent = [f for f in FIELDS if f not in record.fields and not (f.startswith("address.") and speaks_of_address)]
    assert all(value_of(result, field) == value_of(stored, field) for field in silent)
    assert (result.id, result.revision, result.updated_at) == (stored.id, stored.revision, stored.updated_at)


@given(offices, records)
def test_a_whole_record_replaces_every_field_that_it_speaks_of(stored: Office, record: Record) -> None:
    result = combined(stored, replace(record, whole=True))
    replaced = record.fields - {"ignored", "distinct_from"}
    assert all(value_of(result, field) == value_of(record.office, field) for field in replaced)


@given(offices, offices, st.booleans())
def test_a_doubt_that_somebody_settled_is_never_opened_again(stored: Office, other: Office, whole: bool) -> None:
    result = combined(stored, Record("row 2", other, frozenset(FIELDS), whole))
    assert set(result.distinct_from) == {*stored.distinct_from, *other.distinct_from}
    assert set(result.ignored) == {*stored.ignored, *other.ignored}


@given(offices)
def test_an_empty_cell_says_nothing(stored: Office) -> None:
    blank = Record("row 2", Office(UUID(int=7)), frozenset(FIELDS) - {"kind", "status"})
    assert combined(stored, blank) == stored


def test_a_number_replaces_the_telephones_and_leaves_the_fax() -> None:
    new = a_phone("+4922811111")
    result = combined(an_office(phones=(VOICE, FAX, MOBILE)), said(phones=(new,)))
    assert result.phones == (new, FAX)


def test_a_fax_number_replaces_the_fax_alone() -> None:
    new = a_phone("+4922811111", kind=PhoneKind.FAX)
    assert combined(an_office(phones=(VOICE, FAX)), said(phones=(new,))).phones == (VOICE, new)


def test_the_same_number_written_otherwise_stays_as_it_is_stored() -> None:
    stored = replace(VOICE, raw="T: 0228 / 97 62 99-00", label="front desk")
    assert combined(an_office(phones=(stored,)), said(phones=(VOICE,))).phones == (stored,)
    assert combined(an_office(phones=(stored, FAX)), said(phones=(VOICE, MOBILE))).phones == (stored, MOBILE, FAX)


@pytest.mark.parametrize("other", [a_phone(extension="12"), a_phone(kind=PhoneKind.EMERGENCY)])
def test_another_extension_or_kind_is_another_number(other: Phone) -> None:
    assert other in combined(an_office(phones=(VOICE,)), said(phones=(other,))).phones


def test_numbers_in_another_order_are_the_same_numbers() -> None:
    stored = an_office(phones=(VOICE, FAX, MOBILE))
    assert combined(stored, said(phones=(MOBILE, FAX, VOICE))) == stored


def test_cells_that_could_not_be_read_are_compared_by_their_text() -> None:
    stored = an_office(phones=(a_phone("", raw="ask  Ada"),))
    assert combined(stored, said(phones=(a_phone("", raw="ask Ada "),))) == stored
    assert combined(stored, said(phones=(a_phone("", raw="ask Bob"),))).phones[0].raw == "ask Bob"


def test_an_email_address_in_another_case_keeps_its_spelling_and_label() -> None:
    stored = an_office(emails=(Email("Info@Example.org", "press"), Email("old@example.org")))
    result = combined(stored, said(emails=(Email("info@example.ORG"), Email("new@example.org"))))
    assert result.emails == (Email("Info@Example.org", "press"), Email("new@example.org"))


def test_a_label_that_a_file_gives_an_email_address_is_taken() -> None:
    stored = an_office(emails=(Email("a@example.org", "press"),))
    assert combined(stored, said(emails=(Email("A@example.org", "office"),))).emails == (
        Email("a@example.org", "office"),
    )


@pytest.mark.parametrize(
    "other", ["iclei.example", "http://iclei.example/", "https://ICLEI.example", "WWW.iclei.example/", "iclei.example "]
)
def test_a_web_address_with_another_scheme_is_the_same(other: str) -> None:
    stored = an_office(websites=("https://www.iclei.example",))
    assert combined(stored, said(websites=(other,))) == stored


@pytest.mark.parametrize("other", ["https://iclei.example/Berlin", "https://africa.iclei.example", "iclei.example?a=1"])
def test_another_page_is_another_web_address(other: str) -> None:
    assert combined(an_office(websites=("https://iclei.example/berlin",)), said(websites=(other,))).websites == (other,)


def test_a_name_with_other_blanks_is_the_same_and_any_other_is_taken() -> None:
    stored = an_office("Berlin Office")
    assert combined(stored, said(name=" Berlin \u00a0Office ")) == stored
    assert combined(stored, said(name="Berlin office")).name == "Berlin office"


def test_an_office_that_was_found_by_another_of_its_names_is_not_renamed() -> None:
    stored = an_office("Berlin Office", aliases=("Hauptstadtbüro",))
    assert combined(stored, said(name="HAUPTSTADTBURO")).name == "Berlin Office"
    by_id = Record("row 2", replace(stored, name="Hauptstadtbüro"), frozenset({"name"}))
    assert combined(stored, by_id).name == "Hauptstadtbüro"


BONN = PostalAddress(
    ("Kaiser-Friedrich-Str. 7",),
    "53113",
    "Bonn",
    country="DE",
    published="Kaiser-Friedrich-Str. 7\n53113 Bonn, Germany",
)


@pytest.mark.parametrize(
    "record",
    [
        of_address(published="Kaiser-Friedrich-Str. 7, 53113 Bonn, Germany", city="Bonn", country="DE"),
        of_address(published="KAISER-FRIEDRICH-STR 7 · 53113 BONN · Deutschland"),
        of_address(lines=("Kaiser-Friedrich-Str.", "7"), postal_code="53113", city="bonn", country="DE"),
        of_address(lines=("Kaiser-Friedrich-Str. 7, 53113 Bonn",)),
        of_address(city="BONN"),
        of_address(country="DE"),
    ],
    ids=["as published", "in other signs", "taken apart", "in one line", "the town alone", "the country alone"],
)  # fmt: skip
def test_an_address_of_the_same_words_stays_as_it_is_stored(record: Record) -> None:
    stored = an_office(address=BONN)
    assert combined(stored, record) == stored


def test_another_street_replaces_all_of_the_old_place() -> None:
    stored = an_office(address=replace(BONN, district="Südstadt", state="NRW"))
    result = combined(stored, of_address(published="Leopoldring 3, 79098 Freiburg", city="Freiburg"))
    assert result.address == PostalAddress(city="Freiburg", country="DE", published="Leopoldring 3, 79098 Freiburg")


def test_a_town_without_a_street_replaces_the_town_alone() -> None:
    result = combined(an_office(address=BONN), of_address(city="Köln", country="DE"))
    assert result.address == replace(BONN, city="Köln")


def test_a_country_that_was_not_known_is_added_and_nothing_else() -> None:
    stored = an_office(address=replace(BONN, country=""))
    record = of_address(published=BONN.published, country="DE")
    assert combined(stored, record).address == BONN


def test_the_address_in_the_local_script_stays_if_its_words_are_the_same() -> None:
    local = PostalAddress(("종로 38",), "110-110", "서울", country="KR")
    stored = an_office(local_address=local)
    assert combined(stored, said(local_address=replace(local, lines=("종로", "38")))) == stored
    moved = replace(local, lines=("종로 39",))
    assert combined(stored, said(local_address=moved)).local_address == moved


def test_notes_stay_if_they_hold_what_the_file_says() -> None:
    stored = an_office(notes="Closed on Fridays.\nRing twice.")
    assert combined(stored, said(notes="Ring  twice.")) == stored
    assert combined(stored, said(notes="Ring thrice.")).notes == "Ring thrice."


def test_aliases_and_people_are_added_and_none_is_lost() -> None:
    stored = an_office(aliases=("Köln",), people=(Person("Ada Lovelace", "Director"),))
    result = combined(
        stored, said(aliases=("KOLN", "Cologne"), people=(Person("Grace Hopper"), Person("ada lovelace")))
    )
    assert result.aliases == ("Köln", "Cologne")
    assert result.people == (Person("Ada Lovelace", "Director"), Person("Grace Hopper"))


def test_somebodys_new_role_is_taken_and_a_second_role_is_added() -> None:
    one = an_office(people=(Person("Ada", "Director"), Person("Bob")))
    assert combined(one, said(people=(Person("Ada", "President"),))).people == (
        Person("Ada", "President"),
        Person("Bob"),
    )
    two = an_office(people=(Person("Ada", "Director"), Person("Ada", "Treasurer")))
    assert combined(two, said(people=(Person("Ada", "President"),))).people == (*two.people, Person("Ada", "President"))


def test_what_has_no_field_is_replaced_by_its_name_and_kept_beside_the_rest() -> None:
    rooms, colour = Extra("Rooms", "7", source=ExtraSource.COLUMN), Extra("X-COLOUR", "red")
    stored = an_office(extras=(rooms, colour))
    eight = replace(rooms, value="8")
    assert combined(stored, said(extras=(eight,))).extras == (eight, colour)
    assert combined(stored, said(extras=(replace(rooms, source=ExtraSource.VCARD),))).extras[:2] == (rooms, colour)


PIN = Position(1.0, 2.0, Precision.MANUAL, "typed", "Ada")


def test_a_pin_placed_by_hand_is_never_moved_but_by_a_whole_record() -> None:
    stored = an_office(position=PIN)
    elsewhere = a_position(precision=Precision.ROOFTOP)
    assert combined(stored, said(position=elsewhere)) == stored
    assert combined(stored, said(position=elsewhere, whole=True)).position == elsewhere


def test_a_position_stays_if_it_was_only_rounded_and_is_replaced_if_it_is_finer_or_elsewhere() -> None:
    stored = an_office(position=a_position(50.737431, 7.098206))
    assert combined(stored, said(position=a_position(50.7374, 7.0982))) == stored
    for new in (a_position(50.7374, 7.0982, precision=Precision.STREET), a_position(50.75, 7.1)):
        assert combined(stored, said(position=new)).position == new


@given(offices, offices)
def test_two_records_of_one_office_put_together_lose_nothing_of_either(keep: Office, gone: Office) -> None:
    one = merged(keep, gone)
    for field in ("phones", "emails", "websites", "aliases", "extras", "ignored", "distinct_from"):
        assert set(getattr(keep, field)) <= set(getattr(one, field))
    assert {phone_key(phone) for phone in gone.phones} <= {phone_key(phone) for phone in one.phones}
    assert {name_key(person.name) for person in gone.people} <= {name_key(person.name) for person in one.people}
    assert set(gone.extras) | set(gone.ignored) <= set(one.extras) | set(one.ignored)
    assert (one.id, one.revision) == (keep.id, keep.revision)


@given(offices)
def test_an_office_put_together_with_itself_is_itself(office: Office) -> None:
    assert merged(office, office) == office


def test_of_two_records_the_first_one_is_right_and_the_other_fills_its_gaps() -> None:
    keep = an_office("Berlin Office", phones=(VOICE,), notes="Ring twice.", address=PostalAddress())
    gone = an_office(
        "Büro Berlin", phones=(FAX,), notes="Third floor.", verified_on=date(2026, 1, 2), verified_by="Ada"
    )
    one = merged(keep, gone)
    assert (one.name, one.phones, one.notes) == ("Berlin Office", (VOICE, FAX), "Ring twice.\n\nThird floor.")
    assert (one.address, one.verified_on, one.verified_by) == (gone.address, date(2026, 1, 2), "Ada")


def test_the_office_that_goes_is_still_found_by_its_name() -> None:
    keep, gone = an_office("Berlin Office"), an_office("Büro Berlin")
    stays = without(replace(keep, distinct_from=(gone.id, UUID(int=3))), gone)
    assert (stays.aliases, stays.distinct_from) == (("Büro Berlin",), (UUID(int=3),))
    assert without(keep, replace(gone, name="BERLIN OFFICE")) == keep
