"""What a person does with the window: presses in dialogs, types into the form; and what a colleague does meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from directory_app.ui.main_window import MainWindow
from directory_app.ui.office_card.line_row import LineRow
from tests.ui.conftest import BERLIN

D = TypeVar("D", bound=QDialog)


def in_the_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Does something in the dialog that the next step opens, which would wait for it otherwise."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, when_open)


def press(dialog: QDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def lines_of(window: MainWindow) -> list[str]:
    return [row.line.text for row in window.card.findChildren(LineRow)]


def edit(window: MainWindow, name: str, text: str) -> None:
    assert window.editor.form is not None
    control = window.editor.form.control(name)
    assert isinstance(control, QLineEdit)
    control.setText(text)


def save_elsewhere(window: MainWindow, **values: object) -> None:
    directory = window.session.directory
    directory.save(replace(directory.office(BERLIN.id), **values), "Bob")  # type: ignore[arg-type]
