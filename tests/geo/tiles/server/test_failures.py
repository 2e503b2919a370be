"""Servers that are down, slow, busy, lying or no tile servers at all: one sentence, and what is kept is shown."""

import gzip
import socket
import time
from pathlib import Path

import pytest

from directory_app.geo.tiles.pictures import TilesError
from directory_app.geo.tiles.server_connection import Patience
from tests.geo.online.hands import Clock
from tests.geo.online.server import Reply
from tests.geo.tiles.server.hands import OTHER, PNG, Open, Serve, date, picture

IN_A_HURRY = Patience(connect=0.5, read=0.3, whole=0.6)


def failure(open_server: Open, url: str, patience: Patience | None = None) -> str:
    """Asks for a picture, which must fail with a sentence that names the server and not what was asked."""
    with pytest.raises(TilesError) as raised:
        open_server(url, patience, "/{z}/{x}/{y}.png?key=secret").picture(0, 0, 0)
    sentence = str(raised.value)
    assert url.partition("//")[2] in sentence
    assert "secret" not in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200
    return sentence


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><title>Welcome to the hotel</title>", "a web page"),
        (b"\n<HTML>", "a web page"),
        (b"", "something else"),
        (b"GIF89a", "something else"),
        (b'{"error": "no"}', "something else"),
        (b"\x89PN", "something else"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "something else"),
    ],
)
def test_what_is_no_picture_is_said_and_not_kept(
    serve: Serve, open_server: Open, tmp_path: Path, body: bytes, said: str
) -> None:
    assert f"sent {said} in place of a picture" in failure(open_server, serve(Reply(body)).url)
    assert not (tmp_path / "online").exists()


@pytest.mark.parametrize("body", [PNG, b"\xff\xd8\xff\xe0jpeg", b"RIFF\x00\x00\x00\x00WEBPVP8 "])
def test_pictures_of_each_kind_are_taken_as_they_are(serve: Serve, open_server: Open, body: bytes) -> None:
    assert open_server(serve(Reply(body)).url).picture(0, 0, 0) == body


def test_after_a_failure_a_server_is_left_alone_and_the_same_is_said_again(
    serve: Serve, open_server: Open, clock: Clock
) -> None:
    server = serve(Reply(hangs_up=True), picture())
    pictures = open_server(server.url)
    sentences = set()
    for x in range(4):
        with pytest.raises(TilesError) as raised:
            pictures.picture(2, x, 0)
        sentences.add(str(raised.value))
    assert len(sentences) == 1
    assert len(server.asked) == 1
    clock.uptime += 16
    assert pictures.picture(2, 0, 0) == PNG


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "seconds", "said"),
    [
        ("90", 90, "90 seconds"),
        ("0", 5, "5 seconds"),
        ("7200", 7200, "120 minutes"),
        (None, 60, "60 seconds"),
        ("soon", 60, "60 seconds"),
        ("9" * 30, 86_400, "24 hours"),
    ],
)
def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(
    serve: Serve, open_server: Open, clock: Clock, status: int, header: str | None, seconds: float, said: str
) -> None:
    server = serve(Reply(status=status, headers={} if header is None else {"Retry-After": header}), picture())
    pictures = open_server(server.url)
    for _ in range(2):
        with pytest.raises(TilesError, match=f"busy and asks to be left alone for {said}"):
            pictures.picture(0, 0, 0)
        clock.uptime += seconds - 1
        clock.now += seconds - 1
        with pytest.raises(TilesError):
            pictures.picture(0, 0, 0)
        assert len(server.asked) == 1
        clock.uptime -= seconds - 1
    clock.uptime += seconds + 1
    assert pictures.picture(0, 0, 0) == PNG


def test_a_delay_may_be_a_date(serve: Serve, open_server: Open, clock: Clock) -> None:
    server = serve(Reply(status=429, headers={"Retry-After": date(clock.now + 45)}))
    assert "45 seconds" in failure(open_server, server.url)


@pytest.mark.parametrize("status", [400, 401, 403, 407, 418, 500, 502, 504, 304, 206, 201])
def test_other_refusals_are_told_at_once(serve: Serve, open_server: Open, status: int) -> None:
    server = serve(Reply(b"", status))
    failure(open_server, server.url)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "to", ["{other}/0/0/0.png", "file:///etc/passwd", "//127.0.0.1/", "/0/0/0.png", "", "http://["]
)
def test_a_redirection_is_not_followed(serve: Serve, open_server: Open, to: str) -> None:
    other = serve(picture())
    server = serve(Reply(b"", 302, {"Location": to.replace("{other}", other.url)}))
    assert "another address" in failure(open_server, server.url)
    assert (len(server.asked), other.asked) == (1, [])


@pytest.mark.parametrize("status", [200, 404, 503])
def test_a_picture_without_end_is_cut_off(serve: Serve, open_server: Open, status: int) -> None:
    assert "far too much" in failure(open_server, serve(Reply(PNG + b" " * 4_300_000, status)).url)


def test_what_is_packed_is_never_unpacked(serve: Serve, open_server: Open) -> None:
    bomb = gzip.compress(PNG + bytes(50_000_000))
    assert "packed" in failure(open_server, serve(Reply(bomb, headers={"Content-Encoding": "gzip"})).url)


def test_a_server_that_is_not_there_is_said(open_server: Open) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and nobody listens
        url = f"http://127.0.0.1:{held.getsockname()[1]}"
        assert "does not take connections" in failure(open_server, url)


def test_a_name_that_nobody_knows_is_said(open_server: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "its name is not known" in failure(open_server, "https://tiles.example")


def test_a_server_that_does_not_speak_tls_is_said(serve: Serve, open_server: Open) -> None:
    server = serve(picture())
    assert "is not secure" in failure(open_server, server.url.replace("http:", "https:"))
    assert server.asked == []


@pytest.mark.parametrize(
    "reply", [Reply(is_silent=True), Reply(PNG, drips=True)], ids=["says nothing", "sends it in drops"]
)
def test_a_server_that_takes_too_long_is_given_up(serve: Serve, open_server: Open, reply: Reply) -> None:
    begun = time.monotonic()
    assert "too long" in failure(open_server, serve(reply).url, IN_A_HURRY)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("reply", [Reply(hangs_up=True), Reply(PNG, promised=1000)], ids=["at once", "half-way"])
def test_a_server_that_hangs_up_is_said(serve: Serve, open_server: Open, tmp_path: Path, reply: Reply) -> None:
    assert "hung up" in failure(open_server, serve(reply).url)
    assert not (tmp_path / "online").exists()


def test_headers_that_make_no_sense_are_no_harm(serve: Serve, open_server: Open) -> None:
    odd = {"Cache-Control": "max-age=-1, ,=,max-age", "Age": "x", "ETag": "é", "Expires": "0", "Vary": "*"}
    pictures = open_server(serve(picture(), Reply(PNG, headers=odd), Reply(OTHER, headers=odd)).url)
    assert [pictures.picture(1, x, 0) for x in (0, 1)] == [PNG, PNG]
    assert pictures.picture(1, 1, 0) == OTHER


@pytest.mark.parametrize(
    "trouble", [Reply(hangs_up=True), Reply(status=500), Reply(status=429), Reply(b"<html>"), Reply(status=302)]
)
def test_what_is_kept_is_shown_however_old_while_the_server_is_in_trouble(
    serve: Serve, open_server: Open, clock: Clock, trouble: Reply
) -> None:
    server = serve(picture(Cache_Control="max-age=60"), trouble)
    pictures = open_server(server.url)
    pictures.picture(0, 0, 0)
    clock.now += 1_000_000
    for _ in range(3):
        assert pictures.picture(0, 0, 0) == PNG
    assert len(server.asked) == 2


@pytest.mark.parametrize("said", ["max-age=60, must-revalidate", "no-cache"])
def test_a_server_may_forbid_to_show_what_is_old(serve: Serve, open_server: Open, clock: Clock, said: str) -> None:
    server = serve(picture(Cache_Control=said), Reply(hangs_up=True))
    pictures = open_server(server.url)
    pictures.picture(0, 0, 0)
    clock.now += 61
    with pytest.raises(TilesError):
        pictures.picture(0, 0, 0)


def test_through_a_proxy_that_is_none_the_sentence_is_about_the_proxy(
    serve: Serve, open_server: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{held.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "")
        assert "proxy" in failure(open_server, "http://tiles.example")


def test_a_proxy_that_the_system_names_is_asked(
    serve: Serve, open_server: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(picture())
    monkeypatch.setenv("http_proxy", proxy.url.replace("//", "//me:p%40ss@"))
    assert open_server("http://tiles.example").picture(0, 0, 0) == PNG
    assert proxy.asked[0].headers["host"] == "tiles.example"
    assert proxy.asked[0].headers["proxy-authorization"] == "Basic bWU6cEBzcw=="


def test_a_proxy_of_another_kind_is_said(open_server: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    with pytest.raises(TilesError, match="proxy"):
        open_server("http://tiles.example").picture(0, 0, 0)
