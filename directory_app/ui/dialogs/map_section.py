"""The part of the settings that says where the map comes from."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from directory_app.errors import DirectoryError
from directory_app.settings import BUILT_IN, FROM_FILE, ONLINE, Settings
from directory_app.ui.dialogs.online_map import OnlineMap
from directory_app.ui.office_editor.choice import Choice
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import ElidedLabel
from directory_app.ui.theme import SPACE, Theme

_SOURCES = (
    ("The built-in map", BUILT_IN),
    ("A map file on this computer", FROM_FILE),
    ("An online map", ONLINE),
)
_NO_FILE = "Choose a file, or another map above."


class MapSection(QWidget):
    """Which map is shown; what concerns a file or a server is seen only where that is chosen."""

    def __init__(
        self, settings: Settings, theme: Theme, doubt_of: Callable[[Path], str], parent: QWidget | None = None
    ) -> None:
        """Takes what says why a file cannot be shown, nothing where it can; it is asked for chosen files only."""
        super().__init__(parent)
        self._given, self._doubt_of = settings, doubt_of
        self._file = settings.tile_file
        self.source = Choice(_SOURCES)
        self.source.set_value(settings.map_source)
        self._name = ElidedLabel()
        self.choose = QPushButton("Choose …")
        self.choose.setAutoDefault(False)
        self._file_field = Field("File with pictures of the map, MBTiles or PMTiles", self._file_row(), theme)
        self.online = OnlineMap(settings, theme)
        self.source.currentIndexChanged.connect(self._on_source_chosen)
        self.choose.clicked.connect(self._on_choose_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        for widget in (Field("Map", self.source, theme), self._file_field, self.online):
            layout.addWidget(widget)
        self._show_file()
        self._on_source_chosen()

    @property
    def file_doubt(self) -> str:
        """What is said under the file."""
        return self._file_field.doubt

    @property
    def shown_file(self) -> str:
        """What is said to be the file."""
        return self._name.text()

    def take_file(self, path: Path) -> None:
        """Takes a file as the map, and says under it why it cannot be shown, if so."""
        self._file = str(path)
        self._show_file()
        self._file_field.show_doubt(self._doubt_of(path))

    def check(self) -> bool:
        """Says under each field what cannot be used; whether all can that is needed for the map chosen."""
        if self.source.value() == FROM_FILE and not self._file:
            self._file_field.show_doubt(_NO_FILE)
        is_online_right = self.source.value() != ONLINE or self.online.check()
        return is_online_right and (self.source.value() != FROM_FILE or not self.file_doubt)

    def applied_to(self, settings: Settings) -> Settings:
        """Returns settings with what was chosen here; what cannot be used is as it was."""
        file = self._file if not self.file_doubt else self._given.tile_file
        return self.online.applied_to(replace(settings, map_source=str(self.source.value()), tile_file=file))

    def first_doubtful(self) -> QWidget:
        """Returns the control to mend first."""
        return self.choose if self.source.value() == FROM_FILE else self.online.first_doubtful()

    def _file_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._name, 1)
        layout.addWidget(self.choose)
        return row

    def _show_file(self) -> None:
        path = Path(self._file)
        self._name.setText(f"{path.name} in {path.parent}" if self._file else "None yet")
        self.choose.setAccessibleName(f"Choose a file as map, now {self._name.text()}")

    def _on_source_chosen(self) -> None:
        self._file_field.setVisible(self.source.value() == FROM_FILE)
        self.online.setVisible(self.source.value() == ONLINE)

    def _on_choose_clicked(self) -> None:
        from directory_app.geo.tiles.files import ENDINGS

        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        path, _ = QFileDialog.getOpenFileName(self, "Choose a map", self._file, f"Maps ({kinds});;All files (*)")
        if path:
            self.take_file(Path(path))


def doubt_of_file(path: Path) -> str:
    """Returns why a file cannot be shown as a map, nothing where it can."""
    from directory_app.geo.tiles.files import open_tile_file

    try:
        open_tile_file(path).close()
    except DirectoryError as error:
        return str(error)
    return ""
