"""Offices put on the map by a person, from the window."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from directory_app.model.place import Precision
from directory_app.ui.main_window import MainWindow
from directory_app.ui.places.batch_dialog import BatchDialog
from directory_app.ui.places.candidates_dialog import CandidatesDialog
from directory_app.ui.places.not_on_map import NotOnMapDialog
from directory_app.ui.places.position_dialog import PositionDialog
from tests.builders import a_position, an_office
from tests.directories import AUTHOR
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD
from tests.ui.hands import edit, form_of, in_the_dialog, press


def place_of(window: MainWindow, office: object) -> tuple[float, float, Precision]:
    place = window.session.directory.office(office.id).position  # type: ignore[attr-defined]
    assert place is not None
    return round(place.latitude, 4), round(place.longitude, 4), place.precision


def test_coordinates_in_any_notation_are_a_pin_placed_by_hand_and_undo_takes_it_back(window: MainWindow) -> None:
    window.session.select(BERLIN.id)

    def act(dialog: PositionDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText("52°31′12″ N, 13°24′18″ E")
        press(dialog, "Place it here")

    in_the_dialog(PositionDialog, act)
    window.actions_.type_coordinates.trigger()
    assert place_of(window, BERLIN) == (52.52, 13.405, Precision.MANUAL)
    placed = window.session.directory.office(BERLIN.id).position
    assert placed is not None and placed.confirmed_by == AUTHOR
    window.actions_.undo.trigger()
    assert place_of(window, BERLIN) == (52.52, 13.4, Precision.TOWN)


def test_a_place_is_chosen_among_those_that_the_address_may_mean(window: MainWindow) -> None:
    window.session.select(KOLN.id)
    in_the_dialog(CandidatesDialog, lambda dialog: press(dialog, "Place it here"))
    window.actions_.choose_place.trigger()
    placed = window.session.directory.office(KOLN.id).position
    assert placed is not None
    assert (placed.source, placed.confirmed_by) == ("GeoNames", AUTHOR)


def test_a_pin_is_moved_with_the_keys_and_the_ring_of_what_is_not_known_goes(window: MainWindow) -> None:
    window.session.select(TOKYO.id)
    before = place_of(window, TOKYO)
    window.actions_.move_pin.trigger()
    assert window.map.is_moving
    QTest.keyClick(window.map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.map, Qt.Key.Key_Return)
    after = place_of(window, TOKYO)
    assert after[1] > before[1]
    assert after[2] is Precision.MANUAL
    assert not window.map.is_moving


def test_who_is_not_on_the_map_is_one_click_away_with_the_reason(window: MainWindow, qtbot: QtBot) -> None:
    assert window.status.not_on_map == ""
    window.session.save(an_office("Kiosk", city="Xyzzyville"))
    assert window.status.not_on_map == "1 not on the map"
    seen: list[str] = []

    def act(dialog: NotOnMapDialog) -> None:
        qtbot.waitUntil(lambda: dialog.texts()[0] == "1 office is not on the map.")
        seen.extend(dialog.texts())
        dialog.reject()

    in_the_dialog(NotOnMapDialog, act)
    window.status.not_on_map_asked.emit()
    assert seen[1] == "No town called Xyzzyville is known in Germany."


def test_an_office_is_placed_again_by_the_machine_when_a_person_says_so(window: MainWindow) -> None:
    session = window.session
    tokyo = session.directory.office(TOKYO.id)
    session.save(replace(tokyo, position=a_position(1.0, 2.0, precision=Precision.MANUAL)))
    window.session.select(TOKYO.id)
    in_the_dialog(PositionDialog, lambda dialog: press(dialog, "Let the machine place it again"))
    window.actions_.type_coordinates.trigger()
    latitude, longitude, precision = place_of(window, TOKYO)
    assert (round(latitude), round(longitude), precision) == (36, 140, Precision.TOWN)
    assert session.directory.office(TOKYO.id).timezone == "Asia/Tokyo"


def test_an_office_in_an_unknown_town_keeps_its_pin_though_the_machine_is_asked(window: MainWindow) -> None:
    kiosk = an_office("Kiosk", city="Xyzzyville", position=a_position(1.0, 2.0, precision=Precision.MANUAL))
    window.session.save(kiosk)
    window.session.select(kiosk.id)
    in_the_dialog(PositionDialog, lambda dialog: press(dialog, "Let the machine place it again"))
    window.actions_.type_coordinates.trigger()
    assert place_of(window, kiosk) == (1.0, 2.0, Precision.MANUAL)
    assert window.status.notice == "It stays where it is. No town called Xyzzyville is known in Germany."


def test_all_that_are_placed_at_one_go_are_taken_back_at_one_go(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    for office in (BERLIN, KOLN):
        session.save(replace(session.directory.office(office.id), position=None))

    def act(dialog: BatchDialog) -> None:
        qtbot.waitUntil(lambda: dialog.texts() == ["2 offices placed, none is left."])
        press(dialog, "Close")

    in_the_dialog(BatchDialog, act)
    window.actions_.place_all.trigger()
    assert window.status.not_on_map == ""
    window.actions_.undo.trigger()
    assert window.status.not_on_map == "2 not on the map"


def test_place_all_that_is_stopped_can_be_closed_and_keeps_what_was_placed(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.save(replace(session.directory.office(BERLIN.id), position=None))
    said: list[str] = []

    def act(dialog: BatchDialog) -> None:
        press(dialog, "Pause")
        press(dialog, "Stop")
        qtbot.waitUntil(lambda: any(b.text() == "Close" and b.isEnabled() for b in dialog.findChildren(QPushButton)))
        said.extend(dialog.texts())
        press(dialog, "Close")

    in_the_dialog(BatchDialog, act)
    window.actions_.place_all.trigger()
    assert said[0] in ("0 offices placed, 1 office is left.", "1 office placed, none is left.")


def test_the_pin_of_an_office_that_is_nowhere_starts_near_its_town_and_is_not_taken_unmoved(window: MainWindow) -> None:
    session = window.session
    session.save(replace(session.directory.office(BERLIN.id), position=None))
    session.select(BERLIN.id)
    window.actions_.move_pin.trigger()
    QTest.keyClick(window.map, Qt.Key.Key_Return)
    assert session.directory.office(BERLIN.id).position is None
    assert window.map.is_moving
    QTest.keyClick(window.map, Qt.Key.Key_Down)
    QTest.keyClick(window.map, Qt.Key.Key_Return)
    latitude, longitude, precision = place_of(window, BERLIN)
    assert (int(latitude), int(longitude), precision) == (52, 13, Precision.MANUAL)


def test_editing_ends_the_moving_of_a_pin(window: MainWindow) -> None:
    window.session.select(TOKYO.id)
    window.actions_.move_pin.trigger()
    window.actions_.edit.trigger()
    assert not window.map.is_moving


def test_the_editor_says_at_once_that_coordinates_are_in_the_sea(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(WORLD.id)
    window.actions_.edit.trigger()
    edit(window, "coordinates", "7.1, 50.73")
    qtbot.waitUntil(
        lambda: "is at sea; with latitude and longitude swapped" in form_of(window).field("coordinates").doubt
    )
