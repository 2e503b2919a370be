"""The question which offices go where, as what."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from directory_app.exchange.formats import FORMATS, Format, format_named
from directory_app.ui.dialogs.file_field import FileField
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import without_mnemonic
from directory_app.ui.theme import Theme
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
        self._which = QButtonGroup(self)
        for place, selection in enumerate(self._selections):
            button = QRadioButton(without_mnemonic(textwrap.shorten(selection.name, 60, placeholder=" …")))
            button.setChecked(place == 0)
            self._which.addButton(button, place)
            self.content.addWidget(button)
        self._format = Choice((format_.label, format_) for format_ in FORMATS)
        self.content.addWidget(Field("As", self._format, theme))
        self._file = FileField(folder, "offices", (format_.suffix for format_ in FORMATS), theme)
        self.content.addWidget(Field("To the file", self._file, theme))
        self.content.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._export = self.add_button("Export", primary=True)
        self._export.clicked.connect(self.accept)
        self._which.idToggled.connect(self._on_changed)
        self._format.currentIndexChanged.connect(self._on_changed)
        self._file.changed.connect(self._update)
        self._on_changed()
        self._file.setFocus()
        self._file.select_all()

    def request(self) -> ExportRequest:
        """Returns what was asked for."""
        return ExportRequest(self._offices(), self._chosen_format(), self._file.file)

    @property
    def note(self) -> str:
        """What is said of the file."""
        return self._file.note

    @property
    def can_export(self) -> bool:
        """Whether there is something to export and a place for it."""
        return self._export.isEnabled()

    def choose_format(self, name: str) -> None:
        """Chooses a format by its name on the command line."""
        self._format.set_value(format_named(name))

    def type_path(self, path: str) -> None:
        """Names another file, as if it had been typed."""
        self._file.type_path(path)

    def _offices(self) -> tuple[UUID, ...]:
        place = self._which.checkedId()
        return self._selections[place].offices if place >= 0 else ()

    def _chosen_format(self) -> Format:
        chosen = self._format.value()
        assert isinstance(chosen, Format)
        return chosen

    def _on_changed(self) -> None:
        self._file.set_suffix(self._chosen_format().suffix)

    def _update(self) -> None:
        self._export.setText(f"Export {count_of(len(self._offices()), 'office')}")
        self._export.setEnabled(bool(self._offices()) and self._file.can_be_written)
