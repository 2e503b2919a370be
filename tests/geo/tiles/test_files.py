import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.geo.tiles.files import open_tile_file
from directory_app.geo.tiles.pictures import DEEPEST, HEAVIEST, TilesError
from directory_app.geo.tiles.wording import plain_line
from tests.geo.tiles.files import Packing, write_mbtiles, write_pmtiles, write_shared_mbtiles

TILES = {(z, x, y): bytes([z, x, y]) * 20 for z in range(3) for x in range(2**z) for y in range(2**z)}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Good files of every kind, as bytes."""
    folder = tmp_path_factory.mktemp("maps")
    paths = [
        write_mbtiles(folder / "a", TILES),
        write_shared_mbtiles(folder / "b", TILES),
        write_pmtiles(folder / "c", TILES, Packing(leaf_size=5)),
        write_pmtiles(folder / "d", TILES, Packing(is_gzipped=False)),
    ]
    return [path.read_bytes() for path in paths]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_damaged_file_gives_pictures_or_a_sentence(whole: list[bytes], tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(whole)))
    shuffle = random.Random(data.draw(st.integers(0, 2**32)))
    for _ in range(data.draw(st.integers(0, 40))):
        content[shuffle.randrange(min(len(content), shuffle.choice([200, 2_000, 10**6])))] = shuffle.randrange(256)
    path = tmp_path / "damaged"
    path.write_bytes(content[: data.draw(st.just(len(content)) | st.integers(0, len(content)))])
    with suppress(TilesError):
        pictures = open_tile_file(path)
        assert 0 <= pictures.about.min_zoom <= pictures.about.max_zoom <= DEEPEST
        for at in [*TILES, (3, 0, 7), (DEEPEST, 0, 2**DEEPEST - 1)]:
            with suppress(TilesError):
                picture = pictures.picture(*at)
                assert picture is None or len(bytes(picture)) <= HEAVIEST
        pictures.close()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3", b"<html>", bytes(5000)])
def test_another_kind_of_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content)
    with pytest.raises(TilesError, match=r"holiday\.jpg is neither MBTiles nor PMTiles"):
        open_tile_file(path)


def test_a_file_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(TilesError, match=r"no file .*gone\.mbtiles"):
        open_tile_file(tmp_path / "gone.mbtiles")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a?mode=rwc&x#y %41.mbtiles", "über 地図.mbtiles", "a'b\".mbtiles"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    pictures = open_tile_file(write_mbtiles(tmp_path / name, TILES))
    assert pictures.picture(1, 1, 0) == TILES[1, 1, 0]
    pictures.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_no_file_can_have_is_no_map(tmp_path: Path, name: str) -> None:
    with pytest.raises(TilesError):
        open_tile_file(tmp_path / name)


def test_a_folder_is_no_map(tmp_path: Path) -> None:
    with pytest.raises(TilesError, match="cannot be read"):
        open_tile_file(tmp_path)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("© <a href='x'>OSM</a> &amp; friends", "© OSM & friends"),
        ("one<br>two\n<p>three", "one two three"),
        ("<style>a{}</style>Survey <b>Office", "Survey Office"),
        ("a < b", "a < b"),
        ("Survey <![x[ Office", "Survey"),
        ("\u202eevil\x00", "evil"),
        ("x" * 5000, "x" * 199 + "…"),
        ("", ""),
    ],
)
def test_what_a_map_says_of_itself_is_one_plain_line(html: str, plain: str) -> None:
    assert plain_line(html) == plain


@given(st.text() | st.text("<![]>-/&#x "))
def test_no_text_is_too_strange_for_a_plain_line(html: str) -> None:
    line = plain_line(html)
    assert len(line) <= 200
    assert line.isprintable()
