import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from directory_app.geo.tiles.files import open_tile_file
from directory_app.geo.tiles.pictures import DEEPEST, HEAVIEST, Area, TilesError
from tests.geo.tiles.files import write_mbtiles, write_shared_mbtiles

TILES = {(0, 0, 0): b"world", (1, 0, 0): b"north west", (1, 1, 1): b"south east", (2, 3, 0): b"north east"}


def _spoilt(path: Path, script: str) -> Path:
    """Returns a good file after somebody with bad intentions had it."""
    write_mbtiles(path, TILES)
    with closing(sqlite3.connect(path)) as file:
        file.executescript(script)
    return path


def test_rows_are_counted_from_the_south_in_the_file_and_from_the_north_here(tmp_path: Path) -> None:
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", TILES))
    assert {at: pictures.picture(*at) for at in TILES} == TILES
    assert pictures.picture(1, 0, 1) is None
    pictures.close()


@pytest.mark.parametrize("names", [("map", "images", "tile_id"), ("tiles_shallow", "tiles_data", "tile_data_id")])
def test_pictures_kept_once_behind_a_view_are_found(tmp_path: Path, names: tuple[str, str, str]) -> None:
    tiles = {**TILES, (2, 0, 0): b"sea", (2, 1, 1): b"sea"}
    pictures = open_tile_file(write_shared_mbtiles(tmp_path / "a.mbtiles", tiles, names))
    assert {at: pictures.picture(*at) for at in tiles} == tiles
    assert (pictures.about.min_zoom, pictures.about.max_zoom) == (0, 2)
    pictures.close()


def test_a_file_says_what_it_is_in_plain_text(tmp_path: Path) -> None:
    metadata = {
        "name": "Bonn",
        "attribution": '&copy; <a href="https://example.org/">OSM</a><script>alert(1)</script>\n contributors',
    }
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", TILES, metadata))
    about = pictures.about
    assert (about.name, about.attribution) == ("Bonn", "© OSM contributors")
    pictures.close()


@pytest.mark.parametrize("zooms", [(30, 30), ("NaN", "inf"), ("", "many"), (-4, 10**15), (9, 3), (None, None)])
def test_zooms_are_those_of_the_tiles_whatever_the_file_says(tmp_path: Path, zooms: tuple[object, object]) -> None:
    metadata = {"minzoom": zooms[0], "maxzoom": zooms[1]}
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", TILES, metadata))
    assert (pictures.about.min_zoom, pictures.about.max_zoom) == (0, 2)
    assert pictures.about.name == "a"
    pictures.close()


@pytest.mark.parametrize(
    ("said", "believed"), [((30, 30), (DEEPEST, DEEPEST)), (("NaN", "x"), (0, DEEPEST)), ((3, 9), (3, 9))]
)
def test_zooms_of_an_empty_file_are_held_to_what_is_possible(
    tmp_path: Path, said: tuple[object, object], believed: tuple[int, int]
) -> None:
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", {}, {"minzoom": said[0], "maxzoom": said[1]}))
    assert (pictures.about.min_zoom, pictures.about.max_zoom) == believed
    pictures.close()


def test_nothing_is_written_beside_a_file_whose_log_is_ahead_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "read"
    folder.mkdir()
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    (folder / path.name).write_bytes(before)
    pictures = open_tile_file(folder / path.name)
    assert pictures.picture(0, 0, 0) == b"world"
    assert [found.name for found in folder.iterdir()] == [path.name]
    pictures.close()
    assert (folder / path.name).read_bytes() == before


def test_vector_tiles_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "streets.mbtiles", TILES, {"format": "pbf"})
    with pytest.raises(TilesError, match=r"streets\.mbtiles holds vector tiles. Choose a map with pictures"):
        open_tile_file(path)


def test_a_huge_picture_is_never_read(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {**TILES, (1, 0, 1): bytes(HEAVIEST + 1)})
    pictures = open_tile_file(path)
    with pytest.raises(TilesError):
        pictures.picture(1, 0, 1)
    assert pictures.picture(0, 0, 0) == b"world"
    pictures.close()


_COLUMNS = "(zoom_level, tile_column, tile_row, tile_data)"
_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i, i, zeroblob(9) FROM n"
_VIEWS = "CREATE VIEW v0 AS SELECT DISTINCT 1 AS i;" + "".join(
    f"CREATE VIEW v{n + 1} AS SELECT DISTINCT a.i FROM v{n} a, v{n} b;" for n in range(40)
)


@pytest.mark.parametrize(
    "script",
    [
        f"DROP TABLE tiles; CREATE VIEW tiles {_COLUMNS} AS {_ENDLESS};",
        f"DROP TABLE tiles; {_VIEWS} CREATE VIEW tiles {_COLUMNS} AS SELECT i, i, i, i FROM v40;",
        f"DROP TABLE tiles; {_VIEWS} CREATE TABLE map {_COLUMNS}; CREATE VIEW images (tile_id) AS SELECT i FROM v40;",
        f"DROP TABLE tiles; CREATE VIRTUAL TABLE tiles USING fts5{_COLUMNS};",
        "DROP TABLE tiles; CREATE TABLE tiles (zoom_level, tile_data);",
        "DROP TABLE tiles;",
    ],
)
def test_what_only_looks_like_tiles_is_refused(tmp_path: Path, script: str) -> None:
    with pytest.raises(TilesError, match=r"a\.mbtiles"):
        open_tile_file(_spoilt(tmp_path / "a.mbtiles", script))


def test_a_view_in_place_of_what_the_file_says_is_not_run(tmp_path: Path) -> None:
    script = f"DROP TABLE metadata; {_VIEWS} CREATE VIEW metadata (name, value) AS SELECT 'name', i FROM v40;"
    pictures = open_tile_file(_spoilt(tmp_path / "a.mbtiles", script))
    assert pictures.about.name == "a"
    assert pictures.picture(0, 0, 0) == b"world"
    pictures.close()


def test_a_column_that_computes_megabytes_gives_no_picture(tmp_path: Path) -> None:
    path = _spoilt(
        tmp_path / "a.mbtiles",
        """DROP TABLE tiles; CREATE TABLE tiles (zoom_level, tile_column, tile_row,
        tile_data BLOB GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL); INSERT INTO tiles VALUES (0, 0, 0);""",
    )
    pictures = open_tile_file(path)
    with pytest.raises(TilesError):
        pictures.picture(0, 0, 0)
    pictures.close()


def test_a_table_without_an_index_is_searched_only_so_far(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", {})
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DROP INDEX tile_index")
        file.execute(
            """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1500000)
            INSERT INTO tiles SELECT 30, i, i, NULL FROM n"""
        )
    pictures = open_tile_file(path)
    with pytest.raises(TilesError):
        pictures.picture(1, 0, 0)
    pictures.close()


@pytest.mark.parametrize("value", ["'text'", "17", "1.5"])
def test_what_is_no_blob_is_no_picture(tmp_path: Path, value: str) -> None:
    pictures = open_tile_file(_spoilt(tmp_path / "a.mbtiles", f"UPDATE tiles SET tile_data = {value}"))
    with pytest.raises(TilesError):
        pictures.picture(0, 0, 0)
    pictures.close()


def test_a_closed_map_gives_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", TILES))
    pictures.close()
    pictures.close()
    with pytest.raises(TilesError):
        pictures.picture(0, 0, 0)


def test_a_refused_file_is_let_go_of(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES, {"format": "pbf"})
    with pytest.raises(TilesError):
        open_tile_file(path)
    gc.collect()  # a connection left open would warn now, which fails
    path.unlink()
    assert not path.exists()


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        ("6.9,50.6,7.3,50.9", Area(6.9, 50.6, 7.3, 50.9)),
        (" -180.0, -85.0511, 180.0, 85.0511 ", Area(-180.0, -85.0511, 180.0, 85.0511)),
        ("7.3,50.6,6.9,50.9", None),
        ("nan,nan,nan,nan", None),
        ("1e999,0,1,1", None),
        ("6.9,50.6,7.3", None),
        ("1,2,3,4,5", None),
        ("", None),
        ("here", None),
    ],
)
def test_a_file_says_where_on_the_earth_its_pictures_are(tmp_path: Path, said: str, believed: Area | None) -> None:
    pictures = open_tile_file(write_mbtiles(tmp_path / "a.mbtiles", TILES, {"bounds": said}))
    assert pictures.about.area == believed
    pictures.close()
