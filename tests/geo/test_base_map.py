from itertools import pairwise
from pathlib import Path

import pytest

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError
from directory_app.geo.base_map import BaseMap, Level, Polygon
from directory_app.geo.projection import to_world

LEVELS = (0, 1, 2, 3)


@pytest.fixture(scope="module")
def base_map() -> BaseMap:
    return BaseMap(bundled("resources", "base_map", "base_map.bin"))


def _points(ring: "memoryview[float]") -> list[tuple[float, float]]:
    values = ring.tolist()
    return list(zip(values[::2], values[1::2], strict=True))


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
    for line in (*level.borders, *level.coasts):
        points = _points(line.points)
        assert all(abs(ax - bx) < 0.1 for (ax, _), (bx, _) in pairwise(points))


@pytest.mark.parametrize("number", LEVELS)
def test_no_coast_runs_along_the_antimeridian(base_map: BaseMap, number: int) -> None:
    for line in base_map.level(number).coasts:
        points = _points(line.points)
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
