"""Everything in the directory that is doubtful, in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.plain_text import PlainLabel, without_mnemonic
from directory_app.ui.theme import SPACE, Theme


class FindingsDialog(DialogFrame):
    """Shows findings under the names of their offices; a name leads to its card."""

    office_chosen = Signal(object)

    def __init__(self, findings: Sequence[tuple[Office, Finding]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("What looks doubtful", parent, width=140 * SPACE)
        self._buttons_of: dict[QPushButton, Office] = {}
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 3 * SPACE, 0)
        layout.setSpacing(SPACE)
        if not findings:
            layout.addWidget(PlainLabel("Nothing. Every number, address and link looks right."))
        last = None
        for office, finding in findings:
            if office.id != last:
                layout.addSpacing(2 * SPACE)
                layout.addWidget(self._name_button(office, theme), 0, Qt.AlignmentFlag.AlignLeft)
                last = office.id
            layout.addWidget(_sentence(finding, theme))
        layout.addStretch(1)
        self.add_scrolling(page, 80 * SPACE)
        self.add_close()

    def _name_button(self, office: Office, theme: Theme) -> QPushButton:
        button = QPushButton(without_mnemonic(office.name))
        button.setProperty("quiet", True)
        button.setStyleSheet(f"color: {theme.accent}; font-weight: 600; padding-left: 0")
        button.clicked.connect(self._on_name_clicked)
        self._buttons_of[button] = office
        return button

    def _on_name_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.office_chosen.emit(self._buttons_of[sender].id)
            self.accept()


def _sentence(finding: Finding, theme: Theme) -> PlainLabel:
    proposal = f"  Proposed: {finding.suggestion}" if finding.suggestion else ""
    label = PlainLabel(finding.message + proposal, selectable=True)
    label.setStyleSheet(f"color: {theme.text}")
    return label
