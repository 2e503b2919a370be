import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.projection import to_world
from directory_app.ui.map.camera import MAX_ZOOM, TILE, Camera, whole_tiles
from directory_app.ui.map.flight import flown

cameras = st.builds(
    lambda x, y, zoom, width, height: Camera(x, y, zoom, width, height).held(),
    st.floats(0.0, 1.0),
    st.floats(0.0, 1.0),
    st.floats(0.0, MAX_ZOOM),
    st.floats(50.0, 3000.0),
    st.floats(50.0, 2000.0),
)
places = st.tuples(st.floats(0.0, 1000.0), st.floats(0.0, 1000.0))


@given(cameras, places)
def test_the_screen_comes_back_from_the_world(camera: Camera, place: tuple[float, float]) -> None:
    assert camera.to_screen(*camera.to_world(*place)) == pytest.approx(place, abs=1e-4)


@given(cameras, places, st.floats(3.0, MAX_ZOOM))
def test_zooming_keeps_what_is_under_the_pointer(camera: Camera, place: tuple[float, float], zoom: float) -> None:
    x, y = camera.to_world(*place)
    after = camera.zoomed(zoom, *place)
    left, top = after.nearest_on_screen(x, y)
    assert (left - place[0]) / after.world == pytest.approx(round((left - place[0]) / after.world), abs=1e-7)
    half = after.height / 2.0 / after.world
    if half < after.y < 1.0 - half:
        assert top == pytest.approx(place[1], abs=1e-2)


@given(cameras, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_nothing_but_the_world_is_shown_where_there_is_enough_of_it(camera: Camera, dx: float, dy: float) -> None:
    after = camera.panned(dx, dy)
    assert 0.0 <= after.x < 1.0
    if after.world >= after.height:
        assert after.to_screen(0.0, 0.0)[1] <= 1e-6
        assert after.to_screen(0.0, 1.0)[1] >= after.height - 1e-6
    else:
        assert after.y == 0.5


@given(cameras, st.lists(st.tuples(st.floats(0.0, 1.0, exclude_max=True), st.floats(0.2, 0.8)), min_size=1, max_size=9))
def test_fitting_shows_every_point(camera: Camera, points: list[tuple[float, float]]) -> None:
    fitted = camera.fitted(points, 20.0, 8.0)
    if fitted.zoom > fitted.held_zoom(-9.0):
        for point in points:
            left, top = fitted.nearest_on_screen(*point)
            assert -1e-6 <= left <= fitted.width + 1e-6
            assert -1e-6 <= top <= fitted.height + 1e-6


def test_fitting_takes_the_short_way_across_the_antimeridian() -> None:
    fiji, samoa = to_world(-18.14, 178.44), to_world(-13.83, -171.76)
    fitted = Camera(width=800.0, height=600.0).fitted([fiji, samoa], 50.0, 12.0)
    left, right = fitted.nearest_on_screen(*fiji)[0], fitted.nearest_on_screen(*samoa)[0]
    assert 50.0 - 1e-6 <= left < right <= 750.0 + 1e-6
    assert fitted.zoom > 4.0


@given(st.floats(0.0, MAX_ZOOM), st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]))
def test_whole_tiles_have_whole_pixels(zoom: float, ratio: float) -> None:
    whole = whole_tiles(zoom, ratio)
    side = TILE * ratio * 2.0 ** (whole - math.floor(whole + 1e-9))
    assert side == pytest.approx(round(side), abs=1e-6)
    assert zoom - 0.006 < whole <= zoom + 1e-9


def test_as_many_worlds_are_met_as_the_screen_is_wide() -> None:
    camera = Camera(0.5, 0.5, 0.0, 256.0 * 3, 256.0)
    assert list(camera.copies()) in ([-1, 0, 1], [-1, 0, 1, 2])


@given(cameras, cameras, st.floats(0.0, 1.0))
def test_a_flight_ends_where_it_should_and_never_leaves_the_map(start: Camera, end: Camera, part: float) -> None:
    there = Camera(end.x, end.y, end.zoom, start.width, start.height).held()
    course = flown(start, there)
    assert course(1.0) == there
    on_the_way = course(part)
    assert all(map(math.isfinite, (on_the_way.x, on_the_way.y, on_the_way.zoom)))
    assert 0.0 <= on_the_way.y <= 1.0
