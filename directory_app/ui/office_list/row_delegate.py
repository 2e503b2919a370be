"""Paints one row of the list: sign, name, town and country, the local time, and whether it is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from directory_app.geo.clock import local_time, short_time
from directory_app.model.office import Summary
from directory_app.model.opening_hours.open_now import Open
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate
from directory_app.ui.office_list.rows import OfficeRow, name_of, place_of
from directory_app.ui.signs import paint_sign
from directory_app.ui.theme import SPACE, Theme, scaled_font

_SIGN_COLUMN = 6 * SPACE
_DOT = 7

Spans = list[tuple[int, int]]
"""Parts of a text, each as its start and its end."""


class RowDelegate(HeadedDelegate):
    """Draws an office: sign, name, town and country, and the local time, with a dot if it is open now."""

    def __init__(
        self, theme: Theme, clock: Callable[[], datetime], open_of: Callable[[Summary], Open], parent: QObject
    ) -> None:
        super().__init__(theme, parent)
        self._clock, self._open_of = clock, open_of
        self._spans: Callable[[str], Spans] | None = None

    def mark(self, spans: Callable[[str], Spans] | None) -> None:
        """Marks these parts of every text from now on, or nothing."""
        self._spans = spans

    def paint_row(self, painter: QPainter, row: OfficeRow, area: QRect, font: QFont) -> None:
        """Paints an office."""
        theme, office = self._theme, row.office
        small = scaled_font(font, 0.85)
        centre = QPointF(area.x() + ROW_LEFT + 4, area.center().y() + 1)
        paint_sign(painter, office.kind, centre, 13, theme.dark)
        text = area.adjusted(ROW_LEFT + _SIGN_COLUMN, 0, -ROW_RIGHT, 0)
        name_height, place_height = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - name_height - place_height - 1) // 2
        name_line = QRect(text.x(), top, text.width(), name_height)
        place_line = QRect(text.x(), top + name_height + 1, text.width(), place_height)
        time = local_time(office.timezone, self._clock())
        if time is not None:
            painter.setFont(small)
            painter.setPen(QColor(theme.muted))
            self._paint_at_right(painter, short_time(time), place_line)
            if self._open_of(office).is_open:
                self._paint_dot(painter, place_line)
        self._paint_text(painter, name_of(office), name_line, font, theme.text)
        self._paint_text(painter, row.reason or place_of(office), place_line, small, theme.muted)

    def _paint_at_right(self, painter: QPainter, text: str, line: QRect) -> None:
        """Paints a text at the end of a line and leaves the line the rest."""
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if text:
            line.setWidth(line.width() - painter.fontMetrics().horizontalAdvance(text) - 2 * SPACE)

    def _paint_dot(self, painter: QPainter, line: QRect) -> None:
        """Paints what says "open now" at the end of what is left of a line, beside the time."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(QPointF(line.right() - _DOT / 2, line.center().y() + 1), _DOT / 2, _DOT / 2)
        line.setWidth(line.width() - _DOT - 2 * SPACE)

    def _paint_text(self, painter: QPainter, text: str, area: QRect, font: QFont, colour: str) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(shown, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
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


def _units(text: str) -> int:
    """Returns a text's length as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
