"""The database of one directory: offices read as values, and written only together with their log."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine, select

from directory_app.errors import BadInputError, DatabaseError
from directory_app.model.change import Change, Changed, Stamp
from directory_app.model.office import Office, Region, Summary
from directory_app.model.progress import Progress, untold
from directory_app.model.undo import Step
from directory_app.store import change_log, reading, writing
from directory_app.store.engine import connect_to_write, open_engine
from directory_app.store.first_look import BUSY_SECONDS
from directory_app.store.problems import told
from directory_app.store.schema import make_current
from directory_app.store.tables import offices as offices_table


class Store:
    """A SQLite file with offices; every call has a connection of its own, so any thread may call.

    Every method raises DatabaseError if the file cannot be used.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, migrations: Path, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Returns the store in a file, which is made with its folder if it is missing, and upgraded if it is older.

        Raises DatabaseError, with the file as it was, and MissingResourceError.
        """
        path = path.absolute()
        engine = open_engine(path, busy_seconds)
        try:
            with told(path):
                _require_usable(path)
                make_current(engine, path, migrations, busy_seconds)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def summaries(self) -> list[Summary]:
        """Returns every office's summary, in the order of names."""
        with self._reading() as connection:
            return reading.load_summaries(connection)

    def offices(self, ids: Iterable[UUID] | None = None) -> list[Office]:
        """Returns the offices with these ids in their order, those that are gone left out; all of them without ids."""
        with self._reading() as connection:
            return reading.load_offices(connection, ids)

    def office(self, office_id: UUID) -> Office | None:
        """Returns one office, or None if there is none."""
        return next(iter(self.offices([office_id])), None)

    def regions(self) -> list[Region]:
        """Returns the regions in their order."""
        with self._reading() as connection:
            return reading.load_regions(connection)

    def is_new(self) -> bool:
        """Returns whether there is no office here and none was ever saved."""
        with self._reading() as connection:
            return _is_new(connection)

    def last_sequence(self) -> int:
        """Returns a number that grows with every change, whoever made it."""
        with self._reading() as connection:
            return change_log.last_sequence(connection)

    def changes(self, office: UUID | None = None, step: UUID | None = None, limit: int | None = None) -> list[Change]:
        """Returns what happened to one office, in one step, or at all, newest first."""
        with self._reading() as connection:
            return change_log.load_changes(connection, office, step, limit)

    def steps(self) -> list[Step]:
        """Returns every step, oldest first."""
        with self._reading() as connection:
            return change_log.load_steps(connection)

    def write(
        self,
        offices: Sequence[Office],
        stamp: Stamp,
        remove: Sequence[Office] = (),
        *,
        regions: Sequence[Region] = (),
        only_if_new: bool = False,
        progress: Progress = untold,
    ) -> Changed:
        """Saves and removes offices in one transaction, each with its change and a new revision.

        An office that is as stored is neither written nor logged. Regions that are missing are added.
        With `only_if_new` nothing is written where `is_new` is no longer true. Whoever is told of
        the progress may stop the write by raising, and nothing of it is kept.
        Raises StaleSaveError, and writes nothing, if any office was saved since it was read.
        """
        with self._writing() as connection:
            if only_if_new and not _is_new(connection):
                return Changed()
            writing.add_regions(connection, regions)
            return writing.write_offices(connection, offices, remove, stamp, progress)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with told(self.path, saving=True), connect_to_write(self._engine) as connection, connection.begin():
                yield connection
        except UnicodeEncodeError as error:
            raise BadInputError(
                f"A text holds a half character ({error.object[error.start : error.end]!a}) that cannot be stored. "
                "Nothing was saved. Type it again."
            ) from error


def _is_new(connection: Connection) -> bool:
    """Asks for offices, too: another program may have put some in without a word in the log."""
    return (
        change_log.last_sequence(connection) == 0
        and connection.execute(select(offices_table.c.id).limit(1)).first() is None
    )


def _require_usable(path: Path) -> None:
    """Makes the folder, and finds what SQLite would only notice in the middle of the first save."""
    if path.exists() and not path.is_file():
        raise DatabaseError(f"{path} is a folder or a device. Name a database file, or one to be made.")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.R_OK):
        raise DatabaseError(
            f"The database {path} may not be read by you. Change its permissions, or choose another file."
        )
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise DatabaseError(
                f"The database {path} is read-only. "
                "Make the file and its folder writable, or copy it to where you may write."
            )
