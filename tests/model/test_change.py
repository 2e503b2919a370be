from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.change import EXISTS, FIELDS, FieldChange, apply, diff, invert, merge, value_of
from directory_app.model.office import Office
from tests.builders import an_office
from tests.strategies import OFFICE_ID, offices, states


@given(states, states)
def test_the_difference_of_two_states_leads_from_one_to_the_other(a: Office | None, b: Office | None) -> None:
    assert apply(diff(a, b), a, OFFICE_ID) == b


@given(states, states)
def test_an_inverted_change_leads_back(a: Office | None, b: Office | None) -> None:
    assert apply(invert(diff(a, b)), b, OFFICE_ID) == a


@given(states, states)
def test_the_difference_the_other_way_is_the_inverted_one(a: Office | None, b: Office | None) -> None:
    assert diff(b, a) == invert(diff(a, b))


@given(st.lists(states, min_size=1, max_size=5))
def test_taking_back_every_change_of_a_history_leads_to_its_beginning(history: list[Office | None]) -> None:
    state = history[-1]
    for before, after in reversed(list(pairwise(history))):
        state = apply(invert(diff(before, after)), state, OFFICE_ID)
    assert state == history[0]


@given(states)
def test_equal_states_do_not_differ(a: Office | None) -> None:
    assert diff(a, a) == ()


@given(offices, offices)
def test_a_difference_names_each_field_once_and_only_fields_that_differ(a: Office, b: Office) -> None:
    changes = diff(a, b)
    named = [change.field for change in changes]
    assert len(named) == len(set(named))
    assert all(value_of(a, c.field) == c.old != c.new == value_of(b, c.field) for c in changes)
    assert all(value_of(a, field) == value_of(b, field) for field in FIELDS if field not in named)


def test_revision_and_time_are_no_content() -> None:
    office = an_office()
    assert diff(office, replace(office, revision=7)) == ()


def test_a_part_of_the_address_changes_by_itself() -> None:
    office = an_office(city="Köln")
    moved = replace(office, address=replace(office.address, city="Bonn"))
    assert diff(office, moved) == (FieldChange("address.city", "Köln", "Bonn"),)


def test_two_offices_have_no_difference() -> None:
    with pytest.raises(ValueError, match="two offices"):
        diff(an_office("One"), an_office("Another"))


def test_creating_and_removing_are_changes_of_whether_it_exists() -> None:
    office = an_office()
    assert diff(None, office)[0] == FieldChange(EXISTS, False, True)
    assert diff(office, None)[0] == FieldChange(EXISTS, True, False)
    assert apply((), None, UUID(int=1)) is None


@given(states, states)
def test_a_side_that_changed_nothing_gives_way(base: Office | None, other: Office | None) -> None:
    assert merge(base, base, other).office == other
    assert merge(base, other, base).office == other
    assert merge(base, base, other).conflicts == merge(base, other, base).conflicts == ()


@given(states, states)
def test_two_sides_that_agree_do_not_conflict(base: Office | None, both: Office | None) -> None:
    merged = merge(base, both, both)
    assert (merged.office, merged.conflicts) == (both, ())


@given(states, states, states)
def test_both_sides_see_the_same_conflicts(base: Office | None, ours: Office | None, theirs: Office | None) -> None:
    conflicts = {(c.field, c.old, c.new) for c in invert(merge(base, ours, theirs).conflicts)}
    assert conflicts == {(c.field, c.old, c.new) for c in merge(base, theirs, ours).conflicts}


@given(offices, offices, offices)
def test_a_merge_keeps_every_field_that_only_one_side_changed(base: Office, ours: Office, theirs: Office) -> None:
    merged = merge(base, ours, theirs)
    assert merged.office is not None
    conflicting = {conflict.field for conflict in merged.conflicts}
    for field in FIELDS:
        was, our, their = (value_of(office, field) for office in (base, ours, theirs))
        assert value_of(merged.office, field) == (their if our == was else our)
        assert (field in conflicting) == (our != was and their != was and our != their)


@given(offices, offices)
def test_an_office_edited_here_and_removed_there_stays_and_conflicts(base: Office, ours: Office) -> None:
    edited = replace(ours, name=base.name + " edited")
    for merged in (merge(base, edited, None), merge(base, None, edited)):
        assert merged.office == edited
        assert [conflict.field for conflict in merged.conflicts] == [EXISTS]


@given(offices)
def test_an_office_that_one_side_removed_and_the_other_left_alone_is_gone(base: Office) -> None:
    assert merge(base, base, None).office is None
    assert merge(base, None, base).office is None
    assert merge(base, None, None) == merge(base, base, None)


@given(offices, offices)
def test_an_office_created_on_both_sides_exists_without_conflict_about_that(ours: Office, theirs: Office) -> None:
    merged = merge(None, ours, theirs)
    assert merged.office is not None
    assert EXISTS not in [conflict.field for conflict in merged.conflicts]


def test_nothing_merged_with_nothing_is_nothing() -> None:
    assert merge(None, None, None).office is None
