"""One request a second, whichever thread or process of this user asks."""

import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from directory_app.geo.online.file_lock import try_lock, unlock
from directory_app.geo.online.waiting import Wait

_log = logging.getLogger(__name__)

INTERVAL = 1.1
"""Seconds between two requests: the policy's one, and a tenth because not every request takes the same way."""
LONGEST_HOLD = 120.0
"""Seconds; what a file says beyond this is damage."""
_LOCK_TRIES = 40
_BETWEEN_TRIES = 0.05
_LENGTH = 64


class _Note(NamedTuple):
    """When the last request was made, in seconds since 1970, and for how long nobody asks after it."""

    at: float
    hold: float


class Pace:
    """Gives turns; a program has one, and those of other processes meet it in a file of the data folder.

    The file holds a `_Note`. It is locked only while it is read and written, and the system gives a dead
    process's lock back. Nobody waits longer than a note says to hold, whatever its time is, so that
    a clock that jumps costs one interval. Where the file cannot be used, the turns hold within this process.
    """

    def __init__(
        self,
        file: Path,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file, self._clock, self._monotonic = file, clock, monotonic
        self._lock = Lock()
        self._free_at = -math.inf
        self._has_complained = False

    def take_turn(self, wait: Wait) -> None:
        """Waits until a request may be made, and counts it; `wait` may raise, which takes no turn."""
        waited_for: _Note | None = None
        wait(0)
        while True:
            left, note = self._try_turn(waited_for, wait)
            if left <= 0:
                return
            wait(left)
            waited_for = note

    def hold(self, seconds: float) -> None:
        """Has everybody wait so long before the next request, at most `LONGEST_HOLD`."""
        held = min(max(seconds, INTERVAL), LONGEST_HOLD)
        with self._lock:
            self._free_at = max(self._free_at, self._monotonic() + held)
        try:
            with self._open() as descriptor, _locked(descriptor, time.sleep):
                _write(descriptor, _Note(self._clock(), held))
        except OSError as error:
            self._complain(error)

    def _try_turn(self, waited_for: _Note | None, wait: Wait) -> tuple[float, _Note | None]:
        """Takes the turn if nobody has to wait, else returns how long, and for which note."""
        with self._lock:
            left = self._free_at - self._monotonic()
        if left > 0:
            return left, waited_for
        note = None
        try:
            with self._open() as descriptor, _locked(descriptor, wait):
                note = _read(descriptor)
                if note is not None and note != waited_for and (left := self._left_of(note)) > 0:
                    return left, note
                _write(descriptor, _Note(self._clock(), INTERVAL))
        except OSError as error:
            self._complain(error)
        with self._lock:
            left = self._free_at - self._monotonic()  # another thread may have been quicker
            if left <= 0:
                self._free_at = self._monotonic() + INTERVAL
        return left, None

    def _left_of(self, note: _Note) -> float:
        gone = self._clock() - note.at
        return note.hold - gone if gone >= 0 else note.hold

    @contextmanager
    def _open(self) -> Iterator[int]:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _complain(self, error: OSError) -> None:
        if not self._has_complained:
            self._has_complained = True
            _log.warning("%s cannot be used (%s); other processes do not know when this one asks.", self._file, error)


@contextmanager
def _locked(descriptor: int, wait: Wait) -> Iterator[None]:
    for tries in range(_LOCK_TRIES):
        try:
            try_lock(descriptor)
            break
        except OSError:
            if tries == _LOCK_TRIES - 1:
                raise
        wait(_BETWEEN_TRIES)
    try:
        yield
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)
        unlock(descriptor)


def _read(descriptor: int) -> _Note | None:
    """Returns what the file says, None where that makes no sense."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        at, hold = map(float, os.read(descriptor, _LENGTH).split())
    except ValueError:
        return None
    return _Note(at, min(hold, LONGEST_HOLD)) if math.isfinite(at) and hold > 0 else None


def _write(descriptor: int, note: _Note) -> None:
    """Writes a note over what was there; notes have one length, so that nothing of the old one stays."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"{note.at:.6f} {note.hold:.3f}".ljust(_LENGTH - 1).encode("ascii") + b"\n")
