"""What the settings allow, and which addresses of servers can be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.errors import BadInputError
from directory_app.geo.online.allowed import OnlineSettings, Server, is_email, online_settings, read_server
from directory_app.settings import Settings

ON = "on"


def test_nothing_is_allowed_at_first() -> None:
    assert not online_settings(Settings(), "1.0").is_on
    assert online_settings(Settings(nominatim_url="nonsense"), "1.0") == OnlineSettings()


def test_the_switch_alone_asks_the_server_of_openstreetmap() -> None:
    allowed = online_settings(Settings(online_geocoding=ON), "1.0")
    assert allowed.is_on
    assert allowed.server.url == "https://nominatim.openstreetmap.org"
    assert (allowed.user_agent, allowed.email) == ("office-directory/1.0", "")


def test_a_program_may_be_named_otherwise_but_not_with_lines() -> None:
    settings = Settings(online_geocoding=ON, nominatim_user_agent=" Town Hall\r\nX-Evil: 1\x00é ", nominatim_email="me")
    allowed = online_settings(settings, "1.0")
    assert (allowed.user_agent, allowed.email) == ("Town HallX-Evil: 1", "")


def test_a_server_that_cannot_be_used_is_told_where_the_switch_is_on() -> None:
    with pytest.raises(BadInputError, match="no address of a server"):
        online_settings(Settings(online_geocoding=ON, nominatim_url="nominatim"), "1.0")


@pytest.mark.parametrize(
    ("text", "server", "host"),
    [
        ("", Server("https", "nominatim.openstreetmap.org"), "nominatim.openstreetmap.org"),
        ("  https://Maps.Example.org/ ", Server("https", "maps.example.org"), "maps.example.org"),
        ("http://localhost:8080", Server("http", "localhost:8080"), "localhost:8080"),
        ("https://example.org/nominatim/search/", Server("https", "example.org/nominatim"), "example.org"),
        ("https://example.org/search", Server("https", "example.org"), "example.org"),
        ("HTTPS://bücher.example/x", Server("https", "xn--bcher-kva.example/x"), "xn--bcher-kva.example"),
        ("http://[::1]:80/", Server("http", "[::1]:80"), "[::1]:80"),
        ("http://192.0.2.7", Server("http", "192.0.2.7"), "192.0.2.7"),
    ],
)
def test_the_address_of_a_server_is_read(text: str, server: Server, host: str) -> None:
    assert read_server(text) == server
    assert server.host == host
    assert read_server(server.url) == server


@pytest.mark.parametrize(
    "text",
    [
        "nominatim.openstreetmap.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///search",
        "https://exa mple.org",
        "https://example.org/a b",
        "https://example..org",
        "https://-",
        "https://example.org:port",
        "https://example.org:99999",
        "http://[::1",
        "http://[zz]",
        "https://example.org/\u202e",
        "https://\x00",
        "https://" + "a" * 70 + ".org",
        "https://" + "a/" * 400,
        "\ud800",
    ],
)
def test_what_is_no_address_of_a_server_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match=r"looks like https://nominatim"):
        read_server(text)


@pytest.mark.parametrize(
    "text", ["https://me:secret@example.org", "https://example.org/?key=1", "https://example.org/#top"]
)
def test_an_address_with_a_password_or_a_question_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="leave them out"):
        read_server(text)


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "https://x/"]))
def test_any_text_is_read_or_refused(text: str, start: str) -> None:
    try:
        server = read_server(start + text)
    except BadInputError as error:
        assert str(error).endswith(".")
    else:
        assert server.url.isascii()
        assert read_server(server.url) == server


@pytest.mark.parametrize(("text", "is_one"), [("a@b.org", True), ("a@b", False), ("a b@c.d", False), ("", False)])
def test_an_e_mail_address_has_a_form(text: str, is_one: bool) -> None:
    assert is_email(text) is is_one
