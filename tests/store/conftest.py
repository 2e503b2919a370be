"""A store in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from directory_app.store.store import Store
from tests.store.stamps import MIGRATIONS


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "offices.sqlite"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with Store.open(database, MIGRATIONS) as store:
        yield store


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine reaches; that of the test is the tester's own."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
