import pytest
from PySide6.QtCore import QLocale

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.map_level import Country
from directory_app.geo.map_names import LOCAL, MapNames
from directory_app.geo.projection import to_world
from directory_app.geo.tiles.pictures import Area, TileSet
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.labels.labels import PlaceName, Style
from directory_app.ui.map.labels.place_names import PlaceNames, Wanted


@pytest.fixture(scope="module")
def map_names() -> MapNames:
    return MapNames(bundled("resources", "map_names", "map_names.bin"))


def _over(latitude: float, longitude: float, zoom: float, width: float = 1000.0, height: float = 700.0) -> Camera:
    return Camera(*to_world(latitude, longitude), zoom, width, height).held()


def _texts(found: tuple[PlaceName, ...], style: Style) -> list[str]:
    return [name.text for name in found if name.style is style]


@pytest.mark.parametrize(
    ("language", "country", "capital"),
    [
        ("en", "POLAND", "Warsaw"),
        ("en_GB", "POLAND", "Warsaw"),
        ("de", "POLEN", "Warschau"),
        ("de_AT", "POLEN", "Warschau"),
        ("pl", "POLSKA", "Warszawa"),
        ("ja", "ポーランド", "ワルシャワ"),
        ("zh_TW", "波蘭", "華沙"),
        (LOCAL, "POLSKA", "Warszawa"),
        ("xx", "POLAND", "Warsaw"),
        ("%s\n<b>", "POLAND", "Warsaw"),
    ],
)
def test_names_are_in_the_language_that_is_wanted(
    base_map: BaseMap, map_names: MapNames, language: str, country: str, capital: str
) -> None:
    found = PlaceNames(base_map.countries, map_names, Wanted(language)).around(_over(52.0, 20.0, 6.0))
    assert country in _texts(found, Style.COUNTRY)
    assert capital in _texts(found, Style.CAPITAL)


def test_without_a_wish_names_are_in_the_language_of_the_system(base_map: BaseMap, map_names: MapNames) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("fr_FR"))
        found = PlaceNames(base_map.countries, map_names).around(_over(52.0, 20.0, 5.0))
    finally:
        QLocale.setDefault(before)
    assert "POLOGNE" in _texts(found, Style.COUNTRY)


def test_names_are_in_capitals_only_where_that_is_usual(base_map: BaseMap, map_names: MapNames) -> None:
    found = PlaceNames(base_map.countries, map_names, Wanted(LOCAL)).around(_over(41.0, 40.0, 5.0))
    assert {"TÜRKİYE", "საქართველო"} <= set(_texts(found, Style.COUNTRY))


def test_without_a_file_of_names_there_are_countries_in_english(base_map: BaseMap) -> None:
    found = PlaceNames(base_map.countries, None, Wanted("de")).around(_over(52.0, 20.0, 5.0))
    assert {name.style for name in found} == {Style.COUNTRY}
    assert "POLAND" in _texts(found, Style.COUNTRY)


@pytest.mark.parametrize("zoom", [2.0, 6.0, 10.0])
@pytest.mark.parametrize("area", [None, Area(-180.0, -85.1, 180.0, 85.1), Area(-180.0, -90.0, 180.0, 90.0)])
def test_pictures_of_the_whole_world_name_its_places_themselves(
    base_map: BaseMap, map_names: MapNames, zoom: float, area: Area | None
) -> None:
    wanted = Wanted("en", TileSet("Streets", "", 0, 19, area=area))
    assert PlaceNames(base_map.countries, map_names, wanted).around(_over(52.0, 20.0, zoom)) == ()


@pytest.mark.parametrize("zoom", [4.9, 11.0])
def test_where_pictures_are_too_fine_or_too_coarse_the_base_map_has_its_names(
    base_map: BaseMap, map_names: MapNames, zoom: float
) -> None:
    camera = _over(52.0, 20.0, zoom, 3000.0, 2000.0)
    among = PlaceNames(base_map.countries, map_names, Wanted("en", TileSet("Streets", "", 5, 5))).around(camera)
    assert among == PlaceNames(base_map.countries, map_names, Wanted("en")).around(camera)


def test_beside_the_pictures_of_one_town_other_places_are_named(base_map: BaseMap, map_names: MapNames) -> None:
    camera = _over(52.0, 20.0, 7.0)
    every = set(PlaceNames(base_map.countries, map_names, Wanted("en")).around(camera))
    pictures = TileSet("Warsaw", "", 6, 15, area=Area(20.9, 52.1, 21.2, 52.3))
    beside = set(PlaceNames(base_map.countries, map_names, Wanted("en", pictures)).around(camera))
    assert {name.text for name in every - beside} >= {"Warsaw"}
    assert "Łódź" in {name.text for name in beside}
    assert beside < every


def test_names_come_in_the_order_in_which_there_is_room_for_them_as_one_comes_closer(
    base_map: BaseMap, map_names: MapNames
) -> None:
    names = PlaceNames(base_map.countries, map_names, Wanted("en"))
    texts = [name.text for name in names.around(_over(51.0, 10.0, 7.0))]
    expected = ["GERMANY", "Berlin", "LUXEMBOURG", "Hannover"]
    assert [text for text in texts if text in expected] == expected


@pytest.mark.parametrize(
    ("latitude", "longitude", "zoom", "name"),
    [
        (-15.4, 166.9, 5.5, "VANUATU"),
        (-9.6, 160.1, 6.0, "SOLOMON ISLANDS"),
        (-20.3, 57.6, 6.2, "MAURITIUS"),
        (1.9, -157.4, 6.5, "KIRIBATI"),
        (4.2, 73.5, 6.5, "MALDIVES"),
    ],
)
def test_island_states_are_named_though_their_names_are_wider_than_their_land(
    base_map: BaseMap, map_names: MapNames, latitude: float, longitude: float, zoom: float, name: str
) -> None:
    found = PlaceNames(base_map.countries, map_names, Wanted("en")).around(_over(latitude, longitude, zoom))
    assert name in _texts(found, Style.COUNTRY)


def test_names_wider_than_their_land_give_way_to_all_that_fit_at_that_zoom(map_names: MapNames) -> None:
    x, y = to_world(50.0, 10.0)
    small = Country("XS", "SMALL", x, y, 0.0008)
    middling, great = (Country(code, code, x, y, reach) for code, reach in (("XM", 0.0005), ("XG", 0.02)))
    found = PlaceNames((small, middling, great), map_names, Wanted("en")).around(_over(47.0, 9.0, 7.0))
    texts = [name.text for name in found]
    expected = ["XG", "Milan", "XM", "SMALL", "Stuttgart"]
    assert [text for text in texts if text in expected] == expected


def test_the_same_names_are_returned_until_others_are_needed(base_map: BaseMap, map_names: MapNames) -> None:
    names = PlaceNames(base_map.countries, map_names, Wanted("en"))
    camera = _over(51.0, 10.0, 6.0)
    first = names.around(camera)
    assert names.around(camera.panned(30.0, -20.0)) is first
    moved = names.around(camera.panned(900.0, 0.0))
    assert moved is not first
    assert "Paris" in _texts(moved, Style.CAPITAL)


def test_a_view_of_several_worlds_names_each_town_once(base_map: BaseMap, map_names: MapNames) -> None:
    found = PlaceNames(base_map.countries, map_names, Wanted("en")).around(_over(0.0, 179.0, 4.0, 9000.0, 4000.0))
    towns = [(name.x, name.y) for name in found if name.style is not Style.COUNTRY]
    assert len(towns) == len(set(towns)) > 50


def test_a_country_that_fills_the_view_is_not_named_any_more(base_map: BaseMap, map_names: MapNames) -> None:
    names = PlaceNames(base_map.countries, map_names, Wanted("en"))
    assert "GERMANY" in _texts(names.around(_over(51.0, 10.0, 7.0)), Style.COUNTRY)
    assert "GERMANY" not in _texts(names.around(_over(51.0, 10.0, 11.0)), Style.COUNTRY)


def test_a_language_written_in_another_script_than_the_names_is_not_mixed_up_with_it(
    base_map: BaseMap, map_names: MapNames
) -> None:
    camera = _over(44.0, 21.0, 6.0)
    cyrillic = PlaceNames(base_map.countries, map_names, Wanted("sr_RS")).around(camera)
    latin = PlaceNames(base_map.countries, map_names, Wanted("sr_Latn_RS")).around(camera)
    assert "СРБИЈА" in _texts(cyrillic, Style.COUNTRY)
    assert "SERBIA" in _texts(latin, Style.COUNTRY)
