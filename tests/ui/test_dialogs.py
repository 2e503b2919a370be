"""What the dialogs of the window do."""

from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.ui.dialogs.export import ExportDialog, Selection
from directory_app.ui.dialogs.history import HistoryDialog
from directory_app.ui.dialogs.palette import CommandPalette
from directory_app.ui.main_window import MainWindow
from tests.ui.conftest import BERLIN, TOKYO
from tests.ui.hands import in_the_dialog, save_elsewhere


def test_what_is_chosen_is_exported_to_a_file_other_programs_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.session.select(TOKYO.id)
    path = tmp_path / "tokyo.vcf"
    in_the_dialog(ExportDialog, lambda dialog: _export_to(dialog, path))
    with qtbot.waitSignal(window.session.notified):
        window.actions_.export.trigger()
    card = vobject.readOne(path.read_text(encoding="utf-8"))
    assert card.fn.value == "Japan Office"


def test_all_that_a_search_shows_can_be_exported(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.top_bar.search.setText("germany")
    path = tmp_path / "germany.vcf"
    in_the_dialog(ExportDialog, lambda dialog: _export_to(dialog, path))
    with qtbot.waitSignal(window.session.notified) as blocker:
        window.actions_.export.trigger()
    assert path.read_bytes().count(b"BEGIN:VCARD") == 3
    assert blocker.args[0].startswith("Exported 3 offices")


def _export_to(dialog: ExportDialog, path: Path) -> None:
    dialog.type_path(str(path))
    dialog.accept()


def test_history_tells_every_value_of_every_field(window: MainWindow) -> None:
    save_elsewhere(window, notes="moved")
    window.session.select(BERLIN.id)
    said: list[str] = []

    def read(dialog: HistoryDialog) -> None:
        said.extend(dialog.texts())
        dialog.reject()

    in_the_dialog(HistoryDialog, read)
    window.actions_.history.trigger()
    assert "(empty)  →  moved" in said
    assert any(text.startswith("Edited · ") and text.endswith(" · Bob") for text in said)


def test_the_palette_does_what_a_few_letters_name(window: MainWindow) -> None:
    def choose(dialog: CommandPalette) -> None:
        dialog.narrow("all off")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    window.top_bar.search.setText("tokyo")
    in_the_dialog(CommandPalette, choose)
    window.actions_.palette.trigger()
    assert window.top_bar.search.text() == ""


@pytest.mark.parametrize(
    ("typed", "note", "can_be"),
    [
        ("~nobody-of-this-name/x.vcf", "There is no folder", False),
        ("x" * 300 + ".vcf", "", True),
        ("/no/such/folder/x.vcf", "There is no folder /no/such/folder.", False),
        ("/", "This is a folder", False),
        ("", "", False),
        ("a\x00b", "", True),
    ],
)
def test_no_file_name_is_an_error_in_the_export_dialog(
    window: MainWindow, tmp_path: Path, typed: str, note: str, can_be: bool
) -> None:
    dialog = ExportDialog([Selection("All", (BERLIN.id,))], tmp_path, window.theme, window)
    dialog.type_path(typed)
    assert dialog.note.startswith(note)
    assert dialog.can_export == can_be
    dialog.deleteLater()


def test_an_existing_file_is_said_to_be_replaced(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "offices.vcf").touch()
    dialog = ExportDialog([Selection("All", (BERLIN.id,))], tmp_path, window.theme, window)
    assert dialog.note == "This file exists and will be replaced."
    dialog.deleteLater()


def test_another_format_takes_its_own_suffix_and_blanks_around_a_path_are_dropped(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = ExportDialog([Selection("All", (BERLIN.id,))], tmp_path, window.theme, window)
    dialog.type_path(f"  {tmp_path}/mine.vcf ")
    dialog.choose_format("json")
    assert dialog.request().path == tmp_path / "mine.json"
    dialog.deleteLater()
