"""What is sent, how often, and what the server's headers change in that."""

import socket
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from subprocess import PIPE, Popen, run
from threading import Event, Thread

import pytest

from directory_app.errors import BadInputError
from directory_app.geo.tiles.pictures import TilePictures, TilesError, TileSet
from directory_app.geo.tiles.server import ServerSettings, TileServer, server_of
from directory_app.geo.tiles.server_address import read_tile_address
from directory_app.geo.tiles.server_cache import PictureCache
from directory_app.settings import Settings
from tests.geo.online.hands import Clock
from tests.geo.online.server import Asked, Reply, SmallServer
from tests.geo.tiles.server.hands import DAY, OTHER, PNG, Open, Serve, date, picture

SWITCHED_ON = Settings(map_source="online", online_tiles="on")


def test_a_picture_is_asked_for_by_name_and_nothing_else_is_said(serve: Serve, open_server: Open) -> None:
    server = serve(picture())
    pictures: TilePictures = open_server(server.url)
    assert pictures.picture(3, 4, 5) == PNG
    (asked,) = server.asked
    assert (asked.path, asked.parameters) == ("/3/4/5.png", {})
    assert asked.headers["user-agent"] == "office-directory/test"
    assert asked.headers["accept-encoding"] == "identity"
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}


def test_what_is_known_of_the_set_needs_no_question(open_server: Open) -> None:
    assert open_server("http://127.0.0.1:9").about == TileSet("127.0.0.1:9", "© Nobody", 0, 19, finer=1)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(online_tiles="on"),
        Settings(map_source="online"),
        Settings(map_source="file", online_tiles="on"),
    ],
)
def test_without_choice_and_switch_there_is_no_server(tmp_path: Path, settings: Settings) -> None:
    assert server_of(settings, tmp_path, "1.2") is None


def test_switched_on_it_is_openstreetmaps_and_nothing_is_asked_or_written_yet(tmp_path: Path) -> None:
    server = server_of(SWITCHED_ON, tmp_path, "1.2")
    assert server is not None
    assert server.about == TileSet("tile.openstreetmap.org", "© OpenStreetMap contributors", 0, 19, finer=1)
    server.close()
    assert not list(tmp_path.iterdir())


def test_the_settings_say_where_whom_to_thank_and_who_asks(serve: Serve, tmp_path: Path) -> None:
    small = serve(picture(), picture())
    url = small.url + "/{r}/{z}/{x}/{y}?key=k"
    for agent, sent in (("Town\r\nHall: 1", "TownHall: 1"), ("", "office-directory/1.2")):
        settings = Settings(
            map_source="online",
            online_tiles="on",
            tile_url=url,
            tile_user_agent=agent,
            tile_attribution="© A\n\u202e<b>",
        )
        server = server_of(settings, tmp_path / str(len(agent)), "1.2")
        assert server is not None
        assert server.about.attribution == "© A <b>"
        assert server.picture(1, 0, 1) == PNG
        server.close()
        assert small.asked[-1].headers["user-agent"] == sent
    assert (small.asked[0].path, small.asked[0].parameters) == ("/@2x/1/0/1", {"key": "k"})


def test_an_address_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        server_of(Settings(map_source="online", online_tiles="on", tile_url="tiles"), tmp_path, "1")


def test_while_a_picture_is_fresh_nobody_asks_again(serve: Serve, open_server: Open, clock: Clock) -> None:
    server = serve(picture(Cache_Control="public, max-age=3600", Age="600"))
    assert open_server(server.url).picture(0, 0, 0) == PNG
    clock.now += 2999
    assert open_server(server.url).picture(0, 0, 0) == PNG  # another start of the program
    assert len(server.asked) == 1
    clock.now += 2
    open_server(server.url).picture(0, 0, 0)
    assert len(server.asked) == 2


def test_without_a_word_from_the_server_a_picture_is_kept_for_a_week(
    serve: Serve, open_server: Open, clock: Clock
) -> None:
    server = serve(picture())
    pictures = open_server(server.url)
    for days, asked in ((0, 1), (6.9, 1), (0.2, 2)):
        clock.now += days * DAY
        pictures.picture(0, 0, 0)
        assert len(server.asked) == asked


def test_a_stale_picture_is_asked_for_on_a_condition_and_stays_if_nothing_changed(
    serve: Serve, open_server: Open, clock: Clock
) -> None:
    modified = date(clock.now - DAY)
    server = serve(
        picture(Cache_Control="max-age=60", ETag='W/"a"', Last_Modified=modified),
        Reply(b"", 304, {"Cache-Control": "max-age=100"}),
        picture(OTHER),
    )
    pictures = open_server(server.url)
    pictures.picture(0, 0, 0)
    clock.now += 61
    assert pictures.picture(0, 0, 0) == PNG
    asked: Asked = server.asked[1]
    assert (asked.headers["if-none-match"], asked.headers["if-modified-since"]) == ('W/"a"', modified)
    clock.now += 99
    assert pictures.picture(0, 0, 0) == PNG
    assert len(server.asked) == 2
    clock.now += 2
    assert pictures.picture(0, 0, 0) == OTHER
    assert server.asked[2].headers["if-none-match"] == 'W/"a"'


def test_an_unchanged_picture_stays_fresh_as_long_as_at_first_if_nothing_else_is_said(
    serve: Serve, open_server: Open, clock: Clock
) -> None:
    in_an_hour = date(time.time() + 3600)  # the small server says what the time is really
    server = serve(picture(Expires=in_an_hour, ETag='"a"'), Reply(b"", 304))
    pictures = open_server(server.url)
    for later, asked in ((0, 1), (3500, 1), (102, 2), (3500, 2), (102, 3)):
        clock.now += later
        assert pictures.picture(0, 0, 0) == PNG
        assert len(server.asked) == asked


def test_what_may_not_be_kept_is_not(serve: Serve, open_server: Open, tmp_path: Path, clock: Clock) -> None:
    server = serve(
        picture(Cache_Control="max-age=60"), picture(OTHER, Cache_Control="no-store"), picture(Cache_Control="no-store")
    )
    pictures = open_server(server.url)
    pictures.picture(0, 0, 0)
    assert len(list((tmp_path / "online" / "tiles").iterdir())) == 1
    clock.now += 61
    assert pictures.picture(0, 0, 0) == OTHER
    assert list((tmp_path / "online" / "tiles").iterdir()) == []
    assert pictures.picture(0, 0, 0) == PNG
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [404, 410, 204])
def test_what_is_not_there_is_none_and_not_asked_for_again_soon(
    serve: Serve, open_server: Open, clock: Clock, status: int
) -> None:
    server = serve(Reply(b"", status, {"Cache-Control": "no-store"}), picture())
    pictures = open_server(server.url)
    for later, asked in ((0, 1), (599, 1)):
        clock.now += later
        assert pictures.picture(0, 0, 0) is None
        assert len(server.asked) == asked
    clock.now += 2
    assert pictures.picture(0, 0, 0) == PNG


@pytest.mark.parametrize("tile", [(-1, 0, 0), (0, 1, 0), (2, 0, 4), (2, -1, 0), (20, 0, 0), (30, 0, 0)])
def test_what_cannot_be_on_any_map_is_not_asked_for(
    serve: Serve, open_server: Open, tile: tuple[int, int, int]
) -> None:
    server = serve(picture())
    assert open_server(server.url).picture(*tile) is None
    assert server.asked == []


def test_as_many_pictures_are_asked_for_as_are_wanted_and_no_more(serve: Serve, open_server: Open) -> None:
    server = serve(picture())
    pictures = open_server(server.url)
    for _ in range(3):
        for x in range(4):
            assert pictures.picture(2, x, 1) == PNG
    assert sorted(asked.path for asked in server.asked) == [f"/2/{x}/1.png" for x in range(4)]


def test_one_connection_serves_many_questions(serve: Serve, open_server: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BaseHTTPRequestHandler, "protocol_version", "HTTP/1.1")
    server = serve(picture(), Reply(b"<html>", 404), picture())
    connect, connections = socket.socket.connect, 0

    def count(self: socket.socket, address: object) -> None:
        nonlocal connections
        connections += 1
        connect(self, address)  # type: ignore[arg-type]  # whatever was given

    monkeypatch.setattr(socket.socket, "connect", count)
    pictures = open_server(server.url)
    assert [pictures.picture(2, x, 1) for x in range(4)] == [PNG, None, PNG, PNG]
    assert (len(server.asked), connections) == (4, 1)


class CountingServer(SmallServer):
    """Answers only when two ask at once or the test lets go; knows how many asked at once."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.two, self.three, self.let_go = Event(), Event(), Event()
        super().__init__(picture())

    def note(self, asked: Asked) -> Reply:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        if self.now == 2:
            self.two.set()
        if self.now > 2:
            self.three.set()
        self.let_go.wait(10)
        reply = super().note(asked)
        with self._lock:
            self.now -= 1
        return reply


def test_no_more_than_two_questions_are_asked_at_once(open_server: Open) -> None:
    server = CountingServer()
    pictures = open_server(server.url)
    threads = [Thread(target=pictures.picture, args=(3, x, 0)) for x in range(8)]
    for thread in threads:
        thread.start()
    assert server.two.wait(10)
    assert not server.three.wait(0.2)
    server.let_go.set()
    for thread in threads:
        thread.join()
    server.close()
    assert (server.most, len(server.asked)) == (2, 8)


def test_closing_does_not_wait_for_a_server_that_says_nothing_and_ends_who_waits(
    serve: Serve, open_server: Open
) -> None:
    server = serve(Reply(is_silent=True))
    pictures = open_server(server.url)
    ends: list[Exception] = []

    def ask() -> None:
        try:
            pictures.picture(0, 0, 0)
        except TilesError as error:
            ends.append(error)

    threads = [Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    begun = time.monotonic()
    pictures.close()
    for thread in threads:
        thread.join()
    assert time.monotonic() - begun < 2
    assert len(ends) == 3
    with pytest.raises(TilesError):
        pictures.picture(0, 0, 0)
    assert len(server.asked) <= 2


_ENDS_WHILE_ASKING = """
import sys, threading
from pathlib import Path
from directory_app.geo.tiles.pictures import TilesError
from directory_app.geo.tiles.server import server_of
from directory_app.settings import Settings

url = sys.argv[1] + "/{z}/{x}/{y}"
server = server_of(Settings(map_source="online", online_tiles="on", tile_url=url), Path(sys.argv[2]), "1")

def ask():
    try:
        server.picture(0, 0, 0)
    except TilesError:
        print("told")

asking = threading.Thread(target=ask)
asking.start()
sys.stdin.readline()
server.close()
"""


def test_the_end_of_the_program_does_not_wait_for_a_server(tmp_path: Path) -> None:
    asked = Event()

    class Silent(SmallServer):
        def note(self, request: Asked) -> Reply:
            asked.set()
            return super().note(request)

    server = Silent(Reply(is_silent=True))
    program = Popen(
        [sys.executable, "-P", "-c", _ENDS_WHILE_ASKING, server.url, tmp_path],
        stdin=PIPE,
        stdout=PIPE,
        encoding="utf-8",
    )
    assert asked.wait(30)
    begun = time.monotonic()
    said, _ = program.communicate("close\n", timeout=30)
    assert time.monotonic() - begun < 5  # a server may be silent for ten
    assert (said, program.returncode) == ("told\n", 0)
    server.close()


def test_what_speaks_to_servers_is_imported_with_the_first_question_only() -> None:
    asks = (
        "import sys, directory_app.geo.tiles.server as s, pathlib\n"
        "from directory_app.settings import Settings\n"
        "s.server_of(Settings(map_source='online', online_tiles='on'), pathlib.Path('nowhere'), '1')\n"
        "sys.exit(bool({'urllib3', 'http.client', 'ssl'} & set(sys.modules)))"
    )
    assert run([sys.executable, "-P", "-c", asks], timeout=60, check=False).returncode == 0


def test_a_server_is_asked_with_the_settings_it_was_given(serve: Serve, tmp_path: Path) -> None:
    small = serve(picture())
    settings = ServerSettings(read_tile_address(small.url + "/{z}/{x}/{y}"), "© Nobody", "me/1")
    server = TileServer(settings, PictureCache(tmp_path))
    assert server.picture(0, 0, 0) == PNG
    server.close()
