"""Distances and directions in words."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.geo.measures import direction_name, direction_text, distance_text, is_sure, uses_miles


@pytest.mark.parametrize(
    ("kilometres", "text"),
    [
        (0.0, "under 10 m"),
        (0.004, "under 10 m"),
        (0.012, "10 m"),
        (0.846, "850 m"),
        (0.994, "990 m"),
        (0.997, "1 km"),
        (1.04, "1 km"),
        (3.44, "3.4 km"),
        (9.94, "9.9 km"),
        (9.96, "10 km"),
        (12.3, "12 km"),
        (999.4, "999 km"),
        (999.6, "1,000 km"),
        (1236.0, "1,240 km"),
        (20_003.9, "20,000 km"),
    ],
)
def test_kilometres_are_rounded_as_people_say_them(kilometres: float, text: str) -> None:
    assert distance_text(kilometres) == text


@pytest.mark.parametrize(
    ("kilometres", "text"),
    [
        (0.0, "under 0.1 mi"),
        (0.1, "0.1 mi"),
        (0.8, "0.5 mi"),
        (1.609344, "1 mi"),
        (5.0, "3.1 mi"),
        (16.2, "10 mi"),
        (500.0, "311 mi"),
        (2000.0, "1,240 mi"),
    ],
)
def test_miles_are_rounded_in_the_same_way(kilometres: float, text: str) -> None:
    assert distance_text(kilometres, miles=True) == text


@pytest.mark.parametrize(
    ("kilometres", "unsure_km", "text"),
    [
        (0.0, 0.25, "within 300 m"),
        (0.0, 0.5, "within 500 m"),
        (0.0, 8.0, "within 8 km"),
        (0.0, 16.0, "within 20 km"),
        (15.9, 16.0, "within 40 km"),
        (16.1, 16.0, "about 20 km"),
        (3.44, 0.5, "about 3.5 km"),
        (0.846, 0.25, "about 800 m"),
        (26.2, 8.0, "about 25 km"),
        (429.0, 16.0, "about 430 km"),
        (429.0, 8.0, "430 km"),
        (429.0, 0.25, "429 km"),
        (8964.0, 16.0, "8,960 km"),
        (100.0, 308.0, "within 500 km"),
        (8964.0, 308.0, "about 9,000 km"),
        (math.nan, 8.0, ""),
    ],
)
def test_a_distance_tells_no_more_than_is_known(kilometres: float, unsure_km: float, text: str) -> None:
    assert distance_text(kilometres, unsure_km=unsure_km) == text


def test_miles_tell_no_more_than_is_known_either() -> None:
    assert distance_text(0.0, miles=True, unsure_km=16.0) == "within 10 mi"
    assert distance_text(26.2, miles=True, unsure_km=16.0) == "about 15 mi"
    assert distance_text(0.0, miles=True, unsure_km=0.25) == "within 0.2 mi"


@example(10.5, 0.25)
@given(
    st.floats(min_value=0.0, max_value=20_100), st.sampled_from((0.25, 0.5, 2.0, 4.0, 8.0, 16.0, 68.0, 308.0, 600.0))
)
def test_the_true_distance_is_never_excluded(kilometres: float, unsure_km: float) -> None:
    *words, number, unit = distance_text(kilometres, unsure_km=unsure_km).split()
    told = float(number.replace(",", "")) * {"m": 0.001, "km": 1.0}[unit]
    if words == ["within"]:
        assert kilometres <= unsure_km
        assert told >= (kilometres + unsure_km) * 0.995
    else:
        assert words == ([] if is_sure(kilometres, unsure_km) else ["about"])
        half_a_unit = 0.5 if kilometres >= 10 else 0.0  # tenths are told below ten only
        assert abs(told - kilometres) <= max(unsure_km, half_a_unit, 0.006 * kilometres)


@pytest.mark.parametrize("nothing", [math.nan, math.inf, -math.inf, -1.0])
@pytest.mark.parametrize("miles", [False, True])
def test_what_is_no_distance_says_nothing(nothing: float, miles: bool) -> None:
    assert distance_text(nothing, miles=miles) == ""


@given(st.floats(min_value=0.1, max_value=20_100), st.booleans())
def test_a_distance_read_back_is_nearly_the_distance(kilometres: float, miles: bool) -> None:
    number, unit = distance_text(kilometres, miles=miles).split()
    a_unit = {"m": 0.001, "km": 1.0, "mi": 1.609344}[unit]
    assert float(number.replace(",", "")) * a_unit == pytest.approx(kilometres, rel=0.05, abs=0.081)


def test_four_countries_use_miles() -> None:
    assert all(uses_miles(country) for country in ("US", "GB", "LR", "MM", "us", " gb "))
    assert not any(uses_miles(country) for country in ("DE", "CA", "IE", "IN", "", "UK", "🇺🇸", "\0"))


@pytest.mark.parametrize(
    ("bearing", "text"),
    [
        (0.0, "↑ north, 0°"),
        (44.6, "↗ north-east, 45°"),
        (90.0, "→ east, 90°"),
        (135.0, "↘ south-east, 135°"),
        (180.0, "↓ south, 180°"),
        (225.0, "↙ south-west, 225°"),
        (270.0, "← west, 270°"),
        (315.0, "↖ north-west, 315°"),
        (359.8, "↑ north, 0°"),
        (-45.0, "↖ north-west, 315°"),
    ],
)
def test_a_direction_has_an_arrow_a_name_and_degrees(bearing: float, text: str) -> None:
    assert direction_text(bearing) == text
    assert direction_name(bearing) in text
    assert direction_text(bearing, degrees=False) == text.split(",")[0]


@pytest.mark.parametrize("nothing", [math.nan, math.inf])
def test_where_there_is_no_direction_nothing_is_said(nothing: float) -> None:
    assert direction_text(nothing) == direction_name(nothing) == ""
