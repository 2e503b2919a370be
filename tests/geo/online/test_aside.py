"""A call that another machine may hold up, and whoever waits for it."""

import threading
from threading import Event

import pytest

from directory_app.errors import StoppedError
from directory_app.geo.online.aside import call_aside
from directory_app.geo.online.waiting import wait_unless


def _never(_: float) -> None:
    """Nobody wants to leave."""


def test_what_the_call_answers_is_answered_from_another_thread() -> None:
    assert call_aside(threading.get_ident, _never) != threading.get_ident()


def test_what_the_call_raises_is_raised_time_outs_too() -> None:
    def fail() -> None:
        raise TimeoutError("too long")

    with pytest.raises(TimeoutError, match="too long"):
        call_aside(fail, _never)


def test_whoever_leaves_does_not_wait_for_the_call() -> None:
    stopped, held, ended = Event(), Event(), Event()

    def hold() -> None:
        stopped.set()
        held.wait()
        ended.set()

    with pytest.raises(StoppedError):
        call_aside(hold, wait_unless(stopped))
    assert not ended.is_set()
    held.set()
    assert ended.wait(10)


def test_the_thread_of_a_call_does_not_keep_the_program_from_ending() -> None:
    assert call_aside(lambda: threading.current_thread().daemon, _never)
