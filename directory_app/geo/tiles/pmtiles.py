"""Maps in PMTiles files: one file with a tree of directories, which leads to pictures.

PMTiles specification, version 3. The package `pmtiles` inflates whatever it is given and follows any offset, which is
well for files of one's own; this one counts.
"""

import json
import zlib
from dataclasses import dataclass
from io import SEEK_END
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import BinaryIO

from directory_app.geo.tiles.pictures import (
    DEEPEST,
    HEAVIEST,
    Area,
    TilesError,
    TileSet,
    believed_area,
    believed_zooms,
)
from directory_app.geo.tiles.pmtiles_directory import Directory, number_of_tile
from directory_app.geo.tiles.wording import plain_line

_HEADER = Struct("<7sB11Q6B4i")
_NONE, _GZIP = 1, 2
_PICTURES = (2, 3, 4)  # PNG, JPEG, WebP
_VECTORS = (1, 6)

_LARGEST_DIRECTORY = 2 * 1024 * 1024
"""Inflated, in bytes; a quarter of a million tiles, more than any program writes into one."""

_LARGEST_METADATA = 1024 * 1024
_DEEPEST_DIRECTORY = 4
_UNITS = 10_000_000.0
"""A degree in the header."""
_KEPT = 8
"""So many directories beside the first are remembered."""


@dataclass(frozen=True, slots=True)
class _Header:
    """The first 127 bytes; offsets and lengths are in bytes."""

    root: tuple[int, int]
    metadata: tuple[int, int]
    leaves: tuple[int, int]
    data: tuple[int, int]
    inside: int
    outside: int
    zooms: tuple[int, int]
    area: Area | None


class PmTiles:
    """Reads PMTiles 3 with raster pictures; raises TilesError, now or later, where the file is not as it should be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._leaves: dict[tuple[int, int], Directory] = {}
        try:
            self._file: BinaryIO = path.open("rb", buffering=0)
        except OSError as error:
            raise self._unreadable("cannot be read") from error
        try:
            self._size = self._file.seek(0, SEEK_END)
            self._header = self._read_header()
            self._root = self._directory(*self._header.root)
            self._about = self._described()
        except OSError as error:
            self.close()
            raise self._unreadable("cannot be read") from error
        except BaseException:
            self.close()
            raise

    @property
    def about(self) -> TileSet:
        """What the file says of itself, as far as it can be believed."""
        return self._about

    def picture(self, z: int, x: int, y: int) -> bytes | None:
        """Returns a picture, or None where the file has none; raises TilesError if it is damaged or too large."""
        number = number_of_tile(z, x, y)
        directory = self._root
        for _ in range(_DEEPEST_DIRECTORY):
            entry = directory.find(number)
            if entry is None:
                return None
            if not entry.is_directory:
                data = self._bytes(self._header.data[0] + entry.offset, entry.length, HEAVIEST)
                return self._inflated(data, self._header.outside, HEAVIEST)
            directory = self._leaf(self._header.leaves[0] + entry.offset, entry.length)
        raise self._unreadable("is damaged")

    def close(self) -> None:
        """Closes the file; a picture under way is still read."""
        with self._lock:
            self._file.close()

    def _read_header(self) -> _Header:
        _, version, *numbers = _HEADER.unpack(self._bytes(0, _HEADER.size, _HEADER.size))
        if version != 3:
            raise TilesError(f"{self._path.name} is PMTiles {version}. Convert it to version 3, or choose another map.")
        places, (_, inside, outside, kind, *zooms) = numbers[:8], numbers[11:17]
        root, metadata, leaves, data = zip(places[::2], places[1::2], strict=True)
        if kind in _VECTORS:
            raise TilesError(f"{self._path.name} holds vector tiles. Choose a map with pictures: PNG, JPEG or WebP.")
        if kind not in _PICTURES or inside not in (_NONE, _GZIP) or outside not in (0, _NONE, _GZIP):
            raise self._unreadable("is packed in a way that is not known here")
        area = believed_area(*(degrees / _UNITS for degrees in numbers[17:21]))
        return _Header(root, metadata, leaves, data, inside, outside, (zooms[0], zooms[1]), area)

    def _described(self) -> TileSet:
        said = self._metadata()
        name = plain_line(str(said.get("name") or "")) or self._path.stem
        attribution = plain_line(str(said.get("attribution") or ""))
        least, most = (min(zoom, DEEPEST) for zoom in self._header.zooms)
        return TileSet(name, attribution, *believed_zooms(least, most), area=self._header.area)

    def _metadata(self) -> dict[str, object]:
        """Returns what the file says of itself; it need not say anything."""
        try:
            data = self._bytes(*self._header.metadata, _LARGEST_METADATA)
            said = json.loads(self._inflated(data, self._header.inside, _LARGEST_METADATA))
        except (TilesError, ValueError, RecursionError):
            return {}
        return said if isinstance(said, dict) else {}

    def _leaf(self, offset: int, length: int) -> Directory:
        """Returns a directory beside the first; those used last are remembered."""
        place = offset, length
        with self._lock:
            leaf = self._leaves.pop(place, None)
        if leaf is None:
            leaf = self._directory(offset, length)
        with self._lock:
            self._leaves[place] = leaf
            while len(self._leaves) > _KEPT:
                del self._leaves[next(iter(self._leaves))]
        return leaf

    def _directory(self, offset: int, length: int) -> Directory:
        data = self._bytes(offset, length, _LARGEST_DIRECTORY)
        try:
            return Directory(self._inflated(data, self._header.inside, _LARGEST_DIRECTORY))
        except (ValueError, OverflowError, IndexError) as error:
            raise self._unreadable("is damaged") from error

    def _bytes(self, offset: int, length: int, most: int) -> bytes:
        """Returns bytes of the file, never more than `most`."""
        if length > most or offset + length > self._size:
            raise self._unreadable("is damaged")
        try:
            with self._lock:
                self._file.seek(offset)
                data = self._file.read(length)
        except (OSError, ValueError) as error:  # ValueError: somebody has closed it
            raise self._unreadable("cannot be read") from error
        if len(data) != length:
            raise self._unreadable("is damaged")
        return data

    def _inflated(self, data: bytes, packing: int, most: int) -> bytes:
        """Returns data as it was before it was packed, of which no more than `most` is ever unpacked."""
        if packing != _GZIP:
            return data
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            inflated = unpacking.decompress(data, most)
        except zlib.error as error:
            raise self._unreadable("is damaged") from error
        if not unpacking.eof:
            raise self._unreadable("is damaged")
        return inflated

    def _unreadable(self, what: str) -> TilesError:
        return TilesError(f"The map {self._path.name} {what}. Choose another map, or the built-in one.")
