"""What SQLite and SQLAlchemy raise, as sentences that name the file and say what to do."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from directory_app.errors import DatabaseError, StaleOfficeError
from directory_app.model.office import Office

_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes hold the primary one in their lowest byte."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: (
        "The database {path} is locked by another program that is writing to it. "
        "Wait until that is done, or close that program, and try again."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The database {path} is damaged. Nothing was changed. Copy the file to a safe place and restore a backup."
    ),
    sqlite3.SQLITE_NOTADB: (
        "The file {path} is not an office directory, or its beginning is damaged. "
        "Nothing was changed. Choose another file or restore a backup."
    ),
    sqlite3.SQLITE_READONLY: (
        "The database {path} is read-only. Make the file and its folder writable, or copy it to where you may write."
    ),
    sqlite3.SQLITE_FULL: "The disk with the database {path} is full. {kept}Make room and try again.",
    sqlite3.SQLITE_CANTOPEN: (
        "The database {path} cannot be opened. "
        "Check that it is a file and that you may read and write it and its folder."
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk refused to read or write the database {path}. {kept}"
        "Check that the disk is connected, sound and not full, and try again."
    ),
}
_CONTRADICTORY = (
    "The database {path} is damaged ({reason}). "
    "Nothing was changed. Copy the file to a safe place and restore a backup."
)
"""The reason is SQLite's own, so that a mistake of this program, should one get here, can be told from damage."""
_SENTENCES[sqlite3.SQLITE_CONSTRAINT] = _CONTRADICTORY
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PERM] = _SENTENCES[sqlite3.SQLITE_CANTOPEN]

_KEPT = "Nothing of this save was kept. "

_DAMAGED_SCHEMA = re.compile("no such (?:table|column): |table .* has no column named |unsupported file format")
"""What SQLite says under its code for any error where the file lacks a table or column that its version has."""

_UNREADABLE = (
    "The database {path} holds values that this version of the program cannot read ({reason}). "
    "Nothing was changed. Install the newest version, or restore a backup."
)


@contextmanager
def told(path: Path, *, saving: bool = False) -> Iterator[None]:
    """Turns what goes wrong with the file inside the block into a DatabaseError; bugs pass as they are.

    With `saving` the sentence says what became of the save.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise DatabaseError(_SENTENCES[sqlite3.SQLITE_BUSY].format(path=path)) from error
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = _sentence(cause)
        if sentence is None:
            raise
        reason = " ".join(str(cause).split())
        raise DatabaseError(sentence.format(path=path, kept=_KEPT if saving else "", reason=reason)) from error
    except UnreadableError as error:
        raise DatabaseError(_UNREADABLE.format(path=path, reason=error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatabaseError(
            f"The database {path} cannot be opened: {reason}. "
            "Check the folder and your rights to it, or choose another place."
        ) from error


@contextmanager
def unpacking() -> Iterator[None]:
    """Marks where rows become values: an error here is in the file, not in the program."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableError(str(error)) from error


def _sentence(error: BaseException | None) -> str | None:
    # Without a code the driver tells of a text that is no UTF-8, and fails over a message of SQLite that is none.
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in str(error):
        return _SENTENCES[sqlite3.SQLITE_CORRUPT]
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR and _DAMAGED_SCHEMA.match(str(error)):
        return _CONTRADICTORY
    return None if code is None else _SENTENCES.get(code & _PRIMARY_CODE)


class UnreadableError(Exception):
    """The tables hold something that is no value of the model."""


class StaleSaveError(StaleOfficeError):
    """A save against an old revision, refused with both values.

    `stored` is None if the office was removed meanwhile; `mine` is what was to be saved.
    """

    def __init__(self, stored: Office | None, mine: Office) -> None:
        name = (stored or mine).name or "This office"
        happened = "was removed" if stored is None else "was changed"
        super().__init__(
            f"{name} {happened} by somebody else while you worked on it. "
            "Nothing was saved. Look at both versions and save again."
        )
        self.stored = stored
        self.mine = mine
