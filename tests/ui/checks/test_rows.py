from uuid import UUID

from directory_app.model.findings import Finding, Level
from directory_app.ui.checks.rows import Doubt, DoubtRow, Grouping, kinds_of, rows_of
from directory_app.ui.headed_list import HeadingRow

OLD = Finding("phone_old_plan", "phones", "An old number.", "+63 2 8426 0851", "+6324260851")
OTHER = Finding("phone_old_plan", "phones", "Another old number.", "", "+6324265921")
NOTE = Finding("verification_missing", "verified_on", "Nobody has verified this.", level=Level.NOTE)
BONN, SUVA = UUID(int=1), UUID(int=2)
DOUBTS = (
    Doubt(BONN, "Bonn", NOTE),
    Doubt(SUVA, "Suva", OLD),
    Doubt(SUVA, "Suva", OTHER),
    Doubt(SUVA, "Suva", NOTE),
)


def said(rows: tuple[HeadingRow | DoubtRow, ...]) -> list[str]:
    return [f"{row.title} {row.count}" if isinstance(row, HeadingRow) else f"- {row.sentence}" for row in rows]


def test_by_office_those_come_first_of_which_something_is_probably_wrong() -> None:
    assert said(rows_of(DOUBTS, Grouping.OFFICE)) == [
        *("Suva 3", "- An old number.", "- Another old number.", "- Nobody has verified this."),
        *("Bonn 1", "- Nobody has verified this."),
    ]


def test_by_kind_notes_come_last_however_many_they_are() -> None:
    doubts = (*DOUBTS, Doubt(UUID(int=3), "Rome", NOTE))
    assert said(rows_of(doubts, Grouping.KIND)) == [
        *("Number of an old plan 2", "- An old number.", "- Another old number."),
        *("Never verified 3", *["- Nobody has verified this."] * 3),
    ]


def test_the_second_line_says_what_the_heading_does_not() -> None:
    by_office, by_kind = rows_of(DOUBTS, Grouping.OFFICE)[1], rows_of(DOUBTS, Grouping.KIND)[1]
    assert isinstance(by_office, DoubtRow)
    assert isinstance(by_kind, DoubtRow)
    assert (by_office.detail, by_kind.detail) == ("Number of an old plan", "Suva")


def test_one_kind_alone_can_be_shown() -> None:
    assert said(rows_of(DOUBTS, Grouping.OFFICE, code="phone_old_plan")) == [
        *("Suva 2", "- An old number.", "- Another old number."),
    ]


def test_every_kind_that_there_is_is_offered_once_in_the_order_of_titles() -> None:
    assert kinds_of(DOUBTS) == [
        ("Never verified", "verification_missing"),
        ("Number of an old plan", "phone_old_plan"),
    ]


def test_an_office_without_a_name_has_a_heading_all_the_same() -> None:
    assert said(rows_of((Doubt(BONN, "", NOTE),), Grouping.OFFICE))[0] == "Office without a name 1"
