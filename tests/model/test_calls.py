"""When all can be phoned: zones that change their clocks, zones that nobody knows, and what always holds."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.model.calls import MONDAY_TO_FRIDAY, Party, Slot, Span, best, left_out, suits, working_hours

HALF_HOUR, HOUR = timedelta(minutes=30), timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
RANGE = (MONDAY, MONDAY + timedelta(days=1))


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def a_party(name: str, *spans: Span, timezone: str = "UTC") -> Party:
    return Party(name, timezone, spans)


def working(timezone: str, start: datetime, end: datetime) -> Party:
    return Party(timezone, timezone, working_hours(timezone, start, end))


def test_a_slot_is_when_all_can() -> None:
    me, manila = a_party("me", (at(8), at(16))), a_party("Manila", (at(1), at(9, 30)))
    assert suits([me, manila], *RANGE, HOUR) == [Slot(at(8), at(9, 30))]


def test_a_slot_is_as_long_as_it_can_be_where_hours_touch() -> None:
    me = a_party("me", (at(8), at(12)), (at(12), at(16)))
    assert suits([me], *RANGE, HOUR) == [Slot(at(8), at(16))]


def test_what_is_shorter_than_the_call_is_no_slot() -> None:
    me, other = a_party("me", (at(8), at(16))), a_party("other", (at(7), at(8, 45)), (at(15), at(18)))
    assert suits([me, other], *RANGE, HOUR) == [Slot(at(15), at(16))]


def test_hours_that_only_touch_are_no_slot_however_short_the_call() -> None:
    assert suits([a_party("a", (at(8), at(9))), a_party("b", (at(9), at(10)))], *RANGE, timedelta()) == []


def test_a_slot_lies_between_the_moments_asked_for() -> None:
    assert suits([a_party("me", (at(8), at(16)))], at(9), at(10), HALF_HOUR) == [Slot(at(9), at(10))]


def test_nobody_and_somebody_who_is_never_there_have_no_slots() -> None:
    assert suits([], *RANGE, HOUR) == best([], *RANGE, HOUR) == []
    assert suits([a_party("me", (at(8), at(16))), a_party("closed")], *RANGE, HOUR) == []
    assert best([a_party("closed")], *RANGE, HOUR) == []


@pytest.mark.parametrize("timezone", ["", "Mars/Olympus", "Europe", "../etc/passwd", "\0", "\ud800", "x" * 5000])
def test_who_is_in_an_unknown_zone_is_left_out_and_said_so(timezone: str) -> None:
    lost = a_party("lost", timezone=timezone)
    me = a_party("me", (at(8), at(16)))
    assert suits([me, lost], *RANGE, HOUR) == [Slot(at(8), at(16))]
    assert [out.party for out in left_out([me, lost])] == [lost]
    assert "zone" in left_out([lost])[0].reason
    assert working_hours(timezone, *RANGE) == ()


def test_the_common_hour_moves_when_only_one_clock_changes() -> None:
    # Germany goes back on 25 October 2026, the United States on 1 November.
    for day, hours in ((19, (13, 15)), (26, (13, 16)), (33, (14, 16))):
        start = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(days=day - 1)
        end = start + timedelta(days=1)
        both = [working("Europe/Berlin", start, end), working("America/New_York", start, end)]
        found = [(slot.start.hour, slot.end.hour) for slot in suits(both, start, end, HOUR)]
        assert found == [hours]


def test_working_hours_are_kept_by_the_clock_on_the_wall() -> None:
    start = datetime(2026, 10, 23, tzinfo=BERLIN)
    spans = working_hours("Europe/Berlin", start, start + timedelta(days=4))
    assert [(a.hour, b.hour) for a, b in spans] == [(7, 15), (8, 16)]
    assert [a.astimezone(BERLIN).strftime("%a %H:%M") for a, _ in spans] == ["Fri 09:00", "Mon 09:00"]


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_whole_day_is_as_long_as_the_clock_makes_it(day: str, hours: int) -> None:
    start = datetime.fromisoformat(day).replace(tzinfo=BERLIN)
    end = (start + timedelta(days=1)).astimezone(UTC)
    [span] = working_hours("Europe/Berlin", start, end, 0, 24, range(7))
    assert span[1] - span[0] == hours * HOUR


def test_hours_of_a_night_reach_into_the_next_day() -> None:
    spans = working_hours("UTC", *RANGE, 22, 6, range(7))
    assert spans == ((at(0), at(6)), (at(22), at(0, day=24)))


def test_an_hour_that_the_clock_goes_through_twice_is_two_hours_long() -> None:
    twice = (datetime(2026, 10, 25, 2, tzinfo=BERLIN), datetime(2026, 10, 25, 3, tzinfo=BERLIN))
    [slot] = suits([Party("me", "Europe/Berlin", (twice,))], twice[0] - HOUR, twice[1] + HOUR, HOUR)
    assert slot.end - slot.start == 2 * HOUR


def test_where_nothing_suits_all_it_is_when_the_most_can() -> None:
    me, near = a_party("me", (at(8), at(16))), a_party("near", (at(7), at(15)))
    far = a_party("far", (at(21), at(23)))
    [slot] = best([me, near, far], *RANGE, HOUR)
    assert slot == Slot(at(14), at(15), (far,))


def test_of_the_times_when_as_many_can_it_is_the_one_kindest_to_the_others() -> None:
    me, far = a_party("me", (at(8), at(16))), a_party("far", (at(17), at(20)))
    assert best([me, far], *RANGE, HOUR) == [Slot(at(15), at(16), (far,)), Slot(at(17), at(18), (me,))]


def test_somebody_who_is_never_there_keeps_nobody_else_from_a_call() -> None:
    me, closed = a_party("me", (at(8), at(16))), a_party("closed")
    assert best([me, closed], *RANGE, HOUR) == [Slot(at(8), at(9), (closed,))]


def _span(day: int, quarter: int, length: int) -> Span:
    start = MONDAY + timedelta(days=day, minutes=15 * quarter)
    return start, start + timedelta(minutes=15 * length)


SPANS = st.builds(_span, st.integers(-1, 3), st.integers(0, 95), st.integers(-2, 60))
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "nowhere"])
PARTIES = st.lists(
    st.builds(Party, st.text("abc", max_size=2), ZONES, st.lists(SPANS, max_size=5).map(tuple)), max_size=5
)
LENGTHS = st.integers(0, 8).map(lambda quarters: timedelta(minutes=15 * quarters))
END = MONDAY + timedelta(days=3)


def _can(party: Party, moment: datetime) -> bool:
    return any(start <= moment < end for start, end in party.spans)


def _quarters(slot: Slot) -> list[datetime]:
    count = (slot.end - slot.start) // timedelta(minutes=15)
    return [slot.start + timedelta(minutes=15 * number) for number in range(count)]


def _known(parties: Sequence[Party]) -> list[Party]:
    return [party for party in parties if party.timezone != "nowhere"]


@given(PARTIES, LENGTHS)
@settings(max_examples=60)
def test_in_a_slot_everybody_can_and_no_longer_slot_would_do(parties: list[Party], length: timedelta) -> None:
    known = _known(parties)
    slots = suits(parties, MONDAY, END, length)
    inside = [moment for slot in slots for moment in _quarters(slot)]
    assert all(_can(party, moment) for party in known for moment in inside)
    assert all(slot.end - slot.start >= length and slot.start < slot.end for slot in slots)
    assert all(first.end < second.start for first, second in pairwise(slots))
    if length <= timedelta(minutes=15) and known:
        whole = [MONDAY + timedelta(minutes=15 * number) for number in range(3 * 96)]
        assert inside == [moment for moment in whole if all(_can(party, moment) for party in known)]


@given(PARTIES.flatmap(lambda parties: st.tuples(st.just(parties), st.permutations(parties))), LENGTHS)
@settings(max_examples=60)
def test_the_order_of_the_parties_does_not_matter(both: tuple[list[Party], list[Party]], length: timedelta) -> None:
    parties, shuffled = both
    assert suits(parties, MONDAY, END, length) == suits(shuffled, MONDAY, END, length)
    assert best(parties, MONDAY, END, length) == best(shuffled, MONDAY, END, length)


@given(PARTIES, st.integers(1, 8).map(lambda quarters: timedelta(minutes=15 * quarters)))
@settings(max_examples=60)
def test_in_the_best_slots_exactly_the_missing_cannot_for_all_of_it(parties: list[Party], length: timedelta) -> None:
    known = _known(parties)
    slots = best(parties, MONDAY, END, length)
    for slot in slots:
        moments = _quarters(slot)
        can = [party for party in known if all(_can(party, moment) for moment in moments)]
        assert slot.end - slot.start == length
        assert len(can) == len(known) - len(slot.missing)
        assert not any(party in slot.missing for party in can)
    assert bool(suits(parties, MONDAY, END, length)) == any(not slot.missing for slot in slots)


def test_monday_to_friday_are_the_days_of_work() -> None:
    start = datetime(2026, 11, 21, tzinfo=UTC)
    days = {span[0].weekday() for span in working_hours("UTC", start, start + timedelta(days=14))}
    assert days == MONDAY_TO_FRIDAY
