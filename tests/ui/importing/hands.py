"""What a person does with the import window, and what is seen of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from directory_app.ui.importing.window import ImportWindow
from directory_app.ui.session import DirectorySession

CSV = """Name;City;Country;Phone;Remark
Oslo Office;Oslo;Norway;+47 23 45 67 89;near the harbour
Lima Office;Lima;Peru;+51 1 2345678;
"""
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_file(folder: Path, text: str = CSV, name: str = "offices.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def until_planned(window: ImportWindow, qtbot: QtBot, act: Callable[[], None]) -> None:
    with qtbot.waitSignal(window.flow.planned):
        act()


def names(session: DirectorySession) -> set[str]:
    return {row.name for row in session.all_offices}


def it_was_done(done: bool) -> None:
    """Fails where something that answers was refused."""
    assert done
