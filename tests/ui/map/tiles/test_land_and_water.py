from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.tiles.base_source import BaseMapSource


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_tiles_show_land_and_water(base_map: BaseMap, theme: MapColours) -> None:
    source = BaseMapSource(base_map)
    tile = source.tile(3, 4, 3, 1.5, theme)
    assert tile.width() == tile.height() == 384
    assert tile.pixelColor(250, 350) == QColor(theme.land)
    assert source.tile(3, 2, 3, 1.0, theme).pixelColor(128, 128) == QColor(theme.water)


@pytest.mark.parametrize("z", [0, 2, 4, 6])
def test_neighbouring_countries_leave_no_seam_of_water(base_map: BaseMap, z: int) -> None:
    borderless = MapColours(
        **{**{f: getattr(LIGHT, f) for f in LIGHT.__slots__}, "border": LIGHT.land, "river": LIGHT.land}
    )
    x, y = round(0.5305 * 2**z - 0.5), round(0.355 * 2**z - 0.5)
    tile = BaseMapSource(base_map).tile(z, x, y, 1.0, borderless)
    left, top = (0.5166 * 2**z - x) * 256, (0.352 * 2**z - y) * 256
    right = (0.545 * 2**z - x) * 256
    row = [tile.pixelColor(column, round(top)) for column in range(max(round(left), 0), min(round(right), 256))]
    land, water = QColor(LIGHT.land).red(), QColor(LIGHT.water).red()
    assert row
    assert all(land - colour.red() < 0.15 * (land - water) for colour in row)


@pytest.mark.parametrize("zoom", [0, 2, 4, 5, 7])
@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [
        (55.0, 73.4, True),  # Omsk: Russia's outline runs past the antimeridian and is drawn twice
        (56.0, 92.9, True),
        (52.3, 98.0, True),
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
    tile = BaseMapSource(base_map).tile(zoom, column, row, 1.0, replace(LIGHT, river=LIGHT.land))
    pixel = tile.pixelColor(int((x * 2**zoom - column) * 256), int((y * 2**zoom - row) * 256))
    from_land, from_water = (abs(pixel.red() - QColor(ground).red()) for ground in (LIGHT.land, LIGHT.water))
    assert (from_land < from_water) == is_land  # a coast near by may tint it
