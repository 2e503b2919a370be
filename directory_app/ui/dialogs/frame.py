"""What every dialog has: a title, its content, a line of buttons, and an end on Escape."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, scaled_font


class DialogFrame(QDialog):
    """A dialog with room for content between its title and its buttons."""

    def __init__(self, title: str, parent: QWidget | None, width: int = 120 * SPACE) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        heading = PlainLabel(title)
        heading.setFont(scaled_font(self.font(), 1.25, bold=True))
        self.content = QVBoxLayout()
        self.content.setSpacing(3 * SPACE)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * SPACE)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(heading)
        layout.addLayout(self.content, 1)
        layout.addLayout(self._buttons)

    def add_button(self, text: str, *, primary: bool = False) -> QPushButton:
        """Adds a button at the right; the primary one has the keyboard and is what Enter presses."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        self._buttons.addWidget(button)
        if primary:
            button.setFocus()
        return button

    def add_text(self, text: str) -> None:
        """Adds a paragraph."""
        paragraph = PlainLabel(text, selectable=True)
        paragraph.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.content.addWidget(paragraph)

    def add_scrolling(self, page: QWidget, least_height: int) -> None:
        """Adds a page that scrolls where it is taller than its place."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setMinimumHeight(least_height)
        self.content.addWidget(area, 1)

    def add_close(self) -> None:
        """Adds the button of a dialog that only shows something."""
        self.add_button("Close", primary=True).clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():  # wrapping texts need less than they ask for at first
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
