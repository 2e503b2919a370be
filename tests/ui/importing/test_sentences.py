"""What the import window says."""

from dataclasses import replace

import pytest

from directory_app.exchange.sources import Source, SourceFormat
from directory_app.exchange.tables.table import Layout, Table
from directory_app.model.import_plan import Fate, PlannedRecord
from directory_app.model.office import Email
from directory_app.ui.how_far import how_far, time_left
from directory_app.ui.importing.choices import Choices, Tally
from directory_app.ui.importing.sentences import (
    columns_note,
    deed,
    kind_of,
    name_of,
    note_on,
    what_happens,
)
from tests.ui.importing.plans import BERLIN, BUREAU, ROME, a_plan, changed, duplicate, new, unchanged, unreadable


@pytest.mark.parametrize(
    ("tally", "text"),
    [
        (Tally(new=3, updated=2), "Import 3 new and update 2 offices"),
        (Tally(new=1, updated=1), "Import 1 new and update 1 office"),
        (Tally(new=1), "Import 1 new office"),
        (Tally(new=1200), "Import 1,200 new offices"),
        (Tally(updated=2), "Update 2 offices"),
        (Tally(), "Import"),
    ],
)
def test_the_button_says_what_it_does(tally: Tally, text: str) -> None:
    assert deed(tally) == text


def test_beside_the_button_stands_what_is_left_out() -> None:
    assert note_on(Tally(new=1, undecided=1)) == "1 possible duplicate left out until it is decided about."
    assert note_on(Tally(undecided=2)) == "2 possible duplicates left out until they are decided about."
    assert note_on(Tally(new=1)) == "Nothing is written yet."
    assert note_on(Tally()) == "There is nothing to write."


def test_each_record_says_what_happens_to_it() -> None:
    choices = Choices(
        a_plan(
            new(ROME),
            changed(BERLIN, notes="", emails=(Email("b@example.org"),)),
            duplicate(BUREAU, BERLIN),
            unreadable(),
            unchanged(),
        )
    )
    assert [what_happens(choices, row) for row in range(5)] == [
        "Rome, Italy",
        "E-mail, Notes",
        "may be Berlin Office: same number",
        "The row has no name.",
        "as in the directory",
    ]
    choices.set_tick([0], False)
    choices.take_field(1, "notes", False)
    choices.keep_apart(2)
    assert [what_happens(choices, row) for row in range(3)] == ["left out", "E-mail", "added, and not Berlin Office"]
    choices.merge_into(2, BERLIN, replace(BERLIN, phones=BUREAU.phones))
    assert what_happens(choices, 2) == "merged into Berlin Office"
    choices.merge_into(2, BERLIN, BERLIN)
    assert what_happens(choices, 2) == "is Berlin Office, with nothing new"
    choices.skip(2)
    assert what_happens(choices, 2) == "left out"


def test_a_record_is_called_by_its_name_or_else_by_its_place() -> None:
    assert name_of(new(ROME)) == "Rome Office"
    assert name_of(unreadable()) == "row 5"
    assert name_of(PlannedRecord("row 9", Fate.NEW, replace(ROME, name="  "))) == "Office without a name"
    assert name_of(PlannedRecord("row 9", Fate.UNCHANGED, name="Two\nlines")) == "Two lines"


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (0, 100, 10.0, ""),
        (1, 100, 10.0, ""),
        (50, 0, 10.0, ""),
        (50, 100, 0.5, ""),
        (100, 100, 10.0, ""),
        (90, 100, 10.0, "a few seconds left"),
        (50, 100, 20.0, "about 20 seconds left"),
        (25, 100, 20.0, "about 1 minute left"),
        (10, 100, 60.0, "about 9 minutes left"),
        (150, 100, 10.0, ""),
    ],
)
def test_the_time_left_is_told_where_it_can_be_known(done: int, total: int, seconds: float, text: str) -> None:
    assert time_left(done, total, seconds) == text


def test_how_far_it_is_is_a_count() -> None:
    assert how_far(1200, 40000) == "1,200 of 40,000"
    assert how_far(1200, 0) == "1,200"
    assert how_far(0, 40000) == ""


def test_a_source_says_what_it_is() -> None:
    table = Table(Layout("windows-1252", ";"), ("a",), (), 214, lambda: iter(()), ("One", "Two"))
    assert kind_of(a_source(SourceFormat.TEXT, 0)) == "Text"
    csv = a_source(SourceFormat.CSV, 214, table)
    assert kind_of(csv) == "CSV · 214 rows · semicolon · Windows-1252"
    workbook = a_source(SourceFormat.XLSX, 1, replace(table, layout=Layout(sheet="Two")))
    assert kind_of(workbook) == "Excel workbook · 1 row · sheet “Two”"
    assert kind_of(a_source(SourceFormat.VCARD, 25)) == "vCard · 25 cards"
    assert kind_of(a_source(SourceFormat.JSON, 0)) == "JSON"


def a_source(kind: SourceFormat, total: int, table: Table | None = None) -> Source:
    return Source("offices", kind, total, table, lambda: iter(()))


def test_the_columns_say_how_many_are_understood_and_by_whose_word() -> None:
    columns = ("name", "phones", "", "-")
    assert columns_note(columns, is_remembered=False) == "2 of 4 columns understood, 1 kept beside, 1 left out"
    assert columns_note(("name",), is_remembered=True) == (
        "1 of 1 column understood · as you chose for such a file before"
    )
