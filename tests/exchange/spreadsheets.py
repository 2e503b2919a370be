"""Small tables and workbooks for tests, and what is read out of them."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from directory_app.exchange.tables.columns import guess_columns, read_table
from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.table import Row, Table
from directory_app.model.office import Office
from directory_app.model.record import Record, Unreadable


def cells_of(table: Table) -> list[tuple[str, ...]]:
    """Returns the cells of all rows that can be read."""
    return [row.cells for row in table.rows() if isinstance(row, Row)]


def unreadable_of(table: Table) -> list[Unreadable]:
    """Returns the rows that cannot be read."""
    return [row for row in table.rows() if isinstance(row, Unreadable)]


def records_of(table: Table, columns: Sequence[str] | None = None) -> list[Record]:
    """Returns the records of a table whose rows are all readable, its columns guessed unless they are given."""
    found = list(read_table(table, guess_columns(table) if columns is None else columns))
    records = [record for record in found if isinstance(record, Record)]
    assert len(records) == len(found), found
    return records


def record_of(text: str) -> Record:
    """Returns the one record of a CSV text."""
    (record,) = records_of(csv_table(text.encode()))
    return record


def office_of(text: str) -> Office:
    """Returns the office in the one record of a CSV text."""
    return record_of(text).office


def a_workbook(*rows: Sequence[object], finish: Callable[[Any], None] = lambda sheet: None) -> bytes:
    """Returns a workbook of one sheet with these rows; `finish` may do anything to the sheet before it is saved."""
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    finish(book.active)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Returns an archive with one of its parts changed, or added."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in {*source.namelist(), part}:
            content = source.read(name) if name in source.namelist() else b""
            target.writestr(name, change(content) if name == part else content)
    return file.getvalue()
