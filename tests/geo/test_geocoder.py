import subprocess
import sys

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.geocoder import GazetteerGeocoder


@pytest.fixture
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


def test_it_is_one_of_geopys_geocoders(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_text_gives_one_location(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Rosario, Santa Fe, Argentina")
    assert isinstance(location, Location)
    assert location.address == "Rosario, Argentina"
    assert (round(location.latitude), round(location.longitude)) == (-33, -61)


def test_its_raw_is_a_plain_mapping(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Bonn, Germany").raw == {
        "label": "Bonn, Germany",
        "name": "Bonn",
        "area": "North Rhine-Westphalia",
        "country": "DE",
        "timezone": "Europe/Berlin",
        "precision": "town",
        "source": "GeoNames",
        "population": 330579,
        "match": "main",
        "geoname_id": 2946447,
    }


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({"city": "Goyang-si", "country": "Republic of Korea", "postalcode": "10390"}, "Goyang-si, South Korea"),
        ({"street": "1 Centennial Square", "city": "Victoria", "state": "BC", "country": "Canada"},
         "Victoria, British Columbia, Canada"),
        ({"county": "Bayern", "country": "DE"}, "Bavaria, Germany"),
    ],
)  # fmt: skip
def test_structured_parts_are_read_as_nominatims(
    geocoder: GazetteerGeocoder, parts: dict[str, str], address: str
) -> None:
    assert geocoder.geocode(parts).address == address


def test_an_unknown_country_has_no_towns(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode({"city": "Bonn", "country": "Atlantis"}) is None


def test_country_codes_bound_the_answers(geocoder: GazetteerGeocoder) -> None:
    several = geocoder.geocode("Victoria", exactly_one=False, country_codes=["CA", "sc"], limit=50)
    assert {location.raw["country"] for location in several} == {"CA", "SC"}
    assert geocoder.geocode({"city": "Bonn", "country": "Germany"}, country_codes="fr") is None


def test_no_answer_is_none(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("") is None
    assert geocoder.geocode("zzqqxx", exactly_one=False) is None


def test_no_more_are_given_than_asked_for(geocoder: GazetteerGeocoder) -> None:
    assert len(geocoder.geocode("Victoria", exactly_one=False, limit=4)) == 4


def test_the_nearest_town_is_found_in_reverse(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse((50.735, 7.1)).address == "Bonn, Germany"
    assert geocoder.reverse("50.735, 7.1").address == "Bonn, Germany"
    assert len(geocoder.reverse((50.735, 7.1), exactly_one=False, limit=3)) == 3


def test_what_is_no_point_is_refused_as_geopy_does(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(ValueError, match="Point"):
        geocoder.reverse("nowhere")


def test_geopy_is_not_imported_until_it_is_wanted() -> None:
    program = (
        "import sys; import directory_app.geo.locate, directory_app.geo.distance; "
        "sys.exit(any(name.startswith(('geopy', 'geographiclib')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
