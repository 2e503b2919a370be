"""Paints one row of the day chart: name and clock at the left, the day at the right."""

from datetime import datetime

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from directory_app.model.calls import Span, within
from directory_app.model.zones import zone_of
from directory_app.ui.calls.chart_rows import ChartRow, ChartRows
from directory_app.ui.calls.day_remarks import remarks_drawn
from directory_app.ui.calls.fillings import Filling, paint_filling, with_alpha
from directory_app.ui.headed_list import ROW_ROLE, Index
from directory_app.ui.painted_line import paint_line
from directory_app.ui.row_ground import paint_ground
from directory_app.ui.theme import SPACE, Theme, scaled_font

_LEFT = 3 * SPACE
_CROSS = 7 * SPACE
_BAR = 4 * SPACE
_EDGE = 2 * SPACE
_INSET = 6
_TICK = _BAR + 2 * SPACE


def day_area(width: int) -> tuple[int, int]:
    """Returns where the day begins and ends in a row of a width."""
    names = max(40 * SPACE, min(64 * SPACE, round(width * 0.34)))
    return names, max(names + 1, width - _CROSS - _EDGE)


def cross_area(row: QRect) -> QRect:
    """Returns where in a row's rectangle the cross is that removes it."""
    return QRect(row.right() - _CROSS + 1, row.y(), _CROSS, row.height())


class ChartDelegate(QStyledItemDelegate):
    """Draws night dimmed, hours filled, and what suits everybody as a band through all rows."""

    def __init__(self, rows: ChartRows, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._theme = rows, theme

    def row_height(self, font: QFont) -> int:
        """Returns the height of every row: 44 pixels at 100 %, more where the font is larger."""
        lines = QFontMetrics(font).height() + QFontMetrics(scaled_font(font, 0.85)).height()
        return max(11 * SPACE, lines + 2 * SPACE)

    def _paint_names(self, painter: QPainter, row: ChartRow, area: QRect, font: QFont) -> None:
        small = scaled_font(font, 0.85)
        height, below = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - height - below - 1) // 2
        name = scaled_font(font, 1, bold=row.office is None)
        paint_line(painter, QRect(area.x(), top, area.width(), height), row.name, name, self._theme.text)
        clock = QRect(area.x(), top + height + 1, area.width(), below)
        paint_line(painter, clock, row.clock(self._rows.now), small, self._theme.muted)

    def _paint_day(self, painter: QPainter, row: ChartRow, day: QRectF, area: QRect) -> None:
        theme, scale = self._theme, self._rows.scale
        bar = QRectF(day.x(), area.center().y() - _BAR / 2 + 0.5, day.width(), _BAR)
        zone = zone_of(row.timezone)
        paint_filling(painter, bar, Filling.DAY, theme)
        for night in scale.nights(zone) if zone is not None else ():
            paint_filling(painter, _part(bar, night), Filling.NIGHT, theme)
        self._paint_bands(painter, day, area)
        spans = row.party.spans if row.party is not None and zone is not None else ()
        hours = Filling.ASSUMED if row.party is not None and row.party.is_assumed else Filling.HOURS
        for piece in (scale.piece(span) for span in spans):
            if piece is not None:
                paint_filling(painter, _part(bar, piece), hours, theme)
        for piece in self._shared(spans):
            paint_filling(painter, _part(bar, piece), Filling.SHARED, theme)

    def _shared(self, spans: tuple[Span, ...]) -> list[tuple[float, float]]:
        """Returns the pieces of hours that lie in a band."""
        both = [(max(a[0], b[0]), min(a[1], b[1])) for a in spans for b in self._rows.bands]
        pieces = [self._rows.scale.piece(span) for span in both if span[0] < span[1]]
        return [piece for piece in pieces if piece is not None]

    def _paint_bands(self, painter: QPainter, day: QRectF, area: QRect) -> None:
        accent = self._theme.accent
        for piece in (self._rows.scale.piece(band) for band in self._rows.bands):
            if piece is not None:
                band = _part(QRectF(day.x(), area.y(), day.width(), area.height()), piece)
                painter.fillRect(band, with_alpha(accent, 0.16))
                _paint_edges(painter, band, with_alpha(accent, 0.6), 1)

    def _paint_chosen(self, painter: QPainter, day: QRectF, area: QRect) -> None:
        """Paints from where to where the chosen time lies, through all rows."""
        piece = self._rows.scale.piece(self._rows.chosen) if self._rows.chosen is not None else None
        if piece is not None:
            band = _part(QRectF(day.x(), area.y(), day.width(), area.height()), piece)
            _paint_edges(painter, band, QColor(self._theme.accent), 2)

    def _paint_remarks(self, painter: QPainter, row: ChartRow, day: QRectF, area: QRect, font: QFont) -> None:
        """Paints why no hours are drawn where there are none."""
        scale, spans = self._rows.scale, row.party.spans if row.party is not None else ()
        small = scaled_font(font, 0.85)
        if row.remark:
            self._paint_text(painter, row.remark, day, area, small)
        for remark in remarks_drawn(row.party, scale) if row.party is not None else ():
            piece = scale.piece(remark.span)
            if piece is not None and not within(spans, *remark.span):
                self._paint_text(painter, remark.text, _part(day, piece), area, small)
                self._paint_midnights(painter, piece, day, area)

    def _paint_midnights(self, painter: QPainter, piece: tuple[float, float], day: QRectF, area: QRect) -> None:
        """Paints where the day of a remark begins and ends on their own calendar."""
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        for place in piece:
            if 0 < place < 1:
                x, middle = round(day.x() + day.width() * place) + 0.5, area.center().y() + 0.5
                painter.drawLine(QPointF(x, middle - _TICK / 2), QPointF(x, middle + _TICK / 2))

    def _paint_text(self, painter: QPainter, text: str, piece: QRectF, area: QRect, font: QFont) -> None:
        """Paints a text at the beginning of a piece; where it is too long, only what stands after its colon."""
        line = QRect(round(piece.x()) + _INSET, area.y(), round(piece.width()) - 2 * _INSET, area.height())
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(text) > line.width():
            text = text.rpartition(": ")[2]
        if line.width() >= metrics.horizontalAdvance(text[:3] + "…"):
            paint_line(painter, line, text, font, self._theme.text)

    def _paint_now(self, painter: QPainter, now: datetime, day: QRectF, area: QRect) -> None:
        place = self._rows.scale.place(now)
        if 0 <= place < 1:
            x = round(day.x() + day.width() * place) + 0.5
            painter.setPen(QPen(QColor(self._theme.text), 1))
            painter.drawLine(QPointF(x, area.y()), QPointF(x, area.bottom() + 1))

    def _paint_cross(self, painter: QPainter, area: QRect, *, is_hot: bool) -> None:
        centre, arm = QRectF(area).center(), 3.5
        painter.setPen(QPen(QColor(self._theme.text if is_hot else self._theme.faint), 1.4))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ChartRow):
            return
        area = option.rect
        begins, ends = day_area(area.width())
        day = QRectF(area.x() + begins, area.y(), ends - begins, area.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state, self._theme)
        self._paint_names(painter, row, area.adjusted(_LEFT, 0, begins - area.width() - 2 * SPACE, 0), option.font)
        self._paint_day(painter, row, day, area)
        self._paint_remarks(painter, row, day, area, option.font)
        self._paint_chosen(painter, day, area)
        self._paint_now(painter, self._rows.now, day, area)
        if row.office is not None:
            hot = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
            self._paint_cross(painter, cross_area(area), is_hot=bool(option.state & hot))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.row_height(option.font))


def _paint_edges(painter: QPainter, band: QRectF, colour: QColor, width: int) -> None:
    for x in (band.left(), band.right()):
        painter.fillRect(QRectF(round(x - width / 2), band.top(), width, band.height()), colour)


def _part(bar: QRectF, piece: tuple[float, float]) -> QRectF:
    first, last = piece
    return QRectF(bar.x() + bar.width() * first, bar.y(), bar.width() * (last - first), bar.height())
