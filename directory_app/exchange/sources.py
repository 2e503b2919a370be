"""What is imported: a file or a text, known by what is in it and not by its name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from directory_app.errors import BadInputError
from directory_app.exchange.limits import FILE_BYTES, MB, LimitError, check_size
from directory_app.exchange.tables.table import Layout, Table
from directory_app.model.record import Record, Unreadable


class SourceFormat(StrEnum):
    """What can be imported; the values are the names on the command line."""

    VCARD = "vcard"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    TEXT = "text"


Records = Iterator[Record | Unreadable]


@dataclass(frozen=True, slots=True)
class Source:
    """A file or text that was looked at: what it is called, what it is, and how many records it has, 0 if not known.

    `read` begins anew at each call; of a table it reads the columns as guessed.
    """

    name: str
    format: SourceFormat
    total: int
    table: Table | None
    read: Callable[[], Records]


_SAMPLE = 64 * 1024
_CARD = re.compile(r"^[\ufeff\s]*BEGIN[ \t]*:[ \t]*VCARD\b", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(r"[\ufeff\s]*(?:\[\s*(?:[\[{\"\]]|$)|\{\s*(?:[\"}]|$))")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""Archives, one of which is an XLSX, and old Office files, of which its reader has something to say."""

_OTHERS = (
    (re.compile(rb"\s*%PDF"), "a PDF file", "Copy the text out of it and paste that."),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*", re.DOTALL), "a picture", ""),
    (re.compile(rb"SQLite format 3\0"), "a database", "A database of this program is opened with --database."),
    (re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|.{257}ustar", re.DOTALL), "an archive", "Unpack it first."),
    (re.compile(rb"\{\\rtf"), "a formatted text", "Open it, copy the text and paste that."),
    (
        re.compile(rb"\W*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE),
        "a web page",
        "Copy its text and paste that.",
    ),
    (re.compile(rb"\W*<\?xml|\W*<kml\b", re.IGNORECASE), "an XML file", ""),
    (re.compile(rb"\W*BEGIN:VCALENDAR", re.IGNORECASE), "a calendar", ""),
)
"""What is none of the formats, by how it begins, and what else can be done with it."""

_NONE_OF_THESE = "{name} is {what}, which is none of what can be imported: vCard, CSV, XLSX, JSON or text. {advice}"
_ELSE = "Choose another file."


def open_source(path: Path, format: SourceFormat | None = None, layout: Layout | None = None) -> Source:
    """Returns a file as what it is, or as a format that somebody chose; `layout` corrects how a table lies in it.

    Raises BadInputError with a sentence for a file that cannot be read or is none of the formats, and
    LimitError for one that is too large.
    """
    return source_of(content_of(path), path.name, format, layout)


def pasted_source(text: str) -> Source:
    """Returns what somebody pasted: cells of a spreadsheet, cards, JSON, or the text of a page."""
    return source_of(text.encode("utf-8", "replace"), "the text")


def source_of(data: bytes, name: str, format: SourceFormat | None = None, layout: Layout | None = None) -> Source:
    """Returns a file's content as what it is, or as a format that somebody chose; raises as `open_source` does."""
    check_size(data)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise BadInputError(f"There is nothing in {name}. {_ELSE}")
    chosen = format or _format_of(data, name)
    if chosen is SourceFormat.VCARD:
        from directory_app.exchange.vcard.reader import count_cards, read_vcards

        return Source(name, chosen, count_cards(data), None, partial(read_vcards, data))
    if chosen is SourceFormat.JSON:
        from directory_app.exchange.json_reader import read_json

        return Source(name, chosen, 0, None, partial(read_json, data))
    if chosen is SourceFormat.XLSX:
        from directory_app.exchange.tables.xlsx_table import xlsx_table

        sheet, has_header = (layout.sheet, layout.has_header) if layout else ("", None)
        return _of_table(name, chosen, xlsx_table(data, sheet, has_header))
    if chosen is SourceFormat.CSV:
        from directory_app.exchange.tables.csv_table import csv_table

        return _of_table(name, chosen, csv_table(data, layout))
    table = None if format else _table_in(data, name, layout)
    if table is not None:
        return _of_table(name, SourceFormat.CSV, table)
    from directory_app.exchange.pasted.text import read_pasted

    return Source(name, SourceFormat.TEXT, 0, None, partial(read_pasted, _decoded(data)))


def records_of(source: Source, columns: Sequence[str] | None = None) -> Records:
    """Returns what a source says, record by record; `columns` are the fields of a table's columns, guessed without."""
    if source.table is None or not columns:
        return source.read()
    from directory_app.exchange.tables.columns import read_table

    return read_table(source.table, columns)


def content_of(path: Path) -> bytes:
    """Returns the bytes of a file; raises as `open_source` does."""
    try:
        if path.is_dir():
            raise BadInputError(f"{path} is a folder. Choose a file in it.")
        if path.stat().st_size > FILE_BYTES:
            raise LimitError(_too_large(path.name, path.stat().st_size))
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInputError(f"There is no file {path}. Check its name and its folder.") from error
    except PermissionError as error:
        raise BadInputError(f"You may not read {path}. Change its permissions, or choose another file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise BadInputError(f"{str(path)!r} cannot be read: {reason}. {_ELSE}") from error


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} has {size / MB:,.0f} MB; at most {FILE_BYTES // MB} MB are read at once. Split it into several files."
    )


def _of_table(name: str, format: SourceFormat, table: Table) -> Source:
    def read() -> Records:
        from directory_app.exchange.tables.columns import guess_columns, read_table

        return read_table(table, guess_columns(table))

    return Source(name, format, table.total, table, read)


def _format_of(data: bytes, name: str) -> SourceFormat:
    """Returns what a file is by how it begins; a text may still turn out to be a table."""
    if data.startswith(_ARCHIVES):
        return SourceFormat.XLSX
    for beginning, what, advice in _OTHERS:
        if beginning.match(data[:_SAMPLE]):
            raise BadInputError(_NONE_OF_THESE.format(name=name, what=what, advice=advice or _ELSE))
    start = _decoded(data[:_SAMPLE])
    if _CARD.search(start):
        return SourceFormat.VCARD
    if len(_CONTROL.findall(start)) > len(start) // 100:
        raise BadInputError(_NONE_OF_THESE.format(name=name, what="no text", advice=_ELSE))
    return SourceFormat.JSON if _JSON.match(start) else SourceFormat.TEXT


def _decoded(data: bytes) -> str:
    from directory_app.exchange.tables.encodings import codec_of, detect_encoding

    return data.decode(codec_of(detect_encoding(data)), "replace")


def _table_in(data: bytes, name: str, layout: Layout | None) -> Table | None:
    """Returns the table that a text is, or None if it is read as sentences; who gives a layout says that it is one."""
    from directory_app.exchange.tables.csv_table import csv_table

    try:
        table = csv_table(data, layout)
    except LimitError:
        raise
    except BadInputError:
        if layout is not None:
            raise
        return None
    is_table = layout is not None or _is_table(table) or Path(name).suffix.lower() in (".csv", ".tsv")
    return table if is_table else None


def _is_table(table: Table) -> bool:
    """Tells whether somebody meant a table: it has a header that is known, or rows that are all alike.

    Commas stand in sentences and addresses, too.
    """
    from directory_app.exchange.tables.header_words import field_of_header

    width = len(table.header)
    known = sum(field_of_header(header) is not None for header in table.header) if table.layout.has_header else 0
    if width > 1 and 2 * known >= min(width, 4):
        return True
    alike = sum(len(row.cells) == width for row in table.sample)
    fewest = 3 if table.layout.delimiter == "," else 2
    return width >= fewest and len(table.sample) > 1 and 10 * alike >= 9 * len(table.sample)
