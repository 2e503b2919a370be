"""Two stored offices that are one."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListView

from directory_app.ui.importing.merge_dialog import MergeDialog
from directory_app.ui.main_window import MainWindow
from tests.ui.conftest import BERLIN, KOLN
from tests.ui.hands import in_the_dialog, press


def choose(window: MainWindow, *names: str) -> None:
    view = window.office_list.findChild(QListView)
    assert isinstance(view, QListView)
    model, selection = view.model(), view.selectionModel()
    selection.clearSelection()
    for row in range(model.rowCount()):
        if model.index(row, 0).data() in names:
            selection.select(model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def test_two_chosen_offices_become_one_that_keeps_both_names(window: MainWindow) -> None:
    choose(window, "Berlin Office", "Köln Office")
    in_the_dialog(MergeDialog, lambda dialog: press(dialog, "Merge"))
    window.actions_.merge.trigger()
    ids = {row.id for row in window.session.all_offices}
    assert (BERLIN.id in ids, KOLN.id in ids) == (True, False)
    assert "Köln Office" in window.session.directory.office(BERLIN.id).aliases
    assert window.session.selected == BERLIN.id


def test_one_undo_brings_the_other_back(window: MainWindow) -> None:
    choose(window, "Berlin Office", "Köln Office")
    in_the_dialog(MergeDialog, lambda dialog: press(dialog, "Merge"))
    window.actions_.merge.trigger()
    window.actions_.undo.trigger()
    assert {BERLIN.id, KOLN.id} <= {row.id for row in window.session.all_offices}
    assert window.session.directory.office(BERLIN.id).aliases == BERLIN.aliases


def test_without_two_offices_it_says_how_to_choose_them(window: MainWindow) -> None:
    choose(window, "Berlin Office")
    window.actions_.merge.trigger()
    assert "Choose two offices" in window.status.notice
