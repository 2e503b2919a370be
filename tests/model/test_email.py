"""E-mail cells as they are published and typed, and what is doubtful about one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.email import email_findings, read_email_cell
from directory_app.model.office import Email

_LETTERS = "abcxyzé例भ"
_names = st.text("abcxyz0123456789", min_size=1, max_size=6)
_addresses = st.builds("{}.{}@{}.org".format, _names, _names, _names)
_labels = st.lists(st.text(_LETTERS, min_size=2, max_size=6), min_size=1, max_size=2).map(" ".join)
_pieces = st.sampled_from(
    ["a@b.org", "<c@d.org>", "(at)", " at ", "[dot]", "mailto:", "e@f", "Press: ", "(", ")", ",", ";", "/", "\n", '"']
)


def read(cell: str) -> list[tuple[str, str]]:
    return [(email.address, email.label) for email in read_email_cell(cell)]


@pytest.mark.parametrize(
    "cell",
    [
        "info@iclei.org",
        " info@iclei.org ",
        "<info@iclei.org>",
        "'info@iclei.org'",
        "“info@iclei.org”",
        "[info@iclei.org]",
        "*info@iclei.org*",
        "info@iclei.org.",
        "info@iclei.org,",
        "info@iclei.org;",
        "info@iclei.org?",
        "mailto:info@iclei.org",
        "MAILTO:info@iclei.org?subject=Hello%20there&cc=other@iclei.org",
        "<mailto:info@iclei.org>",
        "info@iclei.org <mailto:info@iclei.org>",
        "E: info@iclei.org",
        "E-mail: info@iclei.org",
        "E-Mail:\ninfo@iclei.org",
        "Email address: info@iclei.org",
        "Correo electrónico: info@iclei.org",
        "メール：info@iclei.org",
        "info(at)iclei.org",
        "info (at) iclei.org",
        "info [at] iclei [dot] org",
        "info{at}iclei{dot}org",
        "info(a)iclei.org",
        "info%40iclei.org",
        "info@iclei(dot)org",
        "info at iclei dot org",
        "E: info at iclei.org",
        "info @ iclei.org",
        "info@ iclei .org",
        "\ufeffinfo@iclei.org\u200b",
        "ｉｎｆｏ＠ｉｃｌｅｉ．ｏｒｇ",
    ],
)
def test_an_address_is_found_however_it_is_written(cell: str) -> None:
    assert read(cell) == [("info@iclei.org", "")]


@pytest.mark.parametrize(
    "address",
    [
        "info@münchen.de",
        "用户@例え.jp",
        "संपर्क@डाटामेल.भारत",
        "почта@пример.рф",
        "info@xn--mnchen-3ya.de",
        "O'Brien+office@Iclei.ORG",
        "a/b@c.org",
    ],
)
def test_an_address_in_any_script_is_kept_as_written(address: str) -> None:
    assert read(address) == [(address, "")]
    assert email_findings(Email(address)) == ()


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("iclei.ws@iclei.org (General inquiries)", "General inquiries"),
        ("iclei.ws(at)iclei.org (General inquiries)", "General inquiries"),
        ("iclei.ws@iclei.org(General inquiries)", "General inquiries"),
        ("(General inquiries) iclei.ws@iclei.org", "General inquiries"),
        ("[General inquiries] iclei.ws@iclei.org", "General inquiries"),
        ("General inquiries: iclei.ws@iclei.org", "General inquiries"),
        ("General inquiries iclei.ws@iclei.org", "General inquiries"),
        ("iclei.ws@iclei.org – General inquiries", "General inquiries"),
        ("iclei.ws@iclei.org, General inquiries", "General inquiries"),
        ("Ada Lovelace <iclei.ws@iclei.org>", "Ada Lovelace"),
        ('"Lovelace, Ada" <iclei.ws@iclei.org>', "Lovelace, Ada"),
        ("Ada Lovelace (iclei.ws@iclei.org)", "Ada Lovelace"),
        ("iclei.ws@iclei.org (Press (Bonn); media)", "Press (Bonn); media"),
        ("iclei.ws@iclei.org (press", "press"),
        ("Press e-mail: iclei.ws@iclei.org", "Press"),
        ("Sales and Marketing: iclei.ws@iclei.org", "Sales and Marketing"),
        ("ICLEI e.V. <iclei.ws@iclei.org>", "ICLEI e.V."),
        ("1. iclei.ws@iclei.org", "1."),
    ],
)
def test_what_stands_beside_an_address_is_its_label(cell: str, label: str) -> None:
    assert read(cell) == [("iclei.ws@iclei.org", label)]


@pytest.mark.parametrize(
    "between", ["; ", ", ", ",", "/", " / ", " ", "\n", " | ", " and ", " or ", " y ", " und ", " & "]
)
def test_several_addresses_of_one_cell_are_told_apart(between: str) -> None:
    assert read(f"a@b.org{between}c@d.org{between}e@f.org") == [("a@b.org", ""), ("c@d.org", ""), ("e@f.org", "")]


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("General: a@b.org; Press: c@d.org", [("a@b.org", "General"), ("c@d.org", "Press")]),
        ("a@b.org (general), c@d.org (press)", [("a@b.org", "general"), ("c@d.org", "press")]),
        ("a@b.org (general) Press: c@d.org", [("a@b.org", "general"), ("c@d.org", "Press")]),
        ("Doe, Jane <a@b.org>, Roe, Rick <c@d.org>", [("a@b.org", "Doe, Jane"), ("c@d.org", "Roe, Rick")]),
        ("Ada (a@b.org) and Bob (c@d.org)", [("a@b.org", "Ada"), ("c@d.org", "Bob")]),
        ("a (at) b (dot) org or c (at) d (dot) org", [("a@b.org", ""), ("c@d.org", "")]),
        ("a@b.org (x); A@B.org", [("a@b.org", "x")]),
        ("a@b.org (x); a@b.org (y)", [("a@b.org", "x"), ("a@b.org", "y")]),
    ],
)
def test_each_address_has_its_own_label(cell: str, emails: list[tuple[str, str]]) -> None:
    assert read(cell) == emails


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("nobody", [("nobody", "")]),
        ("nobody (yet)", [("nobody", "yet")]),
        ("nobody; a@b.org", [("nobody", ""), ("a@b.org", "")]),
        ("info@iclei, a@b.org", [("info@iclei", ""), ("a@b.org", "")]),
        ("a@b.org,info(x)iclei.org,c@d.org", [("a@b.org", ""), ("info(x)iclei.org", ""), ("c@d.org", "")]),
        ("info@iclei, press@iclei", [("info@iclei", ""), ("press@iclei", "")]),
        ("a..b@c.org", [("a..b@c.org", "")]),
        ("a@b.org@c.org", [("a@b.org@c.org", "")]),
        ("Contact us at iclei.org", [("Contact us at iclei.org", "")]),
        ("Look at iclei.org for it", [("Look at iclei.org for it", "")]),
        ("", []),
        (" \n ", []),
        ("–", []),
    ],
)
def test_what_is_no_address_stays_as_it_is(cell: str, emails: list[tuple[str, str]]) -> None:
    assert read(cell) == emails


@given(
    st.lists(st.builds(Email, _addresses, _labels | st.just("")), min_size=1, max_size=4, unique_by=lambda e: e.address)
)
def test_addresses_written_with_their_labels_in_brackets_are_read_again(emails: list[Email]) -> None:
    cell = "; ".join(f"{email.address} ({email.label})" if email.label else email.address for email in emails)
    assert read_email_cell(cell) == tuple(emails)


@given(st.text(max_size=60) | st.lists(_pieces | st.text(max_size=4), max_size=12).map("".join))
def test_any_cell_can_be_read_and_addresses_read_again_are_the_same(cell: str) -> None:
    for email in read_email_cell(cell):
        if not email_findings(email):
            assert read_email_cell(email.address) == (Email(email.address),)


@given(st.lists(_addresses, min_size=1, max_size=4, unique=True), st.text(" ,;/\n<>()|", max_size=3), _labels)
def test_no_address_is_lost_between_odd_signs(addresses: list[str], between: str, label: str) -> None:
    cell = f"{label}: " + f"{between} ".join(addresses)
    assert [email.address for email in read_email_cell(cell)] == addresses
    assert label in {email.label for email in read_email_cell(cell)}


def test_a_long_hostile_cell_is_read_in_no_time() -> None:
    for piece in ("(at)", "a-", "a.", "a@", '"', "((", "a;", " dot ", "x@a-"):
        read_email_cell(piece * 5_000)


def test_a_finding_says_which_address_it_is_about() -> None:
    (finding,) = email_findings(Email(" iclei.ws(at)iclei.org "))
    assert (finding.about, finding.suggestion) == ("iclei.ws(at)iclei.org", "iclei.ws@iclei.org")
    (finding,) = email_findings(Email("a@b.org; c@d.org"))
    assert (finding.code, finding.suggestion, finding.about) == ("email_malformed", "", "a@b.org; c@d.org")
