import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from directory_app.geo.tiles.files import open_tile_file
from directory_app.geo.tiles.pictures import TilePictures
from directory_app.ui.background import Background
from directory_app.ui.map.tiles.choice import PictureChoice
from tests.geo.tiles.files import write_pmtiles
from tests.ui.map.tiles.drawn import Pictures


class Map(QObject):
    """Notes what it is given to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[TilePictures | None] = []

    def show_pictures(self, pictures: TilePictures | None) -> None:
        self.shown.append(pictures)


def test_a_file_is_opened_off_the_thread_of_the_window_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "town.pmtiles", {(0, 0, 0): b"world"})
    threads: list[int] = []

    def opened() -> TilePictures:
        threads.append(threading.get_ident())
        return open_tile_file(path)

    background, view = Background(), Map()
    choice = PictureChoice(view.show_pictures, background)
    choice.choose(opened)
    assert view.shown == []
    qtbot.waitUntil(lambda: len(view.shown) == 1)
    assert threads != [threading.get_ident()]
    assert view.shown[0] is not None
    assert view.shown[0].about.attribution == "© the surveyors"
    view.shown[0].close()
    background.stop()


def test_what_cannot_be_opened_is_told_and_the_map_stays(qtbot: QtBot, tmp_path: Path) -> None:
    background, view = Background(), Map()
    choice = PictureChoice(view.show_pictures, background)
    with qtbot.waitSignal(choice.failed) as blocker:
        choice.choose(partial(open_tile_file, tmp_path / "gone.mbtiles"))
    assert blocker.args is not None
    assert "gone.mbtiles" in blocker.args[0]
    assert view.shown == []
    background.stop()


def test_what_was_chosen_last_is_shown_though_something_else_opens_later(qtbot: QtBot) -> None:
    slow, go_on = Pictures(lambda at: None), threading.Event()

    def opened() -> TilePictures:
        assert go_on.wait(10.0)
        return slow

    background, view = Background(), Map()
    choice = PictureChoice(view.show_pictures, background)
    choice.choose(opened)
    choice.choose(None)
    go_on.set()
    qtbot.waitUntil(slow.closed.is_set)
    assert view.shown == [None]
    background.stop()
