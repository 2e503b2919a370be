"""A long job off the window's thread that tells how far it is and can be stopped."""

from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from directory_app.errors import DirectoryError, StoppedError
from directory_app.model.progress import Progress
from directory_app.ui.background import Background

_BETWEEN_TELLINGS = 0.1
"""Seconds; a person reads no faster, and the window's thread has other things to do."""


class Job(QObject):
    """Runs one function in the background; its signals come in the window's thread.

    The function gets a `Progress`, which raises StoppedError in it once the job is to stop.
    A job belongs to the background, so that it may outlive who asked for it.
    """

    progressed = Signal(object, object, object)
    """How many are done, of how many (0 if that is not known), and after how many seconds."""
    done = Signal(object)
    """The function's result."""
    failed = Signal(object)
    """A known error, a DirectoryError; a StoppedError where it stopped because it was to."""

    _told = Signal(object, object)

    def __init__(
        self, function: Callable[[Progress], object], background: Background, left: str = "Nothing was written."
    ) -> None:
        """Takes the function, and the sentence that says how things are where it did not come to its end."""
        super().__init__(background)
        self._how_it_is = left
        self._function, self._background = function, background
        self._stopping = Event()
        self._is_abandoned = False
        self._begun = monotonic()
        self._last_told = 0.0
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begins."""
        self._begun = monotonic()
        self._background.run(self._run, self._on_result, self._on_error)

    def stop(self) -> None:
        """Asks the function to stop; how it ended is told."""
        self._stopping.set()

    def abandon(self) -> None:
        """Asks the function to stop, and tells nothing any more."""
        self._is_abandoned = True
        self._stopping.set()

    def _run(self) -> object:
        """Returns the function's result, or the known error that ended it; in another thread."""
        try:
            return self._function(self._tell)
        except DirectoryError as error:
            return error

    def _tell(self, done: int, total: int) -> None:
        """Passes on how far it is, some times a second; in another thread."""
        if self._stopping.is_set():
            raise StoppedError(f"It was stopped. {self._how_it_is}")
        now = monotonic()
        if now - self._last_told >= _BETWEEN_TELLINGS:
            self._last_told = now
            self._told.emit(done, total)

    def _on_told(self, done: int, total: int) -> None:
        if not self._stopping.is_set():
            self.progressed.emit(done, total, monotonic() - self._begun)

    def _on_result(self, result: object) -> None:
        self.deleteLater()
        if self._is_abandoned:
            return
        if isinstance(result, DirectoryError):
            self.failed.emit(result)
        else:
            self.done.emit(result)

    def _on_error(self, error: Exception) -> None:
        """Ends the job before the bug gets its report, so that nobody waits for it."""
        self.deleteLater()
        if not self._is_abandoned:
            self.failed.emit(DirectoryError(f"The program made a mistake. {self._how_it_is}"))
        raise error
