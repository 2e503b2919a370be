"""Where in a drawn day it is told what is special about it."""

from datetime import date
from zoneinfo import ZoneInfo

from directory_app.model.calls import Party, Remark
from directory_app.ui.calls.day_remarks import remarks_drawn
from directory_app.ui.calls.scale import DayScale

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = DayScale(date(2026, 6, 13), BERLIN)


def told(timezone: str, *remarks: tuple[int, str], scale: DayScale = SATURDAY) -> list[tuple[float, float, str]]:
    """Returns from which hour to which what is told; remarks are of days of June."""
    party = Party("Office", timezone, (), remarks=tuple(Remark(date(2026, 6, day), text) for day, text in remarks))
    drawn = remarks_drawn(party, scale)
    pieces = [scale.piece(remark.span) or (0, 0) for remark in drawn]
    return [
        (round(24 * first, 1), round(24 * last, 1), remark.sentence(scale))
        for (first, last), remark in zip(pieces, drawn, strict=True)
    ]


def test_a_remark_stands_where_the_day_is_on_their_calendar() -> None:
    assert told("Asia/Seoul", (14, "public holiday: Rest")) == [(17, 24, "public holiday: Rest (Sun there)")]
    assert told("America/Los_Angeles", (12, "closed")) == [(0, 9, "closed (Fri there)")]


def test_days_that_follow_each_other_and_are_alike_are_told_once() -> None:
    assert told("Asia/Seoul", (13, "weekend"), (14, "weekend")) == [(0, 24, "weekend")]
    assert told("America/Los_Angeles", (12, "closed"), (13, "weekend")) == [
        (0, 9, "closed (Fri there)"),
        (9, 24, "weekend (Sat there)"),
    ]


def test_on_the_readers_own_calendar_no_day_is_named() -> None:
    assert told("Europe/Berlin", (13, "weekend")) == [(0, 24, "weekend")]


def test_days_that_are_not_drawn_are_not_told() -> None:
    assert told("Asia/Seoul", (12, "closed"), (15, "closed")) == []
    assert told("Mars/Olympus", (13, "weekend")) == []


def test_a_remark_is_told_on_one_line() -> None:
    assert told("Europe/Berlin", (13, "by\n  appointment")) == [(0, 24, "by appointment")]
