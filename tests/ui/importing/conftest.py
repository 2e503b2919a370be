"""The import window over a small real directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from directory_app.exchange.tables.column_memory import ColumnMemory
from directory_app.ui.background import Background
from directory_app.ui.importing.flow import ImportFlow
from directory_app.ui.importing.window import ImportWindow
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import LIGHT


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()
    background.deleteLater()


@pytest.fixture
def memory(tmp_path: Path) -> ColumnMemory:
    return ColumnMemory(tmp_path / "columns.json")


@pytest.fixture
def importing(
    session: DirectorySession, background: Background, memory: ColumnMemory, tmp_path: Path, qtbot: QtBot
) -> ImportWindow:
    flow = ImportFlow(session, background, memory)
    window = ImportWindow(session, flow, tmp_path, LIGHT)
    flow.setParent(window)
    window.imported.connect(session.show_import)
    qtbot.addWidget(window, before_close_func=_forget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _forget(window: ImportWindow) -> None:
    window.flow.close()
    window.hide()  # a hidden window is not left, so it asks nothing
