import threading
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.geo.tiles.files import open_tile_file
from directory_app.ui.map.camera import MAX_ZOOM, Camera
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.tiles.ground import Ground
from tests.geo.tiles.files import write_mbtiles
from tests.ui.map.tiles.drawn import Pictures, plain

RED, BLUE = "#C01010", "#1010C0"
BERLIN = Camera(0.5372, 0.3279, 5.0, 640.0, 480.0)


def _painted(ground: Ground, camera: Camera = BERLIN, theme: MapColours = LIGHT, ratio: float = 1.0) -> QImage:
    image = QImage(round(camera.width * ratio), round(camera.height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    ground.paint(painter, camera, ratio, theme, passing=False)
    painter.end()
    return image


def _settled(qtbot: QtBot, ground: Ground, camera: Camera = BERLIN, theme: MapColours = LIGHT) -> QImage:
    """Returns the view when all has come."""

    def is_complete() -> bool:
        _painted(ground, camera, theme)
        return ground.is_complete

    qtbot.waitUntil(is_complete)
    return _painted(ground, camera, theme)


def _shown(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(5, image.width(), 90) for y in range(5, image.height(), 90)
    }


def test_pictures_take_the_place_of_the_base_map_and_leave_it_again(qtbot: QtBot, ground: Ground) -> None:
    before = _settled(qtbot, ground)
    pictures = Pictures(lambda at: plain(RED))
    ground.show_pictures(pictures)
    assert _painted(ground) == before  # what was shown stays until they come
    assert _shown(_settled(qtbot, ground)) == {RED}
    assert threading.get_ident() not in pictures.threads
    ground.show_pictures(None)
    assert _settled(qtbot, ground) == before
    assert pictures.closed.wait(10.0)


def test_nothing_of_one_file_is_shown_for_another(qtbot: QtBot, ground: Ground, tmp_path: Path) -> None:
    tiles = {(5, x, y): (x, y) for x in range(32) for y in range(32)}
    for colour in (RED, BLUE):
        path = write_mbtiles(tmp_path / f"{colour[1:]}.mbtiles", dict.fromkeys(tiles, plain(colour)))
        ground.show_pictures(open_tile_file(path))
        assert _shown(_settled(qtbot, ground)) == {colour}


def test_who_is_to_be_thanked_and_how_deep_the_map_goes_follow_the_pictures(qtbot: QtBot, ground: Ground) -> None:
    assert (ground.attribution, ground.max_zoom) == ("Natural Earth · GeoNames", MAX_ZOOM)
    with qtbot.waitSignal(ground.attribution_changed):
        ground.show_pictures(Pictures(lambda at: None, (0, 18)))
    assert (ground.attribution, ground.max_zoom) == ("© Surveyors · Natural Earth · GeoNames", 20.0)
    ground.show_pictures(Pictures(lambda at: None, (0, 4)))
    assert ground.max_zoom == MAX_ZOOM
    with qtbot.waitSignal(ground.attribution_changed):
        ground.show_pictures(None)
    assert (ground.attribution, ground.max_zoom) == ("Natural Earth · GeoNames", MAX_ZOOM)


def test_pictures_that_never_come_keep_nobody_waiting(qtbot: QtBot, ground: Ground) -> None:
    before = _settled(qtbot, ground)
    slow = Pictures(lambda at: plain(RED))
    slow.go_on.clear()
    ground.show_pictures(slow)
    assert _painted(ground) == before
    qtbot.waitUntil(lambda: len(slow.asked) == 2)
    ground.show_pictures(Pictures(lambda at: plain(BLUE)))  # the readers of the slow ones still wait
    assert slow.closed.wait(10.0)
    assert _shown(_settled(qtbot, ground)) == {BLUE}
    slow.go_on.set()
    ground.show_pictures(None)
    assert _settled(qtbot, ground) == before


def test_a_failure_is_told_once_a_set_and_the_map_stays_as_it_was(qtbot: QtBot, ground: Ground) -> None:
    before = _settled(qtbot, ground)
    sentences: list[str] = []
    ground.pictures_failed.connect(sentences.append)
    for number in range(2):
        pictures = Pictures(lambda at: plain(RED))
        pictures.trouble = f"trouble {number}"
        ground.show_pictures(pictures)
        assert _settled(qtbot, ground) == before
        assert len(pictures.asked) == len(set(pictures.asked)) > 1
    assert sentences == ["trouble 0", "trouble 1"]


def test_where_a_picture_fails_and_nothing_was_shown_before_the_base_map_is(qtbot: QtBot, base_map: BaseMap) -> None:
    owner = QObject()
    plain_ground, ground = Ground(base_map, owner), Ground(base_map, owner)
    ground.show_pictures(Pictures(lambda at: b"<html>" if at[1] % 2 else plain(RED)))
    assert _settled(qtbot, plain_ground).size() == _settled(qtbot, ground).size()
    base, mixed = _painted(plain_ground), _painted(ground)
    same = [
        (x, y) for x in range(5, 640, 40) for y in range(5, 480, 40) if mixed.pixelColor(x, y) == base.pixelColor(x, y)
    ]
    red = [(x, y) for x in range(5, 640, 40) for y in range(5, 480, 40) if mixed.pixelColor(x, y) == QColor(RED)]
    assert len(same) + len(red) == 16 * 12
    assert same
    assert red
    plain_ground.stop()
    ground.stop()
    delete(owner)


def test_a_tile_that_failed_is_asked_for_when_it_comes_into_view_again_but_not_for_ever(
    qtbot: QtBot, ground: Ground
) -> None:
    pictures = Pictures(lambda at: plain(RED))
    pictures.trouble = "the line is down"
    ground.show_pictures(pictures)
    elsewhere = Camera(0.1, 0.7, 5.0, 640.0, 480.0)
    for times in (1, 2, 3, 3, 3):
        _settled(qtbot, ground)
        for step in range(20):  # a little to and fro is no reason to ask again
            _settled(qtbot, ground, BERLIN.panned(step % 3, 0.0))
        middle = [at for at in pictures.asked if at == (5, 17, 10)]
        assert len(middle) == times
        _settled(qtbot, ground, elsewhere)


def test_what_failed_once_may_come_later(qtbot: QtBot, ground: Ground) -> None:
    pictures = Pictures(lambda at: plain(RED))
    pictures.trouble = "the line is down"
    ground.show_pictures(pictures)
    _settled(qtbot, ground)
    pictures.trouble = ""
    _settled(qtbot, ground, Camera(0.1, 0.7, 5.0, 640.0, 480.0))
    assert _shown(_settled(qtbot, ground)) == {RED}


def test_coloured_countries_are_shown_though_there_are_pictures(qtbot: QtBot, ground: Ground) -> None:
    theme = LIGHT.with_groups({"DE": 1, "PL": 0})
    coloured = _settled(qtbot, ground, theme=theme)
    ground.show_pictures(Pictures(lambda at: plain(RED)))
    assert _shown(_settled(qtbot, ground)) == {RED}
    assert _settled(qtbot, ground, theme=theme) == coloured


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_deep_in_a_map_of_streets_a_hole_shows_the_base_map(qtbot: QtBot, ground: Ground, theme: MapColours) -> None:
    ground.show_pictures(Pictures(lambda at: None))
    camera = Camera(0.5372, 0.3279, 18.0, 640.0, 480.0, max_zoom=ground.max_zoom).held()
    assert camera.zoom == 18.0
    assert _shown(_settled(qtbot, ground, camera, theme)) == {theme.land}


@pytest.mark.parametrize("budget", [400_000, 4_000_000])
def test_a_view_too_large_for_the_budget_is_shown_coarser(qtbot: QtBot, base_map: BaseMap, budget: int) -> None:
    owner = QObject()
    ground = Ground(base_map, owner, budget)
    ground.show_pictures(Pictures(lambda at: plain(RED)))
    camera = Camera(0.5, 0.4, 6.0, 1600.0, 1000.0)
    assert _shown(_settled(qtbot, ground, camera)) == {RED}
    assert ground.bytes_kept <= budget
    ground.stop()
    delete(owner)


def test_a_set_that_was_shown_is_let_go_of(qtbot: QtBot, ground: Ground) -> None:
    gone = []
    for _ in range(6):
        pictures = Pictures(lambda at: plain(RED))
        gone.append(weakref.ref(pictures))
        ground.show_pictures(pictures)
        _settled(qtbot, ground)
        closed = pictures.closed
        del pictures
        ground.show_pictures(None)
        assert closed.wait(10.0)

    def is_gone() -> bool:
        ground.show_pictures(None)
        return all(pictures() is None for pictures in gone)

    qtbot.waitUntil(is_gone)
    assert len(ground.children()) == 1


def _names(ground: Ground) -> str:
    return ground.pictures.name if ground.pictures is not None else ""


def test_after_an_outage_all_tiles_come_though_each_had_its_chances(qtbot: QtBot, ground: Ground) -> None:
    pictures = Pictures(lambda at: plain(RED))
    pictures.trouble = "the line is down"
    ground.show_pictures(pictures)
    elsewhere = Camera(0.1, 0.7, 5.0, 640.0, 480.0)
    for _ in range(4):
        _settled(qtbot, ground)
        _settled(qtbot, ground, elsewhere)
    assert _names(ground) == ""
    pictures.trouble = ""
    assert RED not in _shown(_settled(qtbot, ground))
    with qtbot.waitSignal(ground.pictures_gone):
        _settled(qtbot, ground, Camera(0.9, 0.5, 5.0, 640.0, 480.0))
    assert _names(ground) == "Town"
    assert _shown(_settled(qtbot, ground)) == {RED}
    pictures.trouble = "the line is down again"
    _settled(qtbot, ground, Camera(0.1, 0.5, 6.0, 640.0, 480.0))
    assert _names(ground) == "Town"  # those that came are still seen


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_no_water_shows_around_a_tile_that_is_missing_on_land(qtbot: QtBot, ground: Ground, ratio: float) -> None:
    for zoom in (9.0, 9.3, 9.7):
        camera = Camera(*to_world(27.0, 2.0), zoom, 341.0, 257.0)  # in the Sahara

        def is_complete(camera: Camera = camera) -> bool:
            _painted(ground, camera, ratio=ratio)
            return ground.is_complete

        qtbot.waitUntil(is_complete)
        for tile in [tile for tile in ground._cache._tiles if tile.layer == ground._layer]:
            image = ground._cache._tiles[tile]
            ground._cache._drop(tile)
            assert _colours(_painted(ground, camera, ratio=ratio)) == {QColor(LIGHT.land).name()}
            ground._cache.put(tile, image)


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_view_of_which_nothing_is_known_is_sketched_where_the_world_would_be_blocks(
    qtbot: QtBot, ground: Ground
) -> None:
    _settled(qtbot, ground)
    qtbot.waitUntil(lambda: len([tile for tile in ground._cache._tiles if tile.layer.z == 2]) == 16)
    there = replace(BERLIN, x=0.55, zoom=7.3)
    alone = Ground(ground._base._base_map, ground)
    assert _painted(ground, there) == _painted(alone, there)
