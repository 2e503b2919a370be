"""The small server of the tests of looking up online, here with pictures."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from directory_app.geo.tiles.server import ServerSettings, TileServer
from directory_app.geo.tiles.server_address import read_tile_address
from directory_app.geo.tiles.server_cache import PictureCache
from directory_app.geo.tiles.server_connection import Patience
from tests.geo.online.conftest import clock, no_network, serve
from tests.geo.online.hands import Clock

__all__ = ["clock", "no_network", "serve"]

Open = Callable[..., TileServer]


@pytest.fixture
def open_server(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    """Opens the pictures of a server, kept in one folder, and closes them after the test."""
    opened: list[TileServer] = []

    def start(url: str, patience: Patience | None = None, path: str = "/{z}/{x}/{y}.png") -> TileServer:
        settings = ServerSettings(read_tile_address(url + path), "© Nobody", "office-directory/test")
        cache = PictureCache(tmp_path / "online" / "tiles", clock=clock.time)
        opened.append(TileServer(settings, cache, patience, clock.time, clock.monotonic))
        return opened[-1]

    yield start
    for server in opened:
        server.close()
