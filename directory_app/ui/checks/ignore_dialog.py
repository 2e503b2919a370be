"""The question why a finding is let stand."""

from PySide6.QtWidgets import QLineEdit, QWidget

from directory_app.ui.checks.rows import Doubt
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.office_editor.field import Field
from directory_app.ui.theme import SPACE, Theme


class IgnoreDialog(DialogFrame):
    """Shows a finding and asks for the reason, which whoever looks next will read."""

    def __init__(self, doubt: Doubt, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(f"Let this stand for {doubt.name}?", parent, width=110 * SPACE)
        self.add_text(doubt.finding.message)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("They share one switchboard")
        self._reason.setMaxLength(500)
        self._reason.textChanged.connect(self._on_text_changed)
        self.content.addWidget(Field("Reason", self._reason, theme))
        self._reason.setAccessibleName("Reason")
        self.add_button("Cancel").clicked.connect(self.reject)
        self._ignore = self.add_button("Let it stand", primary=True)
        self._ignore.clicked.connect(self.accept)
        self._ignore.setEnabled(False)
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """Returns what was typed."""
        return self._reason.text().strip()

    def type_reason(self, text: str) -> None:
        """Types a reason, as a person would."""
        self._reason.setText(text)

    def _on_text_changed(self) -> None:
        self._ignore.setEnabled(bool(self.reason))
