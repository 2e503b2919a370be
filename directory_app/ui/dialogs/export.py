"""The question which offices go where, as what."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from directory_app.exchange.formats import FORMATS, Format
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
            button = QRadioButton(without_mnemonic(selection.name))
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
        return ExportRequest(self._offices(), self._chosen_format(), Path(self._path.text()).expanduser())

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
        if not self._typed:
            self._path.setText(str(self._folder / f"offices{self._chosen_format().suffix}"))
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
        path = Path(self._path.text().strip()).expanduser()
        exists = bool(self._path.text().strip()) and path.is_file()
        self._note.setText("This file exists and will be replaced." if exists else "")
        self._export.setText(f"Export {count_of(len(self._offices()), 'office')}")
        self._export.setEnabled(bool(self._path.text().strip()) and bool(self._offices()))
