from math import log
from pathlib import Path

import pytest

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError
from directory_app.geo.map_names import LOCAL, MapNames, Town
from directory_app.geo.projection import to_world

FILE = bundled("resources", "map_names", "map_names.bin")
DEEPEST = 11
LEAST = {4: 1_500_000, 6: 150_000, 8: 30_000}


@pytest.fixture(scope="module")
def names() -> MapNames:
    return MapNames(FILE)


def _near(names: MapNames, latitude: float, longitude: float, level: int = DEEPEST, reach: float = 0.002) -> list[Town]:
    x, y = to_world(latitude, longitude)
    return list(names.towns(x - reach, y - reach, x + reach, y + reach, level))


def _greatest(names: MapNames, latitude: float, longitude: float) -> Town:
    return max(_near(names, latitude, longitude), key=lambda town: town.size)


@pytest.mark.parametrize(
    ("latitude", "longitude", "name", "local_name", "is_capital"),
    [
        (35.69, 139.69, "Tokyo", "東京", True),
        (37.57, 126.98, "Seoul", "서울", True),
        (50.45, 30.52, "Kyiv", "Київ", True),
        (30.06, 31.25, "Cairo", "القاهرة", True),
        (48.14, 11.58, "Munich", "München", False),
        (43.77, 11.25, "Florence", "Firenze", False),
        (-41.29, 174.78, "Wellington", "", True),
        (19.07, 72.88, "Mumbai", "", False),
    ],
)
def test_towns_have_their_main_name_and_the_local_one_where_that_is_certain(
    names: MapNames, latitude: float, longitude: float, name: str, local_name: str, is_capital: bool
) -> None:
    town = _greatest(names, latitude, longitude)
    assert (town.name, town.local_name, town.is_capital) == (name, local_name, is_capital)
    assert (town.x, town.y) == pytest.approx(to_world(latitude, longitude), abs=0.0001)


def test_the_nearer_one_looks_the_more_towns_there_are_and_none_leaves(names: MapNames) -> None:
    before: set[int] = set()
    for level in range(3, DEEPEST + 1):
        found = {town.number for town in _near(names, 51.0, 7.0, level, 0.01)}
        assert before <= found
        before = found
    assert len(before) > 50


def test_towns_of_one_level_do_not_crowd(names: MapNames) -> None:
    for level in (4, 6, 8):
        world = 256.0 * 2**level
        towns = _near(names, 50.0, 10.0, level, 400.0 / world)
        for number, one in enumerate(towns):
            for other in towns[:number]:
                closer = one.is_capital or other.is_capital or max(one.size, other.size) >= 7 * log(5 * LEAST[level])
                part = 0.49 if closer else 0.99
                assert abs(one.x - other.x) * world > 140.0 * part or abs(one.y - other.y) * world > 64.0 * part


@pytest.mark.parametrize(
    ("latitude", "longitude", "name", "level"),
    [
        (43.71, -79.40, "Toronto", 5),
        (50.93, 6.95, "Köln", 6),
        (51.22, 6.78, "Düsseldorf", 7),
        (48.78, 9.18, "Stuttgart", 7),
        (51.34, 12.37, "Leipzig", 7),
        (35.18, 136.91, "Nagoya", 7),
        (20.68, -103.35, "Guadalajara", 6),
        (23.12, 113.25, "Guangzhou", 6),
        (32.06, 118.78, "Nanjing", 6),
        (45.07, 7.69, "Turin", 7),
    ],
)
def test_great_cities_are_shown_from_afar(
    names: MapNames, latitude: float, longitude: float, name: str, level: int
) -> None:
    assert name in {town.name for town in _near(names, latitude, longitude, level)}


def test_no_town_takes_the_place_of_a_much_greater_one(names: MapNames) -> None:
    every = list(names.towns(0.0, 0.0, 1.0, 1.0, DEEPEST))
    for zoom in (5, 6, 7, 8):
        world = 256.0 * 2**zoom
        hidden = [town for town in every if town.level > zoom and town.size > 7 * log(1_000_000)]
        robbed = [
            (town.name, other.name)
            for town in hidden
            for other in names.towns(
                town.x - 140 / world, town.y - 64 / world, town.x + 140 / world, town.y + 64 / world, zoom
            )
            if town.size - other.size > 7 * log(8) and not other.is_capital
        ]
        assert robbed == []


def test_the_antimeridian_is_no_end(names: MapNames) -> None:
    _, y = to_world(-18.14, 178.44)
    from_east, from_west = (
        names.towns(-0.02, y - 0.01, 0.02, y + 0.01, 8),
        names.towns(0.98, y - 0.01, 1.02, y + 0.01, 8),
    )
    assert {town.name for town in from_east} == {town.name for town in from_west} >= {"Suva"}


def test_names_in_a_language_are_those_that_differ_from_english(names: MapNames) -> None:
    german = names.names("de")
    assert (german["DE"], german["CI"]) == ("Deutschland", "Côte d’Ivoire")
    assert german[str(_greatest(names, 52.23, 21.01).number)] == "Warschau"
    assert str(_greatest(names, 52.52, 13.41).number) not in german
    local = names.names(LOCAL)
    assert (local["JP"], local["CH"], local["IN"]) == ("日本", "Schweiz", "भारत")


@pytest.mark.parametrize("language", ["", "en", "xx", "../de"])
def test_a_language_that_is_not_there_has_no_names(names: MapNames, language: str) -> None:
    assert names.names(language) == {}


def test_every_part_of_the_file_can_be_read_and_it_is_small(names: MapNames) -> None:
    towns = list(names.towns(0.0, 0.0, 1.0, 1.0, DEEPEST))
    assert [town.number for town in sorted(towns, key=lambda town: town.number)] == list(range(len(towns)))
    assert all(town.name and 0.0 <= town.x < 1.0 and 0.0 <= town.y < 1.0 for town in towns)
    assert all(names.names(language) for language in names.languages)
    assert FILE.stat().st_size < 700_000


@pytest.mark.parametrize("change", ["missing", "empty", "cut", "magic", "rest"])
def test_a_damaged_file_is_named(tmp_path: Path, change: str) -> None:
    data = bytearray(FILE.read_bytes())
    if change == "magic":
        data[0] ^= 0xFF
    if change == "rest":
        data[-5000] ^= 0xFF
    length = {"empty": 0, "cut": len(data) // 2}.get(change, len(data))
    path = tmp_path / "names.bin"
    if change != "missing":
        path.write_bytes(data[:length])
    with pytest.raises(MissingResourceError, match=r"names\.bin are missing or damaged. Install"):
        MapNames(path)
