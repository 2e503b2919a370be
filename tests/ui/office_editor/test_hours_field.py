"""The field of opening hours: text, words and the small editor always say the same, and no text is lost."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.hours_field import HoursField
from directory_app.ui.theme import DARK, LIGHT

CUSTOM = "Mo-Th 08:30-12:00,13:00-17:00; Fr 08:30-12:00; PH off"


@pytest.fixture
def field(qtbot: QtBot) -> HoursField:
    field = HoursField(LIGHT)
    qtbot.addWidget(field)
    field.show()
    return field


def choices_of(field: HoursField) -> dict[str, Choice]:
    return {choice.accessibleName(): choice for choice in field.findChildren(Choice)}


def shown(field: HoursField) -> dict[str, str]:
    """Returns what can be seen of the small editor, by the names of its choices."""
    return {name: choice.currentText() for name, choice in choices_of(field).items() if choice.isVisibleTo(field)}


def offered(field: HoursField, name: str) -> list[str]:
    choice = choices_of(field)[name]
    return [choice.itemText(row) for row in range(choice.count())]


def choose(field: HoursField, name: str, text: str) -> None:
    """Chooses as a person does: Qt tells of it even if the same is chosen again."""
    choice = choices_of(field)[name]
    row = choice.findText(text)
    assert row >= 0, offered(field, name)
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def line_of(field: HoursField) -> QLineEdit:
    (line,) = field.findChildren(QLineEdit)
    return line


def test_usual_hours_are_shown_in_words_and_in_the_small_editor(field: HoursField) -> None:
    field.set_text("Mo-Fr 09:00-12:00,13:00-17:00; PH off")
    assert field.reading == "Open Monday to Friday 9:00 to 12:00 and 13:00 to 17:00; closed on public holidays"
    assert field.doubt == ""
    assert shown(field) == {
        "Days": "Monday to Friday",
        "Opens": "09:00",
        "Closes": "17:00",
        "Pause": "Pause 12:00–13:00",
        "Public holidays": "Closed on holidays",
    }


def test_an_office_without_hours_shows_only_that(field: HoursField) -> None:
    assert (field.text(), field.reading, field.doubt) == ("", "", "")
    assert shown(field) == {"Days": "Not given"}
    assert "Custom" not in offered(field, "Days")


@pytest.mark.parametrize("text", [CUSTOM, "Mo,We 09:00-17:00", "Mo-Fr 9am-5pm", "off", "Mo-Fr 22:00-02:00"])
def test_what_the_small_editor_cannot_show_is_custom(field: HoursField, text: str) -> None:
    field.set_text(text)
    assert shown(field) == {"Days": "Custom"}
    assert field.text() == text
    assert bool(field.reading) != bool(field.doubt)


def test_hours_around_the_clock_have_no_times_to_choose(field: HoursField) -> None:
    field.set_text("24/7")
    assert shown(field) == {"Days": "Around the clock", "Public holidays": "Holidays not given"}
    choose(field, "Public holidays", "Closed on holidays")
    assert field.text() == "24/7; PH off"


def test_times_off_the_half_hour_are_offered_in_their_place(field: HoursField) -> None:
    field.set_text("Mo-Fr 08:20-16:10")
    assert (shown(field)["Opens"], shown(field)["Closes"]) == ("08:20", "16:10")
    assert offered(field, "Opens")[16:19] == ["08:00", "08:20", "08:30"]
    assert offered(field, "Closes")[0] == "08:30"


def test_choosing_days_first_gives_usual_hours(field: HoursField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        choose(field, "Days", "Sunday to Thursday")
    assert field.text() == "Su-Th 09:00-17:00; PH off"


def test_every_choice_is_written_into_the_text(field: HoursField) -> None:
    field.set_text("Mo-Fr 09:00-17:00")
    choose(field, "Days", "Monday to Saturday")
    choose(field, "Opens", "08:00")
    choose(field, "Closes", "16:30")
    choose(field, "Pause", "Pause 12:00–12:30")
    choose(field, "Public holidays", "Closed on holidays")
    assert field.text() == "Mo-Sa 08:00-12:00,12:30-16:30; PH off"
    choose(field, "Pause", "No pause")
    assert field.text() == "Mo-Sa 08:00-16:30; PH off"
    choose(field, "Days", "Not given")
    assert field.text() == ""


def test_opening_after_closing_time_moves_the_end_and_drops_the_pause(field: HoursField) -> None:
    field.set_text("Mo-Fr 09:00-12:00,13:00-17:00")
    choose(field, "Opens", "12:30")
    assert field.text() == "Mo-Fr 12:30-17:00"
    choose(field, "Opens", "18:00")
    assert field.text() == "Mo-Fr 18:00-24:00"


def test_times_are_still_there_after_a_look_at_other_choices(field: HoursField) -> None:
    field.set_text("Mo-Fr 08:00-16:00")
    choose(field, "Days", "Around the clock")
    assert field.text() == "24/7"
    choose(field, "Public holidays", "Closed on holidays")
    assert field.text() == "24/7; PH off"
    choose(field, "Days", "Not given")
    choose(field, "Days", "Every day")
    assert field.text() == "Mo-Su 08:00-16:00"


def test_a_text_of_ones_own_comes_back_when_custom_is_chosen(field: HoursField) -> None:
    field.set_text(CUSTOM)
    choose(field, "Days", "Every day")
    choose(field, "Opens", "08:00")
    choose(field, "Days", "Custom")
    assert field.text() == CUSTOM
    choose(field, "Days", "Custom")
    assert field.text() == CUSTOM


def test_a_later_text_of_ones_own_does_not_give_way_to_an_earlier_one(field: HoursField) -> None:
    field.set_text(CUSTOM)
    choose(field, "Days", "Every day")
    line_of(field).setText("Mo,We 09:00-12:00")
    choose(field, "Days", "Custom")
    assert field.text() == "Mo,We 09:00-12:00"
    choose(field, "Days", "Not given")
    choose(field, "Days", "Custom")
    assert field.text() == "Mo,We 09:00-12:00"


def test_a_text_of_another_office_does_not_come_back(field: HoursField) -> None:
    field.set_text(CUSTOM)
    choose(field, "Days", "Every day")
    field.set_text("24/7")
    assert "Custom" not in offered(field, "Days")


def test_undo_in_the_text_takes_a_choice_back(field: HoursField) -> None:
    field.set_text(CUSTOM)
    choose(field, "Days", "Every day")
    line_of(field).undo()
    assert field.text() == CUSTOM
    assert shown(field) == {"Days": "Custom"}


def test_typing_is_followed_by_words_findings_and_choices(field: HoursField, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.waitUntil(line_of(field).hasFocus)
    QTest.keyClicks(line_of(field), "Mo-Fr 9-1")
    assert field.doubt != ""
    assert field.reading == ""
    assert line_of(field).accessibleDescription() == field.doubt
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(line_of(field), Qt.Key.Key_7)
    assert field.doubt == ""
    assert (shown(field)["Opens"], shown(field)["Closes"]) == ("09:00", "17:00")
    assert field.text() == "Mo-Fr 9-17"


def test_school_holidays_are_read_and_doubted(field: HoursField) -> None:
    field.set_text("Mo-Fr 09:00-17:00; SH off")
    assert field.reading.startswith("Open Monday to Friday")
    assert "SH" in field.doubt


def test_showing_an_office_changes_nothing(field: HoursField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_text(CUSTOM)
        field.set_text("")
        field.set_theme(DARK)
    assert field.text() == ""


def test_markup_in_hours_is_shown_as_it_is(field: HoursField) -> None:
    field.set_text('Mo "<b>ring</b> & wait"')
    assert "<b>ring</b> & wait" in field.reading


def test_tab_stops_at_the_text_and_at_each_choice(field: HoursField) -> None:
    field.set_text("Mo-Fr 09:00-17:00")
    stops = field.stops()
    assert stops[0] is line_of(field)
    assert set(stops[1:]) == set(choices_of(field).values())
    line_of(field).setFocus()
    for stop, following in pairwise(stops):
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_a_narrow_field_has_a_line_for_each_of_the_last_choices(field: HoursField, qtbot: QtBot) -> None:
    field.set_text("Mo-Fr 09:00-17:00")
    pause, holidays = choices_of(field)["Pause"], choices_of(field)["Public holidays"]
    field.resize(600, field.height())
    qtbot.waitUntil(lambda: pause.y() == holidays.y() and pause.x() < holidays.x())
    field.resize(240, field.height())
    qtbot.waitUntil(lambda: pause.y() < holidays.y() and pause.x() == holidays.x())
