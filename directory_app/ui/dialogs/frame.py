"""What every dialog has: a title, its content, a line of buttons, and an end on Escape."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, scaled_font

_TITLE_BAR = 10 * SPACE
"""What the system's frame around a window takes of the screen, or a little more."""
_LEAST_BODY = 16 * SPACE
_APART = "QScrollBar:vertical { width: 14px; } QScrollBar::handle:vertical { margin: 1px 1px 1px 5px; }"
"""Keeps the bar off the fields beside it."""
_PAGE_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class DialogFrame(QDialog):
    """A dialog with room for content between its title and its buttons.

    It is never larger than the screen and the window that it belongs to: what has no room then is scrolled to, and the
    buttons stay in sight.
    """

    def __init__(self, title: str, parent: QWidget | None, width: int = 120 * SPACE) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self._heading = heading = PlainLabel(title)
        heading.setFont(scaled_font(self.font(), 1.25, bold=True))
        self._body = _Body()
        self._body.changed.connect(self._on_content_changed, Qt.ConnectionType.QueuedConnection)
        self.content = self._body.content
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * SPACE)
        self._buttons.addStretch(1)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(heading)
        layout.addWidget(self._body, 1)
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

    def bring(self, control: QWidget) -> None:
        """Gives a control of the content the keyboard and scrolls to it and to what is said beside it."""
        control.setFocus()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._body.ensureWidgetVisible(control.parentWidget() or control, 0, SPACE)
        self._body.ensureWidgetVisible(control, 0, SPACE)

    @property
    def is_whole(self) -> bool:
        """Whether all of the content is in sight without scrolling."""
        return not (self._body.verticalScrollBar().maximum() or self._body.horizontalScrollBar().maximum())

    def room(self) -> QSize:
        """Returns how large it may be: as its screen, and as the main window over which it lies."""
        room, window = self.screen().availableGeometry().size() - QSize(0, _TITLE_BAR), self.parentWidget()
        while window is not None and window.parentWidget() is not None:
            window = window.parentWidget()
        return room.boundedTo(window.size()) if window is not None and window.isVisible() else room

    def resize_within_room(self, size: QSize) -> None:
        """Becomes as large as this, or as there is room."""
        room = self.room()
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        self.resize(size.boundedTo(room))

    def fit(self) -> None:
        """Grows until its content is in sight, as far as there is room."""
        room, least = self.room(), self._least_width()
        width = max(self.width(), min(least, room.width()))
        if self._height_at(width) > room.height():
            width = max(width, min(least + self._body.bar_width, room.width()))
        height = max(self.height(), min(self._height_at(width), room.height()))
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)
            self._keep_on_screen()
            self._body.forget_bars()

    def _on_content_changed(self) -> None:
        if self.isVisible():
            self.fit()

    def _keep_on_screen(self) -> None:
        """Goes up or to the left as far as it has grown off the screen."""
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        over = QPoint(max(0, frame.right() - screen.right()), max(0, frame.bottom() - screen.bottom()))
        if not over.isNull():
            self.move(self.pos() - over)

    def _least_width(self) -> int:
        margins = self._column.contentsMargins()
        return self.content.totalMinimumSize().width() + margins.left() + margins.right()

    def _height_at(self, width: int) -> int:
        margins, spaces = self._column.contentsMargins(), 2 * self._column.spacing()
        room = width - margins.left() - margins.right()
        parts = self._heading.heightForWidth(room), self._body.height_at(room), self._buttons.sizeHint().height()
        return sum(parts) + spaces + margins.top() + margins.bottom()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only a content that is laid out knows its height, and wrapping texts need less than they ask for at first.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        width = min(self.width(), self.room().width())
        self.resize_within_room(QSize(width, self._height_at(width)))
        self.fit()
        self._body.forget_bars()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _PAGE_KEYS and not self.is_whole:
            bar = self._body.verticalScrollBar()
            step = bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)


class _Body(QScrollArea):
    """The content, which scrolls where it has no room."""

    changed = Signal()
    """It may need another size."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setStyleSheet(_APART)
        page = QWidget()
        self.content = QVBoxLayout(page)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(3 * SPACE)
        self.setWidget(page)

    @property
    def bar_width(self) -> int:
        """How much of the width a scroll bar takes."""
        return self.verticalScrollBar().sizeHint().width()

    def height_at(self, width: int) -> int:
        """Returns how tall the content has to be at a width, lest it is scrolled."""
        content = self.content
        return content.totalHeightForWidth(width) if content.hasHeightForWidth() else content.totalSizeHint().height()

    def forget_bars(self) -> None:
        """Lets go of a scroll bar that is there only because what it takes of the width is missing."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        return self.content.totalSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.changed.emit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_LEAST_BODY, self.content.totalMinimumSize().height()))
