"""The findings for Qt: rows of one list, painted in two lines."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from directory_app.model.findings import Finding, Level
from directory_app.ui.checks.rows import Doubt, DoubtRow, HeadingRow, Row
from directory_app.ui.row_ground import paint_ground
from directory_app.ui.theme import SPACE, Theme, heading_font, scaled_font
from directory_app.ui.words import count_of

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, a `HeadingRow` or a `DoubtRow`."""

Index = QModelIndex | QPersistentModelIndex


class DoubtModel(QAbstractListModel):
    """Shows rows; headings can be neither selected nor reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def doubt_at(self, index: Index) -> Doubt | None:
        """Returns the finding at an index, or None for a heading or nothing."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.doubt if isinstance(row, DoubtRow) else None

    def index_near(self, doubt: Doubt | None, place: int) -> QModelIndex:
        """Returns where a finding stands now; if it is gone, the one that took its place in the list."""
        places = [at for at, row in enumerate(self._rows) if isinstance(row, DoubtRow)]
        if not places:
            return QModelIndex()
        same = [at for at in places if doubt is not None and _is(self._rows[at], doubt)]
        after = [at for at in places if at >= place]
        return self.index(same[0] if same else after[0] if after else places[-1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.doubt_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, HeadingRow) else row.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


class DoubtDelegate(QStyledItemDelegate):
    """Draws rows of fixed height: a sentence, and under it in grey which office or what kind."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._theme = theme

    def _paint_heading(self, painter: QPainter, row: HeadingRow, area: QRect, font: QFont) -> None:
        line = area.adjusted(4 * SPACE, 0, -4 * SPACE, -SPACE)
        _paint_line(painter, line, f"{row.count:,}", heading_font(font), self._theme.faint, right=True)
        title = line.adjusted(0, 0, -12 * SPACE, 0)
        _paint_line(painter, title, row.title, heading_font(font), self._theme.faint)

    def _paint_doubt(self, painter: QPainter, row: DoubtRow, option: QStyleOptionViewItem) -> None:
        theme, area, font = self._theme, option.rect, option.font
        paint_ground(painter, area, option.state, theme)
        small = scaled_font(font, 0.85)
        first, second = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - first - second - 1) // 2
        text = area.adjusted(4 * SPACE, 0, -4 * SPACE, 0)
        dot = QRect(text.x(), top + (first - 6) // 2, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.faint if is_note(row.doubt.finding) else theme.warning))
        painter.drawEllipse(dot)
        left, width = text.x() + 4 * SPACE, text.width() - 4 * SPACE
        _paint_line(painter, QRect(left, top, width, first), row.sentence, font, theme.text)
        _paint_line(painter, QRect(left, top + first + 1, width, second), row.detail, small, theme.muted)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, row, option.rect, option.font)
        elif isinstance(row, DoubtRow):
            self._paint_doubt(painter, row, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = option.fontMetrics.height()
        is_heading = isinstance(index.data(ROW_ROLE), HeadingRow)
        return QSize(0, max(9 * SPACE, 2 * height) if is_heading else max(12 * SPACE, 2 * height + 4 * SPACE))


def is_note(finding: Finding) -> bool:
    """Returns whether a finding only says what would be good to have."""
    return finding.level is Level.NOTE


def _is(row: Row, doubt: Doubt) -> bool:
    if not isinstance(row, DoubtRow) or row.doubt.office != doubt.office:
        return False
    here, there = row.doubt.finding, doubt.finding
    return (here.code, here.field, here.about) == (there.code, there.field, there.about)


def _paint_line(painter: QPainter, area: QRect, text: str, font: QFont, colour: str, *, right: bool = False) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignBottom, shown)


def _spoken(row: Row) -> str:
    if isinstance(row, HeadingRow):
        return f"{row.title}, {count_of(row.count, 'finding')}"
    return f"{row.sentence} {row.doubt.name}"
