"""Errors as dialogs: a sentence for the known ones, a report to copy for bugs."""

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from directory_app import __version__
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.theme import SPACE, fixed_font


class ProblemDialog(DialogFrame):
    """Shows the sentence of a known error."""

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("That did not work", parent, width=110 * SPACE)
        self.add_text(sentence)


def tell_problem(sentence: str, parent: QWidget | None) -> None:
    """Shows a known error until it is closed."""
    dialog = ProblemDialog(sentence, parent)
    dialog.add_close()
    dialog.exec()
    dialog.deleteLater()


def ask_to_try_again(sentence: str) -> bool:
    """Shows an error at the start; True if the person has mended its cause."""
    dialog = ProblemDialog(sentence, None)
    dialog.add_button("Quit").clicked.connect(dialog.reject)
    dialog.add_button("Try again", primary=True).clicked.connect(dialog.accept)
    again = bool(dialog.exec())
    dialog.deleteLater()
    return again


class BugDialog(DialogFrame):
    """Shows an unexpected error with everything that helps to mend it, and nothing of the offices."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__("Something went wrong in the program", parent, width=150 * SPACE)
        self.add_text(
            "This is a mistake of the program. What was saved is safe. "
            "Please send this report to whoever looks after it."
        )
        self._report = QPlainTextEdit(report_of(error))
        self._report.setReadOnly(True)
        self._report.setFont(fixed_font())
        self._report.setMinimumHeight(60 * SPACE)
        self.content.addWidget(self._report)
        copy = self.add_button("Copy the report")
        copy.clicked.connect(self._on_copy_clicked)
        self.add_close()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def report_of(error: BaseException) -> str:
    """Returns a report of an unexpected error."""
    versions = (
        f"office directory {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    )
    return f"{versions}\n\n{''.join(traceback.format_exception(error))}"
