"""Pictures of a tile server, kept in a folder for as long as the server allows."""

import json
import logging
import os
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from directory_app.geo.tiles.pictures import HEAVIEST
from directory_app.geo.tiles.server_freshness import Freshness

_log = logging.getLogger(__name__)

MOST_BYTES = 256 * 1024 * 1024
_LONGEST_HEAD = 4_000
_MOST_UNSEEN = 16
"""After a sixteenth of the room the folder is looked at again, for another process may fill it, too."""
_LEFT_OF_TEN = 9
_SUFFIX, _HALF = ".tile", ".part"
_HOUR = 60 * 60.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture, None where the server has none, when it came, in seconds since 1970, and what was said of it."""

    picture: bytes | None
    at: float
    freshness: Freshness

    def is_fresh(self, now: float) -> bool:
        """Tells whether the server need not be asked; a picture from the future has met a clock that was wrong."""
        return 0 <= now - self.at < self.freshness.seconds


class PictureCache:
    """Pictures by their URL, one file each: a line of JSON, then the picture; a file's time is when it was last used.

    Those not used for longest go when there are too many. A file that makes no sense is removed. Threads and
    processes may share the folder; one that cannot be written to keeps nothing more, and that is no error.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES, clock: Callable[[], float] = time.time) -> None:
        """Takes the folder, which is made when something is kept, and its size in bytes."""
        self._folder, self._most, self._clock = folder, most, clock
        self._lock = Lock()
        self._room = 0
        """Bytes that may be written before the folder is looked at."""
        self._has_complained = False

    def get(self, url: str) -> Kept | None:
        """Returns what is kept of a URL, fresh or not."""
        path = self._path(url)
        try:
            with path.open("rb") as file:
                content = file.read(_LONGEST_HEAD + HEAVIEST + 1)
                used = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        try:
            kept = _read(content, url)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            _log.warning("What is kept of the map in %s is damaged (%s); it is removed.", path, error)
            self._remove(path)
            return None
        if abs(self._clock() - used) > _HOUR:
            self._touch(path)
        return kept

    def put(self, url: str, kept: Kept) -> None:
        """Keeps a picture in place of what was kept before; never raises for what cannot be kept."""
        content = _written(kept, url)
        with self._lock:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._room -= len(content)
                if self._room < 0:
                    self._room = self._make_room(len(content)) - len(content)
                self._write(self._path(url), content)
            except OSError as error:
                self._complain(error)

    def forget(self, url: str) -> None:
        """Removes what is kept of a URL."""
        self._remove(self._path(url))

    def _path(self, url: str) -> Path:
        return self._folder / f"{sha256(url.encode()).hexdigest()[:32]}{_SUFFIX}"

    def _make_room(self, needed: int) -> int:
        """Removes what was not used for longest where all is too much, and says how much may be added unseen."""
        files = self._files()
        total = sum(size for _, size, _ in files)
        if total + needed > self._most:
            for _, size, path in sorted(files):
                if total + needed <= self._most * _LEFT_OF_TEN // 10:
                    break
                self._remove(path)
                total -= size
        return min(self._most - total, self._most // _MOST_UNSEEN)

    def _files(self) -> list[tuple[float, int, Path]]:
        """Returns when each picture was last used, its bytes and its file; what was left half written goes."""
        found = []
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another process makes room, too
                state = path.stat()
                if path.suffix == _SUFFIX:
                    found.append((state.st_mtime, state.st_size, path))
                elif path.suffix == _HALF and self._clock() - state.st_mtime > _HOUR:
                    self._remove(path)
        return found

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=_HALF)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.utime(name, (self._clock(),) * 2)
            Path(name).replace(path)
        except BaseException:
            self._remove(Path(name))
            raise

    def _touch(self, path: Path) -> None:
        try:
            os.utime(path, (self._clock(),) * 2)
        except OSError as error:  # removed by another process, or not ours to write
            _log.debug("%s: %s", path, error)

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            self._complain(error)

    def _complain(self, error: OSError) -> None:
        if not self._has_complained:
            self._has_complained = True
            _log.warning("Pictures of the map cannot be kept in %s (%s).", self._folder, error)


def _written(kept: Kept, url: str) -> bytes:
    body = kept.picture or b""
    head = {
        "url": url,
        "at": kept.at,
        "is_there": kept.picture is not None,
        "sum": zlib.crc32(body),
        "freshness": asdict(kept.freshness),
    }
    return json.dumps(head).encode("ascii") + b"\n" + body


def _read(content: bytes, url: str) -> Kept:
    """Raises ValueError, KeyError or TypeError for what was not written here, or only in part."""
    first, _, body = content.partition(b"\n")
    head: Any = json.loads(first[:_LONGEST_HEAD])
    said = head["freshness"]
    is_number = isinstance(said["seconds"], float) and isinstance(head["at"], float)
    is_text = isinstance(said["etag"], str) and isinstance(said["modified"], str)
    if not is_number or not is_text or head["url"] != url or head["sum"] != zlib.crc32(body):
        raise ValueError("it is not this picture, or not all of it")
    return Kept(body if head["is_there"] is True else None, head["at"], Freshness(**said))
