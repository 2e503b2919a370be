"""The import window over a real directory: from a table, cards or a text into it, and back out."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from directory_app.exchange.formats import export
from directory_app.exchange.tables.column_memory import ColumnMemory
from directory_app.exchange.tables.table import Layout
from directory_app.model.import_plan import Fate
from directory_app.ui.importing.choices import Decision
from directory_app.ui.importing.flow import Phase
from directory_app.ui.importing.leaving import LeaveDialog
from directory_app.ui.importing.mapping_view import MappingView
from directory_app.ui.importing.merge_dialog import MergeDialog
from directory_app.ui.importing.merging import Side
from directory_app.ui.importing.window import ImportWindow
from directory_app.ui.session import DirectorySession
from tests.builders import a_phone
from tests.ui.conftest import BERLIN, TOKYO
from tests.ui.hands import in_the_dialog, press
from tests.ui.importing.hands import CONTROL, a_file, it_was_done, names, until_planned


def test_a_table_is_shown_compared_and_imported_by_one_button_and_taken_back_by_one_undo(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    before = names(session)
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    assert importing.body.source.text == "offices.csv\nCSV · 2 rows · semicolon · UTF-8"
    assert importing.deed == "Import 2 new offices"
    assert importing.note == "Nothing is written yet."
    assert names(session) == before
    with qtbot.waitSignal(session.notified) as told:
        importing.do_import()
    assert names(session) == {*before, "Oslo Office", "Lima Office"}
    assert told.args == ["Imported: 2 offices. Ctrl+Z takes it back."]
    assert session.undo()
    assert names(session) == before


def test_a_second_import_of_the_same_file_changes_nothing(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path)
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    assert importing.body.preview.chips.texts() == ["All  2", "Unchanged  2"]
    assert importing.deed == ""
    assert importing.note == "There is nothing to write."


def test_another_meaning_of_a_column_is_shown_at_once_and_remembered_once_it_was_imported(
    importing: ImportWindow, memory: ColumnMemory, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path)
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    mapping = importing.body.table.mapping
    assert mapping.columns == ("name", "address.city", "address.country", "phones", "notes")
    until_planned(importing, qtbot, lambda: it_was_done(mapping.setData(mapping.index(0, 4), "aliases")))
    assert importing.choices is not None
    office = importing.choices.to_save()[0]
    assert (office.aliases, office.notes) == (("near the harbour",), "")
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    assert importing.body.table.mapping.columns[4] == "aliases"
    assert "as you chose" in importing.body.table.note


def test_a_corrected_layout_reads_the_file_anew(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = a_file(tmp_path, "Oslo Office;Oslo\nLima Office;Lima\n")
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    layout = Layout(delimiter=",", has_header=False)
    until_planned(importing, qtbot, lambda: importing.body.table.bar.choose(layout))
    assert len(importing.body.table.mapping.columns) == 1
    until_planned(importing, qtbot, lambda: importing.body.table.bar.choose(replace(layout, delimiter=";")))
    assert len(importing.body.table.mapping.columns) == 2


def test_what_was_unticked_stays_unticked_when_a_column_is_corrected(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    importing.body.preview.model.set_ticks([0], False)
    assert importing.deed == "Import 1 new office"
    mapping = importing.body.table.mapping
    until_planned(importing, qtbot, lambda: it_was_done(mapping.setData(mapping.index(0, 4), "-")))
    assert importing.deed == "Import 1 new office"


def test_a_card_that_changes_an_office_updates_it_field_by_field(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    stored = session.office(BERLIN.id)
    assert stored is not None
    card = tmp_path / "berlin.vcf"
    changed = replace(stored, phones=(a_phone("+4930123456"),), notes="moved")
    card.write_bytes(export([changed], "vcard3").data)
    until_planned(importing, qtbot, lambda: importing.open_files([card]))
    assert importing.deed == "Update 1 office"
    phones = next(view for view in importing.body.preview.detail.changes() if view.field == "phones")
    phones.set_taken(False)
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    after = session.office(BERLIN.id)
    assert after is not None
    assert (after.notes, after.phones) == ("moved", stored.phones)


def test_pasted_text_is_read_and_can_be_changed(importing: ImportWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Oslo Office\nStorgata 1, 0155 Oslo, Norway\nT: +47 23 45 67 89\n")
    until_planned(importing, qtbot, lambda: QTest.keyClick(importing, Qt.Key.Key_V, CONTROL))
    assert importing.deed == "Import 1 new office"
    importing.show_paste()
    assert importing.body.paste.text.startswith("Oslo Office")
    assert importing.deed == ""
    until_planned(importing, qtbot, lambda: press(importing, "Read the text"))
    assert importing.deed == "Import 1 new office"


def test_text_of_the_box_is_read_with_ctrl_enter(importing: ImportWindow, qtbot: QtBot) -> None:
    importing.show_paste()
    QTest.keyClicks(importing.body.paste.box, "Oslo Office, Oslo, Norway, +47 23 45 67 89")
    until_planned(importing, qtbot, lambda: QTest.keyClick(importing.body.paste.box, Qt.Key.Key_Return, CONTROL))
    assert importing.body.page() is importing.body.preview


def test_what_cannot_be_read_says_why_and_offers_another_file(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importing.flow.failed):
        importing.open_files([tmp_path / "nothing-here.csv"])
    assert "nothing-here.csv" in importing.body.problem.sentence
    assert importing.body.page() is importing.body.problem
    other = a_file(tmp_path)

    def choose(dialog: QFileDialog) -> None:
        dialog.selectFile(str(other))
        dialog.accept()

    in_the_dialog(QFileDialog, choose)
    until_planned(importing, qtbot, lambda: press(importing, "Choose another file …"))
    assert importing.deed == "Import 2 new offices"


def test_a_duplicate_is_merged_side_by_side(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, "Name,City,Country,Phone\nJapan Bureau,Tokyo,Japan,+81 3-6205-8415\n")
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    assert importing.choices is not None
    assert importing.choices.rows(Fate.DUPLICATE) == [0]
    assert importing.note == "1 possible duplicate left out until it is decided about."

    def take_its_name(dialog: MergeDialog) -> None:
        dialog.choose("name", Side.RIGHT)
        dialog.accept()

    in_the_dialog(MergeDialog, take_its_name)
    importing.body.preview.detail.decide(Decision.SAME)
    assert importing.deed == "Update 1 office"
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    merged = session.office(TOKYO.id)
    assert merged is not None
    assert (merged.name, "Japan Office" in merged.aliases) == ("Japan Bureau", True)


def test_not_a_duplicate_is_remembered(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, "Name,City,Country,Phone\nJapan Bureau,Tokyo,Japan,+81 3-6205-8415\n")
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    importing.body.preview.detail.decide(Decision.OTHER)
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    assert importing.body.preview.chips.texts() == ["All  1", "Unchanged  1"]


def test_escape_asks_only_if_something_chosen_would_be_lost(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    importing.body.preview.model.set_ticks([0], False)
    in_the_dialog(LeaveDialog, LeaveDialog.reject)
    QTest.keyClick(importing, Qt.Key.Key_Escape)
    assert importing.isVisible()
    importing.body.preview.model.set_ticks([0], True)
    QTest.keyClick(importing, Qt.Key.Key_Escape)
    assert not importing.isVisible()


def test_enter_in_the_list_writes_nothing(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    for widget in (importing.body.preview.list, importing.body.table.bar, importing):
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert importing.flow.phase is Phase.RESTING
    assert importing.isVisible()


def test_ctrl_enter_imports(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    with qtbot.waitSignal(importing.imported):
        QTest.keyClick(importing, Qt.Key.Key_Return, CONTROL)


def test_a_stop_while_reading_leaves_nothing_and_goes_back_to_the_start(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    before = names(session)
    importing.open_files([a_file(tmp_path)])
    assert importing.flow.phase is Phase.READING
    importing.reject()
    assert importing.isVisible()
    assert importing.body.start.note == "Reading was stopped. Nothing was written."
    assert names(session) == before


def test_a_save_by_somebody_else_meanwhile_is_told_and_compared_anew(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, "Name;City;Country;Notes\nBerlin Office;Berlin;Germany;moved\n")
    until_planned(importing, qtbot, lambda: importing.open_files([path]))
    stored = session.office(BERLIN.id)
    assert stored is not None
    session.directory.save(replace(stored, timezone="Europe/Vienna"), "Bob")
    with qtbot.waitSignal(importing.flow.not_written) as told:
        until_planned(importing, qtbot, importing.do_import)
    assert importing.note == str(told.args[0])
    assert importing.deed == "Update 1 office"
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
    after = session.office(BERLIN.id)
    assert after is not None
    assert (after.notes, after.timezone) == ("moved", "Europe/Vienna")


def test_the_columns_are_seen_whole_even_in_a_small_window(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    view = importing.body.table.findChild(MappingView)
    assert view is not None
    for width in (1060, 700):
        importing.resize(width, 600)
        importing.grab()  # which lays it out
        end_of_columns = view.mapTo(importing.body, view.rect().bottomLeft()).y()
        assert end_of_columns <= importing.body.table.geometry().bottom() < importing.body.preview.y()
