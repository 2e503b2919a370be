import math
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.menus.office_menu import OfficeMenu
from tests.ui.map.offices import APIA, BERLIN, BONN, FREIBURG, SUVA, a_summary
from tests.ui.map.pictures import a_picture, place_of

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def _wheel(view: MapView, place: QPoint, angle: int, pixels: int = 0) -> None:
    at = QPointF(place)
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def _menu(view: MapView) -> OfficeMenu:
    (menu,) = view.findChildren(OfficeMenu)
    return menu


def _ids(view: MapView) -> set[object]:
    return {spot.office.id for mark in view.marks() for spot in mark.spots}


def test_all_offices_are_in_view_at_first(view: MapView) -> None:
    for office in (BONN, BERLIN, FREIBURG, SUVA):
        assert view.rect().contains(place_of(view, office))


def test_a_click_on_a_sign_activates_its_office(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.office_activated) as blocker:
        QTest.mouseClick(view, LEFT, NO_KEY, place_of(view, SUVA))
    assert blocker.args == [SUVA.id]


def test_a_click_on_an_offices_name_activates_it_as_its_sign_does(qtbot: QtBot, view: MapView) -> None:
    a_picture(qtbot, view)
    (label,) = [label for label in view._scene._labels or () if label.text == SUVA.name]
    at = place_of(view, SUVA) + QPoint(round(label.dx + label.width / 2.0), round(label.dy + label.height / 2.0))
    with qtbot.waitSignal(view.office_activated) as blocker:
        QTest.mouseClick(view, LEFT, NO_KEY, at)
    assert blocker.args == [SUVA.id]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_very_many_offices_says_that_there_are_more(qtbot: QtBot, view: MapView) -> None:
    view.show_offices([a_summary(f"Office {number:02}", 50.0, 7.0) for number in range(30)])
    view.fit_all()
    (mark,) = view.marks()
    view._open(mark)
    actions = _menu(view).actions()
    assert len(actions) == 21
    assert actions[-1].text() == "10 more here: search for them"
    assert not actions[-1].isEnabled()


def test_a_click_beside_all_signs_says_where(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.place_clicked) as blocker:
        QTest.mouseClick(view, LEFT, NO_KEY, QPoint(400, 300))
    assert blocker.args is not None
    expected = view.camera.to_world(400.0, 300.0)
    assert to_world(*blocker.args) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("angle", [120, 240, 40])
def test_the_wheel_keeps_what_is_under_the_pointer(view: MapView, angle: int) -> None:
    view.select(BONN.id)
    place = QPoint(250, 180)
    before, zoom = view.camera.to_world(250.0, 180.0), view.camera.zoom
    _wheel(view, place, angle)
    assert view.camera.zoom > zoom
    assert view.camera.to_screen(*before) == pytest.approx((250.0, 180.0), abs=0.01)


def test_many_small_steps_of_a_touchpad_add_up(view: MapView) -> None:
    view.select(BONN.id)
    zoom = view.camera.zoom
    for _ in range(160):
        _wheel(view, QPoint(400, 300), 0, pixels=1)
    assert view.camera.zoom == pytest.approx(zoom + 1.0, abs=0.02)


def test_a_drag_pushes_the_map_and_is_no_click(qtbot: QtBot, view: MapView) -> None:
    view.select(BONN.id)
    at = place_of(view, BONN)
    with qtbot.assertNotEmitted(view.office_activated):
        QTest.mousePress(view, LEFT, NO_KEY, at)
        QTest.mouseMove(view, at + QPoint(40, 20))
        QTest.mouseMove(view, at + QPoint(100, 50))
        QTest.mouseRelease(view, LEFT, NO_KEY, at + QPoint(100, 50))
    after = place_of(view, BONN)
    assert (after - at).manhattanLength() == pytest.approx(150, abs=3)


def test_a_double_click_comes_nearer(view: MapView) -> None:
    view.select(BONN.id)
    zoom = view.camera.zoom
    QTest.mouseDClick(view, LEFT, NO_KEY, QPoint(600, 100))
    assert view.camera.zoom == pytest.approx(zoom + 1.0, abs=0.01)


def test_the_keyboard_pans_zooms_and_comes_home(view: MapView) -> None:
    home = view.camera
    view.select(BONN.id)
    start = view.camera
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.camera.x - start.x) * start.world == pytest.approx(80.0)
    assert (view.camera.y - start.y) * start.world == pytest.approx(80.0)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.zoom == pytest.approx(start.zoom + 1.0, abs=0.01)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera.zoom == pytest.approx(start.zoom - 1.0, abs=0.02)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.camera.zoom == pytest.approx(home.zoom)
    assert view.camera.x == pytest.approx(home.x)


def test_tab_goes_from_office_to_office_and_enter_activates(view: MapView) -> None:
    view.setFocus()
    activated: list[object] = []
    view.office_activated.connect(activated.append)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(activated) == 4
    assert set(activated) == {BONN.id, BERLIN.id, FREIBURG.id, SUVA.id}
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_the_office_at_the_keyboard_is_announced(view: MapView) -> None:
    assert view.accessibleName() == "Map of the offices"
    assert view.accessibleDescription().startswith("4 offices.")
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.accessibleDescription() == "World Secretariat, Town"
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    assert view.accessibleDescription() == "Pacific Islands Office, Town"


def test_a_cluster_opens_by_coming_nearer(qtbot: QtBot, view: MapView) -> None:
    cluster = next(mark for mark in view.marks() if mark.is_cluster)
    at = QPoint(*map(round, view.camera.nearest_on_screen(cluster.x, cluster.y)))
    with qtbot.assertNotEmitted(view.office_activated):
        QTest.mouseClick(view, LEFT, NO_KEY, at)
    assert not any(mark.is_cluster for mark in view.marks() if set(mark.spots) & set(cluster.spots))
    for spot in cluster.spots:
        assert view.rect().contains(place_of(view, spot.office))


# The offscreen platform has no keyboard that a menu could grab.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_offices_at_one_spot_are_all_reachable(qtbot: QtBot, view: MapView) -> None:
    names = ["Bread & Roses", "Second\tFloor", "<b>Third</b>"]
    rows = [a_summary(name, 10.0, 10.0) for name in names]
    view.show_offices(rows)
    reached = []
    for number in range(3):
        QTest.mouseClick(view, LEFT, NO_KEY, place_of(view, rows[0]))
        menu = _menu(view)
        texts = [action.text() for action in menu.actions()]
        assert set(texts) == {"<b>Third</b> · Town", "Bread && Roses · Town", "Second Floor · Town"}
        with qtbot.waitSignal(view.office_activated) as blocker:
            menu.actions()[number].trigger()
        menu.close()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)
        assert blocker.args is not None
        reached.append(blocker.args[0])
    assert set(reached) == {row.id for row in rows}


def test_selecting_flies_to_the_office(view: MapView) -> None:
    view.select(SUVA.id)
    assert (place_of(view, SUVA) - view.rect().center()).manhattanLength() <= 2
    camera = view.camera
    view.select(BERLIN.id, fly=False)
    assert view.camera == camera
    view.select(a_summary("Unknown", 0.0, 0.0).id)
    view.select(None)
    assert view.camera == camera


def test_a_flight_can_be_interrupted(qtbot: QtBot, view: MapView) -> None:
    view.set_motion(True)
    with qtbot.waitSignal(view._flight.moved):
        view.select(SUVA.id)
    QTest.mousePress(view, LEFT, NO_KEY, QPoint(300, 300))
    camera = view.camera
    assert not view._flight.is_flying
    QTest.mouseRelease(view, LEFT, NO_KEY, QPoint(300, 300))
    assert view.camera.x == pytest.approx(camera.x)


def test_fitting_crosses_the_antimeridian(view: MapView) -> None:
    view.show_offices([SUVA, APIA])
    view.fit_all()
    suva, apia = place_of(view, SUVA), place_of(view, APIA)
    assert view.rect().contains(suva)
    assert view.rect().contains(apia)
    assert suva.x() < apia.x()
    assert view.camera.zoom > 4.0


def test_odd_positions_never_reach_the_painter(qtbot: QtBot, view: MapView) -> None:
    odd = [a_summary(f"Odd {value}", value, 0.0) for value in (math.nan, math.inf, -91.0)]
    odd += [a_summary(f"Odd too {value}", 0.0, value) for value in (math.nan, -math.inf, 1e300)]
    view.show_offices([*odd, BONN])
    assert _ids(view) == {BONN.id}
    view.select(odd[0].id)
    view.fit_all()
    a_picture(qtbot, view)


def test_a_map_without_offices_shows_the_world(qtbot: QtBot, view: MapView) -> None:
    view.show_offices([])
    view.fit_all()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    a_picture(qtbot, view)
    assert view.marks() == ()


def test_dark_is_dark(qtbot: QtBot, view: MapView) -> None:
    light = a_picture(qtbot, view)
    view.set_dark(True)
    dark = a_picture(qtbot, view)
    for place in (QPoint(5, 300), QPoint(400, 150), QPoint(700, 500)):
        assert light.pixelColor(place).lightness() > 200
        assert dark.pixelColor(place).lightness() < 90


def test_the_first_frame_shows_land(view: MapView) -> None:
    picture = view.grab().toImage()
    view.select(None)
    africa = view.camera.nearest_on_screen(*to_world(25.0, 20.0))
    assert picture.pixelColor(QPoint(*map(round, africa))) == QColor("#ECEFE9")


def test_the_selected_office_has_a_ring_in_the_accent(qtbot: QtBot, view: MapView) -> None:
    view.select(SUVA.id)
    picture = a_picture(qtbot, view)
    at = place_of(view, SUVA)
    around = {picture.pixelColor(at.x() + dx, at.y()).name() for dx in range(-14, 15)}
    assert LIGHT.accent.lower() in around
    view.select(BONN.id)
    picture = a_picture(qtbot, view)
    assert LIGHT.accent.lower() not in {picture.pixelColor(at.x() + dx, at.y()).name() for dx in (-11, 11)}


def test_dimmed_offices_are_paler(qtbot: QtBot, view: MapView) -> None:
    before = a_picture(qtbot, view).pixelColor(place_of(view, SUVA)).lightness()
    view.show_only({BONN.id})
    assert a_picture(qtbot, view).pixelColor(place_of(view, SUVA)).lightness() > before + 40
    view.show_only(None)
    assert a_picture(qtbot, view).pixelColor(place_of(view, SUVA)).lightness() == before


def test_the_hand_points_over_signs(view: MapView) -> None:
    for place, shape in (
        (QPoint(400, 550), Qt.CursorShape.ArrowCursor),
        (place_of(view, SUVA), Qt.CursorShape.PointingHandCursor),
        (QPoint(400, 550), Qt.CursorShape.ArrowCursor),
    ):
        QTest.mouseMove(view, place)
        assert view.cursor().shape() == shape


def test_the_buttons_say_what_they_do(view: MapView) -> None:
    names = [button.accessibleName() for button in view._buttons.buttons]
    assert names == ["Zoom in", "Zoom out", "Show all offices"]
    view.select(BONN.id)
    zoom = view.camera.zoom
    QTest.mouseClick(view._buttons.nearer, LEFT)
    assert view.camera.zoom == pytest.approx(zoom + 1.0, abs=0.01)


def test_a_map_can_go_while_its_tiles_are_drawn(base_map: BaseMap) -> None:
    for number in range(6):
        view = MapView(base_map)
        view.resize(900, 700)
        view.show_offices([BONN, BERLIN, SUVA])
        view.select(BONN.id)
        view.show()
        view.grab()
        workers = view._ground._loader.stop.__self__  # type: ignore[attr-defined]
        if number % 2:
            delete(view)
        else:
            view.deleteLater()
            QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        assert not isValid(view)
        assert not workers.is_running


@pytest.mark.parametrize(("value", "closer"), [(0.5, True), (-0.3, False)])
def test_a_pinch_zooms_to_the_fingers(view: MapView, value: float, closer: bool) -> None:
    fingers = QPointF(200.0, 150.0)
    before = view.camera
    under = before.to_world(fingers.x(), fingers.y())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        fingers,
        fingers,
        QPointF(view.mapToGlobal(fingers.toPoint())),
        value,
        QPointF(),
    )
    QApplication.sendEvent(view, event)
    assert (view.camera.zoom > before.zoom) == closer
    assert view.camera.to_world(fingers.x(), fingers.y()) == pytest.approx(under, abs=1e-6)


def test_the_time_in_the_tip_goes_on(qtbot: QtBot, base_map: BaseMap) -> None:
    now = datetime(2026, 6, 1, 14, 5, 59, 950_000, tzinfo=UTC)
    asked: list[datetime] = []

    def clock() -> datetime:
        asked.append(now + timedelta(minutes=len(asked)))
        return asked[-1]

    view = MapView(base_map, clock=clock)
    qtbot.addWidget(view)
    view.show_offices([SUVA])
    view.show()
    qtbot.waitExposed(view)
    assert not asked
    QTest.mouseMove(view, place_of(view, SUVA))
    qtbot.waitUntil(lambda: len(asked) >= 3)


def test_a_double_click_is_one_click(view: MapView) -> None:
    view.select(BONN.id)
    clicks = QSignalSpy(view.place_clicked)
    QTest.mouseClick(view, LEFT, NO_KEY, QPoint(600, 100))
    QTest.mouseDClick(view, LEFT, NO_KEY, QPoint(600, 100))
    QTest.mouseRelease(view, LEFT, NO_KEY, QPoint(600, 100))
    assert clicks.count() == 1


def test_a_map_that_gets_another_size_on_its_way_arrives_in_that_size(qtbot: QtBot, view: MapView) -> None:
    view.set_motion(True)
    view.select(SUVA.id)
    view.resize(300, 500)
    qtbot.waitUntil(lambda: view.is_settled)
    assert (view.camera.width, view.camera.height) == (300, 500)
    assert view.rect().contains(place_of(view, SUVA))
