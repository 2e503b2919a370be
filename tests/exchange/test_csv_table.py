"""CSV files of all kinds become tables, whatever their signs, encodings and faults."""

from dataclasses import replace
from random import Random

import pytest

from directory_app.errors import BadInputError, DirectoryError
from directory_app.exchange.limits import LINE_BYTES, RECORDS, LimitError
from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.table import Layout
from tests.exchange.spreadsheets import cells_of, records_of, unreadable_of

PLAIN = "Name;City;Phone\r\nBonn Office;Bonn;+49 228 976299\r\nOffice Two;Berlin;+49 30 123456\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    table = csv_table(PLAIN.replace(";", delimiter).encode())
    assert table.layout.delimiter == delimiter
    assert table.header == ("Name", "City", "Phone")
    assert cells_of(table)[0] == ("Bonn Office", "Bonn", "+49 228 976299")


def test_a_comma_in_the_cells_is_no_delimiter() -> None:
    table = csv_table(b"Name;lat;lon\nBonn, Germany;50,73;7,09\nBerlin, Germany;52,52;13,40\n")
    assert table.layout.delimiter == ";"
    assert cells_of(csv_table(b"50,73;7,09\n52,52;13,40\n")) == [("50,73", "7,09"), ("52,52", "13,40")]


def test_the_first_line_of_excel_names_the_delimiter_and_is_no_row() -> None:
    table = csv_table(b"sep=|\r\nName|Notes\r\nA|a;b;c\r\nB|d;e;f\r\n")
    assert table.layout.delimiter == "|"
    assert table.header == ("Name", "Notes")
    assert [row.number for row in table.sample] == [2, 3]


def test_apostrophes_around_cells_are_found() -> None:
    table = csv_table(b"'Name','City'\n'Office, Bonn','Bonn'\n'L''Aquila, Office','L''Aquila'\n")
    assert table.layout.quote == "'"
    assert cells_of(table)[1] == ("L'Aquila, Office", "L'Aquila")


def test_everything_found_can_be_corrected() -> None:
    table = csv_table(PLAIN.encode())
    corrected = csv_table(PLAIN.encode(), replace(table.layout, delimiter=",", has_header=False))
    assert corrected.layout.delimiter == ","
    assert corrected.header == ("Column 1",)
    assert cells_of(corrected)[0] == ("Name;City;Phone",)
    in_latin = csv_table("Name;City\nÖ;K\n".encode(), replace(table.layout, encoding="windows-1252"))
    assert cells_of(in_latin) == [("Ã–", "K")]


def test_what_a_given_layout_leaves_open_is_found() -> None:
    table = csv_table("Name;Ort\nBüro;Köln\n".encode("cp1252"), Layout(encoding="", delimiter=";"))
    assert (table.layout.encoding, table.layout.delimiter) == ("windows-1252", ";")


def test_a_quote_can_be_switched_off() -> None:
    table = csv_table(b'Name,Size\n"Bonn,5" pipe\n', Layout(quote=""))
    assert cells_of(table) == [('"Bonn', '5" pipe')]


@pytest.mark.parametrize(
    ("layout", "sentence"),
    [
        (Layout(encoding="klingon"), "There is no encoding “klingon”"),
        (Layout(encoding="hex"), "There is no encoding “hex”"),
        (Layout(delimiter=",,"), "“,,” cannot part columns"),
        (Layout(delimiter="\n"), "cannot part columns"),
        (Layout(quote='""'), "cannot stand around cells"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(layout: Layout, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        csv_table(PLAIN.encode(), layout)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rows_end_in_any_way(line_end: str) -> None:
    table = csv_table(PLAIN.replace("\r\n", line_end).encode())
    assert table.total == len(cells_of(table)) == 2


def test_a_cell_may_have_several_lines() -> None:
    table = csv_table(b'Name,Address,City\r\nA,"Street 1\r\n53113 Bonn",Bonn\r\nB,C,Bonn\r\n')
    assert cells_of(table)[0] == ("A", "Street 1\n53113 Bonn", "Bonn")
    assert [row.number for row in table.sample] == [2, 3]


def test_rows_may_be_short_long_or_empty() -> None:
    table = csv_table(b"Name,City,Country\nA\n\n,,\nB,Bonn,DE,more,\n")
    assert cells_of(table) == [("A",), ("B", "Bonn", "DE", "more", "")]
    assert [row.number for row in table.sample] == [2, 5]
    assert table.header == ("Name", "City", "Country", "Column 4")


def test_delimiters_at_the_ends_of_lines_make_no_column() -> None:
    assert csv_table(b"Name;City;\nA;Bonn;\nB;Berlin;\n").header == ("Name", "City")


def test_nul_bytes_are_left_out() -> None:
    assert cells_of(csv_table(b"Name,City\nBo\0nn,Bonn\n")) == [("Bonn", "Bonn")]


def test_a_quote_that_never_closes_takes_one_row_with_it() -> None:
    table = csv_table(b'Name,City\nA,"Bonn\nB,Berlin\nC,Paris\n')
    assert cells_of(table) == [("B", "Berlin"), ("C", "Paris")]
    (broken,) = unreadable_of(table)
    assert broken.place == "row 2"
    assert "quotation mark" in broken.reason


def test_a_quote_that_closes_much_later_takes_one_row_with_it() -> None:
    rows = "".join(f"Office {number},Berlin\n" for number in range(2 * LINE_BYTES // 15))
    table = csv_table(f'Name,City\nA,"Bonn\n{rows}Z,"Paris"\n'.encode())
    assert [row.place for row in unreadable_of(table)] == ["row 2"]
    assert cells_of(table)[0] == ("Office 0", "Berlin")
    assert cells_of(table)[-1] == ("Z", "Paris")


def test_a_line_that_is_too_long_is_named_and_skipped() -> None:
    table = csv_table(b"Name,City\nA,Bonn\n" + b"x" * (LINE_BYTES + 1) + b"\nB,Berlin\n")
    assert [row.place for row in unreadable_of(table)] == ["row 3"]
    assert cells_of(table) == [("A", "Bonn"), ("B", "Berlin")]


def test_a_cell_that_is_too_long_is_named_and_skipped() -> None:
    table = csv_table(b'Name,City\nA,"' + b"x" * 200_000 + b'"\nB,Berlin\n')
    assert [row.place for row in unreadable_of(table)] == ["row 2"]
    assert cells_of(table) == [("B", "Berlin")]


def test_rows_are_read_anew_each_time_and_no_sooner_than_they_are_asked_for() -> None:
    table = csv_table(b"Name,City\n" + b"A,Bonn\n" * 1000)
    assert next(iter(table.rows())) == next(iter(table.rows()))
    assert table.total == 1000
    assert len(table.sample) == 50


def test_more_rows_than_are_read_are_said_to_be_too_many() -> None:
    csv_table(b"Name,City\n" + b"A,B\n" * RECORDS)
    with pytest.raises(LimitError, match="200,000"):
        csv_table(b"Name,City\n" + b"A,B\n" * (RECORDS + 1))


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("List of offices;;\n;;\nName;City;Country\nA;Bonn;DE\n", ("Name", "City", "Country")),
        ("Nazwa;Kod;Telefon\nBiuro;1;+48 42 1234567\n", ("Nazwa", "Kod", "Telefon")),
        ("Foo;Bar\nBonn;+49 228 1234567\nBerlin;+49 30 1234567\n", ("Foo", "Bar")),
    ],
)
def test_the_header_is_found(text: str, header: tuple[str, ...]) -> None:
    table = csv_table(text.encode())
    assert table.layout.has_header
    assert table.header == header
    assert table.total == text.count("+") or table.total == 1


def test_a_table_may_have_no_header() -> None:
    table = csv_table(b"Bonn Office,Bonn,Germany,+49 228 976299\nBerlin Office,Berlin,Germany,+49 30 123456\n")
    assert not table.layout.has_header
    assert table.header == ("Column 1", "Column 2", "Column 3", "Column 4")
    assert table.total == 2


def test_no_row_is_lost_above_a_row_that_looks_like_a_header() -> None:
    table = csv_table(b"Bonn,Alpha,1\nBerlin,Beta,2\nName,City,Country\nParis,Gamma,3\n")
    assert table.total == 4


def test_a_header_that_is_repeated_is_no_row() -> None:
    table = csv_table(b"Name,City\nA,Bonn\nName,City\nB,Berlin\n")
    assert cells_of(table) == [("A", "Bonn"), ("B", "Berlin")]
    assert table.total == 2


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"PK\x03\x04...", "a workbook"),
        (b"%PDF-1.7", "a PDF file"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "a vCard file"),
        (b'[{"id": 1}]\n', "JSON"),
        (b"Dear all,\n\nplease find the offices below.\nKind regards\n", "not parted into columns"),
        (b"\x00\x01\x02\xff\xfe\x80" * 50, "no table"),
        (b",,,,\n,,,,\n", "no row"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        csv_table(data)


def test_one_column_is_a_table_if_its_header_is_known() -> None:
    assert cells_of(csv_table(b"E-mail\na@example.org\nb@example.org\n")) == [("a@example.org",), ("b@example.org",)]


def test_a_damaged_file_is_a_table_or_said_to_be_none() -> None:
    random = Random(3)
    whole = (PLAIN + '"Büro; drei";"Zürich\r\nSchweiz";\'+41 44 123\r\n').encode()
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(random.choice([1, 2, 8])):
            at = random.randrange(len(data))
            data[at : at + random.randrange(4)] = random.choice(
                [b"", b'"', b"\0", b"\r", b"\xff\xfe", b"=", b";;", b"\n"]
            )
        try:
            table = csv_table(bytes(data))
            assert table.total == len(cells_of(table)) + len(unreadable_of(table))
        except DirectoryError as error:
            assert str(error).endswith(".")


def test_a_table_of_nothing_but_a_header_has_no_records() -> None:
    assert records_of(csv_table(b"Name,City,Phone\n")) == []
