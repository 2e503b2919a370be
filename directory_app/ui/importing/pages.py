"""What stands in the preview's place while there is none: how to begin, a wait, a text to paste, a refusal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from directory_app.ui.how_far import ProgressBar, how_far, time_left
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font


def _centred(text: str, colour: str = "", *, large: bool = False) -> PlainLabel:
    label = PlainLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if large:
        label.setFont(scaled_font(label.font(), 1.25, bold=True))
    if colour:
        label.setStyleSheet(f"color: {colour}")
    return label


def _row_of(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


class StartPage(QFrame):
    """Says how an import begins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setStyleSheet(f"#start {{ border: 1px dashed {theme.faint}; border-radius: 8px; }}")
        self.choose = QPushButton("Choose a file …")
        self.choose.setProperty("primary", True)
        self.paste = QPushButton("Paste text …")
        self._note = _centred("", theme.muted)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addStretch(2)
        layout.addWidget(self._note)
        layout.addWidget(_centred("Drop a file here", large=True))
        layout.addWidget(
            _centred(
                "vCards, a CSV or Excel table, or JSON that this program wrote.\n"
                "Or text from a page or an e-mail: copy it and press Ctrl+V.",
                theme.muted,
            )
        )
        layout.addLayout(_row_of(self.choose, self.paste))
        layout.addStretch(3)

    def say(self, note: str) -> None:
        """Says what came before, such as that an import was stopped."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def note(self) -> str:
        """What is said of what came before."""
        return self._note.text()


class WaitPage(QWidget):
    """Says what is being done, how far it is, and how long it may still take."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deed = _centred("", large=True)
        self._far = _centred("", theme.muted)
        self._far.setAccessibleName("Progress")
        self._bar = ProgressBar(theme)
        self._bar.setMaximumWidth(100 * SPACE)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.addStretch(2)
        layout.addWidget(self._deed)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._bar, 4)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addWidget(self._far)
        layout.addStretch(3)

    def begin(self, deed: str) -> None:
        """Shows the beginning of something."""
        self._deed.setText(deed)
        self._far.setText("")
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int, seconds: float) -> None:
        """Shows how far it is after so many seconds; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        parts = [how_far(done, total), time_left(done, total, seconds)]
        self._far.setText(" · ".join(part for part in parts if part))

    def texts(self) -> list[str]:
        """Returns what is said."""
        return [self._deed.text(), self._far.text()]


class ProblemPage(QWidget):
    """Says why a file cannot be imported, and offers another one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = _centred("", theme.text)
        self._sentence.setMaximumWidth(140 * SPACE)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = QPushButton("Choose another file …")
        self.choose.setProperty("primary", True)
        self.paste = QPushButton("Paste text …")
        layout = QVBoxLayout(self)
        layout.setSpacing(4 * SPACE)
        layout.addStretch(2)
        layout.addWidget(_centred("This cannot be imported", theme.error, large=True))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 8)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addLayout(_row_of(self.choose, self.paste))
        layout.addStretch(3)

    def show_problem(self, sentence: str) -> None:
        """Shows the sentence of an error."""
        self._sentence.setText(sentence)

    @property
    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()


class PastePage(QWidget):
    """A text box for what was copied elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QPlainTextEdit()
        self.box.setAccessibleName("Text to import")
        self.box.setPlaceholderText("Paste a contact page, a signature or a list here …")
        self.box.setTabChangesFocus(True)
        self.box.setAcceptDrops(False)  # a file that is dropped is to be opened, not named
        hint = PlainLabel("One office or many, as they stand. What is found in it is shown before anything is written.")
        hint.setStyleSheet(f"color: {theme.muted}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(hint)
        layout.addWidget(self.box, 1)

    @property
    def text(self) -> str:
        """What was pasted or typed."""
        return self.box.toPlainText()
