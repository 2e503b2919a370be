"""The window's composition root: folders, log, directory, window. It knows everyone and decides nothing."""

import logging
import os
import sys
import threading
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from directory_app import __version__
from directory_app.bundled import bundled
from directory_app.directory import Directory
from directory_app.errors import DirectoryError
from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.geo.map_names import MapNames
from directory_app.jobs.collecting import settle
from directory_app.log import start_log
from directory_app.opening import open_directory
from directory_app.paths import Paths
from directory_app.settings import ON, Settings, author_of, read_settings, write_settings
from directory_app.ui.commands import Commands
from directory_app.ui.dialogs.problem import BugDialog, ask_to_try_again, report_of, tell_problem
from directory_app.ui.icons import Icons
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map_source import MapSource
from directory_app.ui.session import DirectorySession
from directory_app.ui.theme import DARK, LIGHT, Theme, apply_theme, system_theme

if TYPE_CHECKING:
    from directory_app.geo.online.nominatim import OnlineGeocoder

_log = logging.getLogger(__name__)
_BETWEEN_LOOKS_MS = 100
_MOST_LOOKS = 100
_BUSY_SECONDS = 1.0
"""A window must not stand still for longer because another program writes."""
_MANY = 5_000
"""So many offices are walked through by Python's collector long enough to be felt."""
_SETTLED_AFTER_MS = 3_000
_THEMES = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """How the window is to be opened.

    `screenshot` is where a picture of it goes, after which the program ends; `office` is what is
    chosen in it, by name.
    """

    paths: Paths
    database: Path
    quit_when_painted: bool = False
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str = ""
    office: str = ""
    query: str = ""


def run_window(request: WindowRequest) -> int:
    """Opens the window, waits until it is closed, and returns the program's exit code."""
    if request.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if _has_no_display():
        _tell("There is no display to open a window on. The commands work without one: see office-directory --help.")
        return 2
    start_log(request.paths.log)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("office-directory")
    app.setApplicationDisplayName("Office directory")
    app.setDesktopFileName("office-directory")
    nobody_looks = request.quit_when_painted or request.screenshot is not None
    bugs = BugReporter(nobody_looks)
    bugs.install()
    settings = read_settings(request.paths.settings)
    while True:
        try:
            return _show(app, request, settings)
        except DirectoryError as error:
            _log.warning("not opened: %s", error)
            _tell(str(error))
            if nobody_looks or not ask_to_try_again(str(error)):
                return 2


def _show(app: QApplication, request: WindowRequest, settings: Settings) -> int:
    theme = _theme_of(request.theme or settings.theme)
    apply_theme(app, theme, bundled("resources", "icons"))
    with open_directory(request.database, busy_seconds=_BUSY_SECONDS) as directory:
        program = Program(app, directory, request, settings, theme)
        program.show()
        code = app.exec()
        program.close()
    return code


class Program(QObject):
    """One window over one directory, and what it keeps between two starts."""

    def __init__(
        self, app: QApplication, directory: Directory, request: WindowRequest, settings: Settings, theme: Theme
    ) -> None:
        super().__init__()
        self._app, self._request, self._settings = app, request, settings
        self._looks = 0
        self._geocoder: OnlineGeocoder | None = None
        """Made when first asked for; one for all questions, since it keeps the pace between them."""
        icons = Icons(bundled("resources", "icons"))
        app.setWindowIcon(icons.program())
        shown = _completed(settings)
        self._session = DirectorySession(directory, shown.author, self)
        names = MapNames(bundled("resources", "map_names", "map_names.bin"))
        base_map = BaseMap(bundled("resources", "base_map", "base_map.bin"), names)
        self.window = MainWindow(self._session, base_map, icons, theme, shown, self._now)
        self._commands = Commands(
            self.window, str(request.database), request.paths.columns, settings.theme, self._now, self._online
        )
        self._commands.theme_chosen.connect(self._on_theme_chosen)
        self._commands.settings_asked.connect(self._on_settings_asked)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_AFTER_MS)
        self._settling.timeout.connect(settle)
        self._session.offices_changed.connect(self._settle_if_many)
        self._map_source = MapSource(self.window, request.paths.data, __version__)
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def show(self) -> None:
        """Shows the window."""
        if self._request.size is not None:
            self.window.resize(QSize(*self._request.size))
        self.window.show()

    def close(self) -> None:
        """Lets go of the window and what works for it."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_scheme_changed)
        self.window.background.stop()
        self.window.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.deleteLater()

    def _on_painted(self) -> None:
        if self._request.quit_when_painted:
            self._app.quit()
            return
        self._map_source.use(self._settings)
        self._settle_if_many()
        self.window.search_ahead.make_ready()
        if self._request.query:
            self.window.top_bar.search.setText(self._request.query)
        if self._request.office and not self._choose(self._request.office):
            return
        self._commands.checker.check()
        if self._request.screenshot is not None:
            self._take_picture_when_ready()

    def _choose(self, name: str) -> bool:
        try:
            self._session.select(self._session.directory.find(name).id)
        except DirectoryError as error:
            _tell(str(error))
            self._app.exit(2)
            return False
        return True

    def _take_picture_when_ready(self) -> None:
        """Waits until the map has landed and its tiles are there, and the doubts are counted, but not for ever."""
        self._looks += 1
        is_ready = self.window.map.is_settled and self._commands.checker.has_checked
        is_ready = is_ready and not self._session.is_search_awaited
        if self._looks > 1 and (is_ready or self._looks > _MOST_LOOKS):
            self._take_picture()
        else:
            QTimer.singleShot(_BETWEEN_LOOKS_MS, self, self._take_picture_when_ready)

    def _take_picture(self) -> None:
        path = self._request.screenshot
        assert path is not None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            saved = self.window.grab().save(str(path))
        except OSError:
            saved = False
        if not saved:
            _tell(f"{path} could not be written. Name a file whose folder exists and can be written.")
        self._app.exit(0 if saved else 2)

    def _settle_if_many(self) -> None:
        """Has the collector leave many offices alone, once they are on the map."""
        if len(self._session.all_offices) > _MANY:
            self._settling.start()

    def _on_closing(self) -> None:
        if self._request.screenshot is None:
            self._keep(self.window.state(self._settings))

    def _on_theme_chosen(self, name: str) -> None:
        self._keep(replace(self._settings, theme=name))
        self._dress(_theme_of(name))

    def _on_settings_asked(self) -> None:
        from directory_app.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._settings, self.window.theme, self.window)
        if dialog.exec():
            self._keep(dialog.settings())
            self._geocoder = None
            shown = _completed(self._settings)
            self._session.sign_as(shown.author)
            self.window.use(shown)
            self._map_source.use(shown)
        dialog.deleteLater()

    def _online(self) -> "OnlineGeocoder | None":
        """Returns what looks addresses up online; None unless a person switched that on."""
        if self._settings.online_geocoding != ON:
            return None
        if self._geocoder is not None:
            return self._geocoder
        from directory_app.geo.online.nominatim import online_geocoder
        from directory_app.geo.timezones import zone_at

        self._geocoder = online_geocoder(self._settings, self._request.paths.data, __version__, zone_at)
        return self._geocoder

    def _now(self) -> datetime:
        """Returns the present moment on the clock that the person compares others with."""
        return local_now(self._settings.home_timezone)

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._settings.theme == "system":
            self._dress(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def _dress(self, theme: Theme) -> None:
        apply_theme(self._app, theme, bundled("resources", "icons"))
        self.window.set_theme(theme)

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        try:
            write_settings(self._request.paths.settings, settings)
        except OSError as error:
            _log.warning("settings not kept: %s", error)


class BugReporter(QObject):
    """Shows what nobody expected, from whichever thread, once at a time, and writes it into the log.

    Where nobody looks at the window, it is printed instead and the program ends.
    """

    _raised = Signal(object)

    def __init__(self, nobody_looks: bool) -> None:
        super().__init__()
        self._nobody_looks = nobody_looks
        self._showing = False
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Receives every exception that nothing catches, and Qt's own messages."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt_message)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        _log.critical("unexpected error", exc_info=(kind, error, trace))
        self._raised.emit(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _on_raised(self, error: BaseException) -> None:
        if self._nobody_looks:
            _tell(report_of(error))
            QApplication.exit(2)
            return
        if self._showing:
            return
        self._showing = True
        if isinstance(error, DirectoryError):
            tell_problem(str(error), QApplication.activeWindow())
        else:
            dialog = BugDialog(error, QApplication.activeWindow())
            dialog.exec()
            dialog.deleteLater()
        self._showing = False


def _completed(settings: Settings) -> Settings:
    """Returns the settings with what the system says where nothing was chosen."""
    return replace(settings, author=author_of(settings), my_country=settings.my_country or _system_country())


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _theme_of(name: str) -> Theme:
    return _THEMES.get(name) or system_theme()


def _has_no_display() -> bool:
    """Tells it before Qt would abort the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _system_country() -> str:
    return QLocale.territoryToCode(QLocale.system().territory())


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    logging.getLogger("directory_app.qt").log(level, "%s", text)
