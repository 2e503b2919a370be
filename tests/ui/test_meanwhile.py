"""What happens around an office while it is being edited."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.unsaved import UnsavedDialog
from directory_app.ui.main_window import MainWindow
from tests.ui.conftest import BERLIN, KOLN, WORLD
from tests.ui.hands import edit, in_the_dialog, press


def test_a_refused_choice_leaves_the_list_on_the_office_being_edited(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "district", "typed")
    in_the_dialog(UnsavedDialog, lambda dialog: press(dialog, "Go on editing"))
    window.session.select(KOLN.id)
    assert window.office_list.chosen() == (BERLIN.id,)


def test_an_office_removed_elsewhere_while_it_is_edited_is_settled_when_saving(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "district", "mine")
    directory = window.session.directory
    directory.remove(directory.office(BERLIN.id), "Bob")
    window.session.load()
    assert window.editor.dirty
    in_the_dialog(ConflictDialog, lambda dialog: dialog.accept())
    assert window.editor.save()
    assert directory.office(BERLIN.id).address.district == "mine"


def test_while_an_office_is_edited_nothing_is_exported(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    assert not window.actions_.export.isEnabled()
    window.editor.leave()
    assert window.actions_.export.isEnabled()


def test_ctrl_s_in_the_editor_saves(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    edit(window, "district", "mine")
    assert window.editor.form is not None
    QTest.keyClick(window.editor.form.control("district"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.session.directory.office(BERLIN.id).address.district == "mine"
    assert not window.editor.editing


def test_choosing_an_office_opens_no_window_of_its_own(window: MainWindow) -> None:
    before = set(QApplication.topLevelWindows())
    window.session.select(WORLD.id)
    assert set(QApplication.topLevelWindows()) == before
