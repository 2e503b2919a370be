"""The command line on the published offices, in a database that each test may change."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.__main__ import main
from directory_app.opening import open_directory

Run = Callable[..., "Answer"]


class Answer:
    """What a run of the program printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("published") / "offices.sqlite"
    open_directory(path).close()
    return path


@pytest.fixture
def database(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(published, tmp_path / "offices.sqlite"))


@pytest.fixture
def run(database: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the program with words, on the published offices."""

    def run_it(*words: str | Path) -> Answer:
        try:
            code = main(["--database", str(database), *map(str, words)])
        except SystemExit as ended:  # argparse leaves so
            code = int(ended.code or 0)
        captured = capfdbinary.readouterr()
        return Answer(code, captured.out.decode(), captured.err.decode())

    return run_it
