"""The map under the offices is the one that the settings name."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from directory_app.settings import FROM_FILE, ONLINE, Settings
from directory_app.ui.background import Background
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map_source import MapSource
from tests.geo.tiles.files import write_mbtiles
from tests.ui.map.tiles.drawn import plain

T = TypeVar("T")


class AtOnce(Background):
    """Does all work at once, so that a test sees what is not done, too."""

    def run(
        self, function: Callable[[], T], on_result: Callable[[T], None], on_error: Callable[[Exception], None]
    ) -> None:
        try:
            result = function()
        except Exception as error:
            on_error(error)
        else:
            on_result(result)


@pytest.fixture
def source(window: MainWindow, tmp_path: Path) -> MapSource:
    return MapSource(window, tmp_path / "data", "1.0")


@pytest.fixture
def source_at_once(window: MainWindow, tmp_path: Path) -> MapSource:
    window.background = AtOnce(window)
    return MapSource(window, tmp_path / "data", "1.0")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_mbtiles(tmp_path / "town.mbtiles", {(0, 0, 0): plain("#C01010")}, {"attribution": "© Surveyors"})


def test_a_file_that_somebody_chose_is_shown_and_given_back(
    window: MainWindow, source: MapSource, file: Path, qtbot: QtBot
) -> None:
    built_in = window.map.attribution
    source.use(Settings(map_source=FROM_FILE, tile_file=str(file)))
    qtbot.waitUntil(lambda: "© Surveyors" in window.map.attribution)
    source.use(Settings())
    assert window.map.attribution == built_in


def test_other_settings_do_not_open_the_file_again(window: MainWindow, source_at_once: MapSource, file: Path) -> None:
    source_at_once.use(Settings(map_source=FROM_FILE, tile_file=str(file)))
    assert "© Surveyors" in window.map.attribution
    file.rename(file.with_name("elsewhere.mbtiles"))
    source_at_once.use(Settings(author="Ada", map_source=FROM_FILE, tile_file=str(file)))
    assert window.notice.sentence == ""
    assert "© Surveyors" in window.map.attribution


def test_a_file_that_is_gone_is_told_and_the_map_stays(
    window: MainWindow, source: MapSource, tmp_path: Path, qtbot: QtBot
) -> None:
    built_in = window.map.attribution
    with qtbot.waitSignal(window.session.warned) as told:
        source.use(Settings(map_source=FROM_FILE, tile_file=str(tmp_path / "gone.pmtiles")))
    assert "gone.pmtiles" in told.args[0]
    assert window.map.attribution == built_in


def test_a_file_that_could_not_be_had_is_opened_when_the_settings_name_it_again(
    window: MainWindow, source_at_once: MapSource, file: Path
) -> None:
    chosen = Settings(map_source=FROM_FILE, tile_file=str(file))
    elsewhere = file.rename(file.with_name("elsewhere.mbtiles"))
    source_at_once.use(chosen)
    assert file.name in window.notice.sentence
    elsewhere.rename(file)
    source_at_once.use(chosen)
    assert "© Surveyors" in window.map.attribution


def test_a_server_is_only_shown_once_it_is_switched_on(window: MainWindow, source_at_once: MapSource) -> None:
    built_in = window.map.attribution
    chosen = Settings(
        map_source=ONLINE, tile_url="https://tiles.example.org/{z}/{x}/{y}.png", tile_attribution="© They"
    )
    source_at_once.use(chosen)
    assert window.map.attribution == built_in
