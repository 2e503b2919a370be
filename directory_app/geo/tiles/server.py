"""Pictures of the map from a server, where a user allows it: kept ones first, and only what is looked at."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from directory_app.geo.online.allowed import PROGRAM
from directory_app.geo.tiles.pictures import TileSet
from directory_app.geo.tiles.server_address import (
    DEFAULT_ATTRIBUTION,
    TileAddress,
    one_line,
    read_tile_address,
)
from directory_app.geo.tiles.server_answers import picture_of
from directory_app.geo.tiles.server_cache import Kept, PictureCache
from directory_app.geo.tiles.server_problems import ClosedError, ServerError
from directory_app.settings import Settings

if TYPE_CHECKING:
    from directory_app.geo.tiles.server_connection import Connection, Patience

_DEEPEST = 19
"""The deepest zoom that servers of this kind draw."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Which server is asked, whom to thank, and what the program calls itself."""

    address: TileAddress
    attribution: str
    user_agent: str


class TileServer:
    """Asks a tile server for single pictures, never for more than it is asked for itself; any thread may.

    After a failure the server is left alone for a while, and whoever asks meanwhile is told the same sentence again.
    What is kept is shown then, however old, unless the server forbade it.
    """

    def __init__(
        self,
        settings: ServerSettings,
        cache: PictureCache,
        patience: "Patience | None" = None,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Asks nobody and reads nothing yet."""
        self._settings, self._cache, self._patience = settings, cache, patience
        self._clock, self._monotonic = clock, monotonic
        self._about = TileSet(settings.address.host, settings.attribution, 0, _DEEPEST, finer=1)
        self._lock = Lock()
        self._closed = Event()
        self._connection: Connection | None = None
        self._trouble = ""
        """What went wrong last; it holds until `_free_at`."""
        self._free_at = -math.inf

    @property
    def about(self) -> TileSet:
        """The server's name, whom to thank, and the zooms that it is asked for."""
        return self._about

    def picture(self, z: int, x: int, y: int) -> bytes | None:
        """Returns a picture, None where the server has none; raises TilesError, at once after `close`."""
        self._leave(0)
        if not (0 <= z <= _DEEPEST and 0 <= x < 2**z and 0 <= y < 2**z):
            return None
        url = self._settings.address.at(z, x, y)
        kept = self._cache.get(url)
        if kept is not None and kept.is_fresh(self._clock()):
            return kept.picture
        try:
            return self._fetch(url, kept)
        except ServerError:
            if kept is None or kept.freshness.is_strict:
                raise
            return kept.picture

    def close(self) -> None:
        """Ends whatever is asked, without waiting for it; who waits is told so at once."""
        self._closed.set()
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _leave(self, seconds: float) -> None:
        if self._closed.wait(seconds):
            raise ClosedError("The map of the server is no longer asked for.")

    def _fetch(self, url: str, kept: Kept | None) -> bytes | None:
        with self._lock:
            if self._monotonic() < self._free_at:
                raise ServerError(self._trouble)
        try:
            answer = self._open().ask(url, self._headers(kept), self._leave)
            new = picture_of(answer, kept, self._about.name, self._clock())
        except ServerError as error:
            with self._lock:
                self._trouble, self._free_at = str(error), self._monotonic() + error.pause
            raise
        if new.freshness.may_keep:
            self._cache.put(url, new)
        elif kept is not None:
            self._cache.forget(url)
        return new.picture

    def _open(self) -> "Connection":
        from directory_app.geo.tiles.server_connection import Connection, Patience  # slow to import

        with self._lock:
            self._leave(0)
            if self._connection is None:
                address = self._settings.address
                scheme = "http" if address.is_open else "https"
                self._connection = Connection(address.host, scheme, self._patience or Patience())
            return self._connection

    def _headers(self, kept: Kept | None) -> dict[str, str]:
        headers = {
            "User-Agent": self._settings.user_agent,
            "Accept": "image/png,image/webp,image/jpeg",
            "Accept-Encoding": "identity",
        }
        if kept is not None and kept.freshness.etag:
            headers["If-None-Match"] = kept.freshness.etag
        if kept is not None and kept.freshness.modified:
            headers["If-Modified-Since"] = kept.freshness.modified
        return headers


def server_of(settings: Settings, folder: Path, version: str) -> TileServer | None:
    """Returns the server whose map a user's settings choose, None where that is another map or is switched off.

    `folder` is the program's data folder, where pictures are kept; nothing is asked or read before the first picture.
    Raises BadInputError where the server's address cannot be used.
    """
    if not settings.has_online_map:
        return None
    chosen = ServerSettings(
        read_tile_address(settings.tile_url),
        one_line(settings.tile_attribution) or DEFAULT_ATTRIBUTION,
        "".join(letter for letter in settings.tile_user_agent if " " <= letter <= "~").strip()
        or f"{PROGRAM}/{version}",
    )
    return TileServer(chosen, PictureCache(folder / "online" / "tiles"))
