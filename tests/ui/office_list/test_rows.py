"""The list's rows and the model that shows them."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from directory_app.model.opening_hours.open_now import Open
from directory_app.ui.headed_list import ROW_ROLE, HeadingRow
from directory_app.ui.office_list.list_model import OfficeListModel
from directory_app.ui.office_list.rows import OfficeRow, place_of, rows_of
from tests.builders import an_office, summary_of

BONN = summary_of(an_office("World Secretariat", region="World"))
BERLIN = summary_of(an_office("Berlin Office", city="Berlin"))
TOKYO = summary_of(an_office("Japan Office", city="Tokyo", country="JP", region="East Asia"))
OPEN = Open("open until 17:00 <there>", is_open=True)
LOST = summary_of(an_office("Lost Office", city="", country="", region=""))


def _model(*offices: Any, reasons: dict[UUID, str] | None = None, ranked: bool = False) -> OfficeListModel:
    model = OfficeListModel(lambda office: OPEN if office.id == BERLIN.id else Open())
    model.show_rows(rows_of(offices, reasons or {}, ranked=ranked))
    return model


def test_offices_stand_under_their_region_with_its_count() -> None:
    rows = rows_of([BONN, BERLIN, TOKYO], {}, ranked=False)
    assert rows == (
        HeadingRow("World", 1),
        OfficeRow(BONN),
        HeadingRow("Europe", 1),
        OfficeRow(BERLIN),
        HeadingRow("East Asia", 1),
        OfficeRow(TOKYO),
    )


def test_an_office_without_a_region_stands_under_no_region() -> None:
    assert rows_of([LOST], {}, ranked=False)[0] == HeadingRow("No region", 1)


def test_what_a_search_found_stands_best_first_without_headings() -> None:
    assert rows_of([TOKYO, BONN], {TOKYO.id: "alias: 東京"}, ranked=True) == (
        OfficeRow(TOKYO, "alias: 東京"),
        OfficeRow(BONN),
    )


def test_the_second_line_is_town_and_country_as_far_as_they_are_known() -> None:
    assert (place_of(TOKYO), place_of(LOST)) == ("Tokyo · Japan", "")


def test_the_model_keeps_qts_rules() -> None:  # a broken rule is a Qt warning, and those fail a test
    model = _model(BONN, BERLIN, TOKYO)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rows(rows_of([TOKYO], {}, ranked=True))
    model.show_rows(())
    assert tester.model() is model


def test_headings_can_be_neither_chosen_nor_stepped_on() -> None:
    model = _model(BONN, BERLIN)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.neighbour(BONN.id, 1) == BERLIN.id
    assert model.neighbour(BERLIN.id, 5) == BERLIN.id
    assert model.neighbour(None, 1) == BONN.id


def test_a_screen_reader_hears_one_sentence_a_row() -> None:
    model = _model(TOKYO, reasons={TOKYO.id: "alias: 東京"}, ranked=True)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Japan Office, Office, Tokyo · Japan, alias: 東京"
    grouped = _model(TOKYO)
    assert grouped.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "East Asia, 1 office"


def test_whether_an_office_is_open_is_told_in_words_too() -> None:
    model = _model(BERLIN, TOKYO, ranked=True)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Germany, open until 17:00 <there>")
    assert "open until 17:00 &lt;there&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_the_same_offices_with_other_data_do_not_reset_the_model() -> None:
    model = _model(BERLIN)
    resets = QSignalSpy(model.modelReset)
    renamed = summary_of(an_office("Berlin Office", city="Potsdam"))
    model.show_rows(rows_of([renamed], {}, ranked=False))
    assert resets.count() == 0
    assert model.index(1).data(ROW_ROLE).office.city == "Potsdam"


def test_an_office_is_found_by_identity_wherever_it_stands() -> None:
    model = _model(BONN, BERLIN, TOKYO)
    assert model.office_at(model.index_of(TOKYO.id)) == TOKYO.id
    assert not model.index_of(LOST.id).isValid()
