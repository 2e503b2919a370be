"""Lakes and rivers on drawn tiles."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.tiles.base_source import BaseMapSource
from directory_app.ui.map.tiles.gate import Gate

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK])
RED = "#FF0000"


def _tile(base_map: BaseMap, theme: MapColours, zoom: int, latitude: float, longitude: float) -> QImage:
    x, y = to_world(latitude, longitude)
    return BaseMapSource(base_map).tile(zoom, int(x * 2**zoom), int(y * 2**zoom), 1.0, theme)


def _colour(base_map: BaseMap, theme: MapColours, zoom: int, latitude: float, longitude: float) -> QColor:
    x, y = (part * 2**zoom for part in to_world(latitude, longitude))
    return _tile(base_map, theme, zoom, latitude, longitude).pixelColor(int(x % 1.0 * 256), int(y % 1.0 * 256))


def _reds(image: QImage) -> int:
    """Returns how many points have a tinge of red."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(colour.red() > colour.green() + 40 for colour in colours)


@BOTH
@pytest.mark.parametrize("zoom", [2, 4, 6])
@pytest.mark.parametrize("groups", [None, {"CA": 0, "US": 1}])
def test_a_lake_is_water_in_coloured_countries_too(
    base_map: BaseMap, theme: MapColours, zoom: int, groups: Mapping[str, int] | None
) -> None:
    coloured = theme.with_groups(groups)
    assert _colour(base_map, coloured, zoom, 43.9, -87.0) == QColor(theme.water)  # Lake Michigan
    ground = theme.land if groups is None else theme.group_colour(1)
    assert _colour(base_map, coloured, zoom, 39.0, -99.0) == QColor(ground)


@pytest.mark.parametrize(("zoom", "latitude", "longitude"), [(4, 28.0, 31.0), (5, 28.0, 31.0), (7, 28.0, 31.0)])
def test_rivers_are_drawn_from_the_fourth_zoom(base_map: BaseMap, zoom: int, latitude: float, longitude: float) -> None:
    assert _reds(_tile(base_map, replace(LIGHT, river=RED), zoom, latitude, longitude)) > 20


@pytest.mark.parametrize("zoom", [0, 1, 2, 3, 9])
def test_no_rivers_are_drawn_where_they_would_be_too_many_or_too_rough(base_map: BaseMap, zoom: int) -> None:
    assert _reds(_tile(base_map, replace(LIGHT, river=RED), zoom, 30.04, 31.23)) == 0


def test_a_river_ends_at_the_lake_that_it_flows_through(base_map: BaseMap) -> None:
    rivers = _tile(base_map, replace(LIGHT, river=RED), 7, 46.45, 6.6)  # the Rhône and the Lake of Geneva
    waters = _tile(base_map, replace(LIGHT, water=RED), 7, 46.45, 6.6)
    points = [(x, y) for x in range(256) for y in range(256) if waters.pixelColor(x, y) == QColor(RED)]
    assert len(points) > 100
    assert _reds(rivers) > 20
    assert all(rivers.pixelColor(x, y) == QColor(LIGHT.water) for x, y in points)


@pytest.mark.parametrize(("scale", "least", "most"), [(1.0, 0.5, 1.3), (2.0, 1.3, 2.4), (4.0, 1.3, 2.4)])
def test_lines_are_as_wide_as_the_screen_asks_and_no_wider_than_two_pixels(
    base_map: BaseMap, scale: float, least: float, most: float
) -> None:
    theme = replace(LIGHT, border="#000000", coast=LIGHT.land, river=LIGHT.land, water=LIGHT.land, ice=LIGHT.land)
    image = BaseMapSource(base_map).tile(4, 3, 5, scale, theme)  # the 49th parallel from the coast to the Lakes
    land = QColor(LIGHT.land).red()
    column = round(100 * scale)
    ink = sum((land - image.pixelColor(column, y).red()) / land for y in range(image.height()))
    assert least < ink < most


def _sketch(source: BaseMapSource, camera: Camera, theme: MapColours, ratio: float = 1.0) -> QImage:
    image = QImage(round(camera.width * ratio), round(camera.height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    source.sketch(painter, camera, theme)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_sketch_fills_the_view_in_its_own_theme_and_place(base_map: BaseMap, ratio: float) -> None:
    source = BaseMapSource(base_map)
    x, y = to_world(20.0, 8.0)  # the Sahara
    camera = Camera(x, y, 2.0, 400.0, 300.0)
    first = _sketch(source, camera, LIGHT, ratio)
    for theme in (DARK, LIGHT):
        image = _sketch(source, camera, theme, ratio)
        assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor(theme.land)
        sea = _sketch(source, camera.moved_to(0.0, 0.5, 2.0), theme, ratio)
        assert sea.pixelColor(sea.width() // 2, sea.height() // 2) == QColor(theme.water)
    source.forget_sketch()
    assert _sketch(source, camera, LIGHT, ratio) == first


def test_whoever_draws_a_tile_waits_at_the_gate_in_the_middle_of_it(base_map: BaseMap) -> None:
    gate = Gate()
    source = BaseMapSource(base_map, gate)
    gate.close()
    with ThreadPoolExecutor() as pool:
        tile = pool.submit(source.tile, 4, 8, 5, 1.0, LIGHT)
        with pytest.raises(TimeoutError):
            tile.result(0.2)
        gate.open()
        assert tile.result(10.0) == source.tile(4, 8, 5, 1.0, LIGHT)


def test_what_is_taken_away_has_smooth_edges_and_tiles_have_rough_ones_under_their_coasts(base_map: BaseMap) -> None:
    nothing = "#00000000"
    bare = replace(LIGHT, coast=nothing, border=nothing, river=nothing)
    x, y = to_world(7.5, 80.7)  # Ceylon, where no lake is drawn
    camera = Camera((int(x * 32) + 0.5) / 32, (int(y * 32) + 0.5) / 32, 5.0, 256.0, 256.0)
    sharp = QImage(256, 256, QImage.Format.Format_RGB32)
    painter = QPainter(sharp)
    source = BaseMapSource(base_map)
    source.draw(painter, camera, bare)
    painter.end()
    plain = {QColor(bare.land).name(), QColor(bare.water).name()}
    assert _colours(source.tile(5, int(x * 32), int(y * 32), 1.0, bare)) == plain
    assert _colours(sharp) > plain


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(256) for y in range(256)}
