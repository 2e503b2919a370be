from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from directory_app.ui.map.camera import Camera, whole_tiles
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.tiles.cache import TileCache
from directory_app.ui.map.tiles.tile import Layer, Tile, layer_of, placed_tiles


def _tile(x: int) -> Tile:
    return Tile(Layer(5, 256, LIGHT), x, 0)


def _image(side: int = 16) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


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


def test_with_less_memory_the_tiles_used_last_stay() -> None:
    size = _image().sizeInBytes()
    cache = TileCache(4 * size)
    for x in range(4):
        cache.put(_tile(x), _image())
    cache.get(_tile(0))
    cache.set_budget(2 * size)
    assert [x for x in range(4) if cache.get(_tile(x)) is not None] == [0, 3]
    assert cache.bytes == 2 * size
