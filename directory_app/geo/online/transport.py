"""How a server is asked: kept answers first, in turn, patient when told to wait, and never beyond bounds."""

import http.client
import math
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from email.utils import mktime_tz, parsedate_tz
from functools import partial
from typing import Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import quote_plus
from urllib.request import HTTPRedirectHandler, Request, build_opener

from directory_app.geo.online.allowed import OnlineSettings
from directory_app.geo.online.aside import call_aside
from directory_app.geo.online.cache import AnswerCache, Places
from directory_app.geo.online.pace import Pace
from directory_app.geo.online.places import read_places
from directory_app.geo.online.problems import OddAnswerError, RefusedError, UnreachableError
from directory_app.geo.online.waiting import Wait

_TRIES = 3
_LONGEST_PATIENCE = 60.0
"""Seconds; whoever asks us to wait for longer is asked again another day."""
_USUAL_PATIENCE = 5.0
_LARGEST_ANSWER = 2_000_000
_AT_ONCE = 65_536


class Transport:
    """Fetches for one look-up; raises problems.OnlineError, or StoppedError from `wait`.

    Redirections are not followed: an address goes to the server that the settings name and to no other.
    """

    def __init__(
        self,
        settings: OnlineSettings,
        cache: AnswerCache,
        pace: Pace,
        wait: Wait,
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._host = settings, settings.server.host
        self._cache, self._pace, self._wait, self._clock = cache, pace, wait, clock
        self._opener = build_opener(_NoRedirection())

    def places(self, url: str, headers: Mapping[str, str]) -> Places:
        """Returns the places at a URL, kept ones without waiting; the e-mail address is sent and not kept."""
        kept = self._cache.get(url)
        if kept is not None:
            return kept
        places = read_places(self._fetch(url, headers), self._host)
        self._cache.put(url, places)
        return places

    def _fetch(self, url: str, headers: Mapping[str, str]) -> bytes:
        email = self._settings.email
        request = Request(url + (f"&email={quote_plus(email)}" if email else ""), headers=dict(headers))
        for tries in range(1, _TRIES + 1):
            self._pace.take_turn(self._wait)
            try:
                return call_aside(partial(self._read, request), self._wait)
            except HTTPError as error:
                with error:
                    self._be_patient(error, tries)
            except (OSError, ValueError, http.client.HTTPException) as error:
                raise UnreachableError(_sentence(error, self._host)) from error
        raise AssertionError("the last try returns or raises")

    def _read(self, request: Request) -> bytes:
        """Returns the body, and writes nothing; a server that sends it in drops has no longer than any other."""
        end = time.monotonic() + self._settings.seconds
        with self._opener.open(request, timeout=self._settings.seconds) as response:
            body = bytearray()
            while chunk := response.read1(_AT_ONCE):
                body += chunk
                if len(body) > _LARGEST_ANSWER:
                    raise OddAnswerError(f"{self._host} answered far too much for an address. Nothing was changed.")
                if time.monotonic() > end:
                    raise TimeoutError
            if response.length:
                raise ConnectionResetError
        return bytes(body)

    def _be_patient(self, error: HTTPError, tries: int) -> None:
        """Has everybody wait where the server is busy and another try is worth it, else raises."""
        if error.code not in (429, 503):
            self._refused(error)
        told = retry_after(error.headers.get("Retry-After"), self._clock())
        seconds = _USUAL_PATIENCE * tries if told is None else told
        self._pace.hold(seconds)
        if tries < _TRIES and seconds <= _LONGEST_PATIENCE:
            return
        later = f" It asks to be left alone for {_duration(seconds)}." if seconds > _LONGEST_PATIENCE else ""
        raise RefusedError(f"{self._host} is busy and answers nobody at the moment.{later} Try again later.") from error

    def _refused(self, error: HTTPError) -> NoReturn:
        if 300 <= error.code < 400:
            message = f"{self._host} sends on to another address, which was not asked. Put the right one into Settings."
            raise RefusedError(message) from error
        if error.code in (401, 403, 407):
            message = f"{self._host} does not let this program ask ({error.code}). Nothing was changed; see Settings."
            raise RefusedError(message) from error
        if error.code in (404, 410):
            message = (
                f"{self._host} has no address search where Settings say ({error.code}). Put the right address there."
            )
            raise RefusedError(message) from error
        if error.code >= 500:
            message = f"{self._host} is out of order ({error.code}). Nothing was changed; try again later."
            raise UnreachableError(message) from error
        raise OddAnswerError(f"{self._host} could not make sense of this address ({error.code}).") from error


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follows nothing; urllib then raises the HTTPError."""


def retry_after(header: str | None, now: float) -> float | None:
    """Returns the seconds that a Retry-After header asks to wait, None where it says nothing one can read.

    It is a number of seconds or a date (RFC 9110, section 10.2.3); `now` is in seconds since 1970.
    """
    text = (header or "").strip()[:100]
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        parsed = parsedate_tz(text)
        seconds = mktime_tz(parsed) - now if parsed else math.nan
    except (ValueError, OverflowError, TypeError, IndexError):  # a date that there is not
        return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _duration(seconds: float) -> str:
    minutes = math.ceil(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{math.ceil(minutes / 60)} hours" if minutes < 2880 else "days"


def _sentence(error: BaseException, host: str) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror):
        return f"There is no way to {host}: its name is not known. Check the network and the address in Settings."
    if isinstance(reason, ssl.SSLError):
        return f"The connection to {host} is not secure ({_why(reason)}), so nothing was sent."
    if isinstance(reason, TimeoutError):
        return f"{host} took too long to answer. Nothing was changed; try again later."
    if isinstance(reason, ConnectionRefusedError):
        return f"{host} does not take connections. Check the address in Settings, or try again later."
    if isinstance(reason, (ConnectionError, http.client.HTTPException)):
        return f"{host} hung up before it had answered. Nothing was changed; try again later."
    return f"{host} cannot be reached ({_why(reason)}). Check the network; nothing was changed."


def _why(reason: object) -> str:
    text = getattr(reason, "verify_message", "") or getattr(reason, "strerror", "") or str(reason)
    return str(text)[:100].rstrip(".") or type(reason).__name__
