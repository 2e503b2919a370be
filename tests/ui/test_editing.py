"""Editing in the window: saved, merged, undone, and never lost unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.model.change import FieldChange
from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.unsaved import UnsavedDialog
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_editor.row_contents import NumberContent
from directory_app.ui.plain_text import PlainLabel
from tests.ui.conftest import BERLIN, KOLN, NOW, WORLD
from tests.ui.hands import choice_of, edit, form_of, in_the_dialog, press, rows_of, save_elsewhere


def test_after_saving_the_card_has_the_keyboard(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "name", "x")
    window.editor.save()
    assert window.card.hasFocus()


def test_an_edit_is_saved_shown_everywhere_and_undone_by_one_key(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "name", "Hauptstadtbüro")
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
    content = rows_of(window, "numbers").contents()[0]
    assert isinstance(content, NumberContent)
    content.show_text("0228 / 97 62 99-00")
    assert content.reading == "+49 228 97629900"
    content.show_text("ask Ada")
    assert (content.reading, bool(content.doubt)) == ("", True)


def test_a_doubtful_field_says_so_and_is_saved_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    form = form_of(window)
    edit(window, "postal_code", "ABC")
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
    edit(window, "district", "typed")
    in_the_dialog(UnsavedDialog, lambda dialog: press(dialog, button))
    window.session.select(KOLN.id)
    assert window.session.selected == chosen
    assert window.editor.editing == (button == "Go on editing")
    assert window.session.directory.office(BERLIN.id).address.district == notes


@pytest.mark.parametrize("way_out", ["close", "new", "undo", "remove", "verify"])
def test_every_way_out_of_the_editor_asks_first(window: MainWindow, way_out: str) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "district", "typed")
    asked: list[UnsavedDialog] = []

    def stay(dialog: UnsavedDialog) -> None:
        asked.append(dialog)
        press(dialog, "Go on editing")

    in_the_dialog(UnsavedDialog, stay)
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
    edit(window, "district", "mine")
    save_elsewhere(window, notes="theirs")
    assert window.editor.save()
    saved = window.session.directory.office(BERLIN.id)
    assert (saved.address.district, saved.notes) == ("mine", "theirs")


@pytest.mark.parametrize(("stored", "name"), [(False, "mine"), (True, "theirs")])
def test_a_colleagues_save_to_the_same_field_is_settled_by_the_person(
    window: MainWindow, stored: bool, name: str
) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "name", "mine")
    save_elsewhere(window, name="theirs")

    def settle(dialog: ConflictDialog) -> None:
        if stored:
            dialog.take_stored("name")
        dialog.accept()

    in_the_dialog(ConflictDialog, settle)
    assert window.editor.save()
    assert window.session.directory.office(BERLIN.id).name == name


def test_a_new_office_is_added_placed_and_chosen(window: MainWindow) -> None:
    window.actions_.new.trigger()
    edit(window, "name", "Lyon Office")
    edit(window, "city", "Lyon")
    choice_of(window, "country").setEditText("France")
    assert window.editor.save()
    assert window.card.office is not None
    assert (window.card.office.name, window.card.office.address.country) == ("Lyon Office", "FR")
    assert window.card.office.position is not None


def test_a_country_that_is_none_says_so_and_leaves_the_country_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    form = form_of(window)
    choice_of(window, "country").setEditText("Atlantis")
    qtbot.waitUntil(lambda: "No country" in form.field("country").doubt)
    assert window.editor.save()
    assert window.session.directory.office(BERLIN.id).address.country == "DE"


def test_verified_today_is_one_click_and_one_step(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.verify.trigger()
    assert window.session.directory.office(BERLIN.id).verified_on == NOW.date()


def test_a_removed_office_leaves_list_and_map_and_comes_back(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.remove.trigger()
    assert window.session.selected is None
    assert BERLIN.id not in {row.id for row in window.session.shown.offices}
    window.actions_.undo.trigger()
    assert BERLIN.id in {row.id for row in window.session.shown.offices}


@pytest.mark.parametrize("removed", [False, True])
def test_a_colleagues_removal_is_settled_by_the_person(window: MainWindow, removed: bool) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "name", "mine")
    directory = window.session.directory
    directory.remove(directory.office(BERLIN.id), "Bob")
    said: list[str] = []

    def settle(dialog: ConflictDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(PlainLabel))
        if removed:
            dialog.take_stored("exists")
        dialog.accept()

    in_the_dialog(ConflictDialog, settle)
    assert window.editor.save()
    assert not window.editor.editing
    assert {"Mine: keep it", "Stored: removed"} <= set(said)
    assert [office.name for office in directory.offices([BERLIN.id])] == ([] if removed else ["mine"])


def test_a_long_text_in_conflict_can_be_read_whole_and_is_chosen_by_a_click_on_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    change = FieldChange("notes", "My own words. " * 200, "& theirs <b>\n" * 40)
    dialog = ConflictDialog("Berlin", [change], window.theme, window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    theirs = next(label for label in dialog.findChildren(PlainLabel) if label.text().startswith("Stored"))
    assert theirs.text() == f"Stored: {change.new}"
    for label in dialog.findChildren(PlainLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.window() is dialog
    assert dialog.taken() == ()
    QTest.mouseClick(theirs, Qt.MouseButton.LeftButton)
    assert dialog.taken() == (change,)
