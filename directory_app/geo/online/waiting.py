"""Waiting that a person can end."""

from collections.abc import Callable
from threading import Event

from directory_app.errors import StoppedError

Wait = Callable[[float], None]
"""Waits so many seconds, 0 only to ask; raises StoppedError once a person has stopped the job."""


def wait_unless(stopped: Event) -> Wait:
    """Returns a wait that ends at once, with StoppedError, when the event is set."""

    def wait(seconds: float) -> None:
        if stopped.wait(seconds):
            raise StoppedError("Looking up was stopped.")

    return wait
