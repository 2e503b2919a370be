from collections.abc import Iterator
from itertools import count
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from directory_app.model.progress import Progress
from directory_app.ui.background import Background
from directory_app.ui.checks.checker import Checker
from directory_app.ui.checks.panel import ChecksPanel
from directory_app.ui.session import DirectorySession
from directory_app.ui.status_line import StatusLine
from directory_app.ui.theme import LIGHT


class Endless:
    """A directory with so many offices that a check of them never ends by itself."""

    def __init__(self) -> None:
        self.began = Event()

    def check(self, *, progress: Progress) -> Iterator[None]:
        self.began.set()
        for done in count():
            progress(done, 0)
        yield


@pytest.mark.timeout(20)
def test_the_programs_end_does_not_wait_for_a_check(session: DirectorySession, qtbot: QtBot) -> None:
    session.directory = endless = Endless()  # type: ignore[assignment]
    background, panel, status = Background(), ChecksPanel(session.proposal, LIGHT), StatusLine()
    qtbot.addWidget(panel)
    qtbot.addWidget(status)
    checker = Checker(session, background, panel, status)
    checker.check()
    assert endless.began.wait(10.0)
    background.stop()
    assert not checker.has_checked
