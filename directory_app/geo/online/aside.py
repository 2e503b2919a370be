"""A call that another machine may hold up, made so that whoever waits for it can leave."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from directory_app.geo.online.waiting import Wait

T = TypeVar("T")

_BETWEEN_LOOKS = 0.05
"""Seconds for which somebody who wants to leave has to stay."""


def call_aside(function: Callable[[], T], leave: Wait) -> T:
    """Returns what a function returns, or raises what it raises; what `leave` raises meanwhile leaves it behind.

    It runs in a thread of its own, which does not keep the program from ending: a name that is looked up or a
    server that says nothing cannot be called off. So the function is cut off anywhere, and must write nothing.
    """
    answer: Future[T] = Future()
    Thread(target=_answer, args=(function, answer), name="online", daemon=True).start()
    while not wait([answer], _BETWEEN_LOOKS).done:
        leave(0)
    return answer.result()


def _answer(function: Callable[[], T], answer: "Future[T]") -> None:
    try:
        answer.set_result(function())
    except BaseException as error:  # it is for who asked
        answer.set_exception(error)
