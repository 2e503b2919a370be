"""Small files of map pictures, written as other programs write them."""

import gzip
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from struct import pack

from directory_app.geo.tiles.pmtiles_directory import number_of_tile

Tiles = Mapping[tuple[int, int, int], bytes]
"""Pictures by zoom, x and y, with y growing southwards."""

_METADATA = {"name": "A town", "format": "png", "attribution": "© the <b>surveyors</b>"}
_TABLE = "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
_INDEX = "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)"
_VIEW = """CREATE TABLE {places} (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, {key} TEXT);
CREATE TABLE {pictures} ({key} TEXT PRIMARY KEY, tile_data BLOB);
CREATE UNIQUE INDEX place_index ON {places} (zoom_level, tile_column, tile_row);
CREATE VIEW tiles AS SELECT p.zoom_level, p.tile_column, p.tile_row, d.tile_data
    FROM {places} p JOIN {pictures} d ON d.{key} = p.{key};"""


def write_mbtiles(path: Path, tiles: Tiles, metadata: Mapping[str, object] = _METADATA) -> Path:
    """Writes a file with a plain table of tiles."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(_TABLE)
        file.execute(_INDEX)
        file.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", [(*_flipped(*at), tiles[at]) for at in tiles])
        _write_metadata(file, metadata)
    return path


def write_shared_mbtiles(path: Path, tiles: Tiles, names: tuple[str, str, str] = ("map", "images", "tile_id")) -> Path:
    """Writes a file in which equal pictures are kept once, with `tiles` as a view."""
    places, pictures, key = names
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(_VIEW.format(places=places, pictures=pictures, key=key))
        ids = {data: f"picture {number}" for number, data in enumerate(sorted(set(tiles.values())))}
        file.executemany(
            f"INSERT INTO {places} VALUES (?, ?, ?, ?)", [(*_flipped(*at), ids[tiles[at]]) for at in tiles]
        )
        file.executemany(f"INSERT INTO {pictures} VALUES (?, ?)", [(ids[data], data) for data in ids])
        _write_metadata(file, _METADATA)
    return path


@dataclass(frozen=True, slots=True)
class Packing:
    """How a PMTiles file is packed."""

    leaf_size: int = 0
    """So many tiles to each directory below the first; 0 puts all into the first."""

    kind: int = 2
    zooms: tuple[int, int] | None = None
    is_gzipped: bool = True
    metadata: bytes = json.dumps(_METADATA).encode()


def write_pmtiles(path: Path, tiles: Tiles, packing: Packing = Packing()) -> Path:
    """Writes a file of version 3."""
    squeeze = gzip.compress if packing.is_gzipped else bytes
    entries, data = [], b""
    for number, picture in sorted((number_of_tile(*at), tiles[at]) for at in tiles):
        entries.append((number, len(data), len(picture), 1))
        data += picture
    leaves = b""
    if packing.leaf_size:
        above = []
        for first in range(0, len(entries), packing.leaf_size):
            leaf = squeeze(directory_bytes(entries[first : first + packing.leaf_size]))
            above.append((entries[first][0], len(leaves), len(leaf), 0))
            leaves += leaf
        entries = above
    root, metadata = squeeze(directory_bytes(entries)), squeeze(packing.metadata)
    zooms = packing.zooms or (min(z for z, _, _ in tiles), max(z for z, _, _ in tiles))
    places, end = [], 127
    for part in (root, metadata, leaves, data):
        places += [end, len(part)]
        end += len(part)
    inside = 2 if packing.is_gzipped else 1
    numbers = (*places, len(tiles), len(entries), len(tiles), 1, inside, 1, packing.kind, *zooms)
    bounds = (60_000_000, 500_000_000, 80_000_000, 510_000_000)
    header = b"PMTiles\x03" + pack("<11Q6B4iB2i", *numbers, *bounds, 0, 0, 0)
    path.write_bytes(header + root + metadata + leaves + data)
    return path


def directory_bytes(entries: Sequence[tuple[int, int, int, int]]) -> bytes:
    """Returns a directory of (number, offset, length, run), before it is packed."""
    last, steps = 0, []
    for number, *_ in entries:
        steps.append(number - last)
        last = number
    columns = [
        steps,
        [run for *_, run in entries],
        [entry[2] for entry in entries],
        [entry[1] + 1 for entry in entries],
    ]
    return b"".join(map(varint, [len(entries), *(value for column in columns for value in column)]))


def varint(number: int) -> bytes:
    """Returns a number in sevens of bits, the lowest first."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def _flipped(z: int, x: int, y: int) -> tuple[int, int, int]:
    return z, x, 2**z - 1 - y


def _write_metadata(file: sqlite3.Connection, metadata: Mapping[str, object]) -> None:
    file.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    file.executemany("INSERT INTO metadata VALUES (?, ?)", list(metadata.items()))
