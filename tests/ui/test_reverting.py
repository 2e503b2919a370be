"""Undo of what many offices said does not hold the window up."""

import pytest
from pytestqt.qtbot import QtBot

from directory_app.errors import DatabaseError
from directory_app.model.undo import UndoStack
from directory_app.ui.background import Background
from directory_app.ui.main_window import MainWindow
from directory_app.ui.reverting import Reverter
from directory_app.ui.session import DirectorySession
from tests.builders import an_office


def test_a_large_import_is_taken_back_and_done_again_in_the_background(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.show_import(session.write_import([an_office(f"Office {number}") for number in range(300)]))
    assert len(session.all_offices) == 304
    window.actions_.undo.trigger()
    assert window.status.notice.startswith("Taking back")
    window.actions_.undo.trigger()
    assert window.status.notice == "The last step is still being taken back."
    qtbot.waitUntil(lambda: len(session.all_offices) == 4, timeout=20_000)
    assert window.status.notice == "Undone: 300 offices"
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: len(session.all_offices) == 304, timeout=20_000)


def test_a_database_that_cannot_be_read_is_told_in_a_sentence(
    session: DirectorySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked() -> UndoStack:
        raise DatabaseError("The database is locked.")

    told: list[str] = []
    session.failed.connect(told.append)
    monkeypatch.setattr(session.directory, "undo_stack", locked)
    reverter = Reverter(session, Background(session), session)
    reverter.undo()
    reverter.redo()
    assert told == ["The database is locked."] * 2
