"""A drop-down list whose choices are values."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from directory_app.ui.office_editor.line import Line, show_whole
from directory_app.ui.theme import SPACE

_ARROW = 9 * SPACE
"""What the arrow and the frame take of a drop-down list."""


class Choice(QComboBox):
    """Offers values under their names; the wheel scrolls the form, it never changes a value unseen."""

    def __init__(self, choices: Iterable[tuple[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offers these values instead of those before."""
        self.clear()
        self._values = []
        for name, value in choices:
            self.addItem(name)
            self._values.append(value)

    def value(self) -> object:
        """Returns the value chosen."""
        return self._values[self.currentIndex()] if self._values else None

    def set_value(self, value: object) -> None:
        """Chooses a value; one that is not offered is added under its own name."""
        if value not in self._values:
            self.addItem(str(value))
            self._values.append(value)
        self.setCurrentIndex(self._values.index(value))

    def event(self, event: QEvent) -> bool:
        return (not self.toolTip() and show_whole(self, self.currentText(), event, _ARROW)) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TypedChoice(QComboBox):
    """A drop-down list into which anything can be typed; what is typed completes by any part of a name."""

    finished = Signal()
    """Typing came to an end: with Enter, or because the cursor went elsewhere."""

    def __init__(self, choices: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line()
        self._line.editingFinished.connect(self.finished)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems(list(choices))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def text(self) -> str:
        """Returns what is typed or chosen."""
        return self.currentText().strip()

    def set_text(self, text: str) -> None:
        """Shows a text: as the choice of this name, or as if typed where there is no such choice."""
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
        self.setCurrentIndex(self.findText(text, exactly))
        self.setEditText(text)
        self._line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
