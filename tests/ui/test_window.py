"""The whole window over a small directory: found, chosen, edited, undone, exported, by keyboard and mouse."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
import vobject
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from directory_app.bundled import bundled
from directory_app.geo.base_map import BaseMap
from directory_app.settings import Settings
from directory_app.ui.commands import Commands
from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.export import ExportDialog
from directory_app.ui.dialogs.findings import FindingsDialog
from directory_app.ui.dialogs.history import HistoryDialog
from directory_app.ui.dialogs.palette import CommandPalette
from directory_app.ui.dialogs.unsaved import UnsavedDialog
from directory_app.ui.icons import Icons
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.line_row import LineRow
from directory_app.ui.office_editor.row_contents import NumberContent
from directory_app.ui.office_editor.rows_field import RowsField
from directory_app.ui.panes import Pane
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import DARK, LIGHT
from tests.builders import a_phone
from tests.directories import AUTHOR
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD

D = TypeVar("D", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 6, 1, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def window(session: DirectorySession, icons: Icons, qtbot: QtBot) -> MainWindow:
    base_map = BaseMap(bundled("resources", "base_map", "base_map.bin"))
    settings = Settings(author=AUTHOR, my_country="DE")
    window = MainWindow(session, base_map, icons, LIGHT, settings, lambda: NOW)
    window.commands = Commands(window, "offices.sqlite", "light", lambda: NOW)  # type: ignore[attr-defined]
    qtbot.addWidget(window, before_close_func=_forget_what_is_typed)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _forget_what_is_typed(window: MainWindow) -> None:
    window.editor.edit(None)
    window.editor.leave()


def _in_the_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Does something in the dialog that the next step opens, which would wait for it otherwise."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, when_open)


def _press(dialog: QDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def _lines(window: MainWindow) -> list[str]:
    return [row.line.text for row in window.card.findChildren(LineRow)]


def _edit(window: MainWindow, name: str, text: str) -> None:
    assert window.editor.form is not None
    control = window.editor.form.control(name)
    assert isinstance(control, QLineEdit)
    control.setText(text)


def test_the_search_has_the_keyboard_at_the_start_and_all_offices_are_listed(window: MainWindow) -> None:
    assert window.top_bar.search.hasFocus()
    assert len(window.session.shown.offices) == 4


def test_typing_finds_enter_chooses_and_the_card_follows(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "3-6205")
    assert [row.id for row in window.session.shown.offices] == [TOKYO.id]
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.session.selected == TOKYO.id
    assert _lines(window)[0] == "+81 3-6205-8415"
    assert window.card.hasFocus()


def test_arrows_move_the_choice_while_typing(window: MainWindow) -> None:
    for _ in range(2):
        QTest.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    assert window.session.selected == BERLIN.id
    assert window.top_bar.search.hasFocus()


def test_the_search_leaves_the_windows_keys_to_the_window(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.top_bar.search.setFocus()
    for key, modifiers in ((Qt.Key.Key_E, CONTROL), (Qt.Key.Key_K, CONTROL), (Qt.Key.Key_Z, CONTROL)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        QApplication.sendEvent(window.top_bar.search, event)
        assert not event.isAccepted()


def test_the_search_keeps_the_keys_that_edit_its_text(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "ab")
    for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_Z):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        QApplication.sendEvent(window.top_bar.search, event)
        assert event.isAccepted()


def test_after_saving_the_card_has_the_keyboard(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "name", "x")
    window.editor.save()
    assert window.card.hasFocus()


def test_escape_clears_the_search(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "zzzzqqq")
    assert window.session.shown.offices == ()
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert len(window.session.shown.offices) == 4


def test_the_number_is_copied_by_one_key(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    window.actions_.copy_number.trigger()
    assert QGuiApplication.clipboard().text() == "+49 228 97629900"
    assert window.status.notice == "Copied +49 228 97629900"


def test_one_click_copies_a_line_of_the_card(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    row = next(row for row in window.card.findChildren(LineRow) if row.line.icon == "mail")
    row.copy()
    assert QGuiApplication.clipboard().text() == "world@example.org"


def test_an_edit_is_saved_shown_everywhere_and_undone_by_one_key(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "name", "Hauptstadtbüro")
    QTest.keyClick(window.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not window.editor.editing
    assert window.card.office is not None and window.card.office.name == "Hauptstadtbüro"
    assert "Hauptstadtbüro" in [row.name for row in window.session.shown.offices]
    window.actions_.undo.trigger()
    assert window.card.office.name == "Berlin Office"
    assert window.status.notice == "Undone: Berlin Office"


def test_a_number_is_shown_normalised_while_it_is_typed(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    window.actions_.edit.trigger()
    assert window.editor.form is not None
    numbers = window.editor.form.control("numbers")
    assert isinstance(numbers, RowsField)
    content = numbers.contents()[0]
    assert isinstance(content, NumberContent)
    content.show_text("0228 / 97 62 99-00")
    assert content.reading == "+49 228 97629900"
    content.show_text("ask Ada")
    assert (content.reading, bool(content.doubt)) == ("", True)


def test_a_doubtful_field_says_so_and_is_saved_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    form = window.editor.form
    assert form is not None
    _edit(window, "postal_code", "ABC")
    qtbot.waitUntil(lambda: "ABC" in form.field("postal_code").doubt)
    assert window.editor.save()
    assert window.session.directory.office(BERLIN.id).address.postal_code == "ABC"


def test_leaving_untouched_asks_nothing(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    window.session.select(KOLN.id)
    assert window.session.selected == KOLN.id
    assert not window.editor.editing


@pytest.mark.parametrize(
    ("button", "chosen", "notes"),
    [("Go on editing", BERLIN.id, ""), ("Discard", KOLN.id, ""), ("Save", KOLN.id, "typed")],
)
def test_choosing_another_office_never_loses_what_was_typed_unasked(
    window: MainWindow, button: str, chosen: object, notes: str
) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "district", "typed")
    _in_the_dialog(UnsavedDialog, lambda dialog: _press(dialog, button))
    window.session.select(KOLN.id)
    assert window.session.selected == chosen
    assert window.editor.editing == (button == "Go on editing")
    assert window.session.directory.office(BERLIN.id).address.district == notes


@pytest.mark.parametrize("way_out", ["close", "new", "undo", "remove", "verify"])
def test_every_way_out_of_the_editor_asks_first(window: MainWindow, way_out: str) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "district", "typed")
    asked: list[UnsavedDialog] = []

    def stay(dialog: UnsavedDialog) -> None:
        asked.append(dialog)
        _press(dialog, "Go on editing")

    _in_the_dialog(UnsavedDialog, stay)
    if way_out == "close":
        assert not window.close()
    else:
        getattr(window.actions_, way_out).trigger()
    assert len(asked) == 1
    assert window.editor.dirty
    assert window.session.directory.office(BERLIN.id).address.district == ""


def test_a_colleagues_save_to_another_field_is_merged(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "district", "mine")
    _save_elsewhere(window, notes="theirs")
    assert window.editor.save()
    saved = window.session.directory.office(BERLIN.id)
    assert (saved.address.district, saved.notes) == ("mine", "theirs")


@pytest.mark.parametrize(("stored", "name"), [(False, "mine"), (True, "theirs")])
def test_a_colleagues_save_to_the_same_field_is_settled_by_the_person(
    window: MainWindow, stored: bool, name: str
) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    _edit(window, "name", "mine")
    _save_elsewhere(window, name="theirs")

    def settle(dialog: ConflictDialog) -> None:
        if stored:
            dialog.take_stored("name")
        dialog.accept()

    _in_the_dialog(ConflictDialog, settle)
    assert window.editor.save()
    assert window.session.directory.office(BERLIN.id).name == name


def _save_elsewhere(window: MainWindow, **values: object) -> None:
    from dataclasses import replace

    directory = window.session.directory
    directory.save(replace(directory.office(BERLIN.id), **values), "Bob")  # type: ignore[arg-type]


def test_a_new_office_is_added_placed_and_chosen(window: MainWindow) -> None:
    window.actions_.new.trigger()
    form = window.editor.form
    assert form is not None
    _edit(window, "name", "Lyon Office")
    _edit(window, "city", "Lyon")
    form.control("country").setEditText("France")  # type: ignore[attr-defined]
    assert window.editor.save()
    assert window.card.office is not None
    assert (window.card.office.name, window.card.office.address.country) == ("Lyon Office", "FR")
    assert window.card.office.position is not None


def test_a_country_that_is_none_says_so_and_leaves_the_country_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    form = window.editor.form
    assert form is not None
    form.control("country").setEditText("Atlantis")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "No country" in form.field("country").doubt)
    assert form.draft().country == "DE"


def test_verified_today_is_one_click_and_one_step(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.verify.trigger()
    assert window.session.directory.office(BERLIN.id).verified_on == NOW.date()


def test_what_is_chosen_is_exported_to_a_file_other_programs_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.session.select(TOKYO.id)
    path = tmp_path / "tokyo.vcf"
    _in_the_dialog(ExportDialog, lambda dialog: _export_to(dialog, path))
    with qtbot.waitSignal(window.session.notified):
        window.actions_.export.trigger()
    card = vobject.readOne(path.read_text(encoding="utf-8"))
    assert card.fn.value == "Japan Office"


def test_all_that_a_search_shows_can_be_exported(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.top_bar.search.setText("germany")
    path = tmp_path / "germany.vcf"
    _in_the_dialog(ExportDialog, lambda dialog: _export_to(dialog, path))
    with qtbot.waitSignal(window.session.notified) as blocker:
        window.actions_.export.trigger()
    assert path.read_bytes().count(b"BEGIN:VCARD") == 3
    assert blocker.args[0].startswith("Exported 3 offices")


def _export_to(dialog: ExportDialog, path: Path) -> None:
    dialog.type_path(str(path))
    dialog.accept()


def test_doubts_are_counted_in_the_status_line_and_lead_to_their_office(window: MainWindow, qtbot: QtBot) -> None:
    commands: Commands = window.commands  # type: ignore[attr-defined]
    _save_elsewhere(window, phones=(a_phone("+12"),))
    window.session.load()
    commands.check()
    qtbot.waitUntil(lambda: window.status.findings == "1 finding")

    def choose(dialog: FindingsDialog) -> None:
        _press(dialog, "Berlin Office")

    _in_the_dialog(FindingsDialog, choose)
    commands.show_findings()
    assert window.session.selected == BERLIN.id


def test_history_tells_every_value_of_every_field(window: MainWindow) -> None:
    _save_elsewhere(window, notes="moved")
    window.session.select(BERLIN.id)
    said: list[str] = []

    def read(dialog: HistoryDialog) -> None:
        said.extend(dialog.texts())
        dialog.reject()

    _in_the_dialog(HistoryDialog, read)
    window.actions_.history.trigger()
    assert "(empty)  →  moved" in said
    assert any(text.startswith("Edited · ") and text.endswith(" · Bob") for text in said)


def test_the_palette_does_what_a_few_letters_name(window: MainWindow) -> None:
    def choose(dialog: CommandPalette) -> None:
        dialog.narrow("all off")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    window.top_bar.search.setText("tokyo")
    _in_the_dialog(CommandPalette, choose)
    window.actions_.palette.trigger()
    assert window.top_bar.search.text() == ""


def test_dark_and_light_change_every_pane(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    light = window.grab().toImage()
    window.set_theme(DARK)
    dark = window.grab().toImage()
    map_spot = window.map.mapTo(window, window.map.rect().center())
    assert light.pixelColor(map_spot) != dark.pixelColor(map_spot)


@pytest.mark.parametrize(
    ("width", "in_sight"),
    [(1300, {Pane.LIST, Pane.MAP, Pane.CARD}), (800, {Pane.LIST, Pane.CARD}), (500, {Pane.CARD})],
)
def test_a_narrow_window_shows_the_card_in_the_maps_place(
    window: MainWindow, qtbot: QtBot, width: int, in_sight: set[Pane]
) -> None:
    window.resize(width, 700)
    window.bring(Pane.CARD)
    qtbot.waitUntil(lambda: {pane for pane in Pane if window.panes.is_in_sight(pane)} == in_sight)


def test_markup_in_a_name_is_shown_as_it_is_written(window: MainWindow) -> None:
    _save_elsewhere(window, name="<b>R&D</b>")
    window.session.load()
    window.session.select(BERLIN.id)
    assert window.card.office is not None
    assert "<b>R&D</b>" in window.card.texts()


def test_a_removed_office_leaves_list_and_map_and_comes_back(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.remove.trigger()
    assert window.session.selected is None
    assert BERLIN.id not in {row.id for row in window.session.shown.offices}
    window.actions_.undo.trigger()
    assert BERLIN.id in {row.id for row in window.session.shown.offices}


def test_a_click_on_the_map_chooses_the_office_there(window: MainWindow) -> None:
    window.map.office_activated.emit(KOLN.id)
    assert window.session.selected == KOLN.id
