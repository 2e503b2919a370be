"""A table out of a file: its header, its first rows, and a way through all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory_app.model.record import Unreadable


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies in its file; `encoding`, `delimiter` and `quote` are those of a CSV, `sheet` of a workbook."""

    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    has_header: bool = True
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is counted as spreadsheets do, from 1, the header included.

    `links` are the places that cells link to without saying so, each with its column counted from 0.
    """

    number: int
    cells: tuple[str, ...]
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was looked at: `sample` are its first rows, `total` how many there are, 0 if that is not known.

    `header` has a name for every column, "Column 3" where the file has none. `rows` begins anew at each call.
    """

    layout: Layout
    header: tuple[str, ...]
    sample: tuple[Row, ...]
    total: int
    rows: Callable[[], Iterator[Row | Unreadable]]
    sheets: tuple[str, ...] = ()
