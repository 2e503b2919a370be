"""What happens around an office while it is being edited."""

from directory_app.ui.dialogs.conflict import ConflictDialog
from directory_app.ui.dialogs.unsaved import UnsavedDialog
from directory_app.ui.main_window import MainWindow
from tests.ui.conftest import BERLIN, KOLN
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
