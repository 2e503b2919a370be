"""Small real directories for tests: real files, a clock that stands still, offices of the test's own."""

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from directory_app.bundled import bundled
from directory_app.directory import Directory
from directory_app.geo.places import Places
from directory_app.model.change import Origin, Stamp
from directory_app.model.office import Office
from directory_app.store.store import Store

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
AUTHOR = "Ada"


def an_empty_database(folder: Path) -> Path:
    """Returns a current database without offices, to be copied by tests."""
    path = folder / "empty.sqlite"
    Store.open(path, bundled("db", "migrations")).close()
    return path


def a_directory(
    empty: Path, folder: Path, offices: Sequence[Office] = (), clock: Callable[[], datetime] = lambda: NOON
) -> Directory:
    """Returns a directory of its own whose offices are its beginning, as published ones are: undo ends there."""
    path = folder / "offices.sqlite"
    shutil.copyfile(empty, path)
    store = Store.open(path, bundled("db", "migrations"))
    store.write(offices, Stamp(uuid4(), NOON, "test", Origin.SEED))
    places = Places(bundled("resources", "gazetteer", "gazetteer.sqlite"))
    base_map = bundled("resources", "base_map", "base_map.bin")
    directory = Directory(path, lambda: store, clock, places, base_map)
    directory.refresh()
    return directory
