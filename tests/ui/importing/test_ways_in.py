"""How files and texts come into the import window, and how one leaves it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from directory_app.exchange.formats import export
from directory_app.exchange.tables.table import Layout
from directory_app.ui.importing.flow import Phase
from directory_app.ui.importing.leaving import LeaveDialog
from directory_app.ui.importing.window import ImportWindow
from directory_app.ui.main_window import MainWindow
from directory_app.ui.session import DirectorySession
from tests.builders import an_office
from tests.ui.hands import in_the_dialog, press
from tests.ui.importing.hands import a_file, it_was_done, names, until_planned


def _dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _drop(window: ImportWindow | MainWindow, data: QMimeData) -> bool:
    """Drops something as the desktop does, and returns whether it was welcome."""
    buttons, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, no_keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, no_keys)
        QApplication.sendEvent(window, drop)
    return enter.isAccepted()


def test_a_file_dropped_on_the_import_window_is_opened(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    data = _dropped(a_file(tmp_path))
    until_planned(importing, qtbot, lambda: it_was_done(_drop(importing, data)))
    assert importing.deed == "Import 2 new offices"


def a_card(folder: Path, name: str) -> Path:
    path = folder / f"{name}.vcf"
    path.write_bytes(export([an_office(name, city=name)], "vcard3").data)
    return path


def test_cards_that_are_one_a_file_are_imported_at_one_go(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = a_file(tmp_path, "%PDF-1.4", "broken.vcf")
    paths = [a_card(tmp_path, "Oslo"), broken, a_card(tmp_path, "Lima")]
    until_planned(importing, qtbot, lambda: importing.open_files(paths))
    assert importing.deed == "Import 2 new offices"
    assert importing.body.source.text == "3 files\nvCard · 2 cards"
    assert importing.choices is not None
    places = [record.place for record in importing.choices.plan.records]
    assert places[0].startswith("Oslo.vcf, ")
    assert places[1] == "broken.vcf"


def test_several_tables_are_refused_with_the_reason(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(importing.flow.failed):
        importing.open_files([a_file(tmp_path), a_file(tmp_path, name="more.csv")])
    assert importing.body.problem.sentence.startswith("offices.csv is a table")


def test_of_files_that_are_nothing_none_is_imported(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(importing.flow.failed):
        importing.open_files([tmp_path / "a.vcf", tmp_path / "b.vcf"])
    assert importing.body.problem.sentence.startswith("None of these 2 files can be imported.")


def test_sentences_can_be_read_as_a_table_and_a_pasted_table_is_one(importing: ImportWindow, qtbot: QtBot) -> None:
    until_planned(importing, qtbot, lambda: importing.open_text("Oslo Office, Oslo\nLima Office, Lima\n"))
    assert importing.body.table.isHidden()
    until_planned(importing, qtbot, lambda: press(importing, "Read as a table"))
    assert len(importing.body.table.mapping.columns) == 2
    until_planned(importing, qtbot, lambda: importing.open_text("Name\tCity\nOslo Office\tOslo\n"))
    assert importing.body.table.mapping.columns == ("name", "address.city")
    until_planned(importing, qtbot, lambda: importing.body.table.bar.choose(Layout(delimiter=";")))
    assert len(importing.body.table.mapping.columns) == 1


def test_a_layout_that_does_not_fit_is_told_and_can_be_corrected_again(
    importing: ImportWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    with qtbot.waitSignal(importing.flow.failed):
        importing.body.table.bar.choose(Layout(encoding="no-such", delimiter=";"))
    assert importing.body.page() is importing.body.problem
    assert not importing.body.table.isHidden()
    until_planned(importing, qtbot, lambda: importing.body.table.bar.choose(Layout(delimiter=";")))
    assert importing.deed == "Import 2 new offices"


def test_a_stop_while_writing_leaves_nothing_and_keeps_what_was_chosen(
    importing: ImportWindow, session: DirectorySession, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "\n".join(f"Office {number};Bonn" for number in range(3000))
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path, f"Name;City\n{rows}\n")]))
    before = names(session)
    with qtbot.waitSignal(importing.flow.not_written, timeout=20_000):
        importing.do_import()
        importing.reject()
    assert importing.note == "It was stopped. Nothing was written."
    session.load()
    assert names(session) == before
    assert importing.body.page() is importing.body.preview
    assert importing.deed == "Import 3,000 new offices"


def test_while_it_is_written_nothing_else_can_be_begun(importing: ImportWindow, tmp_path: Path, qtbot: QtBot) -> None:
    until_planned(importing, qtbot, lambda: importing.open_files([a_file(tmp_path)]))
    with qtbot.waitSignal(importing.imported):
        importing.do_import()
        importing.open_text("Rome Office, Rome, Italy")
        importing.body.table.columns_chosen.emit(("name", "", "", "", ""))
        assert importing.flow.phase is Phase.WRITING
        assert not importing.body.table.isEnabled()


def test_typed_text_is_not_lost_without_a_question(importing: ImportWindow) -> None:
    importing.show_paste()
    QTest.keyClicks(importing.body.paste.box, "Oslo")
    in_the_dialog(LeaveDialog, LeaveDialog.reject)
    importing.reject()
    assert importing.isVisible()
    in_the_dialog(LeaveDialog, lambda dialog: press(dialog, "Leave"))
    importing.reject()
    assert not importing.isVisible()


def test_a_file_dropped_on_the_main_window_opens_the_import(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    seen: list[str] = []

    def look(dialog: ImportWindow) -> None:
        with qtbot.waitSignal(dialog.flow.planned):
            pass
        seen.append(dialog.deed)
        dialog.reject()

    in_the_dialog(ImportWindow, look)
    assert _drop(window, _dropped(a_file(tmp_path)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["Import 2 new offices"]


def test_text_is_not_welcome_on_the_main_window(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("Oslo Office")
    assert not _drop(window, data)


def test_the_action_asks_for_a_file_and_leaves_the_way_to_paste(window: MainWindow) -> None:
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            seen.append("file")
            dialog.reject()
        elif isinstance(dialog, ImportWindow) and "file" in seen:
            press(dialog, "Paste text …")
            seen.append("paste" if dialog.body.page() is dialog.body.paste else "")
            dialog.reject()
            return
        QTimer.singleShot(1, act)

    QTimer.singleShot(0, act)
    window.actions_.import_file.trigger()
    assert seen == ["file", "paste"]
