"""The question before what was chosen of an import would be lost."""

from PySide6.QtWidgets import QWidget

from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.theme import SPACE


class LeaveDialog(DialogFrame):
    """Asks whether to go on; accepted means to leave."""

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("Leave this import?", parent, width=100 * SPACE)
        self.add_text(sentence)
        self.add_button("Leave").clicked.connect(self.accept)
        self.add_button("Go on importing", primary=True).clicked.connect(self.reject)


def may_leave(sentence: str, parent: QWidget | None) -> bool:
    """Asks, and returns whether the import is to be left."""
    dialog = LeaveDialog(sentence, parent)
    answer = bool(dialog.exec())
    dialog.deleteLater()
    return answer
