"""What a file or a text is, known by what is in it."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from directory_app.errors import BadInputError
from directory_app.exchange.limits import FILE_BYTES, LimitError
from directory_app.exchange.sources import Source, SourceFormat, open_source, pasted_source, records_of, source_of
from directory_app.exchange.tables.table import Layout
from directory_app.model.record import Record

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Berlin Office\r\nTEL:+49 30 1234567\r\nEND:VCARD\r\n"
CSV = "Name;Stadt;Telefon\nBerlin Office;Berlin;+49 30 1234567\nKöln;Köln;+49 221 7654321\n"
TEXT = "Berlin Office\nRosenthaler Str. 72a, 10119 Berlin, Germany\nT: +49 30 1234567\nE: berlin-office@example.org\n"


def a_workbook() -> bytes:
    book = Workbook()
    book.active.append(["Name", "City", "Phone"])
    book.active.append(["Berlin Office", "Berlin", "+49 30 1234567"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def an_archive(name: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, "x")
    return data.getvalue()


def names_in(source: Source) -> list[str]:
    return [record.office.name for record in records_of(source) if isinstance(record, Record)]


@pytest.mark.parametrize(
    ("data", "expected", "total"),
    [
        (CARD, SourceFormat.VCARD, 1),
        (b"\xef\xbb\xbf\r\n" + CARD.lower().replace(b"berlin office", b"Berlin Office"), SourceFormat.VCARD, 1),
        (CARD.decode().encode("utf-16"), SourceFormat.VCARD, 1),
        (b"Subject: a card\n\n" + CARD, SourceFormat.VCARD, 1),
        (CSV.encode(), SourceFormat.CSV, 2),
        (CSV.replace(";", "\t").encode("utf-16"), SourceFormat.CSV, 2),
        (CSV.replace(";", ",").encode("latin-1"), SourceFormat.CSV, 2),
        (b"Berlin Office\tBerlin\t+49 30 1234567\nBonn\tBonn\t+49 228 1234567\n", SourceFormat.CSV, 2),
        (a_workbook(), SourceFormat.XLSX, 1),
        (TEXT.encode(), SourceFormat.TEXT, 0),
        (b'[{"name": "Berlin Office"}]', SourceFormat.JSON, 0),
        (b'\xef\xbb\xbf {"offices": []}', SourceFormat.JSON, 0),
    ],
    ids=[
        *("card", "card with a mark", "card in UTF-16", "card in a mail", "semicolons", "tabs in UTF-16", "commas"),
        *("no header", "workbook", "text", "JSON list", "JSON object"),
    ],
)
def test_a_format_is_known_by_its_content(data: bytes, expected: SourceFormat, total: int) -> None:
    for name in ("offices", "offices.pdf", "offices.txt"):
        source = source_of(data, name)
        assert (source.name, source.format, source.total) == (name, expected, total)
        assert (source.table is not None) == (expected in (SourceFormat.CSV, SourceFormat.XLSX))


@pytest.mark.parametrize(
    "data", [CARD, CSV.encode(), a_workbook(), TEXT.encode()], ids=["card", "table", "workbook", "text"]
)
def test_every_format_is_read_and_read_again(data: bytes) -> None:
    source = source_of(data, "offices")
    assert names_in(source)[0] == "Berlin Office"
    assert names_in(source)[0] == "Berlin Office"


def test_a_file_of_one_column_is_a_table_where_its_name_says_so() -> None:
    data = b"Name\nBerlin Office\nBonn Office\n"
    assert source_of(data, "offices.csv").format is SourceFormat.CSV
    assert source_of(data, "the text").format is SourceFormat.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Africa Secretariat, Unit 1, 2nd Floor, Cape Town\nT: +27 21 202 0381, E: africa@example.org\nBonn, Germany\n",
        "Berlin, Germany\nBonn, Germany\nLyon, France\n",
        "Our offices are in Berlin, Bonn, and Lyon; call +49 30 1234567.",
        "Contact\n\n" + TEXT,
        "[Berlin Office] +49 30 1234567",
    ],
)
def test_text_with_commas_is_no_table(text: str) -> None:
    assert pasted_source(text).format is SourceFormat.TEXT


def test_cells_copied_out_of_a_spreadsheet_are_a_table() -> None:
    source = pasted_source(CSV.replace(";", "\t"))
    assert (source.format, source.name) == (SourceFormat.CSV, "the text")
    assert names_in(source) == ["Berlin Office", "Köln"]


def test_the_columns_of_a_table_can_be_said() -> None:
    source = source_of(CSV.encode(), "offices.csv")
    swapped = [
        record.office for record in records_of(source, ("address.city", "name", "-")) if isinstance(record, Record)
    ]
    assert [(office.name, office.address.city) for office in swapped] == [("Berlin", "Berlin Office"), ("Köln", "Köln")]
    assert swapped[0].phones == ()


def test_a_format_and_a_layout_that_somebody_chose_are_taken() -> None:
    assert source_of(CSV.encode(), "x", SourceFormat.TEXT).format is SourceFormat.TEXT
    layout = Layout(encoding="latin-1", delimiter="|", has_header=False)
    table = source_of("Köln|+49 221 7654321\n".encode("latin-1"), "x", None, layout).table
    assert table is not None and table.sample[0].cells == ("Köln", "+49 221 7654321")
    workbook = source_of(a_workbook(), "x", None, Layout(has_header=False)).table
    assert workbook is not None and len(workbook.sample) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "There is nothing in offices"),
        (b"\xef\xbb\xbf \r\n\t", "There is nothing in offices"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "offices is a PDF file, which is none of what can be imported"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "a picture"),
        (b"SQLite format 3\0" + bytes(90), "a database"),
        (b"\x1f\x8b\x08" + bytes(40), "an archive"),
        (an_archive("offices.csv"), "an archive"),
        (an_archive("word/document.xml"), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        (b"<!DOCTYPE html><html><body>Berlin</body></html>", "a web page"),
        (b"<?xml version='1.0'?><kml/>", "an XML file"),
        (b"{\\rtf1 Berlin}", "a formatted text"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 100, "no text"),
    ],
    ids=[
        *("nothing", "blanks", "PDF", "PNG", "JPEG", "database", "gzip", "zip", "document", "xls"),
        *("web page", "XML", "RTF", "calendar", "any bytes", "program"),
    ],
)  # fmt: skip
def test_what_is_none_of_the_formats_is_said_to_be_so(data: bytes, says: str) -> None:
    with pytest.raises(BadInputError) as refused:
        source_of(data, "offices")
    assert says in str(refused.value)
    assert str(refused.value).endswith((".", ")"))


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.csv", tmp_path / "no\0name", tmp_path / ("x" * 300)):
        with pytest.raises(BadInputError) as refused:
            open_source(path)
        assert "\n" not in str(refused.value) and str(refused.value).endswith(".")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.touch()
    os.truncate(path, FILE_BYTES + 1)
    with pytest.raises(LimitError, match=r"large\.csv has 50 MB; at most 50 MB are read"):
        open_source(path)


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "offices.txt"
    path.write_bytes(CARD)
    assert names_in(open_source(path)) == ["Berlin Office"]


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_source_or_a_sentence(data: bytes) -> None:
    try:
        source = source_of(data, "offices")
    except BadInputError as refused:
        assert "\n" not in str(refused)
    else:
        assert isinstance(source.format, SourceFormat)
