"""Readers of columns: each is made once for a table and then reads its cells out of every row.

A reader is given the cells of a row, all of them stripped, and what the row says so far. What it
cannot read it doubts and keeps. What repeats from row to row is read once.
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from directory_app.exchange.tables.said import Said
from directory_app.model.countries import read_countries
from directory_app.model.office import Extra
from directory_app.model.typed import read_texts

Cells = Sequence[str]
Reader = Callable[[Cells, Said], None]
Columns = Sequence[tuple[int, str]]
"""Where columns stand in a row, counted from 0, and their headers."""

_Value = TypeVar("_Value")

_WHOLE_NUMBER = re.compile(r"(\d+)\.0")
_VCARD_LINE = re.compile(r'([^;:\s]+)((?:;(?:[^":]|"[^"]*")*)?):(.*)')


def one_line(text: str) -> str:
    """Returns a text without line ends and without blanks that say nothing."""
    return " ".join(text.split())


def whole_number(text: str) -> str:
    """Returns a text without the ".0" that some programs write behind what looks like a number."""
    match = _WHOLE_NUMBER.fullmatch(text)
    return match[1] if match else text


def name_reader(columns: Columns) -> Reader:
    """Reads a name, joined with blanks out of several columns."""
    places = [place for place, _ in columns]

    def read(cells: Cells, said: Said) -> None:
        if text := one_line(" ".join(cells[place] for place in places)):
            said.values["name"] = text

    return read


def text_reader(columns: Columns, field: str) -> Reader:
    """Reads a text of one line that many rows share, such as a region; several columns are joined with blanks."""
    places = [place for place, _ in columns]
    part = field.removeprefix("address.")
    in_address = part != field
    known: dict[str, str] = {}

    def read(cells: Cells, said: Said) -> None:
        text = cells[places[0]] if len(places) == 1 else " ".join(cells[place] for place in places if cells[place])
        if text:
            text = known.get(text) or known.setdefault(text, one_line(whole_number(text)))
            (said.address if in_address else said.values)[part] = text

    return read


def choice_reader(columns: Columns, field: str, read_one: Callable[[str], _Value | None], what: str) -> Reader:
    """Reads a value of few; the first column in which one can be read counts."""
    known: dict[str, _Value | None] = {}

    def read(cells: Cells, said: Said) -> None:
        for place, header in columns:
            if text := cells[place]:
                if text not in known:
                    known[text] = read_one(text)
                if (value := known[text]) is None:
                    said.doubt(field, f"“{text}” is no {what}.", {header: text})
                elif said.values.setdefault(field, value) != value:
                    said.keep(header, text)

    return read


def covers_reader(columns: Columns) -> Reader:
    """Reads the countries that an office serves, too."""

    def read(cells: Cells, said: Said) -> None:
        codes: list[str] = []
        for place, header in columns:
            known, unknown = read_countries(cells[place])
            codes += known
            for name in unknown:
                said.doubt("covers", f"No country is called “{name}”.", {header: name})
        if codes:
            said.values["covers"] = tuple(dict.fromkeys(codes))

    return read


def aliases_reader(columns: Columns) -> Reader:
    """Reads other names."""

    def read(cells: Cells, said: Said) -> None:
        aliases = dict.fromkeys(alias for place, _ in columns for alias in read_texts(cells[place]))
        if aliases:
            said.values["aliases"] = tuple(aliases)

    return read


def notes_reader(columns: Columns) -> Reader:
    """Reads texts of several lines; several columns stand one below the other."""

    def read(cells: Cells, said: Said) -> None:
        if text := "\n".join(cells[place] for place, _ in columns if cells[place]):
            said.values["notes"] = text

    return read


def vcard_reader(columns: Columns) -> Reader:
    """Reads properties of vCards, one a line, as the program itself writes them into its tables."""

    def read(cells: Cells, said: Said) -> None:
        for place, header in columns:
            for line in cells[place].splitlines():
                if match := _VCARD_LINE.fullmatch(line):
                    said.extras.append(Extra(match[1], match[3], match[2]))
                else:
                    said.keep(header, line)

    return read


def kept_reader(columns: Columns) -> Reader:
    """Keeps what columns say that have no field."""

    def read(cells: Cells, said: Said) -> None:
        for place, header in columns:
            if text := cells[place]:
                said.keep(header, text)

    return read
