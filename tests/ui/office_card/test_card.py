"""What the card learns in the background and says in its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from directory_app.model.address import PostalAddress
from directory_app.model.ignoring import ignored
from directory_app.model.office import Office
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.line_row import LineRow
from directory_app.ui.office_list.list_pane import ListPane
from directory_app.ui.plain_text import PlainLabel
from tests.builders import a_position
from tests.directories import AUTHOR
from tests.ui.conftest import BERLIN, TOKYO


def saved(window: MainWindow, office: Office, **values: object) -> Office:
    """Saves other values of an office behind the window, which then reads them."""
    directory = window.session.directory
    stored = replace(directory.office(office.id), **values)  # type: ignore[arg-type]
    directory.save(stored, AUTHOR)
    window.session.load()
    return directory.office(office.id)


def doubts_of_place(window: MainWindow) -> list[str]:
    row = next(row for row in window.card.findChildren(LineRow) if row.line.icon == "pin")
    return [label.text() for label in row.findChildren(PlainLabel)][2:]


def button(window: MainWindow, text: str) -> QPushButton | None:
    return next((b for b in window.card.findChildren(QPushButton) if b.text() == text), None)


def test_a_doubtful_position_is_told_as_the_checks_tell_it_and_mended_by_one_button(
    window: MainWindow, qtbot: QtBot
) -> None:
    saved(window, BERLIN, position=a_position(13.405, longitude=52.52))
    window.session.select(BERLIN.id)
    qtbot.waitUntil(lambda: button(window, "Swap the coordinates") is not None)
    (finding,) = window.session.position_findings(window.session.directory.office(BERLIN.id))
    assert doubts_of_place(window) == [finding.message]
    swap = button(window, "Swap the coordinates")
    assert swap is not None
    swap.click()
    place = window.session.directory.office(BERLIN.id).position
    assert place is not None
    assert place.point == (52.52, 13.405)
    assert doubts_of_place(window) == []


def test_a_position_that_somebody_lets_stand_is_not_doubted(window: MainWindow, qtbot: QtBot) -> None:
    office = saved(window, BERLIN, position=a_position(13.405, longitude=52.52))
    (finding,) = window.session.position_findings(office)
    saved(window, BERLIN, ignored=ignored(office, finding, "It is a ship").ignored)
    window.session.select(BERLIN.id)
    with qtbot.waitCallback() as asked:  # behind the card's own question
        window.background.run(lambda: None, asked, asked)
    assert doubts_of_place(window) == []


def test_an_office_far_from_its_town_is_placed_there_by_its_button(window: MainWindow, qtbot: QtBot) -> None:
    address = PostalAddress(city="Berlin", country="DE")
    saved(window, BERLIN, address=address, position=a_position(48.14, longitude=11.58))
    window.session.select(BERLIN.id)
    qtbot.waitUntil(lambda: button(window, "Place in Berlin") is not None)
    place_in = button(window, "Place in Berlin")
    assert place_in is not None
    place_in.click()
    place = window.session.directory.office(BERLIN.id).position
    assert place is not None
    assert place.latitude == pytest.approx(52.5, abs=0.2)


def test_the_time_at_which_a_closed_office_opens_is_told_on_ones_own_clock_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    saved(window, TOKYO, opening_hours="Mo-Fr 09:00-17:00")
    window.session.select(TOKYO.id)
    qtbot.waitUntil(lambda: "opens tomorrow 09:00, 02:00 for you" in window.card.texts())


def test_an_open_office_has_a_dot_in_the_list_once_that_is_known(window: MainWindow, qtbot: QtBot) -> None:
    before = _accent_pixels(window.office_list, BERLIN)
    saved(window, BERLIN, opening_hours="Mo-Fr 09:00-17:00")
    saved(window, TOKYO, opening_hours="Mo-Fr 09:00-17:00")
    closed = _accent_pixels(window.office_list, TOKYO)
    qtbot.waitUntil(lambda: _accent_pixels(window.office_list, BERLIN) > before + 10)
    assert _accent_pixels(window.office_list, TOKYO) == closed


def _accent_pixels(pane: ListPane, office: Office) -> int:
    """Returns how many pixels at the end of an office's row are as green as a dot."""
    view = pane._view
    area = view.visualRect(pane._model.index_of(office.id))
    picture = view.viewport().grab(area).toImage()
    points = (QPoint(x, y) for x in range(picture.width() // 2, picture.width()) for y in range(picture.height()))
    colours = (picture.pixelColor(point) for point in points)
    return sum(colour.green() - colour.red() > 60 for colour in colours)
