"""What the call helper makes of hours."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from directory_app.model.calls import Party
from directory_app.model.office import Summary
from directory_app.ui.calls.plan import Answer, MyHours, Plan, Question, asked, day_name_of, plan_of
from directory_app.ui.calls.scale import DayScale
from tests.ui.calls.conftest import CAPE, DENVER, SUVA, nine_to_five

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
    assert [band.start.astimezone(BERLIN).date() for band in plan.bands] == [date(2026, 11, 23)]


def test_no_more_slots_are_offered_than_can_be_looked_over() -> None:
    assert len(a_plan(CAPE).slots) == len(a_plan(CAPE, DENVER, SUVA).slots) == 8


def test_where_nobody_works_nobody_can_be_phoned() -> None:
    answer = Answer(Question((CAPE.id,), MONDAY), *2 * ((Party("closed", "UTC", ()),),))
    nobody = MyHours(BERLIN, days=frozenset())
    plan = plan_of(answer, nobody, HOUR, MONDAY.start)
    assert plan.slots == () and plan.sentence.startswith("Nobody can be phoned")


def test_days_are_called_as_people_call_them() -> None:
    today = date(2026, 11, 30)
    names = [day_name_of(today + timedelta(days=number), today) for number in range(3)]
    assert names == ["Today, Mon 30 Nov", "Tomorrow, Tue 1 Dec", "Wed 2 Dec"]
