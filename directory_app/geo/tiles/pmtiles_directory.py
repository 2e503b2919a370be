"""The directories of PMTiles files, and the numbers that tiles have in them."""

from array import array
from bisect import bisect_right
from typing import NamedTuple

_LONGEST_VARINT = 70


class Entry(NamedTuple):
    """Where the picture of one tile or several, or another directory, lies, in bytes."""

    offset: int
    length: int
    is_directory: bool


class Directory:
    """Tiles in the order of their numbers; PMTiles specification 3, section 4.

    Raises ValueError, IndexError or OverflowError where the bytes are not a directory.
    """

    def __init__(self, data: bytes) -> None:
        numbers, start = _varints(data, 0, 1)
        count = numbers[0]
        if not 0 < count <= len(data) // 4:
            raise ValueError("a directory says that it has more entries than bytes, or none")
        numbers, _ = _varints(data, start, 4 * count)
        self._tiles = array("Q")
        tile = 0
        for step in numbers[:count]:
            tile += step
            self._tiles.append(tile)
        self._runs = array("Q", numbers[count : 2 * count])
        self._lengths = array("Q", numbers[2 * count : 3 * count])
        self._offsets = array("Q")
        for place, said in enumerate(numbers[3 * count :]):
            if said:
                self._offsets.append(said - 1)
            else:  # right after the one before
                self._offsets.append(self._offsets[place - 1] + self._lengths[place - 1] if place else _nowhere())

    def find(self, tile: int) -> Entry | None:
        """Returns where a tile is to be found, or None where there is none."""
        place = bisect_right(self._tiles, tile) - 1
        if place < 0:
            return None
        run, first = self._runs[place], self._tiles[place]
        if run and tile - first >= run:
            return None
        return Entry(self._offsets[place], self._lengths[place], run == 0)


def number_of_tile(z: int, x: int, y: int) -> int:
    """Returns the place of a tile on the Hilbert curves of all zooms, one after the other."""
    number = 0
    side = 1 << z
    half = side >> 1
    while half:
        right, lower = int(x & half > 0), int(y & half > 0)
        number += half * half * ((3 * right) ^ lower)
        if not lower:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        half >>= 1
    return ((1 << 2 * z) - 1) // 3 + number


def _varints(data: bytes, start: int, count: int) -> tuple[list[int], int]:
    """Returns so many numbers of seven bits a byte, the lowest first, and where the next begins."""
    numbers = []
    place = start
    for _ in range(count):
        byte = data[place]
        place += 1
        number = byte & 0x7F
        shift = 7
        while byte > 0x7F:
            if shift >= _LONGEST_VARINT:
                raise ValueError("a number in a directory is too long")
            byte = data[place]
            place += 1
            number |= (byte & 0x7F) << shift
            shift += 7
        numbers.append(number)
    return numbers, place


def _nowhere() -> int:
    raise ValueError("the first entry of a directory lies after none")
