"""Whatever is wrong with the file: one sentence that names it and says what to do, and the file as it was."""

import os
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from directory_app.errors import DatabaseError, MissingResourceError
from directory_app.store.engine import open_engine
from directory_app.store.problems import told
from directory_app.store.store import Store
from tests.builders import an_office
from tests.store.stamps import MIGRATIONS, a_stamp
from tests.store.users import an_ordinary_user

LONG = "x" * 5000


def refusal(act: Callable[[], object], path: Path) -> str:
    """Returns the sentence with which an act is refused, which names the file and fits one line."""
    with pytest.raises(DatabaseError) as error:
        act()
    sentence = str(error.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def opening(path: Path) -> Callable[[], object]:
    return lambda: Store.open(path, MIGRATIONS, busy_seconds=0.05)


@pytest.fixture
def filled(database: Path) -> Path:
    """A closed database of 200 offices."""
    with Store.open(database, MIGRATIONS) as store:
        store.write([an_office(f"{number}", notes="n" * 200, aliases=("a",)) for number in range(200)], a_stamp())
    return database


def test_a_text_file_is_no_directory(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database, but long enough to be mistaken for one.\n" * 50)
    before = path.read_bytes()
    assert "is not an office directory" in refusal(opening(path), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in refusal(opening(tmp_path), tmp_path)


def test_a_pipe_is_no_database_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "device" in refusal(opening(path), path)


def test_a_file_cannot_hold_a_database_as_a_folder_does(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "offices.sqlite"
    assert "cannot be opened" in refusal(opening(path), path)


def test_a_folder_that_cannot_be_made_is_told() -> None:
    path = Path("/proc/no such folder/offices.sqlite")
    assert "cannot be opened" in refusal(opening(path), path)


def test_a_file_that_cannot_be_made_is_told() -> None:
    path = Path("/proc/self/fd/offices.sqlite")
    assert "cannot be opened" in refusal(opening(path), path)


def test_the_database_of_another_program_is_left_alone(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = database.read_bytes()
    assert "belongs to another program" in refusal(opening(database), database)
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


def test_a_database_of_a_newer_program_is_left_alone(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = filled.read_bytes()
    assert "newer version" in refusal(opening(filled), filled)
    assert filled.read_bytes() == before


@pytest.mark.parametrize("share", [0.02, 0.3, 0.97])
def test_a_truncated_database_is_damaged(filled: Path, share: float) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(len(whole) * share)])
    before = filled.read_bytes()
    assert "damaged" in refusal(opening(filled), filled)
    assert filled.read_bytes() == before


def test_damage_in_the_middle_is_found_by_whoever_reads_there(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 8192 - 4096)
    filled.write_bytes(content)

    def read_and_write() -> None:
        with Store.open(filled, MIGRATIONS) as store:
            store.write([replace(office, notes="saved") for office in store.offices()], a_stamp())

    assert "damaged" in refusal(read_and_write, filled)
    assert filled.read_bytes() == content


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE offices SET kind = 'embassy'",
        "UPDATE offices SET id = 'no uuid', name = '' WHERE name = '7'",
        "UPDATE offices SET address_lines = '{'",
        "UPDATE offices SET updated_at = 'yesterday'",
    ],
)
def test_values_that_the_model_does_not_know_are_told(filled: Path, damage: str) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute(damage)
    with Store.open(filled, MIGRATIONS) as store:
        assert "cannot read" in refusal(store.offices, filled)


def test_a_text_that_is_no_utf_8_is_damage(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE offices SET notes = CAST(x'ff41' AS TEXT)")
    with Store.open(filled, MIGRATIONS) as store:
        assert "damaged" in refusal(store.offices, filled)


def test_a_database_locked_by_another_program_is_told_after_a_wait(filled: Path) -> None:
    with (
        Store.open(filled, MIGRATIONS, busy_seconds=0.05) as store,
        closing(sqlite3.connect(filled, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert "locked by another program" in refusal(lambda: store.write([an_office("new")], a_stamp()), filled)
        assert len(store.offices()) == 200
        other.execute("ROLLBACK")
        assert store.write([an_office("new")], a_stamp()).added


def test_a_database_that_another_program_holds_for_itself_cannot_be_opened(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM regions WHERE name = ''")
        assert "locked by another program" in refusal(opening(filled), filled)


def test_a_full_disk_keeps_the_last_save_and_says_so(filled: Path) -> None:
    with Store.open(filled, MIGRATIONS) as store:
        event.listen(store._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1"))
        assert "is full" in refusal(lambda: store.write(_large(), a_stamp()), filled)
    _assert_as_filled(filled)


def test_a_file_that_may_not_grow_keeps_the_last_save_and_says_so(filled: Path) -> None:
    with Store.open(filled, MIGRATIONS) as store:
        with _files_no_longer_than(filled.stat().st_size):
            assert "refused to read or write" in refusal(lambda: store.write(_large(), a_stamp()), filled)
        assert len(store.offices()) == 200
        assert store.write([an_office("new")], a_stamp()).added


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_READ])
def test_only_what_was_to_be_saved_is_said_to_be_lost(database: Path, code: int) -> None:
    def fail(saving: bool) -> None:
        with told(database, saving=saving):
            error = sqlite3.OperationalError("disk")
            error.sqlite_errorcode = code
            raise error

    lost = "Nothing of this save was kept."
    assert lost in refusal(lambda: fail(saving=True), database)
    assert lost not in refusal(lambda: fail(saving=False), database)


def _large() -> list[Any]:
    return [an_office(f"large {number}", notes=LONG) for number in range(200)]


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _assert_as_filled(path: Path) -> None:
    with Store.open(path, MIGRATIONS) as store:
        assert (len(store.offices()), len(store.changes())) == (200, 200)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_read_only_file_is_told_at_once(open_folder: Path) -> None:
    path = open_folder / "offices.sqlite"
    Store.open(path, MIGRATIONS).close()
    path.chmod(0o444)
    before = path.read_bytes()
    with an_ordinary_user():
        assert "is read-only" in refusal(opening(path), path)
    assert path.read_bytes() == before


def test_a_file_in_a_read_only_folder_is_told_at_once(open_folder: Path) -> None:
    path = open_folder / "offices.sqlite"
    Store.open(path, MIGRATIONS).close()
    path.chmod(0o666)
    open_folder.chmod(0o555)
    with an_ordinary_user():
        assert "is read-only" in refusal(opening(path), path)
        missing = open_folder / "missing.sqlite"
        assert "is read-only" in refusal(opening(missing), missing)
        below = open_folder / "sub" / "offices.sqlite"
        assert "cannot be opened: Permission denied" in refusal(opening(below), below)
    open_folder.chmod(0o755)


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "offices.sqlite"
    Store.open(path, MIGRATIONS).close()
    open_folder.chmod(0o777)
    path.chmod(0o000)
    with an_ordinary_user():
        assert "may not be read" in refusal(opening(path), path)
    open_folder.chmod(0o755)


def test_a_write_to_what_became_read_only_is_told(filled: Path) -> None:
    engine = open_engine(filled, 0.05)
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA query_only=ON"))

    def delete_all() -> None:
        with told(filled), engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM offices")

    assert "is read-only" in refusal(delete_all, filled)
    engine.dispose()


def test_missing_migrations_are_told(tmp_path: Path) -> None:
    with pytest.raises(MissingResourceError, match="Install the program again"):
        Store.open(tmp_path / "offices.sqlite", tmp_path / "none")


@pytest.mark.parametrize("content", [None, "import", "1 / 0", "import no_such_module", "revision = None"])
def test_a_migration_that_is_missing_or_broken_is_told_with_its_folder(
    database: Path, tmp_path: Path, content: str | None
) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    first = migrations / "versions" / "0001_first.py"
    if content is None:
        first.rename(first.with_name("0002_second.py"))
        first = migrations / "env.py"
        first.unlink()
    else:
        first.write_text(content)
    with pytest.raises(MissingResourceError, match="Install the program again") as error:
        Store.open(database, migrations)
    assert str(migrations) in str(error.value)


def test_our_own_mistaken_statement_is_no_damage(filled: Path) -> None:
    with Store.open(filled, MIGRATIONS) as store, pytest.raises(OperationalError), store._reading() as connection:
        connection.exec_driver_sql("SELEC name FROM offices")


def test_a_bug_is_no_trouble_with_the_file(filled: Path) -> None:
    with Store.open(filled, MIGRATIONS) as store, pytest.raises(ZeroDivisionError), store._writing():
        _ = 1 / 0
    _assert_as_filled(filled)
