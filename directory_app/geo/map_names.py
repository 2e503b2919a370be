"""The names that stand on the shipped map, read lazily from one file.

resources/map_names/compile_map_names.py writes the file and documents its form. Coordinates are
world units as `projection` has them.
"""

import struct
import sys
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from directory_app.errors import MissingResourceError

LOCAL = "local"
"""Stands for a language: the one that is spoken where a place is."""

_HEADER = struct.Struct("<8sI")
_LENGTH = struct.Struct("<I")
_MAGIC = b"MAPNAME1"
_COUNTS = struct.Struct("<HH")
_BLOCK = struct.Struct("<BBBBIII")
_LANGUAGE = struct.Struct("<12sII")
_SCALE = float(1 << 19)
_CAPITAL, _SIZE = 0x80, 0x7F


class Town(NamedTuple):
    """A town: at which zoom it is first shown, and its size, 7 times the logarithm of its inhabitants."""

    number: int
    name: str
    local_name: str
    x: float
    y: float
    level: int
    size: int
    is_capital: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """Towns of some levels in one tile, as they are in the file."""

    first_level: int
    levels: int
    column: int
    row: int
    first_town: int
    start: int
    length: int

    @property
    def tile(self) -> float:
        """The side of its tile in world units."""
        return 0.5 ** min(max(self.first_level - 3, 0), 5)


@dataclass(frozen=True, slots=True)
class _Band:
    """The towns of one level in a block, from north to south, as columns: there may be thousands."""

    level: int
    first_town: int
    ys: Sequence[float]
    xs: Sequence[float]
    kinds: bytes
    names: Sequence[str]
    local_names: Sequence[str]

    def town(self, place: int) -> Town:
        """Returns one of them."""
        kind, name = self.kinds[place], self.names[place]
        x, y, number = self.xs[place], self.ys[place], self.first_town + place
        return Town(number, name, self.local_names[place], x, y, self.level, kind & _SIZE, bool(kind & _CAPITAL))


class MapNames:
    """The names in one file; parts of it are read when first asked for, from any thread."""

    def __init__(self, path: Path) -> None:
        """Reads the file and checks it; raises MissingResourceError if it is not as it should be."""
        self._lock = Lock()
        self._bands: dict[_Block, list[_Band]] = {}
        try:
            index, self._rest = _checked(path.read_bytes())
            self._blocks, self._languages = _contents(index)
        except (OSError, ValueError, struct.error) as error:
            raise MissingResourceError(
                f"The names of the map {path} are missing or damaged. "
                "Install the program again; your data is untouched."
            ) from error

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that there are names in, besides English, as `de` or `zh_Hant`."""
        return tuple(self._languages)

    def names(self, language: str) -> dict[str, str]:
        """Returns names in a language by a country's ISO 3166-1 alpha-2 code, or by the number of a town.

        What has no other name than in English is left out; a language that is not known has no names.
        """
        part = self._languages.get(language)
        if part is None:
            return {}
        return dict(line.split("\t", 1) for line in self._part(*part).decode().split("\n"))

    def towns(self, left: float, top: float, right: float, bottom: float, level: int) -> Iterator[Town]:
        """Yields the towns up to a level that are in a part of the world; left and right may be beyond 0 and 1."""
        for world in range(floor(left), floor(right) + 1):
            for block in self._blocks:
                if block.first_level <= level and _meets(block, left - world, top, right - world, bottom):
                    yield from self._within(block, left - world, top, right - world, bottom, level)

    def _within(
        self, block: _Block, left: float, top: float, right: float, bottom: float, level: int
    ) -> Iterator[Town]:
        with self._lock:
            if block not in self._bands:
                self._bands[block] = _unpacked(block, self._part(block.start, block.length))
            bands = self._bands[block]
        for band in bands:
            if band.level <= level:
                for place in range(bisect_left(band.ys, top), bisect_right(band.ys, bottom)):
                    if left <= band.xs[place] <= right:
                        yield band.town(place)

    def _part(self, start: int, length: int) -> bytes:
        return zlib.decompress(self._rest[start : start + length])


def _checked(data: bytes) -> tuple[bytes, bytes]:
    """Returns the index and the rest; nothing of them is checked later, so all of it is here."""
    magic, checksum = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if magic != _MAGIC or zlib.crc32(body) != checksum:
        raise ValueError("magic or checksum differ")
    end = _LENGTH.size + _LENGTH.unpack_from(body)[0]
    return body[_LENGTH.size : end], body[end:]


def _contents(index: bytes) -> tuple[list[_Block], dict[str, tuple[int, int]]]:
    block_count, language_count = _COUNTS.unpack_from(index)
    end = _COUNTS.size + _BLOCK.size * block_count
    if len(index) != end + _LANGUAGE.size * language_count:
        raise ValueError("the index is too short or too long")
    blocks = [_Block(*record) for record in _BLOCK.iter_unpack(index[_COUNTS.size : end])]
    records = _LANGUAGE.iter_unpack(index[end:])
    return blocks, {code.rstrip(b"\0").decode(): (start, length) for code, start, length in records}


def _meets(block: _Block, left: float, top: float, right: float, bottom: float) -> bool:
    side = block.tile
    x, y = block.column * side, block.row * side
    return x <= right and left <= x + side and y <= bottom and top <= y + side


def _unpacked(block: _Block, data: bytes) -> list[_Band]:
    """Returns the towns of each level."""
    start = 4 * block.levels
    counts = _numbers(data[:start])
    total = sum(counts)
    downs = _numbers(data[start : start + 4 * total])
    acrosses = _numbers(data[start + 4 * total : start + 8 * total])
    kinds = data[start + 8 * total : start + 9 * total]
    texts = data[start + 9 * total :].decode().split("\n")
    left = block.column * block.tile
    bands = []
    first = 0
    for level, count in enumerate(counts, block.first_level):
        end = first + count
        ys = array("d", [(y + 0.5) / _SCALE for y in accumulate(downs[first:end])])
        xs = array("d", [left + (across + 0.5) / _SCALE for across in acrosses[first:end]])
        names, local_names = texts[first:end], texts[total + first : total + end]
        bands.append(_Band(level, block.first_town + first, ys, xs, kinds[first:end], names, local_names))
        first = end
    return bands


def _numbers(data: bytes) -> Sequence[int]:
    values = array("I")
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values
