"""Work off the window's thread."""

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from directory_app.ui.background import Background


class Asker(QObject):
    """Asks, and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def hear(self, *answers: object) -> None:
        """Remembers an answer."""
        self.told.extend(answers)
        self.objectName()  # fails where Qt has deleted it


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def _wrapped(asker: Asker) -> Callable[[object], None]:
    return partial(asker.hear, "question")


def test_an_answer_comes_to_who_asked(background: Background, qtbot: QtBot) -> None:
    asker = Asker()
    background.run(partial(int, "42"), asker.hear, asker.hear)
    background.run(partial(int, "none"), asker.hear, asker.hear)
    qtbot.waitUntil(lambda: len(asker.told) == 2)
    assert 42 in asker.told
    assert any(isinstance(answer, ValueError) for answer in asker.told)


def test_an_answer_for_somebody_who_is_gone_is_dropped(background: Background, qtbot: QtBot) -> None:
    asker, other, go_on = Asker(), Asker(), Event()
    background.run(go_on.wait, _wrapped(asker), _wrapped(asker))
    background.run(go_on.wait, asker.hear, asker.hear)
    background.run(go_on.wait, other.hear, other.hear)
    delete(asker)
    go_on.set()
    qtbot.waitUntil(lambda: other.told == [True])
    assert asker.told == []


def test_the_end_is_announced_before_it_waits_so_that_work_can_be_cut_short(background: Background) -> None:
    go_on = Event()
    background.stopping.connect(go_on.set)
    background.run(go_on.wait, Asker().hear, Asker().hear)
    background.stop()
    assert go_on.is_set()


def test_nothing_is_told_after_the_end(background: Background, qtbot: QtBot) -> None:
    asker = Asker()
    background.run(partial(int, "42"), asker.hear, asker.hear)
    background.stop()
    QApplication.sendPostedEvents()
    assert asker.told == []
