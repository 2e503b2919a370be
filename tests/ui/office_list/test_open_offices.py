"""Who is open now, as the list asks for it."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from directory_app.model.office import Status, Summary
from directory_app.ui.background import Background
from directory_app.ui.office_list.open_offices import OpenOffices
from tests.builders import an_office, summary_of

NOON = datetime(2026, 6, 1, 12, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def offices(background: Background, clock: Clock) -> OpenOffices:
    return OpenOffices(background, clock)


def a_row(hours: str = "Mo-Fr 09:00-17:00", *, timezone: str = "Europe/Berlin", **values: Any) -> Summary:
    return summary_of(an_office(opening_hours=hours, timezone=timezone, **values))


def test_what_is_asked_is_answered_later_and_then_at_once(offices: OpenOffices, qtbot: QtBot) -> None:
    row = a_row()
    with qtbot.waitSignal(offices.learnt):
        assert offices.of(row).text == ""
    assert (offices.of(row).text, offices.of(row).is_open) == ("open until 17:00", True)


def test_rows_painted_together_are_one_question(offices: OpenOffices, qtbot: QtBot) -> None:
    rows = [summary_of(an_office(str(n), opening_hours="24/7", timezone="Asia/Tokyo")) for n in range(30)]
    with qtbot.waitSignal(offices.learnt):
        for row in rows:
            offices.of(row)
    assert all(offices.of(row).is_open for row in rows)


@pytest.mark.parametrize(
    "row",
    [
        a_row("by guess"),
        a_row("Mo-Fr 13:00-17:00"),
        a_row(timezone="Mars/Olympus"),
        a_row(timezone=""),
        a_row('Mo-Fr 09:00-17:00 unknown "by appointment"'),
        a_row(status=Status.CLOSED),
    ],
)
def test_an_office_that_is_not_known_to_be_open_has_no_dot(row: Summary, offices: OpenOffices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(offices.learnt):
        offices.of(row)
    assert not offices.of(row).is_open


def test_nobody_is_asked_about_offices_without_hours(
    offices: OpenOffices, background: Background, clock: Clock, qtbot: QtBot
) -> None:
    others = OpenOffices(background, clock)
    with qtbot.assertNotEmitted(offices.learnt), qtbot.waitSignal(others.learnt):
        assert offices.of(a_row("")).text == ""
        others.of(a_row())


def test_the_last_answer_stands_until_the_next_one_is_there(offices: OpenOffices, clock: Clock, qtbot: QtBot) -> None:
    row = a_row()
    with qtbot.waitSignal(offices.learnt):
        offices.of(row)
    clock.now += timedelta(hours=6)
    with qtbot.waitSignal(offices.learnt):
        assert offices.of(row).text == "open until 17:00"
    assert offices.of(row).text == "opens tomorrow 09:00"


def test_other_hours_are_not_answered_with_those_before(offices: OpenOffices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(offices.learnt):
        offices.of(a_row())
    with qtbot.waitSignal(offices.learnt):
        assert offices.of(a_row("Tu 09:00-17:00")).text == ""
    assert offices.of(a_row("Tu 09:00-17:00")).text == "opens tomorrow 09:00"


def test_whoever_was_scrolled_past_long_ago_is_not_asked(offices: OpenOffices, qtbot: QtBot) -> None:
    rows = [summary_of(an_office(str(n), id=uuid4(), opening_hours="24/7", timezone="UTC")) for n in range(300)]
    with qtbot.waitSignal(offices.learnt):
        for row in rows:
            offices.of(row)
    assert offices.of(rows[-1]).is_open
    with qtbot.waitSignal(offices.learnt):
        assert not offices.of(rows[0]).is_open


def test_the_window_waits_for_no_reader_of_hours() -> None:
    loaded = "import sys, directory_app.ui.main_window; print(*(name for name in sys.modules))"
    names = subprocess.run([sys.executable, "-P", "-c", loaded], check=True, capture_output=True, text=True).stdout
    assert "directory_app.model.opening_hours.open_now" in names
    assert not {"holidays", "directory_app.model.opening_hours.status"} & set(names.split())
