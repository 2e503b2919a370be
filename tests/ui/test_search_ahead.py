"""Among many offices a search never keeps the window waiting: it is made ready in the background."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.directory import Directory
from directory_app.ui.main_window import MainWindow
from directory_app.ui.search_ahead import make_ready
from tests.builders import an_office
from tests.directories import a_directory
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD

MANY = 1_001


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    others = [an_office(f"Branch {number}") for number in range(MANY)]
    with a_directory(empty_database, tmp_path, [WORLD, BERLIN, KOLN, TOKYO, *others]) as directory:
        yield directory


def test_what_is_typed_first_is_answered_later_and_the_last_of_it_counts(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.top_bar.search, "ja")
    assert window.session.is_search_awaited
    assert len(window.session.shown.offices) == MANY + 4
    assert window.status.counts == "Searching…"
    QTest.keyClicks(window.top_bar.search, "pan off")
    qtbot.waitUntil(lambda: not window.session.is_search_awaited)
    assert [row.id for row in window.session.shown.offices] == [TOKYO.id]
    assert window.status.counts.startswith("1 of 1,005 offices")


def test_enter_takes_nothing_that_was_not_looked_for(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "ja")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.session.selected is None


def test_a_search_that_is_taken_back_is_not_answered(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.top_bar.search, "ja")
    window.top_bar.clear()
    assert not window.session.is_search_awaited
    qtbot.waitUntil(lambda: window.session.can_search)
    assert window.session.shown.query == ""
    assert window.status.counts.startswith("1,005 offices")


def test_one_that_is_ready_follows_each_key_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.search_ahead.make_ready()
    qtbot.waitUntil(lambda: window.session.can_search)
    QTest.keyClicks(window.top_bar.search, "japan")
    assert [row.id for row in window.session.shown.offices] == [TOKYO.id]


def test_it_follows_what_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    window.search_ahead.make_ready()
    qtbot.waitUntil(lambda: window.session.can_search)
    QTest.keyClicks(window.top_bar.search, "quartermaster")
    assert window.session.save(replace(window.session.directory.office(KOLN.id), name="Quartermaster"))
    assert [row.id for row in window.session.shown.offices] == [KOLN.id]


def test_what_another_program_wrote_is_looked_for_anew(
    window: MainWindow, directory: Directory, empty_database: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.search_ahead.make_ready()
    qtbot.waitUntil(lambda: window.session.can_search)
    QTest.keyClicks(window.top_bar.search, "quartermaster")
    other = Directory(directory.path, directory._open_store, directory._clock, directory.places, Path())
    other.save(replace(directory.office(KOLN.id), name="Quartermaster"), "Bob")
    window.session.refresh()
    qtbot.waitUntil(lambda: [row.id for row in window.session.shown.offices] == [KOLN.id])


def test_the_end_stops_it(directory: Directory) -> None:
    closing = Event()
    closing.set()
    make_ready(directory, closing)
    assert not directory.is_search_ready
