"""The question what the map's picture is called, has on it, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from directory_app.ui.dialogs.file_field import FileField
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.map.picture.formats import FORMATS, PictureFormat, image_of
from directory_app.ui.map.picture.sheet import PaintMap, Sheet
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme

_PREVIEW = QSize(110 * SPACE, 70 * SPACE)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What a person asked to be drawn."""

    sheet: Sheet
    format: PictureFormat
    path: Path


class PictureDialog(DialogFrame):
    """One page: title, legend, a small view of the sheet, and the file; a picture can also be copied from here."""

    def __init__(
        self,
        title: str,
        sheet_of: Callable[[str, bool], Sheet],
        paint_map: PaintMap,
        folder: Path,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Proposes a title; `sheet_of` returns the sheet for a title, with or without a legend."""
        super().__init__("Picture of the map", parent)
        self._sheet_of, self._paint_map = sheet_of, paint_map
        self._drawn: QImage | None = None
        self.title = QLineEdit(title)
        self.title.setMaxLength(200)
        self.legend = QCheckBox("With a legend of signs and colours")
        self.legend.setChecked(True)
        self._preview = QLabel()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName("How the picture will look")
        self.format = Choice((format_.label, format_) for format_ in FORMATS)
        self.file = FileField(folder, "offices-map", (format_.suffix for format_ in FORMATS), theme)
        self.content.addWidget(self._preview)
        self.content.addWidget(Field("Title", self.title, theme))
        self.content.addWidget(self.legend)
        self.content.addWidget(Field("As", self.format, theme))
        self.content.addWidget(Field("To the file", self.file, theme))
        self.content.addStretch(1)
        self._copied = PlainLabel()
        self._copied.setStyleSheet(f"color: {theme.accent}")
        self._buttons.insertWidget(0, self._copied, 100)
        self.add_button("Copy").clicked.connect(self.copy)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._save = self.add_button("Save", primary=True)
        self._save.clicked.connect(self.accept)
        self.title.textChanged.connect(self._on_sheet_changed)
        self.legend.toggled.connect(self._on_sheet_changed)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.file.changed.connect(self._on_file_changed)
        self._on_format_changed()
        self._on_sheet_changed()
        self.title.setFocus()
        self.title.selectAll()

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is asked for now."""
        return self._sheet_of(self.title.text().strip(), self.legend.isChecked())

    @property
    def can_save(self) -> bool:
        """Whether there is a place for the file."""
        return self._save.isEnabled()

    def request(self) -> PictureRequest:
        """Returns what was asked for."""
        chosen = self.format.value()
        assert isinstance(chosen, PictureFormat)
        return PictureRequest(self.sheet, chosen, self.file.file)

    def copy(self) -> None:
        """Copies the picture, to be pasted into a letter or a talk."""
        QGuiApplication.clipboard().setImage(image_of(self.sheet, self._paint_map))
        self._copied.setText("Copied")

    def _on_sheet_changed(self) -> None:
        self._copied.clear()
        ratio = self.devicePixelRatioF()
        image = image_of(self.sheet, self._paint_drawn, ratio)
        wanted = (_PREVIEW * ratio).boundedTo(image.size())
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image.setDevicePixelRatio(1.0)
        small = image.scaled(wanted, keep, smooth)
        small.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(small))

    def _paint_drawn(self, painter: QPainter) -> None:
        """Paints the map as it was drawn once, since each letter of the title wants the sheet anew."""
        if self._drawn is None:
            sheet, ratio = self.sheet, self.devicePixelRatioF()
            size = QSize(round(sheet.map_width * ratio), round(sheet.map_height * ratio))
            self._drawn = QImage(size, QImage.Format.Format_RGB32)
            self._drawn.setDevicePixelRatio(ratio)
            on_image = QPainter(self._drawn)
            self._paint_map(on_image)
            on_image.end()
        painter.drawImage(0, 0, self._drawn)

    def _on_format_changed(self) -> None:
        self.file.set_suffix(self.request().format.suffix)

    def _on_file_changed(self) -> None:
        self._save.setEnabled(self.file.can_be_written)
