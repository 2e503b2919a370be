import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.geo.box import Box
from directory_app.geo.projection import nearest_copy
from directory_app.ui.map.camera import TILE
from directory_app.ui.map.marks.clusters import FEW, FEW_APART, MANY_APART, Clusters, Spacing

_units = st.floats(0.0, 1.0, exclude_max=True)
_anywhere = st.builds(complex, _units, st.floats(0.0, 1.0))
_in_one_town = st.builds(lambda x, y: complex(0.52 + x / 2_000.0, 0.33 + y / 2_000.0), _units, _units)
_at_the_edge = st.builds(lambda x, y: complex((x - 0.5) / 50.0 % 1.0, 0.5 + y / 50.0), _units, _units)
points = st.lists(st.one_of(_anywhere, _in_one_town, _at_the_edge), max_size=60)
spacings = st.sampled_from([FEW_APART, MANY_APART])


def _leaders(clusters: Clusters, level: int) -> set[int]:
    return {clusters.order[start] for start, _ in clusters.spans(level)}


def _apart(one: complex, other: complex) -> float:
    return math.hypot(nearest_copy(one.real, other.real) - other.real, one.imag - other.imag)


@given(points, spacings, st.integers(0, 10))
def test_every_point_is_in_one_cluster_of_each_level(places: list[complex], spacing: Spacing, important: int) -> None:
    clusters = Clusters(places, min(important, len(places)), spacing)
    for level in range(len(spacing.zooms)):
        numbers = [number for start, end in clusters.spans(level) for number in clusters.order[start:end]]
        assert sorted(numbers) == list(range(len(places)))
        assert all(clusters.span(level, place) in clusters.spans(level) for place in range(len(places)))


@given(points, spacings)
def test_a_cluster_lies_within_one_of_the_next_coarser_level_and_has_its_leader(
    places: list[complex], spacing: Spacing
) -> None:
    clusters = Clusters(places, 0, spacing)
    for level in range(1, len(spacing.zooms)):
        coarser = clusters.spans(level - 1)
        for start, end in clusters.spans(level):
            assert any(first <= start and end <= last for first, last in coarser)
        assert {start for start, _ in coarser} <= {start for start, _ in clusters.spans(level)}


@given(points, spacings)
@example([complex(0.999999, 0.5), complex(0.0, 0.5)], FEW_APART)
def test_leaders_are_never_nearer_than_the_radius_even_across_the_antimeridian(
    places: list[complex], spacing: Spacing
) -> None:
    clusters = Clusters(places, 0, spacing)
    for level in range(len(spacing.zooms)):
        leaders = [clusters.point(start) for start, _ in clusters.spans(level)]
        for number, one in enumerate(leaders):
            for other in leaders[:number]:
                assert _apart(one, other) >= spacing.reach(level) * (1.0 - 1e-9)


@given(points, spacings)
def test_nobody_is_farther_from_a_leader_than_the_radii_from_there_on_together(
    places: list[complex], spacing: Spacing
) -> None:
    clusters = Clusters(places, 0, spacing)
    for level in range(len(spacing.zooms)):
        reach = sum(spacing.reach(finer) for finer in range(level, len(spacing.zooms)))
        for start, end in clusters.spans(level):
            assert all(
                _apart(clusters.point(start), point) <= reach for point in map(clusters.point, range(start, end))
            )


@given(points, spacings, st.integers(0, 2**20))
@example([complex(0.5, 0.5), complex(0.52, 0.5), complex(0.51, 0.5)], FEW_APART, 328)
def test_turning_the_world_changes_no_leader(places: list[complex], spacing: Spacing, turn: int) -> None:
    by = turn / 2**20
    first = [complex(round(place.real * 2**30) / 2**30 % 1.0, place.imag) for place in places]
    turned = [complex((place.real + by) % 1.0, place.imag) for place in first]  # exact: both are whole 2**-30ths
    one, other = Clusters(first, len(first), spacing), Clusters(turned, len(first), spacing)
    for level in range(len(spacing.zooms)):
        assert _leaders(one, level) == _leaders(other, level)


@given(
    st.lists(st.sampled_from([complex(0.3, 0.4), complex(0.3, 0.4 + 1e-7), complex(0.7, 1.0)]), max_size=40), spacings
)
def test_what_is_at_one_spot_stays_together_at_every_zoom_and_what_is_near_while_points_are_gathered(
    places: list[complex], spacing: Spacing
) -> None:
    clusters = Clusters(places, 0, spacing)
    for level in range(len(spacing.zooms)):
        spots = {place.real for place in places} if level in spacing.gathered else set(places)
        assert len(clusters.spans(level)) == len(spots)


@given(points, spacings, _units, _units, st.floats(1e-4, 0.6))
def test_every_cluster_with_a_point_in_the_box_is_found(
    places: list[complex], spacing: Spacing, x: float, y: float, size: float
) -> None:
    clusters = Clusters(places, 0, spacing)
    box = Box(x - size, y - size, x + size, y + size)
    for level in range(len(spacing.zooms)):
        found = clusters.spans(level, box)
        assert len(found) == len(set(found))
        for span in clusters.spans(level):
            inside = [
                point
                for point in map(clusters.point, range(*span))
                if abs(nearest_copy(point.real, x) - x) < size - 1e-9 and abs(point.imag - y) < size - 1e-9
            ]
            assert not inside or span in found


@given(points, spacings)
def test_the_important_lead_those_that_are_not(places: list[complex], spacing: Spacing) -> None:
    important = len(places) // 3
    clusters = Clusters(places, important, spacing)
    for level in range(len(spacing.zooms)):
        for start, end in clusters.spans(level):
            numbers = clusters.order[start:end]
            assert numbers[0] < important or min(numbers) >= important


def test_a_place_that_many_share_leads_its_surroundings() -> None:
    around = [complex(0.5 + number * 1e-4, 0.3 + number * 1e-4) for number in range(-4, 5)]
    clusters = Clusters([*around, *([around[7]] * 20)])
    assert [clusters.point(start) for start, _ in clusters.spans(0)] == [around[7]]


@pytest.mark.parametrize(("zoom", "level"), [(0.0, 0), (0.49, 0), (0.5, 1), (3.9, 7), (14.0, 28), (19.0, 28)])
def test_a_level_holds_until_the_next_does(zoom: float, level: int) -> None:
    assert Clusters([0.5 + 0.5j]).level(zoom) == level


def test_many_points_leave_more_of_the_map_to_be_seen_than_few() -> None:
    pair = [0.2 + 0.2j, 0.2 + 0.2j + 30.0 / TILE]
    others = [complex(0.6 + number * 1e-5, 0.6) for number in range(FEW)]
    few, many = Clusters([*pair, *others[:-2]]), Clusters([*pair, *others])
    assert [few.point(start) in pair for start, _ in few.spans(0)].count(True) == 2
    assert [many.point(start) in pair for start, _ in many.spans(0)].count(True) == 1


def test_nothing_has_no_clusters() -> None:
    clusters = Clusters([])
    assert clusters.spans(0) == clusters.spans(5, Box(0.0, 0.0, 1.0, 1.0)) == []


def test_a_large_world_is_seen_in_parts() -> None:
    places = [complex(x / 64.0, y / 64.0) for x in range(64) for y in range(64)]
    clusters = Clusters(places)
    level = clusters.level(9.0)
    assert len(clusters.spans(level)) == len(places)
    near = clusters.spans(level, Box(0.499, 0.499, 0.501, 0.501))
    assert {clusters.point(start) for start, _ in near} == {0.5 + 0.5j}
