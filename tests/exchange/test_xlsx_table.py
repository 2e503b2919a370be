"""Workbooks become tables: cells as they are shown, nothing computed, nothing followed, nothing too large."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from directory_app.errors import BadInputError, DirectoryError
from directory_app.exchange.limits import MB, UNPACKED_BYTES, LimitError
from directory_app.exchange.tables.columns import guess_columns, read_table
from directory_app.exchange.tables.xlsx_table import xlsx_table
from tests.exchange.spreadsheets import a_workbook, cells_of, records_of, unreadable_of, with_part

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def test_a_number_in_a_cell_has_no_decimals() -> None:
    table = xlsx_table(a_workbook(["Name", "Phone"], ["A", 4922897629900.0], ["B", 4922897629901]))
    assert cells_of(table) == [("A", "4922897629900"), ("B", "4922897629901")]
    assert records_of(table)[0].office.phones[0].number == "+4922897629900"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1067, "00000", "01067"),
        (12345678, "00000-000", "12345-678"),
        (4922897629900, '"+"0', "+4922897629900"),
        (4922897629900, "+0", "+4922897629900"),
        (5, "#,##0", "5"),
        (5, "0.00", "5"),
        (-5, "000", "-5"),
        (50.73743, "General", "50.73743"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (date(2026, 1, 31), "yyyy-mm-dd", "2026-01-31"),
        (datetime(2026, 1, 31, 12, 30), "yyyy-mm-dd hh:mm", "2026-01-31 12:30:00"),  # noqa: DTZ001
        (time(9, 30), "hh:mm", "09:30:00"),
        ("=1+1", "General", "=1+1"),
        ('=HYPERLINK("https://example.org")', "General", '=HYPERLINK("https://example.org")'),
        ("#REF!", "General", "#REF!"),
        ("a_x000D_\nb", "General", "a\nb"),
        ("0228 97629900", "@", "0228 97629900"),
    ],
)
def test_a_cell_says_what_it_shows(value: object, number_format: str, shown: str) -> None:
    def form(sheet: Any) -> None:
        sheet["B2"].number_format = number_format

    assert cells_of(xlsx_table(a_workbook(["Name", "Notes"], ["A", value], finish=form))) == [("A", shown)]


def test_cells_that_are_merged_downwards_all_say_the_same() -> None:
    rows = (["Region", "Name"], ["Europe", "A"], [None, "B"], [None, None], [None, "C"], [None, "D"])
    table = xlsx_table(a_workbook(*rows, finish=lambda sheet: sheet.merge_cells("A2:A5")))
    assert cells_of(table) == [("Europe", "A"), ("Europe", "B"), ("Europe", "C"), ("", "D")]


def test_the_header_is_found_below_a_title() -> None:
    table = xlsx_table(a_workbook([], ["Offices of the network"], [], [None, "Name", "City"], [None, "A", "Bonn"]))
    assert table.header == ("Column 1", "Name", "City")
    assert [row.number for row in table.sample] == [5]
    assert table.total == 1


def test_a_header_can_be_denied() -> None:
    table = xlsx_table(a_workbook(["Name", "City"], ["A", "Bonn"]), has_header=False)
    assert table.header == ("Column 1", "Column 2")
    assert table.total == 2


def several_sheets() -> bytes:
    def add(sheet: Any) -> None:
        sheet.title = "Read me"
        offices = sheet.parent.create_sheet("Büros")
        for row in (["Name", "City"], ["A", "Bonn"], ["B", "Berlin"]):
            offices.append(row)
        hidden = sheet.parent.create_sheet("Old")
        hidden.sheet_state = "hidden"
        for row in (["Name"], ["C"], ["D"], ["E"]):
            hidden.append(row)
        sheet.parent.create_sheet("Nothing")

    return a_workbook(["Please fill in the next sheet."], finish=add)


def test_the_first_sheet_with_a_table_is_taken_and_any_other_can_be() -> None:
    table = xlsx_table(several_sheets())
    assert table.layout.sheet == "Büros"
    assert table.sheets == ("Read me", "Büros", "Old", "Nothing")
    assert (table.total, cells_of(table)) == (2, [("A", "Bonn"), ("B", "Berlin")])
    assert cells_of(xlsx_table(several_sheets(), "Old")) == [("C",), ("D",), ("E",)]


def test_a_sheet_that_is_not_there_or_empty_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadInputError, match="Read me, Büros, Old, Nothing"):
        xlsx_table(several_sheets(), "Offices")
    with pytest.raises(BadInputError, match=r"nothing in the sheet “Nothing”.*Büros, Old"):
        xlsx_table(several_sheets(), "Nothing")


def test_what_a_cell_links_to_is_read_where_an_address_is_asked_for_and_kept_elsewhere() -> None:
    def link(sheet: Any) -> None:
        sheet["A2"].hyperlink = "https://intranet.example.org/bonn"
        sheet["B2"].hyperlink = "https://bonn.example.org/"
        sheet["C2"].hyperlink = "mailto:bonn@example.org"
        sheet["B3"].hyperlink = "https://www.example.org/"

    rows = (["Name", "Website", "E-mail"], ["Bonn", "Homepage", "Mail us"], ["Berlin", "www.example.org", None])
    bonn, berlin = (record.office for record in records_of(xlsx_table(a_workbook(*rows, finish=link))))
    assert bonn.websites == ("https://bonn.example.org/",)
    assert [email.address for email in bonn.emails] == ["bonn@example.org"]
    assert {extra.name: extra.value for extra in bonn.extras} == {
        "Name (link)": "https://intranet.example.org/bonn",
        "Website": "Homepage",
    }
    assert berlin.websites == ("www.example.org",)
    assert berlin.extras == ()


def test_a_wrong_extent_loses_no_cells() -> None:
    data = a_workbook(["Name", "City"], ["A", "Bonn"])
    table = xlsx_table(with_part(data, SHEET, lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1"')))
    assert cells_of(table) == [("A", "Bonn")]


# What is no workbook


SHARED = (
    b'<Override PartName="/xl/sharedStrings.xml"'
    b' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def with_shared_texts(*texts: str, declared: bytes = b"") -> bytes:
    """Returns a workbook of one column as Excel writes it, its texts in a part of their own."""
    cells = "".join(f'<row r="{at + 1}"><c r="A{at + 1}" t="s"><v>{at}</v></c></row>' for at in range(len(texts)))
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    shared = declared + f'<sst xmlns="{MAIN}">{items}</sst>'.encode()
    data = with_part(a_workbook(), SHEET, lambda _: sheet.encode())
    data = with_part(data, "xl/sharedStrings.xml", lambda _: shared)
    return with_part(data, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", SHARED))


def test_texts_in_a_part_of_their_own_are_read() -> None:
    table = xlsx_table(with_shared_texts("Name", "Büro &amp; Co", "a_x000D_\nb"))
    assert cells_of(table) == [("Büro & Co",), ("a\nb",)]


def archive(**parts: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return file.getvalue()


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no XLSX file"),
        (b"Name,City\n", "no XLSX file"),
        (OLD_OFFICE, r"old Office program \(.xls\).*save it as .xlsx"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), r"OpenDocument file \(.ods\)"),
        (archive(**{"[Content_Types]_DOT_xml": "x", "xl__workbook_DOT_bin": "x"}), r"binary workbook \(.xlsb\)"),
        (archive(**{"[Content_Types]_DOT_xml": "x", "word__document_DOT_xml": "x"}), "no workbook"),
        (archive(offices_DOT_csv="Name"), "archive. Unpack it"),
        (archive(Index__Document_DOT_iwa="x"), "Numbers"),
        (archive(**{"[Content_Types]_DOT_xml": "x", "xl__workbook_DOT_xml": "x"}), "damaged"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_what_it_is(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        xlsx_table(data)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_half_a_workbook_is_damaged(kept: float) -> None:
    data = a_workbook(["Name", "City"], ["A", "Bonn"])
    with pytest.raises(BadInputError, match="damaged"):
        xlsx_table(data[: int(len(data) * kept)])


def test_rows_before_a_fault_are_read_and_the_fault_is_named() -> None:
    data = a_workbook(["Name", "Members"], ["A", 1], ["B", 2], ["C", 3])
    table = xlsx_table(with_part(data, SHEET, lambda xml: xml.replace(b"<v>3</v>", b"<v>three</v>")))
    assert cells_of(table) == [("A", "1"), ("B", "2")]
    assert [row.place for row in unreadable_of(table)] == ["row 4"]


# What is too large or does harm


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_opened() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("[Content_Types].xml", "x")
        with target.open("xl/media/picture.png", "w", force_zip64=True) as part:
            for _ in range(UNPACKED_BYTES // MB + 1):
                part.write(bytes(MB))
    with pytest.raises(LimitError, match="501 MB; at most 500 MB"):
        xlsx_table(file.getvalue())


def test_a_directory_that_tells_less_than_there_is_does_not_help() -> None:
    data = a_workbook(["Name", "City"], *([f"Office {number}", "Bonn"] for number in range(500)))
    with ZipFile(BytesIO(data)) as source:
        size = source.getinfo(SHEET).file_size
    with pytest.raises(BadInputError, match="damaged"):
        xlsx_table(data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, lambda xml: xml.replace(b"</sheetData>", b"<row>" + b"<c/>" * 5_000_000 + b"</row></sheetData>")),
        ("xl/sharedStrings.xml", lambda _: b"<sst>" + b"<si/>" * 5_000_001 + b"</sst>"),
        ("xl/styles.xml", lambda xml: xml + b" " * 40_000_000),
    ],
)
def test_no_part_of_a_workbook_fills_the_memory(part: str, change: Any) -> None:
    with pytest.raises(LimitError):
        xlsx_table(with_part(a_workbook(["Name", "City"], ["A", "Bonn"]), part, change))


def test_a_row_far_below_the_last_one_does_not_stop_the_program() -> None:
    data = a_workbook(["Name", "City"], ["A", "Bonn"], ["B", "Berlin"])
    far = with_part(data, SHEET, lambda xml: xml.replace(b'<row r="3"', b'<row r="99999999999999"'))
    assert cells_of(xlsx_table(far)) == [("A", "Bonn")]


def test_more_rows_than_are_read_are_said_to_be_too_many() -> None:
    rows = b"".join(b"<row><c><v>1</v></c></row>" for _ in range(200_001))
    data = a_workbook(["Name"], ["A"])
    many = with_part(data, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    with pytest.raises(LimitError, match="200,000"):
        xlsx_table(many)


@pytest.mark.parametrize(
    "entity", [b'<!ENTITY e "aaaaaaaaaa">', b'<!ENTITY e SYSTEM "file:///etc/hostname">', b'<!ENTITY % e "x"> %e;']
)
def test_no_entity_is_expanded(entity: bytes) -> None:
    declared = b"<!DOCTYPE sst [" + entity + b"]>"
    with pytest.raises(BadInputError, match="damaged"):
        xlsx_table(with_shared_texts("Name", "&e;", declared=declared))
    data = a_workbook(["Name", "City"], ["A", "Berlin"])
    with pytest.raises(BadInputError, match="damaged"):
        xlsx_table(with_part(data, SHEET, lambda xml: declared + xml.replace(b"Berlin", b"&e;")))


def test_nothing_outside_of_the_workbook_is_asked_for() -> None:
    links = b'<externalReferences><externalReference r:id="rId99"/></externalReferences></workbook>'
    data = a_workbook(["Name", "Notes"], ["A", "='[1]Sheet'!A1"])
    data = with_part(data, "xl/workbook.xml", lambda xml: xml.replace(b"</workbook>", links))
    assert cells_of(xlsx_table(data)) == [("A", "='[1]Sheet'!A1")]


def test_a_damaged_workbook_is_read_or_said_to_be_damaged() -> None:
    random = Random(5)
    data = a_workbook(["Name", "City", "Phone"], *([f"Office {n}", "Bonn", n] for n in range(9)))
    with ZipFile(BytesIO(data)) as source:
        parts = source.namelist()
    for _ in range(150):
        part = random.choice([SHEET, *parts])
        damaged = with_part(data, part, lambda content: _damaged(content, random))
        try:
            table = xlsx_table(damaged)
            list(read_table(table, guess_columns(table)))
        except DirectoryError as error:
            assert str(error).endswith(".")


def _damaged(content: bytes, random: Random) -> bytes:
    pieces: Sequence[bytes] = [b"", b"<", b'"', b"\0", b"&amp;", b"999999", b"</row>", b"<c t='d'><v>x</v></c>"]
    for _ in range(random.choice([1, 2, 5])):
        at = random.randrange(len(content) + 1)
        content = content[:at] + random.choice(pieces) + content[at + random.randrange(6) :]
    return content
