"""Saves to a database until it is killed; the tests run it as a process of its own.

It says "ready", waits for a line, and then prints the step of every save that it was told is done. The author
of a step is how many changes it makes.
"""

import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

from directory_app.model.change import Origin, Stamp
from directory_app.model.office import Office, Region
from directory_app.store.store import Store
from tests.builders import a_phone, an_office
from tests.store.stamps import MIGRATIONS, NOON

OFFICES = 25


def main() -> None:
    """Runs as `saving_child.py fill|edit DATABASE SEED`."""
    action, database, seed = sys.argv[1:]
    if action == "fill":
        import alembic.command  # noqa: F401 (so that the kill falls into the work rather than into the import)
    print("ready", flush=True)
    sys.stdin.readline()
    with Store.open(Path(database), MIGRATIONS) as store:
        fill(store)
        random = Random(int(seed))
        while action == "edit":
            edit(store, random)


def fill(store: Store) -> None:
    """Fills a new database in one step."""
    offices = [an_office(f"{number}", aliases=("a", "b"), phones=(a_phone(),)) for number in range(OFFICES)]
    stamp = Stamp(uuid4(), NOON, str(OFFICES), Origin.SEED)
    store.write(offices, stamp, regions=[Region("Europe"), Region("Africa", (), 1)], only_if_new=True)


def edit(store: Store, random: Random) -> None:
    """Changes some offices in all their parts, removes one or adds one, in one step."""
    stored = store.offices()
    chosen = random.sample(stored, 3)
    removed = chosen[:1] if len(stored) > OFFICES // 2 and random.random() < 0.5 else []
    wanted = [_changed(office, random) for office in chosen[len(removed) :]]
    if len(stored) < OFFICES:
        wanted.append(Office(uuid4(), "new", aliases=("c",)))
    stamp = Stamp(uuid4(), NOON, str(len(wanted) + len(removed)))
    store.write(wanted, stamp, remove=removed)
    print(stamp.step, flush=True)


def _changed(office: Office, random: Random) -> Office:
    numbers = tuple(a_phone(f"+49{random.randrange(10**9)}") for _ in range(random.randrange(5)))
    return replace(
        office,
        notes=str(UUID(int=random.getrandbits(128))),
        region=random.choice(["Europe", "Africa", ""]),
        phones=numbers,
        aliases=tuple(phone.number for phone in numbers),
    )


if __name__ == "__main__":
    main()
