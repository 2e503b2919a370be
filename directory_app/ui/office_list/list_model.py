"""The list's rows for Qt, kept by identity: a row is an office, not a number."""

from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from directory_app.ui.office_list.rows import HeadingRow, OfficeRow, Row, name_of, place_of
from directory_app.ui.words import KIND_NAMES, count_of

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, a `HeadingRow` or an `OfficeRow`."""

Index = QModelIndex | QPersistentModelIndex


class OfficeListModel(QAbstractListModel):
    """Shows rows; headings can be neither selected nor reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[UUID, int] = {}

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows other rows; where the same offices stand in the same places, only their data changes."""
        same_shape = [_identity(row) for row in rows] == [_identity(row) for row in self._rows]
        if same_shape:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row.office.id: place for place, row in enumerate(rows) if isinstance(row, OfficeRow)}
        self.endResetModel()

    def index_of(self, office_id: UUID | None) -> QModelIndex:
        """Returns where an office stands, or an invalid index."""
        place = self._places.get(office_id) if office_id is not None else None
        return QModelIndex() if place is None else self.index(place)

    def office_at(self, index: Index) -> UUID | None:
        """Returns the office that stands at an index, or None for a heading or nothing."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.office.id if isinstance(row, OfficeRow) else None

    def neighbour(self, office_id: UUID | None, step: int) -> UUID | None:
        """Returns the office that stands `step` offices further, or the nearest end."""
        ids = list(self._places)
        if not ids:
            return None
        if office_id not in self._places:
            return ids[0]
        return ids[max(0, min(len(ids) - 1, ids.index(office_id) + step))]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.office_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, HeadingRow) else name_of(row.office)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _identity(row: Row) -> UUID | str:
    return row.title if isinstance(row, HeadingRow) else row.office.id


def _spoken(row: Row) -> str:
    if isinstance(row, HeadingRow):
        return f"{row.title}, {count_of(row.count, 'office')}"
    office = row.office
    parts = [name_of(office), KIND_NAMES[office.kind], place_of(office), row.reason]
    return ", ".join(part for part in parts if part)
