"""Damage anywhere in the file: every act succeeds or is refused with a sentence, and nothing else is ever raised."""

import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from directory_app.bundled import bundled
from directory_app.errors import BadInputError, DatabaseError, StaleOfficeError
from directory_app.exchange.seed import read_seed
from directory_app.store.first_look import first_look
from directory_app.store.store import Store
from tests.store.stamps import MIGRATIONS, a_stamp

COPIES = 200


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a closed database with some published offices, one of them changed since."""
    path = tmp_path_factory.mktemp("whole") / "offices.sqlite"
    seed = read_seed(bundled("db", "seed"))
    with Store.open(path, MIGRATIONS) as store:
        store.write(seed.offices[:8], a_stamp(), regions=seed.regions)
        store.write([replace(store.offices()[0], notes="changed")], a_stamp())
    return path.read_bytes()


def use(path: Path) -> str:
    """Opens a file, reads everything and saves in every way; returns what came of it."""
    try:
        first_look(path, MIGRATIONS)
        with Store.open(path, MIGRATIONS, busy_seconds=0.05) as store:
            store.is_new(), store.last_sequence(), store.summaries(), store.regions(), store.changes(), store.steps()
            offices = store.offices()
            edited = [replace(office, notes="mine", aliases=("a",), phones=office.phones[:1]) for office in offices[1:]]
            store.write(edited, a_stamp(), remove=offices[:1])
            store.write([replace(office, revision=0) for office in offices[:1]], a_stamp())
            store.offices()
    except (DatabaseError, StaleOfficeError, BadInputError) as refusal:
        return type(refusal).__name__
    return "success"


@pytest.mark.parametrize("flips", [1, 5, 20])
def test_random_damage_is_told_or_harmless(content: bytes, tmp_path: Path, flips: int) -> None:
    random = Random(20260115 + flips)
    outcomes: Counter[str] = Counter()
    for number in range(COPIES):
        damaged = bytearray(content)
        for _ in range(flips):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(damaged)
        outcomes[use(path)] += 1
    assert outcomes["DatabaseError"] > 0
    assert outcomes["success"] > 0


@pytest.mark.parametrize("name", ["offices", "phones", "emails", "websites", "people", "aliases", "changes", "regions"])
def test_a_value_of_the_wrong_type_is_told_or_harmless_in_every_column(
    content: bytes, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "offices.sqlite"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    for column in columns:
        path.write_bytes(content)
        with closing(sqlite3.connect(path)) as connection, connection, suppress(sqlite3.IntegrityError):
            connection.execute(f"UPDATE OR IGNORE {name} SET {column} = x'4142'")
        assert use(path) in ("DatabaseError", "success"), column


@pytest.mark.parametrize(
    "damage",
    [
        "ALTER TABLE phones RENAME COLUMN label TO labe1",
        "ALTER TABLE phones RENAME TO ph0nes",
        "INSERT INTO aliases VALUES ('{new}', 0, 'of no office')",
    ],
)
def test_what_the_tables_lack_or_hold_too_much_of_is_damage_and_named(
    content: bytes, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "offices.sqlite"
    path.write_bytes(content)
    office = replace(read_seed(bundled("db", "seed")).offices[9], aliases=("a",))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(damage.format(new=office.id.hex))
    with (
        Store.open(path, MIGRATIONS) as store,
        pytest.raises(DatabaseError, match=r"damaged \((no such|table phones has no column|UNIQUE)"),
    ):
        store.write([office], a_stamp())
        store.offices()
