"""What a table's columns mean and how it lies in its file; folded away where nothing is to be corrected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from directory_app.exchange.tables.table import Table
from directory_app.ui.importing.detail_parts import caption
from directory_app.ui.importing.layout_bar import LayoutBar
from directory_app.ui.importing.mapping_model import MappingModel
from directory_app.ui.importing.mapping_view import MappingView
from directory_app.ui.importing.sentences import columns_note
from directory_app.ui.theme import SPACE, Theme


class TableSection(QWidget):
    """The part of the import window that only tables have."""

    columns_chosen = Signal(object)
    """What every column means now, as a tuple of fields."""
    layout_chosen = Signal(object)
    """Another `Layout`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = MappingModel(self)
        self.bar = LayoutBar(theme)
        self._is_remembered = False
        self._fold = QPushButton()
        self._fold.setProperty("quiet", True)
        self._fold.setCheckable(True)
        self._fold.setAutoDefault(False)
        self._note = caption("", theme)
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self._fold)
        head.addWidget(self._note, 1)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2 * SPACE)
        body.addWidget(self.bar)
        body.addWidget(MappingView(self.mapping, theme))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._body)
        self._fold.toggled.connect(self._on_folded)
        self.bar.layout_chosen.connect(self.layout_chosen)
        self.mapping.columns_changed.connect(self._on_columns_changed)
        self.unfold(True)

    def show_table(self, table: Table, columns: Sequence[str], *, is_workbook: bool, is_remembered: bool) -> None:
        """Shows a table and what its columns mean, by a guess or by what was chosen before."""
        self._is_remembered = is_remembered
        self.bar.show_table(table, is_workbook=is_workbook)
        self.mapping.show_table(table, columns)
        self._say()

    def unfold(self, unfolded: bool) -> None:
        """Shows the columns, or only how many of them are read."""
        self._fold.setChecked(unfolded)
        self._on_folded(unfolded)

    @property
    def is_unfolded(self) -> bool:
        """Whether the columns can be seen."""
        return not self._body.isHidden()

    @property
    def note(self) -> str:
        """What is said of the columns."""
        return self._note.text()

    def has_keyboard(self) -> bool:
        """Returns whether something of the columns has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _say(self) -> None:
        self._note.setText(columns_note(self.mapping.columns, is_remembered=self._is_remembered))

    def _on_folded(self, unfolded: bool) -> None:
        self._fold.setText("▾  Columns" if unfolded else "▸  Columns")
        self._fold.setAccessibleName("Columns, shown" if unfolded else "Columns, folded away")
        self._body.setVisible(unfolded)

    def _on_columns_changed(self) -> None:
        self._is_remembered = False
        self._say()
        self.columns_chosen.emit(self.mapping.columns)
