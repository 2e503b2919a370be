"""The merge dialog: two offices side by side."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from directory_app.model.office import Email
from directory_app.ui.importing.merge_dialog import MergeDialog
from directory_app.ui.importing.merging import Side
from directory_app.ui.theme import DARK
from tests.ui.importing.plans import BERLIN, BUREAU

LEFT = replace(BERLIN, emails=(Email("old@example.org"),))
RIGHT = replace(BUREAU, emails=(Email("new@example.org"),))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[MergeDialog]:
    dialog = MergeDialog(LEFT, RIGHT, DARK)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog


def test_only_fields_with_something_to_choose_are_shown_at_first(dialog: MergeDialog) -> None:
    assert dialog.fields_in_sight() == ["name", "phones", "emails"]
    dialog.show_all(True)
    assert {"notes", "address.city"} <= set(dialog.fields_in_sight())
    dialog.show_all(False)
    assert dialog.fields_in_sight() == ["name", "phones", "emails"]


def test_what_is_chosen_at_first_loses_nothing(dialog: MergeDialog) -> None:
    merged = dialog.merged()
    assert (merged.id, merged.name) == (BERLIN.id, "Berlin Office")
    assert merged.emails == (Email("old@example.org"), Email("new@example.org"))
    assert merged.notes == "by the river"


def test_each_field_takes_the_side_that_is_chosen(dialog: MergeDialog) -> None:
    dialog.choose("emails", Side.RIGHT)
    dialog.choose("name", Side.RIGHT)
    dialog.choose("phones", Side.LEFT)
    merged = dialog.merged()
    assert (merged.name, merged.emails, merged.phones) == ("Hauptstadtbüro", RIGHT.emails, BERLIN.phones)


def test_the_keyboard_alone_chooses_and_who_listens_hears_field_side_and_value(dialog: MergeDialog) -> None:
    buttons = [button for button in dialog.findChildren(QRadioButton) if button.isVisible()]
    assert buttons[0].accessibleName() == "Name, In the directory: Berlin Office"
    assert buttons[1].accessibleName() == "Name, To be imported: Hauptstadtbüro"
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Right)
    assert dialog.merged().name == "Hauptstadtbüro"


def test_two_that_say_the_same_can_be_merged_without_a_choice(qtbot: QtBot) -> None:
    dialog = MergeDialog(BERLIN, replace(BERLIN, id=BUREAU.id), DARK, titles=("Berlin Office", "Berlin Office"))
    qtbot.addWidget(dialog)
    assert dialog.fields_in_sight() == []
    assert dialog.merged() == BERLIN
