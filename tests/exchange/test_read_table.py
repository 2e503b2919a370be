"""Rows become records: what can be read is read, what cannot is told and kept, nothing is dropped."""

from datetime import date
from uuid import UUID

import pytest

from directory_app.exchange.tables.columns import guess_columns, read_table
from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.table import Layout
from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Extra, ExtraSource, Kind, Person, Status
from directory_app.model.phone import PhoneKind
from directory_app.model.place import Precision
from directory_app.model.record import UNIDENTIFIED, Unreadable
from tests.exchange.spreadsheets import office_of, record_of, records_of

GERMAN = (
    "Büro;Typ;Region;Straße;Hausnummer;PLZ;Ort;Land;Telefon;Fax;E-Mail;Webseite;Ansprechpartner;Funktion;Breite;Länge;"
    "Stand;Bemerkung;Zeitzone;Status;Mitglieder\n"
    "Büro Bonn;Regionalsekretariat;Europa;Kaiser-Friedrich-Straße;7;53113;Bonn;Deutschland;0228 976299-00;"
    "0228 976299-01;bonn@example.org;www.example.org;Anna Müller;Leiterin;50,7374;7,0982;31.01.2026;Hallo;"
    "Europe/Berlin;geschlossen;17\n"
)


def column(name: str, value: str) -> Extra:
    return Extra(name, value, "", ExtraSource.COLUMN)


def test_a_row_is_read_into_every_field() -> None:
    record = record_of(GERMAN)
    office = record.office
    assert record.place == "row 2"
    assert not record.whole
    assert record.findings == ()
    assert office.id == UNIDENTIFIED
    assert (office.name, office.kind, office.region) == ("Büro Bonn", Kind.REGIONAL_SECRETARIAT, "Europa")
    assert office.address == PostalAddress(("Kaiser-Friedrich-Straße 7",), "53113", "Bonn", country="DE")
    numbers = [(phone.raw, phone.number, phone.kind) for phone in office.phones]
    assert numbers == [
        ("0228 976299-00", "+4922897629900", PhoneKind.VOICE),
        ("0228 976299-01", "+4922897629901", PhoneKind.FAX),
    ]
    assert office.emails == (Email("bonn@example.org"),)
    assert office.websites == ("www.example.org",)
    assert office.people == (Person("Anna Müller", "Leiterin"),)
    assert office.position is not None
    assert (office.position.point, office.position.precision) == ((50.7374, 7.0982), Precision.STREET)
    assert office.verified_on == date(2026, 1, 31)
    assert (office.notes, office.timezone, office.status) == ("Hallo", "Europe/Berlin", Status.CLOSED)
    assert office.extras == (column("Mitglieder", "17"),)
    assert record.fields == {
        *("name", "kind", "region", "phones", "emails", "websites", "people", "position", "verified_on", "notes"),
        *("timezone", "status", "extras", "address.lines", "address.postal_code", "address.city", "address.country"),
    }


def test_an_empty_cell_says_nothing() -> None:
    assert record_of("Name,City,Phone,Notes\nA,Bonn,,\n").fields == {"name", "address.city"}


@pytest.mark.parametrize("nothing", ["-", "–", "n/a", "N/A", "  "])
def test_a_dash_says_nothing(nothing: str) -> None:
    record = record_of(f"Name,City,Phone\nA,Bonn,{nothing}\n")
    assert record.fields == {"name", "address.city"}
    assert record.findings == ()


def test_a_column_may_be_left_out_or_kept() -> None:
    table = csv_table(b"Name,Secret,Members\nA,x,17\n")
    (record,) = records_of(table, ["name", "-", ""])
    assert record.office.extras == (column("Members", "17"),)


def test_what_stands_beyond_the_last_column_is_kept() -> None:
    rows = "A,Bonn\n" * 80 + "B,Berlin,+49 30 123456,more\n"
    table = csv_table(f"Name,City\n{rows}".encode())
    assert records_of(table)[-1].office.extras == (column("Column 3", "+49 30 123456"), column("Column 4", "more"))


@pytest.mark.parametrize(
    ("header", "cell", "code", "field"),
    [
        ("Land", "Narnia", "country_unreadable", "address.country"),
        ("Type", "castle", "kind_unreadable", "kind"),
        ("Status", "perhaps", "status_unreadable", "status"),
        ("Verified on", "03/04/2026", "verified_on_unreadable", "verified_on"),
        ("Zeitzone", "Berliner Zeit", "timezone_unreadable", "timezone"),
        ("GPS", "somewhere", "position_unreadable", "position"),
        ("Latitude", "50.7", "position_unreadable", "position"),
        ("Telefon", "4.92289E+12", "phone_rounded", "phones"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(header: str, cell: str, code: str, field: str) -> None:
    record = record_of(f"Name;City;{header}\nA;Bonn;{cell}\n")
    (finding,) = record.findings
    assert (finding.code, finding.field, finding.about) == (code, field, cell)
    assert f"“{cell}”" in finding.message
    assert record.office.extras == (column(header, cell),)
    assert record.fields == {"name", "address.city", "extras"}


def test_an_axis_out_of_range_keeps_both() -> None:
    record = record_of("Name,City,lat,lon\nA,Bonn,91,7\n")
    assert record.office.position is None
    assert record.office.extras == (column("lat", "91"), column("lon", "7"))
    assert [finding.code for finding in record.findings] == ["position_unreadable"]


def test_a_number_that_cannot_be_read_stays_as_it_is_and_is_told() -> None:
    record = record_of("Name,City,Phone\nA,Bonn,ask at the desk\n")
    assert [(phone.raw, phone.number) for phone in record.office.phones] == [("ask at the desk", "")]
    assert [finding.code for finding in record.findings] == ["phone_unreadable"]


def test_an_address_without_an_at_sign_stays_as_it_is_and_is_told() -> None:
    record = record_of("Name,City,E-mail\nA,Bonn,bonn.example.org\n")
    assert record.office.emails == (Email("bonn.example.org"),)
    assert [finding.code for finding in record.findings] == ["email_without_at"]


def test_a_cell_that_the_spreadsheet_could_not_compute_says_nothing_and_is_told() -> None:
    record = record_of("Name,City,Phone\nA,#REF!,+49 228 976299\n")
    assert record.fields == {"name", "phones"}
    assert [(finding.code, finding.about) for finding in record.findings] == [("cell_error", "#REF!")]


def test_the_country_is_read_before_the_numbers_wherever_it_stands() -> None:
    office = office_of("Name,Phone,Land\nA,01 42 68 53 00,Frankreich\n")
    assert office.phones[0].number == "+33142685300"


def test_a_country_in_the_address_is_the_numbers_country_too() -> None:
    record = record_of("Name;Telefon;Adresse\nA;0761 368920;Leopoldring 3, 79098 Freiburg, Germany\n")
    assert record.office.phones[0].number == "+49761368920"
    published = "Leopoldring 3, 79098 Freiburg, Germany"
    assert record.office.address == PostalAddress(("Leopoldring 3",), "79098", "Freiburg", "", "", "DE", published)
    assert {"address.published", "address.city", "address.country"} <= record.fields


def test_a_whole_address_is_only_published_where_its_parts_have_columns() -> None:
    office = office_of("Name;Address;City;Country\nA;Leopoldring 3, 79098 Freiburg;Freiburg im Breisgau;DE\n")
    published = "Leopoldring 3, 79098 Freiburg"
    assert office.address == PostalAddress(city="Freiburg im Breisgau", country="DE", published=published)


def test_numbers_that_a_spreadsheet_computed_with_are_read_again() -> None:
    office = office_of("Name,PLZ,Phone,Land\nA,79098.0,4922897629900.0,DE\n")
    assert office.address.postal_code == "79098"
    for phone in (office.phones[0], office_of("Name,Phone\nA,4922897629900\n").phones[0]):
        assert (phone.raw, phone.number) == ("4922897629900", "+4922897629900")


def test_several_columns_and_cells_of_numbers_are_all_read_once() -> None:
    office = office_of(
        "Name;Phone;Phone 2;Mobile;Emergency\n"
        "A;+49 228 976299, F: +49 228 976298;+49 228 976299;+49 171 1234567;+49 228 976297\n"
    )
    assert [(phone.number, phone.kind) for phone in office.phones] == [
        ("+49228976299", PhoneKind.VOICE),
        ("+49228976298", PhoneKind.FAX),
        *([("+49228976299", PhoneKind.VOICE)] if office.phones[2].number == "+49228976299" else []),
        ("+491711234567", PhoneKind.MOBILE),
        ("+49228976297", PhoneKind.EMERGENCY),
    ]


def test_the_label_beside_a_number_of_google_tells_its_kind() -> None:
    office = office_of(
        "Organization Name,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Value\n"
        "A,Work Fax,+49 228 976298 ::: +49 228 976299,a@example.org ::: b@example.org\n"
    )
    assert [phone.kind for phone in office.phones] == [PhoneKind.FAX, PhoneKind.FAX]
    assert [email.address for email in office.emails] == ["a@example.org", "b@example.org"]


def test_given_and_family_names_are_one_person_and_other_names_others() -> None:
    office = office_of(
        "Company,First Name,Last Name,Contact person,Job title\nBonn Office,Anna,Müller,Bo Li; Cy Twombly,Director\n"
    )
    assert office.people == (Person("Anna Müller", "Director"), Person("Bo Li"), Person("Cy Twombly"))


def test_a_role_of_nobody_is_kept() -> None:
    assert office_of("Name,City,Job title\nA,Bonn,Director\n").extras == (column("Job title", "Director"),)


def test_notes_of_several_columns_stand_one_below_the_other() -> None:
    assert office_of('Name,City,Notes,Remarks\nA,Bonn,"one\ntwo",three\n').notes == "one\ntwo\nthree"


def test_an_identifier_finds_its_office_again() -> None:
    identifier = "4f8d385e-8432-4d23-ae12-d3c2c2a2afef"
    record = record_of(f"ID,Phone\n{identifier},+49 228 976299\n")
    assert record.office.id == UUID(identifier)
    assert record.fields == {"phones"}


def test_a_row_without_a_name_is_called_after_its_town() -> None:
    record = record_of("Name,City,Phone\n,Bonn,+49 228 976299\n")
    assert record.office.name == "Bonn"
    assert [finding.code for finding in record.findings] == ["name_missing"]


def test_a_row_with_neither_name_nor_town_is_unreadable_and_an_empty_one_is_nothing() -> None:
    table = csv_table(b"Name,City,Phone\n,,+49 228 976299\n,,\n ,\t,\nA,Bonn,\n")
    broken, office = read_table(table, guess_columns(table))
    assert broken == Unreadable("row 2", "It has neither a name nor a town to call it by.")
    assert not isinstance(office, Unreadable)
    assert office.place == "row 5"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("=HYPERLINK(A1)", "=HYPERLINK(A1)"),
        ("'=1+1", "=1+1"),
        ("'+49 228", "+49 228"),
        ("''=1+1", "'=1+1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ('"=""0228"""', "0228"),
        ("  two   words ", "two   words"),
    ],
)
def test_a_formula_is_text_and_what_only_marks_a_text_is_taken_off(cell: str, text: str) -> None:
    assert office_of(f"Name,City,Notes\nA,Bonn,{cell}\n").notes == text


def test_rows_that_say_nothing_new_share_their_texts() -> None:
    first, second = records_of(csv_table(b"Name,City,Land\nA,Bonn am Rhein,DE\nB,Bonn am Rhein,DE\n"))
    assert first.office.address.city is second.office.address.city
    assert first.fields is second.fields


def test_a_table_without_a_header_is_read_too() -> None:
    table = csv_table(b"A;Bonn\nB;Berlin\n", Layout(delimiter=";", has_header=False))
    assert [record.place for record in records_of(table, ["name", "address.city"])] == ["row 1", "row 2"]


def test_hostile_texts_are_texts() -> None:
    texts = ["\u202eBonn", "B\u200bonn", "\U0001f600" * 50, "<img src=x>", "%s%n", "../../x", "a" * 30_000]
    for text in texts:
        record = record_of(f"Name,City,Country,Phone,E-mail,Address\n{text},{text},{text},{text},{text},{text}\n")
        assert record.office.name == text
