"""The program as a process: it opens, says in one line what it cannot, and leaves with the right code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError


def _run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-P", "-m", "directory_app", *map(str, words)],
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_it_paints_once_and_quits_and_writes_only_where_it_was_told(tmp_path: Path, home: Path) -> None:
    run = _run("--data-dir", tmp_path / "data", "--quit-when-painted")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert {path.name for path in (tmp_path / "data").iterdir()} >= {"offices.sqlite", "log"}
    assert list(home.iterdir()) == []


def test_a_second_start_finds_what_the_first_left(tmp_path: Path) -> None:
    for _ in range(2):
        assert _run("--data-dir", tmp_path, "--quit-when-painted").returncode == 0


def test_a_picture_of_the_window_is_taken_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "deep" / "window.png"
    run = _run("--data-dir", tmp_path, "--screenshot", picture, "--size", "800x600", "--office", "Berlin Office")
    assert (run.returncode, run.stderr) == (0, "")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_a_display_it_says_so_in_one_line() -> None:
    run = _run(QT_QPA_PLATFORM="")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and "no display" in run.stderr


@pytest.mark.parametrize("words", [("--quit-when-painted",), ("list",), ("undo",), ("check",)])
def test_a_damaged_database_is_one_sentence_whatever_was_asked_for(tmp_path: Path, words: tuple[str, ...]) -> None:
    damaged = tmp_path / "offices.sqlite"
    damaged.write_bytes(b"no database" * 1000)
    run = _run("--data-dir", tmp_path, *words)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and str(damaged) in run.stderr
    assert damaged.read_bytes() == b"no database" * 1000


def test_an_unknown_office_on_the_command_line_of_the_window_is_one_sentence(tmp_path: Path) -> None:
    run = _run("--data-dir", tmp_path, "--screenshot", tmp_path / "x.png", "--office", "Atlantis")
    assert run.returncode == 2
    assert "Atlantis" in run.stderr and "Traceback" not in run.stderr


def test_a_missing_resource_names_the_file_and_says_what_to_do() -> None:
    with pytest.raises(MissingResourceError, match=r"no-such-file.*Install the program again"):
        bundled("resources", "no-such-file")


@pytest.mark.parametrize(
    "missing", ["base_map/base_map.bin", "map_names/map_names.bin", "icons/search.svg", "gazetteer/gazetteer.sqlite"]
)
def test_a_program_with_a_file_missing_says_which_and_ends(tmp_path: Path, missing: str) -> None:
    root = Path(__file__).parent.parent
    for folder in ("directory_app", "db", "resources"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "resources" / missing).unlink()
    run = subprocess.run(
        [sys.executable, "-m", "directory_app", "--data-dir", str(tmp_path / "data"), "--quit-when-painted"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and str(tmp_path / "resources" / missing) in run.stderr
