from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.map_names import MapNames
from directory_app.geo.projection import to_world
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.labels.label_painter import Lettering, paint_labels
from directory_app.ui.map.labels.label_text import LabelText, text_colour
from directory_app.ui.map.labels.labels import Label, PlaceName, Style, labels_of
from directory_app.ui.map.labels.place_names import PlaceNames, Wanted
from directory_app.ui.map.labels.room import Rect, Room
from directory_app.ui.map.labels.text_stamps import TextStamps
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.mark import Mark, Spot
from tests.ui.map.offices import BERLIN
from tests.ui.map.tiles.drawn import Pictures, plain

CAMERA = Camera(0.5, 0.5, 4.0, 800.0, 600.0)
places = st.builds(
    PlaceName,
    st.text("abcé東 ", min_size=1, max_size=40),
    st.sampled_from([Style.COUNTRY, Style.CAPITAL, Style.CITY, Style.TOWN]),
    st.floats(0.0, 1.0, exclude_max=True),
    st.floats(0.3, 0.7),
    st.floats(0.0, 0.1),
)


class Typewriter:
    """Every letter is as wide as every other."""

    def size(self, text: str, style: Style) -> tuple[float, float]:
        return 7.0 * len(text), 14.0

    def elided(self, text: str, style: Style) -> str:
        return text if len(text) <= 20 else text[:19] + "…"


def _labels(names: Sequence[PlaceName], marks: Sequence[Mark] = (), camera: Camera = CAMERA) -> tuple[Label, ...]:
    return labels_of(marks, names, camera, Typewriter())


def _mark(x: float, y: float) -> Mark:
    return Mark(Spot(BERLIN, x, y), x, y)


def _box(label: Label, camera: Camera) -> Rect:
    left, top = camera.nearest_on_screen(label.x, label.y)
    return Rect(left + label.dx, top + label.dy, label.width, label.height)


@given(st.lists(places, max_size=40), st.floats(0.0, 6.0))
def test_names_of_places_never_lie_upon_each_other(names: list[PlaceName], zoom: float) -> None:
    camera = Camera(0.5, 0.5, zoom, 800.0, 600.0).held()
    boxes = [_box(label, camera) for label in _labels(names, camera=camera)]
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = abs(one.left + one.width / 2 - other.left - other.width / 2) % camera.world
            across = min(apart, camera.world - apart) < (one.width + other.width) / 2 - 1e-6
            assert not (across and one.top < other.top + other.height and other.top < one.top + one.height)


def _quarters(least: int, most: int) -> st.SearchStrategy[float]:
    """Returns numbers with which sums are exact, so that places which only touch do so however they are added up."""
    return st.integers(4 * least, 4 * most).map(lambda number: number / 4.0)


rects = st.builds(Rect, _quarters(-500, 1500), _quarters(-500, 1500), _quarters(1, 300), _quarters(1, 40))


@given(st.lists(rects, max_size=30), rects, _quarters(200, 5000))
def test_a_place_is_free_if_nothing_taken_is_near_on_any_copy_of_the_world(
    taken: list[Rect], wanted: Rect, period: float
) -> None:
    room = Room(period)
    for rect in taken:
        room.take(rect)

    def meets(other: Rect) -> bool:
        apart = (wanted.left + wanted.width / 2 - other.left - other.width / 2) % period
        down = abs(wanted.top + wanted.height / 2 - other.top - other.height / 2)
        reach = wanted.width / 2 + 2.0 + other.width / 2
        return min(apart, period - apart) < reach and down < (wanted.height + other.height) / 2

    assert room.is_free(wanted) == (not any(meets(other) for other in taken))


def test_a_town_gives_way_to_an_office_at_the_same_spot_and_not_to_one_beside_it() -> None:
    town = PlaceName("Town", Style.TOWN, 0.5, 0.5)
    assert [label.text for label in _labels([town], [_mark(0.5, 0.5)])] == [BERLIN.name]
    beside = [label.text for label in _labels([town], [_mark(0.45, 0.5)])]
    assert beside == [BERLIN.name, "Town"]


def test_of_two_places_the_earlier_one_is_named() -> None:
    one, other = PlaceName("Great", Style.CITY, 0.5, 0.5), PlaceName("Small", Style.TOWN, 0.5003, 0.5)
    assert [label.text for label in _labels([one, other])] == ["Great"]
    assert [label.text for label in _labels([other, one])] == ["Small"]


def test_the_name_of_a_country_moves_a_little_where_its_place_is_taken() -> None:
    city = PlaceName("City", Style.CITY, 0.499, 0.5)
    land = PlaceName("LAND", Style.COUNTRY, 0.5, 0.5, 0.1)
    alone, beside = _labels([land])[0], _labels([city, land])[-1]
    assert (alone.text, alone.dy) == ("LAND", -7.0)
    assert (beside.text, abs(beside.dy + 7.0)) == ("LAND", 17.5)


@pytest.mark.parametrize(
    ("zoom", "times_as_wide", "is_named"),
    [(4.9, 1.1, True), (4.9, 1.3, False), (5.0, 3.4, True), (6.4, 3.7, False), (6.5, 3.7, True), (6.5, 5000.0, True)],
)
def test_the_name_of_a_country_may_be_wider_than_its_land_the_closer_one_looks(
    zoom: float, times_as_wide: float, is_named: bool
) -> None:
    camera = Camera(0.5, 0.5, zoom, 800.0, 600.0)
    width, _ = Typewriter().size("ISLANDS", Style.COUNTRY)
    islands = PlaceName("ISLANDS", Style.COUNTRY, 0.5, 0.5, width / 2.0 / camera.world / times_as_wide)
    assert bool(_labels([islands], camera=camera)) == is_named


def test_long_names_of_towns_are_cut() -> None:
    (label,) = _labels([PlaceName("x" * 500, Style.TOWN, 0.5, 0.5)])
    assert label.text == "x" * 19 + "…"


def test_labels_that_are_kept_stay_and_new_ones_come_beside_them() -> None:
    first = _labels([PlaceName("Small", Style.TOWN, 0.5, 0.5)])
    great = PlaceName("Great", Style.CITY, 0.5003, 0.5)
    far = PlaceName("Far", Style.TOWN, 0.55, 0.5)
    names = [great, PlaceName("Small", Style.TOWN, 0.5, 0.5), far]
    again = labels_of((), names, CAMERA, Typewriter(), kept=first)
    assert [label.text for label in again] == ["Small", "Far"]
    assert again[0] == first[0]


@given(st.lists(places, max_size=30, unique_by=lambda name: (name.x, name.y)), st.integers(0, 30))
def test_labels_that_come_a_few_at_a_time_are_in_the_end_those_that_come_at_once(
    names: list[PlaceName], most: int
) -> None:
    marks = [_mark(0.5, 0.5), _mark(0.502, 0.5), _mark(0.52, 0.48)]
    few = labels_of(marks, names, CAMERA, Typewriter(), most=most)
    assert len(few) <= most
    assert {*labels_of(marks, names, CAMERA, Typewriter(), kept=few)} == {*_labels(names, marks)}


def test_what_is_shown_at_one_zoom_is_shown_at_the_next(base_map: BaseMap) -> None:
    names = PlaceNames(base_map.countries, MapNames(bundled("resources", "map_names", "map_names.bin")), Wanted("en"))
    before: set[tuple[float, float]] = set()
    for zoom in (4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0):
        camera = Camera(*to_world(50.0, 12.0), zoom, 1000.0, 700.0)
        labels = [label for label in _labels(names.around(camera), camera=camera) if label.style.has_sign]
        there = {(label.x, label.y) for label in labels}
        gone = [spot for spot in before - there if all(0.0 < at < 700.0 for at in camera.nearest_on_screen(*spot))]
        assert gone == []
        before = there


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_names_of_places_are_quieter_than_offices_and_still_readable(theme: MapColours) -> None:
    land = QColor(theme.land)
    office, town, country = (
        _contrast(text_colour(style, theme), land) for style in (Style.OFFICE, Style.TOWN, Style.COUNTRY)
    )
    assert office > 1.5 * town > 1.5 * 1.2 * country
    assert town >= 4.5 and country >= 3.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_names_of_towns_can_be_read_on_every_fill(theme: MapColours) -> None:
    filled = theme.with_groups({"DE": 1})
    for style in (Style.CAPITAL, Style.CITY, Style.TOWN):
        assert all(_contrast(text_colour(style, filled), QColor(group)) >= 3.4 for group in theme.groups)


def _contrast(first: QColor, second: QColor) -> float:
    """Returns the contrast ratio of WCAG 2.2."""
    lights = sorted(_luminance(colour) for colour in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("lettering", [TextStamps, LabelText])
@pytest.mark.parametrize("style", list(Style))
def test_text_stands_in_a_halo_on_whatever_is_beneath(
    qapp: object, lettering: type[TextStamps] | type[LabelText], style: Style
) -> None:
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    painter = QPainter(image)
    lettering(QFont("Sans Serif", 14)).paint(painter, QPointF(10.0, 8.0), "HHH", style, LIGHT)
    painter.end()
    colours = [image.pixelColor(x, y) for x in range(100) for y in range(40)]
    assert any(colour.lightness() > 190 for colour in colours)
    ink = text_colour(style, LIGHT)
    assert any(abs(colour.red() - ink.red()) + abs(colour.green() - ink.green()) < 60 for colour in colours)


def _painted(writer: Lettering, labels: Sequence[Label], theme: MapColours, ratio: float = 1.0) -> QImage:
    image = QImage(round(800 * ratio), round(600 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.land))
    painter = QPainter(image)
    paint_labels(painter, labels, writer, CAMERA, theme)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("style", [Style.CAPITAL, Style.CITY, Style.TOWN])
def test_towns_have_a_sign_at_their_point(qapp: object, style: Style, ratio: float) -> None:
    image = _painted(
        TextStamps(QFont("Sans Serif", 10)), [Label("", style, 0.5, 0.5, 5.0, -8.0, 0.0, 16.0)], LIGHT, ratio
    )
    middle, edge = (image.pixelColor(round((400 + dx) * ratio), round(300 * ratio)) for dx in (0.0, -2.4))
    land = QColor(LIGHT.land)
    assert (middle == land) == (style is Style.CAPITAL)
    assert (style is not Style.CAPITAL) or edge.lightness() < land.lightness() - 40


def test_both_ways_of_writing_agree_on_sizes_and_hardly_differ_to_the_eye(qapp: object) -> None:
    font = QFont("Sans Serif", 10)
    stamps, text = TextStamps(font), LabelText(font)
    for style in Style:
        assert stamps.size("Poznań", style) == text.size("Poznań", style)
        assert stamps.elided("Wolfsburg " * 20, style) == text.elided("Wolfsburg " * 20, style) != "Wolfsburg " * 20
    label = Label("Poznań", Style.CITY, 0.5, 0.5, 5.0, -8.0, *text.size("Poznań", Style.CITY))
    dark = [
        sum(image.pixelColor(x, y).lightness() < 160 for x in range(400, 460) for y in range(285, 315))
        for image in (_painted(stamps, [label], LIGHT), _painted(text, [label], LIGHT))
    ]
    assert min(dark) > 20
    assert abs(dark[0] - dark[1]) < 0.4 * max(dark)


def test_vectors_have_no_pictures_in_them(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("svg") / "labels.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(800, 600))
    painter = QPainter(generator)
    label = Label("Poznań", Style.CAPITAL, 0.5, 0.5, 5.0, -8.0, 40.0, 16.0)
    paint_labels(painter, [label], LabelText(QFont("Sans Serif", 10)), CAMERA, LIGHT)
    painter.end()
    svg = path.read_text(encoding="utf-8")
    assert "<image" not in svg and "<text" not in svg and svg.count("<path") >= 2


def test_an_empty_label_and_odd_texts_are_painted_without_trouble(qapp: object) -> None:
    writer = TextStamps(QFont("Sans Serif", 10))
    image = QImage(200, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for text in ("", " ", "<b>x</b>", "a\nb", "\u202eabc", "Ⱥ" * 300):
        for style in Style:
            writer.paint(painter, QPointF(10.0, 10.0), writer.elided(text, style), style, LIGHT)
    painter.end()


@pytest.fixture
def named_view(qtbot: QtBot) -> MapView:
    """A map with the names of towns, over Poland."""
    names = MapNames(bundled("resources", "map_names", "map_names.bin"))
    view = MapView(BaseMap(bundled("resources", "base_map", "base_map.bin"), names))
    qtbot.addWidget(view)
    view.set_motion(False)
    view.resize(800, 600)
    view.set_language("de")
    view.show()
    qtbot.waitExposed(view)
    view._set_camera(view.camera.moved_to(*to_world(52.0, 20.0), 6.0))
    return view


def test_the_map_writes_names_in_a_language_and_changes_it(named_view: MapView) -> None:
    assert {"Warschau", "POLEN"} <= _written(named_view)
    named_view.set_language("pl")
    assert {"Warszawa", "POLSKA"} <= _written(named_view)
    assert not {"Warschau", "POLEN"} & _written(named_view)


def test_on_maps_of_streets_there_are_no_towns_of_ours(named_view: MapView) -> None:
    named_view.show_pictures(Pictures(lambda at: plain("#FF0000")))
    assert "Warschau" not in _written(named_view)
    named_view.show_pictures(None)
    assert "Warschau" in _written(named_view)


def _written(view: MapView) -> set[str]:
    view.grab()
    return {label.text for label in view._scene.labels(view.camera, view._stamps, ())}
