"""What is doubtful about positions, on the outlines and towns that the program ships."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.outlines import Outlines
from directory_app.geo.position_checks import PositionChecks
from directory_app.model.address import PostalAddress
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Status
from directory_app.model.place import Precision
from tests.builders import a_position, an_office


@pytest.fixture(scope="module")
def checks(gazetteer: Gazetteer) -> PositionChecks:
    return PositionChecks(Outlines(BaseMap(bundled("resources", "base_map", "base_map.bin"))), gazetteer)


def _found(checks: PositionChecks, city: str, country: str, latitude: float, longitude: float) -> tuple[Finding, ...]:
    return checks.findings(an_office(city=city, country=country, position=a_position(latitude, longitude)))


@pytest.mark.parametrize(
    ("city", "country", "latitude", "longitude"),
    [
        ("Bonn", "DE", 50.73, 7.1),
        ("Suva", "FJ", -18.14, 178.44),
        ("Hamburg", "DE", 53.54, 9.99),  # in the harbour
        ("Copenhagen", "DK", 55.69, 12.61),
        ("Funafuti", "TV", -8.52, 179.2),  # an atoll
        ("Majuro", "MH", 7.09, 171.38),
        ("Male", "MV", 4.175, 73.509),
        ("Venice", "IT", 45.43, 12.33),
        ("Kehl", "FR", 48.573, 7.815),  # a bridge away from its country
        ("", "", 50.73, 7.1),
        ("Bonn", "", 50.73, 7.1),
        ("Atlantis", "DE", 50.73, 7.1),
        ("Bonn", "Atlantis", 50.73, 7.1),
    ],
)
def test_a_position_that_can_be_right_is_in_no_doubt(
    checks: PositionChecks, city: str, country: str, latitude: float, longitude: float
) -> None:
    assert _found(checks, city, country, latitude, longitude) == ()


@pytest.mark.parametrize(
    ("city", "countries", "latitude", "longitude"),
    [
        ("Simferopol", "UA RU", 44.95, 34.1),
        ("Pristina", "XK RS", 42.66, 21.16),
        ("Laayoune", "EH MA", 27.14, -13.19),
        ("Kyrenia", "CY", 35.33, 33.32),
        ("Hargeysa", "SO", 9.56, 44.06),
        ("Taipei", "TW CN", 25.05, 121.53),
        ("Ramallah", "PS IL", 31.9, 35.2),
        ("San Juan", "PR US", 18.46, -66.1),
        ("Saint-Denis", "RE FR", -20.88, 55.45),
        ("Cayenne", "GF FR", 4.93, -52.33),
        ("Nuuk", "GL DK", 64.18, -51.72),
        ("Longyearbyen", "SJ NO", 78.22, 15.64),
    ],
)
def test_nobodys_claim_is_called_wrong(
    checks: PositionChecks, city: str, countries: str, latitude: float, longitude: float
) -> None:
    for country in countries.split():
        assert _found(checks, city, country, latitude, longitude) == ()


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        (("Bonn", "DE", 48.85, 2.35), "position_other_country", "in France; the office is in Germany"),
        (("Kyiv", "RU", 50.45, 30.5), "position_other_country", "in Ukraine; the office is in Russia"),
        (("Saint-Denis", "RE", 48.9, 2.3), "position_other_country", "in France; the office is in Réunion"),
        (("Bonn", "DE", 10.0, -30.0), "position_at_sea", "at sea"),
        (("Mumbai", "IN", 18.95, 72.5), "position_at_sea", "at sea"),
        (("", "", 10.0, -30.0), "position_at_sea", "at sea"),
        (("Bonn", "DE", 52.5, 13.4), "position_far_from_town", "477 km from Bonn"),
        (("Springfield", "US", 61.0, -150.0), "position_far_from_town", "km from Springfield"),
    ],
)
def test_a_position_that_cannot_be_right_is_pointed_out(
    checks: PositionChecks, place: tuple[str, str, float, float], code: str, words: str
) -> None:
    (finding,) = _found(checks, *place)
    assert (finding.code, finding.field, finding.level) == (code, "position", Level.WARNING)
    assert finding.about == f"{place[2]}, {place[3]}"
    assert words in finding.message


@pytest.mark.parametrize(("latitude", "longitude"), [(7.1, 50.73), (120.98, 14.6)])
def test_latitude_and_longitude_that_changed_places_are_proposed_the_right_way_round(
    checks: PositionChecks, latitude: float, longitude: float
) -> None:
    city, country = ("Manila", "PH") if latitude > 90 else ("Bonn", "DE")
    (finding,) = _found(checks, city, country, latitude, longitude)
    assert (finding.code, finding.suggestion) == ("position_swapped", f"{longitude}, {latitude}")


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0.0, 0.0), (nan, 7.0), (inf, inf), (91.0, 200.0), (50.0, 180.5), (-7.0, nan)]
)
def test_what_is_no_place_on_earth_is_pointed_out_elsewhere(
    checks: PositionChecks, latitude: float, longitude: float
) -> None:
    assert _found(checks, "Bonn", "DE", latitude, longitude) == ()


def test_a_state_tells_which_of_the_towns_of_a_name_is_meant(checks: PositionChecks) -> None:
    rosario = PostalAddress(city="Rosario", state="Santa Fe", country="AR")
    assert checks.findings(an_office(address=rosario, position=a_position(-32.95, -60.65))) == ()
    (finding,) = checks.findings(an_office(address=rosario, position=a_position(-24.18, -65.3)))
    assert finding.code == "position_far_from_town"


def test_the_place_of_the_town_is_proposed_but_never_instead_of_a_pin_placed_by_hand(checks: PositionChecks) -> None:
    berlin = a_position(52.5, 13.4)
    (finding,) = checks.findings(an_office(position=berlin))
    assert finding.suggestion.startswith("50.7")
    (finding,) = checks.findings(an_office(position=a_position(52.5, 13.4, precision=Precision.MANUAL)))
    assert finding.suggestion == ""


def test_a_position_that_stands_for_a_country_is_far_from_no_town(checks: PositionChecks) -> None:
    assert checks.findings(an_office(position=a_position(52.5, 13.4, precision=Precision.COUNTRY))) == ()


@pytest.mark.parametrize(
    ("city", "country", "why", "place"),
    [
        ("Bonn", "DE", "Nobody has placed it", "50.7"),
        ("Bonn", "", "names no country", ""),
        ("", "DE", "names no town", ""),
        ("Atlantis", "DE", "No town called Atlantis is known in Germany", ""),
        ("Springfield", "US", "Several places may be meant by Springfield", ""),
    ],
)
def test_why_an_office_is_not_on_the_map_is_told(
    checks: PositionChecks, city: str, country: str, why: str, place: str
) -> None:
    (finding,) = checks.findings(an_office(city=city, country=country))
    assert (finding.code, finding.level) == ("not_on_map", Level.NOTE)
    assert why in finding.message
    assert finding.suggestion[:4] == place


def test_a_closed_office_need_not_be_on_the_map(checks: PositionChecks) -> None:
    assert checks.findings(an_office(status=Status.CLOSED)) == ()


@given(st.floats(), st.floats(), st.sampled_from(["", "DE", "de", "FJ", "ZZ", "x"]), st.sampled_from(["", "Bonn"]))
def test_any_position_can_be_checked(
    checks: PositionChecks, latitude: float, longitude: float, country: str, city: str
) -> None:
    assert len(_found(checks, city, country, latitude, longitude)) <= 1
