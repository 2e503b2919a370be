"""One line of the card: sign, text, caption, and what one can do with it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from directory_app.ui.icons import Icons
from directory_app.ui.office_card.content import Line
from directory_app.ui.plain_text import PlainLabel, plain_tooltip, without_mnemonic
from directory_app.ui.theme import SPACE, Theme, scaled_font

COPIED_SHOWN_MS = 1500
_ICON = QSize(4 * SPACE + 2, 4 * SPACE + 2)
_BUTTON = 7 * SPACE


def _above_text(widget: QWidget) -> int:
    """Returns the space that puts a line of text level with the buttons beside it."""
    return max(0, (_BUTTON - widget.fontMetrics().height()) // 2)


class LineRow(QWidget):
    """Shows a `Line`; copying is one click and says so beside the button."""

    opened = Signal(str)
    """The line's link is to be opened."""
    mended = Signal(object)
    """The finding is to be settled by saving this office."""

    def __init__(self, line: Line, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sign(theme, icons), 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(2 * SPACE)
        row.addLayout(self._words(theme), 1)
        self._copied = QLabel("copied", self)
        self._copied.setFont(scaled_font(self.font(), 0.85))
        self._copied.setStyleSheet(f"color: {theme.accent}; padding-top: {_above_text(self)}px")
        self._copied.hide()
        row.addWidget(self._copied, 0, Qt.AlignmentFlag.AlignTop)
        if line.copied:
            copy = self._button("copy", f"Copy {line.text.splitlines()[0]}", theme, icons)
            copy.clicked.connect(self.copy)
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        if line.link:
            follow = self._button(line.link_icon, line.link_name, theme, icons)
            follow.clicked.connect(self._on_open_clicked)
            row.addWidget(follow, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addSpacing(_BUTTON)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COPIED_SHOWN_MS)
        self._timer.timeout.connect(self._copied.hide)

    def copy(self) -> str:
        """Puts the line's text on the clipboard, says so and returns it."""
        QGuiApplication.clipboard().setText(self.line.copied)
        self._copied.show()
        self._timer.start()
        return self.line.copied

    def _sign(self, theme: Theme, icons: Icons) -> QLabel:
        sign = QLabel(self)
        sign.setPixmap(icons.icon(self.line.icon, theme.muted).pixmap(_ICON, self.devicePixelRatioF()))
        sign.setFixedHeight(_BUTTON)
        return sign

    def _words(self, theme: Theme) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, _above_text(self), SPACE, SPACE)
        words.setSpacing(1)
        words.addWidget(PlainLabel(self.line.text, self, selectable=True))
        for text, colour in ((self.line.caption, theme.muted), (self.line.doubt, theme.warning)):
            if text:
                caption = PlainLabel(text, self, selectable=True)
                caption.setFont(scaled_font(self.font(), 0.85))
                caption.setStyleSheet(f"color: {colour}")
                words.addWidget(caption)
        if self.line.mend:
            words.addWidget(self._mend_button(theme), 0, Qt.AlignmentFlag.AlignLeft)
        return words

    def _mend_button(self, theme: Theme) -> QPushButton:
        mend = QPushButton(without_mnemonic(self.line.mend))
        mend.setProperty("quiet", True)
        mend.setFont(scaled_font(self.font(), 0.85, bold=True))
        mend.setStyleSheet(f"color: {theme.accent}; padding-left: 0")
        mend.clicked.connect(self._on_mend_clicked)
        return mend

    def _button(self, icon: str, name: str, theme: Theme, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, theme.muted))
        button.setIconSize(_ICON)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setToolTip(plain_tooltip(name))
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_mend_clicked(self) -> None:
        self.mended.emit(self.line.mended)

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.line.link)
