"""The list of what is near, and of the places that may be meant."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from directory_app.geo.clock import day_name, local_time, short_time
from directory_app.geo.measures import direction_name, direction_text, distance_text
from directory_app.geo.near import Near
from directory_app.model.office import Status, Summary
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate, HeadedModel
from directory_app.ui.nearby.asking import Start
from directory_app.ui.office_list.rows import name_of, place_of
from directory_app.ui.painted_line import paint_line
from directory_app.ui.signs import paint_sign
from directory_app.ui.theme import SPACE, Theme, scaled_font

_SIGN_COLUMN = 6 * SPACE
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ON_THE_SPOT_KM = 0.005
_WIDEST_DIRECTION = direction_text(225.0)


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
        direction = direction_name(row.bearing) if _is_elsewhere(row) else ""
        distance = f"{distance_text(row.distance_km, miles=self._miles)} {direction}".strip()
        time = local_time(row.office.timezone, self._clock())
        clock = f"local time {short_time(time)}" if time else ""
        return ", ".join(part for part in (name_of(row.office), _second_line(row.office), distance, clock) if part)


class NearDelegate(HeadedDelegate):
    """Draws an office: sign, name and town, how far it is and where to, and the time there; or a place."""

    def __init__(self, theme: Theme, clock: Callable[[], datetime], miles: bool, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._clock, self._miles = clock, miles

    def paint_row(self, painter: QPainter, row: Near | Start, area: QRect, font: QFont) -> None:
        """Paints an office or a place."""
        line = area.adjusted(ROW_LEFT, 0, -ROW_RIGHT, 0)
        if isinstance(row, Start):
            self._paint_lines(painter, line, font, row.name, row.detail, _AT_LEFT)
            return
        centre = QPointF(line.x() + 4, line.center().y() + 1)
        paint_sign(painter, row.office.kind, centre, 13, self._theme.dark)
        line.setLeft(line.left() + _SIGN_COLUMN)
        small = QFontMetrics(scaled_font(font, 0.85))
        time = local_time(row.office.timezone, self._clock())
        clock, day = (f"{time.moment:%H:%M}", day_name(time)) if time else ("", "")
        self._paint_at_right(painter, line, font, small.horizontalAdvance("tomorrow"), clock, day)
        distance = distance_text(row.distance_km, miles=self._miles)
        direction = direction_text(row.bearing) if _is_elsewhere(row) else ""
        self._paint_at_right(painter, line, font, small.horizontalAdvance(_WIDEST_DIRECTION), distance, direction)
        self._paint_lines(painter, line, font, name_of(row.office), _second_line(row.office), _AT_LEFT)

    def _paint_at_right(self, painter: QPainter, line: QRect, font: QFont, width: int, first: str, second: str) -> None:
        """Paints two lines at the end of a row, as wide as said at least, and leaves the row the rest."""
        wide = max(width, QFontMetrics(font).horizontalAdvance(first))
        column = QRect(line.right() - wide, line.y(), wide + 1, line.height())
        self._paint_lines(painter, column, font, first, second, _AT_RIGHT)
        line.setRight(line.right() - wide - 4 * SPACE)

    def _paint_lines(
        self, painter: QPainter, area: QRect, font: QFont, first: str, second: str, where: Qt.AlignmentFlag
    ) -> None:
        small = scaled_font(font, 0.85)
        first_height, second_height = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - first_height - second_height - 1) // 2
        lines = (
            (first, font, self._theme.text, QRect(area.x(), top, area.width(), first_height)),
            (second, small, self._theme.muted, QRect(area.x(), top + first_height + 1, area.width(), second_height)),
        )
        for text, face, colour, place in lines:
            paint_line(painter, place, text, face, colour, where)


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
        self.setMinimumHeight(60 * SPACE)

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


def _is_elsewhere(near: Near) -> bool:
    """Tells whether there is a direction to go."""
    return near.distance_km >= _ON_THE_SPOT_KM


def _second_line(office: Summary) -> str:
    closed = "closed" if office.status is Status.CLOSED else ""
    return " · ".join(part for part in (place_of(office), closed) if part)
