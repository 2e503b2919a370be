from dataclasses import replace

import pytest

from directory_app.errors import StaleOfficeError
from directory_app.model.office import Office
from directory_app.store.problems import StaleSaveError
from directory_app.store.store import Store
from tests.builders import an_office
from tests.store.stamps import a_stamp


def saved(store: Store, office: Office) -> Office:
    """Saves an office and returns it as stored."""
    store.write([office], a_stamp())
    stored = store.office(office.id)
    assert stored is not None
    return stored


def test_a_save_against_an_old_revision_is_refused_with_both_values(store: Store) -> None:
    read = saved(store, an_office("Berlin Office"))
    theirs = saved(store, replace(read, notes="theirs"))
    mine = replace(read, notes="mine")
    with pytest.raises(StaleSaveError) as refusal:
        store.write([mine], a_stamp())
    assert isinstance(refusal.value, StaleOfficeError)
    assert (refusal.value.stored, refusal.value.mine) == (theirs, mine)
    assert "Berlin Office was changed" in str(refusal.value)
    assert store.office(read.id) == theirs
    assert len(store.changes()) == 2


def test_a_stale_office_keeps_the_others_of_its_step_from_being_saved(store: Store) -> None:
    read = saved(store, an_office("stale"))
    saved(store, replace(read, notes="theirs"))
    with pytest.raises(StaleSaveError):
        store.write([an_office("new", region="New"), replace(read, notes="mine")], a_stamp())
    assert len(store.offices()) == 1
    assert "New" not in {region.name for region in store.regions()}


def test_saving_an_office_that_was_removed_is_refused(store: Store) -> None:
    read = saved(store, an_office("Suva"))
    store.write([], a_stamp(), remove=[read])
    with pytest.raises(StaleSaveError, match="Suva was removed") as refusal:
        store.write([replace(read, notes="mine")], a_stamp())
    assert refusal.value.stored is None
    assert len(store.offices()) == 0


def test_removing_an_office_that_was_changed_is_refused(store: Store) -> None:
    read = saved(store, an_office())
    saved(store, replace(read, notes="theirs"))
    with pytest.raises(StaleSaveError):
        store.write([], a_stamp(), remove=[read])
    assert len(store.offices()) == 1


def test_adding_an_office_that_is_there_is_refused(store: Store) -> None:
    saved(store, an_office())
    with pytest.raises(StaleSaveError):
        store.write([an_office(notes="as new")], a_stamp())
    assert store.offices()[0].notes == ""


def test_a_revision_never_means_two_things(store: Store) -> None:
    first = saved(store, an_office(notes="first"))
    store.write([], a_stamp(), remove=[first])
    saved(store, an_office(notes="second life"))
    with pytest.raises(StaleSaveError):
        store.write([replace(first, notes="of the first life")], a_stamp())
