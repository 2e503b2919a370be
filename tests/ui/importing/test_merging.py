"""What two offices are together, field by field."""

from dataclasses import replace

from hypothesis import given

from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS, value_of
from directory_app.model.office import Email, Office
from directory_app.ui.importing.merging import MergeField, Side, merge_fields, merged
from directory_app.ui.importing.values import FIELDS_IN_ORDER
from tests.builders import a_phone, an_office
from tests.strategies import offices
from tests.ui.importing.plans import BERLIN, BUREAU


def of(field: str, left: Office, right: Office) -> MergeField:
    return next(each for each in merge_fields(left, right) if each.field == field)


def test_every_field_of_a_change_has_its_place() -> None:
    assert sorted(FIELDS_IN_ORDER) == sorted(FIELDS)


def test_the_left_one_keeps_what_both_say_of_a_field_that_has_one_value() -> None:
    name = of("name", BERLIN, BUREAU)
    assert name.differs
    assert name.proposed is Side.LEFT
    assert name.both is None
    assert merged(BERLIN, BUREAU, {}).name == "Berlin Office"


def test_what_only_the_right_one_says_is_taken() -> None:
    right = replace(BUREAU, emails=(Email("berlin@example.org"),))
    assert of("emails", BERLIN, right).proposed is Side.RIGHT
    assert merged(BERLIN, right, {}).emails == right.emails


def test_what_only_the_left_one_says_is_nothing_to_choose() -> None:
    notes = of("notes", BERLIN, BUREAU)
    assert not notes.differs
    assert not notes.is_said
    assert merged(BERLIN, BUREAU, {}).notes == "by the river"


def test_lists_are_put_together_unless_one_side_is_chosen() -> None:
    left = replace(BERLIN, phones=(a_phone("+493031989"), a_phone("+493031900")))
    assert of("phones", left, BUREAU).proposed is Side.BOTH
    numbers = [phone.number for phone in merged(left, BUREAU, {}).phones]
    assert numbers == ["+493031989", "+493031900", "+493031990"]
    assert merged(left, BUREAU, {"phones": Side.RIGHT}).phones == BUREAU.phones
    assert merged(left, BUREAU, {"phones": Side.LEFT}).phones == left.phones


def test_a_number_that_is_only_written_otherwise_is_nothing_to_choose() -> None:
    right = replace(BUREAU, phones=(a_phone("+493031989", raw="030 / 31 989"),))
    assert not of("phones", BERLIN, right).differs


def test_a_street_is_taken_where_the_towns_agree_and_left_where_they_do_not() -> None:
    here = replace(BUREAU, address=PostalAddress(lines=("Am Ufer 1",), city="BERLIN", country="DE"))
    there = replace(BUREAU, address=PostalAddress(lines=("Am Ufer 1",), city="Bonn", country="DE"))
    assert merged(BERLIN, here, {}).address.lines == ("Am Ufer 1",)
    assert merged(BERLIN, there, {}).address.lines == ()
    assert merged(BERLIN, there, {"address.lines": Side.RIGHT}).address.lines == ("Am Ufer 1",)


def test_the_name_that_is_not_taken_still_finds_the_office() -> None:
    assert merged(BERLIN, BUREAU, {}).aliases == ("Hauptstadtbüro",)
    assert merged(BERLIN, BUREAU, {"name": Side.RIGHT}).aliases == ("Berlin Office",)


def test_what_is_merged_is_not_said_to_be_another_office_any_more() -> None:
    left = replace(BERLIN, distinct_from=(BUREAU.id, an_office("Third").id))
    assert merged(left, BUREAU, {}).distinct_from == (an_office("Third").id,)


@given(offices, offices)
def test_a_merge_is_the_left_office_and_takes_every_choice(left: Office, right: Office) -> None:
    fields = [field for field in merge_fields(left, right) if field.differs and field.field != "aliases"]
    together = merged(left, right, {field.field: Side.RIGHT for field in fields})
    assert (together.id, together.revision) == (left.id, left.revision)
    for field in fields:
        assert value_of(together, field.field) == field.right


@given(offices, offices)
def test_merging_again_changes_nothing(left: Office, right: Office) -> None:
    once = merged(left, right, {})
    assert merged(once, right, {}) == once
