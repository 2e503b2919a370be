"""The gazetteer's file: an SQLite database that is only read; the one module that knows its tables."""

import re
import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, floor, radians
from pathlib import Path
from sys import byteorder
from threading import Lock
from typing import Any, NamedTuple

from directory_app.errors import MissingResourceError
from directory_app.model.place import Point

FORMAT = "1"
_KM_A_DEGREE = 111.0
_LAST_CHARACTER = "\U0010ffff"

_PLACES = """SELECT p.geoname, p.name, p.latitude, p.longitude, p.population, t.name, a.id, a.name, c.code, c.name
    FROM {} CROSS JOIN place p ON p.id = n.place CROSS JOIN timezone t ON t.id = p.timezone
    CROSS JOIN area a ON a.id = p.area CROSS JOIN country c ON c.number = a.country ORDER BY {}"""
_NAMED = _PLACES.format(
    "(SELECT place FROM name WHERE folded = ? AND place BETWEEN ? AND ?) n", "p.population DESC, p.id"
)
_BEGINNING = _PLACES.format(
    "(SELECT DISTINCT place FROM name WHERE folded BETWEEN ? AND ? AND place BETWEEN ? AND ? LIMIT 1000) n",
    "p.population DESC, p.id LIMIT 20",
)
_NUMBERED = _PLACES.format("(SELECT key, value AS place FROM json_each(?)) n", "n.key")


class PlaceRow(NamedTuple):
    """A place as the file holds it: coordinates in hundred-thousandths of a degree."""

    geoname: int
    name: str
    latitude: int
    longitude: int
    population: int
    timezone: str
    area: int
    area_name: str
    country: str
    country_name: str

    @property
    def point(self) -> Point:
        """Latitude and longitude in degrees."""
        return self.latitude / 1e5, self.longitude / 1e5


@dataclass(frozen=True, slots=True)
class Scope:
    """A country and the numbers of its places; the whole world unless said otherwise."""

    country: int | None = None
    first: int = 0
    last: int = 2**31
    name: str = ""
    capital: int = 0


class GazetteerFile:
    """Reads the file; may be used from several threads.

    Raises MissingResourceError, now or later, where the file is missing, damaged or of another format.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        if not path.is_file():
            raise self._unreadable("is missing")
        uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._unreadable("cannot be read") from error
        try:
            if self._rows("SELECT value FROM meta WHERE key = 'format'") != [(FORMAT,)]:
                raise self._unreadable("belongs to another version of the program")
        except MissingResourceError:
            self.close()
            raise

    def close(self) -> None:
        """Closes the file; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    def country(self, code: str) -> Scope | None:
        """Returns the country of an ISO 3166-1 alpha-2 code in capitals, or None where no place is known in it."""
        sql = "SELECT number, first_place, last_place, name, capital FROM country WHERE code = ?"
        return next((Scope(*row) for row in self._rows(sql, code)), None)

    def country_code(self, folded: str) -> str:
        """Returns the code of the country of that name; empty if there is none."""
        sql = "SELECT c.code FROM country_name n JOIN country c ON c.number = n.country WHERE n.folded = ?"
        return next((str(code) for (code,) in self._rows(sql, folded)), "")

    def areas(self, folded: str, scope: Scope) -> frozenset[int]:
        """Returns the numbers of the areas of that name."""
        sql = "SELECT area FROM area_name WHERE folded = ? AND (? IS NULL OR country = ?)"
        return frozenset(area for (area,) in self._rows(sql, folded, scope.country, scope.country))

    def postal_patterns(self, scope: Scope) -> list[tuple[int, re.Pattern[str]]]:
        """Returns the areas with the regular expressions that their postal codes begin with."""
        sql = "SELECT id, postal_codes FROM area WHERE country = ? AND postal_codes <> ''"
        return [(area, re.compile(pattern)) for area, pattern in self._rows(sql, scope.country)]

    def chiefs(self, areas: frozenset[int]) -> list[PlaceRow]:
        """Returns the largest town of each area."""
        sql = f"SELECT chief FROM area WHERE id IN ({', '.join('?' * len(areas))}) ORDER BY id"
        return self.places([number for (number,) in self._rows(sql, *areas)])

    def named(self, folded: str, scope: Scope) -> list[PlaceRow]:
        """Returns the places that have that name, main or alternate, the largest first."""
        return self._places(_NAMED, folded, scope.first, scope.last)

    def beginning(self, folded: str, scope: Scope) -> list[PlaceRow]:
        """Returns a score of places with a name that begins so, the largest first; of very many, only some are seen."""
        return self._places(_BEGINNING, folded, folded + _LAST_CHARACTER, scope.first, scope.last)

    def places(self, numbers: list[int]) -> list[PlaceRow]:
        """Returns the places of these numbers, in their order."""
        return self._places(_NUMBERED, str(numbers))

    def around(self, here: Point, reach: float) -> list[tuple[int, float, float]]:
        """Returns number, latitude and longitude of all places within `reach` kilometres, and of some beyond."""
        cells = "SELECT places FROM cell WHERE id BETWEEN ? AND ?"
        blobs = [blob for range_ in _cells(here, reach) for (blob,) in self._rows(cells, *range_)]
        try:
            numbers = [number for blob in blobs for number in _unpacked(blob)]
        except (TypeError, ValueError) as error:
            raise self._unreadable("is damaged") from error
        sql = """SELECT p.id, p.latitude / 1e5, p.longitude / 1e5
            FROM json_each(?) n CROSS JOIN place p ON p.id = n.value"""
        return self._rows(sql, str(numbers))

    def _places(self, sql: str, *values: object) -> list[PlaceRow]:
        return [PlaceRow(*row) for row in self._rows(sql, *values)]

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._unreadable("is damaged") from error

    def _unreadable(self, what: str) -> MissingResourceError:
        return MissingResourceError(
            f"The file {self._path}, which says where the world's towns are, {what}. "
            "Install the program again; your data is untouched."
        )


def _cells(here: Point, reach: float) -> Iterator[tuple[int, int]]:
    """Yields ranges of the squares of one degree that come within `reach` kilometres of a point."""
    up = reach / _KM_A_DEGREE
    for south in range(max(floor(here[0] - up), -90), min(floor(here[0] + up), 89) + 1):
        furthest = max(abs(here[0] - up), abs(here[0] + up), abs(here[0]))
        wide = up / cos(radians(furthest)) if furthest < 89 else 180
        band = (south + 90) * 360
        for first, last in _columns(here[1] - wide, here[1] + wide):
            yield band + first, band + last


def _columns(west: float, east: float) -> list[tuple[int, int]]:
    """Returns ranges of columns, counted from 180 degrees west, that go round the antimeridian where need be."""
    if east - west >= 359:
        return [(0, 359)]
    first, last = (floor(west) + 180) % 360, (floor(east) + 180) % 360
    return [(first, last)] if first <= last else [(first, 359), (0, last)]


def _unpacked(blob: bytes) -> list[int]:
    numbers = array("I", blob)
    if byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()
