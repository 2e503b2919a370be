"""The question before typed text would be lost."""

from enum import Enum

from PySide6.QtWidgets import QWidget

from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.theme import SPACE


class Answer(Enum):
    """What to do with what was typed."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


class UnsavedDialog(DialogFrame):
    """Asks whether to save, discard or go on editing; closing the question means going on."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(f"Save your changes to {name}?", parent, width=100 * SPACE)
        self.answer = Answer.STAY
        self.add_text("What you typed is not in the directory yet.")
        self.add_button("Go on editing").clicked.connect(self.reject)
        self.add_button("Discard").clicked.connect(self._on_discard_clicked)
        self.add_button("Save", primary=True).clicked.connect(self._on_save_clicked)

    def _on_discard_clicked(self) -> None:
        self.answer = Answer.DISCARD
        self.accept()

    def _on_save_clicked(self) -> None:
        self.answer = Answer.SAVE
        self.accept()


def ask_about_unsaved(name: str, parent: QWidget | None) -> Answer:
    """Asks, and returns the answer."""
    dialog = UnsavedDialog(name, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
