"""What brings the map elsewhere: rectangles, fingers, keys that go far, and what ends it on the way."""

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from directory_app.ui.map.map_view import MapView
from tests.ui.map.offices import BONN, SUVA
from tests.ui.map.pictures import a_picture, place_of

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def _draw(view: MapView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    QTest.mousePress(view, LEFT, SHIFT, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    if release:
        QTest.mouseRelease(view, LEFT, SHIFT, end)


def test_a_rectangle_drawn_with_shift_fills_the_map(view: MapView) -> None:
    view.select(BONN.id)
    before = view.camera
    corners = [before.to_world(200.0, 300.0), before.to_world(400.0, 400.0)]
    clicks = QSignalSpy(view.place_clicked)
    _draw(view, QPoint(400, 300), QPoint(200, 400))
    after = view.camera
    middle = after.to_screen(sum(x for x, _ in corners) / 2.0, sum(y for _, y in corners) / 2.0)
    assert middle == pytest.approx((400.0, 300.0), abs=2.5)
    assert before.zoom + 1.9 < after.zoom <= before.zoom + 2.0 + 1e-6
    for x, y in corners:
        left, top = after.to_screen(x, y)
        assert -1.0 <= left <= 801.0
        assert -1.0 <= top <= 601.0
    assert clicks.count() == 0
    assert not view._band.isVisible()


def test_a_rectangle_is_seen_while_it_is_drawn_and_stays_on_the_map(qtbot: QtBot, view: MapView) -> None:
    plain = a_picture(qtbot, view).pixelColor(60, 380)
    _draw(view, QPoint(100, 400), QPoint(-50, 300), release=False)
    assert view._band.geometry() == QRect(QPoint(0, 300), QPoint(100, 400))
    assert a_picture(qtbot, view).pixelColor(60, 380) != plain
    assert view.cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.mouseRelease(view, LEFT, SHIFT, QPoint(-50, 300))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_escape_ends_a_rectangle(view: MapView) -> None:
    view.setFocus()
    before = view.camera
    _draw(view, QPoint(100, 100), QPoint(300, 300), release=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view._band.isVisible()
    clicks = QSignalSpy(view.place_clicked)
    QTest.mouseMove(view, QPoint(350, 350))
    QTest.mouseRelease(view, LEFT, SHIFT, QPoint(350, 350))
    assert view.camera == before
    assert clicks.count() == 0


def test_a_rectangle_ends_when_the_window_goes_away(view: MapView) -> None:
    view.setFocus()
    _draw(view, QPoint(100, 100), QPoint(300, 300), release=False)
    view.clearFocus()
    assert not view._band.isVisible()


@pytest.mark.parametrize("end", [QPoint(103, 300), QPoint(300, 103), QPoint(100, 100)])
def test_a_tiny_rectangle_is_nothing(view: MapView, end: QPoint) -> None:
    before = view.camera
    clicks, activated = QSignalSpy(view.place_clicked), QSignalSpy(view.office_activated)
    _draw(view, QPoint(100, 100), end)
    assert view.camera == before
    assert clicks.count() == activated.count() == 0


def test_a_rectangle_can_begin_on_a_sign(view: MapView) -> None:
    activated = QSignalSpy(view.office_activated)
    at = place_of(view, SUVA)
    zoom = view.camera.zoom
    _draw(view, at, at - QPoint(100, 100))
    assert view.camera.zoom > zoom + 1.0
    assert activated.count() == 0


def test_a_double_click_with_shift_goes_farther(view: MapView) -> None:
    view.select(BONN.id)
    zoom = view.camera.zoom
    at = QPoint(600, 100)
    under = view.camera.to_world(600.0, 100.0)
    QTest.mouseClick(view, LEFT, SHIFT, at)
    QTest.mouseDClick(view, LEFT, SHIFT, at)
    assert view.camera.zoom == pytest.approx(zoom - 1.0, abs=0.02)
    assert view.camera.to_screen(*under) == pytest.approx((600.0, 100.0), abs=1.0)


@pytest.mark.parametrize(
    ("key", "dx", "dy"),
    [
        (Qt.Key.Key_Left, -240.0, 0.0),
        (Qt.Key.Key_Right, 240.0, 0.0),
        (Qt.Key.Key_Up, 0.0, -240.0),
        (Qt.Key.Key_Down, 0.0, 240.0),
    ],
)
def test_arrows_go_far_with_shift(view: MapView, key: Qt.Key, dx: float, dy: float) -> None:
    view.select(BONN.id)
    start = view.camera
    QTest.keyClick(view, key, SHIFT)
    assert ((view.camera.x - start.x) * start.world, (view.camera.y - start.y) * start.world) == pytest.approx((dx, dy))


def test_page_keys_go_by_most_of_a_screen(view: MapView) -> None:
    view.select(BONN.id)
    start = view.camera
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.camera.y - start.y) * start.world == pytest.approx(450.0)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.camera.y == pytest.approx(start.y)


def test_long_steps_that_follow_quickly_add_up(qtbot: QtBot, view: MapView) -> None:
    view.select(BONN.id)
    start = view.camera
    view.set_motion(True)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view._flight.is_flying
    qtbot.waitUntil(lambda: not view._flight.is_flying)
    assert (view.camera.x - start.x) * start.world == pytest.approx(720.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Plus])
def test_whatever_flies_ends_when_the_map_is_taken(qtbot: QtBot, view: MapView, key: Qt.Key) -> None:
    view.select(BONN.id)
    view.set_motion(True)
    with qtbot.waitSignal(view._flight.moved):
        QTest.keyClick(view, key, SHIFT)
    QTest.mousePress(view, LEFT, NO_KEY, QPoint(300, 300))
    camera = view.camera
    assert not view._flight.is_flying
    QTest.mouseRelease(view, LEFT, NO_KEY, QPoint(300, 300))
    assert view.camera == camera


def _pinch(view: MapView, screen: QPointingDevice, starts: tuple[QPoint, QPoint], ends: tuple[QPoint, QPoint]) -> None:
    """Puts down one finger, then another, moves both and lifts them."""
    QTest.touchEvent(view, screen).press(1, starts[0], view).commit()
    QTest.touchEvent(view, screen).move(1, starts[0], view).press(2, starts[1], view).commit()
    for step in range(1, 11):
        at = [start + (end - start) * (step / 10.0) for start, end in zip(starts, ends, strict=True)]
        QTest.touchEvent(view, screen).move(1, at[0], view).move(2, at[1], view).commit()
    QTest.touchEvent(view, screen).release(1, ends[0], view).release(2, ends[1], view).commit()
    QApplication.processEvents()


def test_two_fingers_on_a_touch_screen_zoom_about_their_middle(view: MapView, screen: QPointingDevice) -> None:
    view.select(BONN.id)
    before = view.camera
    under = before.to_world(400.0, 300.0)
    _pinch(view, screen, (QPoint(350, 300), QPoint(450, 300)), (QPoint(250, 300), QPoint(550, 300)))
    assert view.camera.zoom == pytest.approx(before.zoom + math.log2(3.0), abs=0.03)
    assert view.camera.to_screen(*under) == pytest.approx((400.0, 300.0), abs=0.5)


def test_two_fingers_push_the_map_too(view: MapView, screen: QPointingDevice) -> None:
    view.select(BONN.id)
    before = view.camera
    _pinch(view, screen, (QPoint(300, 300), QPoint(400, 300)), (QPoint(350, 400), QPoint(450, 400)))
    assert view.camera.zoom == pytest.approx(before.zoom)
    moved = (before.x - view.camera.x) * before.world, (before.y - view.camera.y) * before.world
    assert moved == pytest.approx((50.0, 100.0), abs=0.5)


def test_a_finger_pushes_the_map(view: MapView, screen: QPointingDevice) -> None:
    view.select(BONN.id)
    before = view.camera
    QTest.touchEvent(view, screen).press(1, QPoint(300, 300), view).commit()
    for step in range(1, 11):
        QTest.touchEvent(view, screen).move(1, QPoint(300 + 10 * step, 300), view).commit()
    QTest.touchEvent(view, screen).release(1, QPoint(400, 300), view).commit()
    QApplication.processEvents()
    assert (before.x - view.camera.x) * before.world == pytest.approx(100.0, abs=12.0)


def test_leaving_the_map_while_it_is_pushed_does_not_lose_it(view: MapView) -> None:
    view.select(BONN.id)
    before = view.camera
    QTest.mousePress(view, LEFT, NO_KEY, QPoint(300, 300))
    QTest.mouseMove(view, QPoint(350, 300))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    QTest.mouseMove(view, QPoint(400, 300))
    QTest.mouseRelease(view, LEFT, NO_KEY, QPoint(400, 300))
    assert (before.x - view.camera.x) * before.world == pytest.approx(100.0, abs=3.0)
