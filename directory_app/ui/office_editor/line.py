"""A line to type in that shows the whole of a text that is too long for it, once one points at it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from directory_app.ui.plain_text import plain_tooltip
from directory_app.ui.theme import SPACE

_AROUND_TEXT = 5 * SPACE


class Line(QLineEdit):
    """A line whose tooltip is its own text where that is cut."""

    def event(self, event: QEvent) -> bool:
        return show_whole(self, self.text(), event) or super().event(event)


def show_whole(control: QWidget, text: str, event: QEvent, taken: int = _AROUND_TEXT) -> bool:
    """Answers the question for a tooltip where a text has no room in what a control has beside what is `taken`."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    if control.fontMetrics().horizontalAdvance(text) <= control.width() - taken:
        return False
    QToolTip.showText(event.globalPos(), plain_tooltip(text), control)
    return True
