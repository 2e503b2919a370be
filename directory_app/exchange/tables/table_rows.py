"""Rows of a file made a table: where its header is, what its columns are called, how many rows there are."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, islice

from directory_app.exchange.limits import RECORDS, check_count
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.exchange.tables.own_table import is_own
from directory_app.exchange.tables.spreadsheet_text import meant
from directory_app.exchange.tables.table import Layout, Row, Table
from directory_app.model.record import Unreadable

SAMPLE_ROWS = 50

_ROWS_ABOVE_A_HEADER = 20
_DATA = re.compile(r"@|://|\d{3}|^\s*[-+(]?\d[\d\s.,/()+-]*$")
_LONGEST_NAME = 60

AllRows = Callable[[], Iterator[Row | Unreadable]]
"""Every row of a file from the first on, empty ones included, anew at each call."""


def has_header(first: Sequence[Row]) -> bool:
    """Tells whether the first rows of a file begin with a header, perhaps below a title."""
    return _known_header(first) is not None or _likely_header(first) is not None


def table_of(all_rows: AllRows, layout: Layout, total: int | None = None, sheets: tuple[str, ...] = ()) -> Table:
    """Returns the table of a file's rows; `total` counts those with anything in them where that is known already.

    What stands above the header is a title and no part of the table, and neither is a header that
    is repeated further down. Raises LimitError if there are more rows than are read.
    """
    first = first_rows(all_rows)
    header = (_header_row(first) if layout.has_header else None) or Row(0, ())

    def rows() -> Iterator[Row | Unreadable]:
        return _limited(_below(all_rows(), header))

    below = tuple(row for row in first if row.number > header.number)
    total = sum(1 for _ in rows()) if total is None else max(0, total - len(first) + len(below))
    check_count(total)
    sample = below[:SAMPLE_ROWS]
    return Table(layout, _names(header.cells, sample), sample, total, rows, sheets)


def first_rows(all_rows: AllRows) -> tuple[Row, ...]:
    """Returns the first rows that have anything in them, as many as are needed to know the table by."""
    filled = (row for row in _below(all_rows(), Row(0, ())) if isinstance(row, Row))
    return tuple(islice(filled, _ROWS_ABOVE_A_HEADER + SAMPLE_ROWS))


def _below(rows: Iterator[Row | Unreadable], header: Row) -> Iterator[Row | Unreadable]:
    """Yields the rows below the header that have anything in them."""
    for row in rows:
        if isinstance(row, Unreadable) or (
            row.number > header.number and row.cells != header.cells and "".join(row.cells).strip()
        ):
            yield row


def _limited(rows: Iterator[Row | Unreadable]) -> Iterator[Row | Unreadable]:
    for count, row in enumerate(rows, 1):
        if count > RECORDS:
            check_count(count)
        yield row


# The header


def _header_row(first: Sequence[Row]) -> Row | None:
    """Returns the row that is the header if the table has one: the first full one where none looks like it."""
    return _known_header(first) or next(_from_the_first_full_one(first), None)


def _known_header(first: Sequence[Row]) -> Row | None:
    """Returns the row whose cells are mostly headers that the program knows; above it may be no more than a title."""
    width = _usual_width(first)
    for row in first[:_ROWS_ABOVE_A_HEADER]:
        filled = [cell for cell in row.cells if cell.strip()]
        known = sum(len(cell) <= _LONGEST_NAME and field_of_header(cell) is not None for cell in filled)
        data = sum(bool(_DATA.search(cell)) for cell in filled)
        if is_own(row.cells) or (2 * known >= len(filled) and known >= min(2, width) and 4 * data <= len(filled)):
            return row
        if 2 * len(filled) > width:
            break
    return None


def _likely_header(first: Sequence[Row]) -> Row | None:
    """Returns the first full row, if it holds names of columns and what stands below some of them is data."""
    rows = _from_the_first_full_one(first)
    row = next(rows, None)
    if row is None or not _are_names([cell.strip() for cell in row.cells if cell.strip()]):
        return None
    below = list(rows)
    has_data = any(_is_data_column(column, below) for column, cell in enumerate(row.cells) if cell.strip())
    return row if has_data else None


def _from_the_first_full_one(first: Sequence[Row]) -> Iterator[Row]:
    width = _usual_width(first)
    return dropwhile(lambda row: 2 * _filled_cells(row) <= width, first)


def _are_names(cells: Sequence[str]) -> bool:
    are_names = all(len(cell) <= _LONGEST_NAME and not _DATA.search(cell) for cell in cells)
    return are_names and len(set(cells)) == len(cells)


def _is_data_column(column: int, rows: Sequence[Row]) -> bool:
    cells = [row.cells[column] for row in rows if column < len(row.cells) and row.cells[column].strip()]
    return bool(cells) and 2 * sum(bool(_DATA.search(cell)) for cell in cells) > len(cells)


def _usual_width(rows: Sequence[Row]) -> int:
    widths = Counter(_filled_width(row) for row in rows)
    return widths.most_common(1)[0][0] if widths else 0


def _filled_width(row: Row) -> int:
    return max((at for at, cell in enumerate(row.cells, 1) if cell.strip()), default=0)


def _filled_cells(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _names(header: Sequence[str], sample: Sequence[Row]) -> tuple[str, ...]:
    """Returns a name for every column that has one or has anything in the first rows."""
    named = max((at for at, cell in enumerate(header, 1) if cell.strip()), default=0)
    width = max([named, *(_filled_width(row) for row in sample)])
    cells = [" ".join(meant(cell).split()) for cell in header[:width]]
    cells += [""] * (width - len(cells))
    return tuple(cell or f"Column {number}" for number, cell in enumerate(cells, 1))
