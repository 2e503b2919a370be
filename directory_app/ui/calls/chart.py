"""The day chart: a row for the person and each office, all on the person's clock."""

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from directory_app.model.zones import zone_of
from directory_app.ui.calls.chart_delegate import ChartDelegate, cross_area, day_area
from directory_app.ui.calls.chart_rows import ChartRow, ChartRows, between
from directory_app.ui.plain_text import plain_tooltip
from directory_app.ui.theme import SPACE, Theme, scaled_font

_HELD_ROWS = 3
_REMOVING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class DayChart(QListView):
    """Shows when everybody can be phoned on one day; Delete or a row's cross removes an office."""

    office_removed = Signal(object)
    """The UUID of an office."""

    def __init__(self, rows: ChartRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._theme = rows, theme
        self._delegate = ChartDelegate(rows, theme, self)
        self._hours = _Hours(rows, theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(rows)
        self.setAccessibleName("Offices in the call")
        self.setAccessibleDescription("Delete removes an office from the call.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.dataChanged.connect(self._hours.update)
        rows.modelReset.connect(self._on_reset)
        self._on_reset()

    def say(self, at: QPoint) -> str:
        """Returns what a tooltip says at a point of the rows."""
        index = self.indexAt(at)
        row = self._rows.row_at(index)
        if row is None:
            return ""
        area = self.visualRect(index)
        begins, ends = day_area(area.width())
        if row.office is not None and cross_area(area).contains(at):
            return f"Remove {row.name}"
        hours = self._rows.hours_of(row)
        said = [row.name, hours[:1].upper() + hours[1:]]
        if begins <= at.x() < ends:
            said.insert(1, self._clocks(row, (at.x() - begins) / (ends - begins)))
        return "\n".join(part for part in said if part)

    def remove(self, row: ChartRow | None) -> None:
        """Removes a row's office; the person stays."""
        if row is not None and row.office is not None:
            self.office_removed.emit(row.office.id)

    def choose(self, office_id: UUID | None) -> None:
        """Puts the keyboard on the row of an office, or of the person, and shows it."""
        for place, row in enumerate(self._rows.rows):
            if (row.office.id if row.office is not None else None) == office_id:
                self.setCurrentIndex(self._rows.index(place))
                self.scrollTo(self.currentIndex())

    def _clocks(self, row: ChartRow, place: float) -> str:
        moment = self._rows.scale.moment(place)
        zone = zone_of(row.timezone)
        mine = f"{moment.astimezone(self._rows.scale.zone):%H:%M} here"
        return mine if row.office is None or zone is None else f"{mine}, {moment.astimezone(zone):%a %H:%M} there"

    def height_within(self, height: int) -> int:
        """Returns how tall it is with as many whole rows as fit into a height, three at least or all that it has."""
        row = self._delegate.row_height(self.font())
        count = (height - self._height(0)) // row
        return self._height(max(self._least_rows(), min(count, len(self._rows.rows))))

    def height_of_more(self, rows: int) -> int:
        """Returns how much the rows need that are more than so many."""
        return max(0, len(self._rows.rows) - rows) * self._delegate.row_height(self.font())

    def _least_rows(self) -> int:
        return min(_HELD_ROWS, len(self._rows.rows))

    def _height(self, rows: int) -> int:
        return self._hours.sizeHint().height() + rows * self._delegate.row_height(self.font()) + SPACE // 2

    def _on_reset(self) -> None:
        self._hours.setFont(scaled_font(self.font(), 0.85))
        self.setViewportMargins(0, self._hours.sizeHint().height(), 0, 0)
        self.setMinimumHeight(self._height(self._least_rows()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._on_reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        port = self.viewport().geometry()
        self._hours.setGeometry(port.x(), 0, port.width(), port.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _REMOVING:
            self.remove(self._rows.row_at(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        row = self._rows.row_at(self.indexAt(at))
        is_cross = (
            row is not None and row.office is not None and cross_area(self.visualRect(self.indexAt(at))).contains(at)
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_cross else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and cross_area(self.visualRect(index)).contains(at):
            self.remove(self._rows.row_at(index))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.say(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(said) if said else "", self.viewport())
            return True
        return super().viewportEvent(event)


class _Hours(QWidget):
    """The hours over the rows, and where now is."""

    def __init__(self, rows: ChartRows, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._theme = rows, theme

    def _tag(self, begins: int, ends: int) -> tuple[QRectF, str]:
        """Returns where the tag with the chosen time stands, and its text; nowhere if that is of another day."""
        rows, metrics = self._rows, self.fontMetrics()
        piece = rows.scale.piece(rows.chosen) if rows.chosen is not None else None
        if rows.chosen is None or piece is None:
            return QRectF(), ""
        text = between(rows.chosen, rows.scale.zone)
        tag = QRectF(0, 0, metrics.horizontalAdvance(text) + 3 * SPACE, metrics.height() + SPACE)
        middle = begins + (ends - begins) * sum(piece) / 2
        left = min(max(middle - tag.width() / 2, begins), self.width() - tag.width() - 1)
        tag.moveTo(round(left) + 0.5, round(self.height() - tag.height() - 1.5 * SPACE) + 0.5)
        return tag, text

    def _paint_tag(self, painter: QPainter, tag: QRectF, text: str) -> None:
        """Paints the tag over the place of the chosen time, filled where that suits everybody."""
        rows, theme = self._rows, self._theme
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(QColor(theme.accent if rows.suits_all else theme.raised))
        painter.drawRoundedRect(tag, SPACE, SPACE)
        painter.setPen(QColor(theme.on_accent if rows.suits_all else theme.text))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 3 * SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begins, ends = day_area(self.width())
        tag, text = self._tag(begins, ends)
        line = QRectF(0, 0, self.fontMetrics().horizontalAdvance("00") + SPACE, self.height() - 2 * SPACE)
        painter.setPen(QColor(self._theme.muted))
        for place, name in self._rows.scale.hours(3):
            line.moveLeft(begins + (ends - begins) * place - line.width() / 2)
            if not line.intersects(tag):
                painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)
        if text:
            self._paint_tag(painter, tag, text)
        place = self._rows.scale.place(self._rows.now)
        if 0 <= place < 1:
            painter.setPen(QPen(QColor(self._theme.text), 1))
            painter.setBrush(QColor(self._theme.text))
            painter.drawEllipse(QPointF(round(begins + (ends - begins) * place) + 0.5, self.height() - 1.5), 1.5, 1.5)
