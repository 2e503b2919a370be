"""Work off the window's thread: values in, a value or an error out, always delivered to the window's thread."""

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Background(QObject):
    """Runs functions in a thread pool and hands their results to bound methods of objects of this thread.

    A result that arrives after `stop` is dropped. Functions must not touch widgets.
    """

    _done = Signal(object, object)
    _failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._stopped = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def run(
        self, function: Callable[[], T], on_result: Callable[[T], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Runs a function; exactly one of the two others is called, later, in this object's thread."""
        self._pool.start(_Work(self, function, on_result, on_error))

    def stop(self) -> None:
        """Waits for what is under way and delivers nothing more."""
        self._stopped = True
        self._pool.waitForDone()

    def deliver(self, on_result: Callable[..., None], result: object) -> None:
        """Sends a result from any thread to this object's thread."""
        self._done.emit(on_result, result)

    def deliver_error(self, on_error: Callable[[Exception], None], error: Exception) -> None:
        """Sends an error from any thread to this object's thread."""
        self._failed.emit(on_error, error)

    @Slot(object, object)
    def _on_done(self, on_result: Callable[[object], None], result: object) -> None:
        if not self._stopped:
            on_result(result)

    @Slot(object, object)
    def _on_failed(self, on_error: Callable[[Exception], None], error: Exception) -> None:
        _log.warning("background work failed", exc_info=error)
        if not self._stopped:
            on_error(error)


class _Work(QRunnable):
    def __init__(
        self,
        owner: Background,
        function: Callable[[], object],
        on_result: Callable[..., None],
        on_error: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._owner = owner
        self._function = function
        self._on_result = on_result
        self._on_error = on_error

    def run(self) -> None:
        try:
            result = self._function()
        except Exception as error:
            self._owner.deliver_error(self._on_error, error)
        else:
            self._owner.deliver(self._on_result, result)
