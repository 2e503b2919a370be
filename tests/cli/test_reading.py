"""What the command line prints of the published offices."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_list_prints_the_25_published_offices(run: Run) -> None:
    answer = run("list", "--json")
    assert answer.code == 0
    assert len(answer.json) == 25
    assert set(answer.json[0]) == {"id", "name", "kind", "region", "city", "country", "matched_in"}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("sao paulo", "South American Secretariat"),
        ("서울", "East Asia Secretariat"),
        ("0228 976", "World Secretariat"),
        ("0049228", "World Secretariat"),
        ("jacobi", "South American Secretariat"),
        ("brussels", "Brussels Office"),
        ("bruxelles", "Brussels Office"),
        ("kintex goyang", "Korea Office"),
        ("goyang kintex", "Korea Office"),
        ("東京", "Japan Office"),
        ("高雄", "Kaohsiung Capacity Center"),
        ("cdmx", "Mexico, Central American and Caribbean Secretariat"),
        ("montreal", "Québec Office"),
        ("+1 510 844", "USA Office"),
    ],
)
def test_search_puts_the_right_office_first(run: Run, query: str, name: str) -> None:
    answer = run("search", query, "--json")
    assert (answer.code, answer.json[0]["name"]) == (0, name)


def test_search_says_in_which_fields_it_matched(run: Run) -> None:
    assert run("search", "jacobi", "--json").json[0]["matched_in"] == ["person"]


def test_search_can_be_narrowed_and_limited(run: Run) -> None:
    names = [row["name"] for row in run("search", "office", "--region", "north america", "--limit", "2", "--json").json]
    assert len(names) == 2
    assert all(row["country"] == "CA" for row in run("search", "office", "--country", "canada", "--json").json)


def test_a_region_can_be_named_as_the_page_s_other_list_names_it(run: Run) -> None:
    rows = run("search", "secretariat", "--region", "Central America & the Caribbean", "--json").json
    assert [row["city"] for row in rows] == ["Mexico City"]


@pytest.mark.parametrize(
    "query", ["%", "_", "*", "'", '"', "\\", "(", "[a", ".*", "\x00", "zzzzqqqq", "-", "\U0001f30d", "+"]
)
def test_no_query_is_a_pattern_or_an_error(run: Run, query: str) -> None:
    answer = run("search", "--json", "--", query)
    assert answer.code in (0, 1)
    assert answer.err == ""
    assert isinstance(answer.json, list)


def test_nothing_found_is_an_empty_list_and_exit_code_1(run: Run) -> None:
    answer = run("search", "zzzzqqqq", "--json")
    assert (answer.code, answer.json) == (1, [])


def test_show_prints_the_four_numbers_of_one_cell_and_the_fax(run: Run) -> None:
    phones = run("show", "Southern Center", "--json").json["phones"]
    assert [(phone["kind"], phone["number"]) for phone in phones] == [
        ("voice", "+914040034004"),
        ("voice", "+914040034005"),
        ("voice", "+914040034006"),
        ("voice", "+914040034008"),
        ("fax", "+914040034011"),
    ]
    assert {phone["raw"] for phone in phones} == {"+91 - 40 / 40034004/5/6/8", "+91 - 40 / 40034011"}


def test_show_prints_the_documented_keys(run: Run) -> None:
    record = run("show", "Canada Office", "--json").json
    assert " ".join(record) == (
        "id name kind region address phones emails websites position timezone people aliases notes status verified_on "
        "revision updated_at"
    )
    assert set(record["address"]) == {"lines", "postal_code", "city", "district", "state", "country", "formatted"}
    assert set(record["phones"][0]) == {"kind", "number", "extension", "raw", "international", "national", "valid"}
    assert set(record["position"]) == {"latitude", "longitude", "precision", "source"}
    assert record["updated_at"].endswith("Z")


def test_an_unknown_office_is_one_sentence_and_exit_code_1(run: Run) -> None:
    answer = run("show", "Atlantis Office")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1 and "Atlantis Office" in answer.err


def test_check_flags_the_foreign_numbers_and_manilas_old_ones(run: Run) -> None:
    answer = run("check", "--json")
    warnings = [finding for finding in answer.json if finding["level"] == "warning"]
    phones = {finding["office"]: finding["code"] for finding in warnings if finding["field"] == "phones"}
    assert answer.code == 1
    assert phones == {
        "Colombia Office": "phone_other_country",
        "ICLEI Africa Foundation": "phone_other_country",
        "Pacific Islands Office": "contact_missing",
        "Southeast Asia Secretariat": "phone_old_plan",
    }
    others = {(finding["office"], finding["code"]) for finding in warnings if finding["field"] != "phones"}
    assert others == {("East Asia Secretariat", "postal_code_unusual")}


def test_check_of_one_office_without_doubts_prints_an_empty_list(run: Run) -> None:
    run("verify", "Japan Office")
    answer = run("check", "Japan Office", "--json")
    assert (answer.code, answer.json) == (0, [])


def test_phones_tells_the_numbers_of_a_cell_apart(run: Run) -> None:
    answer = run("phones", "+52 55 5345 3000 xt 5622 and 5623", "--country", "CO", "--json")
    assert answer.code == 1
    assert [(number["number"], number["extension"]) for number in answer.json] == [
        ("+525553453000", "5622"),
        ("+525553453000", "5623"),
    ]
    assert answer.json[0]["findings"][0]["code"] == "phone_other_country"
    assert set(answer.json[0]) == {"kind", "number", "extension", "raw", "valid", "findings"}


def test_phones_reads_cells_from_standard_input_in_their_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = b"+49 228 9762 9900\nno number\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    answers = run("phones", "-", "--json").json
    assert [answer["cell"] for answer in answers] == ["+49 228 9762 9900", "no number"]
    assert answers[0]["numbers"][0]["number"] == "+4922897629900"
    assert answers[1]["numbers"][0]["number"] == ""


def test_phones_reads_what_is_no_utf8_as_well_as_it_can(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"T\xe9l +49 228 9762 9900\r\n"), errors="strict"))
    (answer,) = run("phones", "-", "--json").json
    assert answer["numbers"][0]["number"] == "+4922897629900"


def test_an_export_never_writes_over_the_directory_itself(run: Run, database: Path) -> None:
    before = len(run("list", "--json").json)
    for name in ("", "-wal"):
        answer = run("export", "--format", "json", "-o", database.with_name(database.name + name))
        assert answer.code == 2 and "is the directory itself" in answer.err
    assert len(run("list", "--json").json) == before


def test_an_export_that_finds_nothing_leaves_the_old_file_alone(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.vcf"
    old.write_text("mine", encoding="utf-8")
    assert run("export", "--format", "vcard3", "--query", "zzzzqqqq", "-o", old).code == 1
    assert old.read_text(encoding="utf-8") == "mine"


def test_a_full_disk_on_the_other_side_of_the_output_is_one_sentence(database: Path) -> None:
    words = [sys.executable, "-P", "-m", "directory_app", "--database", str(database), "list"]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1 and b"could not be written" in run.stderr


@pytest.mark.parametrize("format_name", ["vcard3", "vcard4", "json"])
def test_export_writes_the_offices_asked_for(run: Run, tmp_path: Path, format_name: str) -> None:
    path = tmp_path / "out"
    answer = run("export", "--format", format_name, "--region", "Europe", "-o", path)
    assert answer.code == 0
    assert path.read_text(encoding="utf-8").count("European Secretariat") >= 1
    assert "Oceania" not in path.read_text(encoding="utf-8")


def test_export_takes_offices_by_name_and_by_query(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.vcf"
    run("export", "--format", "vcard3", "--office", "Berlin Office", "--office", "Japan Office", "-o", path)
    assert path.read_bytes().count(b"BEGIN:VCARD") == 2
    run("export", "--format", "vcard3", "--query", "seoul", "-o", path)
    assert path.read_bytes().count(b"BEGIN:VCARD") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--format", "vcard9", "-o", "x"),
        ("export", "--format", "vcard3", "-o", "/no/such/folder/x.vcf"),
        ("search", "x", "--region", "Atlantis"),
        ("search", "x", "--country", "Atlantis"),
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--limit", "abc"),
        ("export", "--format", "vcard3", "--office", "Berlin Office", "--query", "x", "-o", "x"),
        ("frobnicate",),
        ("show",),
    ],
)
def test_bad_usage_and_bad_input_are_exit_code_2_without_a_traceback(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err and answer.err.count("\n") == 1
