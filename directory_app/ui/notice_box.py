"""A sentence on an amber ground that says what went wrong, whole, until somebody has seen it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme

_MOST = 3
"""Sentences that are told together; who does not close any for so long has seen the first."""


class NoticeBox(QFrame):
    """Hidden while there is nothing to tell; a closable one runs across its window and goes with a press or Escape."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self._is_bar = closable
        self.setObjectName("trouble")
        self._sentence = PlainLabel(selectable=True)
        self._close = QPushButton("Close")
        self._close.setProperty("quiet", True)
        self._close.setAccessibleName("Close the notice")
        self._close.clicked.connect(self._on_closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE if closable else 3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.setVisible(closable)
        self.set_theme(theme)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is told, "" where nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def set_theme(self, theme: Theme) -> None:
        """Colours the box."""
        edge = f"border-top: 1px solid {theme.line};" if self._is_bar else "border-radius: 6px;"
        self.setStyleSheet(f"#trouble {{ background: {theme.warning_surface}; {edge} }}")
        self._sentence.setStyleSheet(f"color: {theme.warning if theme.dark else theme.text}")

    def tell(self, sentence: str) -> None:
        """Tells a sentence; a closable box tells it below the last ones that nobody has closed yet."""
        if self._is_bar:
            waiting = [told for told in self.sentence.splitlines() if told != sentence]
            sentence = "\n".join([*waiting, sentence][-_MOST:])
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def _on_closed(self) -> None:
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_bar and event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)
