"""The question into which file something goes: typed or chosen, and what is said of it."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font


class FileField(QWidget):
    """A file's path with a button that asks the system for another; a bare name lies in the proposed folder."""

    changed = Signal()

    def __init__(self, folder: Path, stem: str, suffixes: Iterable[str], theme: Theme) -> None:
        """Proposes a file of that stem; `suffixes` are those that give way when another format is chosen."""
        super().__init__()
        self._folder, self._stem, self._suffixes = folder, stem, frozenset(suffixes)
        self._suffix = ""
        self._is_typed = False
        self._path = QLineEdit()
        self._path.setAccessibleName("File")
        self._note = PlainLabel()
        self._note.setFont(scaled_font(self.font(), 0.85))
        self._note.setStyleSheet(f"color: {theme.warning}")
        browse = QPushButton("Choose …")
        browse.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        browse.clicked.connect(self._on_browse_clicked)
        self._path.textEdited.connect(self._on_edited)
        self.setFocusProxy(self._path)

    @property
    def file(self) -> Path:
        """The file that is typed. Never raises."""
        return self._folder / os.path.expanduser(self._path.text().strip())

    @property
    def note(self) -> str:
        """What is said of the file."""
        return self._note.text()

    @property
    def can_be_written(self) -> bool:
        """Whether a file is named in a folder that is there."""
        return bool(self._path.text().strip()) and _can_be_written(str(self.file))

    def set_suffix(self, suffix: str) -> None:
        """Takes another format's suffix, in place of that of another format or the proposed one's."""
        self._suffix = suffix
        typed, end = os.path.splitext(self._path.text().strip())
        if not self._is_typed:
            self._path.setText(str(self._folder / f"{self._stem}{suffix}"))
        elif end in self._suffixes:
            self._path.setText(typed + suffix)
        self._update()

    def type_path(self, path: str) -> None:
        """Names another file, as if it had been typed."""
        self._path.setText(path)
        self._on_edited()

    def select_all(self) -> None:
        """Selects the path, so that typing names another."""
        self._path.selectAll()

    def _on_edited(self) -> None:
        self._is_typed = True
        self._update()

    def _on_browse_clicked(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            "Save as",
            self._path.text(),
            f"*{self._suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,  # this field says it itself
        )
        if path:
            self.type_path(path)

    def _update(self) -> None:
        self._note.setText(_note_on(str(self.file)))
        self.changed.emit()


def _can_be_written(file: str) -> bool:
    return os.path.isdir(os.path.dirname(file)) and not os.path.isdir(file)


def _note_on(file: str) -> str:
    if os.path.isdir(file):
        return "This is a folder; type the name of a file in it."
    if not _can_be_written(file):
        return f"There is no folder {os.path.dirname(file)}."
    return "This file exists and will be replaced." if os.path.isfile(file) else ""
