import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.projection import (
    MAX_LATITUDE,
    is_on_map,
    kilometres_per_world,
    nearest_copy,
    to_degrees,
    to_world,
    wrapped,
)


def test_the_square_ends_where_web_mercator_does() -> None:
    assert pytest.approx(85.0511287798066) == MAX_LATITUDE
    assert to_world(MAX_LATITUDE, -180.0) == pytest.approx((0.0, 0.0))
    assert to_world(90.0, 0.0) == pytest.approx((0.5, 0.0))
    assert to_world(-90.0, 0.0) == pytest.approx((0.5, 1.0))


def test_bonn_is_where_other_maps_have_it() -> None:
    x, y = to_world(50.7374, 7.0982)
    assert (math.floor(x * 2**10), math.floor(y * 2**10)) == (532, 343)


@given(st.floats(-85.0, 85.0), st.floats(-180.0, 179.999))
def test_degrees_come_back_from_world_units(latitude: float, longitude: float) -> None:
    assert to_degrees(*to_world(latitude, longitude)) == pytest.approx((latitude, longitude), abs=1e-9)


@given(st.floats(allow_nan=True), st.floats(allow_nan=True))
def test_whatever_the_numbers_are_the_point_is_in_the_square_or_refused(latitude: float, longitude: float) -> None:
    try:
        x, y = to_world(latitude, longitude)
    except ValueError:
        assert not (math.isfinite(latitude) and math.isfinite(longitude))
    else:
        assert 0.0 <= x < 1.0
        assert 0.0 <= y <= 1.0


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 181.0, 1e300, None])
def test_odd_numbers_are_not_on_the_map(odd: float | None) -> None:
    assert not is_on_map(odd, 0.0)
    assert not is_on_map(0.0, odd)


def test_the_poles_and_the_antimeridian_are_on_the_map() -> None:
    assert is_on_map(90.0, 180.0)
    assert is_on_map(-90.0, -180.0)


@given(st.floats(-1e6, 1e6))
def test_wrapping_stays_below_one(x: float) -> None:
    assert 0.0 <= wrapped(x) < 1.0


@given(st.floats(0.0, 1.0), st.floats(-5.0, 5.0))
def test_the_nearest_copy_is_at_most_half_a_world_away(x: float, to: float) -> None:
    assert abs(nearest_copy(x, to) - to) <= 0.5 + 1e-9


def test_a_parallel_is_half_as_long_at_sixty_degrees() -> None:
    _, y = to_world(60.0, 0.0)
    assert kilometres_per_world(y) == pytest.approx(40_075.017 / 2, rel=1e-6)
