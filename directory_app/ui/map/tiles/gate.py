"""Where whoever draws in the background waits while the window is in a hurry."""

from threading import Event


class Gate:
    """Open at first; while it is closed, threads that come to it wait. For any thread."""

    def __init__(self) -> None:
        """Opens."""
        self._is_open = Event()
        self._is_open.set()

    def close(self) -> None:
        """Has threads wait that come from now on."""
        self._is_open.clear()

    def open(self) -> None:
        """Lets all through, also those that wait."""
        self._is_open.set()

    def wait(self) -> None:
        """Returns as soon as the gate is open; never to be called in the thread that opens it."""
        self._is_open.wait()
