"""The house of the tests itself: what it forbids does fail."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")

TESTS = """
import socket
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QMainWindow, QWidget

kept = []


def test_tidy(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QComboBox(window))
    QTimer(window).start(1000)
    window.show()


def test_window(qtbot):
    kept.append(QWidget())
    kept[-1].show()


def test_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(1000)


def test_thread():
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, args=(10,), name="forgotten", daemon=True).start()


def test_after_the_untidy_ones(qtbot):
    kept[-1].set()


def test_connection():
    socket.socket().connect(("192.0.2.1", 80))


def test_name():
    socket.create_connection(("example.org", 80))
"""


def test_a_test_that_leaves_something_behind_or_asks_the_network_fails(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=5, failed=2, errors=3)
    result.stdout.fnmatch_lines_random(
        [
            "test_window left behind: the window QWidget *",
            "test_timer left behind: the timer 'QTimer' started at",
            "test_thread left behind: the thread forgotten",
            "*the test tried to connect to ('192.0.2.1', 80)",
            "*the test asked for the address of 'example.org'",
        ]
    )
