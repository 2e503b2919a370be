"""The first look at a database: the same as the store sees, and nothing where anything is odd."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from directory_app.errors import DatabaseError
from directory_app.model.office import Kind, Region, Status
from directory_app.store.first_look import first_look
from directory_app.store.store import Store
from tests.builders import a_position, an_office
from tests.store.stamps import MIGRATIONS, a_stamp
from tests.store.users import an_ordinary_user

OFFICES = [
    an_office("Zürich Büro", city="Zürich", country="CH", position=a_position(47.4, 8.5), timezone="Europe/Zurich"),
    an_office("Lost Office", city="", country="", region="", kind=Kind.CENTRE, status=Status.CLOSED),
]
REGIONS = [Region("World", ("Global",), 0), Region("Europe", (), 1)]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "offices.sqlite"
    with Store.open(path, MIGRATIONS) as store:
        store.write(OFFICES, a_stamp(), regions=REGIONS)
    return path


def test_it_sees_what_the_store_sees(database: Path) -> None:
    look = first_look(database, MIGRATIONS)
    with Store.open(database, MIGRATIONS) as store:
        assert look is not None
        assert list(look.summaries) == store.summaries()
        assert list(look.regions) == store.regions()
        assert look.last_sequence == store.last_sequence() == len(OFFICES)


def test_a_name_with_signs_that_an_address_reserves_is_found(database: Path) -> None:
    odd = database.with_name("a b?c#d%20.sqlite")
    database.rename(odd)
    assert first_look(odd, MIGRATIONS) is not None


def test_it_makes_no_file(tmp_path: Path) -> None:
    assert first_look(tmp_path / "none.sqlite", MIGRATIONS) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "DELETE FROM alembic_version",
        "DELETE FROM changes",
        "UPDATE offices SET kind = 'palace'",
        "UPDATE offices SET name = x'4142'",
        "UPDATE offices SET latitude = 'north'",
        "UPDATE offices SET id = 5 WHERE name = 'Lost Office'",
        "UPDATE offices SET id = 'no id' WHERE name = 'Lost Office'",
        "UPDATE regions SET aliases = 'no list'",
        "DROP TABLE regions",
    ],
)
def test_a_database_that_is_not_as_this_program_writes_it_is_left_to_the_store(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
        connection.commit()
    assert first_look(database, MIGRATIONS) is None


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_database_is_left_to_the_store(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(content)
    assert first_look(path, MIGRATIONS) is None
    assert path.read_bytes() == content


def test_a_folder_is_left_to_the_store(tmp_path: Path) -> None:
    assert first_look(tmp_path, MIGRATIONS) is None


def test_a_folder_that_may_not_be_entered_is_left_to_the_store(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(0o700)
    path = closed / "offices.sqlite"
    Store.open(path, MIGRATIONS).close()
    closed.chmod(0o000)
    with an_ordinary_user():
        assert first_look(path, MIGRATIONS) is None
        with pytest.raises(DatabaseError, match="cannot be opened"):
            Store.open(path, MIGRATIONS)
    closed.chmod(0o700)
