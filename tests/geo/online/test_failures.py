"""Servers that are down, slow, busy, lying or no Nominatim at all: one sentence each, and nothing changed."""

import json
import socket
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from directory_app.errors import StoppedError
from directory_app.geo.online.problems import OddAnswerError, OnlineError, RefusedError, UnreachableError
from directory_app.geo.online.transport import retry_after
from directory_app.model.address import PostalAddress
from tests.geo.online.hands import Clock, a_geocoder, a_pace
from tests.geo.online.server import Reply, SmallServer, places
from tests.geo.online.shapes import HOUSE, STREET

Serve = Callable[..., SmallServer]

BONN = PostalAddress(("Kaiser-Friedrich-Str. 7",), "53113", "Bonn", country="DE")


def failure(url: str, folder: Path, clock: Clock, seconds: float = 5.0) -> OnlineError:
    """Looks an address up, which must fail with a sentence that names the server."""
    with pytest.raises(OnlineError) as raised:
        a_geocoder(url, folder, clock, seconds=seconds).locate(BONN, clock.wait)
    sentence = str(raised.value)
    assert "127.0.0.1" in sentence or "example" in sentence
    assert sentence.endswith((".", "Settings"))
    assert "\n" not in sentence
    assert len(sentence) < 200
    return raised.value


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_after_the_delay_that_it_names(
    serve: Serve, tmp_path: Path, clock: Clock, status: int
) -> None:
    server = serve(Reply(b"Slow down", status, {"Retry-After": "17"}), places(STREET))
    assert a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert clock.waited == pytest.approx(17)
    assert len(server.asked) == 2


def test_a_delay_may_be_a_date(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(status=429, headers={"Retry-After": formatdate(clock.now + 30, usegmt=True)}), places(STREET))
    assert a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert clock.waited == pytest.approx(30)


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "Fri, 99 Foo 2026 99:99:99 GMT", "1e3", "٣", "9" * 400])
def test_a_delay_that_cannot_be_read_is_some_seconds(
    serve: Serve, tmp_path: Path, clock: Clock, header: str | None
) -> None:
    encoded = None if header is None else header.encode().decode("latin-1")
    read = retry_after(encoded, clock.now)
    assert read is None or read >= 0
    headers = {} if encoded is None or read else {"Retry-After": encoded}
    server = serve(Reply(status=429, headers=headers), places(STREET))
    assert a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert clock.waited == pytest.approx(5)


def test_a_server_that_stays_busy_is_left_alone_after_three_tries(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(status=429))
    error = failure(server.url, tmp_path, clock)
    assert isinstance(error, RefusedError)
    assert len(server.asked) == 3
    assert clock.waited == pytest.approx(5 + 10)


def test_a_server_that_wants_an_hour_is_not_waited_for_and_not_asked_by_others_either(
    serve: Serve, tmp_path: Path, clock: Clock
) -> None:
    server = serve(Reply(status=429, headers={"Retry-After": "3600"}))
    assert "60 minutes" in str(failure(server.url, tmp_path, clock))
    assert (len(server.asked), clock.waits) == (1, [])
    a_pace(tmp_path, clock).take_turn(clock.wait)
    assert clock.waited == pytest.approx(120)


def test_waiting_for_a_busy_server_can_be_stopped(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(status=503, headers={"Retry-After": "30"}))
    clock.stop_after = 1
    with pytest.raises(StoppedError):
        a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, OddAnswerError),
        (401, RefusedError),
        (403, RefusedError),
        (404, RefusedError),
        (407, RefusedError),
        (500, UnreachableError),
        (502, UnreachableError),
        (504, UnreachableError),
        (599, UnreachableError),
    ],
)
def test_other_refusals_are_told_at_once(
    serve: Serve, tmp_path: Path, clock: Clock, status: int, kind: type[OnlineError]
) -> None:
    server = serve(Reply(b"<html>no</html>", status))
    error = failure(server.url, tmp_path, clock)
    assert type(error) is kind
    assert str(status) in str(error)
    assert len(server.asked) == 1


def test_a_redirection_is_not_followed_for_the_address_goes_to_the_named_server_only(
    serve: Serve, tmp_path: Path, clock: Clock
) -> None:
    other = serve(places(STREET))
    server = serve(Reply(b"", 302, {"Location": f"{other.url}/search"}))
    assert "another address" in str(failure(server.url, tmp_path, clock))
    assert other.asked == []


NO_PLACES = [
    b"",
    b"<!DOCTYPE html><html><body>Welcome to the hotel network</body></html>",
    b"\xff\xfe\x00\xd8",
    b"[",
    b"null",
    b"7",
    b'"places"',
    b"{}",
    b'{"error": "Unable to geocode"}',
    b"[[]]",
    b"[null]",
    b'[{"lat": "50", "lon": "7"}]',
    b'[{"lat": "50", "lon": "7", "display_name": null}]',
    b"[" * 100_000,
    b"[" + b"9" * 5000 + b"]",
]


@pytest.mark.parametrize("body", NO_PLACES, ids=lambda body: f"{len(body)} {body[:20]!r}")
def test_what_is_no_list_of_places_is_said_and_not_kept(
    serve: Serve, tmp_path: Path, clock: Clock, body: bytes
) -> None:
    error = failure(serve(Reply(body)).url, tmp_path, clock)
    assert isinstance(error, OddAnswerError)
    assert ("a web page" in str(error)) is body.startswith(b"<")
    assert not (tmp_path / "online" / "answers").exists()


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("NaN", "7"),
        (float("nan"), 7.0),
        ("50", "Infinity"),
        ("-90.5", "7"),
        ("50", "180.01"),
        (1e400, 7),
        ("50,7", "7"),
        ("", ""),
        (None, None),
        (True, 7),
        ([50], [7]),
        ("9" * 5000, "7"),
    ],
)
def test_coordinates_that_are_nowhere_are_said(
    serve: Serve, tmp_path: Path, clock: Clock, latitude: Any, longitude: Any
) -> None:
    server = serve(places({**STREET, "lat": latitude, "lon": longitude}))
    assert "nowhere on the earth" in str(failure(server.url, tmp_path, clock))


def test_an_answer_without_end_is_cut_off(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(b" " * 2_100_000))
    assert "far too much" in str(failure(server.url, tmp_path, clock))


def test_an_answer_of_many_places_is_read_in_part(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(json.dumps([{**HOUSE, "name": "x" * 3000}] * 300).encode()))
    found = a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert len(found) == 20
    assert len(found[0].name) == 500


def test_what_a_server_calls_a_place_can_be_shown_and_stored(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places({**STREET, "display_name": "A\ud800B\x00\u202eC\n<b>", "name": "\udfff"}))
    (found,) = a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert found.label == "A B C <b>"
    assert found.label.encode()


def test_a_server_that_is_not_there_is_said(tmp_path: Path, clock: Clock) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and nobody listens
        error = failure(f"http://127.0.0.1:{held.getsockname()[1]}", tmp_path, clock)
    assert isinstance(error, UnreachableError)
    assert "does not take connections" in str(error)


def test_a_name_that_nobody_knows_is_said(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "its name is not known" in str(failure("https://nominatim.example", tmp_path, clock))


def test_a_server_that_does_not_speak_tls_is_said(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply())
    assert "is not secure" in str(failure(server.url.replace("http:", "https:"), tmp_path, clock))
    assert server.asked == []


@pytest.mark.parametrize(
    "reply", [Reply(is_silent=True), Reply(b"[", drips=True)], ids=["says nothing", "sends it in drops"]
)
def test_a_server_that_takes_too_long_is_given_up(serve: Serve, tmp_path: Path, clock: Clock, reply: Reply) -> None:
    begun = time.monotonic()
    assert "too long" in str(failure(serve(reply).url, tmp_path, clock, seconds=0.2))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("reply", [Reply(hangs_up=True), Reply(b"[", promised=1000)], ids=["at once", "half-way"])
def test_a_server_that_hangs_up_is_said(serve: Serve, tmp_path: Path, clock: Clock, reply: Reply) -> None:
    assert "hung up" in str(failure(serve(reply).url, tmp_path, clock))


def test_after_a_failure_the_next_look_up_works(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(Reply(hangs_up=True), places(STREET))
    failure(server.url, tmp_path, clock)
    assert a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert clock.waited == pytest.approx(1.1)
