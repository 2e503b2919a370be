"""One line of the card: sign, text, caption, and what one can do with it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from directory_app.model.findings import Finding
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
    """This finding is to be settled."""

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
        self._below = words = QVBoxLayout()
        words.setContentsMargins(0, _above_text(self), SPACE, SPACE)
        words.setSpacing(1)
        words.addWidget(PlainLabel(self.line.text, self, selectable=True))
        if self.line.caption:
            words.addWidget(self._small(self.line.caption, theme.muted))
        if self.line.finding is not None:
            self.add_doubt(self.line.finding, self.line.mend, theme)
        return words

    def add_doubt(self, finding: Finding, offer: str, theme: Theme) -> None:
        """Says beneath what is doubtful, with the button that settles it, if there is one."""
        self._below.addWidget(self._small(finding.message, theme.warning))
        if offer:
            mend = _MendButton(offer, finding)
            mend.setFont(scaled_font(self.font(), 0.85, bold=True))
            mend.asked.connect(self.mended)
            self._below.addSpacing(SPACE)
            self._below.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)

    def _small(self, text: str, colour: str) -> PlainLabel:
        label = PlainLabel(text, self, selectable=True)
        label.setFont(scaled_font(self.font(), 0.85))
        label.setStyleSheet(f"color: {colour}")
        return label

    def _button(self, icon: str, name: str, theme: Theme, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, theme.muted))
        button.setIconSize(_ICON)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setToolTip(plain_tooltip(name))
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.line.link)


class _MendButton(QPushButton):
    asked = Signal(object)

    def __init__(self, offer: str, finding: Finding) -> None:
        super().__init__(without_mnemonic(offer))
        self._finding = finding
        self.setProperty("quiet", True)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.asked.emit(self._finding)
