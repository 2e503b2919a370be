"""Paints one row of the list: sign, name, town and country, and the local time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from directory_app.geo.clock import day_name, local_time
from directory_app.ui.office_list.list_model import ROW_ROLE
from directory_app.ui.office_list.rows import HeadingRow, OfficeRow, name_of, place_of
from directory_app.ui.row_ground import paint_ground
from directory_app.ui.signs import paint_sign
from directory_app.ui.theme import SPACE, Theme, heading_font, scaled_font

_MARGIN = 3 * SPACE
_SIGN_COLUMN = 7 * SPACE

Spans = list[tuple[int, int]]
"""Parts of a text, each as its start and its end."""


class RowDelegate(QStyledItemDelegate):
    """Draws rows of fixed height: 48 pixels for an office at 100 %, more where the font is larger."""

    def __init__(self, theme: Theme, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._spans: Callable[[str], Spans] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._theme = theme

    def mark(self, spans: Callable[[str], Spans] | None) -> None:
        """Marks these parts of every text from now on, or nothing."""
        self._spans = spans

    def _paint_heading(self, painter: QPainter, row: HeadingRow, area: QRect, font: QFont) -> None:
        painter.setFont(heading_font(font))
        painter.setPen(QColor(self._theme.faint))
        line = area.adjusted(_MARGIN + SPACE, 0, -_MARGIN, -SPACE)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{row.count:,}")
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, line.width() - 8 * SPACE)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_office(self, painter: QPainter, row: OfficeRow, area: QRect, font: QFont) -> None:
        theme, office = self._theme, row.office
        small = scaled_font(font, 0.85)
        centre = QPointF(area.x() + _MARGIN + SPACE + 4, area.center().y() + 1)
        paint_sign(painter, office.kind, centre, 13, theme.dark)
        text = area.adjusted(_MARGIN + _SIGN_COLUMN, 0, -_MARGIN, 0)
        name_height, place_height = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - name_height - place_height - 1) // 2
        name_line = QRect(text.x(), top, text.width(), name_height)
        place_line = QRect(text.x(), top + name_height + 1, text.width(), place_height)
        time = local_time(office.timezone, self._clock())
        if time is not None:
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            self._paint_at_right(painter, f"{time.moment:%H:%M}", name_line)
            self._paint_at_right(painter, day_name(time), place_line)
        self._paint_text(painter, name_of(office), name_line, font, theme.text)
        self._paint_text(painter, row.reason or place_of(office), place_line, small, theme.muted)

    def _paint_at_right(self, painter: QPainter, text: str, line: QRect) -> None:
        """Paints a text at the end of a line and leaves the line the rest."""
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if text:
            line.setWidth(line.width() - painter.fontMetrics().horizontalAdvance(text) - 2 * SPACE)

    def _paint_text(self, painter: QPainter, text: str, area: QRect, font: QFont, colour: str) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(shown, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        if self._spans is not None:
            layout.setFormats([self._marked(shown, start, end) for start, end in self._spans(shown)])
        layout.beginLayout()
        layout.createLine().setLineWidth(area.width())
        layout.endLayout()
        painter.setPen(QColor(colour))
        layout.draw(painter, QPointF(area.topLeft()))

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setForeground(QColor(self._theme.accent))
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = _units(text[:start]), _units(text[start:end]), style
        return marked

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, row, option.rect, option.font)
        elif isinstance(row, OfficeRow):
            paint_ground(painter, option.rect, option.state, self._theme)
            self._paint_office(painter, row, option.rect, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics: QFontMetrics = option.fontMetrics
        height = metrics.height()
        is_heading = isinstance(index.data(ROW_ROLE), HeadingRow)
        return QSize(0, max(9 * SPACE, 2 * height) if is_heading else max(12 * SPACE, 2 * height + 4 * SPACE))


def _units(text: str) -> int:
    """Returns a text's length as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
