from dataclasses import replace
from uuid import uuid4

from directory_app.model.change import EXISTS, FieldChange, Origin, apply, invert
from directory_app.model.office import Office
from directory_app.model.undo import Step
from directory_app.store.store import Store
from tests.builders import a_phone, a_position, an_office
from tests.store.stamps import NOON, a_stamp


def test_every_write_logs_a_change_with_old_and_new_values(store: Store) -> None:
    store.write([an_office()], a_stamp())
    phones = (a_phone("+491"), a_phone("+492"))
    stamp = a_stamp("Grace", origin=Origin.IMPORT)
    changed = store.write([an_office(phones=phones, city="Köln", revision=1)], stamp)
    change = store.changes()[0]
    assert (changed.step, changed.ids) == (change.stamp.step, (change.office,))
    assert change.stamp == stamp
    assert change.fields == (FieldChange("phones", (), phones), FieldChange("address.city", "Bonn", "Köln"))
    assert store.offices()[0].revision == 2


def test_changes_come_newest_first_and_are_asked_for_by_office_and_step(store: Store) -> None:
    bonn, suva = an_office("Bonn"), an_office("Suva")
    both, one = a_stamp(), a_stamp()
    store.write([bonn, suva], both)
    store.write([replace(bonn, notes="!", revision=1)], one)
    assert [(change.stamp.step, change.office) for change in store.changes()] == [
        (one.step, bonn.id),
        (both.step, suva.id),
        (both.step, bonn.id),
    ]
    assert [change.stamp.step for change in store.changes(office=bonn.id)] == [one.step, both.step]
    assert [change.office for change in store.changes(step=both.step)] == [suva.id, bonn.id]
    assert [change.stamp.step for change in store.changes(limit=1)] == [one.step]
    assert store.changes(office=uuid4()) == store.changes(step=uuid4()) == []


def test_steps_come_oldest_first_even_when_their_times_are_equal(store: Store) -> None:
    stamps = [a_stamp(origin=Origin.SEED), a_stamp()]
    stamps.append(a_stamp(origin=Origin.UNDO, reverts=stamps[1].step))
    for number, stamp in enumerate(stamps):
        store.write([an_office(f"{number}"), an_office(f"{number} too")], stamp)
    assert store.steps() == [Step(stamp.step, stamp.origin, stamp.reverts) for stamp in stamps]


def test_the_log_outlives_the_office(store: Store) -> None:
    store.write([an_office(position=a_position())], a_stamp())
    store.write([], a_stamp(), remove=store.offices())
    last, first = store.changes()
    assert FieldChange(EXISTS, True, False) in last.fields
    revived = apply(invert(last.fields), None, last.office)
    assert revived is not None
    store.write([revived], a_stamp())
    assert store.offices() == [an_office(position=a_position(), revision=3, updated_at=NOON)]
    assert first.fields[0] == FieldChange(EXISTS, False, True)


def test_the_offices_follow_from_the_log(store: Store) -> None:
    store.write([an_office(f"{number}") for number in range(4)], a_stamp())
    for office in store.offices():
        store.write([replace(office, notes=office.name, aliases=("x",))], a_stamp())
    store.write([], a_stamp(), remove=store.offices()[:2])
    replayed: dict[object, Office | None] = {}
    for change in reversed(store.changes()):
        replayed[change.office] = apply(change.fields, replayed.get(change.office), change.office)
    there = [office for office in replayed.values() if office is not None]
    assert there == [replace(office, revision=0, updated_at=None) for office in store.offices()]
