"""Which few of many offices say where all of them are."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from directory_app.geo.projection import narrowest_span
from directory_app.ui.map.marks.clusters import FEW
from directory_app.ui.map.marks.gathered import frame_of
from directory_app.ui.map.marks.mark import Spot, spots_of
from tests.ui.map.offices import BERLIN, SUVA, a_summary


def _spots(longitudes: list[float]) -> tuple[Spot, ...]:
    return spots_of([a_summary(f"Office {n}", n % 90 - 45.0, x) for n, x in enumerate(longitudes)])


def _span(spots: tuple[Spot, ...]) -> tuple[float, float]:
    return narrowest_span([spot.x for spot in spots])


def test_a_few_offices_frame_themselves() -> None:
    assert set(frame_of(spots_of([BERLIN, SUVA]))) == set(spots_of([BERLIN, SUVA]))
    assert frame_of(()) == ()


def test_a_view_of_the_frame_does_not_take_the_other_way_round_the_world() -> None:
    spots = _spots([number * 0.3 - 170.0 for number in range(FEW + 60)])
    frame = frame_of(spots)
    assert _span(frame) == approx(_span(spots))
    assert len(frame) < 60


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 360.0), st.floats(-180.0, 180.0), st.integers(1, 40))
def test_the_frame_of_many_is_as_wide_as_they_are(seed: int, width: float, west: float, towns: int) -> None:
    rng = random.Random(seed)
    at = [(west + rng.random() * width + 180.0) % 360.0 - 180.0 for _ in range(towns)]
    spots = _spots([(rng.choice(at) + rng.gauss(0.0, 0.5) + 180.0) % 360.0 - 180.0 for _ in range(FEW + 1)])
    frame = frame_of(spots)
    assert {min(spot.y for spot in frame), max(spot.y for spot in frame)} == {
        min(spot.y for spot in spots),
        max(spot.y for spot in spots),
    }
    assert _span(frame)[1] == approx(_span(spots)[1], abs=0.0011)
