"""One request a second, whoever asks, and whatever happened to the file that they share."""

import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from directory_app.errors import StoppedError
from directory_app.geo.online.pace import LONGEST_HOLD, Pace
from tests.geo.online.hands import Clock, a_pace

TURN = Path("online", "turn")


def test_the_first_turn_is_at_once_and_the_next_a_second_later(tmp_path: Path, clock: Clock) -> None:
    pace = a_pace(tmp_path, clock)
    for _ in range(4):
        pace.take_turn(clock.wait)
    assert clock.waited == pytest.approx(3 * 1.1)


def test_nobody_waits_who_asks_seldom(tmp_path: Path, clock: Clock) -> None:
    pace = a_pace(tmp_path, clock)
    for _ in range(4):
        pace.take_turn(clock.wait)
        clock.now += 60
        clock.uptime += 60
    assert clock.waits == []


def test_two_programs_take_turns(tmp_path: Path, clock: Clock) -> None:
    one, other = a_pace(tmp_path, clock), a_pace(tmp_path, clock)
    for pace in (one, other, one, other):
        pace.take_turn(clock.wait)
    assert clock.waited == pytest.approx(3 * 1.1)


def test_threads_of_two_programs_take_turns(tmp_path: Path, clock: Clock) -> None:
    paces = [a_pace(tmp_path, clock), a_pace(tmp_path, clock)]
    threads = [Thread(target=paces[number % 2].take_turn, args=(clock.wait,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clock.now - 1_780_000_000 >= 5 * 1.1 - 0.001


@pytest.mark.parametrize("jump", [-3600.0, -0.5, -1e9, 3e9])
def test_a_clock_that_jumps_costs_no_more_than_a_second(tmp_path: Path, clock: Clock, jump: float) -> None:
    a_pace(tmp_path, clock).take_turn(clock.wait)
    clock.now += jump
    for _ in range(2):
        a_pace(tmp_path, clock).take_turn(clock.wait)
    assert clock.waited <= 2 * 1.1 + 0.001


def test_a_clock_that_jumps_ahead_gives_this_program_no_second_turn(tmp_path: Path, clock: Clock) -> None:
    pace = a_pace(tmp_path, clock)
    pace.take_turn(clock.wait)
    clock.now += 3600
    pace.take_turn(clock.wait)
    assert clock.waited == pytest.approx(1.1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 70,
        b"nan 1.1",
        b"inf inf",
        b"1 2 3",
        b"later",
        b"1780000000 nan",
        b"1780000000 -5",
        "１ ２".encode(),
    ],
)
def test_a_file_that_makes_no_sense_keeps_nobody(tmp_path: Path, clock: Clock, content: bytes) -> None:
    (tmp_path / "online").mkdir()
    (tmp_path / TURN).write_bytes(content)
    a_pace(tmp_path, clock).take_turn(clock.wait)
    assert clock.waited <= 2
    a_pace(tmp_path, clock).take_turn(clock.wait)
    assert clock.waited >= 1.1 - 0.001


@pytest.mark.parametrize("content", [b"99999999999999 1.1", b"1780000000 1e300", b"1780000500 99999999"])
def test_a_file_from_the_future_keeps_nobody_for_long(tmp_path: Path, clock: Clock, content: bytes) -> None:
    (tmp_path / "online").mkdir()
    (tmp_path / TURN).write_bytes(content)
    a_pace(tmp_path, clock).take_turn(clock.wait)
    assert 1 < clock.waited <= LONGEST_HOLD + 0.001


def test_a_folder_that_cannot_be_used_leaves_the_pace_to_this_program(
    tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "online").write_text("a file where a folder should be", encoding="utf-8")
    pace = a_pace(tmp_path, clock)
    for _ in range(3):
        pace.take_turn(clock.wait)
    pace.hold(30)
    pace.take_turn(clock.wait)
    assert clock.waited == pytest.approx(2 * 1.1 + 30)
    assert len(caplog.records) == 1


def test_threads_keep_the_pace_without_a_file(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "online").write_text("", encoding="utf-8")
    pace = a_pace(tmp_path, clock)
    threads = [Thread(target=pace.take_turn, args=(clock.wait,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clock.uptime - 500 >= 3 * 1.1 - 0.001


def test_whoever_is_stopped_takes_no_turn(tmp_path: Path, clock: Clock) -> None:
    pace = a_pace(tmp_path, clock)
    pace.take_turn(clock.wait)
    clock.stop_after = 1
    with pytest.raises(StoppedError):
        pace.take_turn(clock.wait)
    clock.stop_after = -1
    before = clock.now
    pace.take_turn(clock.wait)
    assert clock.now - before == pytest.approx(1.1)


HOLDS = """
import sys
from pathlib import Path
from directory_app.geo.online.pace import Pace
Pace(Path(sys.argv[1])).hold(100)
"""

LOCKS_AND_WAITS = """
import os, sys
from directory_app.geo.online.file_lock import try_lock
descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
try_lock(descriptor)
print("locked", flush=True)
sys.stdin.read()
"""


def test_what_one_process_was_told_another_keeps_to(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", HOLDS, str(tmp_path / TURN)], check=True, timeout=60)
    clock = Clock(stop_after=1)
    with pytest.raises(StoppedError):
        Pace(tmp_path / TURN, time.time, clock.monotonic).take_turn(clock.wait)
    assert 1.1 < clock.waits[0] <= 100


def test_a_process_that_dies_with_the_lock_keeps_nobody(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "online").mkdir()
    child = subprocess.Popen(
        [sys.executable, "-c", LOCKS_AND_WAITS, str(tmp_path / TURN)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
        held = Clock()
        a_pace(tmp_path, held).take_turn(held.wait)
        assert 1 < held.waited < 3
        child.kill()
    a_pace(tmp_path, clock).take_turn(clock.wait)
    assert clock.waits == []
