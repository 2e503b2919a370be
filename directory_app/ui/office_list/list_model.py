"""The list's rows for Qt, kept by identity: a row is an office, not a number."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt

from directory_app.model.office import Summary
from directory_app.model.opening_hours.open_now import Open
from directory_app.ui.headed_list import HeadedModel, HeadingRow, Index
from directory_app.ui.office_list.rows import OfficeRow, Row, name_of, place_of
from directory_app.ui.plain_text import plain_tooltip
from directory_app.ui.words import KIND_NAMES


class OfficeListModel(HeadedModel):
    """Shows offices under their regions; `open_of` says of an office what is known about its being open."""

    def __init__(self, open_of: Callable[[Summary], Open], parent: QObject | None = None) -> None:
        super().__init__("office", parent)
        self._open_of = open_of
        self._places: dict[UUID, int] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; where the same offices stand in the same places, only their data changes."""
        same_shape = [_identity(row) for row in rows] == [_identity(row) for row in self._rows]
        if same_shape:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {row.office.id: place for place, row in enumerate(rows) if isinstance(row, OfficeRow)}
        self.endResetModel()

    def index_of(self, office_id: UUID | None) -> QModelIndex:
        """Returns where an office stands, or an invalid index."""
        place = self._places.get(office_id) if office_id is not None else None
        return QModelIndex() if place is None else self.index(place)

    def office_at(self, index: Index) -> UUID | None:
        """Returns the office that stands at an index, or None for a heading or nothing."""
        row = self.row_at(index)
        return row.office.id if isinstance(row, OfficeRow) else None

    def heading_over(self, index: Index) -> QModelIndex:
        """Returns the heading under which a row stands, or an invalid index where there is none."""
        above = range(index.row(), -1, -1)
        place = next((place for place in above if isinstance(self._rows[place], HeadingRow)), None)
        return QModelIndex() if place is None else self.index(place)

    def offices_under(self, index: Index) -> tuple[Summary, ...]:
        """Returns the offices that stand under the heading at an index; none where there is no heading."""
        row = self.row_at(index)
        if not isinstance(row, HeadingRow):
            return ()
        first = index.row() + 1
        return tuple(under.office for under in self._rows[first : first + row.count])

    def neighbour(self, office_id: UUID | None, step: int) -> UUID | None:
        """Returns the office that stands `step` offices further, or the nearest end."""
        ids = list(self._places)
        if not ids:
            return None
        if office_id not in self._places:
            return ids[0]
        return ids[max(0, min(len(ids) - 1, ids.index(office_id) + step))]

    def text_of(self, row: OfficeRow) -> str:
        """Returns the office's name."""
        return name_of(row.office)

    def spoken(self, row: OfficeRow) -> str:
        """Returns the office's name, kind and place, whether it is open, and why it was found."""
        office = row.office
        parts = [name_of(office), KIND_NAMES[office.kind], place_of(office), self._open_of(office).text, row.reason]
        return ", ".join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, OfficeRow):
            said = self._open_of(row.office).text
            return plain_tooltip(said) if said else None
        return super().data(index, role)


def _identity(row: Row) -> UUID | str:
    return row.title if isinstance(row, HeadingRow) else row.office.id
