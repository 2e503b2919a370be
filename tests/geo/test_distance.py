from math import isnan, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from directory_app.geo.distance import bearing, compass, geodesic_km, nearest
from directory_app.model.place import great_circle_km

BONN, SUVA, TOKYO = (50.735, 7.1), (-18.141, 178.442), (35.69, 139.69)
HALF_ROUND_KM = 20_015.2
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_it_is_as_far_there_as_back(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert great_circle_km(a, b) == pytest.approx(great_circle_km(b, a), abs=1e-6)


@given(points, points, points)
def test_no_detour_is_shorter(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
    assert great_circle_km(a, c) <= great_circle_km(a, b) + great_circle_km(b, c) + 1e-3


@given(points, points)
def test_nothing_is_further_than_half_round_the_earth(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert 0 <= great_circle_km(a, b) <= HALF_ROUND_KM


@given(points, points, st.integers(-3, 3))
def test_turns_round_the_earth_change_nothing(a: tuple[float, float], b: tuple[float, float], turns: int) -> None:
    assert great_circle_km(a, (b[0], b[1] + 360 * turns)) == pytest.approx(great_circle_km(a, b), abs=1e-3)


@given(st.floats(-90, 90), st.floats(0, 1))
def test_the_antimeridian_is_no_barrier(latitude: float, degrees: float) -> None:
    across = great_circle_km((latitude, 180 - degrees), (latitude, -180 + degrees))
    assert across == pytest.approx(great_circle_km((latitude, -degrees), (latitude, degrees)), abs=1e-6)


@given(points, points)
def test_the_sphere_is_close_to_the_ellipsoid(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert great_circle_km(a, b) == pytest.approx(geodesic_km(a, b), rel=0.006, abs=0.001)


def test_known_distances_are_right() -> None:
    assert geodesic_km((50.735, 7.1), (52.52, 13.405)) == pytest.approx(479, abs=2)
    assert great_circle_km((0, 0), (0, 180)) == pytest.approx(HALF_ROUND_KM, abs=0.2)
    assert great_circle_km((90, 0), (90, 77)) == pytest.approx(0, abs=1e-6)
    assert geodesic_km((-90, 0), (90, 0)) == pytest.approx(20_003.93, abs=0.01)


@pytest.mark.parametrize("odd", [(nan, 0.0), (0.0, nan), (0.0, float("inf")), (90.01, 0.0), (-91.0, 0.0)])
def test_what_is_no_point_has_no_distance(odd: tuple[float, float]) -> None:
    for measure in (great_circle_km, geodesic_km, bearing):
        assert isnan(measure(BONN, odd))
        assert isnan(measure(odd, BONN))
    assert nearest(odd, [("Bonn", *BONN)], 1) == []
    assert nearest(BONN, [("odd", *odd), ("Suva", *SUVA)], 5)[0][0] == "Suva"


@pytest.mark.parametrize(
    ("a", "b", "degrees"),
    [
        ((0, 0), (10, 0), 0),
        ((0, 0), (0, 10), 90),
        ((10, 0), (0, 0), 180),
        ((0, 0), (0, -10), 270),
        ((0, 179), (0, -179), 90),
        ((0, -179), (0, 179), 270),
        ((90, 0), (0, 0), 180),
        ((-90, 0), (0, 0), 0),
        (BONN, BONN, 0),
    ],
)
def test_directions_are_right(a: tuple[float, float], b: tuple[float, float], degrees: float) -> None:
    assert bearing(a, b) == pytest.approx(degrees, abs=1e-9)


@given(points, points)
def test_a_direction_is_within_the_circle(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert 0 <= bearing(a, b) < 360


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0.001, 4))
def test_whoever_lies_due_north_is_north(latitude: float, longitude: float, degrees: float) -> None:
    assume(latitude + degrees <= 89)
    assert compass(bearing((latitude, longitude), (latitude + degrees, longitude))) == "N"


@pytest.mark.parametrize(
    ("degrees", "wind"),
    [(0, "N"), (45, "NE"), (90, "E"), (134, "SE"), (180, "S"), (225, "SW"), (270, "W"), (315, "NW"), (359, "N"),
     (-45, "NW"), (765, "NE"), (nan, ""), (float("inf"), "")],
)  # fmt: skip
def test_the_wind_has_a_name(degrees: float, wind: str) -> None:
    assert compass(degrees) == wind


def test_the_nearest_come_first_and_no_more_than_asked_for() -> None:
    items = [("Bonn", *BONN), ("Suva", *SUVA), ("Tokyo", *TOKYO)]
    found = nearest((-17.0, -179.9), items, 2)
    assert [name for name, _ in found] == ["Suva", "Tokyo"]
    assert found[0][1] == pytest.approx(great_circle_km((-17.0, -179.9), SUVA))
    assert nearest(BONN, items, 0) == nearest(BONN, items, -1) == nearest(BONN, [], 3) == []


def test_ids_need_no_order() -> None:
    assert len(nearest(BONN, [(object(), *BONN), (object(), *BONN)], 2)) == 2
