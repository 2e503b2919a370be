"""Labels that show text from data as it is: never as markup, never wider than their place."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def without_mnemonic(text: str) -> str:
    """Returns the text such that a menu, button or tab shows every `&` and underlines nothing."""
    return text.replace("&", "&&")


def plain_tooltip(text: str) -> str:
    """Returns the text such that a tooltip shows it literally, whatever markup it looks like."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space:pre-wrap'>{escaped}</span>"


_LONG_RUN = re.compile(r"\S{25}(?=\S)")
_BREAK = "\u200b"
_LEFT_TO_RIGHT = "\u200e"


def _laid_out(text: str) -> str:
    """Returns the text such that long words break and lines begin at the left, whatever script they are in."""
    lines = (_LONG_RUN.sub(rf"\g<0>{_BREAK}", line) for line in text.split("\n"))
    return "\n".join(line if line.isascii() else _LEFT_TO_RIGHT + line for line in lines)


class PlainLabel(QLabel):
    """A label that wraps, words of any length too, and can be selected with the mouse or the keyboard."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, selectable: bool = False) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def copy_selection(self) -> bool:
        """Copies what is selected, as it was given; False where nothing is."""
        if self.hasSelectedText():
            selected = self.selectedText().replace(_BREAK, "").replace(_LEFT_TO_RIGHT, "")
            QGuiApplication.clipboard().setText(selected)
        return self.hasSelectedText()

    def setText(self, text: str) -> None:
        self._text = text
        super().setText(_laid_out(text))

    def text(self) -> str:
        return self._text

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        narrow = 10 * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), narrow), hint.height()) if self.wordWrap() else hint


class ElidedLabel(QLabel):
    """A label of one line that ends in an ellipsis, with the whole text as tooltip, where it is too long."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def _offer_whole(self) -> None:
        too_long = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tooltip(self.text()) if too_long else "")

    def setText(self, text: str) -> None:
        super().setText(text)
        self._offer_whole()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_whole()
