"""Servers that do not even speak HTTP properly."""

import socket
import time
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from directory_app.geo.tiles.pictures import TilesError
from directory_app.geo.tiles.server_connection import Patience
from tests.geo.tiles.server.hands import PNG, Open

IN_A_HURRY = Patience(connect=0.5, read=0.3, whole=0.6)


class RawServer:
    """Answers every connection with the same bytes; with `drop` it goes on with that for ever."""

    def __init__(self, answer: bytes, drop: bytes = b"") -> None:
        self._answer, self._drop = answer, drop
        self._is_closing = Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = Thread(target=self._serve, name="raw server")
        self._thread.start()

    def close(self) -> None:
        """Ends it."""
        self._is_closing.set()
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self._is_closing.is_set():
            try:
                connection, _ = self._listening.accept()
            except TimeoutError:
                continue
            with connection:
                self._answer_to(connection)

    def _answer_to(self, connection: socket.socket) -> None:
        try:
            connection.settimeout(5)
            connection.recv(65_536)
            connection.sendall(self._answer)
            while self._drop and not self._is_closing.wait(0.02):
                connection.sendall(self._drop)
        except OSError:
            """Whoever asked went away."""


@pytest.fixture
def raw(request: pytest.FixtureRequest) -> Iterator[RawServer]:
    server = RawServer(*request.param)
    yield server
    server.close()


NO_HTTP = {
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "zeros": bytes(100_000),
    "a status that is none": b"HTTP/1.1 abc\r\n\r\n",
    "too many headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n" + PNG,
    "a header too long": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n" + PNG,
    "a length that lies": b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n" + PNG,
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n" + PNG,
    "chunks that are none": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n" + PNG,
    "chunks that end early": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n" + PNG,
    "another protocol to go on with": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n",
    "a picture packed twice": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, br, x\r\nContent-Length: 3\r\n\r\nabc",
}


@pytest.mark.parametrize("raw", [pytest.param((answer,), id=name) for name, answer in NO_HTTP.items()], indirect=True)
def test_what_is_no_proper_answer_is_said(raw: RawServer, open_server: Open) -> None:
    with pytest.raises(TilesError) as raised:
        open_server(raw.url, IN_A_HURRY).picture(0, 0, 0)
    assert "127.0.0.1" in str(raised.value)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param((b"HTTP/1.1 200 OK\r\nX: ", b"y"), id="a header"),
        pytest.param((b"", b"HTTP/1.1 100 Continue\r\n\r\n"), id="promises"),
        pytest.param((b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + PNG, b"y"), id="a picture"),
        pytest.param((b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\ny\r\n"), id="chunks"),
    ],
    indirect=True,
)
def test_what_comes_in_drops_is_given_up(raw: RawServer, open_server: Open) -> None:
    begun = time.monotonic()
    with pytest.raises(TilesError, match="too long"):
        open_server(raw.url, IN_A_HURRY).picture(0, 0, 0)
    assert time.monotonic() - begun < 5


IN_ANY_WAY = {
    "until it hangs up": b"HTTP/1.0 200 OK\r\n\r\n" + PNG,
    "in chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n"
    % (PNG[:5], len(PNG) - 5, PNG[5:]),
    "after a promise": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nContent-Length: %d\r\n\r\n" % len(PNG) + PNG,
}


@pytest.mark.parametrize(
    "raw", [pytest.param((answer,), id=name) for name, answer in IN_ANY_WAY.items()], indirect=True
)
def test_a_picture_may_come_in_any_way_that_http_has(raw: RawServer, open_server: Open) -> None:
    assert open_server(raw.url).picture(0, 0, 0) == PNG
