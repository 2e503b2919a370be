import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.ui.map.base_source import BaseMapSource
from directory_app.ui.map.camera import Camera, whole_tiles
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.tile_loader import TileLoader
from directory_app.ui.map.tiles import Layer, Tile, TileCache, layer_of, placed_tiles


def _tile(x: int) -> Tile:
    return Tile(Layer(5, 256, LIGHT), x, 0)


def _image(side: int = 16) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


class SlowSource:
    """Draws a tile only when told to, and says in which thread."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.drawn: list[tuple[int, int]] = []
        self.began = threading.Event()

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        self.began.set()
        self.go_on.wait(10.0)
        self.drawn.append((x, threading.get_ident()))
        return _image()


@given(
    st.floats(0.0, 1.0),
    st.floats(0.0, 1.0),
    st.floats(0.0, 11.0),
    st.sampled_from([1.0, 1.25, 1.5, 2.0]),
)
def test_tiles_cover_the_world_on_the_screen_without_gaps(x: float, y: float, zoom: float, ratio: float) -> None:
    camera = Camera(x, y, whole_tiles(zoom, ratio), 640.0, 480.0).held()
    placed = list(placed_tiles(layer_of(camera, ratio, LIGHT), camera, ratio))
    corners = {(tile.left, tile.top) for tile in placed}
    lefts, tops = sorted({left for left, _ in corners}), sorted({top for _, top in corners})
    assert len(corners) == len(lefts) * len(tops) == len(placed)
    side = placed[0].side
    assert lefts[0] <= 0.0
    assert lefts[-1] + side >= 640.0 * ratio
    assert all(after - before == side for before, after in pairwise(lefts))
    assert all(0 <= tile.tile.x < 2**tile.tile.layer.z for tile in placed)


def test_a_settled_zoom_needs_no_scaling() -> None:
    camera = Camera(0.3, 0.4, whole_tiles(3.37, 1.5), 640.0, 480.0)
    layer = layer_of(camera, 1.5, LIGHT)
    assert {placed.side for placed in placed_tiles(layer, camera, 1.5)} == {float(layer.side)}


def test_the_cache_keeps_to_its_budget_and_drops_what_was_not_used() -> None:
    size = _image().sizeInBytes()
    cache = TileCache(3 * size)
    for x in range(3):
        cache.put(_tile(x), _image())
    cache.get(_tile(0))
    cache.put(_tile(3), _image())
    assert cache.get(_tile(1)) is None
    assert cache.get(_tile(0)) is not None
    for x in range(100):
        cache.put(_tile(x), _image())
        assert cache.bytes <= 3 * size


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_tiles_show_land_and_water(base_map: BaseMap, theme: MapColours) -> None:
    source = BaseMapSource(base_map)
    tile = source.tile(3, 4, 3, 1.5, theme)
    assert tile.width() == tile.height() == 384
    assert tile.pixelColor(250, 350) == QColor(theme.land)
    assert source.tile(3, 2, 3, 1.0, theme).pixelColor(128, 128) == QColor(theme.water)


@pytest.mark.parametrize("z", [0, 2, 4, 6])
def test_neighbouring_countries_leave_no_seam_of_water(base_map: BaseMap, z: int) -> None:
    borderless = MapColours(**{**{f: getattr(LIGHT, f) for f in LIGHT.__slots__}, "border": LIGHT.land})
    x, y = round(0.5305 * 2**z - 0.5), round(0.355 * 2**z - 0.5)
    tile = BaseMapSource(base_map).tile(z, x, y, 1.0, borderless)
    left, top = (0.5166 * 2**z - x) * 256, (0.352 * 2**z - y) * 256
    right = (0.545 * 2**z - x) * 256
    row = [tile.pixelColor(column, round(top)) for column in range(max(round(left), 0), min(round(right), 256))]
    land, water = QColor(LIGHT.land).red(), QColor(LIGHT.water).red()
    assert row
    assert all(land - colour.red() < 0.15 * (land - water) for colour in row)


def test_tiles_arrive_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner)
    source.go_on.set()
    arrived: list[int] = []

    class Receiver(QObject):
        def on_tile(self, tile: Tile, image: QImage) -> None:
            arrived.append(threading.get_ident())

    receiver = Receiver()
    loader.tile_loaded.connect(receiver.on_tile)
    loader.want([_tile(x) for x in range(5)])
    qtbot.waitUntil(lambda: len(arrived) == 5)
    assert set(arrived) == {threading.get_ident()}
    assert threading.get_ident() not in {thread for _, thread in source.drawn}
    assert {x for x, _ in source.drawn} == set(range(5))
    delete(owner)


def test_tiles_nobody_wants_any_more_are_not_drawn(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner)
    loader.want([_tile(x) for x in range(50)])
    assert source.began.wait(10.0)
    loader.want([_tile(99)])
    with qtbot.waitSignals([loader.tile_loaded] * 2):
        source.go_on.set()
    loader.stop()
    assert 99 in {x for x, _ in source.drawn}
    assert len(source.drawn) <= 4


def test_a_source_that_fails_leaves_the_others_alone(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    class Failing(SlowSource):
        def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
            if x == 0:
                raise OSError("unreadable")
            return _image()

    owner = QObject()
    loader = TileLoader(Failing(), owner)
    with qtbot.waitSignal(loader.tile_loaded) as blocker:
        loader.want([_tile(0), _tile(1)])
    loader.stop()
    assert blocker.args is not None
    assert blocker.args[0] == _tile(1)
    assert "Tile 5/0/0" in caplog.text


def test_no_thread_outlives_the_owner(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner)
    loader.want([_tile(x) for x in range(20)])
    assert source.began.wait(10.0)
    threading.Timer(0.05, source.go_on.set).start()
    delete(owner)
    done = len(source.drawn)
    assert done <= 2
    assert not source.began.is_set() or source.go_on.is_set()
    assert len(source.drawn) == done


@pytest.mark.parametrize("zoom", [0, 2, 4, 5, 7])
@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [
        (55.0, 73.4, True),  # Omsk: Russia's outline runs past the antimeridian and is drawn twice
        (56.0, 92.9, True),
        (52.3, 104.3, True),
        (67.3, 178.0, True),
        (67.3, -179.0, True),
        (39.7, -105.0, True),
        (-33.0, 147.0, True),
        (0.0, -150.0, False),
        (30.0, -40.0, False),
        (-40.0, 90.0, False),
    ],
)
def test_land_is_land_and_sea_is_sea_on_every_tile(
    base_map: BaseMap, zoom: int, latitude: float, longitude: float, is_land: bool
) -> None:
    x, y = to_world(latitude, longitude)
    column, row = int(x * 2**zoom), int(y * 2**zoom)
    tile = BaseMapSource(base_map).tile(zoom, column, row, 1.0, LIGHT)
    pixel = tile.pixelColor(int((x * 2**zoom - column) * 256), int((y * 2**zoom - row) * 256))
    from_land, from_water = (abs(pixel.red() - QColor(ground).red()) for ground in (LIGHT.land, LIGHT.water))
    assert (from_land < from_water) == is_land  # a coast near by may tint it
