import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from directory_app.store.engine import connect_to_write, open_engine
from directory_app.store.store import Store
from tests.builders import an_office
from tests.store.stamps import a_stamp


@pytest.fixture
def engine(store: Store) -> Iterator[Engine]:
    engine = open_engine(store.path, busy_seconds=0.05)
    yield engine
    engine.dispose()


def test_foreign_keys_are_on_in_every_connection(store: Store, engine: Engine) -> None:
    row = "INSERT INTO aliases (office_id, position, name) VALUES ('none', 0, 'of no office')"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engine.begin() as connection:
        connection.execute(text(row))
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engine.begin() as connection:
        connection.execute(text(row))


def test_rows_of_an_office_go_with_it(store: Store, engine: Engine) -> None:
    store.write([an_office(aliases=("a", "b"))], a_stamp())
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM offices"))
        assert connection.execute(text("SELECT count(*) FROM aliases")).scalar() == 0


def test_the_file_is_in_write_ahead_mode_and_saves_survive_a_power_cut(store: Store, engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_readers_see_the_old_state_while_somebody_writes(store: Store, engine: Engine) -> None:
    with connect_to_write(engine) as writer, writer.begin():
        writer.execute(text("INSERT INTO regions (name, aliases, place) VALUES ('Europe', '[]', 1)"))
        assert store.regions() == []


def test_a_writing_transaction_holds_the_lock_from_its_first_moment(store: Store, engine: Engine) -> None:
    with (
        connect_to_write(engine) as first,
        connect_to_write(engine) as second,
        first.begin(),
        pytest.raises(OperationalError, match="locked"),
    ):
        second.begin()


def test_nothing_lies_beside_the_file_once_it_is_closed(store: Store, database: Path) -> None:
    store.write([an_office()], a_stamp())
    store.close()
    assert [file.name for file in database.parent.iterdir()] == [database.name]
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT name FROM offices").fetchall() == [("Test Office",)]
