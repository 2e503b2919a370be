"""Offices as tables that spreadsheet programs open: CSV (RFC 4180) and XLSX.

What other tables said of offices stands again in columns under its own headers. A last column of the
program's own holds what the others do not say exactly, so that a table read back is what was written.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from directory_app.exchange.tables.exact_values import exact_values
from directory_app.exchange.tables.own_table import EXACT, OWN_FIELDS, OWN_HEADER, extra_cells, extra_header, own_cells
from directory_app.exchange.tables.row_record import RowReader
from directory_app.exchange.tables.spreadsheet_text import neutral, typed_as_text
from directory_app.exchange.tables.table import Row
from directory_app.exchange.tables.xlsx_cells import escaped
from directory_app.model.change import FIELDS, value_of
from directory_app.model.office import ExtraSource, Office
from directory_app.model.record import Record

_MOST_EXTRA_COLUMNS = 500
_LONGEST_CELL = 32_767
"""In characters; a spreadsheet program keeps no more."""

_NARROWEST, _WIDEST = 8, 40
"""Columns of a sheet, in characters."""

_ROWS_MEASURED = 200
_TEXT_FORMAT = "@"

# Numbers are long to read and never stand in their columns as they were published: they count as different at once.
_CHECKED_FIELDS = tuple(
    "-" if field in ("phones", "fax", "mobile", "emergency", "exact") else field for field in OWN_FIELDS
)


def write_csv(offices: Sequence[Office]) -> bytes:
    """Returns a table in UTF-8 with a mark, which Excel needs, and with nothing in it that a spreadsheet computes."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in _rows(offices):
        writer.writerow(map(neutral, row))
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(offices: Sequence[Office]) -> bytes:
    """Returns a workbook of one sheet, all of it text, with a header that stays and can be filtered by."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Offices")
    rows = [[_sheet_text(cell)[:_LONGEST_CELL] for cell in row] for row in _rows(offices)]
    _lay_out(sheet, rows)
    for number, row in enumerate(rows):
        sheet.append([_text_cell(sheet, cell, is_header=number == 0) if cell else None for cell in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def not_carried_by_xlsx(offices: Sequence[Office]) -> tuple[str, ...]:
    """Returns what a workbook of these offices cannot carry, a sentence each."""
    if not any(_is_long(office) for office in offices):
        return ()
    _, *rows = _rows(offices)
    return tuple(
        f"{office.name or 'An office without a name'}: a text of more than {_LONGEST_CELL:,} characters is cut there."
        for office, row in zip(offices, rows, strict=True)
        if any(len(_sheet_text(cell)) > _LONGEST_CELL for cell in row)
    )


def _rows(offices: Sequence[Office]) -> Iterator[list[str]]:
    """Yields the header and then a row for each office."""
    header = [*OWN_HEADER, *_extra_headers(offices)]
    yield header
    reader = RowReader(header, _CHECKED_FIELDS)
    for office in offices:
        yield _row(office, header, reader)


def _row(office: Office, header: Sequence[str], reader: RowReader) -> list[str]:
    cells = [*own_cells(office), "", *extra_cells(office.extras, header[len(OWN_HEADER) :])]
    record = reader.read(Row(0, tuple(cells)))
    read = record.office if isinstance(record, Record) else Office(office.id)
    cells[EXACT] = exact_values(office, (name for name in FIELDS if value_of(read, name) != value_of(office, name)))
    return cells


def _extra_headers(offices: Sequence[Office]) -> list[str]:
    """Returns the headers of other tables, one as often as any office has something under it."""
    most: Counter[str] = Counter()
    for office in offices:
        extras = (extra for extra in office.extras if extra.source is ExtraSource.COLUMN)
        most |= Counter(header for extra in extras if (header := extra_header(extra)))
    return list(most.elements())[:_MOST_EXTRA_COLUMNS]


# Workbooks


def _lay_out(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    """Gives a sheet its widths, its frozen header and first column, and its filter."""
    from openpyxl.utils import get_column_letter

    for at in range(len(rows[0])):
        longest = max(len(line) for row in rows[:_ROWS_MEASURED] for line in (row[at].splitlines() or [""]))
        column = sheet.column_dimensions[get_column_letter(at + 1)]
        column.width = min(max(longest + 2, _NARROWEST), _WIDEST)
        column.number_format = _TEXT_FORMAT
        column.hidden = at == EXACT
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"


def _text_cell(sheet: Any, text: str, *, is_header: bool) -> Any:
    """Returns a cell that stays text, whatever it looks like and whoever edits it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    if is_header:
        cell.font = Font(bold=True)
    return cell


def _is_long(office: Office) -> bool:
    """Tells whether anything of an office may be too long for a cell, its exact values in JSON included."""
    return len(repr(office)) > _LONGEST_CELL / 6


def _sheet_text(cell: str) -> str:
    return escaped(typed_as_text(cell))
