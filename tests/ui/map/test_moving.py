from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from directory_app.geo.projection import to_world
from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.mark import Spot
from directory_app.ui.map.pin.pin import HEAD_HEIGHT, Pin, pin_of
from tests.builders import an_office, summary_of
from tests.ui.map.offices import BERLIN, BONN, FREIBURG, SUVA
from tests.ui.map.pictures import a_picture, place_of

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HEAD = QPoint(0, -round(HEAD_HEIGHT))
NOWHERE = summary_of(an_office("Nowhere Office", position=None))


@pytest.fixture
def placed(view: MapView) -> QSignalSpy:
    return QSignalSpy(view.pin_placed)


def _moving(view: MapView, office: Summary = BONN) -> QPoint:
    """Begins to move the pin of a selected office, and returns where its point is on the screen."""
    view.select(office.id)
    view.start_moving(office.id)
    return place_of(view, office)


def _drag(view: MapView, start: QPoint, by: QPoint, *, release: bool = True) -> None:
    QTest.mousePress(view, LEFT, NO_KEY, start)
    QTest.mouseMove(view, start + by / 2)
    QTest.mouseMove(view, start + by)
    if release:
        QTest.mouseRelease(view, LEFT, NO_KEY, start + by)


def _degrees_at(view: MapView, at: QPoint) -> tuple[float, float]:
    return Pin(BONN.id, *view.camera.to_world(at.x(), at.y())).place


def test_a_dragged_pin_is_placed_where_it_is_taken(view: MapView, placed: QSignalSpy) -> None:
    at = _moving(view)
    _drag(view, at + HEAD, QPoint(80, -40))
    assert placed.count() == 0
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == 1
    office_id, *place = placed.at(0)
    assert office_id == BONN.id
    assert place == pytest.approx(_degrees_at(view, at + QPoint(80, -40)), abs=0.05)
    assert not view.is_moving


def test_the_pin_does_not_jump_under_the_pointer(view: MapView, placed: QSignalSpy) -> None:
    at = _moving(view)
    _drag(view, at + HEAD + QPoint(7, 5), QPoint(60, 0))
    view._mover.take()
    assert placed.at(0)[1:] == pytest.approx(_degrees_at(view, at + QPoint(60, 0)), abs=0.05)


def test_a_pin_left_leaves_everything_as_it_was(qtbot: QtBot, view: MapView, placed: QSignalSpy) -> None:
    view.setFocus()
    view.select(BONN.id)
    before = a_picture(qtbot, view)
    at = _moving(view)
    _drag(view, at + HEAD, QPoint(50, 50))
    assert a_picture(qtbot, view) != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert placed.count() == 0
    assert a_picture(qtbot, view) == before
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == 0


def test_a_pin_taken_where_it_stood_keeps_its_exact_place(view: MapView, placed: QSignalSpy) -> None:
    polar = replace(BONN, latitude=89.123456789, longitude=-179.987654321)
    view.show_offices([polar])
    _moving(view, polar)
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert placed.at(0) == [BONN.id, 89.123456789, -179.987654321]


@pytest.mark.parametrize(
    ("key", "modifier", "by"),
    [
        (Qt.Key.Key_Left, NO_KEY, (-1.0, 0.0)),
        (Qt.Key.Key_Down, NO_KEY, (0.0, 1.0)),
        (Qt.Key.Key_Right, SHIFT, (10.0, 0.0)),
        (Qt.Key.Key_Up, SHIFT, (0.0, -10.0)),
    ],
)
def test_arrows_move_the_pin_and_not_the_map(
    view: MapView, key: Qt.Key, modifier: Qt.KeyboardModifier, by: tuple[float, float]
) -> None:
    _moving(view)
    camera, start = view.camera, view._mover.pin
    QTest.keyClick(view, key, modifier)
    end = view._mover.pin
    assert view.camera == camera
    assert start is not None
    assert end is not None
    assert ((end.x - start.x) * camera.world, (end.y - start.y) * camera.world) == pytest.approx(by)


def test_a_pin_that_leaves_the_view_by_keyboard_is_followed(view: MapView) -> None:
    _moving(view)
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
        pin = view._mover.pin
        assert pin is not None
        assert 0.0 < view.camera.nearest_on_screen(pin.x, pin.y)[0] < 800.0


def test_a_pin_is_not_moved_by_accident(view: MapView, placed: QSignalSpy) -> None:
    view.select(BONN.id)
    camera = view.camera
    _drag(view, place_of(view, BONN), QPoint(60, 30))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == 0
    assert view.camera != camera


def test_a_pin_begins_where_it_can_be_seen(view: MapView) -> None:
    view.select(BONN.id)
    for dy in (-280, 900):  # under the banner, and out of view
        view._pan(0.0, dy)
        view.start_moving(BONN.id)
        head = place_of(view, BONN) + HEAD
        assert view.rect().contains(head)
        assert not view._mover.banner.geometry().contains(head)


def test_the_map_can_be_pushed_while_a_pin_is_moved(view: MapView) -> None:
    at = _moving(view)
    pin, camera = view._mover.pin, view.camera
    _drag(view, at + QPoint(150, 150), QPoint(60, 30))
    assert view._mover.pin == pin
    assert view.camera != camera


def test_a_click_on_an_office_chooses_none_while_a_pin_is_moved(view: MapView) -> None:
    activated, clicked = QSignalSpy(view.office_activated), QSignalSpy(view.place_clicked)
    _moving(view)
    view.fit_all()
    QTest.mouseClick(view, LEFT, NO_KEY, place_of(view, SUVA))
    QTest.mouseClick(view, LEFT, NO_KEY, QPoint(300, 500))
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert activated.count() == clicked.count() == 0
    assert view.is_moving


def test_an_office_that_is_nowhere_yet_gets_its_pin_in_the_middle(view: MapView, placed: QSignalSpy) -> None:
    view.show_offices([BONN, NOWHERE])
    view.select(BONN.id)
    view.select(NOWHERE.id)
    view.start_moving(NOWHERE.id)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == 0, "nobody has said yet where it is"
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == 1
    assert placed.at(0) == pytest.approx([NOWHERE.id, *_degrees_at(view, QPoint(401, 300))])


def test_an_unknown_office_has_no_pin(view: MapView) -> None:
    view.start_moving(NOWHERE.id)
    assert not view.is_moving
    view.stop_moving()


@pytest.mark.parametrize("dragging", [False, True])
@pytest.mark.parametrize("how", ["refreshed", "another", "none"])
def test_whatever_changes_meanwhile_ends_the_move(view: MapView, placed: QSignalSpy, how: str, dragging: bool) -> None:
    activated, clicked = QSignalSpy(view.office_activated), QSignalSpy(view.place_clicked)
    at = _moving(view) + HEAD
    if dragging:
        _drag(view, at, QPoint(90, 90), release=False)
    camera = view.camera
    if how == "refreshed":
        view.show_offices([BONN, BERLIN, FREIBURG, SUVA])
    else:
        view.select(BERLIN.id if how == "another" else None, fly=False)
    assert not view.is_moving
    assert not view._mover.banner.isVisible()
    if dragging:
        QTest.mouseMove(view, at + QPoint(30, 30))
        QTest.mouseRelease(view, LEFT, NO_KEY, at)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert placed.count() == activated.count() == clicked.count() == 0
    assert view.camera == camera


def test_choosing_the_same_office_again_ends_no_move(view: MapView) -> None:
    _moving(view)
    view.select(BONN.id, fly=False)
    assert view.is_moving


def test_the_banner_has_a_button_for_each_way_out(view: MapView, placed: QSignalSpy) -> None:
    banner = view._mover.banner
    assert not banner.isVisible()
    _moving(view)
    assert banner.isVisible()
    QTest.mouseClick(banner.leave, LEFT)
    assert not banner.isVisible()
    assert placed.count() == 0
    _moving(view)
    QTest.mouseClick(banner.take, LEFT)
    assert placed.count() == 1
    assert not view.is_moving


def test_tab_goes_to_the_buttons_and_enter_presses_the_one_it_is_at(view: MapView, placed: QSignalSpy) -> None:
    _moving(view)
    banner = view._mover.banner
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert banner.take.hasFocus()
    QTest.keyClick(banner.take, Qt.Key.Key_Tab)
    assert banner.leave.hasFocus()
    QTest.keyClick(banner.leave, Qt.Key.Key_Return)
    assert not view.is_moving
    assert placed.count() == 0
    assert view.hasFocus()


def test_a_click_on_the_banner_does_not_reach_the_map(view: MapView) -> None:
    _moving(view)
    banner, camera = view._mover.banner, view.camera
    _drag(view, QPoint(400, 30), QPoint(0, 0))
    QTest.mousePress(banner, LEFT, NO_KEY, QPoint(4, 4))
    QTest.mouseMove(banner, QPoint(60, 60))
    QTest.mouseRelease(banner, LEFT, NO_KEY, QPoint(60, 60))
    assert view.camera == camera


@pytest.mark.parametrize("width", [200, 340, 700, 1400])
def test_the_banner_leaves_the_buttons_of_the_map_free(view: MapView, width: int) -> None:
    view.resize(width, 500)
    _moving(view)
    banner, buttons = view._mover.banner, view._buttons
    QApplication.processEvents()
    assert not banner.geometry().intersects(buttons.geometry())
    assert banner.height() >= banner._row.heightForWidth(banner.width())


def test_the_pins_keys_are_no_shortcuts_while_it_is_moved(view: MapView) -> None:
    def is_taken(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NO_KEY)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Left)
    assert not any(map(is_taken, keys))
    _moving(view)
    assert all(map(is_taken, keys))
    assert not is_taken(Qt.Key.Key_F5)


def test_where_the_pin_is_can_be_read_out(view: MapView) -> None:
    _moving(view)
    assert view.accessibleDescription().startswith("The pin is at 50.73000, 7.10000.")
    view.stop_moving()
    assert view.accessibleDescription().startswith("4 offices.")


SPOT = Spot(SUVA, *to_world(-18.14, 178.44))


@given(st.floats(-100.0, 900.0), st.floats(-100.0, 700.0), st.floats(0.0, 11.0))
def test_a_pin_stays_on_the_screen_and_on_the_world(left: float, top: float, zoom: float) -> None:
    camera = Camera(0.99, 0.5, zoom, 800.0, 600.0).held()
    pin = pin_of(SUVA.id, SPOT, camera).moved_to(camera, left, top)
    assert 0.0 <= pin.x < 1.0
    assert 0.0 <= pin.y <= 1.0
    latitude, longitude = pin.place
    assert abs(latitude) <= 90.0
    assert abs(longitude) <= 180.0
    held = min(max(left, 0.0), 800.0)
    assert pin.on_screen(camera, held)[0] == pytest.approx(held, abs=0.01)


def test_every_copy_of_the_pin_can_be_taken_hold_of() -> None:
    camera = Camera(0.5, 0.5, 0.0, 900.0, 300.0)
    pin = Pin(SUVA.id, 0.25, 0.5)
    for copy in (-1, 0, 1):
        left, top = camera.to_screen(0.25 + copy, 0.5)
        assert pin.is_at(camera, left, top - HEAD_HEIGHT)
        assert pin.is_at(camera, left, top)
        assert not pin.is_at(camera, left + 40.0, top)
        assert not pin.is_at(camera, left, top + 20.0)
