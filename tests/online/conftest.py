"""The whole program with looking up online switched on, against a small server on this machine."""

from pathlib import Path

import pytest

from tests.cli.conftest import database, published, run
from tests.geo.online.conftest import clock, no_network, serve
from tests.ui.conftest import application, directory, icons, session

__all__ = [
    "application",
    "clock",
    "database",
    "directory",
    "icons",
    "no_network",
    "published",
    "run",
    "serve",
    "session",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder
