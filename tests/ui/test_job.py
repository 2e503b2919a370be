"""Long jobs: told about some times a second, stopped when asked."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from directory_app.errors import BadInputError, StoppedError
from directory_app.model.progress import Progress
from directory_app.ui.background import Background
from directory_app.ui.job import Job

LONG = 10.0
"""Seconds after which a test that waits in a thread gives up."""


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()
    background.deleteLater()


def test_a_job_tells_its_result(background: Background, qtbot: QtBot) -> None:
    job = Job(lambda progress: 42, background)
    with qtbot.waitSignal(job.done) as told:
        job.start()
    assert told.args == [42]


def test_a_known_error_is_told_as_itself(background: Background, qtbot: QtBot) -> None:
    def refuse(progress: Progress) -> None:
        raise BadInputError("This is no list.")

    job = Job(refuse, background)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert str(told.args[0]) == "This is no list."


def test_a_hundred_thousand_steps_are_told_only_now_and_then(background: Background, qtbot: QtBot) -> None:
    def count(progress: Progress) -> None:
        for done in range(100_000):
            progress(done, 100_000)

    job = Job(count, background)
    told: list[int] = []

    def note(done: int, total: int, seconds: float) -> None:
        told.append(done)

    job.progressed.connect(note)
    with qtbot.waitSignal(job.done):
        job.start()
    assert 1 <= len(told) < 100


def test_a_job_that_is_stopped_says_so(background: Background, qtbot: QtBot) -> None:
    began = Event()

    def go_on(progress: Progress) -> None:
        while True:
            began.set()
            progress(1, 2)

    job = Job(go_on, background)
    job.start()
    assert began.wait(LONG)
    with qtbot.waitSignal(job.failed) as told:
        job.stop()
    assert isinstance(told.args[0], StoppedError)


def test_what_was_done_before_it_could_stop_is_told(background: Background, qtbot: QtBot) -> None:
    stopping = Event()

    def finish(progress: Progress) -> str:
        assert stopping.wait(LONG)
        return "written"

    job = Job(finish, background)
    job.start()
    job.stop()
    with qtbot.waitSignal(job.done) as told:
        stopping.set()
    assert told.args == ["written"]


def test_a_job_that_is_abandoned_tells_nothing(background: Background, qtbot: QtBot) -> None:
    first, second = Job(lambda progress: 1, background), Job(lambda progress: 2, background)
    told: list[object] = []
    first.done.connect(told.append)
    first.start()
    first.abandon()
    with qtbot.waitSignal(second.done):
        second.start()
    assert told == []
