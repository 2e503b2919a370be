"""The list of a preview: arrows move, Space ticks, Enter goes to what stands beside it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from directory_app.ui.importing.choices import Tick
from directory_app.ui.importing.preview_delegate import PreviewDelegate
from directory_app.ui.importing.preview_model import PreviewModel
from directory_app.ui.theme import Theme


class PreviewList(QTableView):
    """Shows a preview's model; a table of one column, because that asks only for the rows in sight."""

    record_chosen = Signal(object)
    """Another record, its row in the plan, or None."""
    entered_record = Signal()
    """Enter was pressed on the chosen record."""

    def __init__(self, model: PreviewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName("Records of the file")
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(f"QTableView {{ background: {theme.surface}; border: 0; outline: 0; }}")
        delegate = PreviewDelegate(theme, self)
        self.setItemDelegate(delegate)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height(self.fontMetrics()))
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def choose(self, record: int | None) -> None:
        """Chooses a row of the plan, or the first one shown where it is not shown."""
        index = self._model.index_of(record) if record is not None else QModelIndex()
        if not index.isValid() and self._model.shown:
            index = self._model.index(0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.record_chosen.emit(None)

    def chosen(self) -> int | None:
        """Returns the row of the plan that is chosen."""
        return self._model.record_at(self.currentIndex())

    def _selected_records(self) -> list[int]:
        selection = self.selectionModel().selection()  # in ranges; of indexes there may be a hundred thousand
        ranges = (selection.at(place) for place in range(selection.count()))
        return [record for each in ranges for record in self._model.shown[each.top() : each.bottom() + 1]]

    def _toggle(self) -> None:
        records, choices = self._selected_records(), self._model.choices
        tickable = [record for record in records if choices.can_be_ticked(record)]
        if tickable:
            self._model.set_ticks(tickable, any(choices.tick(record) is not Tick.WHOLE for record in tickable))
        elif records:
            self.entered_record.emit()  # what a tick cannot decide is decided beside

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.record_chosen.emit(self._model.record_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_record.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() and self._model.shown:
            self.setCurrentIndex(self._model.index(0 if event.key() == Qt.Key.Key_Home else len(self._model.shown) - 1))
        else:
            super().keyPressEvent(event)
