"""CSV files as tables (RFC 4180, and what programs write instead of it)."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from itertools import islice

from directory_app.errors import BadInputError
from directory_app.exchange.tables.csv_layout import detect_delimiter, detect_quote, said_delimiter
from directory_app.exchange.tables.csv_rows import csv_rows
from directory_app.exchange.tables.encodings import codec_of, detect_encoding
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.exchange.tables.table import Layout, Row, Table
from directory_app.exchange.tables.table_rows import AllRows, first_rows, has_header, table_of
from directory_app.model.record import Unreadable

_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 64 * 1024

_OTHER_FORMATS = (
    (b"PK\x03\x04", "a workbook or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "an archive"),
    (b"SQLite format 3", "a database"),
    (b"begin:vcard", "a vCard file"),
    (b"begin:vcalendar", "a calendar"),
    (b"<?xml", "an XML file"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"{\\rtf", "a formatted text"),
)


def csv_table(data: bytes, layout: Layout | None = None) -> Table:
    """Returns the table of a CSV file.

    Everything in the layout is found where none is given. Of a given one all is taken as it is, but
    an empty `encoding` or `delimiter` is found: `Layout(encoding="", delimiter=";")`. To correct one
    thing, hand in `replace(table.layout, delimiter=";")`.

    Raises BadInputError for what is no table, and LimitError for one with too many rows.
    """
    _require_text(data)
    chosen = layout or Layout(encoding="", delimiter="")
    chosen = replace(chosen, encoding=chosen.encoding or detect_encoding(data), sheet="")
    if layout is None or not layout.delimiter:
        chosen = _with_signs(data, chosen, is_given=layout is not None)
    _require_signs(chosen)
    all_rows = _all_rows(data, chosen)
    if layout is None:
        first = first_rows(all_rows)
        chosen = replace(chosen, has_header=has_header(first))
        if not chosen.has_header and 2 * sum(len(row.cells) == 1 for row in first) > len(first):
            raise _no_table()
    table = table_of(all_rows, chosen)
    if not table.total and not (chosen.has_header and table.header):
        raise BadInputError("There is no row in the table. Choose another file, or another layout.")
    return table


def _all_rows(data: bytes, layout: Layout) -> AllRows:
    def rows() -> Iterator[Row | Unreadable]:
        text = _text(data, layout.encoding)
        if not said_delimiter(text.readline()):
            text = _text(data, layout.encoding)
        return csv_rows(text, layout.delimiter, layout.quote)

    return rows


def _text(data: bytes, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(data), codec_of(encoding), errors="replace", newline="")


def _with_signs(data: bytes, layout: Layout, *, is_given: bool) -> Layout:
    lines = list(_first_lines(data, layout.encoding))
    said = said_delimiter(lines[0]) if lines else ""
    quote = layout.quote if is_given else detect_quote(lines)
    if said:
        return replace(layout, delimiter=said, quote=quote)
    delimiter = detect_delimiter(lines, quote)
    if not delimiter and not (lines and field_of_header(lines[0])):
        raise _no_table()
    return replace(layout, delimiter=delimiter or ",", quote=quote)


def _first_lines(data: bytes, encoding: str) -> Iterator[str]:
    size = 0
    for line in islice(_text(data, encoding), _SAMPLE_LINES):
        if line.strip():
            yield line[:_SAMPLE_CHARACTERS].replace("\0", "")
        size += len(line)
        if size > _SAMPLE_CHARACTERS:
            return


def _no_table() -> BadInputError:
    return BadInputError(
        "This is no table: its lines are not parted into columns. Choose the sign that parts them, or paste it as text."
    )


def _require_text(data: bytes) -> None:
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, name in _OTHER_FORMATS:
        if start.startswith(mark.lower()):
            raise BadInputError(f"This is no table but {name}. Choose another file, or another format for it.")
    if start[:1] in (b"{", b"[") and data.rstrip()[-1:] in (b"}", b"]"):
        raise BadInputError("This is no table but JSON. Choose another format for it.")
    if not start:
        raise BadInputError("The file is empty. Choose another one.")


def _require_signs(layout: Layout) -> None:
    if len(layout.delimiter) != 1 or layout.delimiter in "\r\n\0" or layout.delimiter == layout.quote:
        raise BadInputError(f"“{layout.delimiter}” cannot part columns. Choose one sign, such as a semicolon.")
    if len(layout.quote) > 1 or (layout.quote and layout.quote in "\r\n\0 "):
        raise BadInputError(f"“{layout.quote}” cannot stand around cells. Choose one sign, or none.")
