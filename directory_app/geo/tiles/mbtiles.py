"""Maps in MBTiles files: SQLite databases that somebody else has written and that nobody need trust."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from directory_app.geo.tiles.pictures import HEAVIEST, Area, TilesError, TileSet, believed_area, believed_zooms
from directory_app.geo.tiles.wording import plain_line

_SOURCES = (
    (("tiles",), "tiles AS place"),
    (("map", "images"), "map AS place CROSS JOIN images USING (tile_id)"),
    (("tiles_shallow", "tiles_data"), "tiles_shallow AS place CROSS JOIN tiles_data USING (tile_data_id)"),
)
"""Tables that programs keep tiles in, and how tiles are read from them; views over the second and third are not run."""

_VECTOR_FORMATS = ("pbf", "mvt", "mlt")

_STEPS_A_CALL = 10_000
_MOST_CALLS = 400
"""Four million steps of SQLite's machine find a tile among half a million without an index, within half a second."""


class MbTiles:
    """Reads MBTiles 1.3 with raster pictures; raises TilesError, now or later, where the file is not as it should be.

    The file is only looked into: nothing is written beside it, and no view, function or trigger in it is run.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._is_closed = False
        self._calls = 0
        uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._unreadable("cannot be read") from error
        try:
            self._secure()
            self._tiles = self._where_tiles_are()
            self._about = self._described()
        except BaseException:
            self.close()
            raise

    @property
    def about(self) -> TileSet:
        """What the file says of itself, as far as it can be believed."""
        return self._about

    def picture(self, z: int, x: int, y: int) -> bytes | None:
        """Returns a picture, or None where the file has none; raises TilesError if it is damaged or too large."""
        where = "WHERE place.zoom_level = ? AND place.tile_column = ? AND place.tile_row = ? LIMIT 1"
        rows = self._rows(f"SELECT tile_data FROM {self._tiles} {where}", z, x, 2**z - 1 - y)
        data = rows[0][0] if rows else None
        if data is not None and not isinstance(data, bytes):
            raise self._unreadable("is damaged")
        return data

    def close(self) -> None:
        """Closes the file; a question under way ends at once."""
        if self._is_closed:
            return
        self._is_closed = True
        self._connection.interrupt()
        with self._lock:
            self._connection.close()

    def _secure(self) -> None:
        """Forbids whatever a hostile file could have SQLite do."""
        self._connection.text_factory = _decoded
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, HEAVIEST)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            self._rows(f"PRAGMA {pragma}")
        self._connection.set_authorizer(_allowed)
        self._connection.set_progress_handler(self._has_had_enough, _STEPS_A_CALL)

    def _where_tiles_are(self) -> str:
        columns = "place.zoom_level, place.tile_column, place.tile_row, tile_data"
        for tables, source in _SOURCES:
            if all(map(self._has_table, tables)):
                self._rows(f"SELECT {columns} FROM {source} LIMIT 0")
                return source
        raise TilesError(f"{self._path.name} has no tiles where MBTiles files have them. Choose another map.")

    def _has_table(self, name: str) -> bool:
        """Returns whether there is a table of that name, neither view nor virtual."""
        sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name = ? COLLATE NOCASE LIMIT 1"
        return bool(self._rows(sql, name))

    def _described(self) -> TileSet:
        said = self._metadata()
        if said.get("format", "").strip().casefold() in _VECTOR_FORMATS:
            raise TilesError(f"{self._path.name} holds vector tiles. Choose a map with pictures: PNG, JPEG or WebP.")
        least, most = self._zoom_found("ASC"), self._zoom_found("DESC")
        if not isinstance(least, int) or not isinstance(most, int):
            least, most = said.get("minzoom"), said.get("maxzoom")
        name = plain_line(said.get("name", "")) or self._path.stem
        zooms, area = believed_zooms(least, most), _area(said.get("bounds", ""))
        return TileSet(name, plain_line(said.get("attribution", "")), *zooms, area=area)

    def _metadata(self) -> Mapping[str, str]:
        """Returns what the file says of itself; it need not say anything."""
        try:
            sql = "SELECT name, value FROM metadata WHERE name <> 'json' LIMIT 100"
            rows = self._rows(sql) if self._has_table("metadata") else []
        except TilesError:
            return {}
        return {str(name).casefold(): str(value) for name, value in rows if value is not None}

    def _zoom_found(self, order: str) -> object:
        """Returns the first or the last zoom of all tiles, which is to be believed more than what the file says."""
        places = self._tiles.split(" CROSS JOIN ")[0]
        try:
            rows = self._rows(f"SELECT place.zoom_level FROM {places} ORDER BY place.zoom_level {order} LIMIT 1")
        except TilesError:
            return None
        return rows[0][0] if rows else None

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                self._calls = 0
                return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, MemoryError, ValueError) as error:  # ValueError: SQLite quotes a name that is no text
            raise self._unreadable("is closed" if self._is_closed else "is damaged") from error

    def _has_had_enough(self) -> bool:
        self._calls += 1
        return self._calls > _MOST_CALLS

    def _unreadable(self, what: str) -> TilesError:
        return TilesError(f"The map {self._path.name} {what}. Choose another map, or the built-in one.")


def _area(bounds: str) -> Area | None:
    """Returns the area that a file says it has: west, south, east and north with commas; MBTiles 1.3, metadata."""
    try:
        west, south, east, north = (float(degrees) for degrees in bounds.split(",", 4)[:5])
    except ValueError:
        return None
    return believed_area(west, south, east, north)


def _allowed(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) else sqlite3.SQLITE_DENY


def _decoded(text: bytes) -> str:
    return text.decode(errors="replace")
