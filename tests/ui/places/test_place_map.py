"""The map of the places that may be meant."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.geo.base_map import BaseMap
from directory_app.geo.projection import to_world
from directory_app.model.place import Precision
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.places.extent import country_extent
from directory_app.ui.places.pin_layout import RADIUS
from directory_app.ui.places.place_map import PlaceMap, PlaceMark
from directory_app.ui.theme import DARK, LIGHT

BONN = (50.7192, 7.1222)
NEXT_DOOR = PlaceMark("12", (50.7193, 7.1230), "2", precision=Precision.STREET)
THERE = PlaceMark("11", BONN, "1", precision=Precision.STREET)
NOW = PlaceMark("where it is now", (50.7191, 7.1221), is_present=True)
KATHMANDU = PlaceMark("Somewhere in Nepal", (27.7, 85.32), "1", precision=Precision.COUNTRY, country="NP")

BUTTONS = 44


def shown(places: Sequence[PlaceMark], base_map: BaseMap, qtbot: QtBot, width: int = 520) -> PlaceMap:
    view = PlaceMap(base_map, LIGHT)
    qtbot.addWidget(view)
    view.set_motion(False)
    view.show_places(places)
    view.resize(width, 240)
    view.show()
    return view


def at(view: PlaceMap, mark: Mark) -> tuple[float, float]:
    return view.camera.nearest_on_screen(mark.x, mark.y)


def test_places_a_few_metres_apart_each_have_a_pin(base_map: BaseMap, qtbot: QtBot) -> None:
    view = shown([THERE, NEXT_DOOR, NOW], base_map, qtbot)
    assert [mark.count for mark in view.marks()] == [1, 1, 1]
    assert view.camera.zoom <= 8.0
    for mark in view.marks():
        with qtbot.waitSignal(view.place_chosen) as chosen:
            view._click(*at(view, mark))
        assert chosen.args == [mark.first.office.id.int]


@pytest.mark.parametrize("width", [240, 520, 900])
def test_the_first_view_holds_every_pin_beside_the_buttons(base_map: BaseMap, qtbot: QtBot, width: int) -> None:
    places = [
        PlaceMark(str(n), point, str(n)) for n, point in enumerate([(44.0, -123.0), (42.1, -72.6), (30.1, -85.6)])
    ]
    view = shown(places, base_map, qtbot, width)
    for mark in view.marks():
        left, top = at(view, mark)
        assert RADIUS < left < width - BUTTONS - RADIUS
        assert RADIUS < top < 240 - RADIUS


def test_a_country_is_coloured_and_seen_whole_while_it_is_chosen(base_map: BaseMap, qtbot: QtBot) -> None:
    view = shown([KATHMANDU, PlaceMark("Pokhara", (28.27, 83.97), "2", precision=Precision.TOWN)], base_map, qtbot)
    before = view._theme.fills
    view.choose(0, fly=False)
    assert before == () and [codes for _, codes in view._theme.fills] == [frozenset({"NP"})]
    assert view._scene.ring() is None
    corners = [view.camera.nearest_on_screen(*point) for point in country_extent(base_map, "NP")]
    assert all(0 < left < 520 and 0 < top < 240 for left, top in corners)
    view.choose(1, fly=False)
    assert view._theme.fills == ()
    assert view._scene.ring() is not None
    view.choose(None)
    assert view._scene.ring() is None


def test_a_country_that_is_not_drawn_has_a_ring(base_map: BaseMap, qtbot: QtBot) -> None:
    view = shown([PlaceMark("Nowhere", (0.0, 0.0), "1", precision=Precision.COUNTRY, country="XX")], base_map, qtbot)
    view.choose(0, fly=False)
    assert view._theme.fills == ()
    assert view._scene.ring() is not None


def test_the_chosen_place_comes_into_view_at_the_same_zoom(base_map: BaseMap, qtbot: QtBot) -> None:
    view = shown([THERE, PlaceMark("Ulm", (48.4, 9.99), "2")], base_map, qtbot)
    view.resize(300, 240)
    view.choose(0)
    zoom = view.camera.zoom
    view._pan(2000.0, 0.0)
    view.choose(1, fly=False)
    left, top = view.camera.nearest_on_screen(*to_world(48.4, 9.99))
    assert 0 < left < 300 and 0 < top < 240
    assert view.camera.zoom == zoom


def test_the_keyboard_goes_from_pin_to_pin_and_hears_which_it_is(base_map: BaseMap, qtbot: QtBot) -> None:
    named = PlaceMark("Missouri", (37.2, -93.3), "1", "1 · Springfield, Missouri, United States")
    view = shown([named], base_map, qtbot)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.accessibleDescription() == "Missouri, 1 · Springfield, Missouri, United States"
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [0]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_pins_are_painted_where_they_stand(base_map: BaseMap, qtbot: QtBot, theme: object) -> None:
    view = shown([THERE, NEXT_DOOR, NOW], base_map, qtbot)
    view.set_dark(theme is DARK)
    view.choose(0, fly=False)
    image = view.grab().toImage()
    colours = []
    for mark in sorted(view.marks(), key=lambda mark: mark.first.office.id):
        left, top = at(view, mark)
        colours.append(image.pixelColor(round(left - RADIUS + 4), round(top)).name())
    accent = view._theme.accent.lower()
    assert colours[:2] == [accent, accent]
    assert colours[2] != accent


def test_a_place_off_the_map_is_left_out(base_map: BaseMap, qtbot: QtBot) -> None:
    view = shown([PlaceMark("nowhere", (float("nan"), 200.0), "1"), THERE], base_map, qtbot)
    view.choose(0)
    assert len(view.marks()) == 1


def test_the_pieces_of_a_country_that_lie_overseas_do_not_count(base_map: BaseMap) -> None:
    xs = [x for x, _ in country_extent(base_map, "FR")]
    assert to_world(45, -6)[0] < min(xs) < max(xs) < to_world(45, 11)[0]
    assert country_extent(base_map, "VA")
    assert country_extent(base_map, "") == country_extent(base_map, "XX") == ()
