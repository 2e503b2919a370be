"""Where something is and what is near it, on the command line."""

import pytest

from tests.cli.conftest import Run


def test_geocode_finds_an_office_s_town_and_how_far_it_is_from_its_pin(run: Run) -> None:
    best = run("geocode", "Kaohsiung Capacity Center", "--json").json[0]
    assert set(best) == {"latitude", "longitude", "precision", "source", "label", "distance_km", "office"}
    assert (best["distance_km"], best["office"]) == (0, "Kaohsiung Capacity Center")
    assert best["latitude"] == pytest.approx(22.6, abs=0.2)


def test_geocode_reads_a_text_within_a_country(run: Run) -> None:
    best = run("geocode", "--query", "Victoria", "--country", "CA", "--json").json[0]
    assert (best["latitude"], best["longitude"]) == pytest.approx((48.43, -123.37), abs=0.2)


def test_geocode_without_a_name_is_about_the_offices_that_are_not_on_the_map(run: Run) -> None:
    assert (run("geocode", "--json").code, run("geocode", "--json").json) == (1, [])
    run("edit", "Berlin Office", "position=")
    rows = run("geocode", "--json").json
    assert {row["office"] for row in rows} == {"Berlin Office"}
    assert rows[0]["label"] == "Berlin, Germany"


def test_nearest_to_an_office_leaves_itself_out(run: Run) -> None:
    rows = run("nearest", "Berlin Office", "--count", "3", "--json").json
    assert len(rows) == 3
    assert set(rows[0]) == {"id", "name", "distance_km", "bearing"}
    assert "Berlin Office" not in {row["name"] for row in rows}
    assert rows[0]["distance_km"] < rows[1]["distance_km"] < rows[2]["distance_km"]


def test_nearest_takes_a_town_and_any_notation_of_coordinates(run: Run) -> None:
    assert run("nearest", "Kathmandu", "--json").json[0]["name"] == "South Asia Secretariat"
    assert run("nearest", "33°55′ S, 18°25′ E", "--json").json[0]["name"] == "Africa Secretariat"
    answer = run("nearest", "Xyzzyville")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_nearest_takes_southern_coordinates(run: Run) -> None:
    assert run("nearest", "-33.9,18.4", "--json").json[0]["name"] == "Africa Secretariat"


def test_a_word_that_sounds_like_coordinates_off_the_earth_is_no_name(run: Run) -> None:
    answer = run("nearest", "95,10")
    assert (answer.code, answer.out) == (2, "")
    assert "Write them as 50.7192, 7.1222" in answer.err


def test_nearest_says_from_where_it_measures(run: Run) -> None:
    (berlin,) = run("search", "Berlin Office", "--json").json
    assert run("nearest", "Berlin Office").err == run("nearest", berlin["id"]).err == "From Berlin Office:\n"
    assert run("nearest", "Chad").err == "From Chad, measured from its capital:\n"
    assert run("nearest", "-33.9,18.4").err == "From -33.90000, 18.40000:\n"
    assert run("nearest", "Chad", "--json").err == ""


def test_a_country_is_not_measured_from_the_office_that_serves_it(run: Run) -> None:
    run("edit", "South Asia Secretariat", "covers=Nepal")
    answer = run("nearest", "Nepal", "--json")
    assert (answer.json[0]["name"], answer.json[0]["distance_km"]) == (
        "South Asia Secretariat",
        pytest.approx(800, 0.02),
    )


def test_an_office_that_is_not_on_the_map_is_measured_from_its_town(run: Run) -> None:
    run("edit", "Berlin Office", "position=")
    answer = run("nearest", "Berlin Office")
    assert answer.err == "From Berlin, Germany, as Berlin Office is not on the map:\n"
    assert answer.out.startswith("World Secretariat: ")
    run("edit", "Berlin Office", "address.city=", "address.country=", "address.postal_code=")
    assert run("nearest", "Berlin Office").code == 1


def test_a_town_of_which_there_are_several_is_told_apart(run: Run) -> None:
    answer = run("nearest", "Springfield")
    assert (answer.code, answer.out) == (1, "")
    assert "Springfield, Illinois, United States" in answer.err
    assert run("nearest", "Springfield, Illinois, United States").code == 0


def test_what_several_offices_are_called_is_no_place_to_measure_from(run: Run) -> None:
    answer = run("nearest", "Africa")
    assert (answer.code, answer.out) == (2, "")
    assert "Several offices match" in answer.err


def test_geocode_says_of_which_office_and_why_it_is_not_on_the_map(run: Run) -> None:
    assert run("geocode").err == "Every office is on the map.\n"
    run("edit", "Berlin Office", "position=")
    run("edit", "USA Office", "position=", "address.city=Xyzzyville")
    answer = run("geocode")
    assert answer.out.startswith("Berlin Office: Berlin, Germany: 52.5")
    assert answer.err.splitlines() == [
        "Berlin Office: Nobody has placed it yet, though Berlin is known.",
        "USA Office: No town called Xyzzyville is known in the United States, only the area Colorado.",
    ]


def test_geocode_says_that_a_place_is_not_known(run: Run) -> None:
    answer = run("geocode", "--query", "Xyzzyville")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "No place called “Xyzzyville” is known. Try a larger town near it.\n"
    assert run("geocode", "--query", " ").code == 2
