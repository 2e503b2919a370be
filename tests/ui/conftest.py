"""Windows over small real directories."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from directory_app.bundled import bundled
from directory_app.directory import Directory
from directory_app.geo.base_map import BaseMap
from directory_app.geo.map_names import MapNames
from directory_app.model.office import Email, Kind, Person
from directory_app.settings import Settings
from directory_app.ui.commands import Commands
from directory_app.ui.icons import Icons
from directory_app.ui.main_window import MainWindow
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import LIGHT
from tests.builders import a_phone, a_position, an_office
from tests.directories import AUTHOR, a_directory

NOW = datetime(2026, 6, 1, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))

WORLD = an_office(
    "World Secretariat",
    kind=Kind.WORLD_SECRETARIAT,
    region="World",
    position=a_position(),
    timezone="Europe/Berlin",
    phones=(a_phone("+4922897629900"),),
    emails=(Email("world@example.org", "General inquiries"),),
    websites=("www.example.org",),
    people=(Person("Ada Lovelace", "President"),),
    aliases=("Weltsekretariat",),
)
BERLIN = an_office("Berlin Office", city="Berlin", position=a_position(52.52, 13.4), timezone="Europe/Berlin")
KOLN = an_office("Köln Office", city="Köln", position=a_position(50.94, 6.96), timezone="Europe/Berlin")
TOKYO = an_office(
    "Japan Office",
    city="Tokyo",
    country="JP",
    region="East Asia",
    position=a_position(35.68, 139.69),
    timezone="Asia/Tokyo",
    aliases=("東京",),
    phones=(a_phone("+81362058415"),),
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Whatever is tested here needs an application, in whichever order tests run."""
    return qapp


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    with a_directory(empty_database, tmp_path, [WORLD, BERLIN, KOLN, TOKYO]) as directory:
        yield directory


@pytest.fixture
def session(directory: Directory, qapp: QApplication) -> DirectorySession:
    session = DirectorySession(directory, AUTHOR)
    session.load()
    return session


@pytest.fixture(scope="session")
def icons() -> Icons:
    return Icons(bundled("resources", "icons"))


@pytest.fixture
def window(session: DirectorySession, icons: Icons, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    names = MapNames(bundled("resources", "map_names", "map_names.bin"))
    base_map = BaseMap(bundled("resources", "base_map", "base_map.bin"), names)
    settings = Settings(author=AUTHOR, my_country="DE")
    window = MainWindow(session, base_map, icons, LIGHT, settings, lambda: NOW)
    window.commands = Commands(window, "offices.sqlite", tmp_path / "columns.json", "light", lambda: NOW, lambda: None)  # type: ignore[attr-defined]
    qtbot.addWidget(window, before_close_func=_forget_what_is_typed)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _forget_what_is_typed(window: MainWindow) -> None:
    window.editor.edit(None)
    window.editor.leave()
