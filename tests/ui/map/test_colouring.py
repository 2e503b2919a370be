import math
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.model.office import Kind
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.tiles.base_source import BaseMapSource
from directory_app.ui.signs import sign_colour
from tests.ui.map.offices import BONN
from tests.ui.map.pictures import a_picture

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK])

# Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency, 2009,
# table 1, severity 1.0: what linear red, green and blue become.
_SIGHTS = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}

Triple = tuple[float, float, float]


def _linear(colour: QColor) -> Triple:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return parts[0], parts[1], parts[2]


def _mixed(row: Triple, rgb: Triple) -> float:
    return min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0.0), 1.0)


def _lab(rgb: Triple) -> Triple:
    """Returns CIELAB of linear sRGB, white D65."""
    to_xyz = ((0.4339, 0.3762, 0.1898), (0.2126, 0.7152, 0.0722), (0.0178, 0.1095, 0.8727))
    x, y, z = (part ** (1 / 3) if (part := _mixed(row, rgb)) > 0.008856 else 7.787 * part + 16 / 116 for row in to_xyz)
    return 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)


def _contrast(first: QColor, second: QColor) -> float:
    low, high = sorted(_mixed((0.2126, 0.7152, 0.0722), _linear(colour)) + 0.05 for colour in (first, second))
    return high / low


def _pixel(theme: MapColours, base_map: BaseMap, zoom: int, latitude: float, longitude: float) -> QColor:
    x, y = to_world(latitude, longitude)
    column, row = int(x * 2**zoom), int(y * 2**zoom)
    tile = BaseMapSource(base_map).tile(zoom, column, row, 1.0, theme)
    return tile.pixelColor(int((x * 2**zoom - column) * 256), int((y * 2**zoom - row) * 256))


@BOTH
@pytest.mark.parametrize("sight", _SIGHTS)
def test_the_colours_of_groups_are_told_apart_by_everybody(theme: MapColours, sight: str) -> None:
    def seen(colour: str) -> Triple:
        rgb = _linear(QColor(colour))
        red, green, blue = (_mixed(row, rgb) for row in _SIGHTS[sight])
        return _lab((red, green, blue))

    least = 17.0 if sight == "full" else 10.0
    for first, second in combinations(theme.groups, 2):
        assert math.dist(seen(first), seen(second)) > least, (first, second)
    for group, ground in product(theme.groups, (theme.land, theme.water)):
        assert math.dist(seen(group), seen(ground)) > 13.0, (group, ground)


@BOTH
def test_names_and_signs_stay_readable_on_every_group(theme: MapColours) -> None:
    coloured = theme.with_groups({"DE": 0})
    for group in theme.groups:
        assert _contrast(QColor(theme.text), QColor(group)) >= 5.5
        assert _contrast(QColor(coloured.country_name), QColor(group)) >= 3.4
        for kind in Kind:
            assert _contrast(sign_colour(kind, theme.dark), QColor(group)) >= 2.5


@BOTH
def test_borders_can_be_seen_on_every_group_and_on_land_that_is_in_none(theme: MapColours) -> None:
    border = _lab(_linear(QColor(theme.with_groups({"DE": 0}).border_line)))
    for ground in (theme.land, *theme.groups):
        assert math.dist(border, _lab(_linear(QColor(ground)))) > 6.0


@BOTH
@pytest.mark.parametrize("zoom", [0, 2, 4, 6])
def test_countries_are_filled_by_group_at_every_zoom(base_map: BaseMap, theme: MapColours, zoom: int) -> None:
    coloured = theme.with_groups({"RU": 1, "BR": 2, "CN": 1, "AQ": 3})
    assert _pixel(coloured, base_map, zoom, 62.0, 95.0) == QColor(theme.group_colour(1))
    assert _pixel(coloured, base_map, zoom, 67.3, -175.5) != QColor(theme.land)  # beyond the antimeridian
    assert _pixel(coloured, base_map, zoom, 36.0, 100.0) == QColor(theme.group_colour(1))
    assert _pixel(coloured, base_map, zoom, -10.0, -52.0) == QColor(theme.group_colour(2))
    assert _pixel(coloured, base_map, zoom, -25.0, 134.0) == QColor(theme.land)
    assert _pixel(coloured, base_map, zoom, -40.0, 90.0) == QColor(theme.water)


def test_countries_filled_unlike_leave_no_seam_of_water(base_map: BaseMap) -> None:
    groups = {"DE": 0, "FR": 1, "BE": 2, "LU": 3, "NL": 4, "PL": 1, "CZ": 3}
    theme = replace(LIGHT, water="#0000FF", border=LIGHT.land, coast=LIGHT.land).with_groups(groups)
    tile = BaseMapSource(base_map).tile(6, 33, 21, 1.0, theme)
    row = [tile.pixelColor(column, 128) for column in range(256)]
    assert len({colour.name() for colour in row}) >= 3
    assert min(colour.red() for colour in row) >= min(QColor(group).red() for group in LIGHT.groups) - 2


@given(st.dictionaries(st.text(max_size=3), st.integers()))
def test_any_grouping_can_be_shown(groups: dict[str, int]) -> None:
    coloured = LIGHT.with_groups(groups)
    filled = [code for _, codes in coloured.fills for code in codes]
    assert sorted(filled) == sorted(groups)
    assert hash(coloured) == hash(LIGHT.with_groups(dict(reversed(groups.items()))))
    assert coloured.with_groups(None) == LIGHT


def test_a_map_is_coloured_and_plain_again(qtbot: QtBot, view: MapView) -> None:
    view.select(BONN.id)
    at = QPoint(*map(round, view.camera.nearest_on_screen(*to_world(46.5, 2.5))))
    plain = a_picture(qtbot, view)
    view.colour_countries({"FR": 0, "DE": 7})
    assert a_picture(qtbot, view).pixelColor(at) == QColor(LIGHT.group_colour(0))
    view.set_dark(True)
    assert a_picture(qtbot, view).pixelColor(at) == QColor(DARK.group_colour(0))
    view.set_dark(False)
    view.colour_countries({"FR": 1})
    assert a_picture(qtbot, view).pixelColor(at) == QColor(LIGHT.group_colour(1))
    view.colour_countries(None)
    assert a_picture(qtbot, view) == plain


def test_the_first_frame_in_colour_is_already_coloured(view: MapView) -> None:
    view.fit_all()
    at = QPoint(*map(round, view.camera.nearest_on_screen(*to_world(25.0, 20.0))))
    view.colour_countries({"LY": 2, "TD": 2, "DZ": 2, "EG": 2, "NE": 2})
    picture = view.grab().toImage()
    assert picture.pixelColor(at) == QColor(LIGHT.group_colour(2))


def test_what_the_caller_does_to_its_groups_later_changes_nothing(qtbot: QtBot, view: MapView) -> None:
    groups = {"FR": 0}
    view.colour_countries(groups)
    before = a_picture(qtbot, view)
    groups["FR"] = 3
    view.set_dark(False)
    assert a_picture(qtbot, view) == before
