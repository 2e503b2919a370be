"""How a tile server is asked for one picture: at most two questions at once, bounded in bytes and in time."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from directory_app.geo.online.aside import call_aside
from directory_app.geo.online.waiting import Wait
from directory_app.geo.tiles.pictures import HEAVIEST
from directory_app.geo.tiles.server_freshness import Headers
from directory_app.geo.tiles.server_problems import UnreachableError, UnusableError

AT_ONCE = 2
"""Connections; more than two were never welcome at OpenStreetMap's servers."""
_CHUNK = 65_536
_BETWEEN_LOOKS = 0.05
"""Seconds for which somebody who wants to leave has to stay."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server may take, in seconds: until it takes a connection, between two words, and for all of it."""

    connect: float = 5.0
    read: float = 10.0
    whole: float = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; `headers` are looked up whatever their case."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)


class Connection:
    """Keeps connections to one host and asks over them; through a proxy where the system names one."""

    def __init__(self, host: str, scheme: str, patience: Patience) -> None:
        """Asks nobody yet; `host` may have a port."""
        self._host, self._scheme, self._patience = host, scheme, patience
        self._timeout = urllib3.Timeout(connect=patience.connect, read=patience.read)
        self._turns = BoundedSemaphore(AT_ONCE)
        self._lock = Lock()
        self._pools: urllib3.PoolManager | None = None

    def ask(self, url: str, headers: Mapping[str, str], leave: Wait) -> Answer:
        """Returns the answer; redirections are not followed, since other servers are nobody's choice.

        Raises what `leave` raises, which need not wait for the server, and problems of server_problems.py.
        """
        end = time.monotonic() + self._patience.whole

        def may_wait(seconds: float) -> None:
            leave(seconds)
            if time.monotonic() > end:
                raise UnreachableError(_too_long(self._host))

        while not self._turns.acquire(timeout=_BETWEEN_LOOKS):
            may_wait(0)
        return call_aside(lambda: self._answer(url, headers, end), may_wait)

    def close(self) -> None:
        """Closes the connections that rest; the others end with their answers, which nobody waits for."""
        with self._lock:
            if self._pools is not None:
                self._pools.clear()

    def _answer(self, url: str, headers: Mapping[str, str], end: float) -> Answer:
        """Returns the answer and gives the turn back, however long after everybody left."""
        try:
            return self._read(url, headers, end)
        except (HTTPError, OSError, ValueError) as error:
            raise UnreachableError(_sentence(error, self._host)) from error
        finally:
            self._turns.release()

    def _read(self, url: str, headers: Mapping[str, str], end: float) -> Answer:
        pools = self._pools or _pools(self._host, self._scheme)  # with nothing locked, as it may take long
        with self._lock:
            self._pools = pools = self._pools or pools
        response = pools.urlopen(
            "GET",
            url,
            headers=headers,
            redirect=False,
            retries=False,
            timeout=self._timeout,
            preload_content=False,
            decode_content=False,  # pictures are packed already; what is packed again is no picture of ours
        )
        body = bytearray()
        try:
            while chunk := response.read1(_CHUNK):
                body += chunk
                if len(body) > HEAVIEST:
                    raise UnusableError(f"{self._host} sends far too much for a picture of the map.")
                if time.monotonic() > end:
                    raise UnreachableError(_too_long(self._host))
        except BaseException:
            response.close()
            raise
        response.release_conn()
        return Answer(response.status, response.headers, bytes(body))


def _pools(host: str, scheme: str) -> urllib3.PoolManager:
    """Returns what opens connections; asking the system for its proxy may take long, too."""
    proxy = "" if proxy_bypass(host) else getproxies().get(scheme, "")
    if not proxy:
        return urllib3.PoolManager(maxsize=AT_ONCE)
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    name = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    place = parts.netloc.rpartition("@")[2]
    try:
        return urllib3.ProxyManager(
            f"{parts.scheme}://{place}",
            maxsize=AT_ONCE,
            proxy_headers=urllib3.make_headers(proxy_basic_auth=name) if parts.username else None,
        )
    except (HTTPError, ValueError) as error:
        raise UnreachableError(f"The proxy {place}, which the system names, cannot be used ({error}).") from error


def _sentence(error: Exception, host: str) -> str:
    if isinstance(error, ProxyError):
        return f"The proxy that the system names does not lead to {host}, so its map is not shown. Check the network."
    if isinstance(error, NameResolutionError):
        return f"There is no way to {host}: its name is not known. Check the network and the map's address in Settings."
    if isinstance(error, SSLError):
        return f"The connection to {host} is not secure ({_why(error)}), so no map was asked for."
    if isinstance(error, NewConnectionError):  # which is a ConnectTimeoutError, too
        return f"{host} does not take connections. Check the network and the map's address in Settings."
    if isinstance(error, (ConnectTimeoutError, ReadTimeoutError)):
        return _too_long(host)
    if isinstance(error, (ProtocolError, ConnectionError)):
        return f"{host} hung up before it had sent a picture of the map. It is tried again later."
    return f"{host} cannot be asked for its map ({_why(error)}). Check the network and the map's address in Settings."


def _too_long(host: str) -> str:
    return f"{host} took too long to send a picture of the map. It is tried again later."


def _why(error: Exception) -> str:
    """Returns what the system says of a failure, short and without what was asked, which may hold a key."""
    reason = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    text = getattr(reason, "verify_message", "") or getattr(reason, "reason", "") or getattr(reason, "strerror", "")
    return str(text or type(reason).__name__).replace("_", " ").lower()[:100].rstrip(".")
