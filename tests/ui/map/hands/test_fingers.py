import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.ui.map.hands.fingers import Fingers, Pinch

places = st.tuples(st.integers(0, 1000).map(float), st.integers(0, 1000).map(float))


def test_two_fingers_that_spread_say_by_how_much() -> None:
    fingers = Fingers()
    assert fingers.move({4: (100.0, 100.0), 7: (200.0, 100.0)}) is None
    spread = math.dist((50.0, 100.0), (250.0, 120.0)) / 100.0
    assert fingers.move({4: (50.0, 100.0), 7: (250.0, 120.0)}) == Pinch(spread, (150.0, 110.0), (0.0, 10.0))


def test_one_finger_says_nothing_and_another_pair_begins_anew() -> None:
    fingers = Fingers()
    assert fingers.move({1: (0.0, 0.0)}) is None
    assert fingers.move({1: (5.0, 0.0)}) is None
    assert fingers.move({1: (5.0, 0.0), 2: (9.0, 0.0)}) is None
    assert fingers.move({2: (9.0, 0.0), 3: (900.0, 0.0)}) is None
    assert fingers.move({2: (9.0, 0.0), 3: (900.0, 0.0)}) == Pinch(1.0, (454.5, 0.0), (0.0, 0.0))
    assert fingers.move({}) is None


@given(st.lists(st.tuples(places, places), min_size=2, max_size=12))
def test_whatever_fingers_do_the_steps_add_up(path: list[tuple[tuple[float, float], tuple[float, float]]]) -> None:
    fingers = Fingers()
    pinches = [fingers.move({1: first, 2: second, 3: (1.0, 1.0)}) for first, second in path]
    assert pinches[0] is None
    steps = [pinch for pinch in pinches[1:] if pinch is not None]
    assert len(steps) == len(path) - 1
    assert all(math.isfinite(step.factor) and step.factor > 0.0 for step in steps)
    (ax, ay), (bx, by) = path[0]
    (cx, cy), (dx, dy) = path[-1]
    assert sum(step.push[0] for step in steps) == pytest.approx((cx + dx - ax - bx) / 2.0)
    assert sum(step.push[1] for step in steps) == pytest.approx((cy + dy - ay - by) / 2.0)
    if all(first != second for first, second in path):
        spread = math.dist(*path[-1]) / math.dist(*path[0])
        assert math.prod(step.factor for step in steps) == pytest.approx(spread)
