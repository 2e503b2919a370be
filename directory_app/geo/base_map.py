"""The shipped outlines of the world, read lazily from one file.

resources/base_map/compile_base_map.py writes the file and documents its form. Coordinates are
world units as `projection` has them; outlines that cross the antimeridian run on beyond 0 or 1.
"""

import mmap
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from directory_app.errors import MissingResourceError

_HEADER = struct.Struct("<8sIII")
_MAGIC = b"BASEMAP1"
_COUNTS = struct.Struct("<6I")
_COUNTRY = struct.Struct("<2s2xfff48s")
_PAIR = struct.Struct("<II")
_REFERENCE = struct.Struct("<i")
_BOXED = struct.Struct("<III4f")
_POINT_BYTES = 8
_LEVELS = 4
_COAST = 1


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in world units; y grows to the south."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Tells whether the two share a point, edges included."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, empty for places ISO does not list, and where its name fits.

    `reach` is half the width in world units that the name can take around x and y.
    """

    code: str
    name: str
    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of a country; `Level.rings` gives its points."""

    country: Country
    box: Box
    first_ring: int
    ring_count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of border or coast; `points` is x, y, x, y ... as 32-bit floats."""

    box: Box
    points: "memoryview[float]"


@dataclass(frozen=True, slots=True)
class Level:
    """The world in one level of detail."""

    polygons: tuple[Polygon, ...]
    borders: tuple[Line, ...]
    coasts: tuple[Line, ...]
    _rings: tuple[tuple[int, int], ...]
    _references: tuple[int, ...]
    _arcs: tuple[tuple[int, int], ...]
    _points: memoryview

    def rings(self, polygon: Polygon) -> "list[memoryview[float]]":
        """Returns a polygon's rings, the outline first: x, y, x, y ... as 32-bit floats.

        Outlines run clockwise as seen on the map and holes the other way.
        """
        numbers = range(polygon.first_ring, polygon.first_ring + polygon.ring_count)
        return [self._ring(*self._rings[number]) for number in numbers]

    def _ring(self, first: int, count: int) -> "memoryview[float]":
        parts = [self._arc(reference) for reference in self._references[first : first + count]]
        return memoryview(b"".join(parts)).cast("f")

    def _arc(self, reference: int) -> bytes:
        first, count = self._arcs[max(reference, ~reference)]
        points = self._points[first : first + count]
        # A point is one item of eight bytes, so that a view can be turned round.
        return (points if reference >= 0 else points[::-1]).tobytes()


class BaseMap:
    """The outlines in one file; levels are read when first asked for, from any thread."""

    def __init__(self, path: Path) -> None:
        """Opens the file and checks its index; raises MissingResourceError if it is not as it should be."""
        self._path = path
        self._lock = Lock()
        self._levels: dict[int, Level] = {}
        try:
            with path.open("rb") as file:
                data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            self._index, self._points = _checked(data)
            self._counts, self.countries = _head(self._index)
        except (OSError, ValueError, struct.error) as error:
            raise MissingResourceError(
                f"The base map {path} is missing or damaged. Install the program again; your data is untouched."
            ) from error

    def level(self, number: int) -> Level:
        """Returns a level of detail, 0 the coarsest, 3 the finest.

        Raises MissingResourceError if the file's index contradicts itself.
        """
        with self._lock:
            if number not in self._levels:
                try:
                    self._levels[number] = self._read(number)
                except (IndexError, ValueError, struct.error) as error:
                    raise MissingResourceError(f"The base map {self._path} is damaged: {error}.") from error
            return self._levels[number]

    def _read(self, number: int) -> Level:
        start = _head_bytes(len(self.countries)) + sum(map(_table_bytes, self._counts[:number]))
        points, *tables = self._counts[number]
        first = sum(counts[0] for counts in self._counts[:number]) * _POINT_BYTES
        view = self._points[first : first + points * _POINT_BYTES]
        found = []
        for record, count in zip(_TABLES, tables, strict=True):
            end = start + record.size * count
            found.append(tuple(record.iter_unpack(self._index[start:end])))
            start = end
        arcs, references, rings, polygons, lines = found
        floats = view.cast("f")
        return Level(
            tuple(Polygon(self.countries[row[0]], Box(*row[3:]), row[1], row[2]) for row in polygons),
            tuple(_line(row, floats) for row in lines if row[2] != _COAST),
            tuple(_line(row, floats) for row in lines if row[2] == _COAST),
            rings,
            tuple(row[0] for row in references),
            arcs,
            view.cast("q"),
        )


_TABLES = (_PAIR, _REFERENCE, _PAIR, _BOXED, _BOXED)


def _checked(data: memoryview) -> tuple[memoryview, memoryview]:
    magic, checksum, index_bytes, point_bytes = _HEADER.unpack_from(data)
    index = data[_HEADER.size : _HEADER.size + index_bytes]
    points = data[_HEADER.size + index_bytes :]
    if magic != _MAGIC or len(points) != point_bytes or zlib.crc32(index) != checksum:
        raise ValueError("magic, length or checksum differ")
    return index, points


def _head(index: memoryview) -> tuple[list[tuple[int, ...]], tuple[Country, ...]]:
    (country_count,) = struct.unpack_from("<I", index)
    counts = [_COUNTS.unpack_from(index, 4 + _COUNTS.size * number) for number in range(_LEVELS)]
    end = _head_bytes(country_count)
    return counts, tuple(_countries(index[4 + _COUNTS.size * _LEVELS : end]))


def _head_bytes(country_count: int) -> int:
    return 4 + _COUNTS.size * _LEVELS + _COUNTRY.size * country_count


def _countries(records: memoryview) -> Iterator[Country]:
    for code, x, y, reach, name in _COUNTRY.iter_unpack(records):
        yield Country(code.rstrip(b"\0").decode(), name.rstrip(b"\0").decode(), x, y, reach)


def _table_bytes(counts: tuple[int, ...]) -> int:
    return sum(record.size * count for record, count in zip(_TABLES, counts[1:], strict=True))


def _line(row: tuple[int, int, int, float, float, float, float], floats: "memoryview[float]") -> Line:
    first, count, _, *box = row
    return Line(Box(*box), floats[2 * first : 2 * (first + count)])
