"""What is around an office: the nearest others, when to call it, and which countries it serves."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from directory_app.model.office import Status
from directory_app.ui.calls.dialog import CallDialog
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map.corners.legend import Legend
from directory_app.ui.nearby.dialog import NearbyDialog
from directory_app.ui.plain_text import PlainLabel
from tests.ui.conftest import BERLIN, TOKYO, WORLD
from tests.ui.hands import in_the_dialog


def test_the_offices_nearest_to_the_chosen_one_are_listed_without_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(BERLIN.id)
    seen: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 3)
        seen.extend(dialog.texts())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.actions_.nearest.trigger()
    assert sorted(text.partition(",")[0] for text in seen) == ["Japan Office", "Köln Office", "World Secretariat"]
    assert seen[2].startswith("Japan Office")


def test_from_an_office_that_is_not_on_the_map_it_is_measured_from_its_town(window: MainWindow, qtbot: QtBot) -> None:
    berlin = window.session.directory.office(BERLIN.id)
    window.session.save(replace(berlin, position=None))
    window.session.select(BERLIN.id)
    said: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 3)
        said.append(dialog.said())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.actions_.nearest.trigger()
    assert "Berlin, Germany" in said[0]


def test_near_a_country_that_was_searched_for_in_vain_are_the_offices_around_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.select(BERLIN.id)
    window.session.ask("Bolivia")
    said: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
        said.append(dialog.said())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.actions_.nearest.trigger()
    assert said == ["From Bolivia, measured from its capital"]


def test_what_is_near_a_clicked_point_is_listed(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.texts()) == 4)
        seen.extend(dialog.texts())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.map.nearest_asked.emit(35.0, 139.0)
    assert "Japan Office" in seen[0]


def test_the_call_helper_opens_with_the_chosen_office(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(TOKYO.id)
    opened: list[bool] = []

    def act(dialog: CallDialog) -> None:
        opened.append(True)
        dialog.reject()

    in_the_dialog(CallDialog, act)
    window.actions_.call.trigger()
    assert opened == [True]


def test_countries_have_the_colour_of_the_office_in_charge_until_that_is_switched_off(window: MainWindow) -> None:
    plain = window.map.grab().toImage()
    window.actions_.coverage.trigger()
    assert window.map.grab().toImage() != plain
    window.actions_.coverage.trigger()
    assert window.actions_.coverage.isChecked() is False


def test_the_legend_names_each_office_once_and_a_row_of_it_chooses_the_office(window: MainWindow) -> None:
    session = window.session
    session.save(replace(session.directory.office(TOKYO.id), covers=("NP", "BT")))
    window.actions_.coverage.trigger()
    (legend,) = window.map.findChildren(Legend)
    assert legend.isVisible()
    said = legend.texts()
    assert "Japan Office. Serves 3 countries: Bhutan, Japan, Nepal." in said
    assert len(said) == 2, "Germany has the colour of one office only"
    window.map.legend_chosen.emit(TOKYO.id)
    assert session.selected == TOKYO.id
    session.save(replace(session.directory.office(TOKYO.id), covers=()))
    assert "Japan Office. Serves Japan." in legend.texts()
    window.actions_.coverage.trigger()
    assert not legend.isVisible()


def test_a_click_on_a_country_chooses_who_serves_it_while_the_map_is_about_that(window: MainWindow) -> None:
    session = window.session
    session.save(replace(session.directory.office(TOKYO.id), covers=("NP",)))
    window.map.place_clicked.emit(28.2, 84.0)
    assert session.selected is None
    window.actions_.coverage.trigger()
    window.map.place_clicked.emit(28.2, 84.0)
    assert window.card.office is not None
    assert (window.card.office.id, window.status.notice) == (TOKYO.id, "Nepal: served by Japan Office.")
    window.map.place_clicked.emit(46.9, 2.3)
    assert window.status.notice == "No office says that it serves France."
    window.map.place_clicked.emit(0.0, -30.0)
    assert window.status.notice == "No office says that it serves France."


def test_the_card_says_when_an_office_opens_and_whom_it_serves(window: MainWindow, qtbot: QtBot) -> None:
    directory = window.session.directory
    window.session.save(replace(directory.office(WORLD.id), opening_hours="Mo-Fr 09:00-17:00", covers=("NP", "BT")))
    window.session.select(WORLD.id)
    qtbot.waitUntil(lambda: "open until 17:00" in window.card.texts())
    assert "Open Monday to Friday 9:00 to 17:00" in window.card.texts()
    assert "Nepal, Bhutan" in window.card.texts()
    window.session.ask("nepal")
    assert [row.name for row in window.session.shown.offices] == ["World Secretariat"]


def test_a_closed_office_is_never_open(window: MainWindow, qtbot: QtBot) -> None:
    closed = replace(window.session.directory.office(WORLD.id), opening_hours="24/7", status=Status.CLOSED)
    window.session.save(closed)
    window.session.select(WORLD.id)
    asked: list[bool] = []
    wrong: list[Exception] = []
    window.background.run(bool, asked.append, wrong.append)
    qtbot.waitUntil(lambda: asked == [False])
    assert "This office is closed." in window.card.texts()
    assert not any(text.startswith("open") for text in window.card.texts())


@pytest.mark.parametrize(("text", "word"), [("https://maps.app.goo.gl/abc", "browser"), ("91, 200", "latitude")])
def test_what_can_only_be_coordinates_and_is_none_is_told_so(
    window: MainWindow, qtbot: QtBot, text: str, word: str
) -> None:
    said: list[str] = []

    def act(dialog: NearbyDialog) -> None:
        dialog.type_place(text)
        qtbot.waitUntil(lambda: "Type a town" not in dialog.said() and bool(dialog.said()))
        said.append(dialog.said())
        dialog.reject()

    in_the_dialog(NearbyDialog, act)
    window.actions_.nearest.trigger()
    assert word in said[0]


def test_a_country_that_nobody_serves_is_told_so(window: MainWindow) -> None:
    window.session.ask("Bhutan")
    assert window.session.shown.offices == ()
    texts = [label.text() for label in window.office_list.findChildren(PlainLabel)]
    assert any(text.startswith("No office says that it serves Bhutan.") for text in texts)
