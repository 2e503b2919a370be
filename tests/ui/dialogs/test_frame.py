"""A dialog on a screen or over a window that is too small for it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from directory_app.settings import Settings
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.dialogs.settings import SettingsDialog
from directory_app.ui.theme import LIGHT

WORDS = "Whoever reads this has time. " * 20


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(480, 420)
    parent.show()
    return parent


def a_dialog(parent: QWidget | None, paragraphs: int, width: int = 480) -> DialogFrame:
    dialog = DialogFrame("A question", parent, width=width)
    for _ in range(paragraphs):
        dialog.add_text(WORDS)
    dialog.last = QLineEdit()  # type: ignore[attr-defined]
    dialog.content.addWidget(dialog.last)  # type: ignore[attr-defined]
    dialog.add_close()
    dialog.show()
    return dialog


def buttons_are_in_sight(dialog: DialogFrame) -> bool:
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Close")
    corner = button.mapTo(dialog, QPoint(button.width(), button.height()))
    return dialog.rect().contains(corner) and not button.visibleRegion().isEmpty()


def test_a_short_dialog_is_as_tall_as_its_texts(qtbot: QtBot, parent: QWidget) -> None:
    dialog = a_dialog(parent, 1)
    qtbot.addWidget(dialog)
    assert dialog.is_whole
    assert dialog.height() < 420


def test_a_long_dialog_stays_within_its_window_with_its_buttons_in_sight(qtbot: QtBot, parent: QWidget) -> None:
    dialog = a_dialog(parent, 12, width=700)
    qtbot.addWidget(dialog)
    assert dialog.size() == parent.size()
    assert buttons_are_in_sight(dialog)
    assert not dialog.is_whole


def test_a_long_dialog_without_a_window_stays_on_the_screen(qtbot: QtBot) -> None:
    dialog = a_dialog(None, 60)
    qtbot.addWidget(dialog)
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert buttons_are_in_sight(dialog)


def test_a_dialog_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    dialog = a_dialog(None, 1)
    qtbot.addWidget(dialog)
    screen = dialog.screen().availableGeometry()
    dialog.move(0, screen.bottom() - dialog.height())
    before = dialog.height()
    dialog.add_text(WORDS)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.is_whole
    assert screen.contains(dialog.frameGeometry())


def test_a_page_key_scrolls_and_what_gets_the_keyboard_is_scrolled_to(qtbot: QtBot, parent: QWidget) -> None:
    dialog = a_dialog(parent, 12)
    qtbot.addWidget(dialog)
    last = dialog.findChild(QLineEdit)
    assert isinstance(last, QLineEdit)
    assert last.visibleRegion().isEmpty()
    dialog.bring(last)
    assert not last.visibleRegion().isEmpty()
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert last.visibleRegion().isEmpty()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert not last.visibleRegion().isEmpty()


def test_settings_that_are_taller_than_their_window_scroll_and_can_be_saved(qtbot: QtBot, parent: QWidget) -> None:
    dialog = SettingsDialog(Settings(online_geocoding="on", nominatim_email="mwana"), LIGHT, parent)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= parent.height()
    save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save")
    assert not save.visibleRegion().isEmpty()
    assert dialog.online.email.visibleRegion().isEmpty()
    save.click()
    assert not dialog.online.email.visibleRegion().isEmpty()
