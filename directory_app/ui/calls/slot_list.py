"""The slots in words, the first of them the largest."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.model.calls import Slot
from directory_app.ui.calls.text_lines import cut_text
from directory_app.ui.headed_list import ROW_ROLE, Index
from directory_app.ui.plain_text import plain_tooltip
from directory_app.ui.row_ground import paint_ground
from directory_app.ui.theme import SPACE, Theme, scaled_font

_LEFT = 3 * SPACE
_FIRST_LINES = 3
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A slot and its two lines: in the person's clock, and in everybody else's."""

    slot: Slot
    title: str
    line: str


class SlotRows(QAbstractListModel):
    """Holds the slots that are offered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SlotRow, ...] = ()

    @property
    def rows(self) -> tuple[SlotRow, ...]:
        """The slots from top to bottom."""
        return self._rows

    def show(self, rows: Sequence[SlotRow]) -> None:
        """Shows other slots."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title} here; {row.line}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.line.replace("; ", "\n"))
        return None


class SlotList(QListView):
    """Offers slots; the chosen one is what is copied."""

    slot_chosen = Signal()
    """Somebody chose one, be it the one that was chosen before; not that others are offered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SlotRows(self)
        self._is_filling = False
        self.setModel(self._model)
        self.setItemDelegate(_SlotDelegate(theme, self))
        self.setAccessibleName("Times for the call")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(24 * SPACE)
        self.clicked.connect(self.slot_chosen)

    @property
    def rows(self) -> tuple[SlotRow, ...]:
        """The slots from top to bottom."""
        return self._model.rows

    def show_slots(self, rows: Sequence[SlotRow]) -> None:
        """Offers other slots; the one chosen stays chosen where it is still offered, else the first is."""
        if tuple(rows) == self.rows:
            return
        chosen = self.chosen()
        slots = [row.slot for row in rows]
        self._is_filling = True
        self._model.show(rows)
        self.setCurrentIndex(self._model.index(slots.index(chosen) if chosen in slots else 0))
        self._is_filling = False

    def chosen(self) -> Slot | None:
        """Returns the slot chosen."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.slot if isinstance(row, SlotRow) else None

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling:
            self.slot_chosen.emit()


class _SlotDelegate(QStyledItemDelegate):
    """Draws a slot's two lines; those of the first are larger and wrap."""

    def __init__(self, theme: Theme, parent: SlotList) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent

    def _fonts(self, font: QFont, index: Index) -> tuple[QFont, QFont]:
        is_first = index.row() == 0
        return scaled_font(font, 1.25 if is_first else 1, bold=True), scaled_font(font, 1 if is_first else 0.85)

    def _line_height(self, small: QFont, text: str, index: Index) -> int:
        metrics = QFontMetrics(small)
        if index.row() > 0:
            return metrics.height()
        room = QRect(0, 0, self._view.viewport().width() - 2 * _LEFT, 10_000)
        shown = cut_text(text, small, room.width(), _FIRST_LINES)
        return metrics.boundingRect(room, int(_WRAPPED), shown).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, SlotRow):
            return
        large, small = self._fonts(option.font, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option.rect, option.state, self._theme)
        area = option.rect.adjusted(_LEFT, 2 * SPACE, -_LEFT, -SPACE)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(large)
        painter.setPen(QColor(self._theme.accent if index.row() == 0 and not row.slot.missing else self._theme.text))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), row.title)
        top = QFontMetrics(large).height() + SPACE // 2
        area.translate(QPoint(0, top))
        painter.setFont(small)
        painter.setPen(QColor(self._theme.text if is_chosen else self._theme.muted))
        shown = cut_text(row.line, small, area.width(), _FIRST_LINES if index.row() == 0 else 1)
        painter.drawText(area, int(_WRAPPED), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        large, small = self._fonts(option.font, index)
        line = self._line_height(small, row.line, index) if isinstance(row, SlotRow) else 0
        return QSize(0, QFontMetrics(large).height() + line + 4 * SPACE)
