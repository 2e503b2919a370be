"""Addresses of tile servers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.errors import BadInputError
from directory_app.geo.tiles.server_address import DEFAULT_URL, one_line, read_tile_address


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", "https://tile.openstreetmap.org/3/5/2.png"),
        (f" {DEFAULT_URL} ", "https://tile.openstreetmap.org/3/5/2.png"),
        ("HTTPS://Tiles.Example.org:8443/a/{z}/{x}/{y}{r}.webp?k={z}", "https://tiles.example.org:8443/a/3/5/2@2x.webp?k=3"),
        ("https://{s}.tiles.example.org/{z}/{y}/{x}", "https://b.tiles.example.org/3/2/5"),
        ("http://[::1]/{z}/{x}/{y}", "http://[::1]/3/5/2"),
        ("https://köln.example/{z}/{x}/{y}", "https://xn--kln-sna.example/3/5/2"),
        ("https://{s}.köln.example/{z}/{x}/{y}", "https://b.xn--kln-sna.example/3/5/2"),
    ],
)  # fmt: skip
def test_an_address_says_where_each_picture_is(text: str, asked: str) -> None:
    address = read_tile_address(text)
    assert address.at(3, 5, 2) == asked
    assert address.is_open is asked.startswith("http:")


def test_the_host_is_named_as_one_that_is_asked() -> None:
    assert read_tile_address("https://{s}.example.org:81/{z}/{x}/{y}").host == "a.example.org:81"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tile.openstreetmap.org", "This is no address"),
        ("file:///{z}/{x}/{y}", "This is no address"),
        ("ftp://example.org/{z}/{x}/{y}", "This is no address"),
        ("https:///{z}/{x}/{y}", "This is no address"),
        ("https://{z}.example.org/{x}/{y}", "This is no address"),
        ("https://exa mple.org/{z}/{x}/{y}", "This is no address"),
        ("https://example.org/ü/{z}/{x}/{y}", "This is no address"),
        ("https://example.org/a b/{z}/{x}/{y}", "This is no address"),
        ("https://example.org/{{z}}/{x}/{y}", "This is no address"),
        ("https://example.org:99999/{z}/{x}/{y}", "This is no address"),
        ("https://[::1/{z}/{x}/{y}", "This is no address"),
        ("https://{s}/{z}/{x}/{y}" + "a" * 500, "This is no address"),
        ("https://example.org/{z}/{x}", "lacks {y}"),
        ("https://example.org/", "lacks {z}"),
        ("https://example.org/{zoom}/{x}/{y}", "{zoom} is not known"),
        ("https://me:secret@example.org/{z}/{x}/{y}", "no name, password"),
        ("https://example.org/{z}/{x}/{y}#a", "no name, password"),
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(BadInputError) as raised:
        read_tile_address(text)
    assert said in str(raised.value)
    assert len(str(raised.value)) < 200


_ODD = st.sampled_from([*"/?#@[]:%é\n{}", "{r}", "{z}", "%7b", "..", "//"]) | st.text(max_size=3)


@given(
    scheme=st.sampled_from(["https://", "HTTP://", ""]),
    host=st.sampled_from(["example.org", "{s}.b:80", "[::1]"]),
    odd=st.lists(_ODD, max_size=3).map("".join),
    path=st.permutations(["/{z}", "/{x}", "-{y}"]).map("".join),
)
def test_any_text_is_an_address_or_refused(scheme: str, host: str, odd: str, path: str) -> None:
    text = f"{scheme}{host}{odd}{path}"
    try:
        address = read_tile_address(text)
    except BadInputError:
        return
    url = address.at(19, 1, 2)
    assert url.isascii()
    assert url.startswith(("http://", "https://"))
    assert not set(url) & set(" \r\n{}#")
    assert read_tile_address(address.url) == address


def test_whom_to_thank_is_one_line_of_plain_text() -> None:
    assert one_line(" © A\n\tB\u202e\x00 ") == "© A B"
    assert len(one_line("x" * 5000)) == 500
