from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from directory_app.geo.projection import to_world
from directory_app.model.points.web_maps import WebMap
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.map.menus.place_menu import PlaceMenu
from tests.ui.map.offices import BONN, SUVA, a_summary
from tests.ui.map.pictures import place_of

# The offscreen platform has no keyboard that a menu could grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
PLACE = QPoint(520, 410)


@pytest.fixture(autouse=True)
def no_menu_stays(view: MapView) -> Iterator[None]:
    yield
    for menu in view.findChildren(PlaceMenu):
        menu.close()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def _ask(view: MapView, at: QPoint = PLACE, reason: QContextMenuEvent.Reason = MOUSE) -> dict[str, QAction]:
    """Asks for the menu at a place, and returns its entries by their text."""
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    return {
        action.text(): action
        for menu in view.findChildren(PlaceMenu)
        for action in menu.actions()
        if not action.isSeparator()
    }


def _cluster(view: MapView) -> Mark:
    return next(mark for mark in view.marks() if mark.is_cluster)


def test_the_nearest_offices_to_a_place_can_be_asked_for(view: MapView) -> None:
    asked = QSignalSpy(view.nearest_asked)
    _ask(view)["Nearest offices to here"].trigger()
    assert to_world(*asked.at(0)) == pytest.approx(view.camera.to_world(PLACE.x(), PLACE.y()), abs=1e-7)


def test_the_coordinates_of_a_place_can_be_copied(view: MapView) -> None:
    _ask(view)["Copy the coordinates"].trigger()
    latitude, longitude = map(float, QGuiApplication.clipboard().text().split(", "))
    assert to_world(latitude, longitude) == pytest.approx(view.camera.to_world(PLACE.x(), PLACE.y()), abs=1e-7)


def test_the_chosen_offices_pin_can_be_moved_to_a_place(view: MapView) -> None:
    assert list(_ask(view)) == ["Nearest offices to here", "Show on OpenStreetMap", "Copy the coordinates"]
    view.findChildren(PlaceMenu)[0].close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    placed = QSignalSpy(view.pin_placed)
    view.select(BONN.id, fly=False)
    entries = _ask(view)
    view.select(None)  # while the menu is open; it goes on to mean the office that it names
    entries["Move the pin of World Secretariat here"].trigger()
    office_id, *place = placed.at(0)
    assert office_id == BONN.id
    assert to_world(*place) == pytest.approx(view.camera.to_world(PLACE.x(), PLACE.y()), abs=1e-7)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bread & Roses", "Move the pin of Bread && Roses here"),
        ("<b>Third</b>\tFloor\nUp", "Move the pin of <b>Third</b> Floor Up here"),
        ("", "Move the pin of this office here"),
        ("משרד ירושלים", "Move the pin of משרד ירושלים here"),
    ],
)
def test_names_in_the_menu_are_plain_text(view: MapView, name: str, shown: str) -> None:
    office = a_summary(name, 10.0, 10.0)
    view.show_offices([office])
    view.select(office.id)
    assert shown in _ask(view)


def test_an_endless_name_makes_no_endless_menu(view: MapView) -> None:
    office = a_summary("A & " * 5000, 10.0, 10.0)
    view.show_offices([office])
    view.select(office.id)
    last = list(_ask(view))[-1]
    assert last.endswith("… here")
    assert len(last) < 200
    assert last.replace("&&", "").count("&") == 0


def test_the_keyboard_asks_about_the_middle_of_the_map(view: MapView) -> None:
    asked = QSignalSpy(view.nearest_asked)
    view.select(BONN.id)
    _ask(view, QPoint(3, 3), KEYBOARD)["Nearest offices to here"].trigger()
    assert asked.at(0) == pytest.approx([50.73, 7.10], abs=0.1)


def test_an_office_has_a_menu_of_its_own(view: MapView) -> None:
    chosen, nearest = QSignalSpy(view.office_activated), QSignalSpy(view.office_nearest_asked)
    shown, moved = QSignalSpy(view.web_map_asked), QSignalSpy(view.pin_move_asked)
    entries = _ask(view, place_of(view, SUVA))
    assert list(entries) == [
        "Choose Pacific Islands Office",
        "Nearest offices …",
        "Show on OpenStreetMap",
        "Copy the coordinates",
        "Move the pin",
    ]
    for entry in entries.values():
        entry.trigger()
    assert chosen.at(0) == nearest.at(0) == moved.at(0) == [SUVA.id]
    assert shown.at(0) == [-18.14, 178.44, "Pacific Islands Office"]
    assert QGuiApplication.clipboard().text() == "-18.14000, 178.44000"


def test_an_office_that_is_chosen_need_not_be_chosen(view: MapView) -> None:
    view.select(SUVA.id, fly=False)
    assert next(iter(_ask(view, place_of(view, SUVA)))) == "Nearest offices …"


def test_several_offices_have_the_menu_of_their_place_and_can_be_shown(view: MapView) -> None:
    zoom = view.camera.zoom
    view.select(SUVA.id, fly=False)
    at = place_of(view, BONN)
    entries = _ask(view, at)
    assert list(entries) == [
        f"Show the {_cluster(view).count} offices here",
        "Nearest offices to here",
        "Show on OpenStreetMap",
        "Copy the coordinates",
        "Move the pin of Pacific Islands Office here",
    ]
    shown = QSignalSpy(view.web_map_asked)
    entries["Show on OpenStreetMap"].trigger()
    latitude, longitude, name = shown.at(0)
    assert to_world(latitude, longitude) == pytest.approx(view.camera.to_world(at.x(), at.y()), abs=1e-7)
    assert name == ""
    entries[f"Show the {_cluster(view).count} offices here"].trigger()
    assert view.camera.zoom > zoom


def test_the_keyboard_asks_about_the_office_it_is_at(view: MapView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    chosen = QSignalSpy(view.office_activated)
    _ask(view, QPoint(3, 3), KEYBOARD)["Choose Pacific Islands Office"].trigger()
    assert chosen.at(0) == [SUVA.id]


def test_the_web_map_is_the_one_that_was_settled_on(view: MapView) -> None:
    view.offer_web_map(WebMap.GOOGLE)
    entry = _ask(view)["Show on Google Maps"]
    assert entry.toolTip() == "Opens Google Maps in the browser"


def test_moving_pins_have_no_menu_of_a_place(view: MapView) -> None:
    view.select(BONN.id, fly=False)
    view.start_moving(BONN.id)
    assert not _ask(view)
    assert not _ask(view, reason=KEYBOARD)


def test_the_buttons_on_the_map_have_no_menu_of_the_place_beneath(view: MapView) -> None:
    for widget in (view._buttons, *view._buttons.buttons):
        at = widget.rect().center()
        QApplication.sendEvent(widget, QContextMenuEvent(MOUSE, at, widget.mapToGlobal(at)))
    assert not view.findChildren(PlaceMenu)
