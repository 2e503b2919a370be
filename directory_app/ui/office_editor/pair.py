"""Two fields of the form that share a line as long as both show all that they hold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QComboBox, QLineEdit, QWidget

from directory_app.ui.office_editor.field import Field
from directory_app.ui.theme import SPACE

_GAP = 2 * SPACE
_AROUND_TEXT = 7 * SPACE
"""The frame of a line and its padding, with room for the cursor."""
_ARROW = 5 * SPACE


class Pair(QWidget):
    """Stands side by side, or one under the other where a text would be cut; `stretch` shares out the line.

    It looks when it gets another width or is told to, never while one types: nothing moves under one's hands.
    """

    def __init__(self, left: Field, right: Field, stretch: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._fields = ((left, stretch[0]), (right, stretch[1]))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for field, share in self._fields:
            self._row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.settle()

    @property
    def is_side_by_side(self) -> bool:
        """Whether both stand in one line."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def settle(self) -> None:
        """Looks whether both have room in one line."""
        room, shares = self.width() - _GAP, sum(share for _, share in self._fields)
        has_room = all(width_of(field.control) <= room * share // shares for field, share in self._fields)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if has_room else down)
        self._row.setSpacing(_GAP if has_room else 3 * SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()


def width_of(control: QWidget) -> int:
    """Returns how wide a control has to be to show its text whole."""
    if isinstance(control, QComboBox):
        return control.fontMetrics().horizontalAdvance(control.currentText()) + _AROUND_TEXT + _ARROW
    if isinstance(control, QLineEdit):
        return control.fontMetrics().horizontalAdvance(control.text()) + _AROUND_TEXT
    if isinstance(control, QAbstractButton):
        return control.sizeHint().width()
    parts = control.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sum(width_of(part) + SPACE for part in parts)
