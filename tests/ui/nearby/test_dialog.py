"""The dialog that lists what is near."""

from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Event
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from directory_app.directory import Directory
from directory_app.errors import MissingResourceError
from directory_app.geo.candidate import Candidate
from directory_app.geo.near import Near
from directory_app.model.place import Point, Position
from directory_app.model.typed import read_position
from directory_app.ui.background import Background
from directory_app.ui.job import Job
from directory_app.ui.nearby.asking import Asking, Start, start_at
from directory_app.ui.nearby.dialog import NearbyDialog
from directory_app.ui.nearby.near_list import NearList
from directory_app.ui.theme import DARK, LIGHT, Theme
from tests.builders import a_position
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD

NOW = datetime(2026, 6, 1, 22, 5, tzinfo=ZoneInfo("Europe/Berlin"))

Opened = Callable[..., NearbyDialog]


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()
    background.deleteLater()


@pytest.fixture
def asking(directory: Directory) -> Asking:
    return Asking(directory.nearest, directory.places.locate_text, _point)


@pytest.fixture
def opened(asking: Asking, background: Background, qtbot: QtBot) -> Opened:
    def open_(asking: Asking = asking, theme: Theme = LIGHT, miles: bool = False) -> NearbyDialog:
        dialog = NearbyDialog(asking, background, theme, lambda: NOW, miles=miles)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def _point(text: str) -> Point | None:
    position = read_position(text)
    return position.point if position else None


def _nothing_near(position: Position, count: int, leave_out: UUID | None) -> list[Near]:
    return []


def _press_enter(dialog: NearbyDialog) -> None:
    QTest.keyClick(_field(dialog), Qt.Key.Key_Return)


def _field(dialog: NearbyDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


def _shown_buttons(dialog: NearbyDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]


def test_a_town_typed_by_name_lists_the_offices_from_the_nearest_on(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Potsdam, Germany")
    qtbot.waitUntil(lambda: dialog.said() == "From Potsdam, Germany")
    first, *_, last = dialog.texts()
    assert first.startswith("Berlin Office, Berlin · Germany, about 30 km north-east, local time 22:05")
    assert last.startswith("Japan Office, Tokyo · Japan, 8,960 km north-east, local time tomorrow 05:05")
    assert len(dialog.texts()) == 4


def test_enter_chooses_the_office_and_ends_the_dialog(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Yokohama")
    qtbot.waitUntil(lambda: dialog.said().startswith("From Yokohama"))
    with qtbot.waitSignal(dialog.office_chosen) as chosen:
        _press_enter(dialog)
    assert chosen.args == [TOKYO.id]
    assert not dialog.isVisible()


def test_the_arrows_move_in_the_list_while_a_place_is_typed(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Yokohama")
    qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(_field(dialog), key)
    with qtbot.waitSignal(dialog.office_chosen) as chosen:
        _press_enter(dialog)
    assert chosen.args == [[TOKYO.id, BERLIN.id, KOLN.id, WORLD.id][2]]


def test_several_towns_of_the_name_are_offered_and_the_chosen_one_is_measured_from(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.type_place("Springfield")
    qtbot.waitUntil(lambda: dialog.said() == "Which of these is meant?")
    places = dialog.texts()
    assert len(places) > 3 and any("Illinois" in place for place in places)
    assert "Measure from here" in _shown_buttons(dialog)
    QTest.keyClick(_field(dialog), Qt.Key.Key_Down)
    _press_enter(dialog)
    qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
    assert places[1].startswith(dialog.said().removeprefix("From "))
    assert "Show office" in _shown_buttons(dialog)


def test_smaller_places_of_the_name_are_one_click_away(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Paris")
    qtbot.waitUntil(lambda: dialog.said() == "From Paris, France")
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Another place of this name").click()
    assert dialog.said() == "Which of these is meant?"
    assert any("Texas" in place for place in dialog.texts())


def test_a_country_is_measured_from_its_capital_and_says_so(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Nepal")
    qtbot.waitUntil(lambda: dialog.said() == "From Nepal, measured from its capital")


def test_coordinates_are_a_place_too(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("52.52, 13.4")
    qtbot.waitUntil(lambda: dialog.said() == "From 52.5200, 13.4000")
    assert dialog.texts()[0] == "Berlin Office, Berlin · Germany, within 8 km, local time 22:05"


def test_from_an_office_it_is_not_its_own_neighbour(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.measure_from(Start(a_position(), "World Secretariat", leave_out=WORLD.id))
    qtbot.waitUntil(lambda: dialog.said() == "From World Secretariat")
    assert len(dialog.texts()) == 3
    assert dialog.texts()[0].startswith("Köln Office")


def test_as_many_as_asked_for_are_listed_besides_the_office_itself(directory: Directory, asking: Asking) -> None:
    start = Start(a_position(), "World Secretariat", leave_out=WORLD.id)
    assert [near.office.id for near in asking.around(start, 2).offices] == [KOLN.id, BERLIN.id]


def test_of_two_offices_placed_by_one_town_no_distance_is_pretended(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.measure_from(Start(a_position(52.52, 13.4), "another office in Berlin"))
    qtbot.waitUntil(lambda: dialog.said().startswith("From"))
    assert dialog.texts()[0] == "Berlin Office, Berlin · Germany, same town, local time 22:05"


def test_a_point_of_the_map_is_called_by_its_coordinates(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.measure_from(start_at((35.0, 139.0)))
    qtbot.waitUntil(lambda: dialog.said() == "From 35.0000, 139.0000")
    assert dialog.texts()[0].startswith("Japan Office")


def test_distances_are_in_miles_where_people_use_them(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(miles=True)
    dialog.type_place("Potsdam, Germany")
    qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
    assert "about 15 mi north-east" in dialog.texts()[0]


def test_how_many_are_listed_can_be_chosen(opened: Opened, qtbot: QtBot) -> None:
    asked: list[int] = []

    def nearest(position: Position, count: int, leave_out: UUID | None) -> list[Near]:
        asked.append(count)
        return []

    dialog = opened(Asking(nearest, lambda text: [], _point))
    dialog.measure_from(start_at((35.0, 139.0)))
    qtbot.waitUntil(lambda: asked == [10])
    qtbot.waitUntil(lambda: dialog.said() == "No office is on the map yet.")
    dialog.findChildren(QComboBox)[0].setCurrentIndex(2)
    qtbot.waitUntil(lambda: asked == [10, 25])


def test_an_unknown_place_says_what_to_try_and_nothing_can_be_chosen(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    assert dialog.said() == "Type a town, or coordinates, to see the offices nearest to it."
    dialog.type_place("Zzyzzxqq <b>&amp;")
    qtbot.waitUntil(lambda: "“Zzyzzxqq <b>&amp;”" in dialog.said())
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Show office")
    assert not button.isEnabled()
    _press_enter(dialog)
    assert dialog.isVisible()


@pytest.mark.parametrize("text", ["\0", "९" * 3000, "🇳🇵", "<img src=x>", "ירושלים", "  ", "%", "1e999, nan", "91, 0"])
def test_odd_texts_are_answered(opened: Opened, qtbot: QtBot, text: str) -> None:
    dialog = opened()
    dialog.type_place(text)
    dialog.type_place(f"{text} Potsdam, Germany")
    dialog.type_place("Potsdam, Germany")
    qtbot.waitUntil(lambda: dialog.said() == "From Potsdam, Germany")
    dialog.type_place(text)
    qtbot.waitUntil(lambda: dialog.said() != "From Potsdam, Germany")


def test_a_late_answer_to_an_earlier_question_is_dropped(
    asking: Asking, opened: Opened, background: Background, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.type_place("Yokohama")
    dialog.type_place("Potsdam, Germany")
    _press_enter(dialog)
    assert dialog.isVisible(), "nothing is chosen from a list that answers another question"
    qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
    assert dialog.said() == "From Potsdam, Germany"
    dialog.type_place("Yokohama")
    dialog.reject()


def test_a_gazetteer_that_is_missing_is_said_in_a_sentence(opened: Opened, qtbot: QtBot) -> None:
    def missing(text: str) -> list[Candidate]:
        raise MissingResourceError("The file of towns is missing. Install the program again.")

    dialog = opened(Asking(_nothing_near, missing, _point))
    dialog.type_place("Bonn")
    qtbot.waitUntil(lambda: dialog.said() == "The file of towns is missing. Install the program again.")


def test_an_answer_may_come_when_the_dialog_is_gone(background: Background, qtbot: QtBot) -> None:
    gate = Event()

    def slow(text: str) -> list[Candidate]:
        gate.wait(5)
        return []

    dialog = NearbyDialog(Asking(_nothing_near, slow, _point), background, LIGHT, lambda: NOW)
    dialog.show()
    dialog.type_place("Bonn")
    dialog.reject()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    del dialog
    gate.set()
    qtbot.waitUntil(lambda: not background.findChildren(Job))


def test_a_bug_ends_the_wait_and_gets_its_report(opened: Opened, qtbot: QtBot) -> None:
    def broken(text: str) -> list[Candidate]:
        raise RuntimeError(text)

    dialog = opened(Asking(_nothing_near, broken, _point))
    with qtbot.captureExceptions() as reported:
        dialog.type_place("Bonn")
        qtbot.waitUntil(lambda: "made a mistake" in dialog.said())
    assert [kind for kind, *_ in reported] == [RuntimeError]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_it_is_painted_in_both_themes_with_offices_and_with_places(opened: Opened, qtbot: QtBot, theme: Theme) -> None:
    pictures = []
    dialog = opened(theme=theme)
    for text in ("", "Springfield", "Yokohama"):
        dialog.type_place(text)
        qtbot.waitUntil(lambda wanted=bool(text): bool(dialog.texts()) is wanted)  # type: ignore[misc]
        pictures.append(_bytes(dialog.grab()))
    assert len(set(pictures)) == 3


def _bytes(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().constBits())


def test_the_list_has_room_and_is_scrolled_by_itself_alone(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.type_place("Potsdam, Germany")
    qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
    qtbot.waitUntil(lambda: dialog.is_whole)
    rows = dialog.findChildren(NearList)[0]
    assert rows.height() > 5 * rows.sizeHintForRow(0)
