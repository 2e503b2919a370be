"""The map is painted first, then tiles are drawn, then new labels come."""

from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import LIGHT
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.pace import Pace
from directory_app.ui.map.tiles.ground import Ground
from tests.ui.map.tiles.drawn import Pictures

HERE = Camera(0.5372, 0.3279, 5.0, 640.0, 480.0)


def _paint(ground: Ground) -> None:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ground.paint(painter, HERE, 1.0, LIGHT, passing=False)
    painter.end()


def test_no_tile_is_drawn_before_the_map_is_painted(qtbot: QtBot, ground: Ground) -> None:
    pace = Pace(ground, ground)
    pace.painting()
    with qtbot.assertNotEmitted(ground.tile_arrived, wait=100):
        _paint(ground)
    with qtbot.waitSignal(ground.tile_arrived):
        pace.painted()


def test_no_tile_is_drawn_between_a_move_and_the_paint_that_follows(qtbot: QtBot, ground: Ground) -> None:
    pictures = Pictures(lambda at: None)
    ground.show_pictures(pictures)
    pace = Pace(ground, ground)
    pace.moved()
    _paint(ground)
    assert not pictures.closed.wait(0.05)  # without the window's thread doing anything
    assert pictures.asked == []
    pace.painted()
    qtbot.waitUntil(lambda: pictures.asked != [])


def test_a_map_that_is_moved_but_never_painted_gets_its_tiles_all_the_same(qtbot: QtBot, ground: Ground) -> None:
    pace = Pace(ground, ground)
    pace.moved()
    _paint(ground)
    with qtbot.waitSignal(ground.tile_arrived):
        pass
    qtbot.waitUntil(lambda: pace.is_at_rest)


def test_new_labels_wait_for_tiles_and_come_with_the_last(qtbot: QtBot, ground: Ground) -> None:
    pace = Pace(ground, ground)
    ground.hold()
    _paint(ground)
    pace._on_rest()
    assert not pace.is_at_rest
    with qtbot.waitSignal(pace.due, check_params_cb=lambda: not ground.is_waiting):
        pass
    assert pace.is_at_rest


def test_without_tiles_to_wait_for_labels_come_at_once(qtbot: QtBot, ground: Ground) -> None:
    pace = Pace(ground, ground)
    with qtbot.waitSignal(pace.due):
        pace._on_rest()
    assert pace.is_at_rest


def test_labels_do_not_wait_for_ever_for_tiles_that_never_come(qtbot: QtBot, ground: Ground) -> None:
    pictures = Pictures(lambda at: None)
    pictures.go_on.clear()
    ground.show_pictures(pictures)
    pace = Pace(ground, ground)
    pace.moved()
    _paint(ground)
    qtbot.waitUntil(lambda: pace.is_at_rest)
    assert ground.is_waiting
    pictures.go_on.set()


def test_a_map_at_rest_has_all_the_labels_that_it_would_have_if_all_came_at_once(qtbot: QtBot, view: MapView) -> None:
    view.zoom_in()
    view.zoom_in()
    view.repaint()
    few = len(_texts(view))
    qtbot.waitUntil(lambda: view.is_settled)
    view.repaint()
    shown = _texts(view)
    assert len(shown) > few
    view._scene.relabel()
    view.repaint()
    assert _texts(view) == shown


def _texts(view: MapView) -> set[str]:
    return {label.text for label in view._scene._labels or ()}
