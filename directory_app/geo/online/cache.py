"""What a server answered before, kept in a folder so that nobody asks twice."""

import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

Places = list[dict[str, Any]]
"""A server's answer: its places as JSON objects."""

MOST_ANSWERS = 2_000
_LONGEST_ANSWER = 100_000
_DAY = 24 * 60 * 60.0
_KEPT_FOR = 180 * _DAY
_NOTHING_KEPT_FOR = 7 * _DAY


class AnswerCache:
    """Answers by the address that was asked, one small JSON file each: {"asked", "at", "places"}.

    The oldest go when there are too many. A file that makes no sense is set aside as `damaged`, one at most,
    and asked for again. Threads and processes may share the folder; one that cannot be used keeps nothing.
    """

    def __init__(self, folder: Path, most: int = MOST_ANSWERS, clock: Callable[[], float] = time.time) -> None:
        self._folder, self._most, self._clock = folder, most, clock

    def get(self, asked: str) -> Places | None:
        """Returns what was answered not too long ago, or None."""
        path = self._path(asked)
        try:
            with path.open("rb") as file:
                content = file.read(_LONGEST_ANSWER + 1)
        except OSError:
            return None
        try:
            at, places = _checked(json.loads(content), asked)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            self._set_aside(path, error)
            return None
        age = self._clock() - at
        return places if 0 <= age < (_KEPT_FOR if places else _NOTHING_KEPT_FOR) else None

    def put(self, asked: str, places: Places) -> None:
        """Keeps an answer; never raises for what cannot be kept."""
        content = json.dumps({"asked": asked, "at": self._clock(), "places": places}).encode("ascii")
        if len(content) > _LONGEST_ANSWER:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room()
            _write(self._path(asked), content)
        except OSError as error:
            _log.warning("An answer cannot be kept in %s (%s).", self._folder, error)

    def _path(self, asked: str) -> Path:
        return self._folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"

    def _make_room(self) -> None:
        """Removes a tenth of the answers, the oldest, where there is no room for another."""
        with os.scandir(self._folder) as entries:
            files = [(entry.stat().st_mtime, entry.path) for entry in entries if entry.name.endswith(".json")]
        if len(files) >= self._most:
            for _, path in sorted(files)[: len(files) - self._most + 1 + self._most // 10]:
                Path(path).unlink(missing_ok=True)

    def _set_aside(self, path: Path, error: Exception) -> None:
        _log.warning("The answer kept in %s is damaged (%s); it is set aside.", path, error)
        try:
            path.replace(self._folder / "damaged")
        except OSError as problem:
            _log.warning("%s cannot be set aside (%s).", path, problem)


def _checked(content: Any, asked: str) -> tuple[float, Places]:
    places = content["places"]
    if content["asked"] != asked or not isinstance(places, list) or not all(map(_is_place, places)):
        raise ValueError("it is no answer to this question")
    return float(content["at"]), places


def _is_place(row: object) -> bool:
    return isinstance(row, dict) and {"lat", "lon", "display_name"} <= row.keys()


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
