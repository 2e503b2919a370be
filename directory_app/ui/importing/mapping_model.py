"""Columns of a table and what each means: the first row takes the meanings, the next ones show what stands there."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from directory_app.exchange.tables.columns import COLUMN_FIELDS
from directory_app.exchange.tables.table import Table
from directory_app.ui.plain_text import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

_ROWS = 3
_LONGEST_CELL = 200


class MappingModel(QAbstractTableModel):
    """A table's sample under its columns' fields; the fields can be set."""

    columns_changed = Signal()
    """A column means something else now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._columns: list[str] = []

    def show_table(self, table: Table, columns: Sequence[str]) -> None:
        """Shows another table and what its columns mean."""
        self.beginResetModel()
        self._table = table
        self._columns = list(columns)
        self.endResetModel()

    @property
    def columns(self) -> tuple[str, ...]:
        """What every column means."""
        return tuple(self._columns)

    def name_of(self, field: str) -> str:
        """Returns the name of a column's field."""
        return COLUMN_FIELDS.get(field, field)

    def _meaning(self, column: int, role: int) -> object:
        field = self._columns[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name_of(field)
        if role == Qt.ItemDataRole.EditRole:
            return field
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Column {self._header(column)}: {self.name_of(field)}"
        return None

    def _header(self, column: int) -> str:
        header = self._table.header if self._table is not None else ()
        return header[column] if column < len(header) else ""

    def _cell(self, row: int, column: int) -> str:
        cells = self._table.sample[row].cells if self._table is not None else ()
        return cells[column] if column < len(cells) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if parent.isValid() or self._table is None:
            return 0
        return 1 + min(_ROWS, len(self._table.sample))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.row() > 0:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._table is None or not index.isValid():
            return None
        if index.row() == 0:
            return self._meaning(index.column(), role)
        cell = self._cell(index.row() - 1, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cell[:_LONGEST_CELL].split())
        return plain_tooltip(cell[:2000]) if role == Qt.ItemDataRole.ToolTipRole and cell else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._table is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            is_number = role == Qt.ItemDataRole.DisplayRole and section > 0
            return str(self._table.sample[section - 1].number) if is_number else None
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._header(section)[:_LONGEST_CELL].split())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return plain_tooltip(self._header(section)[:2000]) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.row() > 0 or value not in COLUMN_FIELDS:
            return False
        if self._columns[index.column()] != value:
            self._columns[index.column()] = str(value)
            self.dataChanged.emit(index, index)
            self.columns_changed.emit()
        return True
