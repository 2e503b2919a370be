"""Call helpers over a few offices around the world that work from 9 to 17."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from directory_app.model.calls import Party, working_hours
from directory_app.model.office import Summary
from directory_app.ui.background import Background
from directory_app.ui.calls.dialog import CallDialog
from directory_app.ui.theme import LIGHT
from tests.builders import an_office, summary_of

NOW = datetime(2026, 11, 23, 10, 20, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Monday."""


def office(name: str, city: str, country: str, timezone: str) -> Summary:
    return summary_of(an_office(name, city=city, country=country, timezone=timezone))


KOLN = office("Köln Office", "Köln", "DE", "Europe/Berlin")
MANILA = replace(office("Southeast Asia Secretariat", "Manila", "PH", "Asia/Manila"), covers=("NP", "LK"))
CAPE = office("Africa Secretariat", "Cape Town", "ZA", "Africa/Johannesburg")
DENVER = office("USA Office", "Denver", "US", "America/Denver")
SUVA = office("Pacific Islands Office", "Suva", "FJ", "Pacific/Fiji")
LOST = office("Lost Office", "Nowhere", "", "Mars/Olympus")
HOSTILE = office("<img src=http://x/>\n& 서울 مكتب", "\u202eTown", "KR", "Asia/Seoul")
OFFICES = (KOLN, MANILA, CAPE, DENVER, SUVA, LOST, HOSTILE)


def nine_to_five(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
    by_id = {office.id: office for office in OFFICES}
    offices = [by_id[office_id] for office_id in office_ids]
    return [Party(one.name, one.timezone, working_hours(one.timezone, start, end)) for one in offices]


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()


Opened = Callable[..., CallDialog]


@pytest.fixture
def opened(clock: Clock, background: Background, qtbot: QtBot) -> Opened:
    """Opens a call helper with these offices in the call and waits until their hours are known."""

    def open_with(
        *chosen: Summary,
        spans_of: Callable[[Sequence[UUID], datetime, datetime], list[Party]] = nine_to_five,
        zone: str = "Europe/Berlin",
    ) -> CallDialog:
        ids = [office.id for office in chosen]
        dialog = CallDialog(OFFICES, ids, spans_of, clock, zone, LIGHT, background)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        if chosen and spans_of is nine_to_five:
            qtbot.waitUntil(lambda: dialog.plan is not None)
        return dialog

    return open_with
