"""Work off the window's thread: values in, a value or an error out, always delivered to the window's thread."""

import logging
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_log = logging.getLogger(__name__)

T = TypeVar("T")


_Answers = tuple[Callable[..., None], Callable[[Exception], None]]


class Background(QObject):
    """Runs functions in a thread pool and hands their results to bound methods of objects of this thread.

    A result that arrives after `stop`, or for an object that Qt has deleted, is dropped. Functions must
    not touch widgets.
    """

    stopping = Signal()
    """The end has come: whoever can is to cut its work short, as the end waits for it."""

    _done = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._numbers = count()
        self._waiting: dict[int, _Answers] = {}
        """Who waits for which result; kept here, so that no widget is let go of and destroyed in another thread."""
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def run(
        self, function: Callable[[], T], on_result: Callable[[T], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Runs a function; exactly one of the two others is called, later, in this object's thread."""
        number = next(self._numbers)
        self._waiting[number] = (on_result, on_error)
        self._pool.start(_Work(self, number, function))

    def stop(self) -> None:
        """Waits for what is under way, so that nothing that is being written is lost, and delivers nothing more."""
        self._waiting.clear()
        self.stopping.emit()
        self._pool.waitForDone()

    def deliver(self, number: int, result: object) -> None:
        """Sends a result from any thread to this object's thread."""
        self._done.emit(number, result)

    def deliver_error(self, number: int, error: Exception) -> None:
        """Sends an error from any thread to this object's thread."""
        self._failed.emit(number, error)

    @Slot(int, object)
    def _on_done(self, number: int, result: object) -> None:
        on_result, _ = self._waiting.pop(number, (_dropped, _dropped))
        if _is_there(on_result):
            on_result(result)

    @Slot(int, object)
    def _on_failed(self, number: int, error: Exception) -> None:
        _log.warning("background work failed", exc_info=error)
        _, on_error = self._waiting.pop(number, (_dropped, _dropped))
        if _is_there(on_error):
            on_error(error)


class _Work(QRunnable):
    def __init__(self, owner: Background, number: int, function: Callable[[], object]) -> None:
        super().__init__()
        self._owner, self._number, self._function = owner, number, function

    def run(self) -> None:
        try:
            result = self._function()
        except Exception as error:
            self._owner.deliver_error(self._number, error)
        else:
            self._owner.deliver(self._number, result)


def _is_there(slot: Callable[..., None]) -> bool:
    while isinstance(slot, partial):
        slot = slot.func
    owner = getattr(slot, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _dropped(_: object) -> None:
    """Takes what nobody waits for any more."""
