"""Here, and nowhere else, a connection to this machine itself is made: to the small server of a test."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.geo.online.hands import Clock
from tests.geo.online.server import Reply, SmallServer

_LOOPBACK = "127.0.0.1"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a connection that leaves the machine, or for a name, fails; proxies are not asked."""
    connect, get_address = socket.socket.connect, socket.getaddrinfo

    def only_loopback(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_INET or address[0] != _LOOPBACK:
            pytest.fail(f"the test tried to connect to {address}")
        connect(self, address)

    def only_loopback_name(host: object, *arguments: Any, **options: Any) -> Any:
        if host != _LOOPBACK:
            pytest.fail(f"the test asked for the address of {host!r}")
        return get_address(_LOOPBACK, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)
    monkeypatch.setattr(socket.socket, "connect_ex", only_loopback)
    monkeypatch.setattr(socket, "getaddrinfo", only_loopback_name)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def serve() -> Iterator[Callable[..., SmallServer]]:
    """Starts servers that say what they are told to, and ends them."""
    servers: list[SmallServer] = []

    def start(*replies: Reply) -> SmallServer:
        servers.append(SmallServer(*replies))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
