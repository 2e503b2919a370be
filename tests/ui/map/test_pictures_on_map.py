from pytestqt.qtbot import QtBot

from directory_app.ui.map.camera import MAX_ZOOM
from directory_app.ui.map.map_view import MapView
from tests.ui.map.tiles.drawn import Pictures, plain

RED = "#C01010"


def _zoom_in(view: MapView, times: int) -> float:
    for _ in range(times):
        view.zoom_in()
    return view.camera.zoom


def test_the_map_goes_as_deep_as_its_pictures_and_comes_back_without_them(qtbot: QtBot, view: MapView) -> None:
    assert _zoom_in(view, 20) == MAX_ZOOM
    view.show_pictures(Pictures(lambda at: plain(RED), (0, 16)))
    assert _zoom_in(view, 20) == 18.0
    place = view.camera.x, view.camera.y
    view.show_pictures(None)
    assert view.camera.zoom == MAX_ZOOM
    assert (view.camera.x, view.camera.y) == place


def test_the_map_shows_pictures_and_thanks_whoever_drew_them(qtbot: QtBot, view: MapView) -> None:
    view.show_pictures(Pictures(lambda at: plain(RED)))
    assert view.attribution.startswith("© Surveyors · ")
    qtbot.waitUntil(lambda: view.is_settled and view.grab().toImage().pixelColor(20, 300).name().upper() == RED)
    view.show_pictures(None)
    assert "Surveyors" not in view.attribution


def _places(view: MapView) -> set[str]:
    view.grab()
    return {label.text for label in view.still().labels if not label.style.is_office}


def test_pictures_name_places_themselves_but_in_their_absence_the_map_does(qtbot: QtBot, view: MapView) -> None:
    names = _places(view)
    assert names
    pictures = Pictures(lambda at: plain(RED))
    view.show_pictures(pictures)
    assert _places(view) == set()
    view.colour_countries({"DE": 0})
    assert _places(view) == names
    view.colour_countries(None)
    assert _places(view) == set()
    broken = Pictures(lambda at: plain(RED))
    broken.trouble = "The line is down."
    view.show_pictures(broken)
    qtbot.waitUntil(lambda: _places(view) == names)


def test_pictures_that_cannot_be_had_are_told_of_once(qtbot: QtBot, view: MapView) -> None:
    sentences: list[str] = []
    view.pictures_failed.connect(sentences.append)
    pictures = Pictures(lambda at: plain(RED))
    pictures.trouble = "The disk is gone."
    view.show_pictures(pictures)
    qtbot.waitUntil(lambda: sentences != [] and view.is_settled)
    assert sentences == ["The disk is gone."]
