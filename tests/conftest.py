"""What holds for every test: no display, no network, a home of its own, and nothing left behind."""

import os
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.directories import an_empty_database

_SECONDS_TO_END = 2.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows that the tests open")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "OFFICE_DIRECTORY_DATABASE"):
        os.environ.pop(name, None)
    os.environ["TZ"] = "UTC"
    # A slow machine is no reason to fail; on the checking machine every run tries the same examples.
    hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
    hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as every machine shows it: one style, one language, one size of letters."""
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("DejaVu Sans", 10))
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return qapp


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A current database without offices; whoever needs one copies it."""
    return an_empty_database(tmp_path_factory.mktemp("empty"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that is empty and gone after the test, so that no test meets anybody's files."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a connection or a name fails; sockets within the machine's file system work."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            pytest.fail(f"the test tried to connect to {address}")
        connect(self, address)

    def refuse_name(host: object, *_: object, **__: object) -> None:
        pytest.fail(f"the test asked for the address of {host!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse_name)


@pytest.fixture(autouse=True)
def widgets_stay_until_they_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest-qt knows widgets weakly; one in a cycle would be destroyed in whichever thread the collector runs."""
    kept: list[QWidget] = []
    add = QtBot.addWidget

    def keep(self: QtBot, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        kept.append(widget)
        add(self, widget, before_close_func=before_close_func)

    monkeypatch.setattr(QtBot, "addWidget", keep)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that leaves a thread, a running timer or a window fails, and says where it came from."""
    threads = set(threading.enumerate())
    timers = _watch_timers(monkeypatch)
    windows = _windows()
    yield
    left = [f"the thread {thread.name}" for thread in threading.enumerate() if thread not in threads and _lives(thread)]
    if QCoreApplication.instance() is not None:
        left += _busy_pool()
        left += _windows_left(windows)
        left += _timers_left(timers)
    if left:
        pytest.fail(f"{request.node.name} left behind: " + "; ".join(left), pytrace=False)


def _lives(thread: threading.Thread) -> bool:
    if thread.daemon and isinstance(thread, threading._DummyThread):
        return False  # a thread of Qt's pool that once called Python; the pool is asked itself
    thread.join(_SECONDS_TO_END)
    return thread.is_alive()


def _busy_pool() -> list[str]:
    done = QThreadPool.globalInstance().waitForDone(int(_SECONDS_TO_END * 1000))
    return [] if done else ["work in the global thread pool"]


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets() if isinstance(QCoreApplication.instance(), QApplication) else []


def _windows_left(before: list[QWidget]) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [window for window in _windows() if window not in before and window.parent() is None]
    names = [f"the window {window.metaObject().className()} {window.objectName()!r}" for window in left]
    for window in left:
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return names


Timers = WeakKeyDictionary[QTimer, str]


def _watch_timers(monkeypatch: pytest.MonkeyPatch) -> Timers:
    started: Timers = WeakKeyDictionary()
    start: Callable[..., None] = QTimer.start

    def noted(self: QTimer, *arguments: Any) -> None:
        started[self] = "".join(traceback.format_stack(limit=3)[:-1])
        start(self, *arguments)

    monkeypatch.setattr(QTimer, "start", noted)
    return started


def _timers_left(started: Timers) -> list[str]:
    left = [(timer, where) for timer, where in started.items() if isValid(timer) and timer.isActive()]
    for timer, _ in left:
        timer.stop()
    return [f"the timer {_named(timer)!r} started at\n{where}" for timer, where in left]


def _named(thing: QObject) -> str:
    return thing.objectName() or type(thing).__name__
