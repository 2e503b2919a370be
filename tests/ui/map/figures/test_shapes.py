"""Lines between offices and outlines around them go the shorter way round the world."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.projection import to_degrees, to_world
from directory_app.model.place import great_circle_km
from directory_app.ui.map.figures.shapes import great_circle, outline

_world_points = st.tuples(st.floats(0, 1, exclude_max=True), st.floats(0.001, 0.999))
BONN, SEOUL, SUVA = to_world(50.72, 7.12), to_world(37.57, 126.98), to_world(-18.14, 178.44)
LOS_ANGELES = to_world(34.05, -118.24)


@given(_world_points, _world_points)
def test_a_line_begins_and_ends_where_it_should_and_never_jumps(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    line = great_circle(start, end)
    assert line[0] == start
    assert (line[-1][0] - end[0]) % 1.0 == pytest.approx(0.0, abs=1e-9) or (line[-1][0] - end[0]) % 1.0 > 1 - 1e-9
    assert line[-1][1] == end[1]
    assert all(abs(after[0] - before[0]) <= 0.5 for before, after in pairwise(line))


def test_a_line_is_as_long_as_the_great_circle() -> None:
    line = [to_degrees(*point) for point in great_circle(BONN, SEOUL)]
    total = sum(great_circle_km(a, b) for a, b in pairwise(line))
    assert total == pytest.approx(great_circle_km(to_degrees(*BONN), to_degrees(*SEOUL)), rel=1e-6)
    assert max(latitude for latitude, _ in line) > 60  # over Russia, far north of both


def test_a_line_over_the_pacific_crosses_the_date_line_and_not_the_atlantic() -> None:
    line = great_circle(SUVA, LOS_ANGELES)
    assert 1.0 < line[-1][0] < 1.5
    assert all(after[0] > before[0] for before, after in pairwise(line))


def test_the_outline_of_a_region_across_the_date_line_is_narrow() -> None:
    hull = outline([SUVA, LOS_ANGELES, to_world(-36.85, 174.76)])
    xs = [x for x, _ in hull]
    assert len(hull) == 3
    assert max(xs) - min(xs) < 0.3


@given(st.lists(_world_points, min_size=3, max_size=30))
def test_no_point_is_outside_of_the_outline(points: list[tuple[float, float]]) -> None:
    hull = outline(points)
    left = min(x for x, _ in hull)
    for x, y in points:
        at = (x if x >= left - 1e-8 else x + 1.0, y)
        if len(hull) > 2:
            ring = zip(hull, (*hull[1:], hull[0]), strict=True)
            turns = [(b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]) for a, b in ring]
            assert min(turns) >= -1e-8
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in hull)


def test_one_office_and_none_have_outlines_too() -> None:
    assert list(outline([BONN])) == [pytest.approx(BONN)]
    assert list(outline([BONN, BONN])) == [pytest.approx(BONN)]
    assert list(outline([SEOUL, BONN])) == [pytest.approx(BONN), pytest.approx(SEOUL)]
    assert outline([]) == ()
