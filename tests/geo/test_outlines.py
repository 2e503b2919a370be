from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.candidate import PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.outlines import Outlines


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    return Outlines(BaseMap(bundled("resources", "base_map", "base_map.bin")))


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (52.52, 13.40, "DE"),
        (-29.5, 28.2, "LS"),  # an enclave is a hole in the country around it
        (66.0, -175.0, "RU"),  # beyond the antimeridian
        (-16.5, 179.4, "FJ"),
        (-16.8, -179.95, "FJ"),
        (-80.0, 90.0, "AQ"),
        (43.94, 12.46, "SM"),
        (30.0, -40.0, None),
        (90.0, 0.0, None),
    ],
)
def test_a_point_is_in_its_country(outlines: Outlines, latitude: float, longitude: float, country: str | None) -> None:
    assert outlines.country_at(latitude, longitude) == country
    assert country is None or outlines.is_in(country, latitude, longitude)
    assert outlines.is_land(latitude, longitude) == (country is not None)


def test_a_country_reaches_as_far_beyond_its_outline_as_is_asked(outlines: Outlines) -> None:
    kehl = (48.573, 7.815)  # in Germany, about a kilometre from the Rhine and France
    assert not outlines.is_in("FR", *kehl)
    assert outlines.is_in("FR", *kehl, within_km=5.0)
    assert not outlines.is_in("CH", *kehl, within_km=50.0)


def test_kilometres_are_as_long_in_the_north_as_at_the_equator(outlines: Outlines) -> None:
    off_tromso = (70.9, 16.0)
    assert not outlines.is_land(*off_tromso, within_km=60.0)
    assert outlines.is_land(*off_tromso, within_km=200.0)
    off_libreville = (0.4, 8.8)  # some 60 km west of Gabon
    assert not outlines.is_land(*off_libreville, within_km=30.0)
    assert outlines.is_land(*off_libreville, within_km=100.0)


def test_some_islands_are_drawn_with_the_country_they_belong_to(outlines: Outlines) -> None:
    assert outlines.knows("FR") and not outlines.knows("RE")
    assert outlines.country_at(-21.1, 55.5) == "FR"


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 100))
def test_what_is_in_a_country_is_near_it_and_on_land(
    outlines: Outlines, latitude: float, longitude: float, reach: float
) -> None:
    country = outlines.country_at(latitude, longitude)
    if country is not None:
        assert outlines.is_in(country, latitude, longitude)
        assert outlines.is_in(country, latitude, longitude, reach)
        assert outlines.is_land(latitude, longitude, reach)


def test_what_is_no_point_is_refused(outlines: Outlines) -> None:
    with pytest.raises(ValueError, match="no point"):
        outlines.country_at(nan, 0.0)


def test_the_towns_of_the_gazetteer_lie_in_their_countries_but_where_that_is_disputed(
    outlines: Outlines, gazetteer: Gazetteer
) -> None:
    capitals = ("Nairobi", "Suva", "Male", "Singapore", "Valletta", "Monaco", "Honiara", "Nukualofa", "Apia", "Majuro")
    for name in capitals:
        town = gazetteer.find(PlaceQuery(city=name))[0]
        assert outlines.is_in(town.country, *town.position.point, within_km=10.0), town.label
