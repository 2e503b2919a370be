"""The findings for Qt: rows of one list, painted in two lines."""

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from directory_app.model.findings import Finding, Level
from directory_app.ui.checks.rows import Doubt, DoubtRow, Row
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate, HeadedModel, Index
from directory_app.ui.painted_line import paint_line
from directory_app.ui.theme import SPACE, scaled_font

_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class DoubtModel(HeadedModel):
    """Shows findings under offices or kinds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("finding", parent)

    def doubt_at(self, index: Index) -> Doubt | None:
        """Returns the finding at an index, or None for a heading or nothing."""
        row = self.row_at(index)
        return row.doubt if isinstance(row, DoubtRow) else None

    def index_near(self, doubt: Doubt | None, place: int) -> QModelIndex:
        """Returns where a finding stands now; if it is gone, the one that took its place in the list."""
        places = [at for at, row in enumerate(self._rows) if isinstance(row, DoubtRow)]
        if not places:
            return QModelIndex()
        same = [at for at in places if doubt is not None and _is(self._rows[at], doubt)]
        after = [at for at in places if at >= place]
        return self.index(same[0] if same else after[0] if after else places[-1])

    def text_of(self, row: DoubtRow) -> str:
        """Returns the sentence."""
        return row.sentence

    def spoken(self, row: DoubtRow) -> str:
        """Returns the sentence and which office it is about."""
        return f"{row.sentence} {row.doubt.name}"


class DoubtDelegate(HeadedDelegate):
    """Draws a finding: a sentence, and under it in grey which office or what kind."""

    def paint_row(self, painter: QPainter, row: DoubtRow, area: QRect, font: QFont) -> None:
        """Paints a finding."""
        theme = self._theme
        small = scaled_font(font, 0.85)
        first, second = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - first - second - 1) // 2
        text = area.adjusted(ROW_LEFT, 0, -ROW_RIGHT, 0)
        dot = QRect(text.x(), top + (first - 6) // 2, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.faint if is_note(row.doubt.finding) else theme.warning))
        painter.drawEllipse(dot)
        left, width = text.x() + 4 * SPACE, text.width() - 4 * SPACE
        paint_line(painter, QRect(left, top, width, first), row.sentence, font, theme.text, _BOTTOM)
        paint_line(painter, QRect(left, top + first + 1, width, second), row.detail, small, theme.muted, _BOTTOM)


def is_note(finding: Finding) -> bool:
    """Returns whether a finding only says what would be good to have."""
    return finding.level is Level.NOTE


def _is(row: Row, doubt: Doubt) -> bool:
    if not isinstance(row, DoubtRow) or row.doubt.office != doubt.office:
        return False
    here, there = row.doubt.finding, doubt.finding
    return (here.code, here.field, here.about) == (there.code, there.field, there.about)
