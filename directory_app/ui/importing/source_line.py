"""The line that says what is being imported, and the ways to another file or text."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from directory_app.ui.plain_text import ElidedLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font


class SourceLine(QWidget):
    """Name and kind of a file at the left, at the right what takes its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._name.setFont(scaled_font(self.font(), 1, bold=True))
        self._kind = ElidedLabel()
        self._kind.setFont(scaled_font(self.font(), 0.85))
        self._kind.setStyleSheet(f"color: {theme.muted}")
        self.as_table = QPushButton("Read as a table")
        self.choose = QPushButton("Another file …")
        self.paste = QPushButton("Paste text …")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addLayout(words, 1)
        row.addWidget(self.as_table)
        row.addWidget(self.choose)
        row.addWidget(self.paste)

    def show_source(self, name: str, kind: str, *, is_pasted: bool, may_be_table: bool) -> None:
        """Says what is being imported; sentences may be a table after all."""
        self._name.setText(name)
        self._kind.setText(kind)
        self._kind.setVisible(bool(kind))
        self.as_table.setVisible(may_be_table)
        self.choose.setText("Choose a file …" if is_pasted else "Another file …")
        self.paste.setText("Change the text …" if is_pasted else "Paste text …")

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._name.text()}\n{self._kind.text()}"
