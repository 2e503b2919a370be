"""Which map lies under the offices, as the settings say: the built-in one, a person's file, or a server's."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from directory_app.geo.tiles.pictures import TilePictures
from directory_app.settings import BUILT_IN, FROM_FILE, Settings
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map.tiles.choice import PictureChoice, PictureOpener


class MapSource(QObject):
    """Opens what was chosen when the choice changes; a map that cannot be had is told, and what was shown stays."""

    def __init__(self, window: MainWindow, folder: Path, version: str) -> None:
        """Takes the program's data folder, for pictures of a server, and the version that the server is told."""
        super().__init__(window)
        self._folder, self._version = folder, version
        self._session = window.session
        self._used: tuple[str, ...] | None = _map_of(Settings())
        """What decides the map that is shown, or on its way; None where that could not be had."""
        self._choice = PictureChoice(window.map.show_pictures, window.background, self)
        self._choice.failed.connect(self._on_failed)
        window.map.pictures_failed.connect(window.session.notified)

    def use(self, settings: Settings) -> None:
        """Shows the map of these settings; nothing is opened again but what could not be had."""
        wanted = _map_of(settings)
        if wanted != self._used:
            self._used = wanted
            self._choice.choose(self._opener(settings))

    def _on_failed(self, sentence: str) -> None:
        self._used = None
        self._session.warned.emit(sentence)

    def _opener(self, settings: Settings) -> PictureOpener | None:
        if settings.map_source == BUILT_IN:
            return None
        if settings.map_source == FROM_FILE:
            return partial(_open_file, Path(settings.tile_file))
        return partial(_open_server, settings, self._folder, self._version)


def _map_of(settings: Settings) -> tuple[str, ...]:
    """Returns all that decides which map is shown, the same for settings that show the built-in one."""
    if settings.map_source == BUILT_IN:
        return ()
    if settings.map_source == FROM_FILE:
        return settings.map_source, settings.tile_file
    return (
        *(settings.map_source, settings.online_tiles, settings.tile_url),
        *(settings.tile_attribution, settings.tile_user_agent),
    )


def _open_file(path: Path) -> TilePictures:
    from directory_app.geo.tiles.files import open_tile_file

    return open_tile_file(path)


def _open_server(settings: Settings, folder: Path, version: str) -> TilePictures | None:
    from directory_app.geo.tiles.server import server_of

    return server_of(settings, folder, version)
