"""What a program must do wherever and however it was installed."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

SECONDS = 90


def run(command: Sequence[str | Path], folder: Path, **environment: str) -> str:
    """Returns what a command prints, run in a folder with no environment but what is given."""
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        cwd=folder,
        encoding="utf-8",
        env=environment,
        timeout=SECONDS,
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def check_program(program: Path, folder: Path) -> None:
    """Fails unless the program passes its own test, lists the published offices and paints its window."""
    folder.mkdir()
    run([program, "self-test"], folder)
    assert list(folder.iterdir()) == [], "the self-test left files behind"

    data = folder / "data"
    offices = json.loads(run([program, "--data-dir", data, "list", "--json"], folder))
    assert len(offices) == 25
    run([program, "--data-dir", data, "--quit-when-painted"], folder, QT_QPA_PLATFORM="offscreen")
    assert [path.name for path in folder.iterdir()] == ["data"]
