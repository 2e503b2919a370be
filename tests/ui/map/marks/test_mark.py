import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from weakref import ref
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.model.office import Summary
from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.corners.overlay import office_lines, scale_of, tip_lines
from directory_app.ui.map.labels.labels import Label, Style, labels_of
from directory_app.ui.map.labels.room import Rect
from directory_app.ui.map.marks.gathered import Gathered, Marks
from directory_app.ui.map.marks.mark import Mark, mark_at, spots_of
from directory_app.ui.map.marks.mark_stamps import count_text
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


@given(st.floats() | st.sampled_from([90.0, -90.0]), st.floats() | st.sampled_from([180.0, -180.0]))
@example(math.nan, 0.0)
@example(0.0, -math.inf)
@example(90.0, 180.0)
@example(-90.0, -180.0)
@example(0.0, math.nextafter(180.0, 0.0))
def test_whatever_the_position_is_only_points_on_the_map_become_marks(latitude: float, longitude: float) -> None:
    office = a_summary("Odd", latitude, longitude)
    spots = spots_of([office])
    assert bool(spots) == (abs(latitude) <= 90.0 and abs(longitude) <= 180.0)
    assert all(0.0 <= spot.x < 1.0 and 0.0 <= spot.y <= 1.0 for spot in spots)
    assert [mark.first.office for mark in _marks([office, BONN], 11.0)].count(office) == len(spots)


def _marks(
    rows: Sequence[Summary], zoom: float = 0.0, shown: Collection[UUID] | None = None, selected: UUID | None = None
) -> tuple[Mark, ...]:
    """Returns all marks of the world at a zoom."""
    side = TILE * 2**zoom
    return Marks(Gathered(rows), shown, selected).marks(Camera(0.5, 0.5, zoom, side, side))


def _ids(mark: Mark) -> set[UUID]:
    return {spot.office.id for spot in mark.spots}


@given(offices, st.floats(0.0, 15.0), st.sets(st.integers(0, 24)))
def test_every_office_is_in_exactly_one_mark(rows: list[Summary], zoom: float, shown: set[int]) -> None:
    lit = {row.id for number, row in enumerate(rows) if number in shown}
    marks = _marks(rows, zoom, lit)
    assert sorted(office for mark in marks for office in _ids(mark)) == sorted(row.id for row in rows)
    assert all(mark.count == len(mark.spots) for mark in marks)
    assert all(_ids(mark) <= lit if not mark.dimmed else not _ids(mark) & lit for mark in marks)


@given(offices, st.floats(0.0, 15.0), st.sets(st.integers(0, 24)))
def test_the_mark_of_an_office_is_the_one_that_is_painted(rows: list[Summary], zoom: float, shown: set[int]) -> None:
    lit = {row.id for number, row in enumerate(rows) if number in shown}
    layout, side = Marks(Gathered(rows), lit), TILE * 2**zoom
    camera = Camera(0.5, 0.5, zoom, side, side)
    painted = layout.marks(camera)
    for row in rows:
        mark = layout.mark_of(row.id, camera)
        assert mark is not None
        assert row.id in _ids(mark)
        assert any(mark is other for other in painted)


@given(offices, st.floats(0.0, 11.0), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_every_mark_in_view_is_found(rows: list[Summary], zoom: float, x: float, y: float) -> None:
    layout = Marks(Gathered(rows))
    camera = Camera(x, y, zoom, 500.0, 300.0).held()
    found = {mark.first.office.id for mark in layout.marks(camera)}
    for mark in _marks(rows, zoom):
        left, top = camera.nearest_on_screen(mark.x, mark.y)
        if -200.0 <= left <= 700.0 and -200.0 <= top <= 500.0:
            assert mark.first.office.id in found


def test_marks_do_not_pile_up_however_often_the_map_is_pushed() -> None:
    rows = [a_summary(f"Office {number}", number % 120 - 60.0, number * 0.15 - 180.0) for number in range(2_400)]
    layout, camera = Marks(Gathered(rows)), Camera(0.5, 0.5, 4.0, 800.0, 600.0)
    for number in range(3_000):
        pushed = camera.panned(397.0, 211.0 if number % 20 < 10 else -211.0)
        camera = pushed.moved_to(pushed.x, pushed.y, number % 110 / 10.0)
        layout.marks(camera)
    assert len(layout._known) <= 22_000


def test_marks_are_looked_for_again_only_where_a_push_comes_to_an_end() -> None:
    layout = Marks(Gathered([BERLIN, BONN, SUVA]))
    camera = Camera(0.5, 0.35, 6.0, 800.0, 600.0)
    marks = layout.marks(camera)
    assert layout.marks(camera.panned(80.0, 40.0)) is marks
    assert layout.marks(camera.panned(2000.0, 0.0)) is not marks


def test_the_antimeridian_does_not_cut_a_cluster_in_two() -> None:
    west, east = a_summary("West", -17.0, 179.9), a_summary("East", -17.0, -179.9)
    (mark,) = _marks([west, east], 2.0)
    assert _ids(mark) == {west.id, east.id}
    assert min(mark.x, 1.0 - mark.x) < 0.001


def test_secretariats_stand_for_their_clusters() -> None:
    (mark,) = _marks([BERLIN, FREIBURG, BONN])
    assert [spot.office.name for spot in mark.spots] == [BONN.name, FREIBURG.name, BERLIN.name]
    assert mark.first.office == BONN
    assert [spot.office.name for spot in mark.some(2)] == [BONN.name, FREIBURG.name]


def test_the_most_important_of_those_shown_stands_for_them() -> None:
    dimmed, lit = _marks([BERLIN, FREIBURG, BONN], shown={BERLIN.id, FREIBURG.id})
    assert (dimmed.first.office, dimmed.dimmed) == (BONN, True)
    assert (lit.first.office, lit.count, lit.dimmed) == (FREIBURG, 2, False)


def test_dimmed_offices_are_not_counted_with_others() -> None:
    marks = _marks([BERLIN, FREIBURG, BONN], shown={BONN.id})
    assert [(mark.dimmed, mark.count) for mark in marks] == [(True, 2), (False, 1)]


def test_the_selected_office_is_never_dimmed() -> None:
    marks = _marks([BERLIN, SUVA], shown=set(), selected=SUVA.id)
    assert {mark.first.office.id for mark in marks if not mark.dimmed} == {SUVA.id}


def test_the_selected_office_is_painted_last() -> None:
    for office in (BERLIN, SUVA, BONN):
        assert office.id in _ids(_marks([BERLIN, BONN, SUVA, APIA], 5.0, selected=office.id)[-1])


def test_a_hundred_metres_are_one_place_and_a_kilometre_is_not() -> None:
    (near,) = _marks([a_summary("A", 50.0, 7.0), a_summary("B", 50.0005, 7.0)])
    (far,) = _marks([a_summary("A", 50.0, 7.0), a_summary("B", 50.01, 7.0)])
    assert near.is_one_place
    assert not far.is_one_place


@pytest.mark.parametrize(
    ("count", "text"),
    [
        *((2, "2"), (999, "999"), (1_000, "1k"), (1_299, "1.2k"), (9_999, "9.9k")),
        *((10_000, "10k"), (100_000, "100k"), (999_999, "999k"), (1_234_567, "1.2M")),
    ],
)
def test_counts_are_short_and_never_too_high(count: int, text: str) -> None:
    assert count_text(count) == text


def test_the_nearest_mark_under_the_pointer_is_found_on_every_copy_of_the_world() -> None:
    camera = Camera(0.5, 0.5, 0.0, 1000.0, 600.0)
    marks = _marks([SUVA, BERLIN])
    suva = next(mark for mark in marks if mark.first.office == SUVA)
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
def test_no_label_lies_upon_another(rows: list[Summary], zoom: float) -> None:
    camera = Camera(0.5, 0.5, zoom, 900.0, 700.0).held()
    layout = Marks(Gathered(rows))
    labels = labels_of(layout.marks(camera), (), camera, Typewriter())
    pushed = camera.panned(800.0, 300.0)
    more = labels_of(layout.marks(pushed), (), pushed, Typewriter(), kept=labels)
    for label_set, seen_by in ((labels, camera), (more, pushed)):
        for number, one in enumerate(label_set):
            assert not any(_overlap(one, other, seen_by) for other in label_set[:number])


def test_labels_stay_where_they_are_while_the_map_is_pushed() -> None:
    rows = [BONN, BERLIN, SUVA, APIA]
    camera = Camera(0.5, 0.35, 3.0, 500.0, 300.0).held()
    layout = Marks(Gathered(rows))
    before = labels_of(layout.marks(camera), (), camera, Typewriter())
    there = camera.panned(-60.0, 20.0)
    after = labels_of(layout.marks(there), (), there, Typewriter(), kept=before)
    assert set(before) <= set(after)


def _texts(selected: UUID | None, reserved: tuple[Rect, ...] = ()) -> list[tuple[str, Style]]:
    camera = Camera(0.5, 0.35, 1.0, 500.0, 300.0).held()
    rows = [BONN, BERLIN, FREIBURG, APIA]
    layout = Marks(Gathered(rows), None, selected)
    mark = layout.mark_of(selected, camera) if selected is not None else None
    named = next((row for row in rows if row.id == selected), None)
    labels = labels_of(layout.marks(camera), (), camera, Typewriter(), selected=mark, named=named, reserved=reserved)
    return [(label.text, label.style) for label in labels]


def test_the_selected_office_is_named_even_inside_a_cluster() -> None:
    assert (BERLIN.name, Style.SELECTED) in _texts(BERLIN.id)
    assert BERLIN.name not in [text for text, _ in _texts(None)]


def test_marks_go_at_once_with_the_offices_they_were_made_of() -> None:
    marks = Marks(Gathered([BONN, FREIBURG, BERLIN]), {BONN.id})
    assert any(mark.is_cluster for mark in marks.marks(Camera(zoom=0.0)))
    gone = ref(marks)
    del marks
    assert gone() is None  # none waits for a look through all the program's memory


def test_the_selected_office_is_named_even_where_there_is_no_room() -> None:
    assert _texts(BERLIN.id, (Rect(0.0, 0.0, 500.0, 300.0),)) == [(BERLIN.name, Style.SELECTED)]


def test_the_scale_bar_is_round_and_true_to_the_latitude() -> None:
    equator, north = Camera(0.5, 0.5, 4.0), Camera(0.5, 0.3, 4.0)
    assert scale_of(equator)[1] == "1,000 km"
    assert scale_of(equator)[0] == pytest.approx(1000 / 40_075.016686 * TILE * 16)
    assert scale_of(north)[1] == "500 km"
    for zoom in range(12):
        length, text = scale_of(Camera(0.5, 0.5, float(zoom)))
        assert 40.0 <= length <= 110.0
        assert text.split()[0].strip("0")[:1] in {"1", "2", "5"}


def test_the_tip_of_many_names_a_few() -> None:
    rows = [a_summary(f"Office {number}", 50.0, 7.0) for number in range(9)]
    (mark,) = _marks(rows)
    lines = tip_lines(mark, NOW)
    assert len(lines) == 6
    assert lines[-1] == "and 4 more"


@pytest.mark.parametrize(
    ("timezone", "city", "line"),
    [
        ("Europe/Berlin", "Bonn", "Bonn · 22:05"),
        ("Pacific/Auckland", "Wellington", "Wellington · tomorrow 08:05"),
        ("Asia/Tokyo", "", "tomorrow 05:05"),
        ("America/Mexico_City", "Mexico City", "Mexico City · 14:05"),
        ("Nowhere/Land", "Bonn", "Bonn"),
        ("", "Bonn", "Bonn"),
    ],
)
def test_the_tip_of_one_office_says_its_town_and_the_time_there(timezone: str, city: str, line: str) -> None:
    office = replace(BONN, timezone=timezone, city=city)
    assert office_lines(office, NOW) == (BONN.name, line)
    (mark,) = _marks([office])
    assert tip_lines(mark, NOW) == (BONN.name, line)


def test_an_office_of_which_nothing_is_known_has_no_empty_lines() -> None:
    assert office_lines(replace(BONN, name="", city="", timezone=""), NOW) == ()
