import gzip
import io
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.tiles.files import open_tile_file
from directory_app.geo.tiles.pictures import DEEPEST, Area, TilesError
from directory_app.geo.tiles.pmtiles_directory import Directory, Entry, number_of_tile
from tests.geo.tiles.files import Packing, directory_bytes, varint, write_pmtiles

TILES = {(z, x, y): f"{z}/{x}/{y}".encode() for z in range(5) for x in range(2**z) for y in range(2**z) if (x + y) % 7}
REFERENCE = Path(__file__).with_name("reference.pmtiles")
"""Written by the package `pmtiles` 3.8.1: zooms 0 to 3; every third tile says `sea`, the others which they are."""


def _with_header(path: Path, place: int, value: int, size: int = 8) -> Path:
    """Returns a good file in whose header a number was changed."""
    data = bytearray(write_pmtiles(path, TILES, Packing(leaf_size=50)).read_bytes())
    data[place : place + size] = value.to_bytes(size, "little")
    path.write_bytes(data)
    return path


def test_a_file_of_the_reference_implementation_is_read() -> None:
    pictures = open_tile_file(REFERENCE)
    for z in range(4):
        for x in range(2**z):
            for y in range(2**z):
                expected = b"sea" if (x + y) % 3 == 0 else f"{z}/{x}/{y}".encode()
                assert pictures.picture(z, x, y) == expected
    assert pictures.picture(4, 0, 0) is None
    about = pictures.about
    assert (about.name, about.attribution, about.min_zoom, about.max_zoom) == ("Reference", "Somebody", 0, 3)
    pictures.close()


@pytest.mark.parametrize("packing", [Packing(), Packing(leaf_size=30), Packing(leaf_size=7, is_gzipped=False)])
def test_tiles_are_found_through_all_directories(tmp_path: Path, packing: Packing) -> None:
    pictures = open_tile_file(write_pmtiles(tmp_path / "a.pmtiles", TILES, packing))
    for z in range(6):
        for x in range(2**z):
            for y in range(2**z):
                assert pictures.picture(z, x, y) == TILES.get((z, x, y))
    pictures.close()


@given(st.integers(0, DEEPEST).flatmap(lambda z: st.tuples(st.just(z), *[st.integers(0, 2**z - 1)] * 2)))
def test_neighbours_on_the_curve_are_neighbours_on_the_map(at: tuple[int, int, int]) -> None:
    z, x, y = at
    number = number_of_tile(z, x, y)
    first = (4**z - 1) // 3
    assert first <= number < first + 4**z
    around = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
    there = [number_of_tile(z, *place) for place in around if all(0 <= edge < 2**z for edge in place)]
    assert number + 1 in there or number == first + 4**z - 1
    assert number - 1 in there or number == first


def test_tiles_that_follow_each_other_share_a_picture() -> None:
    directory = Directory(directory_bytes([(5, 0, 10, 3), (9, 10, 4, 1), (12, 7, 99, 0)]))
    assert [directory.find(tile) for tile in (4, 5, 7, 8)] == [None, Entry(0, 10, False), Entry(0, 10, False), None]
    assert directory.find(9) == Entry(10, 4, False)
    assert directory.find(70) == Entry(7, 99, True)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [(1, "vector tiles"), (6, "vector tiles"), (5, "packed in a way"), (0, "packed in a way"), (77, "packed in a way")],
)
def test_what_is_no_picture_is_refused_in_one_sentence(tmp_path: Path, kind: int, sentence: str) -> None:
    with pytest.raises(TilesError, match=sentence):
        open_tile_file(write_pmtiles(tmp_path / "a.pmtiles", TILES, Packing(kind=kind)))


@pytest.mark.parametrize(
    ("zooms", "believed"), [((0, 255), (0, DEEPEST)), ((9, 2), (0, 2)), ((40, 50), (DEEPEST, DEEPEST))]
)
def test_zooms_are_held_to_what_is_possible(tmp_path: Path, zooms: tuple[int, int], believed: tuple[int, int]) -> None:
    pictures = open_tile_file(write_pmtiles(tmp_path / "a.pmtiles", TILES, Packing(zooms=zooms)))
    assert (pictures.about.min_zoom, pictures.about.max_zoom) == believed
    pictures.close()


@pytest.mark.parametrize(
    "metadata", [b"", b"[]", b"{", b"[" * 100_000, b'{"name": 7, "attribution": null}', b"\xff\xfe", bytes(2_000_000)]
)
def test_a_file_need_not_say_what_it_is(tmp_path: Path, metadata: bytes) -> None:
    pictures = open_tile_file(write_pmtiles(tmp_path / "town.pmtiles", TILES, Packing(metadata=metadata)))
    assert pictures.about.name in ("town", "7")
    assert pictures.about.attribution == ""
    assert pictures.picture(2, 1, 0) == TILES[2, 1, 0]
    pictures.close()


@pytest.mark.parametrize("place", [8, 16])
@pytest.mark.parametrize("value", [0, 1, 10**6, 2**63, 2**64 - 1])
def test_a_first_directory_elsewhere_is_damage(tmp_path: Path, place: int, value: int) -> None:
    with pytest.raises(TilesError, match=r"a\.pmtiles is damaged"):
        open_tile_file(_with_header(tmp_path / "a.pmtiles", place, value))


@pytest.mark.parametrize("place", [40, 56])
def test_directories_and_pictures_beyond_the_end_are_damage(tmp_path: Path, place: int) -> None:
    pictures = open_tile_file(_with_header(tmp_path / "a.pmtiles", place, 2**63))
    with pytest.raises(TilesError, match="is damaged"):
        pictures.picture(2, 1, 0)
    pictures.close()


def test_directories_that_lead_to_themselves_are_left(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES, Packing(is_gzipped=False))
    data = bytearray(path.read_bytes())
    loop = directory_bytes([(0, 0, 0, 0)])
    loop = directory_bytes([(0, 0, len(loop), 0)])
    for place, value in ((8, len(data)), (16, len(loop)), (40, len(data)), (48, len(loop))):
        data[place : place + 8] = value.to_bytes(8, "little")
    path.write_bytes(bytes(data) + loop)
    pictures = open_tile_file(path)
    with pytest.raises(TilesError, match="is damaged"):
        pictures.picture(0, 0, 0)
    pictures.close()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as bomb:
        for _ in range(200):
            bomb.write(bytes(1024 * 1024))
    data = bytearray(path.read_bytes())
    for place, value in ((8, len(data)), (16, len(packed.getvalue()))):
        data[place : place + 8] = value.to_bytes(8, "little")
    path.write_bytes(bytes(data) + packed.getvalue())
    with pytest.raises(TilesError, match="is damaged"):
        open_tile_file(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        varint(0),
        varint(2**60) + bytes(100),
        b"\xff" * 100,
        varint(1) + varint(0) + varint(1) + varint(5) + varint(0),
        varint(1) + varint(2**64) + varint(1) + varint(5) + varint(1),
    ],
)
def test_what_is_no_directory_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, IndexError, OverflowError)):
        Directory(data)


@pytest.mark.parametrize("version", [1, 2, 4])
def test_other_versions_are_named(tmp_path: Path, version: int) -> None:
    path = _with_header(tmp_path / "a.pmtiles", 7, version, 1)
    with pytest.raises(TilesError, match=f"PMTiles {version}"):
        open_tile_file(path)


def test_a_closed_map_gives_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    pictures = open_tile_file(write_pmtiles(tmp_path / "a.pmtiles", TILES))
    pictures.close()
    pictures.close()
    with pytest.raises(TilesError):
        pictures.picture(2, 1, 0)


def test_a_file_says_where_on_the_earth_its_pictures_are(tmp_path: Path) -> None:
    pictures = open_tile_file(write_pmtiles(tmp_path / "a.pmtiles", TILES))
    assert pictures.about.area == Area(6.0, 50.0, 8.0, 51.0)
    pictures.close()


@pytest.mark.parametrize("bounds", [(0, 0, 0, 0), (80, 50, 60, 51), (6, 50, 8, 95), (-190, 50, 8, 51)])
def test_an_area_that_is_not_on_the_earth_is_not_believed(tmp_path: Path, bounds: tuple[int, ...]) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES)
    data = bytearray(path.read_bytes())
    data[102:118] = pack("<4i", *(degrees * 10_000_000 for degrees in bounds))
    path.write_bytes(data)
    pictures = open_tile_file(path)
    assert pictures.about.area is None
    pictures.close()
