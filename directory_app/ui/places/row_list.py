"""The list of the dialogs about places."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from directory_app.ui.headed_list import HeadedDelegate, HeadedModel
from directory_app.ui.theme import SPACE


class RowList(QListView):
    """Rows of which one is chosen, with the mouse or the keyboard."""

    row_chosen = Signal(int)
    """The number of the row that is chosen now."""
    row_entered = Signal(int)
    """Enter or a double click on a row."""

    def __init__(self, name: str, model: HeadedModel, delegate: HeadedDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setMinimumSize(60 * SPACE, 24 * SPACE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_entered)

    @property
    def chosen(self) -> int | None:
        """The number of the row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def height_of_rows(self) -> int:
        """Returns how high the list is when it shows all its rows."""
        return self.model().rowCount() * self.sizeHintForRow(0) + 2 * self.frameWidth()

    def choose(self, row: int) -> None:
        """Chooses a row, as a click would."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _on_current_changed(self) -> None:
        if self.chosen is not None:
            self.row_chosen.emit(self.chosen)

    def _on_entered(self) -> None:
        if self.chosen is not None:
            self.row_entered.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
        else:
            super().keyPressEvent(event)
