"""How far a long job is, on one line of the terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from directory_app.model.progress import Progress, untold

_SECONDS_BETWEEN = 0.1
_SECONDS_BEFORE_A_GUESS = 1.0


@contextmanager
def shown(what: str) -> Iterator[Progress]:
    """Gives a progress that is shown on standard error while the block runs, if that is a terminal."""
    if not sys.stderr.isatty():
        yield untold
        return
    line = ProgressLine(what, sys.stderr, time.monotonic)
    try:
        yield line.tell
    finally:
        line.clear()


class ProgressLine:
    """One line that is written over and over, "Reading: 12,300 of 100,000, 20 s left", and cleared at the end."""

    def __init__(self, what: str, stream: TextIO, clock: Callable[[], float]) -> None:
        self._what = what
        self._stream = stream
        self._clock = clock
        self._began = self._told = clock()
        self._length = 0

    def tell(self, done: int, total: int) -> None:
        """Shows how many are done, of how many and for how long yet where that is known; often enough, not always."""
        now = self._clock()
        if now - self._told < _SECONDS_BETWEEN:
            return
        self._told = now
        self._write(f"{self._what}: {done:,}" + (f" of {total:,}{self._left(now, done, total)}" if total else ""))

    def clear(self) -> None:
        """Takes the line away."""
        if self._length:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _left(self, now: float, done: int, total: int) -> str:
        elapsed = now - self._began
        if not 0 < done <= total or elapsed < _SECONDS_BEFORE_A_GUESS:
            return ""
        seconds = round(elapsed / done * (total - done))
        return f", {seconds} s left" if seconds < 120 else f", {seconds // 60} min left"

    def _write(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._length))
        self._stream.flush()
        self._length = len(text)
