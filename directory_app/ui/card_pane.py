"""The right pane: the card with its actions, or the editor in its place."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from directory_app.ui.actions import button_of
from directory_app.ui.icons import Icons
from directory_app.ui.office_card.card import OfficeCard
from directory_app.ui.office_editor.editor import OfficeEditor
from directory_app.ui.theme import SPACE, Theme


class CardPane(QStackedWidget):
    """Shows the card; while an office is edited, the editor."""

    left = Signal()
    """Escape was pressed on the card or one of its actions."""

    def __init__(
        self,
        card: OfficeCard,
        editor: OfficeEditor,
        edit: QAction,
        export: QAction,
        more: list[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._edit = button_of(edit)
        self._edit.setProperty("primary", True)
        self._export = button_of(export)
        self._more = QPushButton()
        self._more.setAccessibleName("More")
        self._more.setToolTip("More")
        menu = QMenu(self._more)
        menu.addActions(more)
        self._more.setMenu(menu)
        self._bar = QFrame()
        self._bar.setObjectName("bar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._edit)
        row.addWidget(self._export)
        row.addStretch(1)
        row.addWidget(self._more)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(card, 1)
        layout.addWidget(self._bar)
        self.addWidget(page)
        self.addWidget(editor)
        self.setMinimumWidth(70 * SPACE)
        editor.closed.connect(self.show_card)
        self.show_bar(False)

    def show_card(self) -> None:
        """Shows the card and gives it the keyboard, so that Ctrl+Z means the directory and no text."""
        self.setCurrentIndex(0)
        self._card.setFocus()

    def show_editor(self) -> None:
        """Shows the editor."""
        self.setCurrentIndex(1)

    def show_bar(self, visible: bool) -> None:
        """Shows the card's actions where there is an office to act on."""
        self._bar.setVisible(visible)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Tints the bar."""
        self._bar.setStyleSheet(f"#bar {{ border-top: 1px solid {theme.line}; }}")
        for button, name, colour in (
            (self._edit, "edit", theme.on_accent),
            (self._export, "export", theme.text),
            (self._more, "more", theme.text),
        ):
            button.setIcon(icons.icon(name, colour))
            button.setIconSize(QSize(4 * SPACE, 4 * SPACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentIndex() == 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)
