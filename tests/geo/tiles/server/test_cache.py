"""What is kept of a server's map, for how long, and what damage costs."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from threading import Thread

import pytest

from directory_app.geo.tiles.server_cache import Kept, PictureCache
from directory_app.geo.tiles.server_freshness import Freshness
from tests.geo.online.hands import Clock
from tests.geo.tiles.server.hands import PNG

URL = "https://tiles.example/1/0/1.png"
AT = 1_780_000_000.0
KEPT = Kept(PNG, AT, Freshness(seconds=60.0, etag='"a"'))


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_a_picture_is_found_again_by_another_process(tmp_path: Path) -> None:
    PictureCache(tmp_path / "a" / "b").put(URL, KEPT)
    assert PictureCache(tmp_path / "a" / "b").get(URL) == KEPT
    assert PictureCache(tmp_path / "a" / "b").get(URL + "x") is None


def test_that_there_is_none_is_kept_too(tmp_path: Path) -> None:
    kept = Kept(None, AT, Freshness(seconds=5.0))
    PictureCache(tmp_path).put(URL, kept)
    assert PictureCache(tmp_path).get(URL) == kept


def test_a_picture_from_the_future_is_not_fresh() -> None:
    assert KEPT.is_fresh(AT)
    assert not KEPT.is_fresh(AT + 60)
    assert not KEPT.is_fresh(AT - 1)


def test_those_not_used_for_longest_make_room(tmp_path: Path, clock: Clock) -> None:
    cache = PictureCache(tmp_path, 10_000, clock.time)
    kept = Kept(bytes(500), clock.now, Freshness())
    for number in range(100):
        clock.now += 4000
        cache.put(f"{number}", kept)
        assert cache.get(f"{number}") == kept
        assert cache.get("0") == kept
        assert size(tmp_path) <= 10_000
    assert cache.get("1") is None
    assert cache.get("98") == kept


def test_two_processes_stay_within_the_room_nearly(tmp_path: Path, clock: Clock) -> None:
    caches = [PictureCache(tmp_path, 32_000, clock.time) for _ in range(2)]
    kept = Kept(bytes(500), clock.now, Freshness())
    for number in range(200):
        clock.now += 1
        caches[number % 2].put(f"{number}", kept)
        assert size(tmp_path) <= 32_000 * 9 // 8


def test_what_a_killed_process_left_half_written_goes_after_an_hour(tmp_path: Path, clock: Clock) -> None:
    for name, age in (("old", 4000), ("new", 10)):
        half = tmp_path / f".{name}.part"
        half.write_bytes(b"half")
        os.utime(half, (clock.now - age,) * 2)
    PictureCache(tmp_path, clock=clock.time).put(URL, KEPT)
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".part"} == {".new.part"}


DAMAGE: list[Callable[[bytes], bytes]] = [
    lambda content: b"",
    lambda content: content[:-1],
    lambda content: content[:50],
    lambda content: content + b"x",
    lambda content: content.replace(b"picture", b"pictures", 1),
    lambda content: content.replace(b"60.0", b'"60"', 1),
    lambda content: content.replace(b'"etag"', b'"edag"', 1),
    lambda content: content.replace(b"/1/0/1", b"/1/1/1", 1),
    lambda content: b"\xff\xfe\n",
    lambda content: b"null\n" + PNG,
    lambda content: b"[" * 100_000,
    lambda content: bytes(5_000_000),
]


@pytest.mark.parametrize("number", range(len(DAMAGE)))
def test_what_is_damaged_is_removed_and_asked_for_again(
    tmp_path: Path, number: int, caplog: pytest.LogCaptureFixture
) -> None:
    cache = PictureCache(tmp_path)
    cache.put(URL, KEPT)
    (path,) = tmp_path.iterdir()
    path.write_bytes(DAMAGE[number](path.read_bytes()))
    assert cache.get(URL) is None
    assert not path.exists()
    assert "damaged" in caplog.text
    cache.put(URL, KEPT)
    assert cache.get(URL) == KEPT


def test_a_folder_that_is_none_keeps_nothing_and_says_so_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("here")
    cache = PictureCache(tmp_path / "file" / "tiles")
    for _ in range(3):
        cache.put(URL, KEPT)
        assert cache.get(URL) is None
        cache.forget(URL)
    assert caplog.text.count("cannot be kept") == 1


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from directory_app.geo.tiles.server_cache import Kept, PictureCache
from directory_app.geo.tiles.server_freshness import Freshness
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
cache = PictureCache(Path(sys.argv[1]))
cache.put("u", Kept(bytes(1000), 1.0, Freshness()))
print(cache.get("u"), list(Path(sys.argv[1]).iterdir()))
"""


def test_a_disk_that_is_full_keeps_nothing_and_nothing_half(tmp_path: Path) -> None:
    done = run(
        [sys.executable, "-P", "-c", _ON_A_FULL_DISK, tmp_path],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout == "None []\n"


def test_threads_that_read_and_write_one_picture_never_see_half_of_it(tmp_path: Path) -> None:
    pictures = [PNG * 1, PNG * 1000]
    seen: set[bytes | None] = set()

    def work(number: int) -> None:
        cache = PictureCache(tmp_path)
        for turn in range(60):
            cache.put(URL, Kept(pictures[(number + turn) % 2], AT, Freshness()))
            kept = cache.get(URL)
            seen.add(kept.picture if kept is not None else None)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen <= set(pictures)
    assert len(list(tmp_path.iterdir())) == 1
