"""What every list under headings has in common: its rows for Qt, and how they are painted."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from directory_app.ui.row_ground import paint_ground
from directory_app.ui.theme import SPACE, Theme, heading_font
from directory_app.ui.words import count_of

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself."""

ROW_LEFT = 4 * SPACE
ROW_RIGHT = 3 * SPACE

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What the rows below it have in common, and how many they are."""

    title: str
    count: int


class HeadedModel(QAbstractListModel):
    """Shows rows; headings can be neither selected nor reached. `noun` is what one of the rows is called."""

    def __init__(self, noun: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._noun = noun
        self._rows: Sequence[Any] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows these rows instead of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @abstractmethod
    def text_of(self, row: Any) -> str:
        """Returns the first line of a row."""

    @abstractmethod
    def spoken(self, row: Any) -> str:
        """Returns what a screen reader says of a row."""

    def row_at(self, index: Index) -> Any:
        """Returns the row at an index, a `HeadingRow` or another, or None."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.row_at(index), HeadingRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        is_heading = isinstance(row, HeadingRow)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if is_heading else self.text_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {count_of(row.count, self._noun)}" if is_heading else self.spoken(row)
        return None


class HeadedDelegate(QStyledItemDelegate):
    """Draws headings, and rows of two lines: 48 pixels at 100 %, more where the font is larger."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._theme = theme

    @abstractmethod
    def paint_row(self, painter: QPainter, row: Any, area: QRect, font: QFont) -> None:
        """Paints a row that is no heading; its ground is there."""

    def _paint_heading(self, painter: QPainter, row: HeadingRow, area: QRect, font: QFont) -> None:
        painter.setFont(heading_font(font))
        painter.setPen(QColor(self._theme.faint))
        line = area.adjusted(ROW_LEFT, 0, -ROW_RIGHT, -SPACE)
        count = f"{row.count:,}"
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, count)
        room = line.width() - painter.fontMetrics().horizontalAdvance(count) - 2 * SPACE
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # rows are measured out from the left
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, row, option.rect, option.font)
        elif row is not None:
            paint_ground(painter, option.rect, option.state, self._theme)
            self.paint_row(painter, row, option.rect, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height()
        is_heading = isinstance(index.data(ROW_ROLE), HeadingRow)
        return QSize(0, max(9 * SPACE, 2 * height) if is_heading else max(12 * SPACE, 2 * height + 4 * SPACE))
