"""Columns of a table and how it lies in its file, shown and corrected."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.table import Layout
from directory_app.ui.importing.mapping_model import MappingModel
from directory_app.ui.importing.mapping_view import MappingView
from directory_app.ui.importing.table_section import TableSection
from directory_app.ui.theme import LIGHT

TABLE = csv_table(b"Name;Phone;Remark\nOslo <b>;+47 1;near\nLima;+51 1\nRome;;;x\nBonn;1;2\n")
COLUMNS = ("name", "phones", "", "")


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[TableSection]:
    section = TableSection(LIGHT)
    qtbot.addWidget(section)
    section.show_table(TABLE, COLUMNS, is_workbook=False, is_remembered=False)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    yield section


def shown(model: MappingModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_above_the_first_rows_stands_what_each_column_means(section: TableSection) -> None:
    mapping = section.mapping
    headers = [mapping.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headers == ["Name", "Phone", "Remark"]
    assert shown(mapping, 0)[:3] == ["Name", "Phone", "Kept beside"]
    assert shown(mapping, 1)[:3] == ["Oslo <b>", "+47 1", "near"]
    assert shown(mapping, 2)[:3] == ["Lima", "+51 1", ""]
    assert [mapping.headerData(row, Qt.Orientation.Vertical) for row in (0, 1, 2)] == [None, "2", "3"]


def test_only_the_meanings_can_be_changed_and_only_to_fields(section: TableSection) -> None:
    mapping = section.mapping
    before = mapping.columns
    assert not mapping.setData(mapping.index(1, 0), "phones")
    assert not mapping.setData(mapping.index(0, 0), "nonsense")
    assert not mapping.setData(QModelIndex(), "phones")
    assert mapping.columns == before


def test_another_meaning_is_told(section: TableSection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.columns_chosen) as told:
        section.mapping.setData(section.mapping.index(0, 2), "notes")
    assert told.args[0][:3] == ("name", "phones", "notes")
    assert section.note.startswith("3 of ")


# the offscreen platform cannot grab the keyboard for a list that drops down; it gets the keys all the same
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_a_meaning_is_chosen_by_keyboard(section: TableSection, qtbot: QtBot) -> None:
    view = section.findChild(MappingView)
    assert view is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QComboBox)
    assert isinstance(editor, QComboBox)
    qtbot.waitUntil(editor.view().isVisible)
    QTest.keyClick(editor.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(section.columns_chosen):
        QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    assert section.mapping.columns[1] == "fax"
    assert view.hasFocus()


def test_the_layout_is_shown_and_corrected(section: TableSection, qtbot: QtBot) -> None:
    boxes = [box for box in section.bar.findChildren(QComboBox) if box.isVisible()]
    assert [box.currentText() for box in boxes] == ["Semicolon", "Double quotes", "UTF-8"]
    with qtbot.waitSignal(section.layout_chosen) as told:
        boxes[0].setCurrentText("Comma")
    assert told.args == [Layout("utf-8", ",", '"', has_header=True)]


def test_a_workbook_offers_its_sheets_and_nothing_of_a_csv(section: TableSection, qtbot: QtBot) -> None:
    book = replace(TABLE, layout=Layout(sheet="Two"), sheets=("One", "Two"))
    section.show_table(book, COLUMNS, is_workbook=True, is_remembered=False)
    boxes = [box for box in section.bar.findChildren(QComboBox) if box.isVisible()]
    assert [box.currentText() for box in boxes] == ["Two"]
    with qtbot.waitSignal(section.layout_chosen) as told:
        boxes[0].setCurrentIndex(0)
    assert told.args[0].sheet == "One"


def test_the_columns_can_be_folded_away(section: TableSection) -> None:
    section.unfold(False)
    assert not section.is_unfolded
    section.unfold(True)
    assert section.is_unfolded


def test_hundreds_of_columns_are_no_trouble(section: TableSection) -> None:
    wide = csv_table((",".join(f"Column {n}" for n in range(500)) + "\n" + "x," * 499 + "x\n").encode())
    section.show_table(wide, ("",) * 500, is_workbook=False, is_remembered=True)
    section.grab()
    assert section.mapping.columnCount() == 500
    assert "as you chose" in section.note


def test_the_model_of_the_columns_is_sound(section: TableSection, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(section.mapping)  # type: ignore[no-untyped-call]
