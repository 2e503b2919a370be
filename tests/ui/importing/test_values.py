"""Values of offices as the import window shows them."""

from hypothesis import given

from directory_app.model.change import FieldChange, diff
from directory_app.model.office import Extra, Kind, Office, Status
from directory_app.model.phone import PhoneKind
from directory_app.ui.importing.values import Line, Mark, changed_lines, in_lines, said_of
from tests.builders import a_phone, an_office
from tests.strategies import offices


def test_of_a_list_only_what_differs_is_gone_or_new() -> None:
    change = FieldChange("websites", ("a.example", "b.example"), ("b.example", "c.example"))
    assert changed_lines(change) == (Line("a.example", Mark.GONE), Line("b.example"), Line("c.example", Mark.ADDED))


def test_a_plain_value_is_gone_and_another_one_new() -> None:
    assert changed_lines(FieldChange("kind", Kind.OFFICE, Kind.CENTRE)) == (
        Line("Office", Mark.GONE),
        Line("Centre", Mark.ADDED),
    )


def test_what_was_empty_is_only_new() -> None:
    assert changed_lines(FieldChange("notes", "", "by the river")) == (Line("by the river", Mark.ADDED),)


def test_a_list_in_another_order_says_that_something_changes() -> None:
    lines = changed_lines(FieldChange("aliases", ("a", "b"), ("b", "a")))
    assert [line.mark for line in lines] == [Mark.KEPT, Mark.KEPT, Mark.ADDED]


def test_a_number_says_what_it_is_for() -> None:
    fax = a_phone("+49228976299", kind=PhoneKind.FAX, label="at night")
    assert in_lines("phones", (fax,)).startswith("Fax: +49 228 976299")
    assert in_lines("phones", (fax,)).endswith(", at night")


def test_values_without_a_form_of_their_own_are_words_too() -> None:
    assert in_lines("status", Status.CLOSED) == "Closed"
    assert in_lines("extras", (Extra("X-TEAM", "green"),)) == "X-TEAM: green"
    assert in_lines("address.country", "Atlantis") == "Atlantis"


def test_an_office_says_only_what_it_knows_and_its_address_as_one() -> None:
    said = said_of(an_office("Berlin Office", city="Berlin"))
    assert said == [("Name", "Berlin Office"), ("Region", "Europe"), ("Address", "Berlin\nGermany")]


def test_very_long_values_are_cut() -> None:
    assert len(in_lines("notes", "x" * 1_000_000)) < 3000
    assert in_lines("aliases", tuple("abc" for _ in range(1000))).endswith("… and 950 more")


@given(offices, offices)
def test_no_change_is_without_words(before: Office, after: Office) -> None:
    for change in diff(before, after):
        changed_lines(change)
        assert all(isinstance(text, str) for _, text in said_of(after))
