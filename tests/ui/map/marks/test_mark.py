import math
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.labels import Label, Rect, Style, labels_of
from directory_app.ui.map.marks import CLUSTER_RADIUS, mark_at, marks_of, spots_of
from directory_app.ui.map.overlay import office_lines, scale_of, tip_lines
from tests.ui.map.offices import APIA, BERLIN, BONN, FREIBURG, SUVA, a_summary

offices = st.lists(
    st.builds(
        lambda number, latitude, longitude: a_summary(f"Office {number}", latitude, longitude),
        st.integers(0, 10_000),
        st.floats(-80.0, 80.0),
        st.floats(-180.0, 180.0),
    ),
    max_size=25,
    unique_by=lambda office: office.id,
)

NOW = datetime(2026, 6, 1, 22, 5, tzinfo=ZoneInfo("Europe/Berlin"))


class Typewriter:
    """Every letter is as wide as every other."""

    def size(self, text: str, style: Style) -> tuple[float, float]:
        return 7.0 * len(text), 14.0

    def elided(self, text: str, style: Style) -> str:
        return text if len(text) <= 20 else text[:19] + "…"


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(math.nan, 0.0), (0.0, math.nan), (math.inf, 0.0), (91.0, 0.0), (0.0, 180.5)]
)
def test_odd_positions_never_become_marks(latitude: float, longitude: float) -> None:
    assert spots_of([a_summary("Odd", latitude, longitude)]) == ()


@given(offices, st.floats(0.0, 11.0))
def test_every_office_is_in_exactly_one_mark(rows: list[object], zoom: float) -> None:
    spots = spots_of(rows)  # type: ignore[arg-type]
    marks = marks_of(spots, TILE * 2**zoom)
    ids = [spot.office.id for mark in marks for spot in mark.spots]
    assert sorted(ids) == sorted(spot.office.id for spot in spots)


@given(offices, st.floats(0.0, 11.0))
def test_signs_of_first_members_are_never_nearer_than_the_radius(rows: list[object], zoom: float) -> None:
    world = TILE * 2**zoom
    firsts = [mark.spots[0] for mark in marks_of(spots_of(rows), world)]  # type: ignore[arg-type]
    for number, one in enumerate(firsts):
        for other in firsts[:number]:
            dx = abs(one.x - other.x)
            assert math.hypot(min(dx, 1.0 - dx), one.y - other.y) * world >= CLUSTER_RADIUS - 1e-6


def test_the_antimeridian_does_not_cut_a_cluster_in_two() -> None:
    west, east = a_summary("West", -17.0, 179.9), a_summary("East", -17.0, -179.9)
    (mark,) = marks_of(spots_of([west, east]), TILE * 4)
    assert mark.ids == {west.id, east.id}
    assert min(mark.x, 1.0 - mark.x) < 0.001


def test_secretariats_stand_for_their_clusters() -> None:
    (mark,) = marks_of(spots_of([BERLIN, FREIBURG, BONN]), TILE)
    assert [spot.office.name for spot in mark.spots] == [BONN.name, FREIBURG.name, BERLIN.name]


def test_dimmed_offices_are_not_counted_with_others() -> None:
    marks = marks_of(spots_of([BERLIN, FREIBURG, BONN]), TILE, shown={BONN.id})
    assert [(mark.dimmed, len(mark.spots)) for mark in marks] == [(True, 2), (False, 1)]


def test_the_selected_office_is_never_dimmed() -> None:
    marks = marks_of(spots_of([BERLIN, SUVA]), TILE, shown=set(), selected=SUVA.id)
    assert {mark.spots[0].office.id for mark in marks if not mark.dimmed} == {SUVA.id}


def test_a_hundred_metres_are_one_place_and_a_kilometre_is_not() -> None:
    near = marks_of(spots_of([a_summary("A", 50.0, 7.0), a_summary("B", 50.0005, 7.0)]), TILE)
    far = marks_of(spots_of([a_summary("A", 50.0, 7.0), a_summary("B", 50.01, 7.0)]), TILE)
    assert near[0].is_one_place
    assert not far[0].is_one_place


def test_the_nearest_mark_under_the_pointer_is_found_on_every_copy_of_the_world() -> None:
    camera = Camera(0.5, 0.5, 0.0, 1000.0, 600.0)
    marks = marks_of(spots_of([SUVA, BERLIN]), camera.world)
    suva = next(mark for mark in marks if SUVA.id in mark.ids)
    for copy in (-1, 0, 1):
        left, top = camera.to_screen(suva.x + copy, suva.y)
        assert mark_at(marks, camera, left + 3.0, top) is suva
    assert mark_at(marks, camera, 500.0, 590.0) is None


def _overlap(one: Label, other: Label, camera: Camera) -> bool:
    (ax, ay), (bx, by) = camera.nearest_on_screen(one.x, one.y), camera.nearest_on_screen(other.x, other.y)
    return (
        ax + one.dx < bx + other.dx + other.width
        and bx + other.dx < ax + one.dx + one.width
        and ay + one.dy < by + other.dy + other.height
        and by + other.dy < ay + one.dy + one.height
    )


@given(offices, st.floats(0.0, 8.0))
def test_no_label_lies_upon_another(rows: list[object], zoom: float) -> None:
    camera = Camera(0.5, 0.5, zoom, 900.0, 700.0).held()
    marks = marks_of(spots_of(rows), camera.world)  # type: ignore[arg-type]
    labels = labels_of(marks, (), camera, Typewriter())
    for number, one in enumerate(labels):
        assert not any(_overlap(one, other, camera) for other in labels[:number])


def _texts(selected: UUID | None, reserved: tuple[Rect, ...] = ()) -> list[tuple[str, Style]]:
    camera = Camera(0.5, 0.35, 1.0, 500.0, 300.0).held()
    marks = marks_of(spots_of([BONN, BERLIN, FREIBURG, APIA]), camera.world, selected=selected)
    labels = labels_of(marks, (), camera, Typewriter(), selected=selected, reserved=reserved)
    return [(label.text, label.style) for label in labels]


def test_the_selected_office_is_named_even_inside_a_cluster() -> None:
    assert (BERLIN.name, Style.SELECTED) in _texts(BERLIN.id)
    assert BERLIN.name not in [text for text, _ in _texts(None)]


def test_the_selected_office_is_named_even_where_there_is_no_room() -> None:
    assert _texts(BERLIN.id, (Rect(0.0, 0.0, 500.0, 300.0),)) == [(BERLIN.name, Style.SELECTED)]


def test_the_scale_bar_is_round_and_true_to_the_latitude() -> None:
    equator, north = Camera(0.5, 0.5, 4.0), Camera(0.5, 0.3, 4.0)
    assert scale_of(equator)[1] == "1000 km"
    assert scale_of(equator)[0] == pytest.approx(1000 / 40_075.016686 * TILE * 16)
    assert scale_of(north)[1] == "500 km"
    for zoom in range(12):
        length, text = scale_of(Camera(0.5, 0.5, float(zoom)))
        assert 40.0 <= length <= 110.0
        assert text.split()[0].strip("0")[:1] in {"1", "2", "5"}


def test_the_tip_of_many_names_a_few() -> None:
    rows = [a_summary(f"Office {number}", 50.0, 7.0) for number in range(9)]
    (mark,) = marks_of(spots_of(rows), TILE)
    lines = tip_lines(mark, NOW)
    assert len(lines) == 6
    assert lines[-1] == "and 4 more"


@pytest.mark.parametrize(
    ("timezone", "city", "line"),
    [
        ("Europe/Berlin", "Bonn", "Bonn · 22:05"),
        ("Pacific/Auckland", "Wellington", "Wellington · 08:05 tomorrow"),
        ("Asia/Tokyo", "", "05:05 tomorrow"),
        ("America/Mexico_City", "Mexico City", "Mexico City · 14:05"),
        ("Nowhere/Land", "Bonn", "Bonn"),
        ("", "Bonn", "Bonn"),
    ],
)
def test_the_tip_of_one_office_says_its_town_and_the_time_there(timezone: str, city: str, line: str) -> None:
    office = replace(BONN, timezone=timezone, city=city)
    assert office_lines(office, NOW) == (BONN.name, line)
    (mark,) = marks_of(spots_of([office]), TILE)
    assert tip_lines(mark, NOW) == (BONN.name, line)


def test_an_office_of_which_nothing_is_known_has_no_empty_lines() -> None:
    assert office_lines(replace(BONN, name="", city="", timezone=""), NOW) == ()
