"""What a person does in the call helper."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.ui.calls.dialog import CallDialog


def titles(dialog: CallDialog) -> list[str]:
    return [row.title for row in dialog.body.slots.rows]


def choose_slot(dialog: CallDialog, place: int) -> None:
    slots = dialog.body.slots
    index = slots.model().index(place, 0)
    slots.scrollTo(index)
    at = slots.visualRect(index).center()
    QTest.mouseClick(slots.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
