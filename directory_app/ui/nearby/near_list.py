"""The list of what is near, and of the places that may be meant."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from directory_app.geo.clock import local_time, short_time
from directory_app.geo.near import Near, near_direction, near_direction_name, near_distance
from directory_app.model.office import Status, Summary
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate, HeadedModel
from directory_app.ui.nearby.asking import Start
from directory_app.ui.office_list.rows import name_of, place_of
from directory_app.ui.painted_line import paint_line
from directory_app.ui.signs import paint_sign
from directory_app.ui.theme import SPACE, Theme, scaled_font

_SIGN_COLUMN = 6 * SPACE
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NearModel(HeadedModel):
    """Shows offices with their distances, or places."""

    def __init__(self, clock: Callable[[], datetime], miles: bool, parent: QObject | None = None) -> None:
        super().__init__("office", parent)
        self._clock, self._miles = clock, miles

    def text_of(self, row: Near | Start) -> str:
        """Returns the name of an office or a place."""
        return row.name if isinstance(row, Start) else name_of(row.office)

    def spoken(self, row: Near | Start) -> str:
        """Returns the whole row as one sentence."""
        if isinstance(row, Start):
            return ", ".join(part for part in (row.name, row.detail) if part)
        distance = f"{near_distance(row, miles=self._miles)} {near_direction_name(row)}".strip()
        time = local_time(row.office.timezone, self._clock())
        clock = f"local time {short_time(time)}" if time else ""
        return ", ".join(part for part in (name_of(row.office), _second_line(row.office), distance, clock) if part)


class NearDelegate(HeadedDelegate):
    """Draws an office: sign and name, town and the time there, how far it is and where to; or a place."""

    def __init__(self, theme: Theme, clock: Callable[[], datetime], miles: bool, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._clock, self._miles = clock, miles

    def paint_row(self, painter: QPainter, row: Near | Start, area: QRect, font: QFont) -> None:
        """Paints an office or a place."""
        line = area.adjusted(ROW_LEFT, 0, -ROW_RIGHT, 0)
        if isinstance(row, Start):
            self._paint_lines(painter, line, font, (row.name, ""), (row.detail, ""))
            return
        centre = QPointF(line.x() + 4, line.center().y() + 1)
        paint_sign(painter, row.office.kind, centre, 13, self._theme.dark)
        line.setLeft(line.left() + _SIGN_COLUMN)
        time = local_time(row.office.timezone, self._clock())
        below = " · ".join(part for part in (_second_line(row.office), short_time(time) if time else "") if part)
        distance = near_distance(row, miles=self._miles)
        self._paint_lines(painter, line, font, (name_of(row.office), distance), (below, near_direction(row)))

    def _paint_lines(
        self, painter: QPainter, area: QRect, font: QFont, first: tuple[str, str], second: tuple[str, str]
    ) -> None:
        """Paints two lines, each with what stands at its left and at its right."""
        small = scaled_font(font, 0.85)
        height, second_height = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - height - second_height - 1) // 2
        _paint_pair(painter, QRect(area.x(), top, area.width(), height), first, font, self._theme.text)
        below = QRect(area.x(), top + height + 1, area.width(), second_height)
        _paint_pair(painter, below, second, small, self._theme.muted)


def _paint_pair(painter: QPainter, line: QRect, texts: tuple[str, str], font: QFont, colour: str) -> None:
    """Paints a text at the right, whole, and one at the left that ends where it has no room."""
    left, right = texts
    paint_line(painter, line, right, font, colour, _AT_RIGHT)
    room = line.width() - (QFontMetrics(font).horizontalAdvance(right) + 4 * SPACE if right else 0)
    paint_line(painter, QRect(line.x(), line.y(), room, line.height()), left, font, colour)


class NearList(QListView):
    """The list; it always has a current row, unless it is empty."""

    def __init__(self, model: NearModel, delegate: NearDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMinimumHeight(40 * SPACE)

    def show_rows(self, rows: Sequence[Near | Start], name: str) -> None:
        """Shows other rows, `name` being what the list is called, and chooses the first."""
        self.setAccessibleName(name)
        self._model.show_rows(rows)
        self.move_choice(0)
        self.scrollToTop()

    def chosen(self) -> Near | Start | None:
        """Returns the row that is chosen."""
        row: Near | Start | None = self._model.row_at(self.currentIndex())
        return row

    def move_choice(self, step: int) -> None:
        """Chooses the row that stands so many places further, or the nearest that there is."""
        rows = self._model.rowCount()
        row = max(0, min(rows - 1, self.currentIndex().row() + step if self.currentIndex().isValid() else 0))
        self.setCurrentIndex(self._model.index(row) if rows else QModelIndex())


def _second_line(office: Summary) -> str:
    closed = "closed" if office.status is Status.CLOSED else ""
    return " · ".join(part for part in (place_of(office), closed) if part)
