"""What the command line imports and merges, and how it says what it did."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from directory_app.cli.progress import ProgressLine, shown
from directory_app.errors import StoppedError
from directory_app.model.progress import untold
from directory_app.opening import open_directory
from tests.cli.conftest import Run

CSV = """Name,City,Country,Phone,E-mail
Lyon Office,Lyon,France,+33 4 11 11 11 11,lyon@example.org
Berlin Office,Berlin,Germany,+49 30 1234567,berlin-office@iclei.org
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "offices.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_import_creates_what_is_new_and_tells_what_differs(run: Run, file: Path) -> None:
    answer = run("import", file, "--json")
    assert answer.code == 1
    assert {key: answer.json[key] for key in ("created", "updated", "unchanged", "skipped")} == {
        "created": 1, "updated": 0, "unchanged": 0, "skipped": 1,
    }  # fmt: skip
    (finding,) = answer.json["findings"]
    assert (finding["record"], finding["field"], finding["code"]) == ("row 3", "phones", "differs")
    assert "Berlin Office" in finding["message"]
    assert run("show", "Lyon Office", "--json").json["phones"][0]["number"] == "+33411111111"


def test_import_with_update_takes_the_files_values(run: Run, file: Path) -> None:
    answer = run("import", file, "--update", "--json")
    assert (answer.code, answer.json["created"], answer.json["updated"], answer.json["findings"]) == (0, 1, 1, [])
    assert run("show", "Berlin Office", "--json").json["phones"][0]["number"] == "+49301234567"


def test_importing_the_same_file_again_changes_nothing(run: Run, file: Path) -> None:
    run("import", file, "--update")
    before = run("list", "--json").json
    answer = run("import", file, "--update", "--json")
    assert (answer.code, answer.json) == (
        0, {"created": 0, "updated": 0, "unchanged": 2, "skipped": 0, "findings": []},
    )  # fmt: skip
    assert run("list", "--json").json == before


def test_a_dry_run_tells_the_same_and_changes_nothing(run: Run, file: Path) -> None:
    before = run("list", "--json").json
    told = run("import", file, "--update", "--dry-run", "--json")
    assert run("list", "--json").json == before
    assert told.json == run("import", file, "--update", "--json").json


def test_an_import_is_taken_back_by_one_undo(run: Run, file: Path) -> None:
    before = run("list", "--json").json
    run("import", file, "--update")
    assert len(run("undo", "--json").json) == 2
    assert run("list", "--json").json == before


def test_without_json_an_import_is_short_lines(run: Run, file: Path) -> None:
    answer = run("import", file)
    counts, differs = answer.out.splitlines()
    assert counts == "1 created, 0 updated, 0 unchanged, 1 skipped"
    assert differs.startswith("row 3: Berlin Office is there already, with other values of phones.")
    assert answer.err == ""


def test_a_possible_duplicate_is_left_out_with_the_other_office_and_why(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text("Name,City,Country,E-mail\nHauptstadtbüro,Berlin,DE,berlin-office@iclei.org\n", encoding="utf-8")
    answer = run("import", path, "--json")
    (finding,) = answer.json["findings"]
    assert (answer.code, answer.json["skipped"], finding["code"]) == (1, 1, "possible_duplicate")
    assert "Berlin Office (same e-mail, same town)" in finding["message"]
    created = run("import", path, "--create-duplicates", "--json")
    assert (created.code, created.json["created"]) == (0, 1)
    assert run("import", path, "--json").json["unchanged"] == 1


def test_a_broken_row_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text(
        "Name,City,Phone\nLyon Office,Lyon,+33 4 11 11 11 11\n,,+33 4 2\nNice Office,Nice,+33 4 33 33 33 33\n"
    )
    answer = run("import", path, "--json")
    assert (answer.code, answer.json["created"], answer.json["skipped"]) == (1, 2, 1)
    (finding,) = answer.json["findings"]
    assert (finding["record"], finding["code"]) == ("row 3", "unreadable")


@pytest.mark.parametrize(
    "words",
    [
        ("import", "FILE", "--map", "A=name", "Beta=phones"),
        ("import", "FILE", "--map", "Alpha=name", "--map", "B=phones"),
        ("import", "--map", "1=name", "2=phones", "FILE"),
    ],
)
def test_columns_are_mapped_by_header_letter_or_number(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "table"
    path.write_text("Alpha;Beta\nLyon Office;+33 4 11 11 11 11\nNice Office;+33 4 33 33 33 33\n")
    answer = run(*(path if word == "FILE" else word for word in words), "--json")
    assert (answer.code, answer.json["created"]) == (0, 2)
    assert run("show", "Nice Office", "--json").json["phones"][0]["number"] == "+33433333333"


def test_the_layout_of_a_table_can_be_corrected(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("Lyon-Bureau^Lyon^+33 4 11 11 11 11\nB\xfcro Nice^Nice^+33 4 33 33 33 33\n".encode("latin-1"))
    words = (
        "--delimiter",
        "^",
        "--encoding",
        "iso-8859-1",
        "--no-header",
        "--map",
        "1=name",
        "2=address.city",
        "3=phones",
    )
    assert run("import", path, *words, "--json").json["created"] == 2
    assert run("show", "Büro Nice", "--json").json["address"]["city"] == "Nice"


def test_a_sheet_of_a_workbook_is_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "offices.xlsx"
    book = Workbook()
    for title, name in (("One", "Lyon Office"), ("Two", "Nice Office")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "Phone"])
        sheet.append([name, "+33 4 11 11 11 11"])
    book.save(path)
    assert run("import", path, "--sheet", "Two", "--json").json["created"] == 1
    assert run("show", "Nice Office").code == 0
    wrong = run("import", path, "--sheet", "Three")
    assert (wrong.code, wrong.out) == (2, "") and "One, Two" in wrong.err


def test_the_programs_own_export_gives_the_same_offices(run: Run, tmp_path: Path) -> None:
    exported, empty = tmp_path / "offices.json", tmp_path / "empty.sqlite"
    run("export", "--format", "json", "-o", exported)
    assert run("import", exported, "--json").json["unchanged"] == 25
    with open_directory(empty) as directory:
        for office in directory.offices():
            directory.remove(office, "Ada")
    assert run("--database", empty, "import", exported, "--json").json["created"] == 25
    again = tmp_path / "again.json"
    run("--database", empty, "export", "--format", "json", "-o", again)
    mine, theirs = (json.loads(path.read_bytes()) for path in (exported, again))
    for record in (*mine, *theirs):
        del record["revision"], record["updated_at"]
    assert theirs == mine


@pytest.mark.parametrize("format_name", ["vcard3", "vcard4"])
def test_the_programs_own_cards_change_nothing(run: Run, tmp_path: Path, format_name: str) -> None:
    path = tmp_path / "offices.vcf"
    run("export", "--format", format_name, "-o", path)
    assert run("import", path, "--update", "--json").json == {
        "created": 0, "updated": 0, "unchanged": 25, "skipped": 0, "findings": [],
    }  # fmt: skip


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.BytesIO]:
    typed = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8"))
    yield typed


@pytest.mark.parametrize(
    "content",
    [
        CSV,
        "BEGIN:VCARD\nVERSION:3.0\nFN:Lyon Office\nTEL:+33 4 11 11 11 11\nEND:VCARD\n",
        "Lyon Office\n12 rue de la Paix, 69002 Lyon, France\nT: +33 4 11 11 11 11\nE: lyon@example.org\n",
    ],
    ids=["a table", "a card", "a signature"],
)
def test_standard_input_is_read_whatever_it_is(run: Run, typed: io.BytesIO, content: str) -> None:
    typed.write(content.encode())
    typed.seek(0)
    assert run("import", "-", "--json").json["created"] == 1
    assert "Lyon Office" in run("list").out


@pytest.mark.parametrize(
    ("content", "words", "says"),
    [
        (b"%PDF-1.7", (), "is a PDF file"),
        (b"", (), "There is nothing in offices.csv"),
        (CSV.encode(), ("--map", "Colour=name"), "There is no column “Colour”"),
        (CSV.encode(), ("--map", "Name=colour"), "“colour” is no field"),
        (b"BEGIN:VCARD\nEND:VCARD\n", ("--map", "Name=name"), "has no columns"),
        (CSV.encode(), ("--format", "xlsx"), "no XLSX file"),
        (CSV.encode(), ("--encoding", "klingon"), "There is no encoding"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence_and_changes_nothing(
    run: Run, file: Path, content: bytes, words: tuple[str, ...], says: str
) -> None:
    file.write_bytes(content)
    before = run("list", "--json").json
    answer = run("import", file, *words)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err and answer.err.count("\n") == 1
    assert run("list", "--json").json == before


def test_a_file_must_be_named(run: Run) -> None:
    for words in (["import"], ["import", "--map", "A=name"]):
        assert run(*words).code == 2
    assert "no file" in run("import", "missing.csv").err


def test_a_file_without_offices_is_exit_code_1(run: Run, file: Path) -> None:
    file.write_text("Name,City,Phone\n")
    answer = run("import", file, "--format", "text", "--json")
    assert answer.code == 1
    assert answer.json["created"] == 0


def test_merge_makes_one_office_of_two_and_one_undo_makes_them_two_again(run: Run) -> None:
    changes = run("merge", "European Secretariat", "Berlin Office", "--json").json
    assert len(changes) == 2
    one = run("show", "European Secretariat", "--json").json
    assert "Berlin Office" in one["aliases"]
    assert {email["address"] for email in one["emails"]} == {"iclei-europe@iclei.org", "berlin-office@iclei.org"}
    assert run("show", "Berlin Office", "--json").json["id"] == one["id"]
    run("undo")
    assert run("show", "Berlin Office", "--json").json["id"] != one["id"]


def test_an_office_is_not_merged_with_itself(run: Run) -> None:
    answer = run("merge", "Berlin Office", "berlin office")
    assert (answer.code, answer.out) == (2, "") and "one office already" in answer.err


class Terminal(io.StringIO):
    """What a terminal was sent."""

    def isatty(self) -> bool:
        return True


def test_progress_shows_the_count_and_the_time_left_and_goes_away() -> None:
    terminal = Terminal()
    moments = iter([0.0, 0.05, 10.0, 200.0])
    line = ProgressLine("Reading", terminal, lambda: next(moments))
    for done in (10, 2500, 5000):
        line.tell(done, 10_000)
    line.clear()
    shown_lines = [part.strip() for part in terminal.getvalue().split("\r") if part.strip()]
    assert shown_lines == ["Reading: 2,500 of 10,000, 30 s left", "Reading: 5,000 of 10,000, 3 min left"]
    assert terminal.getvalue().endswith(" \r")


def test_progress_without_a_total_is_a_count() -> None:
    terminal = Terminal()
    moments = iter([0.0, 5.0])
    ProgressLine("Reading", terminal, lambda: next(moments)).tell(1500, 0)
    assert terminal.getvalue() == "\rReading: 1,500"


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with shown("Reading") as progress:
        assert progress is untold
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(StoppedError), shown("Reading") as progress:
        assert progress is not untold
        raise StoppedError("Stopped.")
    assert terminal.getvalue() == ""
