import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from directory_app.errors import BadInputError, StoppedError
from directory_app.model.address import PostalAddress
from directory_app.model.change import Origin
from directory_app.model.office import Email, Extra, ExtraSource, Ignored, Kind, Office, Person, Region, Status
from directory_app.model.phone import PhoneKind
from directory_app.model.place import Precision
from directory_app.store.store import Store
from tests.builders import a_phone, a_position, an_office, summary_of
from tests.store.stamps import MIGRATIONS, NOON, a_stamp

FULL = an_office(
    "Southern Center",
    kind=Kind.CENTRE,
    region="South Asia",
    address=PostalAddress(
        ("Door No. 6", "Colony"), "500004", "Hyderabad", "Nampally", "Telangana", "IN", "Door No. 6 …"
    ),
    phones=(a_phone("+914040034004", raw="40034004/5"), a_phone("+914040034011", kind=PhoneKind.FAX, label="F")),
    emails=(Email("b@example.org", "second"), Email("a@example.org")),
    websites=("southasia.example.org", "example.org"),
    position=a_position(17.38, 78.47, precision=Precision.DISTRICT, source="gazetteer", confirmed_by="Ada"),
    timezone="Asia/Kolkata",
    people=(Person("హైదరాబాద్", "Director"), Person("Zoë")),
    aliases=("హైదరాబాద్", "Haidarabad"),
    notes="two\nlines and a \x00",
    status=Status.CLOSED,
    verified_on=date(2026, 1, 2),
    verified_by="Ada",
    verified_how="called",
    local_address=PostalAddress(("డోర్ నం. 6",), "500004", "హైదరాబాద్", country="IN"),
    extras=(Extra("X-FOO", "a\\;b", ";TYPE=x"), Extra("Budget", "=1+1", source=ExtraSource.COLUMN)),
    ignored=(Ignored("no_email", "emails", "", "They want letters."),),
    distinct_from=(UUID(int=3), UUID(int=4)),
)


def test_an_office_is_read_back_as_it_was_saved(store: Store) -> None:
    store.write([FULL], a_stamp())
    assert store.office(FULL.id) == replace(FULL, revision=1, updated_at=NOON)


def test_a_blank_office_is_read_back_blank(store: Store) -> None:
    blank = Office(UUID(int=7))
    store.write([blank], a_stamp())
    assert store.office(blank.id) == replace(blank, revision=1, updated_at=NOON)


def test_every_field_of_an_office_can_be_emptied(store: Store) -> None:
    store.write([FULL], a_stamp())
    empty = replace(Office(FULL.id), revision=1)
    store.write([empty], a_stamp())
    assert store.office(FULL.id) == replace(empty, revision=2, updated_at=NOON)


def test_fewer_phones_leave_none_of_the_old_ones_behind(store: Store) -> None:
    store.write([an_office(phones=(a_phone("+491"), a_phone("+492"), a_phone("+493")))], a_stamp())
    shorter = an_office(phones=(a_phone("+493"),), revision=1)
    store.write([shorter], a_stamp())
    assert store.offices() == [replace(shorter, revision=2, updated_at=NOON)]


def test_a_removed_office_leaves_no_row_behind(store: Store) -> None:
    store.write([FULL], a_stamp())
    changed = store.write([], a_stamp(), remove=[replace(FULL, revision=1)])
    assert changed.removed == (FULL.id,)
    assert (len(store.offices()), store.offices(), store.summaries()) == (0, [], [])
    returned = replace(FULL, phones=(), revision=0)
    store.write([returned], a_stamp())
    assert store.offices()[0].phones == ()


def test_an_office_that_comes_back_goes_on_counting_revisions(store: Store) -> None:
    store.write([FULL], a_stamp())
    store.write([replace(FULL, notes="", revision=1)], a_stamp())
    store.write([], a_stamp(), remove=[replace(FULL, revision=2)])
    store.write([FULL], a_stamp())
    assert store.offices()[0].revision == 4


def test_a_write_says_what_it_added_updated_and_removed(store: Store) -> None:
    old, gone, same, new = (an_office(name) for name in ("old", "gone", "same", "new"))
    store.write([old, gone, same], a_stamp())
    stored = {office.name: office for office in store.offices()}
    changed = store.write(
        [new, replace(stored["old"], notes="other"), stored["same"]], a_stamp(), remove=[stored["gone"]]
    )
    assert (changed.added, changed.updated, changed.removed) == ((new.id,), (old.id,), (gone.id,))
    assert list(changed.ids) == [new.id, old.id, gone.id]


def test_what_does_not_differ_is_neither_written_nor_logged(store: Store) -> None:
    store.write([FULL], a_stamp())
    changed = store.write([replace(FULL, revision=1)], a_stamp(at=NOON + timedelta(hours=1)))
    assert (changed.ids, changed.step) == ((), None)
    assert len(store.changes()) == 1
    assert store.offices() == [replace(FULL, revision=1, updated_at=NOON)]


def test_one_office_twice_in_a_step_is_a_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="twice"):
        store.write([FULL], a_stamp(), remove=[FULL])
    assert store.is_new()


def test_times_are_kept_in_utc_whatever_zone_they_came_in(store: Store) -> None:
    store.write([FULL], a_stamp(at=datetime(2026, 1, 15, 21, 30, tzinfo=timezone(timedelta(hours=9)))))
    assert store.offices()[0].updated_at == datetime(2026, 1, 15, 12, 30, tzinfo=UTC)
    assert store.changes()[0].stamp.at.utcoffset() == timedelta(0)


def test_offices_come_in_the_order_of_the_ids_without_the_missing_ones(store: Store) -> None:
    offices = [an_office(f"{number}") for number in range(5)]
    store.write(offices, a_stamp())
    wanted = [offices[3].id, UUID(int=1), offices[0].id, offices[3].id]
    assert [office.name for office in store.offices(wanted)] == ["3", "0"]
    assert store.offices([]) == []
    assert store.office(UUID(int=1)) is None


def test_more_offices_than_a_statement_takes_are_read_and_written(store: Store) -> None:
    offices = [an_office(f"{number:04}", aliases=("a", "b")) for number in range(2000)]
    store.write(offices, a_stamp())
    assert [office.name for office in store.offices([office.id for office in offices])] == [o.name for o in offices]
    store.write([replace(office, aliases=("c",)) for office in store.offices()], a_stamp())
    assert {office.aliases for office in store.offices()} == {("c",)}
    store.write([], a_stamp(), remove=store.offices())
    assert len(store.offices()) == 0


def test_summaries_are_those_of_the_offices(store: Store) -> None:
    store.write([FULL, an_office("Blank", region="")], a_stamp())
    assert store.summaries() == [summary_of(office) for office in store.offices()]


def test_a_region_that_is_not_there_yet_is_added_last(store: Store) -> None:
    store.write([], a_stamp(), regions=[Region("World", ("Global",), 0), Region("Africa", (), 1)])
    store.write([an_office(region="Antarctica")], a_stamp())
    assert store.regions() == [Region("World", ("Global",), 0), Region("Africa", (), 1), Region("Antarctica", (), 2)]


def test_a_region_that_is_there_stays_as_it_is(store: Store) -> None:
    store.write([], a_stamp(), regions=[Region("Africa", ("Afrika",), 3)])
    store.write([], a_stamp(), regions=[Region("Africa", (), 9), Region("Europe", (), 4), Region("Europe", (), 5)])
    assert store.regions() == [Region("Africa", ("Afrika",), 3), Region("Europe", (), 4)]


def test_only_a_new_database_is_filled(store: Store) -> None:
    assert store.is_new()
    seed = a_stamp(origin=Origin.SEED)
    first = store.write([FULL], seed, regions=[Region("South Asia", (), 8)], only_if_new=True)
    assert first.added == (FULL.id,)
    assert not store.is_new()
    second = store.write([an_office("Other")], a_stamp(), regions=[Region("Europe")], only_if_new=True)
    assert not second.ids
    assert (len(store.offices()), [region.name for region in store.regions()]) == (1, ["South Asia"])


def test_a_database_that_has_offices_is_not_filled_even_without_a_log(store: Store) -> None:
    store.write([FULL], a_stamp())
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM changes")
    assert not store.is_new()
    assert not store.write([an_office("Other")], a_stamp(origin=Origin.SEED), only_if_new=True).ids
    assert [office.name for office in store.offices()] == [FULL.name]


def test_a_database_whose_offices_were_all_removed_is_not_filled_again(store: Store) -> None:
    store.write([FULL], a_stamp())
    store.write([], a_stamp(), remove=store.offices())
    assert not store.is_new()
    assert not store.write([FULL], a_stamp(), only_if_new=True).ids


def test_two_programs_that_start_at_once_fill_the_database_once(database: Path) -> None:
    def start(number: int) -> int:
        with Store.open(database, MIGRATIONS, busy_seconds=30) as store:
            return len(store.write([an_office(f"{number}")], a_stamp(), only_if_new=True).added)

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(start, range(8))) == 1
    with Store.open(database, MIGRATIONS) as store:
        assert len(store.offices()) == 1


def test_any_thread_may_read_and_write(store: Store) -> None:
    def save(number: int) -> UUID:
        return store.write([an_office(f"{number}")], a_stamp()).added[0]

    with ThreadPoolExecutor(8) as threads:
        ids = set(threads.map(save, range(40)))
        counts = set(threads.map(lambda _: len(store.offices()), range(40)))
    assert counts == {40}
    assert {office.id for office in store.offices()} == ids
    assert len(store.steps()) == 40


def test_a_name_of_a_file_may_hold_what_an_address_may_not(tmp_path: Path) -> None:
    path = tmp_path / "ä folder" / "off?ices#1 %20&mode=ro.sqlite"
    with Store.open(path, MIGRATIONS) as store:
        store.write([FULL], a_stamp())
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_position_that_is_no_number_is_refused(store: Store, number: float) -> None:
    with pytest.raises(BadInputError, match="position of Test Office"):
        store.write([an_office(position=a_position(number, 7.1))], a_stamp())
    assert store.is_new()


@pytest.mark.parametrize(
    "office",
    [an_office(notes="Gao\ud83d"), an_office(region="Gao\ud83d"), an_office(aliases=("Gao\ud83d",))],
    ids=["notes", "region", "aliases"],
)
def test_half_a_character_is_refused_with_a_sentence(store: Store, office: Office) -> None:
    with pytest.raises(BadInputError, match="half character"):
        store.write([FULL, office], a_stamp())
    assert store.is_new()


def test_half_a_character_in_an_address_or_an_author_is_refused_too(store: Store) -> None:
    lines = PostalAddress(lines=("Gao\ud83d",))
    with pytest.raises(BadInputError, match="half character"):
        store.write([an_office(address=lines)], a_stamp())
    with pytest.raises(BadInputError, match="half character"):
        store.write([FULL], a_stamp("Ad\udc61"))
    assert store.is_new()


def test_a_write_tells_how_far_it_is(store: Store) -> None:
    told: list[tuple[int, int]] = []
    store.write(
        [an_office(f"{number}") for number in range(4000)],
        a_stamp(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1800, 4000), (3600, 4000), (4000, 4000)]


def test_a_write_that_is_stopped_leaves_nothing(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError("Enough.")

    with pytest.raises(StoppedError):
        store.write([an_office(f"{number}") for number in range(600)], a_stamp(), progress=stop)
    assert store.is_new()
