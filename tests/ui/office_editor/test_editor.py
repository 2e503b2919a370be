"""The editor under a person's hands: what keys do, what counts as typed, and what stays when its looks change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from directory_app.model.office import Email
from directory_app.ui.dialogs.unsaved import UnsavedDialog
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_editor.row_contents import NumberContent
from directory_app.ui.theme import DARK
from tests.builders import a_phone
from tests.ui.conftest import BERLIN, WORLD
from tests.ui.hands import (
    choice_of,
    completions_of,
    edit,
    focused,
    form_of,
    in_the_dialog,
    press,
    rows_of,
    strike,
    type_over,
)

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


@pytest.fixture
def editing(window: MainWindow) -> MainWindow:
    """The window with the Berlin office in its editor; it has two numbers and an e-mail address."""
    office = window.session.directory.office(BERLIN.id)
    phones = (a_phone("+49301234567", raw="030 1234567"), a_phone("+49301234568"))
    window.session.save(replace(office, phones=phones, emails=(Email("a@example.org"),)))
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    QApplication.processEvents()
    return window


def add(window: MainWindow, rows: str) -> None:
    next(button for button in rows_of(window, rows).findChildren(QPushButton) if button.text()[:3] == "Add").click()
    QApplication.processEvents()


def numbers(window: MainWindow) -> list[NumberContent]:
    return [content for content in rows_of(window, "numbers").contents() if isinstance(content, NumberContent)]


def test_half_of_a_countrys_name_leaves_the_country_and_its_numbers_as_they_were(editing: MainWindow) -> None:
    country = choice_of(editing, "country")
    for typed in ("Ge", "Germ"):
        type_over(country, typed)
        assert [number.doubt for number in numbers(editing)] == ["", ""]
    assert editing.editor.save()
    assert editing.session.directory.office(BERLIN.id).address.country == "DE"


def test_numbers_are_read_anew_as_soon_as_another_country_is_named(editing: MainWindow) -> None:
    type_over(choice_of(editing, "country"), "Austria")
    assert numbers(editing)[0].reading.startswith("+43")
    QTest.keyClicks(choice_of(editing, "country"), "x")
    assert numbers(editing)[0].reading.startswith("+49")


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_code_is_a_country_once_it_is_typed_to_its_end(editing: MainWindow, key: Qt.Key) -> None:
    country = choice_of(editing, "country")
    type_over(country, "at")
    assert numbers(editing)[0].reading.startswith("+49")
    completions_of(country).hide()
    strike(editing, key)
    assert country.text() == "Austria"
    assert numbers(editing)[0].reading.startswith("+43")


def test_a_look_at_another_window_does_not_end_the_typing_of_a_country(editing: MainWindow, qtbot: QtBot) -> None:
    country = choice_of(editing, "country")
    country.setCompleter(None)  # type: ignore[arg-type]
    type_over(country, "Ge")
    assert editing.isActiveWindow()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not editing.isActiveWindow())
    assert country.text() == "Ge"
    assert form_of(editing).unfinished


def test_a_doubt_waits_until_a_code_is_typed_to_its_end(editing: MainWindow, qtbot: QtBot) -> None:
    form, country = form_of(editing), choice_of(editing, "country")
    country.setCompleter(None)  # type: ignore[arg-type]
    type_over(country, "Zz")
    edit(editing, "verified_on", "soon")
    assert form.unfinished
    form.control("city").setFocus()
    qtbot.waitUntil(lambda: "No country" in form.field("country").doubt)


@pytest.mark.parametrize("field", ["country", "region", "timezone"])
def test_a_text_that_stands_for_nothing_is_not_lost_unasked(editing: MainWindow, field: str) -> None:
    choice_of(editing, field).setEditText("Atlantis")
    asked: list[UnsavedDialog] = []

    def stay(dialog: UnsavedDialog) -> None:
        asked.append(dialog)
        press(dialog, "Go on editing")

    in_the_dialog(UnsavedDialog, stay)
    strike(editing, Qt.Key.Key_Escape)
    assert asked
    assert choice_of(editing, field).text() == "Atlantis"


def test_a_region_that_there_is_not_yet_says_so_and_another_spelling_of_one_does_not(
    editing: MainWindow, qtbot: QtBot
) -> None:
    field = form_of(editing).field("region")
    choice_of(editing, "region").setEditText("Xyz")
    qtbot.waitUntil(lambda: field.doubt == "There is no region “Xyz” yet; saving adds it.")
    choice_of(editing, "region").setEditText(" WORLD")
    qtbot.waitUntil(lambda: field.doubt == "")


def test_tab_goes_through_the_form_from_top_to_bottom_and_then_to_save(editing: MainWindow) -> None:
    stops = [stop for stop in form_of(editing).stops() if stop.isVisible()]
    form_of(editing).control("name").setFocus()
    walked = [focused()]
    for _ in range(len(stops) + 1):
        strike(editing, Qt.Key.Key_Tab)
        walked.append(focused())
    assert [_name(widget) for widget in walked] == [
        *("Name", "Kind", "Region"),
        *("Move this number", "Kind of number", "Number", "Remove this number") * 2,
        "Add number",
        *("Move this e-mail", "E-mail", "What it is for", "Remove this e-mail", "Add e-mail", "Add web address"),
        *("Street, building, floor", "Postal code", "Town", "District", "State or province"),
        *("Country", "Time zone", "Opening hours", "Days", "Coordinates", "Address in the local script"),
        *("Add person", "Add other name", "Also serves", "Notes"),
        *("Status", "Verified on", "Today", "Verified by", "How", "Save", "Cancel"),
    ]
    for widget in reversed(walked[:-1]):
        strike(editing, Qt.Key.Key_Backtab, SHIFT)
        assert focused() is widget


def _name(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()


def test_what_is_added_has_the_cursor_and_its_place_in_the_order_of_tab(editing: MainWindow) -> None:
    add(editing, "numbers")
    kind, text = numbers(editing)[2].stops()
    assert focused() is text
    strike(editing, Qt.Key.Key_Backtab, SHIFT)
    assert focused() is kind
    strike(editing, Qt.Key.Key_Tab)
    strike(editing, Qt.Key.Key_Tab)
    strike(editing, Qt.Key.Key_Tab)
    assert _name(focused()) == "Add number"


def test_a_row_that_is_moved_takes_its_place_in_the_order_of_tab_along(editing: MainWindow) -> None:
    first, second = numbers(editing)
    first.start_typing()
    strike(editing, Qt.Key.Key_Down, ALT)
    assert numbers(editing) == [second, first]
    assert focused() is first.stops()[1]
    strike(editing, Qt.Key.Key_Tab)
    strike(editing, Qt.Key.Key_Tab)
    assert _name(focused()) == "Add number"


def test_the_name_comes_after_what_precedes_the_editor_in_the_window(editing: MainWindow) -> None:
    form_of(editing).control("name").setFocus()
    strike(editing, Qt.Key.Key_Backtab, SHIFT)
    assert not editing.editor.isAncestorOf(focused())


def test_escape_closes_an_open_list_of_completions_and_nothing_else(editing: MainWindow) -> None:
    country = choice_of(editing, "country")
    type_over(country, "Germ")
    popup = completions_of(country)
    assert popup.isVisible()
    strike(editing, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert editing.editor.editing
    assert country.text() == "Germ"


def test_escape_anywhere_in_the_form_leaves_it(editing: MainWindow) -> None:
    for place in range(len(form_of(editing).stops())):
        form_of(editing).stops()[place].setFocus()
        strike(editing, Qt.Key.Key_Escape)
        assert not editing.editor.editing
        editing.actions_.edit.trigger()
        QApplication.processEvents()


def test_the_arrows_go_on_from_what_a_field_holds(editing: MainWindow) -> None:
    country, region = choice_of(editing, "country"), choice_of(editing, "region")
    assert region.itemText(region.currentIndex()) == "Europe"
    country.setFocus()
    strike(editing, Qt.Key.Key_Down)
    assert country.text() == "Ghana"


def test_a_text_that_is_no_choice_is_shown_as_it_is(window: MainWindow) -> None:
    office = window.session.directory.office(BERLIN.id)
    window.session.save(replace(office, timezone="Mars/Olympus", address=replace(office.address, country="ZZ")))
    window.session.select(BERLIN.id)
    window.actions_.edit.trigger()
    for field, text in (("timezone", "Mars/Olympus"), ("country", "ZZ")):
        assert (choice_of(window, field).text(), choice_of(window, field).currentIndex()) == (text, -1)
    edit(window, "district", "typed")
    assert window.editor.save()
    assert window.session.directory.office(BERLIN.id).address.country == "ZZ"


@pytest.mark.parametrize("part", [0.5, 1.0])
def test_other_colours_leave_everything_that_is_typed_where_it_is(
    editing: MainWindow, qtbot: QtBot, part: float
) -> None:
    editing.resize(1200, 500)
    add(editing, "numbers")
    edit(editing, "district", "typed")
    choice_of(editing, "country").setEditText("Atlantis")
    qtbot.waitUntil(lambda: "No country" in form_of(editing).field("country").doubt)
    form_of(editing).control("district").setFocus()
    bar = editing.editor.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))
    before, scrolled, old = form_of(editing).draft(), bar.value(), form_of(editing)
    editing.set_theme(DARK)
    QApplication.processEvents()
    form = form_of(editing)
    assert form is not old
    assert form.draft() == before
    assert scrolled > 0
    assert bar.value() == scrolled
    assert focused() is form.control("district")
    assert "No country" in form.field("country").doubt
    assert editing.editor.dirty
    assert editing.editor.save()
    assert editing.session.directory.office(BERLIN.id).address.country == "DE"


def test_other_colours_make_nothing_unsaved(editing: MainWindow) -> None:
    editing.set_theme(DARK)
    assert not editing.editor.dirty
    assert editing.editor.leave()


@pytest.mark.parametrize("rows", ["numbers", "emails", "websites", "people", "aliases"])
def test_a_row_into_which_nothing_was_typed_is_nothing(editing: MainWindow, rows: str) -> None:
    add(editing, rows)
    assert not editing.editor.dirty
    QTest.keyClicks(focused(), "x")
    assert editing.editor.dirty


def test_what_an_address_is_for_is_not_lost_unasked_without_the_address(editing: MainWindow) -> None:
    add(editing, "emails")
    strike(editing, Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "press")
    assert editing.editor.dirty


def test_every_line_shows_its_beginning(window: MainWindow) -> None:
    long = "x" * 300
    office = window.session.directory.office(WORLD.id)
    window.session.save(replace(office, name=long, timezone=long, phones=(a_phone("+4922897629900", raw=long),)))
    window.session.select(WORLD.id)
    window.actions_.edit.trigger()
    lines = form_of(window).findChildren(QLineEdit)
    assert sum(line.text() == long for line in lines) == 3
    assert {line.cursorPosition() for line in lines} == {0}


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)],
)
def test_the_keys_of_undo_reach_nothing_but_the_texts_of_the_form(
    editing: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    edit(editing, "district", "typed")
    done: list[bool] = []
    editing.actions_.undo.triggered.connect(done.append)
    editing.actions_.redo.triggered.connect(done.append)
    for stop in form_of(editing).stops():
        stop.setFocus()
        strike(editing, key, modifier)
    assert not done
    assert editing.editor.editing


def test_a_text_takes_back_its_own_typing(editing: MainWindow) -> None:
    name = form_of(editing).control("name")
    name.setFocus()
    QTest.keyClicks(name, "My ")
    strike(editing, Qt.Key.Key_Z, CONTROL)
    assert form_of(editing).draft().name == "Berlin Office"


def test_the_wheel_changes_no_kind_of_number(editing: MainWindow) -> None:
    kind = numbers(editing)[0].stops()[0]
    before = form_of(editing).draft()
    kind.setFocus()
    QTest.wheelEvent(editing.windowHandle(), QPointF(kind.mapTo(editing, kind.rect().center())), QPoint(0, -120))
    assert form_of(editing).draft() == before


def test_a_line_parts_the_form_from_its_buttons(editing: MainWindow) -> None:
    editing.set_theme(DARK)
    QApplication.processEvents()
    picture = editing.editor.grab().toImage()
    colours = [picture.pixelColor(20, y) for y in range(picture.height())]
    assert colours.count(QColor(DARK.line)) >= 1
