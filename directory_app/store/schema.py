"""The version of the tables in a file, and the way to the newest."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from enum import Enum, auto
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect

from directory_app.errors import DatabaseError, MissingResourceError
from directory_app.store.engine import connect_to_write, open_engine, use_write_ahead_log
from directory_app.store.versions import known_versions

if TYPE_CHECKING:
    from alembic.config import Config

_log = logging.getLogger(__name__)

_OURS = frozenset({"alembic_version", "offices", "changes"})


class Schema(Enum):
    """How a file's tables stand to those that this program writes."""

    EMPTY = auto()
    CURRENT = auto()
    OLDER = auto()
    NEWER = auto()
    FOREIGN = auto()


def stored_version(connection: Connection) -> str | None:
    """Returns the version of the tables in a file, or None if there are no tables of ours."""
    if not _OURS.issubset(inspect(connection).get_table_names()):
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def schema_of(connection: Connection, migrations: Path) -> Schema:
    """Returns how a file's tables stand to the migrations."""
    versions = known_versions(migrations)
    version = stored_version(connection)
    if version is None:
        others = set(inspect(connection).get_table_names()) - {"alembic_version"}
        return Schema.FOREIGN if others else Schema.EMPTY
    if version == versions[-1]:
        return Schema.CURRENT
    return Schema.OLDER if version in versions else Schema.NEWER


def make_current(engine: Engine, path: Path, migrations: Path, busy_seconds: float) -> None:
    """Gives the file the newest tables, or raises DatabaseError and leaves it as it was.

    A file with offices is first copied to a backup beside it.
    """
    with engine.connect() as connection:
        current = _is_current(connection, path, migrations)
    use_write_ahead_log(engine)
    if not current:
        _upgrade(path, migrations, busy_seconds)


def _is_current(connection: Connection, path: Path, migrations: Path) -> bool:
    schema = schema_of(connection, migrations)
    if schema is Schema.NEWER:
        raise DatabaseError(
            f"The database {path} was written by a newer version of this program. "
            "Nothing was changed. Install the newest version, or open another file."
        )
    if schema is Schema.FOREIGN:
        raise DatabaseError(
            f"The database {path} belongs to another program. Nothing was changed. Choose another file."
        )
    return schema is Schema.CURRENT


def _upgrade(path: Path, migrations: Path, busy_seconds: float) -> None:
    engine = open_engine(path, busy_seconds, foreign_keys=False)
    try:
        with connect_to_write(engine) as connection, connection.begin():
            # Another program may have been faster while this one waited for the lock.
            if not _is_current(connection, path, migrations):
                _back_up(connection, path)
                _run_migrations(connection, migrations)
                _require_whole(connection, path)
    finally:
        engine.dispose()


def alembic_config(connection: Connection, migrations: Path) -> Config:
    """Returns what Alembic needs to run the migrations within the connection's transaction."""
    from alembic.config import Config

    config = Config()
    # Alembic would put in a value for each %(name)s of a path.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _run_migrations(connection: Connection, migrations: Path) -> None:
    from alembic import command

    config = alembic_config(connection, migrations)
    _require_sound(config, migrations)
    before = stored_version(connection) or "nothing"
    command.upgrade(config, "head")
    _log.info("tables brought from version %s to %s", before, stored_version(connection))


def _require_sound(config: Config, migrations: Path) -> None:
    """Reads every migration before any is run, so that what fails here is a file and not the upgrade."""
    from alembic.script import ScriptDirectory

    try:
        compile((migrations / "env.py").read_bytes(), "env.py", "exec")
        list(ScriptDirectory.from_config(config).walk_revisions())
    except Exception as error:  # whatever the code in a broken file may raise
        raise MissingResourceError(
            f"The folder {migrations} belongs to the program and holds a migration that is missing or broken "
            f"({' '.join(str(error).split())}). Install the program again; your data is untouched."
        ) from error


def _back_up(connection: Connection, path: Path) -> None:
    version = stored_version(connection)
    if version is None or connection.exec_driver_sql("SELECT 1 FROM offices LIMIT 1").first() is None:
        return
    backup = _free_name(path, version)
    unfinished = backup.with_name(backup.name + ".part")
    try:
        # A connection of its own reads the last committed state, though this transaction holds the write lock.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        unfinished.replace(backup)
    finally:
        unfinished.unlink(missing_ok=True)
    _log.info("backup before the upgrade: %s", backup)


def _free_name(path: Path, version: str) -> Path:
    stem = f"{path.stem}.before-upgrade-from-{version}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(free for name in names if not (free := path.with_name(name + path.suffix)).exists())


def _require_whole(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DatabaseError(
            f"The database {path} holds rows that belong to no office, so its upgrade was taken back. "
            "Nothing was changed. Restore a backup."
        )
