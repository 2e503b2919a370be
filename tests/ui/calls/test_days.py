"""Which day the call helper draws, and what it marks on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from directory_app.model.calls import Party, Remark
from directory_app.ui.calls.chart_delegate import day_area
from directory_app.ui.calls.controls import OFFERED_DAYS, DayChooser
from directory_app.ui.calls.dialog import CallDialog
from directory_app.ui.theme import LIGHT
from tests.ui.calls.conftest import CAPE, DENVER, HOSTILE, KOLN, MANILA, NOW, SUVA, Clock, Opened, nine_to_five
from tests.ui.calls.hands import choose_slot, titles

TODAY = NOW.date()


def is_planned(dialog: CallDialog) -> bool:
    return dialog.plan is not None


def drawn(dialog: CallDialog) -> date:
    """Returns the day drawn; the day control shows the same one."""
    assert dialog.body.day.day == dialog.body.rows.scale.day
    return dialog.body.day.day


def marked(dialog: CallDialog) -> bool:
    """Returns whether the tag of the chosen time is painted over the chart."""
    return _has(dialog, QColor(LIGHT.accent))


def _has(dialog: CallDialog, colour: QColor) -> bool:
    chart = dialog.body.chart
    head = chart.grab().toImage().copy(0, 0, chart.width(), chart.viewport().y())
    return any(head.pixelColor(x, y) == colour for x in range(head.width()) for y in range(0, head.height(), 2))


def test_choosing_a_time_draws_its_day_and_keeps_the_times(opened: Opened) -> None:
    dialog = opened(CAPE)
    before = titles(dialog)
    choose_slot(dialog, 2)
    assert drawn(dialog) == date(2026, 11, 25)
    assert titles(dialog) == before and dialog.plan is not None
    slot = dialog.body.slots.rows[2].slot
    assert dialog.body.rows.chosen == (slot.start, slot.end)
    assert marked(dialog)
    assert "can be phoned 08:00–16:00 here" in dialog.body.rows.spoken(dialog.body.rows.rows[1])


def test_arrows_in_the_list_of_times_draw_one_day_after_another(opened: Opened) -> None:
    dialog = opened(CAPE)
    dialog.body.slots.setFocus()
    for number in range(1, 4):
        QTest.keyClick(dialog.body.slots, Qt.Key.Key_Down)
        assert drawn(dialog) == TODAY + timedelta(days=number)


def test_the_day_of_the_next_time_is_drawn_at_first(opened: Opened) -> None:
    dialog = opened(MANILA)  # nobody is there any more
    assert titles(dialog)[0] == "Tomorrow, Tue 24 Nov, 09:00–10:00"
    assert drawn(dialog) == date(2026, 11, 24)
    assert marked(dialog)


def test_a_day_chosen_by_the_person_stays_though_the_time_is_on_another(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    dialog.body.day.choose(date(2026, 11, 28))  # a Saturday
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert (drawn(dialog), titles(dialog)[0]) == (date(2026, 11, 28), "Mon 30 Nov, 09:00–16:00")
    assert not marked(dialog)
    assert dialog.body.rows.spoken(dialog.body.rows.rows[0]).endswith("not to be phoned on this day, day off")
    dialog.add(KOLN.id)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert drawn(dialog) == date(2026, 11, 28)


def test_a_click_on_the_time_that_is_chosen_already_shows_its_day(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    dialog.body.day.choose(date(2026, 11, 28))
    qtbot.waitUntil(lambda: dialog.plan is not None)
    choose_slot(dialog, 0)
    assert drawn(dialog) == date(2026, 11, 30)
    assert marked(dialog)


def test_the_clock_goes_on_and_the_time_chosen_stays_drawn(opened: Opened, clock: Clock) -> None:
    dialog = opened(CAPE)
    choose_slot(dialog, 3)
    clock.now = NOW + timedelta(minutes=20)
    dialog.tell_time()
    assert drawn(dialog) == date(2026, 11, 26)
    assert dialog.body.slots.currentIndex().row() == 3


def test_after_midnight_the_days_that_are_over_are_neither_offered_nor_drawn(
    opened: Opened, clock: Clock, qtbot: QtBot
) -> None:
    dialog = opened(CAPE)
    clock.now = datetime(2026, 11, 25, 0, 1, tzinfo=NOW.tzinfo)
    dialog.tell_time()
    assert drawn(dialog) == date(2026, 11, 25)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert titles(dialog)[0] == "Today, Wed 25 Nov, 09:00–16:00"


def test_a_time_after_the_last_day_that_is_offered_is_drawn_too(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    last = TODAY + timedelta(days=OFFERED_DAYS - 1)
    dialog.body.day.choose(last)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    choose_slot(dialog, 5)
    assert drawn(dialog) == dialog.body.slots.rows[5].slot.start.date() > last


def test_a_day_that_is_over_is_shown_as_today(qtbot: QtBot) -> None:
    chooser = DayChooser(TODAY)
    qtbot.addWidget(chooser)
    with qtbot.assertNotEmitted(chooser.day_chosen):
        chooser.show_day(TODAY - timedelta(days=1))
        assert chooser.day == TODAY
        chooser.show_day(TODAY + timedelta(days=3))
    assert chooser.day == TODAY + timedelta(days=3)


def test_a_time_that_does_not_suit_everybody_is_marked_but_not_filled(opened: Opened) -> None:
    dialog = opened(KOLN, DENVER, SUVA)
    choose_slot(dialog, 1)
    assert dialog.body.rows.chosen is not None and dialog.body.rows.bands == ()
    assert marked(dialog)


def test_a_holiday_is_painted_where_it_is_one_there(opened: Opened, qtbot: QtBot) -> None:
    def on_holiday(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
        tuesday = Remark(date(2026, 11, 24), "public holiday: Rest")
        return [replace(party, remarks=(tuesday,)) for party in nine_to_five(office_ids, start, end)]

    pictures = []
    for spans_of in (nine_to_five, on_holiday):
        dialog = opened(HOSTILE, spans_of=spans_of)
        qtbot.waitUntil(partial(is_planned, dialog))
        dialog.body.day.choose(TODAY)
        qtbot.waitUntil(partial(is_planned, dialog))
        pictures.append(dialog.body.chart.viewport().grab().toImage())
    before, after = pictures
    changed = [
        x for x in range(before.width()) for y in range(before.height()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    begins, ends = day_area(before.width())
    assert changed and min(changed) >= begins + (ends - begins) * 16 / 24 - 1  # Tuesday begins at 16:00 of Berlin


def test_a_time_past_midnight_is_drawn_on_the_day_on_which_it_begins(opened: Opened) -> None:
    dialog = opened(SUVA)
    dialog.body.hours.choose(21, 4)
    assert titles(dialog)[0] == "Today, Mon 23 Nov, 22:00–04:00"
    assert (drawn(dialog), marked(dialog)) == (TODAY, True)
    assert dialog.body.night.isVisible()
    assert dialog.body.night.text() == "You phone past midnight: from 21:00 to 04:00 the next day, 7 hours."
    assert "00:00–04:00 and 21:00–24:00 here" not in dialog.body.rows.spoken(dialog.body.rows.rows[0])
    assert "21:00–24:00 here" in dialog.body.rows.spoken(dialog.body.rows.rows[0])
    dialog.body.hours.choose(9, 17)
    assert not dialog.body.night.isVisible()
