"""What the call helper makes of hours."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from directory_app.model.calls import Party
from directory_app.model.office import Summary
from directory_app.ui.calls.plan import Answer, MyHours, Plan, Question, asked, day_name_of, plan_of
from directory_app.ui.calls.scale import DayScale
from tests.ui.calls.conftest import CAPE, DENVER, KOLN, MANILA, SUVA, nine_to_five

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = DayScale(date(2026, 11, 23), BERLIN)
HOUR = timedelta(hours=1)


def a_plan(*offices: Summary, hour: int = 10, minute: int = 0, scale: DayScale = MONDAY, opens: int = 9) -> Plan:
    ids = tuple(office.id for office in offices)
    now = datetime(2026, 11, 23, hour, minute, tzinfo=BERLIN)
    return plan_of(asked(nine_to_five, Question(ids, scale)), MyHours(BERLIN, opens), HOUR, now)


@pytest.mark.parametrize(("minute", "begins"), [(0, "10:00"), (1, "10:15"), (15, "10:15"), (46, "11:00")])
def test_a_call_begins_at_the_next_quarter_of_an_hour(minute: int, begins: str) -> None:
    slot = a_plan(CAPE, minute=minute).slots[0]
    assert f"{slot.start.astimezone(BERLIN):%H:%M}" == begins


def test_where_today_is_over_the_next_time_is_another_day_and_today_is_still_drawn() -> None:
    plan = a_plan(CAPE, hour=22)
    assert plan.slots[0].start.astimezone(BERLIN).date() == date(2026, 11, 24)
    assert plan.bands[0].start.astimezone(BERLIN).date() == date(2026, 11, 23)


def test_no_more_slots_are_offered_than_can_be_looked_over() -> None:
    assert len(a_plan(CAPE).slots) == len(a_plan(CAPE, DENVER, SUVA).slots) == 8


def test_of_the_times_that_suit_as_many_those_in_which_the_person_can_come_first() -> None:
    plan = a_plan(MANILA, SUVA, DENVER, KOLN)  # Manila and Suva share more hours than the person and any other
    present = [plan.me not in slot.missing for slot in plan.slots]
    assert not plan.suits_all and present[0]
    assert present == sorted(present, reverse=True)


def test_where_nobody_works_nobody_can_be_phoned() -> None:
    answer = Answer(Question((CAPE.id,), MONDAY), (Party("closed", "UTC", ()),))
    nobody = MyHours(BERLIN, days=frozenset())
    plan = plan_of(answer, nobody, HOUR, MONDAY.start)
    assert plan.slots == () and plan.sentence.startswith("Nobody can be phoned")


def test_days_are_called_as_people_call_them() -> None:
    today = date(2026, 11, 30)
    names = [day_name_of(today + timedelta(days=number), today) for number in range(3)]
    assert names == ["Today, Mon 30 Nov", "Tomorrow, Tue 1 Dec", "Wed 2 Dec"]


@pytest.mark.parametrize(
    ("opens", "closes", "sentence"),
    [
        (23, 17, "You phone past midnight: from 23:00 to 17:00 the next day, 18 hours."),
        (9, 9, "You phone past midnight: from 09:00 to 09:00 the next day, 24 hours."),
        (9, 17, ""),
        (0, 24, ""),
    ],
)
def test_hours_that_go_on_after_midnight_are_said_to(opens: int, closes: int, sentence: str) -> None:
    assert MyHours(BERLIN, opens, closes).sentence == sentence


def test_a_day_on_which_the_person_does_not_phone_says_so() -> None:
    friday = DayScale(date(2026, 11, 27), BERLIN)
    weekend = timedelta(days=3)
    days = [remark.day.day for remark in MyHours(BERLIN).party(friday.start, friday.start + weekend).remarks]
    assert days == [28, 29]
    through_the_night = MyHours(BERLIN, 23, 17).party(friday.start, friday.start + weekend)
    assert [remark.day.day for remark in through_the_night.remarks] == [29]
