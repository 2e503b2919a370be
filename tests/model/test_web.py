"""Cells of web addresses as they are published and typed, and what is doubtful about one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.web import read_website_cell, website_findings

_names = st.text("abcxyz0123456789", min_size=1, max_size=6)
_paths = st.sampled_from(["", "/", "/en/contact", "/?utm_source=a&utm_medium=b", "/Bonn_(city)", "/a,b;c?d=1#e"])
_sites = st.builds("{}{}.example.org{}".format, st.sampled_from(["", "www.", "https://"]), _names, _paths)
_pieces = st.sampled_from(["www.", "iclei", ".org", "http://", "https:", " ", "/", ",", ";", "<", ">", "(", ")", "\n"])


@pytest.mark.parametrize(
    "cell",
    [
        "www.iclei.org",
        " www.iclei.org ",
        "www.iclei.org.",
        "www.iclei.org,",
        "www.iclei.org;",
        "(www.iclei.org)",
        "<www.iclei.org>",
        "“www.iclei.org”",
        "www. iclei .org",
        "www. iclei. org",
        "www .iclei.org",
        "Web: www.iclei.org",
        "W: www.iclei.org",
        "W:www.iclei.org",
        "Website www.iclei.org",
        "Web:\nwww.iclei.org",
        "网址：www.iclei.org",
        "Iclei: www.iclei.org",
        "\u200bwww.iclei.org",
        "www.iclei.org; www.iclei.org",
    ],
)
def test_an_address_is_found_however_it_is_written(cell: str) -> None:
    assert read_website_cell(cell) == ("www.iclei.org",)


@pytest.mark.parametrize(
    "address",
    [
        "iclei.org",
        "https://iclei.org/?utm_source=newsletter&utm_medium=email&fbclid=1",
        "HTTP://ICLEI.ORG:8080/a#b",
        "https://en.wikipedia.org/wiki/Bonn_(city)",
        "https://iclei.org/a;jsessionid=1,2?b=c",
        "https://web.archive.org/web/2020/https://iclei.org/",
        "münchen.de",
        "例え.jp/道",
        "डाटामेल.भारत",
        "http://xn--mnchen-3ya.de/",
        "my_site.example.org",
    ],
)
def test_an_address_is_kept_with_all_its_parts(address: str) -> None:
    assert read_website_cell(address) == (address,)
    assert website_findings(address) == ()


@pytest.mark.parametrize("between", ["; ", ", ", ",", "\n", " ", " / ", " | ", "|", " and ", " y ", ";\n"])
def test_several_addresses_of_one_cell_are_told_apart(between: str) -> None:
    assert read_website_cell(f"www.a.org{between}www.b.org") == ("www.a.org", "www.b.org")


@pytest.mark.parametrize(
    ("cell", "sites"),
    [
        ("<http://a.org> <http://b.org>", ("http://a.org", "http://b.org")),
        ("http://a.org/x,http://b.org/y", ("http://a.org/x", "http://b.org/y")),
        ("a.org,b.org", ("a.org", "b.org")),
        ("www.a.org/www.b.org", ("www.a.org", "www.b.org")),
        ("a.org/b.org", ("a.org/b.org",)),
        ("http:// www.iclei.org", ("http://www.iclei.org",)),
        ("Facebook: https://facebook.com/iclei", ("https://facebook.com/iclei",)),
        ("...", ()),
        ("", ()),
    ],
)
def test_a_cell_gives_its_addresses(cell: str, sites: tuple[str, ...]) -> None:
    assert read_website_cell(cell) == sites


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("iclei", ""),
        ("not a site", ""),
        ("javascript:alert(1)", ""),
        ("ftp://iclei.org", ""),
        ("info@iclei.org", ""),
        ("iclei.org (in English)", "iclei.org"),
        ("English: https://iclei.org/en", "https://iclei.org/en"),
        ("example. org", "example.org"),
    ],
)
def test_what_cannot_be_read_stays_as_text_and_is_pointed_out(cell: str, suggestion: str) -> None:
    assert read_website_cell(cell) == (cell,)
    (finding,) = website_findings(cell)
    assert (finding.code, finding.field, finding.suggestion, finding.about) == (
        "website_malformed",
        "websites",
        suggestion,
        cell,
    )


@given(st.lists(_sites, min_size=1, max_size=4, unique=True))
def test_addresses_between_semicolons_are_read_again(sites: list[str]) -> None:
    assert read_website_cell("; ".join(sites)) == tuple(sites)


@given(st.text(max_size=60) | st.lists(_pieces | st.text(max_size=4), max_size=12).map("".join))
def test_any_cell_can_be_read_and_what_was_read_is_read_again_as_it_is(cell: str) -> None:
    sites = read_website_cell(cell)
    for site in sites:
        assert read_website_cell(site) == (site,)
    assert bool(sites) == any(c.isalnum() for c in cell)


def test_a_long_hostile_cell_is_read_in_no_time() -> None:
    for piece in ("(", ")", "a.", "www.", "a-", "http://", "a:", "www. a ", "<a"):
        read_website_cell(piece * 5_000)
