"""Readers of the columns that say where an office is."""

import re

from directory_app.exchange.tables.cell_values import read_degrees, read_point
from directory_app.exchange.tables.column_readers import Cells, Columns, Reader, choice_reader, one_line
from directory_app.exchange.tables.said import Said
from directory_app.model.addresses.reading import read_address
from directory_app.model.countries import country_code
from directory_app.model.place import Position, Precision

_SOURCE = "file"
"""Of a position that a file gives."""

_HOUSE_NUMBER = re.compile(r"\d{1,5} ?[A-Za-z]?")


def country_reader(columns: Columns) -> Reader:
    """Reads the country, which numbers and addresses are then read with."""
    known: dict[str, str] = {}

    def read(cells: Cells, said: Said) -> None:
        for place, header in columns:
            if text := cells[place]:
                if text not in known:
                    known[text] = country_code(text)
                if not (code := known[text]):
                    said.doubt("address.country", f"“{text}” is the name or code of no country.", {header: text})
                elif said.country in ("", code):
                    said.address["country"] = said.country = code
                else:
                    said.keep(header, text)

    return read


def lines_reader(columns: Columns) -> Reader:
    """Reads the lines of an address; a house number in a column of its own joins its street."""

    def read(cells: Cells, said: Said) -> None:
        lines: list[str] = []
        for place, _ in columns:
            for text in cells[place].splitlines():
                line = one_line(text)
                if line and lines and _HOUSE_NUMBER.fullmatch(line) and not any(c.isdecimal() for c in lines[-1]):
                    lines[-1] += f" {line}"
                elif line:
                    lines.append(line)
        if lines:
            said.address["lines"] = tuple(lines)

    return read


def address_reader(columns: Columns) -> Reader:
    """Reads whole addresses: into parts where the row has no parts of its own, and as they are published."""

    def read(cells: Cells, said: Said) -> None:
        text = "\n".join(cells[place] for place, _ in columns if cells[place])
        if not text:
            return
        has_parts = not said.address.keys().isdisjoint(("lines", "city", "postal_code"))
        said.address["published"] = text
        if has_parts and said.country:
            return
        found = read_address(text, said.country)
        if found.country and not said.country:
            said.address["country"] = said.country = found.country
        if not has_parts:
            for part in ("lines", "postal_code", "city", "district", "state"):
                if value := getattr(found, part):
                    said.address.setdefault(part, value)

    return read


def axes_reader(latitudes: Columns, longitudes: Columns) -> Reader:
    """Reads a position from two columns, the first of each in which there is anything."""

    def read(cells: Cells, said: Said) -> None:
        north = next(((header, cells[place]) for place, header in latitudes if cells[place]), None)
        east = next(((header, cells[place]) for place, header in longitudes if cells[place]), None)
        texts = dict(axis for axis in (north, east) if axis)
        latitude = read_degrees(north[1], 90) if north else None
        longitude = read_degrees(east[1], 180) if east else None
        if latitude is not None and longitude is not None:
            said.values.setdefault("position", _position(latitude, longitude))
        elif texts:
            said.doubt("position", f"“{', '.join(texts.values())}” is no latitude and longitude.", texts)

    return read


def point_reader(columns: Columns) -> Reader:
    """Reads a position from one column."""

    def read_position(text: str) -> Position | None:
        point = read_point(text)
        return None if point is None else _position(*point)

    return choice_reader(columns, "position", read_position, "place on earth, such as 50.7374, 7.0982")


def _position(latitude: float, longitude: float) -> Position:
    is_fine = any(abs(value * 1000 - round(value * 1000)) > 1e-6 for value in (latitude, longitude))
    return Position(latitude, longitude, Precision.STREET if is_fine else Precision.TOWN, _SOURCE)
