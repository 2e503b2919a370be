"""Where numbered pins stand."""

import math
from itertools import combinations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.geo.projection import to_world
from directory_app.model.office import Kind, Status, Summary
from directory_app.ui.map.marks.mark import Spot
from directory_app.ui.places.pin_layout import RADIUS, apart, pins_of

_PIXELS = st.floats(min_value=-200, max_value=200)


def spot(number: int, latitude: float, longitude: float) -> Spot:
    place = Summary(UUID(int=number), "", Kind.OFFICE, "", "", "", latitude, longitude, "", Status.ACTIVE)
    return Spot(place, *to_world(latitude, longitude))


@settings(max_examples=60)
@given(st.lists(st.tuples(_PIXELS, _PIXELS), max_size=12))
def test_no_two_end_up_too_near_and_none_moves_without_need(points: list[tuple[float, float]]) -> None:
    moved = apart(points, 24.0)
    assert all(math.dist(one, other) > 23.9 for one, other in combinations(moved, 2))
    if all(math.dist(one, other) > 24.1 for one, other in combinations(points, 2)):
        assert moved == points


def test_thirty_on_one_spot_stand_close_around_it() -> None:
    moved = apart([(7.0, -3.0)] * 30, 24.0)
    assert all(math.dist(one, other) > 23.5 for one, other in combinations(moved, 2))
    assert max(math.dist(point, (7.0, -3.0)) for point in moved) < 24.0 * 5
    assert math.dist((sum(x for x, _ in moved) / 30, sum(y for _, y in moved) / 30), (7.0, -3.0)) < 1.0


def test_two_neighbours_keep_their_sides() -> None:
    (west, _), (east, _) = apart([(0.0, 0.0), (3.0, 0.0)], 24.0)
    assert west < 0.0 < 3.0 < east


def test_a_pin_knows_its_place_beside_which_it_stands_and_the_chosen_one_comes_last() -> None:
    spots = [spot(number, 50.72, 7.12) for number in range(3)]
    pins = pins_of(spots, 256.0 * 2**8, UUID(int=1))
    assert [pin.first.office.id.int for pin in pins] == [0, 2, 1]
    assert all(pin.count == 1 and pin.radius == RADIUS for pin in pins)
    gaps = [math.hypot(one.x - other.x, one.y - other.y) * 256.0 * 2**8 for one, other in combinations(pins, 2)]
    assert min(gaps) > 2 * RADIUS


def test_on_both_sides_of_the_antimeridian_pins_are_neighbours() -> None:
    world = 256.0 * 2**8
    one, other = pins_of([spot(0, 0.0, 179.99999), spot(1, 0.0, -179.99999)], world)
    across = abs(one.x - other.x)
    assert 2 * RADIUS < min(across, 1 - across) * world < 3 * RADIUS


def test_without_places_there_are_no_pins() -> None:
    assert pins_of([], 256.0) == ()
