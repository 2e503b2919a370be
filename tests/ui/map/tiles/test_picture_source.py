import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from directory_app.geo.base_map import BaseMap
from directory_app.geo.tiles.files import open_tile_file
from directory_app.geo.tiles.pictures import TilesError
from directory_app.ui.map.colours import DARK, LIGHT
from directory_app.ui.map.tiles.base_source import BaseMapSource
from directory_app.ui.map.tiles.picture_source import PictureSource
from tests.geo.tiles.files import write_mbtiles, write_pmtiles
from tests.ui.map.tiles.drawn import At, Pictures, half_clear, plain, quartered

RED, GREEN, BLUE, GREY = "#C01010", "#10C010", "#1010C0", "#707070"
FOUR = (RED, GREEN, BLUE, GREY)


@pytest.fixture
def beneath(base_map: BaseMap) -> BaseMapSource:
    return BaseMapSource(base_map)


def _colours(image: QImage) -> tuple[str, ...]:
    """Returns the colours in the middles of the four quarters."""
    near, far = image.width() // 4, image.width() * 3 // 4
    return tuple(image.pixelColor(x, y).name().upper() for x, y in ((near, near), (far, near), (near, far), (far, far)))


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 2.0, 2.7, 4.0])
def test_a_tile_has_the_size_that_was_asked_for(beneath: BaseMapSource, scale: float) -> None:
    source = PictureSource(Pictures(lambda at: quartered(FOUR)), beneath)
    image = source.tile(3, 2, 1, scale, LIGHT)
    assert image.width() == image.height() == round(256 * scale)
    assert image.format() == QImage.Format.Format_RGB32


def test_on_a_fine_screen_four_pictures_of_the_next_zoom_make_a_tile(beneath: BaseMapSource) -> None:
    colours = {(4, 4, 2): RED, (4, 5, 2): GREEN, (4, 4, 3): BLUE, (4, 5, 3): GREY}
    pictures = Pictures(lambda at: plain(colours[at]))
    assert _colours(PictureSource(pictures, beneath).tile(3, 2, 1, 2.0, LIGHT)) == FOUR
    assert sorted(pictures.asked) == sorted(colours)


def test_fine_pictures_need_no_next_zoom(beneath: BaseMapSource) -> None:
    pictures = Pictures(lambda at: quartered(FOUR, 512))
    source = PictureSource(pictures, beneath)
    source.tile(3, 0, 0, 1.0, LIGHT)
    pictures.asked.clear()
    assert _colours(source.tile(3, 2, 1, 2.0, LIGHT)) == FOUR
    assert pictures.asked == [(3, 2, 1)]


def test_where_the_next_zoom_has_holes_this_one_shows_through(beneath: BaseMapSource) -> None:
    pictures = Pictures(lambda at: plain(RED) if at == (4, 4, 2) else plain(BLUE) if at[0] == 3 else None)
    assert _colours(PictureSource(pictures, beneath).tile(3, 2, 1, 2.0, LIGHT)) == (RED, BLUE, BLUE, BLUE)


def test_nearer_than_the_pictures_go_a_part_of_one_is_shown(beneath: BaseMapSource) -> None:
    pictures = Pictures(lambda at: quartered(FOUR), (0, 3))
    source = PictureSource(pictures, beneath)
    shown = [
        source.tile(4, 4 + x, 2 + y, 1.0, LIGHT).pixelColor(128, 128).name().upper() for y in (0, 1) for x in (0, 1)
    ]
    assert tuple(shown) == FOUR
    assert set(pictures.asked) == {(3, 2, 1)}
    assert _colours(source.tile(6, 16 + 7, 8 + 7, 1.5, LIGHT)) == (GREY,) * 4


@pytest.mark.parametrize(("zooms", "at"), [((4, 9), (3, 4, 3)), ((0, 2), (9, 270, 180))])
def test_farther_or_much_nearer_than_the_pictures_go_the_base_map_is_shown(
    beneath: BaseMapSource, zooms: tuple[int, int], at: At
) -> None:
    source = PictureSource(Pictures(lambda _: plain(RED), zooms), beneath)
    assert source.tile(*at, 1.0, LIGHT) == beneath.tile(*at, 1.0, LIGHT)


def test_where_there_is_no_picture_or_only_half_a_one_the_base_map_shows(beneath: BaseMapSource) -> None:
    plain_base = beneath.tile(3, 4, 3, 1.0, LIGHT)
    assert PictureSource(Pictures(lambda _: None), beneath).tile(3, 4, 3, 1.0, LIGHT) == plain_base
    half = PictureSource(Pictures(lambda _: half_clear(RED)), beneath).tile(3, 4, 3, 1.0, LIGHT)
    assert half.pixelColor(10, 10).name().upper() == RED
    right = half.rect().adjusted(130, 0, 0, 0)
    assert half.copy(right) == plain_base.copy(right)


def test_in_the_dark_pictures_are_dimmed_and_never_inverted(beneath: BaseMapSource) -> None:
    source = PictureSource(Pictures(lambda _: half_clear("#F0E0D0")), beneath)
    image = source.tile(3, 4, 3, 1.0, DARK)
    pixel, colour = image.pixelColor(10, 10), QColor("#F0E0D0")
    assert 0.6 * colour.red() < pixel.red() < 0.85 * colour.red()
    assert pixel.red() > pixel.green() > pixel.blue()
    right = image.rect().adjusted(130, 0, 0, 0)
    assert image.copy(right) == beneath.tile(3, 4, 3, 1.0, DARK).copy(right)


def test_a_picture_that_cannot_be_had_is_no_tile(beneath: BaseMapSource) -> None:
    pictures = Pictures(lambda _: b"<html>")
    with pytest.raises(TilesError):
        PictureSource(pictures, beneath).tile(3, 2, 1, 1.0, LIGHT)


@pytest.mark.qt_log_level_fail("CRITICAL")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.booleans(), st.integers(0, 2**32), st.integers(0, 60), st.sampled_from([1.0, 1.5, 2.0]))
def test_a_damaged_file_gives_tiles_of_the_right_size_or_none(
    beneath: BaseMapSource, tmp_path: Path, packed: bool, seed: int, many: int, scale: float
) -> None:
    tiles = {(z, x, y): plain(RED, 32) for z in range(3) for x in range(2**z) for y in range(2**z)}
    path = tmp_path / "damaged"
    path.unlink(missing_ok=True)
    (write_pmtiles if packed else write_mbtiles)(path, tiles)
    content, shuffle = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(many):
        content[shuffle.randrange(200, len(content))] = shuffle.randrange(256)
    path.write_bytes(content)
    with suppress(TilesError):
        source = PictureSource(open_tile_file(path), beneath)
        for at in ((0, 0, 0), (1, 1, 0), (2, 3, 1), (4, 9, 9)):
            with suppress(TilesError):
                image = source.tile(*at, scale, LIGHT)
                assert image.width() == image.height() == round(256 * scale)
        source.close()
