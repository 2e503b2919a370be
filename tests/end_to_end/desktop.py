"""A real X desktop of its own, a program on it, and the fingers of a person."""

import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

SECONDS = 30.0
_BETWEEN_LOOKS = 0.05
_SCREEN = "1440x900x24"

Fact = TypeVar("Fact")


def until(fact: Callable[[], Fact | None], what: str, seconds: float = SECONDS) -> Fact:
    """Returns the first true answer of `fact`; fails with `what` was awaited if there is none in time."""
    end = time.monotonic() + seconds
    while not (answer := fact()):
        assert time.monotonic() < end, f"not within {seconds:.0f} s: {what}"
        time.sleep(_BETWEEN_LOOKS)
    return answer


@contextmanager
def a_desktop() -> Iterator["Desktop"]:
    """Starts an X server without a screen on a free display, and ends it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            assert select.select([answer], [], [], SECONDS)[0], "the X server did not start"
            number = answer.readline().strip()
        assert number, "the X server ended at once"
        yield Desktop(f":{number}")
    finally:
        server.terminate()
        server.wait(SECONDS)


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a person at the screen can do; there is no window manager, so that windows are focused here."""

    display: str

    def focus(self, title: str, program: subprocess.Popen[bytes]) -> None:
        """Waits for a program's window whose title holds the text, and gives it the keyboard."""

        def visible() -> str | None:
            assert program.poll() is None, f"the program ended with {program.returncode}"
            return self._visible(title, program.pid)

        window = until(visible, f"a window whose title holds {title!r}")
        # Qt maps a window before it listens, and forgets a focus that came too early.
        until(lambda: self._focused(window), f"the keyboard on the window {title!r}")

    def keys(self, *keys: str) -> None:
        """Presses keys, named as X names them, such as "ctrl+s", one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Types a text into whatever has the keyboard."""
        self._xdotool("type", "--clearmodifiers", "--delay", "15", text)

    def _visible(self, title: str, pid: int) -> str | None:
        found = self._xdotool("search", "--all", "--onlyvisible", "--pid", str(pid), "--name", title).split()
        return found[-1] if found else None

    def _focused(self, window: str) -> bool:
        self._xdotool("windowfocus", window)
        return self._xdotool("getwindowfocus").strip() == window

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            capture_output=True,
            env={**os.environ, "DISPLAY": self.display},
            encoding="utf-8",
            timeout=SECONDS,
        )
        return done.stdout


@contextmanager
def a_program(
    command: Sequence[str | Path], environment: Mapping[str, str], said: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Starts a program whose output goes to a file, and ends it if it has not ended itself."""
    with said.open("wb") as output:
        program = subprocess.Popen(
            [str(part) for part in command],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield program
        finally:
            if program.poll() is None:
                program.kill()
            program.wait(SECONDS)
