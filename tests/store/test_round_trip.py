from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.address import PostalAddress
from directory_app.model.change import FieldChange, diff
from directory_app.model.office import Email, Kind, Office, Person, Status
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.place import Position, Precision
from directory_app.store.store import Store
from tests.store.stamps import MIGRATIONS, NOON, a_stamp

# Every character that text can hold but half ones, which the store refuses.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
several = st.lists(texts, max_size=4).map(tuple)
degrees = st.floats(allow_nan=False, allow_infinity=False)
contents = st.fixed_dictionaries(
    {
        "name": texts,
        "kind": st.sampled_from(Kind),
        "region": texts,
        "address": st.builds(PostalAddress, several, texts, texts, texts, texts, texts, texts),
        "phones": st.lists(st.builds(Phone, texts, texts, texts, st.sampled_from(PhoneKind), texts), max_size=3).map(
            tuple
        ),
        "emails": st.lists(st.builds(Email, texts, texts), max_size=3).map(tuple),
        "websites": several,
        "position": st.none() | st.builds(Position, degrees, degrees, st.sampled_from(Precision), texts, texts),
        "timezone": texts,
        "people": st.lists(st.builds(Person, texts, texts), max_size=3).map(tuple),
        "aliases": several,
        "notes": texts,
        "status": st.sampled_from(Status),
        "verified_on": st.none() | st.dates(),
    }
)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("round_trip") / "offices.sqlite", MIGRATIONS) as store:
        yield store


@given(before=contents, after=contents, office_id=st.uuids())
def test_whatever_is_written_over_whatever_is_read_back_equal(
    shared_store: Store, before: dict[str, object], after: dict[str, object], office_id: UUID
) -> None:
    _clear(shared_store, office_id)
    first = Office(office_id, **before)  # type: ignore[arg-type]
    shared_store.write([first], a_stamp())
    stored = shared_store.office(office_id)
    assert stored is not None
    assert stored == replace(first, revision=stored.revision, updated_at=NOON)
    second = replace(stored, **after)  # type: ignore[arg-type]
    changed = shared_store.write([second], a_stamp())
    expected = replace(second, revision=stored.revision + len(changed.ids))
    assert shared_store.office(office_id) == expected
    _assert_logged(shared_store, office_id, diff(None, first), diff(first, second))


def _clear(store: Store, office_id: UUID) -> None:
    store.write([], a_stamp(), remove=store.offices([office_id]))


def _assert_logged(
    store: Store, office_id: UUID, added: tuple[FieldChange, ...], edited: tuple[FieldChange, ...]
) -> None:
    expected = [edited, added] if edited else [added]
    assert [change.fields for change in store.changes(office=office_id, limit=len(expected))] == expected
