"""The day of a chart: from midnight to midnight of one clock, 23 or 25 hours where that clock changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from directory_app.model.calls import Span, whole_day

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class DayScale:
    """Where a moment of a day lies, from 0 at its beginning to 1 at its end."""

    day: date
    zone: ZoneInfo

    @property
    def start(self) -> datetime:
        """The day's midnight, in UTC."""
        return whole_day(self.day, self.zone)[0]

    @property
    def end(self) -> datetime:
        """The next day's midnight, in UTC."""
        return whole_day(self.day, self.zone)[1]

    def place(self, moment: datetime) -> float:
        """Returns where a moment lies; below 0 or above 1 on other days."""
        return (moment.astimezone(UTC) - self.start) / (self.end - self.start)

    def moment(self, place: float) -> datetime:
        """Returns the moment at a place, in UTC."""
        return self.start + (self.end - self.start) * place

    def piece(self, span: Span) -> tuple[float, float] | None:
        """Returns where a span begins and ends within the day, or None where no part of it is in the day."""
        first, last = max(0.0, self.place(span[0])), min(1.0, self.place(span[1]))
        return (first, last) if first < last else None

    def hours(self, step: int) -> Iterator[tuple[float, str]]:
        """Yields the place and the name of every so many hours, the end as "24"."""
        moment = self.start
        while moment < self.end:
            hour = moment.astimezone(self.zone).hour
            before = (moment - _HOUR).astimezone(self.zone).hour
            if hour % step == 0 and (hour != before or moment == self.start):
                yield self.place(moment), str(hour)
            moment += _HOUR
        yield 1.0, "24"

    def nights(self, zone: ZoneInfo, ends: int = 7, begins: int = 20) -> Iterator[tuple[float, float]]:
        """Yields the pieces of the day in which it is night in a zone."""
        first = self.start.astimezone(zone).date() - timedelta(days=1)
        for number in range(3):
            day = first + timedelta(days=number)
            dusk = datetime.combine(day, time(begins), zone)
            dawn = datetime.combine(day + timedelta(days=1), time(ends), zone)
            piece = self.piece((dusk, dawn))
            if piece is not None:
                yield piece
