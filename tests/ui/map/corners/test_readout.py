import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.corners.readout import point_at, point_text
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.pin.pin import HEAD_HEIGHT
from tests.ui.map.offices import BONN
from tests.ui.map.pictures import place_of


@pytest.mark.parametrize(
    ("zoom", "text"),
    [(0.0, "51°, 7°"), (2.0, "50.7°, 7.1°"), (8.0, "50.719°, 7.123°"), (19.0, "50.71923°, 7.12346°")],
)
def test_there_are_as_many_decimals_as_a_pixel_is_worth(zoom: float, text: str) -> None:
    assert point_text((50.719234, 7.123456), zoom) == text


def test_no_zero_is_negative() -> None:
    assert point_text((-0.0001, -0.04), 2.0) == "0.0°, 0.0°"


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 22))
def test_what_is_shown_is_true_to_a_pixel(latitude: float, longitude: float, zoom: float) -> None:
    shown = [float(part) for part in point_text((latitude, longitude), zoom).replace("°", "").split(",")]
    a_pixel = max(360.0 / (256.0 * 2.0**zoom), 1e-5)
    assert shown == pytest.approx([latitude, longitude], abs=max(a_pixel / 2.0, 0.5 if zoom < 1 else 0.0) + 1e-12)


def test_there_is_no_point_beyond_the_world() -> None:
    camera = Camera(0.5, 0.5, 0.0, 600.0, 600.0)
    assert point_at(camera, 300.0, 300.0) == pytest.approx((0.0, 0.0))
    assert point_at(camera, 300.0, 10.0) is None


def test_the_place_under_the_pointer_is_told_until_it_leaves(view: MapView) -> None:
    assert view._readout.text == ""
    QTest.mouseMove(view, place_of(view, BONN))
    latitude, longitude = (float(part.strip(" °")) for part in view._readout.text.split(","))
    assert (latitude, longitude) == pytest.approx((50.7, 7.1), abs=0.5)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._readout.text == ""


def test_it_follows_when_the_map_moves_under_the_pointer(view: MapView) -> None:
    view.select(BONN.id)
    QTest.mouseMove(view, view.rect().center())
    before = view._readout.text
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view._readout.text != before


def test_a_moving_pin_says_where_it_is(view: MapView) -> None:
    view.select(BONN.id)
    view.start_moving(BONN.id)
    at = place_of(view, BONN)
    assert view._readout.text == point_text((50.73, 7.1), view.camera.zoom)
    QTest.mousePress(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at - QPoint(0, round(HEAD_HEIGHT))
    )
    QTest.mouseMove(view, at + QPoint(30, 30))
    assert view._mover.pin is not None
    assert view._readout.text == point_text(view._mover.pin.place, view.camera.zoom)
    view.stop_moving()


def test_it_stays_at_the_edge_when_the_map_gets_another_size(view: MapView) -> None:
    QTest.mouseMove(view, QPoint(390, 290))
    above = view.height() - view._readout.geometry().bottom()
    view.resize(700, 500)
    assert view.height() - view._readout.geometry().bottom() == above


def test_it_stands_where_no_label_ever_is(view: MapView) -> None:
    QTest.mouseMove(view, QPoint(400, 300))
    reserved = view.rect().adjusted(0, view.height() - 3 * view.fontMetrics().height(), 0, 0)
    assert reserved.contains(view._readout.geometry())
