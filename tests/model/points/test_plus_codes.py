"""The examples are those that the Open Location Code specification publishes for its implementations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.model.points.plus_codes import decoded, is_short, plus_code_in, recovered

LAST_DIGITS = "23456789CFGHJMPQRVWX"


@pytest.mark.parametrize(
    ("code", "south", "west", "north", "east"),
    [
        ("7FG49Q00+", 20.35, 2.75, 20.4, 2.8),
        ("7FG49QCJ+2V", 20.37, 2.782125, 20.370125, 2.78225),
        ("7FG49QCJ+2VX", 20.3701, 2.78221875, 20.370125, 2.78225),
        ("7FG49QCJ+2VXGJ", 20.370113, 2.782234375, 20.370114, 2.78223632813),
        ("8FVC2222+22", 47.0, 8.0, 47.000125, 8.000125),
        ("4VCPPQGP+Q9", -41.273125, 174.785875, -41.273, 174.786),
        ("62G20000+", 0.0, -180.0, 1, -179),
        ("22220000+", -90, -180, -89, -179),
        ("22222222+22", -90.0, -180.0, -89.999875, -179.999875),
        ("6VGX0000+", 0, 179, 1, 180),
        ("6FH32222+222", 1, 1, 1.000025, 1.00003125),
        ("CFX30000+", 89, 1, 90, 2),
        ("CFX3X2X2+X2", 89.999875, 1, 90, 1.000125),
        ("84000000+", 30, -140, 50, -120),
        ("849VGJQF+VX7QR3J", 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021),
        ("849VGJQF+VX7QR3J7QR3J", 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021),
    ],
)
def test_a_full_code_is_the_middle_of_its_area(code: str, south: float, west: float, north: float, east: float) -> None:
    assert plus_code_in(code) == code
    assert decoded(code) == pytest.approx(((south + north) / 2, (west + east) / 2), abs=1e-9)


@pytest.mark.parametrize(
    ("full", "latitude", "longitude", "short"),
    [
        ("9C3W9QCJ+2VX", 51.3701125, -1.217765625, "+2VX"),
        ("9C3W9QCJ+2VX", 51.3708675, -1.217765625, "CJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3693575, -1.217765625, "CJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3701125, -1.218520625, "CJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3852125, -1.217765625, "9QCJ+2VX"),
        ("9C3W9QCJ+2VX", 51.3701125, -1.202665625, "9QCJ+2VX"),
        ("8FJFW222+", 42.899, 9.012, "22+"),
        ("796RXG22+", 14.95125, -23.5001, "22+"),
        ("8FRCXGRF+PM", 47.00, 8.55, "XGRF+PM"),
        ("CFX22222+22", 89.6, 0.0, "2222+22"),
        ("2CXXXXXX+XX", -81.0, 0.0, "XXXXXX+XX"),
    ],
)
def test_a_short_code_is_the_area_nearest_to_a_place(full: str, latitude: float, longitude: float, short: str) -> None:
    assert is_short(short)
    assert not is_short(full)
    assert recovered(short, (latitude, longitude)) == pytest.approx(decoded(full), abs=1e-9)


def test_the_nearest_area_may_lie_beyond_the_antimeridian() -> None:
    assert recovered("2222+22", (0.5, 179.9))[1] == pytest.approx(-179.9999375)


@pytest.mark.parametrize(
    "code", ["8FWC2345+G6", "8FWC2345+G6G", "8fwc2345+", "8FWCX400+", "WC2345+G6g", "45+G6", "2345+G6"]
)
def test_a_code_is_found_in_any_case_and_in_other_text(code: str) -> None:
    assert plus_code_in(f"at {code}, Zürich") == code.upper()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "G+",
        "8FWC2345+G",
        "8FWC2_45+G6",
        "8FWC2η45+G6",
        "8FWC2345+G6+",
        "8FWC2345G6+",
        "8FWC2300+G6",
        "WC2345+G",
        "WC2300+",
        "849VGJQF+VX7QR3U",
        "XXXXXXXX+XX",
        "+52 +73",
        "52+73",
        "50.7192+7.1222",
    ],
)
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    assert plus_code_in(text) == ""


@given(st.text(LAST_DIGITS, min_size=2, max_size=9), st.floats(-90, 90), st.floats(-180, 180))
@settings(max_examples=100)
def test_a_short_code_is_always_on_earth(end: str, latitude: float, longitude: float) -> None:
    south, west = recovered(f"22+{end}", (latitude, longitude))
    assert -90 <= south <= 90
    assert -180 <= west <= 180
