"""`check`, `mend`, `ignore`, `verify`, `mail` and `list --stale`, on the published offices."""

from datetime import date
from typing import Any

import pytest

from tests.cli.conftest import Answer, Run

MANILA = "Southeast Asia Secretariat"


def _warnings(answer: Answer) -> list[dict[str, Any]]:
    return [finding for finding in answer.json if finding["level"] == "warning"]


def _codes(run: Run, office: str, *words: str) -> list[str]:
    return [finding["code"] for finding in run("check", office, "--json", *words).json]


def test_a_finding_has_the_documented_keys(run: Run) -> None:
    for finding in run("check", "--json").json:
        assert " ".join(finding) == "id office code field message suggestion about level"


def test_the_published_offices_have_these_warnings_and_no_others(run: Run) -> None:
    answer = run("check", "--json")
    assert answer.code == 1
    assert [(finding["office"], finding["code"]) for finding in _warnings(answer)] == [
        ("ICLEI Africa Foundation", "phone_other_country"),
        ("East Asia Secretariat", "postal_code_unusual"),
        ("Pacific Islands Office", "contact_missing"),
        ("Colombia Office", "phone_other_country"),
        *[(MANILA, "phone_old_plan")] * 4,
    ]


def test_no_published_position_is_called_wrong(run: Run) -> None:
    assert not [finding for finding in run("check", "--json").json if finding["field"] == "position"]


def test_numbers_and_addresses_of_several_published_offices_are_noted(run: Run) -> None:
    notes = {(f["office"], f["code"]) for f in run("check", "--json").json if f["level"] == "note"}
    assert {
        ("Berlin Office", "phone_shared"),
        ("European Secretariat", "phone_shared"),
        ("Québec Office", "email_shared"),
        ("Berlin Office", "verification_missing"),
    } <= notes
    assert [code for _, code in notes if code == "secretariat_missing"] == ["secretariat_missing"]


def test_notes_alone_are_no_reason_for_exit_code_1(run: Run) -> None:
    answer = run("check", "Berlin Office")
    assert answer.code == 0
    assert "(note)" in answer.out


def test_a_proposed_number_is_taken_and_can_be_undone(run: Run) -> None:
    change = run("mend", MANILA, "phone_old_plan", "--about", "+6324260851", "--json")
    assert (change.code, list(change.json[0]["fields"])) == (0, ["phones"])
    assert [f["about"] for f in _warnings(run("check", MANILA, "--json"))] == [
        "+6324265921",
        "+6324265922",
        "+6324265923",
    ]
    run("undo")
    assert len(_warnings(run("check", MANILA, "--json"))) == 4


def test_of_several_findings_one_must_be_named(run: Run) -> None:
    answer = run("mend", MANILA, "phone_old_plan")
    assert (answer.code, answer.out) == (2, "")
    assert "--about" in answer.err and "+6324265922" in answer.err


@pytest.mark.parametrize("command", ["mend", "ignore"])
def test_a_finding_that_there_is_not_is_one_sentence(run: Run, command: str) -> None:
    answer = run(command, MANILA, "position_at_sea")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_where_nothing_is_proposed_nothing_is_done(run: Run) -> None:
    answer = run("mend", "Colombia Office", "phone_other_country")
    assert (answer.code, answer.out) == (2, "")
    assert "edit" in answer.err


def test_an_office_is_put_back_on_the_map(run: Run) -> None:
    run("edit", "Berlin Office", "position=")
    assert "not_on_map" in _codes(run, "Berlin Office")
    run("mend", "Berlin Office", "not_on_map")
    assert run("show", "Berlin Office", "--json").json["position"]["precision"] == "town"


def test_a_finding_is_let_stand_with_a_reason_and_pointed_out_again(run: Run) -> None:
    words = ("ignore", "Colombia Office", "phone_other_country")
    assert run(*words).code == 2
    assert run(*words, "--reason", "  ").code == 2
    change = run(*words, "--reason", "One switchboard", "--json").json[0]
    assert change["fields"]["ignored"][1][0]["reason"] == "One switchboard"
    assert run("check", "Colombia Office").code == 0
    assert "phone_other_country" in _codes(run, "Colombia Office", "--with-ignored")
    assert run(*words, "--again").code == 0
    assert run("check", "Colombia Office").code == 1


def test_an_office_is_verified_today_or_on_a_day(run: Run) -> None:
    run("verify", "Berlin Office", "--how", "called")
    record = run("show", "Berlin Office", "--json").json
    assert date.fromisoformat(record["verified_on"]) <= date.today()  # noqa: DTZ011 - the office's own calendar
    run("verify", "Berlin Office", "--on", "2020-02-29")
    assert run("show", "Berlin Office", "--json").json["verified_on"] == "2020-02-29"
    assert "verification_old" in _codes(run, "Berlin Office")
    assert run("verify", "Berlin Office", "--on", "soon").code == 2


def test_stale_offices_are_listed(run: Run) -> None:
    assert len(run("list", "--stale", "--json").json) == 25
    run("verify", "Berlin Office")
    names = [row["name"] for row in run("list", "--stale", "--json").json]
    assert len(names) == 24 and "Berlin Office" not in names


def test_the_letter_to_an_office_can_be_read_and_sent(run: Run) -> None:
    answer = run("mail", "Berlin Office", "--json")
    assert (answer.code, " ".join(answer.json)) == (0, "to subject body uri")
    assert answer.json["to"] == ["berlin-office@iclei.org"]
    assert answer.json["uri"].startswith("mailto:berlin-office@iclei.org?subject=")
    assert "Rosenthaler Str. 72a" in answer.json["body"]
    read = run("mail", "Berlin Office").out
    assert read.startswith("To: berlin-office@iclei.org\nSubject: ")


def test_an_office_without_an_address_has_nobody_to_ask(run: Run) -> None:
    answer = run("mail", "Pacific Islands Office", "--json")
    assert (answer.code, answer.json["to"]) == (1, [])
