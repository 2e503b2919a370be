"""Tokens into rules: days, times and states in the order in which a rule has them."""

from directory_app.model.opening_hours.date_ranges import read_dates
from directory_app.model.opening_hours.hours import ALL_DAY, DAY, HOUR, Rule, State, Times
from directory_app.model.opening_hours.pieces import NotUnderstoodError, Pieces, quoted
from directory_app.model.opening_hours.tokens import Kind, Token, weekday_of

_STATES = {"open": State.OPEN, "off": State.OFF, "closed": State.OFF, "unknown": State.UNKNOWN}
_PUBLIC, _SCHOOL = "ph", "sh"
_UNCLEAR_COMMA = (
    "A comma lists days with days and dates with dates only: write “Sa off; Dec 24 off”, not “Sa, Dec 24 off”."
)
_LATEST_END = 2 * DAY


def rules_of(tokens: tuple[Token, ...]) -> tuple[Rule, ...]:
    """Returns the rules that tokens stand for, at least one; raises NotUnderstoodError."""
    pieces = Pieces(tokens)
    rules = [_rule(pieces)]
    while pieces.left:
        is_additional = pieces.take_sign(",")
        if is_additional:
            rules.append(_rule(pieces, is_additional=True))
        elif not pieces.take_sign(";"):
            raise pieces.not_understood()
        elif pieces.left:
            rules.append(_rule(pieces))
    return tuple(rules)


def _rule(pieces: Pieces, *, is_additional: bool = False) -> Rule:
    dates = read_dates(pieces)
    weekdays, holidays = _days(pieces)
    if dates or weekdays or holidays:
        pieces.take_sign(":")  # the specification allows it "for readability"
    times = () if pieces.next_is(Kind.COMMENT) else _times(pieces)
    said = _state(pieces)
    comment = pieces.take().text[1:-1].strip() if pieces.next_is(Kind.COMMENT) else ""
    if not (dates or weekdays or holidays or times or said or comment):
        raise pieces.not_understood()
    if pieces.next_is_sign(",") and not times and said is None:
        raise NotUnderstoodError(_UNCLEAR_COMMA)  # nobody means that Saturday is open day and night
    state = said or (State.UNKNOWN if comment and not times else State.OPEN)
    if not times and state is not State.OFF:
        times = (ALL_DAY,)
    return Rule(
        weekdays, _PUBLIC in holidays, _SCHOOL in holidays, dates, times, state, comment, is_additional=is_additional
    )


def _days(pieces: Pieces) -> tuple[frozenset[int], frozenset[str]]:
    """Takes weekdays and holidays, if they are next."""
    weekdays: set[int] = set()
    holidays: set[str] = set()
    while (word := _day_word(pieces)) is not None:
        pieces.take()
        if isinstance(word, str):
            holidays.add(word)
        else:
            weekdays |= _weekdays_from(word, pieces)
        if not (pieces.next_is_sign(",") and _day_word(pieces, 1) is not None):
            break
        pieces.take_sign(",")
    return frozenset(weekdays), frozenset(holidays)


def _day_word(pieces: Pieces, ahead: int = 0) -> int | str | None:
    token = pieces.peek(ahead)
    if token is None or token.kind is not Kind.WORD:
        return None
    word = token.text.casefold()
    return word if word in (_PUBLIC, _SCHOOL) else weekday_of(word)


def _weekdays_from(first: int, pieces: Pieces) -> set[int]:
    if not pieces.take_sign("-"):
        return {first}
    last = _day_word(pieces)
    if not isinstance(last, int):
        raise pieces.not_understood()
    pieces.take()
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def _times(pieces: Pieces) -> tuple[Times, ...]:
    """Takes times, if they are next; "24/7" is all day on the days named before it."""
    if pieces.next_is(Kind.ALWAYS):
        pieces.take()
        return (ALL_DAY,)
    times: list[Times] = []
    while _clock_is_next(pieces):
        times.append(_from_to(pieces))
        if not (pieces.next_is_sign(",") and _clock_is_next(pieces, 1)):
            break
        pieces.take_sign(",")
    return tuple(times)


def _clock_is_next(pieces: Pieces, ahead: int = 0) -> bool:
    """Whether a time is next: "9:00", or "9" before a dash; "2026 Dec" is none."""
    is_hour = pieces.next_is(Kind.NUMBER, ahead) and pieces.next_is_sign("-", ahead + 1)
    return pieces.next_is(Kind.TIME, ahead) or is_hour


def _from_to(pieces: Pieces) -> Times:
    start, first = _clock(pieces, latest=DAY - 1)
    if not pieces.take_sign("-"):
        raise pieces.not_understood()
    end, last = _clock(pieces, latest=_LATEST_END)
    written = quoted(f"{first.text}-{last.text}")
    if end < start:
        if last.kind is Kind.NUMBER:  # "9-5" means the afternoon
            raise NotUnderstoodError(f"{written} is not understood: write times as in “09:00-17:00”.")
        end += DAY
    if not start < end <= start + DAY:
        raise NotUnderstoodError(f"{written} is not understood: a whole day is written “00:00-24:00” or “24/7”.")
    if pieces.next_is_sign("+"):
        raise pieces.not_understood()
    return Times(start, end)


def _clock(pieces: Pieces, latest: int) -> tuple[int, Token]:
    """Takes a time of the day: minutes since midnight, and how it is written."""
    if not (pieces.next_is(Kind.TIME) or pieces.next_is(Kind.NUMBER)):
        raise pieces.not_understood()
    token = pieces.take()
    hours, _, minutes = token.text.replace(".", ":").partition(":")
    moment = int(hours) * HOUR + int(minutes or 0) if len(hours) <= 2 else latest + 1
    if moment > latest or int(minutes or 0) >= HOUR:
        raise NotUnderstoodError(f"{quoted(token.text)} is no time of the day.")
    return moment, token


def _state(pieces: Pieces) -> State | None:
    token = pieces.peek()
    state = _STATES.get(token.text.casefold()) if token is not None and token.kind is Kind.WORD else None
    if state is not None:
        pieces.take()
    return state
