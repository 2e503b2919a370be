"""What the command line changes, and how it says what it did."""

import os
from pathlib import Path

import pytest

from directory_app.cli.parser import parse
from directory_app.cli.run import chosen_database
from directory_app.opening import open_directory
from directory_app.paths import user_paths
from directory_app.settings import Settings, write_settings
from tests.cli.conftest import Run


def test_edit_prints_the_change_and_saves_it(run: Run) -> None:
    change = run("edit", "Berlin Office", "address.city=Köln", "notes=moved", "--json").json[0]
    assert set(change) == {"id", "at", "by", "office", "fields"}
    assert change["fields"]["address.city"] == ["Berlin", "Köln"]
    assert change["fields"]["notes"][1] == "moved"
    assert run("show", "Berlin Office", "--json").json["address"]["city"] == "Köln"


def test_edit_reads_several_labelled_numbers(run: Run) -> None:
    run("edit", "Berlin Office", "phones=+49 30 1234567; F: +49 30 1234568")
    phones = run("show", "Berlin Office", "--json").json["phones"]
    assert [(phone["kind"], phone["number"]) for phone in phones] == [
        ("voice", "+49301234567"),
        ("fax", "+49301234568"),
    ]


@pytest.mark.parametrize(
    ("word", "key", "value"),
    [
        ("people=Ada, Director; Bob", "people", [{"name": "Ada", "role": "Director"}, {"name": "Bob", "role": ""}]),
        ("emails=a@example.org (press)", "emails", [{"address": "a@example.org", "label": "press"}]),
        ("websites=example.org", "websites", ["example.org"]),
        ("aliases=Hauptstadtbüro; Berlin-Mitte", "aliases", ["Hauptstadtbüro", "Berlin-Mitte"]),
        ("kind=centre", "kind", "centre"),
        ("status=closed", "status", "closed"),
        ("verified_on=2026-01-31", "verified_on", "2026-01-31"),
        ("verified_on=", "verified_on", None),
        ("timezone=Europe/Paris", "timezone", "Europe/Paris"),
    ],
)  # fmt: skip
def test_every_field_can_be_edited(run: Run, word: str, key: str, value: object) -> None:
    run("edit", "Berlin Office", word)
    assert run("show", "Berlin Office", "--json").json[key] == value


def test_the_countries_that_an_office_serves_lead_to_it(run: Run) -> None:
    run("edit", "Berlin Office", "covers=Liechtenstein; AT", "opening_hours=Mo-Fr 09:00-17:00")
    assert run("search", "liechtenstein", "--json").json[0]["name"] == "Berlin Office"
    answer = run("edit", "Berlin Office", "covers=Atlantis")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "“Atlantis”" in answer.err


def test_coordinates_typed_by_a_person_are_a_pin_placed_by_hand(run: Run) -> None:
    run("edit", "Berlin Office", "position=52.5, 13.4")
    position = run("show", "Berlin Office", "--json").json["position"]
    assert (position["latitude"], position["longitude"], position["precision"]) == (52.5, 13.4, "manual")


def test_a_number_that_is_none_is_kept_as_it_was_typed(run: Run) -> None:
    run("edit", "Berlin Office", "phones=ask Ada")
    phone = run("show", "Berlin Office", "--json").json["phones"][0]
    assert (phone["raw"], phone["number"], phone["valid"]) == ("ask Ada", "", False)
    assert run("check", "Berlin Office", "--json").json[0]["code"] == "phone_unreadable"


def test_an_edit_tells_what_is_doubtful_since(run: Run) -> None:
    answer = run("edit", "Berlin Office", "phones=ask Ada")
    assert answer.code == 1
    assert answer.err == "No telephone number could be read in “ask Ada”.\n"
    assert run("edit", "Berlin Office", "notes=x").err == ""


def test_a_region_in_another_spelling_is_that_region(run: Run) -> None:
    run("edit", "Berlin Office", "region=central america & the caribbean")
    region = run("show", "Berlin Office", "--json").json["region"]
    assert region == "Mexico, Central America and the Caribbean"


def test_the_history_of_a_removed_office_is_found_by_its_id(run: Run, database: Path) -> None:
    office_id = run("show", "Berlin Office", "--json").json["id"]
    with open_directory(database) as directory:
        directory.remove(directory.find("Berlin Office"), "Ada")
    assert "removed" in run("show", office_id).err
    assert run("history", office_id, "--json").json[0]["fields"]["exists"] == [True, False]
    assert "no office with this id" in run("history", "6d4c85d1-9f68-44a7-b50d-7e70d45de1fa").err


def test_changes_are_signed_with_the_name_that_was_chosen(run: Run, database: Path) -> None:
    settings = user_paths().settings
    write_settings(settings, Settings(author="Grace Hopper"))
    assert run("edit", "Berlin Office", "notes=x", "--json").json[0]["by"] == "Grace Hopper"


@pytest.mark.parametrize(
    "word",
    [
        "colour=red",
        "region=Atlantis",
        "name",
        "kind=palace",
        "verified_on=soon",
        "position=here",
        "address.country=Atlantis",
        "distinct_from=x",
        "extras=x",
        "ignored=x",
    ],
)
def test_what_sets_no_field_is_refused_and_nothing_is_changed(run: Run, word: str) -> None:
    before = run("show", "Berlin Office", "--json").json
    answer = run("edit", "Berlin Office", "notes=x", word)
    assert (answer.code, answer.out) == (2, "")
    assert run("show", "Berlin Office", "--json").json == before


def test_an_edit_that_says_what_is_there_changes_nothing(run: Run) -> None:
    answer = run("edit", "Berlin Office", "name=Berlin Office", "--json")
    assert (answer.code, answer.json) == (1, [])


def test_undo_takes_the_edit_back_and_history_keeps_both(run: Run) -> None:
    run("edit", "Berlin Office", "notes=x")
    undone = run("undo", "--json").json[0]
    assert undone["fields"]["notes"][0] == "x"
    history = run("history", "Berlin Office", "--json").json
    assert [list(change["fields"]) for change in history[:2]] == [["notes"], ["notes"]]
    assert history[-1]["fields"]["exists"] == [False, True]


def test_undo_with_nothing_to_undo_is_exit_code_1(run: Run) -> None:
    answer = run("undo")
    assert (answer.code, answer.err) == (1, "There is nothing to undo.\n")


@pytest.mark.parametrize("content", [b"not a database at all" * 200, b"SQLite format 3\x00" + b"\x00" * 400])
def test_a_damaged_database_is_one_sentence_naming_the_file_and_stays_as_it_is(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(content)
    answer = run("--database", damaged, "list")
    assert (answer.code, answer.out) == (2, "")
    assert str(damaged) in answer.err and answer.err.count("\n") == 1
    assert damaged.read_bytes() == content


def test_the_database_is_the_one_asked_for_else_the_environments_else_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    named, asked = tmp_path / "named.sqlite", tmp_path / "asked.sqlite"
    own = chosen_database(parse(["list"]))
    monkeypatch.setenv("OFFICE_DIRECTORY_DATABASE", str(named))
    assert chosen_database(parse(["--database", str(asked), "list"])) == asked
    assert chosen_database(parse(["list"])) == named
    assert chosen_database(parse(["--data-dir", str(tmp_path), "list"])) == tmp_path / "offices.sqlite"
    assert own.name == "offices.sqlite" and str(own).startswith(os.environ["HOME"])
