"""A sentence that says what went wrong, until somebody has seen it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from directory_app.ui.main_window import MainWindow
from directory_app.ui.notice_box import NoticeBox
from directory_app.ui.plain_text import ElidedLabel, PlainLabel, plain_tooltip
from directory_app.ui.theme import DARK, LIGHT

_SENTENCE = "nominatim.openstreetmap.org took too long to answer <b>&amp;</b>. Nothing was changed; try again later."


def test_the_whole_sentence_can_be_read_in_a_narrow_window_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(560, 700)
    assert not window.notice.isVisible()
    window.session.warned.emit(_SENTENCE)
    assert window.notice.sentence == _SENTENCE
    (label,) = window.notice.findChildren(PlainLabel)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height())
    assert window.notice.width() <= 560
    window.session.notified.emit("Saved")
    assert window.notice.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_it_goes_when_somebody_closes_it_with_the_keyboard(window: MainWindow, key: Qt.Key) -> None:
    window.session.warned.emit(_SENTENCE)
    (close,) = window.notice.findChildren(QPushButton)
    close.setFocus()
    QTest.keyClick(close, key)
    assert window.notice.sentence == ""
    window.session.warned.emit("Something else.")
    assert window.notice.sentence == "Something else."


def test_sentences_that_nobody_has_closed_yet_are_told_together_each_once(window: MainWindow) -> None:
    for sentence in ("One.", "Two.", "One.", "Three."):
        window.session.warned.emit(sentence)
    assert window.notice.sentence.splitlines() == ["Two.", "One.", "Three."]
    window.session.warned.emit("Four.")
    assert window.notice.sentence.splitlines() == ["One.", "Three.", "Four."]


def test_in_a_dialog_it_has_no_button_and_both_themes_dress_it(qtbot: QtBot) -> None:
    box = NoticeBox(LIGHT)
    qtbot.addWidget(box)
    box.tell(_SENTENCE)
    assert [button.isVisible() for button in box.findChildren(QPushButton)] == [False]
    assert box.accessibleName() == _SENTENCE
    before = box.grab().toImage()
    box.set_theme(DARK)
    assert box.grab().toImage() != before


def test_a_notice_that_is_cut_is_whole_in_its_tip_at_once(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.setText(_SENTENCE)
    assert label.toolTip() == plain_tooltip(_SENTENCE)
    label.setText("Saved")
    assert label.toolTip() == ""
