"""Offices exported as a table are safe to open, pleasant to read, and come back as they were."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.exchange.formats import export
from directory_app.exchange.tables.columns import guess_columns
from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.own_table import OWN_HEADER
from directory_app.exchange.tables.table import Table
from directory_app.exchange.tables.table_export import write_csv, write_xlsx
from directory_app.exchange.tables.xlsx_table import xlsx_table
from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS, value_of
from directory_app.model.matching.combining import combined
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from tests.builders import a_phone, a_position, an_office
from tests.exchange.spreadsheets import records_of
from tests.strategies import offices

OFFICE = an_office(
    "Büro Bonn",
    kind=Kind.REGIONAL_SECRETARIAT,
    status=Status.CLOSED,
    address=PostalAddress(
        ("Kaiser-Friedrich-Str. 7", "2nd floor"), "53113", "Bonn", country="DE", published="as it was"
    ),
    phones=(
        Phone("+49-228 / 97 62 99-00", "+4922897629900"),
        Phone("+49-228 / 97 62 99-01", "+4922897629901", kind=PhoneKind.FAX, label="Accounts"),
        Phone("ask the porter"),
    ),
    emails=(Email("bonn@example.org", "General inquiries"), Email("press@example.org")),
    websites=("www.example.org", "https://example.org/bonn?a=1;b=2"),
    people=(Person("Anna Müller", "Director"), Person("Bo Li")),
    aliases=("Bonn-Büro", "Weltbüro"),
    notes="Two\nlines",
    position=a_position(source="OpenStreetMap", confirmed_by="Anna"),
    timezone="Europe/Berlin",
    opening_hours='Mo-Fr 09:00-17:00; PH off "by appointment"',
    covers=("NP", "CI"),
    verified_on=date(2026, 1, 31),
    verified_by="Anna",
    verified_how="called",
    local_address=PostalAddress(city="ボン"),
    extras=(
        Extra("Members", "17", "", ExtraSource.COLUMN),
        Extra("X-SKYPE", "bonn\\, office", ";TYPE=work"),
        Extra("Phone", "a column of this name", "", ExtraSource.COLUMN),
    ),
    ignored=(Ignored("no_fax", "phones", "", "never had one"),),
)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def same(one: Office, other: Office) -> bool:
    return one.id == other.id and all(value_of(one, field) == value_of(other, field) for field in FIELDS)


def test_people_read_what_they_expect_under_headers_they_know() -> None:
    (row,) = rows_of(write_csv([OFFICE]))
    assert row["ID"] == str(OFFICE.id)
    assert (row["Name"], row["Kind"], row["Status"]) == ("Büro Bonn", "Regional secretariat", "Closed")
    assert (row["Street"], row["Country"]) == ("Kaiser-Friedrich-Str. 7\n2nd floor", "Germany")
    assert row["Fax"] == "'+49 228 97629901 (Accounts)"
    assert row["E-mail"] == "bonn@example.org (General inquiries); press@example.org"
    assert row["People"] == "Anna Müller, Director; Bo Li"
    assert row["Verified on"] == "2026-01-31"
    assert row["Members"] == "17"
    assert row["vCard properties"] == "X-SKYPE;TYPE=work:bonn\\, office"


def test_a_csv_begins_with_a_mark_and_not_with_what_excel_takes_for_another_format() -> None:
    data = write_csv([OFFICE])
    assert data.startswith(b"\xef\xbb\xbfName,")
    assert b"\r\n" in data


def test_every_kind_of_number_has_its_column_with_its_plus() -> None:
    phones = tuple(a_phone(f"+4922897629{at:03}", kind=kind) for at, kind in enumerate(PhoneKind))
    (row,) = rows_of(write_csv([an_office(phones=phones)]))
    assert [row[header] for header in ("Phone", "Fax", "Mobile", "Emergency")] == [
        f"'+49 228 97629{at:03}" for at in range(4)
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("x","y")', '="x"'])
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    office = an_office(text, notes=text, region=text, aliases=(text,), people=(Person(text, text),), timezone=text)
    office = replace(office, extras=(Extra(text, text, "", ExtraSource.COLUMN), Extra(text, text)))
    data = write_csv([office, an_office("B")])
    cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []
    assert same(records_of(csv_table(data))[0].office, office)


def sheet_of(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data)).active


def test_all_cells_of_a_workbook_are_text_and_numbers_keep_their_plus() -> None:
    sheet = sheet_of(write_xlsx([replace(OFFICE, name="=1+1", notes="#N/A")]))
    header = {cell.value: cell.column for cell in reversed(sheet[1])}
    filled = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in filled} == {("s", "@")}
    assert sheet.cell(2, header["Phone"]).value.startswith("+49 228 97629900")
    assert sheet.cell(2, header["Name"]).value == "=1+1"


def test_a_workbook_has_a_header_that_stays_and_a_filter() -> None:
    sheet = sheet_of(write_xlsx([OFFICE, an_office("B")]))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.endswith("3")
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert all(8 <= width <= 40 for width in widths)
    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]
    assert hidden == [OWN_HEADER[-1]]


def tables_of(exported: list[Office]) -> list[Table]:
    return [csv_table(write_csv(exported)), xlsx_table(write_xlsx(exported))]


@pytest.mark.parametrize("at", [0, 1])
def test_an_exported_table_read_back_changes_nothing(at: int) -> None:
    exported = [OFFICE, an_office("B"), an_office(""), an_office("D", country="ZZ", timezone="Mars/Base")]
    records = records_of(tables_of(exported)[at])
    assert all(record.whole and record.findings == () for record in records)
    assert all(same(record.office, office) for record, office in zip(records, exported, strict=True))


@settings(max_examples=80, deadline=None)
@given(st.lists(offices, min_size=1, max_size=2))
def test_any_office_comes_back_from_a_csv_as_it_was(exported: list[Office]) -> None:
    records = records_of(csv_table(write_csv(exported)))
    assert all(same(record.office, office) for record, office in zip(records, exported, strict=True))


@settings(max_examples=25, deadline=None)
@given(offices)
def test_any_office_comes_back_from_a_workbook_as_it_was(office: Office) -> None:
    (record,) = records_of(xlsx_table(write_xlsx([office])))
    assert same(record.office, office)


def changed_cell(data: bytes, header: str, text: str) -> bytes:
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    rows[1][rows[0].index(header)] = text
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def test_a_cell_that_somebody_changed_counts_more_than_what_was_exported() -> None:
    (record,) = records_of(csv_table(changed_cell(write_csv([OFFICE]), "Phone", "+49 30 123456")))
    numbers = [(phone.number, phone.kind) for phone in record.office.phones]
    assert numbers == [("+4930123456", PhoneKind.VOICE), ("+4922897629901", PhoneKind.FAX)]
    assert record.whole
    assert same(replace(record.office, phones=OFFICE.phones), OFFICE)


def test_a_cell_that_somebody_emptied_empties_its_field() -> None:
    (record,) = records_of(csv_table(changed_cell(write_csv([OFFICE]), "Notes", "")))
    assert combined(OFFICE, record) == replace(OFFICE, notes="")


def test_a_cell_that_somebody_made_unreadable_changes_nothing_but_is_told_and_kept() -> None:
    (record,) = records_of(csv_table(changed_cell(write_csv([OFFICE]), "Latitude", "5,073,743")))
    assert "position" not in record.fields
    assert [finding.code for finding in record.findings] == ["position_unreadable"]
    after = combined(OFFICE, record)
    assert after.position == OFFICE.position
    assert Extra("Latitude", "5,073,743", "", ExtraSource.COLUMN) in after.extras


def without_column(data: bytes, header: str) -> bytes:
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    at = rows[0].index(header)
    out = StringIO(newline="")
    csv.writer(out).writerows([*row[:at], *row[at + 1 :]] for row in rows)
    return out.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("header", ["Exact values", "Notes", "ID"])
def test_a_table_that_lost_a_column_says_only_what_it_says(header: str) -> None:
    table = csv_table(without_column(write_csv([OFFICE]), header))
    (record,) = records_of(table)
    assert not record.whole
    assert "exact" not in guess_columns(table) or header != "Exact values"
    after = combined(OFFICE, replace(record, office=replace(record.office, id=OFFICE.id)))
    assert (after.notes, after.emails, after.address) == (OFFICE.notes, OFFICE.emails, OFFICE.address)


def test_a_row_that_somebody_added_to_an_exported_table_is_not_whole() -> None:
    data = write_csv([OFFICE]) + ",".join(["New office", *[""] * (len(OWN_HEADER) - 1)]).encode() + b"\r\n"
    old, new = records_of(csv_table(data))
    assert old.whole
    assert not new.whole
    assert new.fields == {"name"}


@pytest.mark.parametrize(
    "exact",
    [
        "{",
        "[]",
        "null",
        '{"id":"elsewhere"}',
        '{"id":"%s","name":5,"phones":[{"raw":1}],"no_field":1,"exists":false,"position":{"latitude":"x"}}',
        '{"id":"%s","ignored":[{"code":1,"field":"","about":"","reason":""}],"verified_on":"soon"}',
        "[" * 100_000,
    ],
)
def test_exact_values_that_nobody_wrote_change_nothing(exact: str) -> None:
    office = an_office("A", aliases=("B",))
    text = exact.replace("%s", str(office.id))
    (record,) = records_of(csv_table(changed_cell(write_csv([office]), "Exact values", text)))
    assert same(record.office, office)


def test_the_same_columns_of_other_tables_stand_side_by_side() -> None:
    twice = (Extra("Members", "1", "", ExtraSource.COLUMN), Extra("Members", "2", "", ExtraSource.COLUMN))
    exported = [an_office("A", extras=twice), an_office("B", extras=twice[1:])]
    table = csv_table(write_csv(exported))
    assert table.header[len(OWN_HEADER) :] == ("Members", "Members")
    assert all(same(record.office, office) for record, office in zip(records_of(table), exported, strict=True))


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_said_so() -> None:
    office = an_office("Bonn", notes="long " * 10_000)
    made = export([an_office("A"), office], "xlsx")
    assert made.notes == ("Bonn: a text of more than 32,767 characters is cut there.",)
    record = records_of(xlsx_table(made.data))[1]
    assert not record.whole
    assert combined(office, record) == office
    assert export([office], "csv").notes == ()
    assert same(records_of(csv_table(export([office], "csv").data))[0].office, office)


def test_no_offices_make_a_table_without_rows() -> None:
    assert [records_of(table) for table in tables_of([])] == [[], []]
