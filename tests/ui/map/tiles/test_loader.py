import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from directory_app.ui.map.colours import LIGHT, MapColours
from directory_app.ui.map.tiles.gate import Gate
from directory_app.ui.map.tiles.loader import TileLoader
from directory_app.ui.map.tiles.tile import Layer, Tile


def _tile(x: int) -> Tile:
    return Tile(Layer(5, 256, LIGHT), x, 0)


def _image(side: int = 16) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


class SlowSource:
    """Draws a tile only when told to, and says in which thread."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.drawn: list[tuple[int, int]] = []
        self.began = threading.Event()
        self.has_drawn_three = threading.Event()

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        self.began.set()
        self.go_on.wait(10.0)
        self.drawn.append((x, threading.get_ident()))
        if len(self.drawn) == 3:
            self.has_drawn_three.set()
        return _image()

    def close(self) -> None:
        self.go_on.set()


def test_tiles_arrive_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner, Gate())
    source.go_on.set()
    arrived: list[int] = []

    class Receiver(QObject):
        def on_tile(self, tile: Tile, image: QImage) -> None:
            arrived.append(threading.get_ident())

    receiver = Receiver()
    loader.tile_loaded.connect(receiver.on_tile)
    loader.want([_tile(x) for x in range(5)])
    qtbot.waitUntil(lambda: len(arrived) == 5)
    assert set(arrived) == {threading.get_ident()}
    assert threading.get_ident() not in {thread for _, thread in source.drawn}
    assert {x for x, _ in source.drawn} == set(range(5))
    delete(owner)


def test_tiles_nobody_wants_any_more_are_not_drawn(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner, Gate())
    loader.want([_tile(x) for x in range(50)])
    assert source.began.wait(10.0)
    loader.want([_tile(99)])
    with qtbot.waitSignals([loader.tile_loaded] * 2):
        source.go_on.set()
    loader.stop()
    assert 99 in {x for x, _ in source.drawn}
    assert len(source.drawn) <= 4


def test_a_tile_that_is_on_its_way_is_not_drawn_again(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner, Gate())
    source.go_on.set()
    with qtbot.waitSignals([loader.tile_loaded] * 3):
        loader.want([_tile(x) for x in range(3)])
        assert source.has_drawn_three.wait(10.0)  # without the window's thread taking any
        loader.want([_tile(x) for x in range(3)])
    loader.stop()
    assert sorted(x for x, _ in source.drawn) == [0, 1, 2]
    delete(owner)


def test_a_source_that_fails_leaves_the_others_alone(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    class Failing(SlowSource):
        def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
            if x == 0:
                raise OSError("unreadable")
            return _image()

    owner = QObject()
    loader = TileLoader(Failing(), owner, Gate())
    with qtbot.waitSignal(loader.tile_loaded) as blocker:
        loader.want([_tile(0), _tile(1)])
    loader.stop()
    assert blocker.args is not None
    assert blocker.args[0] == _tile(1)
    assert "Tile 5/0/0" in caplog.text


def test_no_thread_outlives_the_owner(qtbot: QtBot) -> None:
    owner, source = QObject(), SlowSource()
    loader = TileLoader(source, owner, Gate())
    loader.want([_tile(x) for x in range(20)])
    assert source.began.wait(10.0)
    delete(owner)  # closes the source, which lets the tile under way go
    assert len(source.drawn) == 1


def test_nothing_is_begun_before_the_gate_is_open(qtbot: QtBot) -> None:
    owner, source, gate = QObject(), SlowSource(), Gate()
    loader = TileLoader(source, owner, gate)
    source.go_on.set()
    gate.close()
    loader.want([_tile(0)])
    assert not source.began.wait(0.05)
    with qtbot.waitSignal(loader.tile_loaded):
        gate.open()
    delete(owner)


@pytest.mark.parametrize("end", ["stop", "retire", "deleteLater"])
def test_a_closed_gate_keeps_nothing_from_its_end(end: str, qtbot: QtBot) -> None:
    owner, source, gate = QObject(), SlowSource(), Gate()
    loader = TileLoader(source, owner, gate, 2)
    gate.close()
    loader.want([_tile(x) for x in range(5)])
    getattr(loader, end)()
    qtbot.waitUntil(lambda: not loader.is_running)
    assert source.go_on.is_set()
    assert source.drawn == []
    delete(owner)


def test_nothing_of_qt_is_left_for_another_thread_to_destroy(qtbot: QtBot) -> None:
    """Python's collector runs in whichever thread fills the memory; what lies in a cycle is destroyed there."""
    owner = QObject()
    loader = TileLoader(SlowSource(), owner, Gate())
    left = [thing for thing in vars(loader._workers).values() if isinstance(thing, QObject)]
    assert len(left) == 2
    delete(owner)
    assert not any(map(isValid, left))


_DRAWS_IN_DARK = """
from enum import EnumType
from PySide6.QtGui import QImage
from tests.ui.map.tiles.drawn import Pictures, plain
from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.ui.map.colours import DARK
from directory_app.ui.map.tiles.base_source import BaseMapSource
from directory_app.ui.map.tiles.picture_source import PictureSource

made, make = [], EnumType._create_
def noted(cls, name, *others, **named):
    made.append(name)
    return make(cls, name, *others, **named)
EnumType._create_ = noted
base = BaseMapSource(BaseMap(bundled("resources", "base_map", "base_map.bin")))
PictureSource(Pictures(lambda at: plain("#c01010")), base).tile(1, 0, 0, 1.5, DARK)
base.tile(1, 0, 0, 1.5, DARK)
print(*made)
"""


def test_drawing_makes_no_enum_of_qt_as_two_threads_at_once_would_crash_there() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    drawn = subprocess.run([sys.executable, "-c", _DRAWS_IN_DARK], env=environment, capture_output=True, text=True)
    assert (drawn.returncode, drawn.stdout.strip(), drawn.stderr) == (0, "", "")
