import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError
from directory_app.geo.candidate import Candidate, Match, PlaceQuery
from directory_app.geo.fold import fold
from directory_app.geo.gazetteer import Gazetteer
from directory_app.model.place import Precision, great_circle_km
from tests.geo.places import PLACES

ODD_TEXTS = (
    "",
    " ",
    "x" * 10_000,
    "a " * 5_000,
    "'",
    '"',
    "%",
    "_",
    "\0",
    "a\0b",
    "\ud800",
    "🙂",
    ";--",
    "ﬁ",
    "İ",
    "\n",
)


def _file() -> Path:
    return bundled("resources", "gazetteer", "gazetteer.sqlite")


def _best(gazetteer: Gazetteer, city: str, country: str = "", **parts: str) -> Candidate:
    return gazetteer.find(PlaceQuery(city, country=country, **parts))[0]


@pytest.mark.parametrize(("query", "text", "true_place", "timezone"), PLACES, ids=[p[0].city for p in PLACES])
def test_every_published_town_is_found_where_it_is(
    gazetteer: Gazetteer, query: PlaceQuery, text: str, true_place: tuple[float, float], timezone: str
) -> None:
    best = gazetteer.find(query)[0]
    assert great_circle_km((best.position.latitude, best.position.longitude), true_place) < 25
    assert (best.country, best.timezone) == (query.country, timezone)
    assert best.position.precision in (Precision.TOWN, Precision.DISTRICT)
    assert best.position.source == "GeoNames"


@pytest.mark.parametrize(("query", "text", "true_place", "timezone"), PLACES, ids=[p[0].city for p in PLACES])
def test_a_town_and_its_country_are_enough(
    gazetteer: Gazetteer, query: PlaceQuery, text: str, true_place: tuple[float, float], timezone: str
) -> None:
    best = _best(gazetteer, query.city, query.country)
    assert great_circle_km((best.position.latitude, best.position.longitude), true_place) < 25


@pytest.mark.parametrize(
    ("written", "country", "label"),
    [
        ("東京", "JP", "Tokyo, Japan"),
        ("東京都", "JP", "Tokyo, Japan"),
        ("서울", "KR", "Seoul, South Korea"),
        ("高雄市", "TW", "Kaohsiung, Taiwan"),
        ("北京", "CN", "Beijing, China"),
        ("Brussel", "BE", "Brussels, Belgium"),
        ("sao paulo", "BR", "São Paulo, Brazil"),
        ("Muenchen", "DE", "Munich, Germany"),
        ("Koeln", "DE", "Köln, Germany"),
        ("Ciudad de México", "MX", "Mexico City, Mexico"),
        ("MONTRÉAL", "CA", "Montréal, Canada"),
        ("'s-Hertogenbosch", "NL", "'s-Hertogenbosch, The Netherlands"),
        ("N’Djamena", "TD", "N'Djamena, Chad"),
        ("St. John's", "CA", "St. John's, Canada"),
    ],
)
def test_a_town_is_found_by_any_of_its_names(gazetteer: Gazetteer, written: str, country: str, label: str) -> None:
    assert _best(gazetteer, written, country).label == label


def test_an_unknown_district_of_taiwan_stays_in_taiwan(gazetteer: Gazetteer) -> None:
    found = gazetteer.find(PlaceQuery("Xiaogang", country="TW"))
    assert [(c.country, c.label, c.position.precision) for c in found] == [("TW", "Taiwan", Precision.COUNTRY)]


def test_a_province_decides_between_towns_of_one_name(gazetteer: Gazetteer) -> None:
    assert _best(gazetteer, "Victoria", "CA", state="Newfoundland and Labrador").area == "Newfoundland and Labrador"
    assert _best(gazetteer, "Victoria", "CA", state="British Columbia").timezone == "America/Vancouver"


def test_a_postal_code_stands_in_for_a_province_that_is_not_given(gazetteer: Gazetteer) -> None:
    best = _best(gazetteer, "Springfield", "US", postal_code="62701")
    assert (best.area, best.area_agrees) == ("Illinois", True)


def test_towns_of_one_name_are_told_apart_by_their_areas(gazetteer: Gazetteer) -> None:
    labels = [candidate.label for candidate in gazetteer.find(PlaceQuery("Cuauhtémoc", country="MX"))]
    assert labels[0] == "Cuauhtémoc, Mexico City, Mexico"
    assert "Cuauhtémoc, Chihuahua, Mexico" in labels


def test_a_main_name_goes_before_an_alternate_one_and_large_before_small(gazetteer: Gazetteer) -> None:
    found = gazetteer.find(PlaceQuery("Victoria"), limit=200)
    matches = [candidate.match for candidate in found]
    assert matches == sorted(matches)
    main = [candidate.population for candidate in found if candidate.match is Match.MAIN]
    assert main == sorted(main, reverse=True)


def test_a_district_is_believed_only_near_its_town(gazetteer: Gazetteer) -> None:
    near = gazetteer.find(PlaceQuery("Cape Town", "Century City", country="ZA"))
    assert [c.position.precision for c in near] == [Precision.DISTRICT, Precision.TOWN]
    far = gazetteer.find(PlaceQuery("Johannesburg", "Century City", country="ZA"))
    assert [c.label for c in far] == ["Johannesburg, South Africa"]


def test_a_part_of_a_city_is_found_under_the_city(gazetteer: Gazetteer) -> None:
    best = _best(gazetteer, "South Jakarta City", "ID")
    assert (best.label, best.match) == ("Jakarta, Indonesia", Match.PART)


def test_the_beginning_of_a_name_finds_the_largest_such_town(gazetteer: Gazetteer) -> None:
    best = _best(gazetteer, "Johannesb", "ZA")
    assert (best.label, best.match) == ("Johannesburg, South Africa", Match.PREFIX)


@pytest.mark.parametrize(
    ("query", "label", "precision"),
    [
        (PlaceQuery(state="Bayern", country="DE"), "Bavaria, Germany", Precision.AREA),
        (PlaceQuery("Nowhere at all", state="SP", country="BR"), "São Paulo, Brazil", Precision.AREA),
        (PlaceQuery(state="Tainan City", country="TW"), "Tainan, Taiwan", Precision.AREA),
        (PlaceQuery(country="FJ"), "Fiji", Precision.COUNTRY),
        (PlaceQuery("Nowhere at all", state="Nor there", country="FJ"), "Fiji", Precision.COUNTRY),
    ],
)
def test_what_is_not_known_to_the_town_says_so(
    gazetteer: Gazetteer, query: PlaceQuery, label: str, precision: Precision
) -> None:
    best = gazetteer.find(query)[0]
    assert (best.label, best.position.precision) == (label, precision)


def test_a_country_that_is_none_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.find(PlaceQuery("Bonn", country="XX")) == []
    assert gazetteer.find(PlaceQuery("Bonn", country="Germany")) == []


def test_no_more_are_given_than_asked_for(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.find(PlaceQuery("Victoria"), limit=3)) == 3
    assert gazetteer.find(PlaceQuery("Victoria"), limit=0) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Republic of Korea", "KR"), ("South Korea", "KR"), ("USA", "US"), ("U.S.A.", "US"), ("UK", "GB"),
        ("Brasil", "BR"), ("Deutschland", "DE"), ("the Netherlands", "NL"), ("Côte d'Ivoire", "CI"), ("TWN", "TW"),
        ("日本", "JP"), ("Nowhere", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_usual_forms(gazetteer: Gazetteer, written: str, code: str) -> None:
    assert gazetteer.country_code(written) == code


@pytest.mark.parametrize(
    ("here", "label"),
    [
        ((50.735, 7.1), "Bonn, Germany"),
        ((-18.141, 178.44), "Suva, Fiji"),
        ((-17.0, -179.99), "Savusavu, Fiji"),
        ((-17.0, 180.01), "Savusavu, Fiji"),
        ((90.0, 0.0), "Longyearbyen, Svalbard and Jan Mayen"),
        ((-48.9, -123.4), "Hanga Roa, Chile"),
    ],
)
def test_the_nearest_town_is_found_from_anywhere(gazetteer: Gazetteer, here: tuple[float, float], label: str) -> None:
    assert gazetteer.nearest(*here)[0].label == label


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_nothing_is_nearer_than_the_nearest(latitude: float, longitude: float) -> None:
    with Gazetteer(_file()) as gazetteer:
        found = gazetteer.nearest(latitude, longitude, 3)
    here = (latitude, longitude)
    distances = [great_circle_km(here, (c.position.latitude, c.position.longitude)) for c in found]
    assert len(distances) == 3
    assert distances == sorted(distances)
    assert distances[0] <= min(great_circle_km(here, place) for _, _, place, _ in PLACES) + 25


def test_what_is_no_point_has_no_nearest_town(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(float("nan"), 0) == gazetteer.nearest(91, 0) == gazetteer.nearest(0, float("inf")) == []


@pytest.mark.parametrize("text", ODD_TEXTS, ids=ascii)
def test_odd_questions_are_answered(gazetteer: Gazetteer, text: str) -> None:
    for country in ("", "DE"):
        assert isinstance(gazetteer.find(PlaceQuery(text, text, text, text, country)), list)
    assert isinstance(gazetteer.find(PlaceQuery("Bonn", country=text)), list)
    assert isinstance(gazetteer.country_code(text), str)


@given(st.text(), st.text(), st.text(), st.sampled_from(["", "DE", "CN", "IN"]))
def test_no_question_fails_or_leaves_its_country(city: str, state: str, code: str, country: str) -> None:
    with Gazetteer(_file()) as gazetteer:
        found = gazetteer.find(PlaceQuery(city, state=state, postal_code=code, country=country))
    assert {candidate.country for candidate in found} <= {country} or not country


def test_many_threads_get_the_answers_of_one(gazetteer: Gazetteer) -> None:
    queries = [place[0] for place in PLACES] * 8
    alone = [gazetteer.find(query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(gazetteer.find, queries)) == alone


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingResourceError, match=r"none\.sqlite, .* is missing"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_folder_in_its_place_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingResourceError, match="is missing"):
        Gazetteer(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd name #?%20.sqlite"
    path.write_bytes(content)
    with pytest.raises(MissingResourceError, match=r"odd name .* is damaged"):
        Gazetteer(path)


def test_a_file_cut_short_is_noticed_when_its_end_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "short.sqlite"
    with _file().open("rb") as whole:
        path.write_bytes(whole.read(2_000_000))
    with pytest.raises(MissingResourceError, match=r"short\.sqlite"), Gazetteer(path) as gazetteer:
        for query, *_ in PLACES:
            gazetteer.find(query)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('format', '999');")
    connection.close()
    with pytest.raises(MissingResourceError, match="another version"):
        Gazetteer(path)


def test_closing_twice_does_no_harm() -> None:
    gazetteer = Gazetteer(_file())
    gazetteer.close()
    gazetteer.close()


def test_the_file_is_never_written_to(gazetteer: Gazetteer) -> None:
    before = sorted(path.name for path in _file().parent.iterdir())
    gazetteer.find(PlaceQuery("Bonn"))
    assert sorted(path.name for path in _file().parent.iterdir()) == before


def test_names_in_the_file_are_folded_as_questions_are() -> None:
    connection = sqlite3.connect(_file().as_uri() + "?mode=ro&immutable=1", uri=True)
    sql = "SELECT id, name FROM place WHERE id % 997 = 0"
    rows = connection.execute(sql).fetchall()
    stored = [connection.execute("SELECT 1 FROM name WHERE place = ? AND folded = ?", (n, fold(t))) for n, t in rows]
    found = [cursor.fetchone() for cursor in stored]
    connection.close()
    assert len(rows) > 200
    assert all(found)


def test_every_time_zone_is_one_that_python_knows() -> None:
    connection = sqlite3.connect(_file().as_uri() + "?mode=ro&immutable=1", uri=True)
    zones = {name for (name,) in connection.execute("SELECT name FROM timezone")}
    connection.close()
    assert zones <= available_timezones()
