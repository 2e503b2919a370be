"""Dates as rules have them: "Dec 24-26", "Dec 24,31", "Jun-Aug", "2026 Dec 24-2027 Jan 02"."""

from directory_app.model.opening_hours.hours import Dates, YearDay, days_in_month
from directory_app.model.opening_hours.pieces import NotUnderstoodError, Pieces, quoted
from directory_app.model.opening_hours.tokens import MONTH_NAMES, Kind, month_of

_YEARS = range(1900, 2200)


def read_dates(pieces: Pieces) -> tuple[Dates, ...]:
    """Takes the dates that come next, if any do; raises NotUnderstoodError."""
    if not _date_is_next(pieces):
        return ()
    dates = [_range(pieces)]
    while pieces.next_is_sign(",") and (_date_is_next(pieces, 1) or pieces.next_is(Kind.NUMBER, 1)):
        pieces.take_sign(",")
        dates.append(_range(pieces, dates[-1].last))
    return tuple(dates)


def _date_is_next(pieces: Pieces, ahead: int = 0) -> bool:
    token = pieces.peek(ahead)
    if token is not None and token.kind is Kind.NUMBER and int(token.text) in _YEARS:
        token = pieces.peek(ahead + 1)
    return token is not None and token.kind is Kind.WORD and month_of(token.text) is not None


def _range(pieces: Pieces, before: YearDay | None = None) -> Dates:
    """Takes one date or a range; a lone number is a day of the month before."""
    if before is not None and not _date_is_next(pieces):
        year, month = before.year, before.month
    else:
        year, month = _year(pieces), _month(pieces)
    if not pieces.next_is(Kind.NUMBER) or _date_is_next(pieces):
        return _months(pieces, year, month)
    first = _day(pieces, month, year)
    if not pieces.take_sign("-"):
        return Dates(first, first)
    if pieces.next_is(Kind.NUMBER) and not _date_is_next(pieces):
        return _checked(Dates(first, _day(pieces, month, year)), pieces)
    last_year, last_month = _year(pieces), _month(pieces)
    return _with_years(first, _day(pieces, last_month, last_year), pieces)


def _months(pieces: Pieces, year: int, month: int) -> Dates:
    first = YearDay(month, 1, year)
    if not (pieces.next_is_sign("-") and _date_is_next(pieces, 1)):
        return Dates(first, YearDay(month, days_in_month(month), year))
    pieces.take_sign("-")
    last_year, last_month = _year(pieces), _month(pieces)
    return _with_years(first, YearDay(last_month, days_in_month(last_month), last_year), pieces)


def _with_years(first: YearDay, last: YearDay, pieces: Pieces) -> Dates:
    """Returns a range whose end is of the first possible year if only its beginning has one."""
    if first.year and not last.year:
        year = first.year + ((last.month, last.day) < (first.month, first.day))
        last = YearDay(last.month, last.day, year)
    return _checked(Dates(first, last), pieces)


def _checked(dates: Dates, pieces: Pieces) -> Dates:
    first, last = dates.first, dates.last
    if bool(first.year) != bool(last.year):
        raise pieces.not_understood()
    is_backwards = (last.year, last.month, last.day) < (first.year, first.month, first.day)
    if is_backwards and (first.year or first.month == last.month):  # without years, December goes on in January
        raise NotUnderstoodError("Days of the year end before they begin in the opening hours.")
    return dates


def _year(pieces: Pieces) -> int:
    return int(pieces.take().text) if pieces.next_is(Kind.NUMBER) else 0


def _month(pieces: Pieces) -> int:
    token = pieces.peek()
    month = month_of(token.text) if token is not None else None
    if month is None:
        raise pieces.not_understood()
    pieces.take()
    return month


def _day(pieces: Pieces, month: int, year: int) -> YearDay:
    if not pieces.next_is(Kind.NUMBER):
        raise pieces.not_understood()
    text = pieces.take().text
    if len(text) > 2 or not 1 <= int(text) <= days_in_month(month):
        raise NotUnderstoodError(f"{MONTH_NAMES[month - 1]} has no day {quoted(text)}.")
    return YearDay(month, int(text), year)
