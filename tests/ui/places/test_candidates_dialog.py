from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from directory_app.geo.base_map import BaseMap
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Precision
from directory_app.ui.places.candidate_list import CandidateModel, candidate_rows, short_names
from directory_app.ui.places.candidates_dialog import CandidatesDialog
from directory_app.ui.places.place_map import PlaceMap
from directory_app.ui.places.row_list import RowList
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import LIGHT
from tests.builders import a_position, an_office
from tests.ui.large_fonts import buttons_cut, styled_app

SPRINGFIELD = an_office(city="Springfield", country="US")


def opened(office: Office, gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot) -> CandidatesDialog:
    dialog = CandidatesDialog(office, locate(gazetteer, office.address), base_map, "ada", LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def list_of(dialog: CandidatesDialog) -> RowList:
    return dialog.findChildren(RowList)[0]


def map_of(dialog: CandidatesDialog) -> PlaceMap:
    return dialog.findChildren(PlaceMap)[0]


def test_the_chosen_place_is_confirmed_by_the_author(gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    dialog.choose(2)
    place = dialog.position
    assert place is not None
    assert place.point == locate(gazetteer, SPRINGFIELD.address)[2].position.point
    assert (place.precision, place.source, place.confirmed_by) == (Precision.TOWN, "GeoNames", "ada")


def test_enter_in_the_list_takes_the_row_that_the_arrows_reached(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    rows = list_of(dialog)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert dialog.result()
    assert dialog.position is not None
    assert dialog.position.point == locate(gazetteer, SPRINGFIELD.address)[1].position.point


def test_a_place_on_the_map_chooses_its_row(gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    map_of(dialog).place_chosen.emit(3)
    assert list_of(dialog).chosen == 3


def test_where_the_office_is_now_cannot_be_chosen(gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot) -> None:
    office = an_office(city="Freiburg", position=a_position(48.0, 7.85))
    dialog = opened(office, gazetteer, base_map, qtbot)
    map_of(dialog).place_chosen.emit(len(locate(gazetteer, office.address)))
    assert list_of(dialog).chosen == 0


def test_a_present_position_that_is_no_place_on_earth_has_no_distances(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(replace(SPRINGFIELD, position=a_position(float("nan"), 200.0)), gazetteer, base_map, qtbot)
    assert dialog.position is not None
    assert "429 km" in dialog.distances


def test_distances_to_the_other_places_are_told_nearest_first(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    assert dialog.distances.startswith("From 1: 429 km to 3 · ")
    dialog.choose(2)
    assert "429 km to 1" in dialog.distances


def test_rows_say_number_precision_source_and_distance(gazetteer: Gazetteer) -> None:
    found = locate(gazetteer, SPRINGFIELD.address)
    rows = candidate_rows(found, None, miles=False)
    assert (rows[0].number, rows[0].label, rows[0].distance) == ("1", "Springfield, Missouri, United States", "")
    assert rows[2].detail == "Placed by town; street not confirmed · GeoNames"
    assert rows[2].distance == "429 km"
    assert candidate_rows(found, None, miles=True)[2].distance.endswith(" mi")
    assert candidate_rows(found, found[2].position.point, miles=False)[0].distance == "429 km"


def test_the_model_is_one_and_speaks_whole_rows(gazetteer: Gazetteer) -> None:
    model = CandidateModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(candidate_rows(locate(gazetteer, SPRINGFIELD.address), None, miles=False))
    assert tester.model() is model
    spoken = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3, Springfield, Illinois, United States, Placed by town; street not confirmed · GeoNames, 429 km"


def test_without_candidates_the_dialog_says_what_to_do(base_map: BaseMap, qtbot: QtBot) -> None:
    dialog = CandidatesDialog(an_office("", city="", country=""), (), base_map, "ada", LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.position is None
    typing = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Type coordinates …")
    with qtbot.waitSignal(dialog.type_asked):
        typing.click()
    assert not dialog.result()


def test_list_and_map_stand_below_each_other_where_it_is_narrow(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    rows, there = list_of(dialog), map_of(dialog)
    dialog.resize(900, 700)
    qtbot.waitUntil(lambda: there.x() > rows.x())
    dialog.resize(560, 700)
    qtbot.waitUntil(lambda: there.y() > rows.y())
    assert dialog.minimumSizeHint().width() <= 560


def test_a_country_is_said_to_be_no_more_than_that(gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot) -> None:
    nepal = an_office(city="", country="NP", position=a_position(28.27, 83.97))
    (row,) = candidate_rows(locate(gazetteer, nepal.address), a_position(28.27, 83.97).point, miles=False)
    assert row.label == "Somewhere in Nepal"
    assert row.detail == "Placed by country; town not found · pin at its capital · GeoNames"
    assert row.distance == "within 500 km"
    dialog = opened(nepal, gazetteer, base_map, qtbot)
    assert dialog.position is not None
    assert dialog.position.precision is Precision.COUNTRY
    assert not [label for label in dialog.findChildren(PlainLabel) if label.isVisible() and not label.text()]


def test_an_area_is_said_to_be_no_town(gazetteer: Gazetteer) -> None:
    found = locate(gazetteer, PostalAddress(state="Bayern", country="DE"))
    (row,) = candidate_rows(found, None, miles=False)
    assert row.label == "Somewhere in Bavaria, Germany"
    assert "pin at its largest town" in row.detail
    assert short_names(found) == ["Somewhere in Bavaria, Germany"]


def test_towns_of_one_name_are_called_by_their_areas_on_the_map(gazetteer: Gazetteer) -> None:
    assert short_names(locate(gazetteer, SPRINGFIELD.address))[:2] == ["Missouri", "Massachusetts"]
    assert short_names(locate(gazetteer, an_office(city="Freiburg").address))[0] == "Freiburg"


def test_a_click_on_a_pin_chooses_its_row_and_the_row_its_pin(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
    there = map_of(dialog)
    mark = next(mark for mark in there.marks() if mark.first.office.id.int == 3)
    there._click(*there.camera.nearest_on_screen(mark.x, mark.y))
    assert list_of(dialog).chosen == 3
    dialog.choose(1)
    assert there._scene.selected == UUID(int=1)


@pytest.mark.parametrize("points", [10, 13])
def test_no_button_is_cut_in_a_narrow_window(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot, points: int
) -> None:
    with styled_app(points):
        dialog = opened(SPRINGFIELD, gazetteer, base_map, qtbot)
        dialog.resize(560, 700)
        qtbot.waitUntil(lambda: map_of(dialog).y() > list_of(dialog).y())
        assert dialog.width() == 560
        assert buttons_cut(dialog) == []


def test_the_list_is_no_higher_than_its_rows_where_it_is_narrow(
    gazetteer: Gazetteer, base_map: BaseMap, qtbot: QtBot
) -> None:
    dialog = opened(an_office(city="", country="NP"), gazetteer, base_map, qtbot)
    dialog.resize(560, 700)
    rows, there = list_of(dialog), map_of(dialog)
    qtbot.waitUntil(lambda: rows.height() == rows.height_of_rows())
    qtbot.waitUntil(lambda: there.visibleRegion().boundingRect() == there.rect())
