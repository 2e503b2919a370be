"""The whole window over a small directory: found, chosen, copied, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from directory_app.errors import DatabaseError
from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.line_row import LineRow
from directory_app.ui.panes import Pane
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import DARK
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD
from tests.ui.hands import focused, lines_of, save_elsewhere, strike

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_search_has_the_keyboard_at_the_start_and_all_offices_are_listed(window: MainWindow) -> None:
    assert window.top_bar.search.hasFocus()
    assert len(window.session.shown.offices) == 4


def test_typing_finds_enter_chooses_and_the_card_follows(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "3-6205")
    assert [row.id for row in window.session.shown.offices] == [TOKYO.id]
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.session.selected == TOKYO.id
    assert lines_of(window)[0] == "+81 3-6205-8415"
    assert window.card.hasFocus()


def test_arrows_move_the_choice_while_typing(window: MainWindow) -> None:
    for _ in range(2):
        QTest.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    assert window.session.selected == BERLIN.id
    assert window.top_bar.search.hasFocus()


def test_the_search_leaves_the_windows_keys_to_the_window(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.top_bar.search.setFocus()
    for key, modifiers in ((Qt.Key.Key_E, CONTROL), (Qt.Key.Key_K, CONTROL), (Qt.Key.Key_Z, CONTROL)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        QApplication.sendEvent(window.top_bar.search, event)
        assert not event.isAccepted()


def test_the_search_keeps_the_keys_that_edit_its_text(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "ab")
    for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_Z):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
        QApplication.sendEvent(window.top_bar.search, event)
        assert event.isAccepted()


def test_escape_clears_the_search(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "zzzzqqq")
    assert window.session.shown.offices == ()
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert len(window.session.shown.offices) == 4


def test_the_number_is_copied_by_one_key(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    window.actions_.copy_number.trigger()
    assert QGuiApplication.clipboard().text() == "+49 228 97629900"
    assert window.status.notice == "Copied +49 228 97629900"


def test_one_click_copies_a_line_of_the_card(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    row = next(row for row in window.card.findChildren(LineRow) if row.line.icon == "mail")
    row.copy()
    assert QGuiApplication.clipboard().text() == "world@example.org"


def test_dark_and_light_change_every_pane(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    light = window.grab().toImage()
    window.set_theme(DARK)
    dark = window.grab().toImage()
    map_spot = window.map.mapTo(window, window.map.rect().center())
    assert light.pixelColor(map_spot) != dark.pixelColor(map_spot)


@pytest.mark.parametrize(
    ("width", "in_sight"),
    [(1300, {Pane.LIST, Pane.MAP, Pane.CARD}), (800, {Pane.LIST, Pane.CARD}), (500, {Pane.CARD})],
)
def test_a_narrow_window_shows_the_card_in_the_maps_place(
    window: MainWindow, qtbot: QtBot, width: int, in_sight: set[Pane]
) -> None:
    window.resize(width, 700)
    window.bring(Pane.CARD)
    qtbot.waitUntil(lambda: {pane for pane in Pane if window.panes.is_in_sight(pane)} == in_sight)


def test_markup_in_a_name_is_shown_as_it_is_written(window: MainWindow) -> None:
    save_elsewhere(window, name="<b>R&D</b>")
    window.session.load()
    window.session.select(BERLIN.id)
    assert window.card.office is not None
    assert "<b>R&D</b>" in window.card.texts()


def test_a_click_on_the_map_chooses_the_office_there(window: MainWindow) -> None:
    window.map.office_activated.emit(KOLN.id)
    assert window.session.selected == KOLN.id


def test_enter_takes_the_best_match_even_if_the_old_choice_matches_too(window: MainWindow) -> None:
    window.session.select(KOLN.id)
    QTest.keyClicks(window.top_bar.search, "office berlin")
    window.top_bar.search.setText("office")
    best = window.session.shown.offices[0].id
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.session.selected == best


def test_enter_keeps_what_the_arrows_chose(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "office")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.top_bar.search, key)
    assert window.session.selected == window.session.shown.offices[1].id


def test_letters_typed_in_the_list_go_to_the_search(window: MainWindow) -> None:
    window.bring(Pane.LIST)
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "b")
    assert window.top_bar.search.text() == "b"
    assert window.top_bar.search.hasFocus()


def test_a_click_on_a_row_of_a_narrow_window_shows_the_card(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 700)
    window.office_list.clicked.emit()
    qtbot.waitUntil(lambda: window.panes.is_in_sight(Pane.CARD) and not window.panes.is_in_sight(Pane.MAP))


def test_a_filter_stays_in_sight_however_narrow_the_window_is(window: MainWindow) -> None:
    window.top_bar.choose_region("Europe")
    window.resize(400, 600)
    assert window.top_bar.chips_in_sight() == ["Europe  ▾"]
    assert len(window.session.shown.offices) == 2


def test_tab_leads_from_the_card_through_its_buttons_to_the_bar(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    seen: list[str] = []
    widget = window.card.nextInFocusChain()
    while widget is not None and len(seen) < 60:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
            seen.append(widget.accessibleName() or getattr(widget, "text", lambda: "")())
        widget = widget.nextInFocusChain()
    assert seen[:3] == ["Copy +49 228 97629900", "Call +49 228 97629900", "Copy world@example.org"]
    assert seen.index("Verified today") < seen.index("Edit") < seen.index("More")


def test_the_keyboard_stays_on_the_card_after_one_of_its_buttons(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    verify = next(b for b in window.card.findChildren(QPushButton) if b.text() == "Verified today")
    verify.setFocus()
    QTest.keyClick(verify, Qt.Key.Key_Space)
    assert window.card.hasFocus()


def test_words_without_end_leave_the_buttons_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    save_elsewhere(window, notes="https://example.org/" + "x" * 3000)
    window.session.load()
    window.session.select(BERLIN.id)
    page = window.card.widget()
    assert page is not None
    qtbot.waitUntil(lambda: page.width() <= window.card.viewport().width())


def test_a_part_of_the_card_that_is_selected_is_what_is_copied(window: MainWindow) -> None:
    window.session.select(WORLD.id)
    label = next(label for label in window.card.findChildren(PlainLabel) if label.text() == "world@example.org")
    label.setFocus()
    label.setSelection(0, 5)
    window.actions_.copy_card.trigger()
    assert QGuiApplication.clipboard().text() == "world"


def test_what_stands_in_the_way_of_a_refresh_is_a_notice_and_no_question(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked() -> bool:
        raise DatabaseError("The database is locked.")

    monkeypatch.setattr(window.session.directory, "refresh", locked)
    window.session.refresh()
    assert window.status.notice == "The database is locked."
    assert QApplication.activeModalWidget() is None


def test_tab_into_the_list_chooses_nothing_before_a_key_does(window: MainWindow, qtbot: QtBot) -> None:
    while window.top_bar.isAncestorOf(focused()):
        strike(window, Qt.Key.Key_Tab)
    assert window.office_list.isAncestorOf(focused())
    QApplication.processEvents()
    assert window.session.selected is None
    first = window.session.shown.offices[0].id
    strike(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.session.selected == first)
    assert window.office_list.chosen() == (first,)


def test_enter_in_the_list_chooses_the_first_office_where_none_is(window: MainWindow) -> None:
    window.bring(Pane.LIST)
    strike(window, Qt.Key.Key_Return)
    first = window.session.shown.offices[0].id
    assert window.session.selected == first
    assert window.office_list.chosen() == (first,)
    assert window.card.hasFocus()


@pytest.mark.parametrize("width", [560, 700])
def test_the_card_that_takes_the_maps_place_has_the_keyboard_and_gives_it_back(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    window.bring(Pane.MAP)
    window.map.office_activated.emit(KOLN.id)
    assert window.card.hasFocus()
    strike(window, Qt.Key.Key_Escape)
    assert window.panes.is_in_sight(Pane.MAP)
    assert window.map.hasFocus()


def test_the_list_keeps_the_keyboard_where_it_stays_beside_the_card(window: MainWindow) -> None:
    window.resize(700, 700)
    window.bring(Pane.LIST)
    window.office_list.clicked.emit()
    assert window.panes.is_in_sight(Pane.CARD)
    assert window.office_list.isAncestorOf(focused())
