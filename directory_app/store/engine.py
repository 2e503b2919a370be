"""Connections to the database file."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

_IMMEDIATE = "office_directory_immediate"


def open_engine(path: Path, busy_seconds: float, *, foreign_keys: bool = True) -> Engine:
    """Returns an engine on a SQLite file; nothing is opened until it is first used.

    A connection waits `busy_seconds` for a lock that another program holds. Foreign keys are
    switched off only to rebuild tables, where SQLite would otherwise delete what refers to them.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # The driver must not begin and commit by its own guess: see _begin.
        connect_args={"timeout": busy_seconds, "isolation_level": None},
        json_serializer=_json,
    )
    event.listen(engine, "connect", partial(_prepare, foreign_keys=foreign_keys))
    event.listen(engine, "begin", _begin)
    return engine


def connect_to_write(engine: Engine) -> Connection:
    """Returns a connection whose transactions hold the write lock from their first moment.

    So what is read in one stays true until it is committed, and no two programs wait for each other.
    """
    return engine.connect().execution_options(**{_IMMEDIATE: True})


def use_write_ahead_log(engine: Engine) -> None:
    """Switches the file to write-ahead logging for good, so that readers and the writer never wait for each other."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        # Outside of any transaction, where alone SQLite lets the mode be changed.
        if driver.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            driver.execute("PRAGMA journal_mode=WAL")


# No value that is stored holds itself, and looking for that takes a fifth of the time.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def _json(value: Any) -> str:
    return "[]" if value == [] else _encode(value)  # what most lists of an office are


def _prepare(driver: Any, _record: object, *, foreign_keys: bool) -> None:
    driver.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    # FULL rather than NORMAL: what the window called saved outlives a power cut, for a few
    # milliseconds a save, and people do not save more often than that.
    driver.execute("PRAGMA synchronous=FULL")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
