"""geopy's Nominatim against a small server: what is sent, what comes of it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from directory_app.errors import BadInputError, StoppedError
from directory_app.geo.candidate import Match
from directory_app.geo.online.allowed import OnlineSettings
from directory_app.geo.online.cache import AnswerCache
from directory_app.geo.online.nominatim import OnlineGeocoder, online_geocoder
from directory_app.geo.online.waiting import wait_unless
from directory_app.model.address import PostalAddress
from directory_app.model.place import Position, Precision
from directory_app.settings import Settings
from tests.geo.online.hands import AGENT, Clock, a_geocoder, a_pace
from tests.geo.online.server import Reply, SmallServer, places
from tests.geo.online.shapes import ABROAD, HOUSE, IN_HONG_KONG, STREET, TOWN

Serve = Callable[..., SmallServer]

FREIBURG = PostalAddress(("Leopoldring 3, 2nd floor",), "79098", "Freiburg", country="DE")
BONN = PostalAddress(("Kaiser-Friedrich-Str. 7",), "53113", "Bonn", country="DE")


def test_an_address_is_asked_by_its_parts_and_answered_to_the_house(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(HOUSE))
    (found,) = a_geocoder(server.url, tmp_path, clock, email="who@example.org").locate(FREIBURG, clock.wait)
    assert found.position == Position(47.9968152, 7.8455371, Precision.ROOFTOP, "OpenStreetMap")
    assert (found.country, found.timezone, found.area) == ("DE", "Europe/Berlin", "Baden-Württemberg")
    assert (found.match, found.area_agrees) == (Match.NONE, True)
    assert found.label.startswith("3, Leopoldring")
    (asked,) = server.asked
    assert asked.path == "/search"
    assert asked.parameters == {
        "street": "Leopoldring 3",
        "city": "Freiburg",
        "postalcode": "79098",
        "country": "Germany",
        "countrycodes": "de",
        "format": "json",
        "limit": "5",
        "addressdetails": "1",
        "accept-language": "en",
        "email": "who@example.org",
    }
    assert asked.headers["user-agent"] == AGENT


def test_what_the_parts_do_not_find_is_asked_as_a_text(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(), places(STREET))
    (found,) = a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert found.position.precision is Precision.STREET
    assert found.match is Match.MAIN
    assert server.asked[1].parameters["q"] == "Kaiser-Friedrich-Str. 7, 53113 Bonn, Germany"
    assert server.asked[1].parameters["countrycodes"] == "de"
    assert clock.waited == pytest.approx(1.1)


def test_a_town_is_kept_where_the_text_finds_no_street(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(TOWN), places())
    (found,) = a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert found.position.precision is Precision.TOWN
    assert len(server.asked) == 2


def test_an_answer_in_another_country_is_dropped(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(ABROAD, TOWN))
    found = a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert [candidate.country for candidate in found] == ["DE"]


def test_hong_kong_is_found_though_it_is_filed_under_china(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(IN_HONG_KONG))
    geocoder = a_geocoder(server.url, tmp_path, clock)
    address = PostalAddress(("Queen's Road Central 15, 12/F",), city="Hong Kong", country="HK")
    (found,) = geocoder.locate(address, clock.wait)
    assert found.country == "HK"
    assert server.asked[0].parameters["countrycodes"] == "hk,cn"
    assert "country" not in server.asked[0].parameters
    assert geocoder.locate(PostalAddress(("Queen's Road Central 15",), country="CN"), clock.wait) == []


def test_nothing_is_asked_without_a_country(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve()
    geocoder = a_geocoder(server.url, tmp_path, clock)
    assert geocoder.locate(PostalAddress(city="Bonn"), clock.wait) == []
    assert geocoder.locate(PostalAddress(city="Bonn", country="XX"), clock.wait) == []
    assert geocoder.locate(PostalAddress(country="DE"), clock.wait) == []
    assert geocoder.locate_text("Bonn", "", clock.wait) == geocoder.locate_text(" \x00", "DE", clock.wait) == []
    assert server.asked == []


def test_a_text_that_somebody_types_is_asked_as_it_is(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(STREET))
    assert a_geocoder(server.url, tmp_path, clock).locate_text(" City Hall,\x00 Bonn ", "de", clock.wait)
    assert server.asked[0].parameters["q"] == "City Hall, Bonn"


def test_what_was_asked_before_is_answered_at_once_and_without_the_server(
    serve: Serve, tmp_path: Path, clock: Clock
) -> None:
    server = serve(places(HOUSE))
    first = a_geocoder(server.url, tmp_path, clock, email="who@example.org").locate(FREIBURG, clock.wait)
    again = a_geocoder(server.url, tmp_path, clock, email="other@example.org")
    assert [again.locate(FREIBURG, clock.wait) for _ in range(20)] == [first] * 20
    assert len(server.asked) == 1
    assert clock.waits == []


def test_what_is_kept_does_not_name_who_asked(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(HOUSE))
    a_geocoder(server.url, tmp_path, clock, email="who@example.org").locate(FREIBURG, clock.wait)
    (kept,) = (tmp_path / "online" / "answers").iterdir()
    assert b"who" not in kept.read_bytes()


def test_threads_ask_one_after_the_other(serve: Serve, tmp_path: Path) -> None:
    server, clock = serve(places(HOUSE)), Clock()
    geocoder = a_geocoder(server.url, tmp_path, clock)
    addresses = [PostalAddress((f"Leopoldring {number}",), city="Freiburg", country="DE") for number in range(4)]
    threads = [Thread(target=geocoder.locate, args=(address, clock.wait)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.asked) == 4
    assert clock.waited >= 3 * 1.1 - 0.001


def test_a_look_up_is_stopped_while_it_waits_for_its_turn(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places())
    clock.stop_after = 1
    with pytest.raises(StoppedError):
        a_geocoder(server.url, tmp_path, clock).locate(BONN, clock.wait)
    assert len(server.asked) == 1


def test_a_look_up_that_is_stopped_before_asks_nothing(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server, stopped = serve(places()), Event()
    stopped.set()
    with pytest.raises(StoppedError):
        a_geocoder(server.url, tmp_path, clock).locate(BONN, wait_unless(stopped))
    assert server.asked == []


def test_there_is_no_geocoder_unless_it_is_switched_on(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(BadInputError, match="switched off"):
        OnlineGeocoder(OnlineSettings(), AnswerCache(tmp_path), a_pace(tmp_path, clock), lambda point: "")
    assert online_geocoder(Settings(), tmp_path, "1.0", lambda point: "") is None
    assert list(tmp_path.iterdir()) == []


def test_the_settings_say_who_is_asked(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    server = serve(places(HOUSE))
    settings = Settings(online_geocoding="on", nominatim_url=f"{server.url}/maps/search/", nominatim_email=" a@b.org ")
    geocoder = online_geocoder(settings, tmp_path, "1.0", lambda point: "")
    assert geocoder is not None
    assert geocoder.locate(FREIBURG, clock.wait)
    (asked,) = server.asked
    assert asked.path == "/maps/search"
    assert asked.headers["user-agent"] == "office-directory/1.0"
    assert asked.parameters["email"] == "a@b.org"
    assert geocoder.host in server.url


def test_a_server_that_answers_nothing_gives_no_candidates(serve: Serve, tmp_path: Path, clock: Clock) -> None:
    assert a_geocoder(serve(Reply()).url, tmp_path, clock).locate(BONN, clock.wait) == []
