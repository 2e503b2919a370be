"""A whole program that asks a server for a place: its window is closed when a line comes on standard input.

Started with a folder and the server's URL. Whatever it waits for would take an hour.
"""

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from directory_app import app
from directory_app.geo.online.allowed import OnlineSettings, read_server
from directory_app.geo.online.cache import AnswerCache
from directory_app.geo.online.nominatim import OnlineGeocoder
from directory_app.geo.online.pace import Pace
from directory_app.opening import open_directory
from directory_app.paths import paths_under
from directory_app.settings import Settings
from directory_app.ui.theme import LIGHT

_AN_HOUR = 3600.0


class Ear(QObject):
    """Hears what is said on standard input."""

    heard = Signal()

    def listen(self) -> None:
        """Waits for a line, in another thread."""
        sys.stdin.readline()
        self.heard.emit()


def main(folder: Path, url: str) -> int:
    """Runs the program and returns its exit code."""
    application = QApplication([])
    settings = OnlineSettings(True, read_server(url), "office-directory/test", seconds=_AN_HOUR)
    online = OnlineGeocoder(settings, AnswerCache(folder / "answers"), Pace(folder / "turn"), lambda _: "")
    database = folder / "offices.sqlite"
    with open_directory(database) as directory:
        request = app.WindowRequest(paths_under(folder), database)
        program = app.Program(application, directory, request, Settings(online_geocoding="on"), LIGHT)
        program._geocoder = online
        ear = Ear()
        ear.heard.connect(program.window.close, Qt.ConnectionType.QueuedConnection)
        Thread(target=ear.listen, daemon=True).start()
        program.show()
        window = program.window
        window.session.select(directory.find("Berlin Office").id)
        window.actions_.choose_place.trigger()
        code = application.exec()
        program.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
