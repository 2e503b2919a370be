"""The program is killed while it saves: every save is there whole or not at all."""

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from directory_app.model.change import apply
from directory_app.model.office import Office
from directory_app.store.store import Store
from tests.store.saving_child import OFFICES
from tests.store.stamps import MIGRATIONS

ROOT = Path(__file__).parents[2]
KILLS = 50
KILLS_OF_A_FIRST_START = 10
LONGEST_EDITING = 0.15
LONGEST_FILLING = 0.08


class Child:
    """A process that saves when told to and is killed."""

    def __init__(self, action: str, database: Path, seed: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.saving_child", action, str(database), str(seed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def killed_after(self, seconds: float) -> list[UUID]:
        """Lets it save for a while, kills it, and returns the steps that it had been told were saved."""
        with self._process as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            with suppress(subprocess.TimeoutExpired):
                process.communicate("go\n", timeout=seconds)
            process.kill()
            said, _ = process.communicate()
        return [UUID(line) for line in said.splitlines()]

    def stop(self) -> None:
        """Ends it if it was not killed before."""
        with self._process as process:
            process.kill()


def test_a_save_is_whole_or_absent_whenever_the_program_is_killed(database: Path) -> None:
    random = Random(20260115)
    told: list[UUID] = []
    with ExitStack() as cleanup:
        following = _child(cleanup, database, 0)
        for number in range(1, KILLS + 1):
            child, following = following, _child(cleanup, database, number)  # starts up while the other one saves
            told += child.killed_after(random.uniform(0.0, LONGEST_EDITING))
            assert_whole(database, told)
    assert told


def _child(cleanup: ExitStack, database: Path, seed: int) -> Child:
    child = Child("edit", database, seed)
    cleanup.callback(child.stop)
    return child


def assert_whole(database: Path, told: list[UUID]) -> None:
    """Checks that the file is sound, that the offices are those of the log, and that no save is there in part."""
    with Store.open(database, MIGRATIONS) as store:
        log, offices = store.changes(), store.offices()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    replayed: dict[UUID, Office | None] = {}
    for change in reversed(log):
        replayed[change.office] = apply(change.fields, replayed.get(change.office), change.office)
    there = {office.id: office for office in replayed.values() if office is not None}
    assert {office.id: replace(office, revision=0, updated_at=None) for office in offices} == there
    revisions = Counter(change.office for change in log)
    assert all(office.revision == revisions[office.id] for office in offices)
    sizes = Counter((change.stamp.step, change.stamp.by) for change in log)
    assert all(int(by) == size for (_step, by), size in sizes.items())
    assert set(told) <= {step for step, _by in sizes}


@pytest.mark.parametrize("seed", range(KILLS_OF_A_FIRST_START))
def test_a_first_start_that_is_killed_leaves_an_empty_database_or_a_full_one(database: Path, seed: int) -> None:
    Child("fill", database, seed).killed_after(Random(seed).uniform(0.0, LONGEST_FILLING))
    with Store.open(database, MIGRATIONS) as store:
        assert (store.is_new(), len(store.offices()), len(store.regions())) in ((True, 0, 0), (False, OFFICES, 2))
    assert_whole(database, [])
