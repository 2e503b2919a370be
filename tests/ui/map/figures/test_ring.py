import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from directory_app.geo.projection import to_degrees, to_world
from directory_app.model.place import RADIUS_KM, Precision, great_circle_km
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.figures.ring import Ring, ring_around
from directory_app.ui.map.map_view import MapView
from tests.ui.map.offices import BERLIN, BONN, SUVA
from tests.ui.map.pictures import a_picture, place_of

RINGED = st.sampled_from(sorted(RADIUS_KM))


def _ring(latitude: float, longitude: float, precision: Precision) -> Ring:
    ring = ring_around(*to_world(latitude, longitude), precision)
    assert ring is not None
    return ring


@given(st.floats(-80.0, 80.0), st.floats(-180.0, 180.0), RINGED)
def test_a_ring_reaches_as_far_as_its_precision_says(latitude: float, longitude: float, precision: Precision) -> None:
    ring = _ring(latitude, longitude, precision)
    x, _ = to_world(latitude, longitude)
    north, south = to_degrees(x, ring.top), to_degrees(x, ring.bottom)
    assert great_circle_km((latitude, longitude), north) == pytest.approx(RADIUS_KM[precision], rel=0.005)
    assert great_circle_km((latitude, longitude), south) == pytest.approx(RADIUS_KM[precision], rel=0.005)
    if precision is not Precision.COUNTRY:  # so large a circle is widest some way off its middle's parallel
        east = to_degrees(ring.x + ring.half_width, to_world(latitude, 0.0)[1])
        assert great_circle_km((latitude, longitude), east) == pytest.approx(RADIUS_KM[precision], rel=0.005)


def test_a_place_known_to_the_building_has_no_ring() -> None:
    for precision in (Precision.MANUAL, Precision.ROOFTOP, None):
        assert ring_around(0.5, 0.4, precision) is None


def test_the_less_is_known_the_wider_is_the_ring() -> None:
    assert list(RADIUS_KM) == [precision for precision in Precision if precision in RADIUS_KM]
    assert list(RADIUS_KM.values()) == sorted(RADIUS_KM.values())


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), RINGED)
def test_there_is_no_place_on_the_map_that_a_ring_cannot_bear(x: float, y: float, precision: Precision) -> None:
    ring = ring_around(x, y, precision)
    if ring is not None:
        assert 0.0 <= ring.top <= ring.bottom <= 1.0
        assert 0.0 < ring.half_width <= 0.25


def test_a_ring_is_seen_only_at_zooms_at_which_it_says_something() -> None:
    ring = _ring(50.7, 7.1, Precision.TOWN)
    seen = [zoom for zoom in range(12) if ring.is_seen(replace(Camera(), zoom=float(zoom)), 15.0)]
    assert seen == [8, 9, 10, 11]
    country = _ring(50.7, 7.1, Precision.COUNTRY)
    seen = [zoom for zoom in range(12) if country.is_seen(replace(Camera(), zoom=float(zoom)), 15.0)]
    assert seen == [3, 4, 5, 6, 7, 8]


def _changed(before: QImage, after: QImage, at: QPoint) -> bool:
    return before.pixelColor(at) != after.pixelColor(at)


@pytest.mark.parametrize("dark", [False, True])
def test_the_ring_is_as_large_on_the_screen_as_on_the_earth(qtbot: QtBot, view: MapView, dark: bool) -> None:
    view.set_dark(dark)
    view.select(BONN.id)
    before = a_picture(qtbot, view)
    view.show_precision(Precision.COUNTRY)
    after = a_picture(qtbot, view)
    at = place_of(view, BONN)
    radius = round(_ring(50.73, 7.10, Precision.COUNTRY).half_width * view.camera.world)
    assert 40 < radius < 200
    for inside in (QPoint(-radius + 4, 0), QPoint(radius - 4, 0), QPoint(0, 30), QPoint(-30, -20)):
        assert _changed(before, after, at + inside)
    for outside in (QPoint(-radius - 4, 0), QPoint(radius + 4, 0), QPoint(-radius + 4, -radius + 4)):
        assert not _changed(before, after, at + outside)


def test_a_ring_goes_on_across_the_antimeridian(qtbot: QtBot, view: MapView) -> None:
    view.select(SUVA.id)
    before = a_picture(qtbot, view)
    view.show_precision(Precision.COUNTRY)
    after = a_picture(qtbot, view)
    ring = _ring(-18.14, 178.44, Precision.COUNTRY)
    assert ring.x + ring.half_width > 1.0
    beyond = place_of(view, SUVA) + QPoint(math.floor(ring.half_width * view.camera.world) - 4, 0)
    assert view.camera.to_world(beyond.x(), 0.0)[0] > 1.0
    assert _changed(before, after, beyond)


def test_another_office_is_not_shown_with_the_precision_of_the_last(qtbot: QtBot, view: MapView) -> None:
    view.select(BERLIN.id)
    plain = a_picture(qtbot, view)
    view.show_precision(Precision.AREA)
    assert a_picture(qtbot, view) != plain
    view.select(BERLIN.id, fly=False)
    assert a_picture(qtbot, view) != plain
    view.select(BONN.id, fly=False)
    view.select(BERLIN.id, fly=False)
    assert a_picture(qtbot, view) == plain


def test_no_ring_is_drawn_without_an_office_on_the_map(qtbot: QtBot, view: MapView) -> None:
    plain = a_picture(qtbot, view)
    view.select(None)
    view.show_precision(Precision.COUNTRY)
    assert a_picture(qtbot, view) == plain
