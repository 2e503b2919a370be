import struct
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError
from directory_app.geo.base_map import BaseMap
from directory_app.geo.box import Box
from directory_app.geo.map_level import EVERYTHING, Level, LineKind, Polygon
from directory_app.geo.projection import to_world

LEVELS = (0, 1, 2, 3)


@pytest.fixture(scope="module")
def base_map() -> BaseMap:
    return BaseMap(bundled("resources", "base_map", "base_map.bin"))


def _points(ring: "memoryview[float]") -> list[tuple[float, float]]:
    values = ring.tolist()
    return list(zip(values[::2], values[1::2], strict=True))


def _lines(level: Level, *kinds: LineKind, box: Box = EVERYTHING) -> list[list[tuple[float, float]]]:
    return [_points(memoryview(line).cast("f")) for kind in kinds for line in level.lines_in(kind, box)]


def _winds(rings: list[bytes], x: float, y: float) -> bool:
    """Tells whether a point is inside, by winding as the map is filled."""
    turns = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(_points(memoryview(ring).cast("f"))):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                turns += 1 if by > ay else -1
    return turns != 0


def _holds(level: Level, polygon: Polygon, x: float, y: float) -> bool:
    inside = False
    for ring in level.rings(polygon):
        points = _points(ring)
        for (ax, ay), (bx, by) in pairwise(points):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def _country_at(level: Level, latitude: float, longitude: float) -> set[str]:
    x, y = to_world(latitude, longitude)
    shifts = (x - 1.0, x, x + 1.0)
    return {p.country.code for p in level.polygons if any(_holds(level, p, copy, y) for copy in shifts)}


@pytest.mark.parametrize("number", LEVELS)
def test_capitals_lie_in_their_countries(base_map: BaseMap, number: int) -> None:
    level = base_map.level(number)
    assert _country_at(level, 52.52, 13.40) == {"DE"}
    assert _country_at(level, 37.57, 127.10) == {"KR"}
    assert _country_at(level, -23.55, -46.63) == {"BR"}
    assert _country_at(level, 66.0, -175.0) == {"RU"}
    assert _country_at(level, -29.5, 28.2) == {"LS"}
    assert _country_at(level, -80.0, 90.0) == {"AQ"}
    assert _country_at(level, 30.0, -40.0) == set()


@pytest.mark.parametrize("number", LEVELS)
def test_no_outline_jumps_across_the_world(base_map: BaseMap, number: int) -> None:
    level = base_map.level(number)
    for polygon in level.polygons:
        for ring in level.rings(polygon):
            points = _points(ring)
            assert points[0] == points[-1]
            if polygon.country.code != "AQ":
                assert all(abs(ax - bx) < 0.1 for (ax, _), (bx, _) in pairwise(points))
    for points in _lines(level, *LineKind):
        assert all(abs(ax - bx) < 0.1 for (ax, _), (bx, _) in pairwise(points))


@pytest.mark.parametrize("number", LEVELS)
def test_no_coast_runs_along_the_antimeridian(base_map: BaseMap, number: int) -> None:
    for points in _lines(base_map.level(number), LineKind.COAST):
        along = [a for a, b in pairwise(points) if a[0] == b[0] and a[0] in (0.0, 1.0) and a != b]
        assert along == []


@pytest.mark.parametrize("number", LEVELS)
def test_boxes_hold_their_outlines(base_map: BaseMap, number: int) -> None:
    level = base_map.level(number)
    for polygon in level.polygons[::7]:
        xs, ys = zip(*_points(level.rings(polygon)[0]), strict=True)
        box = polygon.box
        assert (min(xs), min(ys), max(xs), max(ys)) == (box.left, box.top, box.right, box.bottom)


def test_outlines_run_clockwise_and_holes_do_not(base_map: BaseMap) -> None:
    level = base_map.level(2)
    for polygon in level.polygons:
        for number, ring in enumerate(level.rings(polygon)):
            points = _points(ring)
            pairs = pairwise(points)
            area = sum(
                (ax - points[0][0]) * (by - ay) - (ay - points[0][1]) * (bx - ax) for (ax, ay), (bx, by) in pairs
            )
            assert (area > 0.0) == (number == 0)


def test_names_stand_in_their_countries(base_map: BaseMap) -> None:
    level = base_map.level(2)
    for country in base_map.countries:
        own = [p for p in level.polygons if p.country is country]
        if own and country.reach > 0.001:
            copies = (country.x - 1.0, country.x, country.x + 1.0)
            assert any(_holds(level, p, x, country.y) for p in own for x in copies), country.name


def test_countries_have_iso_codes_and_english_names(base_map: BaseMap) -> None:
    names = {country.code: country.name for country in base_map.countries if country.code}
    assert names["DE"] == "Germany"
    assert names["CI"] == "Ivory Coast"
    assert names["XK"] == "Kosovo"
    assert len(names) >= 235


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingResourceError, match=r"nowhere\.bin is missing or damaged"):
        BaseMap(tmp_path / "nowhere.bin")


@pytest.mark.parametrize("change", ["empty", "cut", "magic", "index"])
def test_a_damaged_file_is_named(tmp_path: Path, change: str) -> None:
    data = bytearray(bundled("resources", "base_map", "base_map.bin").read_bytes())
    if change == "magic":
        data[0] ^= 0xFF
    if change == "index":
        data[5000] ^= 0xFF
    size = {"empty": 0, "cut": len(data) // 2}.get(change, len(data))
    path = tmp_path / "damaged.bin"
    path.write_bytes(data[:size])
    with pytest.raises(MissingResourceError, match=r"damaged\.bin"):
        BaseMap(path)


@pytest.mark.parametrize("number", LEVELS)
def test_the_middle_of_every_outline_is_on_the_map(base_map: BaseMap, number: int) -> None:
    assert all(0.0 <= (p.box.left + p.box.right) / 2 < 1.0 for p in base_map.level(number).polygons)


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(47.8, -87.5), (-1.0, 33.0), (-6.0, 29.5), (53.5, 108.0), (46.4, 75.0), (61.0, 31.5), (-16.0, -69.3)],
    ids=["Superior", "Victoria", "Tanganyika", "Baikal", "Balkhash", "Ladoga", "Titicaca"],
)
def test_great_lakes_are_water(base_map: BaseMap, number: int, latitude: float, longitude: float) -> None:
    x, y = to_world(latitude, longitude)
    here = Box(x, y, x, y)
    level = base_map.level(number)
    assert any(_winds(rings, x, y) for rings in level.lakes_in(here, 0.0))
    assert any(_winds(rings, x, y) for _, rings in level.land_in(here, 0.0))  # a lake is drawn over land


def test_an_island_in_a_lake_is_land(base_map: BaseMap) -> None:
    x, y = to_world(45.75, -82.2)  # Manitoulin in Lake Huron
    assert not any(_winds(rings, x, y) for rings in base_map.level(3).lakes_in(Box(x, y, x, y), 0.0))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(30.04, 31.23), (41.25, -95.92), (-3.2, -59.5), (50.36, 7.6), (29.56, 106.6)],
    ids=["Nile", "Missouri", "Amazon", "Rhine", "Yangtze"],
)
@pytest.mark.parametrize("number", [2, 3])
def test_great_rivers_flow_where_they_should(base_map: BaseMap, number: int, latitude: float, longitude: float) -> None:
    x, y = to_world(latitude, longitude)
    near = 0.5 / 360.0
    level = base_map.level(number)
    assert _lines(level, LineKind.RIVER, box=Box(x - near, y - near, x + near, y + near))


def test_the_coarse_levels_have_no_rivers_and_the_finest_has_most(base_map: BaseMap) -> None:
    rivers = [len(_lines(base_map.level(number), LineKind.RIVER)) for number in LEVELS]
    assert rivers[:2] == [0, 0]
    assert 0 < rivers[2] < rivers[3]


BOXES = st.tuples(st.floats(0.0, 0.99), st.floats(0.15, 0.7), st.floats(0.001, 0.2)).map(
    lambda drawn: Box(drawn[0], drawn[1], drawn[0] + drawn[2], drawn[1] + drawn[2])
)


@settings(max_examples=25)
@given(BOXES, st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)), min_size=3, max_size=3))
def test_what_is_cut_to_a_box_is_the_same_inside_it(
    base_map: BaseMap, box: Box, parts: list[tuple[float, float]]
) -> None:
    level = base_map.level(2)
    side = box.right - box.left
    within = [(box.left + across * side, box.top + down * side) for across, down in parts]
    cut, whole = ([rings for _, rings in level.land_in(seen, 0.0)] for seen in (box, EVERYTHING))
    for x, y in within:
        assert any(_winds(rings, x, y) for rings in cut) == any(_winds(rings, x, y) for rings in whole)


@settings(max_examples=60)
@given(st.sampled_from(LEVELS[1:]), st.floats(-1.2, 1.2), st.floats(0.0, 1.0), st.floats(1e-5, 0.06))
def test_a_small_box_has_all_the_land_that_touches_it(number: int, left: float, top: float, size: float) -> None:
    level = BaseMap(bundled("resources", "base_map", "base_map.bin")).level(number)
    box = Box(left, top, left + size, top + size)
    found = [country for country, _ in level.land_in(box, -1.0)]
    expected = [polygon.country for polygon in level.polygons if polygon.box.overlaps(box)]
    assert sorted(country.name for country in found) == sorted(country.name for country in expected)


def test_little_is_read_of_a_long_outline_that_is_hardly_seen(base_map: BaseMap) -> None:
    level = base_map.level(3)
    x, y = to_world(50.45, -104.6)  # Regina, far from any coast
    cut = sum(len(ring) for _, rings in level.land_in(Box(x, y, x + 0.001, y + 0.001), 0.0) for ring in rings)
    canada = max((p for p in level.polygons if p.country.code == "CA"), key=lambda p: p.box.right - p.box.left)
    assert 10 * cut < sum(ring.nbytes for ring in level.rings(canada))


def test_what_is_too_small_is_left_out(base_map: BaseMap) -> None:
    level = base_map.level(2)
    assert 0 < len(list(level.lakes_in(EVERYTHING, 0.01))) < len(list(level.lakes_in(EVERYTHING, 0.001)))
    assert list(level.land_in(EVERYTHING, 3.0)) == []


def test_a_level_whose_tables_do_not_fit_is_named(tmp_path: Path) -> None:
    data = bytearray(bundled("resources", "base_map", "base_map.bin").read_bytes())
    header = struct.Struct("<8sIII")
    magic, _, index_bytes, point_bytes = header.unpack_from(data)
    index = data[header.size : header.size + index_bytes]
    struct.pack_into("<I", index, len(index) - 20, 99)  # the kind of the last line
    data[: header.size + index_bytes] = header.pack(magic, zlib.crc32(index), index_bytes, point_bytes) + index
    path = tmp_path / "damaged.bin"
    path.write_bytes(data)
    base_map = BaseMap(path)
    assert base_map.level(0).polygons
    with pytest.raises(MissingResourceError, match=r"damaged\.bin is damaged"):
        base_map.level(3)


def test_the_resources_of_the_base_map_take_at_most_8_megabytes() -> None:
    folder = bundled("resources", "base_map")
    assert sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) <= 8_000_000
