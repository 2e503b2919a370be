"""The shipped outlines of the world, read lazily from one file.

resources/base_map/compile_base_map.py writes the file and documents its form. Coordinates are
world units as `projection` has them.
"""

import mmap
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from directory_app.errors import MissingResourceError
from directory_app.geo.map_level import POINT_BYTES, TABLES, Country, Level
from directory_app.geo.map_names import MapNames

_HEADER = struct.Struct("<8sIII")
_MAGIC = b"BASEMAP2"
_COUNTS = struct.Struct("<8I")
_COUNTRY = struct.Struct("<2s2xfff48s")
_LEVELS = 4


class BaseMap:
    """The outlines in one file; levels are read when first asked for, from any thread."""

    def __init__(self, path: Path, names: MapNames | None = None) -> None:
        """Opens the file and checks its index; raises MissingResourceError if it is not as it should be.

        `names` are what countries are called in other languages than English, and the towns, if those are wanted.
        """
        self._path = path
        self.names = names
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
                except (LookupError, ValueError, struct.error) as error:
                    raise MissingResourceError(f"The base map {self._path} is damaged: {error}.") from error
            return self._levels[number]

    def _read(self, number: int) -> Level:
        start = _head_bytes(len(self.countries)) + sum(map(_table_bytes, self._counts[:number]))
        points, *counts = self._counts[number]
        first = sum(counts[0] for counts in self._counts[:number]) * POINT_BYTES
        tables = []
        for record, count in zip(TABLES, counts, strict=True):
            end = start + record.size * count
            tables.append(self._index[start:end])
            start = end
        return Level(self.countries, tables, self._points[first : first + points * POINT_BYTES])


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
    return sum(record.size * count for record, count in zip(TABLES, counts[1:], strict=True))
