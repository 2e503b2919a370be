"""The search of a large directory, made ready in the background, so that no letter typed waits for it."""

from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from directory_app.directory import Directory
from directory_app.errors import StoppedError
from directory_app.jobs.collecting import set_aside, young_only
from directory_app.ui.background import Background
from directory_app.ui.session import DirectorySession


class SearchAhead(QObject):
    """Makes the search ready when many offices were read or written, and answers what was asked meanwhile."""

    def __init__(self, session: DirectorySession, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._is_busy = False
        self._closing = Event()
        background.stopping.connect(self._closing.set)
        session.offices_changed.connect(self.make_ready)
        session.search_awaited.connect(self.make_ready)

    def make_ready(self) -> None:
        """Makes the search ready in the background, unless it is or is about to be."""
        if self._is_busy or self._session.can_search or self._closing.is_set():
            return
        self._is_busy = True
        work = partial(make_ready, self._session.directory, self._closing)
        self._background.run(work, self._on_ready, self._on_trouble)

    def _on_ready(self, _: None) -> None:
        self._is_busy = False
        self.make_ready()  # much may have been written meanwhile
        self._session.answer()

    def _on_trouble(self, error: Exception) -> None:
        self._is_busy = False
        self._session.give_up_search(error)


def make_ready(directory: Directory, closing: Event) -> None:
    """Makes the search ready, and stops as soon as the program ends, which would wait for it."""

    def go_on(done: int, total: int) -> None:
        if closing.is_set():
            raise StoppedError("The search was not made ready.")

    try:
        with young_only():
            directory.make_search_ready(go_on)
            set_aside()
    except StoppedError:
        return
