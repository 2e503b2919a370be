"""The question which offices go where, as what."""

import os
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from directory_app.exchange.formats import FORMATS, Format, format_named
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import PlainLabel, without_mnemonic
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import count_of


@dataclass(frozen=True, slots=True)
class Selection:
    """Offices that can be exported together, and what they are called."""

    name: str
    offices: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What a person asked to be exported."""

    offices: tuple[UUID, ...]
    format: Format
    path: Path


class ExportDialog(DialogFrame):
    """One page: which offices, as what, to which file."""

    def __init__(
        self, selections: Sequence[Selection], folder: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("Export offices", parent)
        self._selections = [selection for selection in selections if selection.offices]
        self._folder = folder
        self._typed = False
        self._which = QButtonGroup(self)
        for place, selection in enumerate(self._selections):
            button = QRadioButton(without_mnemonic(textwrap.shorten(selection.name, 60, placeholder=" …")))
            button.setChecked(place == 0)
            self._which.addButton(button, place)
            self.content.addWidget(button)
        self._format = Choice((format_.label, format_) for format_ in FORMATS)
        self.content.addWidget(Field("As", self._format, theme))
        self._path = QLineEdit()
        self.content.addWidget(Field("To the file", self._path_row(), theme))
        self._path.setAccessibleName("File")
        self._note = PlainLabel()
        self._note.setFont(scaled_font(self.font(), 0.85))
        self._note.setStyleSheet(f"color: {theme.warning}")
        self.content.addWidget(self._note)
        self.content.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._export = self.add_button("Export", primary=True)
        self._export.clicked.connect(self.accept)
        self._which.idToggled.connect(self._on_changed)
        self._format.currentIndexChanged.connect(self._on_changed)
        self._path.textEdited.connect(self._on_path_edited)
        self._on_changed()
        self._path.setFocus()
        self._path.selectAll()

    def request(self) -> ExportRequest:
        """Returns what was asked for."""
        return ExportRequest(self._offices(), self._chosen_format(), self._file())

    def _file(self) -> Path:
        """Returns the file that is typed; a bare name lies in the proposed folder. Never raises."""
        return self._folder / os.path.expanduser(self._path.text().strip())

    @property
    def note(self) -> str:
        """What is said of the file."""
        return self._note.text()

    @property
    def can_export(self) -> bool:
        """Whether there is something to export and a place for it."""
        return self._export.isEnabled()

    def choose_format(self, name: str) -> None:
        """Chooses a format by its name on the command line."""
        self._format.set_value(format_named(name))

    def type_path(self, path: str) -> None:
        """Names another file, as if it had been typed."""
        self._path.setText(path)
        self._on_path_edited()

    def _path_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        browse = QPushButton("Choose …")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse_clicked)
        layout.addWidget(self._path, 1)
        layout.addWidget(browse)
        return row

    def _offices(self) -> tuple[UUID, ...]:
        place = self._which.checkedId()
        return self._selections[place].offices if place >= 0 else ()

    def _chosen_format(self) -> Format:
        chosen = self._format.value()
        assert isinstance(chosen, Format)
        return chosen

    def _on_changed(self) -> None:
        suffix = self._chosen_format().suffix
        typed, end = os.path.splitext(self._path.text().strip())
        if not self._typed:
            self._path.setText(str(self._folder / f"offices{suffix}"))
        elif end in {format_.suffix for format_ in FORMATS}:
            self._path.setText(typed + suffix)
        self._update()

    def _on_path_edited(self) -> None:
        self._typed = True
        self._update()

    def _on_browse_clicked(self) -> None:
        suffix = self._chosen_format().suffix
        path, _ = QFileDialog.getSaveFileName(
            self,
            "Export to",
            self._path.text(),
            f"*{suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,  # this dialog says it itself
        )
        if path:
            self.type_path(path)

    def _update(self) -> None:
        file = str(self._file())
        self._note.setText(_note_on(file))
        self._export.setText(f"Export {count_of(len(self._offices()), 'office')}")
        is_typed = bool(self._path.text().strip())
        self._export.setEnabled(is_typed and bool(self._offices()) and _can_be_written(file))


def _can_be_written(file: str) -> bool:
    return os.path.isdir(os.path.dirname(file)) and not os.path.isdir(file)


def _note_on(file: str) -> str:
    if os.path.isdir(file):
        return "This is a folder; type the name of a file in it."
    if not _can_be_written(file):
        return f"There is no folder {os.path.dirname(file)}."
    return "This file exists and will be replaced." if os.path.isfile(file) else ""
