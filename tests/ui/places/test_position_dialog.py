from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from directory_app.errors import MissingResourceError
from directory_app.model.office import Office
from directory_app.model.place import Point, Precision
from directory_app.ui.places.position_dialog import PositionDialog, PositionTools
from directory_app.ui.places.survey import Surroundings
from directory_app.ui.theme import DARK, LIGHT
from tests.builders import a_position, an_office

BONN = (50.7374, 7.0982)
PLACED = an_office(position=a_position(precision=Precision.MANUAL))


def opened(
    tools: PositionTools, qtbot: QtBot, office: Office, text: str = "", near: Point | None = None
) -> PositionDialog:
    dialog = PositionDialog(office, tools, "ada", LIGHT, near=near)
    qtbot.addWidget(dialog)
    dialog.show()
    if text:
        dialog.type_text(text)
    return dialog


def button(dialog: PositionDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def test_typed_coordinates_become_a_pin_confirmed_by_the_author(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "50°43'09.12\"N 7°07'19.92\"E")
    qtbot.waitUntil(lambda: "2.5 km from Bonn, Germany" in dialog.texts())
    assert "50.71920, 7.12220 · 50°43′09.1″ N, 7°07′19.9″ E" in dialog.texts()
    assert "Read as degrees, minutes and seconds" in dialog.texts()
    button(dialog, "Place it here").click()
    assert dialog.result()
    place = dialog.position
    assert place is not None
    assert place.point == pytest.approx((50.7192, 7.1222))
    assert (place.precision, place.source, place.confirmed_by) == (Precision.MANUAL, "typed", "ada")


def test_swapped_coordinates_are_said_so_and_swapped_by_one_click(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "7.0982, 50.7374")
    qtbot.waitUntil(lambda: bool(dialog.offers()))
    assert "at sea" in dialog.texts()[-1]
    dialog.offers()[0].click()
    qtbot.waitUntil(lambda: "In Bonn, Germany" in dialog.texts())
    assert not dialog.offers()
    assert dialog.position is not None
    assert dialog.position.point == BONN


def test_the_keyboard_reaches_what_is_offered(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "139.69, 35.68")
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    dialog.focusNextChild()
    assert dialog.focusWidget() is dialog.offers()[0]
    QTest.keyClick(dialog.offers()[0], Qt.Key.Key_Space)
    assert dialog.can_save


def test_what_cannot_be_read_is_told_and_cannot_be_saved(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "<b>Bonn</b> & more")
    assert not dialog.can_save
    assert dialog.position is None
    assert len(dialog.texts()) == 1


def test_an_empty_field_asks_for_nothing_and_saves_nothing(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office())
    assert dialog.texts() == []
    assert not dialog.can_save


def test_a_short_plus_code_is_completed_near_the_town(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "P4MC+PQ", near=BONN)
    assert dialog.position is not None
    assert dialog.position.point == pytest.approx((50.7343125, 7.1219375))


def test_a_pin_set_by_hand_can_be_given_back_to_the_machine(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, PLACED)
    assert dialog.can_save
    button(dialog, "Let the machine place it again").click()
    assert dialog.result()
    assert dialog.position is None


def test_a_pin_that_is_only_confirmed_loses_no_digit(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(position=a_position(50.737430123, 7.098206789)))
    assert dialog.position is not None
    assert dialog.position.point == (50.737430123, 7.098206789)


@pytest.mark.parametrize("point", [(float("nan"), 7.1), (95.0, 200.0), (float("inf"), float("-inf"))])
def test_a_position_that_is_no_place_on_earth_is_shown_and_not_saved(
    point: Point, tools: PositionTools, qtbot: QtBot
) -> None:
    dialog = opened(tools, qtbot, an_office(position=a_position(*point)))
    assert not dialog.can_save
    assert dialog.texts()


def test_only_a_pin_set_by_hand_can_be_given_back(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(position=a_position(precision=Precision.TOWN)))
    assert "Let the machine place it again" not in [found.text() for found in dialog.findChildren(QPushButton)]


def test_a_damaged_gazetteer_is_told_in_a_sentence_and_the_pin_can_be_set_all_the_same(
    tools: PositionTools, qtbot: QtBot
) -> None:
    def fails(_: Office, __: Point) -> Surroundings:
        raise MissingResourceError("The gazetteer is missing.")

    dialog = opened(replace(tools, survey=fails), qtbot, an_office(), "50.7374, 7.0982")
    qtbot.waitUntil(lambda: "The gazetteer is missing." in dialog.texts())
    assert dialog.can_save


def test_a_result_that_comes_late_does_not_speak_of_what_is_typed_now(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, an_office(), "7.0982, 50.7374")
    dialog.type_text("50.7374, 7.0982")
    qtbot.waitUntil(lambda: "In Bonn, Germany" in dialog.texts())
    assert not dialog.offers()


def test_the_dialog_fits_a_narrow_window_in_the_dark_too(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = PositionDialog(an_office("x" * 300), tools, "ada", DARK)
    qtbot.addWidget(dialog)
    dialog.type_text("1" * 150)
    dialog.show()
    assert dialog.minimumSizeHint().width() <= 560


def test_the_map_that_comes_with_the_coordinates_has_room(tools: PositionTools, qtbot: QtBot) -> None:
    dialog = opened(tools, qtbot, PLACED, "7.0982, 50.7374")
    qtbot.waitUntil(lambda: bool(dialog.offers()))
    qtbot.waitUntil(lambda: dialog.is_whole)
