"""What is taken of an import, without any window."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from directory_app.model.change import diff, value_of
from directory_app.model.import_plan import Fate
from directory_app.model.office import Email, Office
from directory_app.ui.importing.choices import Choices, Decision, Tally, Tick
from tests.builders import a_phone, an_office
from tests.strategies import offices
from tests.ui.importing.plans import (
    BERLIN,
    BUREAU,
    OSLO,
    ROME,
    a_plan,
    changed,
    duplicate,
    new,
    unchanged,
    unreadable,
)

EMAIL = (Email("berlin@example.org"),)


def test_everything_new_or_changed_is_taken_at_first_and_nothing_else() -> None:
    choices = Choices(
        a_plan(new(ROME), changed(BERLIN, notes=""), duplicate(BUREAU, BERLIN), unreadable(), unchanged())
    )
    assert choices.to_save() == [ROME, replace(BERLIN, notes="")]
    assert choices.tally() == Tally(new=1, updated=1, undecided=1)
    assert not choices.touched


def test_what_is_unticked_is_left_and_what_is_ticked_again_is_taken_again() -> None:
    choices = Choices(a_plan(new(ROME), new(OSLO)))
    choices.set_tick([0], False)
    assert choices.to_save() == [OSLO]
    assert choices.tick(0) is Tick.NONE
    assert choices.touched
    choices.set_tick([0], True)
    assert choices.to_save() == [ROME, OSLO]
    assert not choices.touched


def test_a_field_that_is_left_keeps_its_old_value() -> None:
    choices = Choices(a_plan(changed(BERLIN, notes="", emails=EMAIL)))
    choices.take_field(0, "notes", False)
    assert choices.to_save() == [replace(BERLIN, emails=EMAIL)]
    assert choices.tick(0) is Tick.PARTLY
    assert choices.takes_field(0, "emails")


def test_a_record_of_which_every_field_is_left_is_left() -> None:
    choices = Choices(a_plan(changed(BERLIN, notes="", emails=EMAIL)))
    choices.take_field(0, "notes", False)
    choices.take_field(0, "emails", False)
    assert choices.to_save() == []
    assert choices.tick(0) is Tick.NONE
    assert choices.tally() == Tally()


def test_one_field_of_an_unticked_record_can_be_taken() -> None:
    choices = Choices(a_plan(changed(BERLIN, notes="", emails=EMAIL)))
    choices.set_tick([0], False)
    choices.take_field(0, "emails", True)
    assert choices.to_save() == [replace(BERLIN, emails=EMAIL)]
    assert choices.tick(0) is Tick.PARTLY


def test_a_duplicate_that_is_none_is_created_and_remembers_it() -> None:
    choices = Choices(a_plan(duplicate(BUREAU, BERLIN, ROME)))
    choices.keep_apart(0)
    assert choices.to_save() == [replace(BUREAU, distinct_from=(BERLIN.id, ROME.id))]
    assert choices.tally() == Tally(new=1)


def test_a_duplicate_that_is_skipped_or_undecided_is_not_written() -> None:
    choices = Choices(a_plan(duplicate(BUREAU, BERLIN), duplicate(ROME, BERLIN, place="row 9")))
    choices.skip(0)
    assert choices.to_save() == []
    assert choices.tally() == Tally(undecided=1)


def test_a_duplicate_that_is_merged_changes_the_other_office() -> None:
    choices = Choices(a_plan(duplicate(BUREAU, BERLIN)))
    together = replace(BERLIN, phones=BUREAU.phones)
    choices.merge_into(0, BERLIN, together)
    assert choices.to_save() == [together]
    assert choices.tally() == Tally(updated=1)
    assert choices.merge_changes(0) == diff(BERLIN, together)


def test_a_merge_that_changes_nothing_writes_nothing() -> None:
    choices = Choices(a_plan(duplicate(BUREAU, BERLIN)))
    choices.merge_into(0, BERLIN, BERLIN)
    assert choices.tally() == Tally()
    assert choices.to_save() == []


def test_unticking_a_decided_duplicate_skips_it_and_a_tick_alone_decides_none() -> None:
    choices = Choices(a_plan(duplicate(BUREAU, BERLIN)))
    choices.set_tick([0], True)
    assert choices.decision(0) is None
    choices.merge_into(0, BERLIN, replace(BERLIN, notes=""))
    choices.set_tick([0], False)
    assert choices.decision(0) is Decision.SKIP
    assert choices.to_save() == []
    assert not choices.can_be_ticked(0)


def test_two_records_of_one_office_are_written_as_one() -> None:
    plan = a_plan(
        changed(BERLIN, notes=""),
        duplicate(BUREAU, BERLIN),
        changed(BERLIN, emails=EMAIL, place="row 8"),
    )
    choices = Choices(plan)
    before = choices.as_chosen(BERLIN, besides=1)
    assert before == replace(BERLIN, notes="", emails=EMAIL)
    choices.merge_into(1, before, replace(before, phones=BUREAU.phones))
    assert choices.to_save() == [replace(BERLIN, notes="", emails=EMAIL, phones=BUREAU.phones)]
    assert choices.tally() == Tally(updated=1)


def test_a_duplicate_can_be_merged_into_an_office_that_the_file_itself_brings() -> None:
    choices = Choices(a_plan(new(BERLIN), duplicate(BUREAU, BERLIN)))
    assert choices.planned(BERLIN.id) == BERLIN
    choices.merge_into(1, BERLIN, replace(BERLIN, phones=BUREAU.phones))
    assert choices.to_save() == [replace(BERLIN, phones=BUREAU.phones)]
    assert choices.tally() == Tally(new=1)


def test_choices_survive_that_the_file_is_read_otherwise() -> None:
    earlier = Choices(a_plan(new(ROME), new(OSLO, "row 7"), duplicate(BUREAU, BERLIN)))
    earlier.set_tick([1], False)
    earlier.keep_apart(2)
    later = Choices(a_plan(duplicate(BUREAU, BERLIN), new(OSLO, "row 7"), new(ROME)))
    later.carry_over(earlier)
    assert later.tick(1) is Tick.NONE
    assert later.decision(0) is Decision.OTHER
    assert later.tick(2) is Tick.WHOLE


def test_unreadable_and_unchanged_records_cannot_be_ticked() -> None:
    choices = Choices(a_plan(unreadable(), unchanged()))
    choices.set_tick([0, 1], True)
    assert [choices.can_be_ticked(row) for row in (0, 1)] == [False, False]
    assert choices.to_save() == []


@given(offices, offices, st.sets(st.integers(0, 30)))
def test_whichever_fields_are_left_the_saved_office_has_the_new_values_of_the_others(
    before: Office, after: Office, left: set[int]
) -> None:
    changes = diff(before, after)
    assume(changes)
    choices = Choices(a_plan(replace(changed(before), office=after, changes=changes)))
    for place, change in enumerate(changes):
        choices.take_field(0, change.field, place not in left)
    saved = choices.to_save()
    taken = {change.field for place, change in enumerate(changes) if place not in left}
    assert bool(saved) == bool(taken)
    for office in saved:
        for change in changes:
            assert value_of(office, change.field) == (change.new if change.field in taken else change.old)


def test_the_counts_name_every_office_once() -> None:
    twice = an_office("Twice", phones=(a_phone(),))
    choices = Choices(a_plan(changed(twice, notes="a"), changed(twice, notes="b", place="row 9")))
    assert choices.tally() == Tally(updated=1)
    assert len(choices.to_save()) == 1
    assert choices.rows(Fate.CHANGED) == [0, 1]
