"""What a person does with the window: presses in dialogs, types into the form; and what a colleague does meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QPushButton, QWidget

from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.line_row import LineRow
from directory_app.ui.office_editor.choice import TypedChoice
from directory_app.ui.office_editor.form import OfficeForm
from directory_app.ui.office_editor.rows_field import RowsField
from tests.ui.conftest import BERLIN

D = TypeVar("D", bound=QDialog)
NONE = Qt.KeyboardModifier.NoModifier


def in_the_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Does something in the dialog that the next step opens, which would wait for it otherwise."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:  # the next step has not come as far yet
            QTimer.singleShot(1, when_open)
            return
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, when_open)


def press(dialog: QDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def lines_of(window: MainWindow) -> list[str]:
    return [row.line.text for row in window.card.findChildren(LineRow)]


def edit(window: MainWindow, name: str, text: str) -> None:
    control = form_of(window).control(name)
    assert isinstance(control, QLineEdit)
    control.setText(text)


def form_of(window: MainWindow) -> OfficeForm:
    assert window.editor.form is not None
    return window.editor.form


def choice_of(window: MainWindow, name: str) -> TypedChoice:
    control = form_of(window).control(name)
    assert isinstance(control, TypedChoice)
    return control


def rows_of(window: MainWindow, name: str) -> RowsField:
    control = form_of(window).control(name)
    assert isinstance(control, RowsField)
    return control


def type_over(choice: TypedChoice, text: str) -> None:
    """Types a text, letter by letter, over all that a field holds."""
    choice.setFocus()
    choice.lineEdit().selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(choice, text)


def completions_of(choice: TypedChoice) -> QAbstractItemView:
    completer = choice.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def strike(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Strikes a key as the desktop brings it: to whatever has the keyboard, shortcuts and open lists first."""
    QTest.keyClick(window.windowHandle(), key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def save_elsewhere(window: MainWindow, **values: object) -> None:
    directory = window.session.directory
    directory.save(replace(directory.office(BERLIN.id), **values), "Bob")  # type: ignore[arg-type]
