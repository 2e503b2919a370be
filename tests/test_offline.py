"""The whole program with every connection forbidden: nothing of it may ask for one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FORBIDDEN = 77
_PROGRAM = f"""
import os, socket, sys

def refuse(*_, **__):
    sys.stderr.write("a connection was asked for\\n")
    os._exit({FORBIDDEN})

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)
from directory_app.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own, which ends with FORBIDDEN when it asks for a connection."""
    return subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM, *map(str, words)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_the_window_with_an_office_its_map_and_all_checks_needs_no_connection(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run("--data-dir", tmp_path / "data", "--screenshot", picture, "--office", "Japan Office")
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check"], 1),
        (["geocode", "Japan Office"], 0),
        (["geocode", "--query", "Rosario, Santa Fe, Argentina"], 0),
        (["geocode", "--online", "Japan Office"], 2),
        (["nearest", "Kathmandu"], 0),
        (["edit", "Japan Office", "address.city=Kyoto", "opening_hours=Mo-Fr 09:00-17:00"], 0),
        (["mail", "Japan Office"], 0),
    ],
)
def test_no_command_needs_a_connection(tmp_path: Path, words: list[str], code: int) -> None:
    done = run(
        "--data-dir",
        tmp_path / "data",
        *(tmp_path / word if "." in word and "xlsx" in word else word for word in words),
    )
    assert done.returncode == code, done.stderr


def test_whatever_asks_for_a_connection_would_be_caught(tmp_path: Path) -> None:
    asks = _PROGRAM.replace("from directory_app.__main__ import main", "socket.create_connection(('127.0.0.1', 9))")
    done = subprocess.run([sys.executable, "-P", "-c", asks], capture_output=True, timeout=100, check=False)
    assert done.returncode == FORBIDDEN


def test_no_file_is_written_with_the_help_of_a_connection(tmp_path: Path) -> None:
    done = run("--data-dir", tmp_path / "data", "export", "--format", "xlsx", "-o", tmp_path / "offices.xlsx")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("online_tiles", "code"), [("", 0), ("off", 0), ("on", FORBIDDEN)])
def test_an_online_map_asks_for_a_connection_only_where_it_is_switched_on(
    tmp_path: Path, online_tiles: str, code: int
) -> None:
    chosen = json.dumps({"map_source": "online", "online_tiles": online_tiles})
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(chosen, encoding="utf-8")
    assert run("--data-dir", tmp_path, "--screenshot", tmp_path / "window.png").returncode == code
