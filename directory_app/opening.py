"""How a directory is opened: looked at first, and filled with the published offices if it is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.bundled import bundled
from directory_app.directory import Directory
from directory_app.geo.places import Places
from directory_app.store.first_look import BUSY_SECONDS, first_look

if TYPE_CHECKING:
    from directory_app.store.store import Store


def utc_now() -> datetime:
    """Returns the present moment in UTC, to the second, as the log keeps it."""
    return datetime.now(UTC).replace(microsecond=0)


def open_directory(
    database: Path, clock: Callable[[], datetime] = utc_now, busy_seconds: float = BUSY_SECONDS
) -> Directory:
    """Returns the directory in a database file, which is made and filled with the published offices if it is new.

    `busy_seconds` is how long any action waits for another program's write.
    A file that is in order is only looked at; it is opened when something is asked that the look cannot answer.
    Raises DatabaseError or MissingResourceError with a sentence for the user.
    """
    migrations = bundled("db", "migrations")
    look = first_look(database, migrations)
    opening = partial(_open_store, database, migrations, busy_seconds)
    places = Places(bundled("resources", "gazetteer", "gazetteer.sqlite"))
    base_map = bundled("resources", "base_map", "base_map.bin")
    directory = Directory(database, opening, clock, places, base_map, look)
    try:
        if look is None:
            directory.load_seed_if_new(bundled("db", "seed"))
    except BaseException:
        directory.close()
        raise
    return directory


def _open_store(database: Path, migrations: Path, busy_seconds: float) -> Store:
    from directory_app.store.store import Store  # SQLAlchemy is slow to import

    return Store.open(database, migrations, busy_seconds)
