"""The installed program in a real X window: found, edited, undone, exported, by keyboard alone."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import vobject

from tests.end_to_end.desktop import Desktop, a_desktop, a_program, until

# What a person sees and presses; the window's words, in English.
PROGRAM = Path(sys.executable).parent / "office-directory"
WINDOW = "Office directory"
EXPORT = "Export offices"
QUERY, CITY = "sao paulo", "São Paulo"
NEW_NAME = "Sao Paulo Office, renamed"
EDIT, SAVE, UNDO, EXPORT_SHOWN, QUIT = "ctrl+e", "ctrl+Return", "ctrl+z", "ctrl+s", "ctrl+q"

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(180)]


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with a_desktop() as desktop:
        yield desktop


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def program(desktop: Desktop, data: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {
        "DISPLAY": desktop.display,
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "LANGUAGE": "en",
        "PATH": os.environ["PATH"],
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    said = tmp_path / "said.txt"
    with a_program([PROGRAM, "--data-dir", data], environment, said) as program:
        yield program
    print(said.read_text(encoding="utf-8"))  # shown where the test failed


def _ask(database: Path, question: str) -> list[tuple[str, ...]]:
    if not database.exists():
        return []
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(question).fetchall()


def _names(database: Path) -> dict[str, str]:
    return {str(key): name for key, name in _ask(database, "SELECT id, name FROM offices")}


def test_a_person_finds_edits_undoes_and_exports_an_office(
    desktop: Desktop, program: subprocess.Popen[bytes], data: Path, tmp_path: Path
) -> None:
    database = data / "offices.sqlite"
    desktop.focus(WINDOW, program)
    published = _names(database)
    assert len(published) == 25
    ((office, name),) = _ask(database, f"SELECT id, name FROM offices WHERE city = '{CITY}'")

    desktop.type(QUERY)
    desktop.keys("Return", EDIT, "ctrl+a")
    desktop.type(NEW_NAME)
    desktop.keys(SAVE)
    until(lambda: NEW_NAME in _names(database).values(), "the new name in the database")
    assert _names(database) == published | {office: NEW_NAME}

    desktop.keys(UNDO)
    until(lambda: _names(database) == published, "the published name in the database again")
    origins = _ask(database, f"SELECT origin FROM changes WHERE office_id = '{office}' ORDER BY sequence")
    assert origins == [("seed",), ("edit",), ("undo",)]

    card = tmp_path / "exported.vcf"
    desktop.keys(EXPORT_SHOWN)
    desktop.focus(EXPORT, program)
    desktop.type(str(card))
    desktop.keys("Return")
    until(card.exists, "the exported file")
    assert [read.fn.value for read in vobject.readComponents(card.read_text(encoding="utf-8"))] == [name]

    desktop.focus(WINDOW, program)
    desktop.keys(QUIT)
    until(lambda: program.poll() is not None, "the end of the program")
    assert program.returncode == 0
    assert (tmp_path / "said.txt").read_text(encoding="utf-8") == ""
