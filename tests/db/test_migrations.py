"""The migrations: they make the tables that the program uses, and lose nothing on the way up."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine

from directory_app.errors import DatabaseError
from directory_app.model.office import Office
from directory_app.store.engine import connect_to_write, open_engine
from directory_app.store.schema import alembic_config, stored_version
from directory_app.store.store import Store
from directory_app.store.tables import metadata
from directory_app.store.versions import known_versions
from tests.builders import a_phone, a_position, an_office
from tests.store.stamps import MIGRATIONS, NOON, a_stamp

NEWEST = known_versions(MIGRATIONS)[-1]

# What a later version of the program might bring: SQLite has to rebuild the table for it.
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("offices", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.Text, nullable=False, server_default=""))
        batch.drop_constraint("fk_offices_region_regions", type_="foreignkey")
        batch.create_foreign_key("fk_offices_region_regions", "regions", ["region"], ["name"], onupdate="CASCADE")
    {then}


def downgrade():
    with op.batch_alter_table("offices") as batch:
        batch.drop_column("motto")
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "offices.sqlite"


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    engine = open_engine(database, busy_seconds=1, foreign_keys=False)
    yield engine
    engine.dispose()


def with_a_next(folder: Path, then: str = "pass") -> Path:
    """Returns a copy of the migrations with one more, which does something at its end."""
    copy = folder / "100%s of migrations"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    script = NEXT.format(head=NEWEST, then=then)
    (copy / "versions" / "9001_next.py").write_text(script)
    return copy


def fill(database: Path) -> list[Office]:
    """Fills a database with offices that have something in every table, and returns them as stored."""
    with Store.open(database, MIGRATIONS) as store:
        full: dict[str, Any] = {"phones": (a_phone(),), "aliases": ("a", "b"), "position": a_position()}
        store.write([an_office(f"{number}", **full) for number in range(3)], a_stamp())
        return store.offices()


def upgrade(engine: Engine, target: str, migrations: Path = MIGRATIONS) -> None:
    with connect_to_write(engine) as connection, connection.begin():
        command.upgrade(alembic_config(connection, migrations), target)


def downgrade(engine: Engine, target: str, migrations: Path) -> None:
    with connect_to_write(engine) as connection, connection.begin():
        command.downgrade(alembic_config(connection, migrations), target)


def tables_in(connection: sqlite3.Connection) -> dict[str, str]:
    """Returns the statements that make the tables and indexes, in one way of writing."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    # A table that a migration built anew stands in quotation marks.
    return {name: re.sub(r"\s+", " ", sql.replace('"', "")) for name, sql in rows if name != "alembic_version"}


def test_the_tables_of_the_program_are_those_of_the_migrations(engine: Engine) -> None:
    upgrade(engine, "head")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_tables_are_made_by_the_same_statements_either_way(engine: Engine, database: Path, tmp_path: Path) -> None:
    upgrade(engine, "head")
    direct = create_engine(f"sqlite:///{tmp_path / 'direct.sqlite'}")
    metadata.create_all(direct)
    direct.dispose()
    with closing(sqlite3.connect(database)) as migrated, closing(sqlite3.connect(tmp_path / "direct.sqlite")) as made:
        assert tables_in(migrated) == tables_in(made)


def test_the_newest_version_is_known_without_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == NEWEST
    assert known_versions(MIGRATIONS) == [step.revision for step in reversed(list(script.walk_revisions()))]


def test_every_step_goes_down_and_up_again_with_rows(engine: Engine, database: Path, tmp_path: Path) -> None:
    offices = fill(database)
    migrations = with_a_next(tmp_path)
    steps = known_versions(migrations)
    upgrade(engine, steps[-1], migrations)
    for below, step in reversed(list(pairwise(steps))):
        downgrade(engine, below, migrations)
        assert version_and_phones(engine) == (below, 3)
        upgrade(engine, step, migrations)
        assert version_and_phones(engine) == (step, 3)
    with Store.open(database, migrations) as store:
        assert store.offices() == offices


def test_the_first_step_goes_down_to_nothing_and_up_again(engine: Engine, database: Path) -> None:
    fill(database)
    downgrade(engine, "base", MIGRATIONS)
    with closing(sqlite3.connect(database)) as connection:
        assert tables_in(connection) == {}
    upgrade(engine, "head")
    assert version_and_phones(engine) == (NEWEST, 0)


def version_and_phones(engine: Engine) -> tuple[str | None, int]:
    with engine.connect() as connection:
        phones = connection.exec_driver_sql("SELECT count(*) FROM phones").scalar_one()
        return stored_version(connection), phones


def test_an_upgrade_that_rebuilds_a_table_keeps_every_row(database: Path, tmp_path: Path) -> None:
    offices = fill(database)
    with Store.open(database, with_a_next(tmp_path)) as store:
        assert store.offices() == offices
        assert len(store.changes()) == 3
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9001",)]
        assert connection.execute("SELECT DISTINCT motto FROM offices").fetchall() == [("",)]


def test_a_database_with_offices_is_backed_up_before_its_upgrade(database: Path, tmp_path: Path) -> None:
    offices = fill(database)
    Store.open(database, with_a_next(tmp_path)).close()
    backup = tmp_path / f"offices.before-upgrade-from-{NEWEST}.sqlite"
    assert sorted(path.name for path in tmp_path.glob("*.sqlite*")) == [backup.name, database.name]
    with Store.open(backup, MIGRATIONS) as store:
        assert store.offices() == offices
        store.write([replace(offices[0], notes="still in use")], a_stamp())


def test_a_backup_is_never_overwritten(database: Path, tmp_path: Path) -> None:
    fill(database)
    kept = tmp_path / f"offices.before-upgrade-from-{NEWEST}.sqlite"
    kept.write_text("of an earlier try")
    Store.open(database, with_a_next(tmp_path)).close()
    assert kept.read_text() == "of an earlier try"
    assert (tmp_path / f"offices.before-upgrade-from-{NEWEST}-2.sqlite").stat().st_size > 10_000


def test_a_database_without_offices_needs_no_backup(database: Path, tmp_path: Path) -> None:
    Store.open(database, MIGRATIONS).close()
    Store.open(database, with_a_next(tmp_path)).close()
    assert [path.name for path in tmp_path.glob("*.sqlite*")] == [database.name]


def test_an_upgrade_that_fails_half_way_leaves_the_file_as_it_was(database: Path, tmp_path: Path) -> None:
    offices = fill(database)
    with pytest.raises(ZeroDivisionError):
        Store.open(database, with_a_next(tmp_path, then="1 / 0"))
    with Store.open(database, MIGRATIONS) as store:
        assert store.offices() == offices
    with closing(sqlite3.connect(database)) as connection:
        assert "motto" not in tables_in(connection)["offices"]


def test_an_upgrade_that_would_orphan_rows_is_taken_back(database: Path, tmp_path: Path) -> None:
    offices = fill(database)
    orphan = 'op.execute("DELETE FROM offices")'
    with pytest.raises(DatabaseError, match="was taken back"):
        Store.open(database, with_a_next(tmp_path, then=orphan))
    with Store.open(database, MIGRATIONS) as store:
        assert store.offices() == offices


def test_a_program_that_comes_second_finds_the_upgrade_done(database: Path, tmp_path: Path) -> None:
    fill(database)
    migrations = with_a_next(tmp_path)
    Store.open(database, migrations).close()
    before = database.read_bytes()
    with Store.open(database, migrations) as store:
        assert store.offices()[0].updated_at == NOON
    assert database.read_bytes() == before
