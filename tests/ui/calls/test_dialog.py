"""What a person does with the call helper."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from directory_app.errors import DirectoryError
from directory_app.model.calls import Party, Remark
from directory_app.ui.background import Background
from directory_app.ui.calls.chart_delegate import cross_area
from directory_app.ui.calls.dialog import CallDialog
from directory_app.ui.calls.fillings import Filling
from directory_app.ui.theme import LIGHT
from tests.ui.calls.conftest import (
    CAPE,
    DENVER,
    HOSTILE,
    KOLN,
    LOST,
    MANILA,
    NOW,
    OFFICES,
    SUVA,
    Clock,
    Opened,
    nine_to_five,
)
from tests.ui.calls.hands import choose_slot, titles

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def lines(dialog: CallDialog) -> list[str]:
    return [row.line for row in dialog.body.slots.rows]


def copy_button(dialog: CallDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy as text")


def type_into(dialog: CallDialog, text: str) -> None:
    for letter in text:
        QTest.keyClick(dialog.windowHandle(), ord(letter.upper()))


def strike(dialog: CallDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.windowHandle(), key)


def test_the_next_times_that_suit_all_begin_at_the_next_quarter(opened: Opened) -> None:
    dialog = opened(CAPE)
    assert titles(dialog)[:2] == ["Today, Mon 23 Nov, 10:30–16:00", "Tomorrow, Tue 24 Nov, 09:00–16:00"]
    assert lines(dialog)[0] == "11:30–17:00 Africa Secretariat"
    assert dialog.body.sentence.text() == "Times that suit everybody"


def test_the_band_is_drawn_for_the_whole_day(opened: Opened) -> None:
    rows = opened(CAPE).body.rows
    [(start, end)] = rows.bands
    assert (start.hour, end.hour, rows.suits_all) == (8, 15, True)


def test_another_day_is_drawn_and_searched_from(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    dialog.body.day.choose(date(2026, 11, 28))  # a Saturday
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert titles(dialog)[0] == "Mon 30 Nov, 09:00–16:00"
    assert dialog.body.rows.bands == ()


def test_for_a_longer_call_the_person_can_begin_earlier(opened: Opened) -> None:
    dialog = opened(MANILA)
    assert titles(dialog)[0] == "Tomorrow, Tue 24 Nov, 09:00–10:00"
    dialog.body.length.choose(timedelta(hours=2))
    assert dialog.body.sentence.text().startswith("Nothing suits everybody")
    dialog.body.hours.choose(6, 12)
    assert titles(dialog)[0] == "Tomorrow, Tue 24 Nov, 06:00–10:00"


def test_where_nothing_suits_all_it_says_so_and_names_who_cannot(opened: Opened) -> None:
    dialog = opened(KOLN, DENVER, SUVA)
    assert dialog.body.sentence.text().startswith("Nothing suits everybody")
    assert "outside office hours: " in lines(dialog)[0]
    chosen, first = dialog.body.rows.chosen, dialog.body.slots.rows[0].slot
    assert chosen == (first.start, first.end)
    assert dialog.body.rows.bands == ()


def test_choosing_another_of_the_nearest_times_draws_that_one(opened: Opened) -> None:
    dialog = opened(KOLN, DENVER, SUVA)
    choose_slot(dialog, 1)
    chosen = dialog.body.rows.chosen
    assert chosen is not None and chosen[0] == dialog.body.slots.rows[1].slot.start


def test_typing_a_town_without_its_marks_and_enter_add_an_office(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    type_into(dialog, "koln")
    assert dialog.field.offered == ["Köln Office · Köln · Germany"]
    strike(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert dialog.chosen == (CAPE.id, KOLN.id)
    assert dialog.field.text() == "" and dialog.isVisible()
    assert QApplication.activePopupWidget() is None
    QTest.keyClicks(dialog.field, "koln")
    assert dialog.field.offered == []


def test_arrows_choose_among_what_is_found(opened: Opened) -> None:
    dialog = opened(KOLN)
    type_into(dialog, "office")
    assert len(dialog.field.offered) == 3
    strike(dialog, Qt.Key.Key_Down)
    strike(dialog, Qt.Key.Key_Return)
    assert [dialog.body.rows.rows[place].name for place in (1, 2)] == ["Köln Office", "Pacific Islands Office"]


def test_a_click_chooses_among_what_is_found(opened: Opened) -> None:
    dialog = opened(KOLN)
    type_into(dialog, "office")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    place = popup.visualRect(popup.model().index(2, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert dialog.chosen == (KOLN.id, LOST.id)


def test_escape_closes_what_is_found_and_then_the_dialog(opened: Opened) -> None:
    dialog = opened(KOLN)
    type_into(dialog, "office")
    strike(dialog, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None and dialog.isVisible()
    strike(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_in_the_empty_field_does_nothing(opened: Opened) -> None:
    dialog = opened(CAPE)
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "before"
    assert dialog.chosen == (CAPE.id,)


def test_delete_removes_the_office_but_never_the_person(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE, KOLN)
    chart = dialog.body.chart
    chart.choose(None)
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    assert list(dialog.chosen) == [CAPE.id, KOLN.id]
    chart.choose(CAPE.id)
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert list(dialog.chosen) == [KOLN.id]
    assert chart.currentIndex().row() == 1


def test_a_click_on_a_cross_removes_its_office(opened: Opened) -> None:
    dialog = opened(CAPE, KOLN)
    chart = dialog.body.chart
    row = chart.visualRect(dialog.body.rows.index(1))
    assert chart.say(cross_area(row).center()) == "Remove Africa Secretariat"
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cross_area(row).center()
    )
    assert dialog.chosen == (KOLN.id,)


def test_without_offices_there_is_nothing_to_copy(opened: Opened) -> None:
    dialog = opened(CAPE)
    dialog.remove(CAPE.id)
    assert dialog.plan is None and not copy_button(dialog).isEnabled()
    assert not dialog.body.isVisible()
    assert dialog.copy() == ""
    assert not copy_button(opened()).isEnabled()


def test_the_chosen_time_is_copied_in_everybodys_clock(opened: Opened) -> None:
    dialog = opened(CAPE)
    dialog.body.slots.setCurrentIndex(dialog.body.slots.model().index(1, 0))
    copy_button(dialog).click()
    assert QGuiApplication.clipboard().text() == (
        "Tue 24 Nov 2026, 09:00–16:00 Berlin time\n\nAfrica Secretariat: 10:00–17:00\nUTC: 08:00–15:00\n"
    )


def test_an_office_without_a_clock_is_left_out_and_said_so(opened: Opened) -> None:
    dialog = opened(CAPE, LOST)
    assert dialog.body.note.text() == "Lost Office: its time zone Mars/Olympus is not known"
    assert titles(dialog)[0] == "Today, Mon 23 Nov, 10:30–16:00"
    alone = opened(LOST)
    assert titles(alone) == [] and "time zone" in alone.body.sentence.text()


def test_a_time_zone_of_mine_that_nobody_knows_counts_as_utc(opened: Opened) -> None:
    assert titles(opened(KOLN, zone="Nowhere/Here"))[0] == "Today, Mon 23 Nov, 09:30–16:00"


def test_what_the_day_has_of_its_own_is_said_in_its_row(opened: Opened, qtbot: QtBot) -> None:
    def on_holiday(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
        holiday = Remark(date(2026, 11, 23), "public holiday: Labour Day")
        return [Party("Africa Secretariat", CAPE.timezone, (), remarks=(holiday,))]

    dialog = opened(CAPE, spans_of=on_holiday)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    row = dialog.body.rows.rows[1]
    assert dialog.body.rows.spoken(row).endswith("not to be phoned on this day, public holiday: Labour Day (Mon there)")


def test_hours_that_are_assumed_are_drawn_so_and_named_in_the_legend(opened: Opened, qtbot: QtBot) -> None:
    def assumed(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
        known = nine_to_five(office_ids, start, end)
        return [Party(party.name, party.timezone, party.spans, is_assumed=True) for party in known]

    dialog = opened(CAPE, spans_of=assumed)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert Filling.ASSUMED in dialog.body.legend.shown
    assert Filling.ASSUMED not in opened(CAPE).body.legend.shown
    assert "hours not known" in dialog.copy()


@pytest.mark.parametrize("error", [DirectoryError("The file is locked."), ZeroDivisionError("odd")])
def test_hours_that_cannot_be_read_are_a_sentence(opened: Opened, qtbot: QtBot, error: Exception) -> None:
    def failing(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
        raise error

    dialog = opened(CAPE, spans_of=failing)
    qtbot.waitUntil(lambda: bool(dialog.body.sentence.text()))
    said = dialog.body.sentence.text()
    assert said == ("The file is locked." if isinstance(error, DirectoryError) else said)
    assert "odd" not in said and titles(dialog) == [] and not copy_button(dialog).isEnabled()


def test_an_answer_that_forgets_an_office_is_none(opened: Opened, qtbot: QtBot) -> None:
    def forgetful(office_ids: Sequence[UUID], start: datetime, end: datetime) -> list[Party]:
        return []

    dialog = opened(CAPE, spans_of=forgetful)
    qtbot.waitUntil(lambda: "could not be read" in dialog.body.sentence.text())


def test_the_clocks_go_on_and_a_new_day_is_today(opened: Opened, clock: Clock, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    clock.now = NOW + timedelta(hours=1)
    dialog.tell_time()
    assert dialog.body.rows.rows[1].clock(dialog.body.rows.now) == "12:20 · Cape Town"
    assert titles(dialog)[0] == "Today, Mon 23 Nov, 11:30–16:00"
    clock.now = NOW + timedelta(days=1)
    dialog.tell_time()
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert titles(dialog)[0] == "Today, Tue 24 Nov, 10:30–16:00"


def test_an_answer_after_the_end_is_for_nobody(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(CAPE)
    dialog.add(KOLN.id)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.plan is None


def test_a_screen_reader_hears_the_whole_row(opened: Opened) -> None:
    dialog = opened(CAPE)
    index = dialog.body.rows.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Africa Secretariat, 11:20, Cape Town, can be phoned 08:00–16:00 here, 09:00–17:00 there"
    )
    first = dialog.body.slots.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Today, Mon 23 Nov, 10:30–16:00 here; 11:30–17:00 Africa Secretariat"
    )


def test_everything_that_takes_the_keyboard_has_a_name(opened: Opened) -> None:
    body = opened(CAPE).body
    named = [body.chart, body.slots, *body.findChildren(QComboBox), *body.findChildren(QAbstractButton)]
    assert len(named) == 10
    assert all(widget.accessibleName() for widget in named)


def test_markup_in_a_name_is_shown_as_it_is(opened: Opened) -> None:
    dialog = opened(HOSTILE)
    row = dialog.body.chart.visualRect(dialog.body.rows.index(1))
    assert "<img src=http://x/> & 서울" in dialog.body.chart.say(row.topLeft() + QPoint(5, 5))
    assert "&lt;img" in dialog.body.slots.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert not dialog.grab().isNull()


def test_at_560_pixels_nothing_lies_on_anything_else(opened: Opened) -> None:
    dialog = opened(*OFFICES)
    dialog.resize(560, 100)
    QGuiApplication.sendPostedEvents()
    body = dialog.body
    assert dialog.width() == 560
    shown = [body.chart, body.legend, body.sentence, body.note, body.slots]
    assert all(upper.geometry().bottom() < lower.y() for upper, lower in pairwise(shown))
    assert body.slots.height() >= 80


def test_the_models_keep_the_rules_of_qt(opened: Opened, qtmodeltester: ModelTester) -> None:
    dialog = opened(CAPE, KOLN)
    qtmodeltester.check(dialog.body.rows)  # type: ignore[no-untyped-call]
    qtmodeltester.check(dialog.body.slots.model())  # type: ignore[no-untyped-call]


def test_tab_goes_from_top_to_bottom(opened: Opened) -> None:
    dialog = opened(CAPE)
    names = []
    for _ in range(11):
        focused = dialog.focusWidget()
        names.append(focused.accessibleName() or focused.property("text"))
        strike(dialog, Qt.Key.Key_Tab)
    assert names == [
        "Add an office",
        "Day",
        "Day after",
        "Call of 1 h",
        "I phone from",
        "I phone to",
        "Offices in the call",
        "Times for the call",
        "Close",
        "Copy as text",
        "Add an office",
    ]


def test_the_list_of_days_stays_open_while_the_clock_goes_on(opened: Opened, clock: Clock) -> None:
    dialog = opened(CAPE)
    box = next(box for box in dialog.body.day.findChildren(QComboBox))
    box.showPopup()
    clock.now = NOW + timedelta(minutes=1)
    dialog.tell_time()
    assert box.view().isVisible()
    box.hidePopup()


class ByHand(Background):
    """Runs nothing by itself: answers come in the order that a test wants."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]] = []

    def run(
        self, function: Callable[[], Any], on_result: Callable[[Any], None], on_error: Callable[[Exception], None]
    ) -> None:
        self.jobs.append((function, on_result, on_error))


def test_what_is_said_late_about_another_question_changes_nothing(qtbot: QtBot) -> None:
    background = ByHand()
    dialog = CallDialog(OFFICES, [CAPE.id], nine_to_five, lambda: NOW, "Europe/Berlin", LIGHT, background)
    qtbot.addWidget(dialog)
    dialog.add(KOLN.id)
    (first, on_first, on_error), (second, on_second, _) = background.jobs
    on_second(second())
    on_first(first())
    on_error(DirectoryError("late"))
    assert [row.party is not None for row in dialog.body.rows.rows] == [True, True, True]
    assert dialog.body.sentence.text() == "Times that suit everybody"


def test_until_the_answer_is_there_nothing_can_be_copied(qtbot: QtBot) -> None:
    background = ByHand()
    dialog = CallDialog(OFFICES, [CAPE.id], nine_to_five, lambda: NOW, "Europe/Berlin", LIGHT, background)
    qtbot.addWidget(dialog)
    function, on_result, _ = background.jobs[0]
    on_result(function())
    assert copy_button(dialog).isEnabled()
    dialog.add(KOLN.id)
    assert dialog.copy() == "" and not copy_button(dialog).isEnabled()
    assert dialog.body.rows.rows[1].party is not None


def test_arrows_choose_the_length(opened: Opened) -> None:
    dialog = opened(CAPE)
    for _ in range(3):
        strike(dialog, Qt.Key.Key_Tab)
    strike(dialog, Qt.Key.Key_Right)
    assert dialog.body.length.length == timedelta(hours=2)


def test_the_copy_key_copies_the_chosen_time_whatever_list_has_the_keyboard(opened: Opened) -> None:
    dialog = opened(CAPE)
    for view in (dialog.body.slots, dialog.body.chart):
        view.setFocus()
        QGuiApplication.clipboard().clear()
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith("Mon 23 Nov 2026, 10:30–16:00 Berlin time\n")
