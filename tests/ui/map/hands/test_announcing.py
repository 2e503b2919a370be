import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.ui.map import key_map
from directory_app.ui.map.hands import announcing
from directory_app.ui.map.map_view import MapView
from tests.ui.map.offices import BERLIN, BONN, FREIBURG, SUVA, a_summary
from tests.ui.map.pictures import place_of


class _Heard:
    """Stands where Qt hands events on to a screen reader, of which Qt for Python shows nothing."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.texts: list[str] = []

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        assert event.type() == QAccessible.Event.Announcement
        assert event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        self.texts.append(event.message())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    reader = _Heard()
    monkeypatch.setattr(announcing, "QAccessible", reader)
    return reader.texts


def test_each_office_that_the_keyboard_comes_to_is_announced(view: MapView, heard: list[str]) -> None:
    view.setFocus()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert sorted(heard) == sorted(f"{office.name}, Town" for office in (BONN, BERLIN, FREIBURG, SUVA))
    assert heard[-1] == view.accessibleDescription()


def test_the_real_event_is_taken_by_qt(view: MapView) -> None:
    announcing.announce(view, "Berlin Office, Town")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.accessibleDescription().endswith(", Town")


def test_a_pin_moved_by_keys_says_where_it_is(view: MapView, heard: list[str]) -> None:
    view.select(BONN.id)
    view.start_moving(BONN.id)
    heard.clear()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(heard) == 1
    assert heard[0].startswith("The pin is at 50.7")


def test_nothing_is_announced_that_nobody_did(view: MapView, heard: list[str]) -> None:
    view.show_offices([BONN, SUVA])
    view.select(SUVA.id)
    view.show_only({BONN.id})
    assert heard == []


def test_arrows_go_from_an_office_to_the_next_that_way(view: MapView, heard: list[str]) -> None:
    west, east, south = a_summary("West", 0.0, -30.0), a_summary("East", 3.0, 30.0), a_summary("South", -25.0, 25.0)
    view.show_offices([west, east, south])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert heard[-1] == "East, Town"
    for key, name in ((Qt.Key.Key_Down, "South"), (Qt.Key.Key_Up, "East"), (Qt.Key.Key_Left, "West")):
        QTest.keyClick(view, key)
        assert heard[-1] == f"{name}, Town"
    before, said = view.camera, len(heard)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.camera != before  # there is none farther west, so that the map is pushed
    assert len(heard) == said


def test_of_many_offices_the_marks_in_view_are_walked(
    view: MapView, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_map, "_FEW_OFFICES", 3)
    rows = [a_summary(f"Office {number}", 10.0, 10.0 + number / 3.0) for number in range(9)]
    alone = a_summary("Office X", -30.0, 140.0)
    view.show_offices([*rows, alone])
    view.fit_all()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert heard[-1].startswith("9 offices: Office 0, Office 1")
    assert "and 4 more" in heard[-1]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert heard[-1] == "Office X, Town"
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    zoom = view.camera.zoom
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.camera.zoom > zoom + 3.0
    assert view.hasFocus()
    heard.clear()
    presses = 0
    while view.hasFocus():
        QTest.keyClick(view, Qt.Key.Key_Tab)
        presses += 1
    assert heard == [f"Office {number}, Town" for number in range(1, 9)]
    assert presses == 9


def test_going_on_while_the_map_still_flies_to_the_last_office_leads_to_the_next_at_the_same_zoom(
    qtbot: QtBot, view: MapView
) -> None:
    view.select(BERLIN.id)
    zoom = view.camera.zoom
    view.set_motion(True)
    view.setFocus()
    while view._focused != SUVA.id:
        QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.camera.zoom < zoom - 0.5)  # half-way round the world
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: view.is_settled)
    assert view.camera.zoom == zoom
    office = view._scene.office(view._focused)
    assert office is not None and office.id != SUVA.id
    assert view.rect().contains(place_of(view, office))
