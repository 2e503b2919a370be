"""A small server that answers as Nominatim does, or as no server should."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock, Thread
from urllib.parse import parse_qs, urlsplit

_SECONDS_BETWEEN_DROPS = 0.02


@dataclass(frozen=True)
class Reply:
    """What the server says once; with `is_silent` nothing, with `drips` a space now and then, for ever.

    `promised` is a Content-Length that is more than what comes before the server hangs up.
    """

    body: bytes = b"[]"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    is_silent: bool = False
    drips: bool = False
    hangs_up: bool = False
    promised: int = 0


def places(*rows: Mapping[str, object]) -> Reply:
    """Returns the reply that lists these places."""
    return Reply(json.dumps(rows).encode(), headers={"Content-Type": "application/json; charset=utf-8"})


@dataclass(frozen=True)
class Asked:
    """One request: its path, its parameters, and its headers in lower case."""

    path: str
    parameters: dict[str, str]
    headers: dict[str, str]


class SmallServer:
    """Answers on loopback with one reply after the other, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies) or [Reply()]
        self.asked: list[Asked] = []
        self.is_closing = Event()
        self._lock = Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.owner = self
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), name="small server")
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def note(self, asked: Asked) -> Reply:
        """Notes a request and returns what to say."""
        with self._lock:
            self.asked.append(asked)
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def close(self) -> None:
        """Ends it, and whatever it still says."""
        self.is_closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    owner: SmallServer

    def server_bind(self) -> None:
        TCPServer.server_bind(self)  # without asking for the name of this machine
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing when a client went away, which is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        parameters = {key: values[0] for key, values in parse_qs(parts.query).items()}
        headers = {key.lower(): value for key, value in self.headers.items()}
        owner = self.server.owner
        reply = owner.note(Asked(parts.path, parameters, headers))
        if reply.is_silent:
            owner.is_closing.wait()
        if reply.hangs_up or reply.is_silent:
            return
        self.send_response(reply.status)
        for key, value in reply.headers.items():
            self.send_header(key, value)
        if not reply.drips:
            self.send_header("Content-Length", str(reply.promised or len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)
        while reply.drips and not owner.is_closing.wait(_SECONDS_BETWEEN_DROPS):
            self.wfile.write(b" ")

    def log_message(self, *_: object) -> None:
        """Says nothing."""
