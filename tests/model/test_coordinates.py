import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.model.coordinates import read_coordinates, written_decimal, written_dms
from directory_app.model.place import Point
from directory_app.model.points.answer import ReadPoint, Trouble

HERE = (50.7192, 7.1222)
BONN = (50.7374, 7.0982)

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def read(text: str, near: Point | None = None) -> Point:
    answer = read_coordinates(text, near)
    assert isinstance(answer, ReadPoint), answer
    return answer.point


def trouble(text: str, near: Point | None = None) -> Trouble:
    answer = read_coordinates(text, near)
    assert isinstance(answer, Trouble), answer
    assert answer.sentence.endswith(".")
    return answer


@pytest.mark.parametrize(
    "text",
    [
        "50.7192, 7.1222",
        "50.7192,7.1222",
        " 50.7192 7.1222 ",
        "50.7192\t7.1222",
        "50.7192\n7.1222",
        "50.7192; 7.1222",
        "50.7192 / 7.1222",
        "(50.7192, 7.1222)",
        "[50.7192, 7.1222]",
        "50,7192; 7,1222",
        "50,7192 7,1222",
        "50,7192, 7,1222",
        "50,7192,7,1222",
        "50.7192N 7.1222E",
        "50.7192 N, 7.1222 E",
        "50.7192° N 7.1222° E",
        "N 50.7192 E 7.1222",
        "N50.7192,E7.1222",
        "7.1222 E, 50.7192 N",
        "50.7192 N, 7.1222",
        "+50.7192+007.1222/",
        "50.7192°, 7.1222°",
        "lat 50.7192 lon 7.1222",
        "Latitude: 50.7192 Longitude: 7.1222",
        "lng=7.1222, lat=50.7192",
        "Breite 50,7192 Länge 7,1222",
        "50,7192 Nord, 7,1222 Ost",
        "50.7192 norte 7.1222 este",
        "北纬50.7192度 东经7.1222度",
        "５０．７１９２，　７．１２２２",
        "٥٠٫٧١٩٢، ٧٫١٢٢٢",
        "५०.७१९२, ७.१२२२",
        "50.7192\N{NO-BREAK SPACE}7.1222",
        "\N{LEFT-TO-RIGHT MARK}50.7192,\N{NARROW NO-BREAK SPACE}7.1222\N{POP DIRECTIONAL ISOLATE}",
    ],
)
def test_decimal_degrees_are_read_however_they_are_written(text: str) -> None:
    assert read_coordinates(text) == ReadPoint(HERE, "decimal degrees")


@pytest.mark.parametrize(
    "text",
    [
        "-33.9 18.4",
        "−33.9 18.4",
        "－33.9、18.4",
        "–33,9; 18,4",
        "33.9S 18.4E",
        "33.9s 18.4e",
        "S33.9 E18.4",
        "33.9 Süd 18.4 Ost",
    ],
)
def test_south_is_a_minus_sign_of_any_kind_or_a_letter(text: str) -> None:
    assert read(text) == (-33.9, 18.4)


@pytest.mark.parametrize(
    "text",
    [
        "50°43'09.12\"N 7°07'19.92\"E",
        "50° 43′ 9.12″ N, 7° 7′ 19.92″ E",
        "50º 43’ 9,12” N 7º 7’ 19,92” E",
        "50˚43´9.12´´N 7˚7´19.92´´E",
        "50°43'09.12''N 7°07'19.92''E",
        "50d43m9.12s N 7d7m19.92s E",
        "50d43m9.12sN 7d7m19.92sE",
        "50 deg 43 min 9.12 sec N, 7 deg 7 min 19.92 sec E",
        "50° 43' 9.12\" Nord 7° 7' 19.92\" Ost",
        "N 50° 43.152 E 007° 07.332",
        "50°43.152' 7°7.332'",
        "50 43 9.12, 7 7 19.92",
        "50 43.152 N 7 7.332 E",
        "北緯50度43分9.12秒 東経7度7分19.92秒",
    ],
)
def test_minutes_and_seconds_are_read_in_any_usual_lettering(text: str) -> None:
    assert read(text) == pytest.approx(HERE)


def test_the_west_of_minutes_and_seconds_is_below_zero() -> None:
    assert read("40°26′46″N 79°58′56″W") == pytest.approx((40.446111, -79.982222))
    assert read("-0°30' -0°15'") == (-0.5, -0.25)
    assert read("33d55m30sS 18d25m26sE") == pytest.approx((-33.925, 18.423889))


def test_a_comma_between_digits_is_a_decimal_comma_where_that_makes_two_numbers() -> None:
    assert read("50,7 7") == (50.7, 7.0)
    assert read("50 43,7 7") == pytest.approx((50 + 43 / 60, 7 + 7 / 60))
    assert read("50.7,7") == (50.7, 7.0)
    assert read("50.7192N7.1222E") == HERE


def test_an_o_may_be_east_or_west_and_both_are_offered() -> None:
    asked = trouble("48.85 N 2.35 O")
    assert [(offer.words, offer.point) for offer in asked.offers] == [("East", (48.85, 2.35)), ("West", (48.85, -2.35))]


def test_a_latitude_beyond_the_pole_is_offered_swapped() -> None:
    swapped = trouble("139.69, 35.68")
    assert "swapped" in swapped.sentence
    assert [offer.point for offer in swapped.offers] == [(35.68, 139.69)]


@pytest.mark.parametrize("text", ["200, 300", "10, 200", "139 N 35 E", "9" * 150 + ", 1", "1" * 190])
def test_what_is_not_on_the_earth_is_said_so_and_nothing_is_offered(text: str) -> None:
    assert not trouble(text).offers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "Type a latitude"),
        ("\0", "Type a latitude"),
        ("50.7", "one number"),
        ("50,7", "one number or two"),
        ("0,0", "one number or two"),
        ("50.7 7.1 8", "3 numbers"),
        ("1/2/3", "3 numbers"),
        ("N 50.7 7.1", "not clear where"),
        ("50,7,60", "3 numbers"),
        ("50.7.1.2", "“.”"),
        ("nan, nan", "“nan”"),
        ("inf 7", "“inf”"),
        ("50.7192 – 7.1222", "“-”"),
        ("Bonn", "“Bonn”"),
        ("POINT(7.1 50.7)", "“POINT”"),
        ("lat lon", "no number"),
        ("50N 60N", "latitudes"),
        ("E 7 W 7", "longitudes"),
        ("lat 50 E, 7", "contradict"),
        ("-33.9 S, 18.4 E", "sign and a letter"),
        ("50°72' N 7° E", "0 to 59"),
        ("50°-43' 7°", "0 to 59"),
        ("50.5°43' 7°", "fraction"),
        ("50'43° N 7° E", "Degrees come first"),
        ("1 2 3 4, 5", "4 numbers"),
        ("x" * 6000, "too long"),
        ("x" * 600, "too long"),
        ("\ud800 50.7", "one number"),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_do(text: str, word: str) -> None:
    assert word in trouble(text).sentence


def test_a_plus_code_is_the_middle_of_its_area() -> None:
    assert read("8fvc2222+22, 8000 Zürich") == pytest.approx((47.0000625, 8.0000625))


def test_a_short_plus_code_needs_a_town() -> None:
    assert "in full" in trouble("P4MC+PQ Bonn").sentence
    answer = read_coordinates("P4MC+PQ Bonn", BONN)
    assert isinstance(answer, ReadPoint)
    assert answer.point == pytest.approx((50.7343125, 7.1219375))
    assert "near the town" in answer.notation


@given(points)
@settings(max_examples=200)
def test_what_is_written_is_read_again(point: Point) -> None:
    assert read(written_decimal(point)) == pytest.approx(point, abs=6e-6)
    assert read(written_dms(point)) == pytest.approx(point, abs=2e-5)


def test_points_are_written_without_a_minus_before_zero_and_carry_over() -> None:
    assert written_decimal((-0.0000001, 7.1)) == "0.00000, 7.10000"
    assert written_dms((-0.0000001, -7.9999999)) == "0°00′00.0″ N, 8°00′00.0″ W"


pieces = st.sampled_from(
    [
        "50",
        "7.1",
        ",",
        ";",
        " ",
        "N",
        "o",
        "°",
        "'",
        "s",
        "-",
        "+",
        "geo:",
        "https://a.b/",
        "?q=",
        "%C3",
        "@",
        "8FVC",
        "lat",
        "\0",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=12).map("".join)))
@settings(max_examples=300)
def test_any_text_is_a_point_on_earth_or_one_sentence(text: str) -> None:
    answer = read_coordinates(text, BONN)
    if isinstance(answer, ReadPoint):
        assert abs(answer.point[0]) <= 90
        assert abs(answer.point[1]) <= 180
    else:
        assert answer.sentence.endswith(".")
        assert all(unicodedata.category(character) != "Cc" for character in answer.sentence)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("1.9e-05 5.3", (0.000019, 5.3)),
        ("-1E-05, 1.9087833720732306e-05", (-0.00001, 0.000019087833)),
        ("13.4E -5.3", (-5.3, 13.4)),
        ("8.68E-50", (-50.0, 8.68)),
    ],
)
def test_what_is_nearly_nothing_is_read_as_programs_write_it_and_east_stays_east(text: str, point: Point) -> None:
    assert read(text) == pytest.approx(point, abs=1e-11)
