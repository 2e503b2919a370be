"""The rows of a CSV file, one after the other, whatever is broken in it."""

import csv
from collections.abc import Iterator
from typing import TextIO

from directory_app.exchange.limits import LINE_BYTES
from directory_app.exchange.tables.table import Row
from directory_app.model.record import Unreadable

_LONGEST = LINE_BYTES
"""In characters, which is what is read."""


def csv_rows(text: TextIO, delimiter: str, quote: str) -> Iterator[Row | Unreadable]:
    """Yields every row of a text, empty ones included, counted from 1; `quote` may be empty.

    The text must leave line ends as they are (`newline=""`). A row whose quotation mark never
    closes, or that is too long, is Unreadable; the next row then begins on the line after its first.
    """
    lines = _Lines(text)
    if quote:
        reader = csv.reader(lines, delimiter=delimiter, quotechar=quote)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    number = 0
    while True:
        number += 1
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _BrokenRowError as error:
            yield Unreadable(f"row {number}", str(error))
        except csv.Error:
            lines.give_back()
            yield Unreadable(f"row {number}", f"A cell is longer than {csv.field_size_limit():,} characters.")
        else:
            yield Row(number, tuple(cells) if lines.is_one else tuple(map(_one_kind_of_line_end, cells)))


class _BrokenRowError(Exception):
    """A row that cannot be read; the text says why."""


class _Lines:
    """The lines of a text, some of which can be given back to be read once more."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._given_back: list[str] = []
        self._row: list[str] = []
        self._length = 0

    @property
    def is_one(self) -> bool:
        """Whether the row has only one line so far."""
        return len(self._row) == 1

    def begin_row(self) -> None:
        """Tells that the next line is the first of a row."""
        self._row = []
        self._length = 0

    def give_back(self) -> None:
        """Makes the lines of this row the next ones, but for the first."""
        self._given_back.extend(reversed(self._row[1:]))

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._given_back.pop() if self._given_back else self._text.readline()
        if not line:
            if not self._row:
                raise StopIteration
            raise self._broken("A quotation mark opens here and never closes.")
        self._row.append(line)
        self._length += len(line)
        if self._length > _LONGEST:
            if self.is_one:
                raise _BrokenRowError(f"The line is longer than {_LONGEST:,} characters.")
            raise self._broken(f"A quotation mark opens here and does not close within {_LONGEST:,} characters.")
        return line.replace("\0", "") if "\0" in line else line

    def _broken(self, reason: str) -> _BrokenRowError:
        self.give_back()
        return _BrokenRowError(reason)


def _one_kind_of_line_end(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
