"""The rows of the day chart for Qt: the person, then the offices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from directory_app.geo.clock import local_time, short_time
from directory_app.model.calls import Party, Span, within
from directory_app.model.calls_text import shown, shown_name
from directory_app.model.office import Summary
from directory_app.model.zones import zone_of
from directory_app.ui.calls.day_remarks import remarks_drawn
from directory_app.ui.calls.plan import ME
from directory_app.ui.calls.scale import DayScale
from directory_app.ui.headed_list import ROW_ROLE, Index

NO_CLOCK = "time zone not known"
HOURS_NOT_KNOWN = "hours not known"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row: whose it is, and, once that is known, when they can be phoned.

    `office` is None for the person. `timezone` is theirs, as it stands in the directory.
    """

    office: Summary | None
    timezone: str
    party: Party | None = None

    @property
    def name(self) -> str:
        """Whose row it is."""
        return ME if self.office is None else shown_name(self.office.name)

    @property
    def remark(self) -> str:
        """Why they can never be phoned."""
        if zone_of(self.timezone) is None:
            return NO_CLOCK
        return " ".join(self.party.note.split()) if self.party is not None else ""

    def clock(self, now: datetime) -> str:
        """Returns what their clock shows and where that is, such as "tomorrow 08:15 · Manila"."""
        time = local_time(self.timezone, now)
        town = self.timezone.rpartition("/")[2].replace("_", " ") if self.office is None else shown(self.office.city)
        return " · ".join(part for part in (short_time(time) if time else "", town) if part)


class ChartRows(QAbstractListModel):
    """Holds the rows of one day; `now` is what all their clocks are read from."""

    def __init__(self, scale: DayScale, now: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self.scale, self.now = scale, now
        self._rows: tuple[ChartRow, ...] = ()
        self.bands: tuple[Span, ...] = ()
        self.chosen: Span | None = None
        self.suits_all = True

    @property
    def rows(self) -> tuple[ChartRow, ...]:
        """The rows from top to bottom."""
        return self._rows

    def show(self, rows: Sequence[ChartRow]) -> None:
        """Shows other rows; where they are of the same parties, only what they say changes."""
        if [_whose(row) for row in rows] == [_whose(row) for row in self._rows]:
            self._rows = tuple(rows)
            self.repaint()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def tell(self, now: datetime) -> None:
        """Shows another time."""
        self.now = now
        self.repaint()

    def repaint(self) -> None:
        """Has all rows painted anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_at(self, index: Index) -> ChartRow | None:
        """Returns the row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def spoken(self, row: ChartRow) -> str:
        """Returns what a screen reader says of a row."""
        parts = [row.name, row.clock(self.now).replace(" · ", ", "), self.hours_of(row)]
        return ", ".join(part for part in parts if part)

    def hours_of(self, row: ChartRow) -> str:
        """Returns the hours of a row's party on the day drawn, in the person's clock and in theirs."""
        zone = zone_of(row.timezone)
        if row.party is None or zone is None:
            return row.remark
        spans = within(row.party.spans, self.scale.start, self.scale.end)
        special = [remark.sentence(self.scale) for remark in remarks_drawn(row.party, self.scale)]
        also = ", ".join(part for part in (*special, row.remark, HOURS_NOT_KNOWN * row.party.is_assumed) if part)
        mine = " and ".join(between(span, self.scale.zone) for span in spans)
        theirs = " and ".join(between(span, zone) for span in spans)
        if not spans:
            return ", ".join(part for part in ("not to be phoned on this day", also) if part)
        there = "" if mine == theirs else f", {theirs} there"
        return f"can be phoned {mine} here{there}{f', {also}' if also else ''}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None


def between(span: Span, zone: tzinfo) -> str:
    """Returns from when to when a span lasts on the clock of a zone; midnight is its end as 24:00."""
    start, end = (moment.astimezone(zone) for moment in span)
    ends = "24:00" if end.time() == time() else f"{end:%H:%M}"
    return f"{start:%H:%M}–{ends}"


def _whose(row: ChartRow) -> UUID | None:
    return row.office.id if row.office is not None else None
