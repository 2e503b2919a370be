"""The zone of a point."""

import math
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.timezones import zone_at
from directory_app.model.place import Point


@pytest.mark.parametrize(
    ("point", "zone"),
    [
        ((50.735, 7.100), "Europe/Berlin"),
        ((35.67, 139.75), "Asia/Tokyo"),
        ((28.614, 77.209), "Asia/Kolkata"),
        ((27.717, 85.324), "Asia/Kathmandu"),
        ((-32.947, -60.639), "America/Argentina/Cordoba"),
        ((-18.141, 178.442), "Pacific/Fiji"),
        ((47.696, 8.634), "Europe/Zurich"),
        ((47.698, 8.690), "Europe/Busingen"),
        ((64.181, -51.722), "America/Nuuk"),
        ((50.450, 30.523), "Europe/Kyiv"),
        ((42.315, 43.357), "Asia/Tbilisi"),
    ],
)
def test_a_town_has_the_zone_of_its_country_or_state(point: Point, zone: str) -> None:
    assert zone_at(point) == zone


def test_latitude_comes_first() -> None:
    assert zone_at((7.1, 50.7)) == "", "that is in the Indian Ocean, and Bonn with its coordinates swapped"


@pytest.mark.parametrize("point", [(30.0, -40.0), (0.0, 0.0), (-40.0, -120.0)])
def test_the_high_seas_have_no_zone(point: Point) -> None:
    assert zone_at(point) == ""


@pytest.mark.parametrize(
    "point", [(math.nan, 7.0), (50.0, math.nan), (math.inf, 7.0), (50.0, -math.inf), (90.1, 7.0), (-1e300, 0.0)]
)
def test_what_is_no_point_has_no_zone(point: Point) -> None:
    assert zone_at(point) == ""


def test_a_longitude_goes_round_the_earth() -> None:
    assert zone_at((50.735, 367.1)) == zone_at((50.735, -352.9)) == "Europe/Berlin"
    assert zone_at((-16.85, 180.0)) == zone_at((-16.85, -180.0)) == "Pacific/Fiji"


def test_a_zone_that_this_system_does_not_know_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tzfpy.get_tz", lambda east, north: "Mars/Olympus")
    assert zone_at((50.735, 7.1)) == ""


@given(st.floats(), st.floats())
def test_every_answer_is_a_zone_of_this_system_or_none(latitude: float, longitude: float) -> None:
    zone = zone_at((latitude, longitude))
    assert not zone or ZoneInfo(zone).key == zone
