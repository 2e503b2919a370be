"""Paints one row of the preview: tick, name and what it is; beneath, its place in the file and what happens."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from directory_app.model.import_plan import Fate
from directory_app.ui.importing.choices import Choices, Decision, Tick
from directory_app.ui.importing.preview_model import RECORD_ROLE, PreviewModel
from directory_app.ui.importing.sentences import BADGES, name_of, what_happens
from directory_app.ui.row_ground import paint_ground
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TICK_SIZE, paint_tick
from directory_app.ui.words import count_of

_MARGIN = 3 * SPACE
_TEXT_AT = _MARGIN + TICK_SIZE + 3 * SPACE
_LONGEST = 400
_DECIDED = {Decision.SAME: "Merged", Decision.OTHER: "New", Decision.SKIP: "Left out"}

Index = QModelIndex | QPersistentModelIndex


class PreviewDelegate(QStyledItemDelegate):
    """Draws rows of one fixed height and ticks them where their box is clicked."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_height(self, metrics: QFontMetrics) -> int:
        """Returns the height of every row: 48 pixels at 100 %, more where the font is larger."""
        return max(12 * SPACE, 2 * metrics.height() + 4 * SPACE)

    def _paint_record(self, painter: QPainter, choices: Choices, row: int, area: QRect, font: QFont) -> None:
        theme, record = self._theme, choices.plan.records[row]
        small = scaled_font(font, 0.85)
        if choices.can_be_ticked(row):
            at = QPointF(area.x() + _MARGIN, area.y() + (area.height() - TICK_SIZE) // 2)
            paint_tick(painter, at, choices.tick(row), theme)
        elif record.fate is Fate.DUPLICATE and choices.decision(row) is None:
            box = QRect(area.x() + _MARGIN, area.y(), TICK_SIZE, area.height())
            painter.setPen(QColor(theme.warning))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        text = area.adjusted(_TEXT_AT, 0, -_MARGIN, 0)
        name_height, line_height = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - name_height - line_height - 1) // 2
        first = QRect(text.x(), top, text.width(), name_height)
        second = QRect(text.x(), top + name_height + 1, text.width(), line_height)
        badge, colour = self._badge(choices, row)
        _paint_at_right(painter, badge, first, small, colour)
        if record.findings:
            _paint_at_right(painter, count_of(len(record.findings), "finding"), second, small, theme.warning)
        is_plain = record.fate in (Fate.UNCHANGED, Fate.UNREADABLE)
        _paint_text(painter, name_of(record), first, font, theme.muted if is_plain else theme.text)
        happens = what_happens(choices, row)
        line = happens if name_of(record) == record.place else f"{record.place} · {happens}"
        _paint_text(painter, line, second, small, theme.muted)

    def _badge(self, choices: Choices, row: int) -> tuple[str, str]:
        """Returns the word at the end of a row, and its colour."""
        theme, fate = self._theme, choices.plan.records[row].fate
        decision = choices.decision(row)
        if decision is not None:
            return _DECIDED[decision], theme.muted if decision is Decision.SKIP else theme.accent
        colours = {
            Fate.NEW: theme.accent,
            Fate.CHANGED: theme.text,
            Fate.UNCHANGED: theme.faint,
            Fate.DUPLICATE: theme.warning,
            Fate.UNREADABLE: theme.error,
        }
        return BADGES[fate], colours[fate]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(RECORD_ROLE), index.model()
        if row is None or not isinstance(model, PreviewModel):
            return
        painter.save()
        paint_ground(painter, option.rect, option.state, self._theme)
        self._paint_record(painter, model.choices, row, option.rect, option.font)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return False
        row = model.record_at(index) if isinstance(model, PreviewModel) else None
        is_on_box = event.position().x() < option.rect.x() + _TEXT_AT - SPACE
        if row is None or not isinstance(model, PreviewModel) or not is_on_box:
            return False
        if event.button() == Qt.MouseButton.LeftButton and model.choices.can_be_ticked(row):
            model.set_ticks([row], model.choices.tick(row) is not Tick.WHOLE)
        return False  # the row is chosen as well


def _paint_at_right(painter: QPainter, text: str, line: QRect, font: QFont, colour: str) -> None:
    """Paints a text at the end of a line and leaves the line the rest."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    line.setWidth(line.width() - painter.fontMetrics().horizontalAdvance(text) - 2 * SPACE)


def _paint_text(painter: QPainter, text: str, line: QRect, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    one_line = " ".join(text[:_LONGEST].split())
    shown = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, max(0, line.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
