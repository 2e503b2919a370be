"""Undo of what many offices said does not hold the window up."""

from pytestqt.qtbot import QtBot

from directory_app.ui.main_window import MainWindow
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
