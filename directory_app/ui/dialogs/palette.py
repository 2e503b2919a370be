"""The command palette: every action by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from directory_app.ui.theme import SPACE

_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CommandPalette(QDialog):
    """Lists the actions whose names hold every typed word; Enter does the first or the chosen one."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Commands")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._actions = [action for action in actions if action.isEnabled() and action.text()]
        self._shown: list[QAction] = []
        self._field = QLineEdit()
        self._field.setPlaceholderText("What do you want to do?")
        self._field.setAccessibleName("Command")
        self._list = QTreeWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.resize(110 * SPACE, 90 * SPACE)
        self._field.textChanged.connect(self._show)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        self._show("")

    def narrow(self, text: str) -> None:
        """Lists what holds these words, as if they had been typed."""
        self._field.setText(text)

    def chosen(self) -> QAction | None:
        """Returns the action that the line is on."""
        row = self._row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        names = [(action, action.text().replace("&", "")) for action in self._actions]
        self._shown = [action for action, name in names if all(word in name.casefold() for word in wanted)]
        self._list.clear()
        for action in self._shown:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([action.text().replace("&", ""), keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            self._list.addTopLevelItem(item)
        self._move_to(0)

    def _row(self) -> int:
        item = self._list.currentItem()
        return -1 if item is None else self._list.indexOfTopLevelItem(item)

    def _move_to(self, row: int) -> None:
        item = self._list.topLevelItem(max(0, min(self._list.topLevelItemCount() - 1, row)))
        if item is not None:
            self._list.setCurrentItem(item)

    def _on_chosen(self) -> None:
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _LIST_KEYS:
            step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            self._move_to(self._row() + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)
