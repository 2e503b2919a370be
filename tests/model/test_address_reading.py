"""Addresses as they are published, in the forms of a hundred countries, and what is read out of them.

addresses.tsv has one a line; what is empty there is not sure, and must not be guessed.
"""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.exchange.seed import read_seed
from directory_app.model.address import PostalAddress, format_address, format_one_line
from directory_app.model.addresses.reading import read_address
from directory_app.model.addresses.rules import state_named
from directory_app.model.countries import country_name
from directory_app.model.folding import fold
from directory_app.model.office import Office

_ROWS = [
    tuple(field.replace("\\n", "\n") for field in line.split("\t"))
    for line in (Path(__file__).parent / "addresses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_NAMED = [(published, known) for known, published, *_ in _ROWS]
_READ_WHOLE = [read for published, known in _NAMED if (read := read_address(published, known)).lines]
_OFFICES = read_seed(bundled("db", "seed")).offices

# The seed writes towns in English and without what says that they are towns, and gives every address in short lines.
_OTHER_IN_SEED = {
    ("Kaohsiung Capacity Center", "city"),
    ("Korea Office", "city"),
    ("Brussels Office", "city"),
    ("South Asia Secretariat", "lines"),
    ("ICLEI Indonesia Project Office", "lines"),
    # it names the state that the town has belonged to since, not the published one
    ("Southern Center", "state"),
}

_words = st.sampled_from(
    """Bonn 53113 D-53113 Germany Deutschland, , - ( )
    CP 06050 Mexico_City, CDMX 〒105-0003 東京都港区 Japan Denver,
    CO_80202 USA Suite_5 London SW1A_2AA UK Straße 12 São_Paulo_-_SP 서울특별시_중구 04524
    Москва, 125032 القاهرة ١١٥١١ مصر del._X 8001""".replace("_", " ").split(" ")
)
_texts = st.text(max_size=40) | st.lists(_words, max_size=10).map(" ".join)
_countries = st.sampled_from(["", "DE", "US", "MX", "JP", "KR", "GB", "HU", "SG", "Germany", "ZZ"])


def _key(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


@pytest.mark.parametrize("row", _ROWS, ids=[" ".join(row[:2]) for row in _ROWS])
def test_a_published_address_gives_what_is_sure_of_it(row: tuple[str, ...]) -> None:
    known, published, lines, postal_code, city, district, state, country = row
    assert read_address(published, known) == PostalAddress(
        tuple(lines.split("\n")) if lines else (), postal_code, city, district, state, country, published
    )


def test_the_cases_are_of_many_countries() -> None:
    assert len({row[-1] for row in _ROWS} - {""}) > 100


@pytest.mark.parametrize("office", _OFFICES, ids=[office.name for office in _OFFICES])
@pytest.mark.parametrize("is_known", [False, True], ids=["alone", "with its country"])
def test_nothing_is_read_out_of_an_office_that_a_person_read_otherwise(office: Office, is_known: bool) -> None:
    curated = office.address
    read = read_address(curated.published, curated.country if is_known else "")
    for field in ("lines", "postal_code", "city", "district", "state", "country"):
        found, wanted = (_key(" ".join(getattr(address, field))) for address in (read, curated))
        assert found in ("", wanted) or (office.name, field) in _OTHER_IN_SEED, field


def test_most_of_the_published_offices_are_read() -> None:
    read = [read_address(office.address.published, office.address.country) for office in _OFFICES]
    assert len([address for address in read if address.city]) >= 20
    assert len([address for address in read if address.lines]) >= 18
    assert all(address.country for address in read)


@pytest.mark.parametrize(
    "published",
    [
        "Leopoldring 3, 79098 Freiburg, Germany",
        "Leopoldring 3\n79098 Freiburg\nDEUTSCHLAND",
        "Leopoldring 3 79098 Freiburg Germany",
        "Leopoldring 3 | D-79098 Freiburg | Germany",
        "Leopoldring 3; 79098 Freiburg (Germany)",
        "  Leopoldring\u00a03 ,\r\n\r\n79098   Freiburg , Allemagne. ",
        "Address: Leopoldring 3, D-79098 Freiburg",
        "Germany, Leopoldring 3, 79098 Freiburg",
        "Leopoldring 3, 79098 Freiburg, DEU",
        "Leopoldring 3, 79098 Freiburg, DE",
    ],
)
def test_an_address_is_read_however_its_parts_are_set_apart(published: str) -> None:
    assert read_address(published) == PostalAddress(
        ("Leopoldring 3",), "79098", "Freiburg", country="DE", published=published
    )


@pytest.mark.parametrize("known", ["Germany", "deu", "DE", "Deutschland"])
def test_the_known_country_may_be_a_code_or_a_name(known: str) -> None:
    read = read_address("Leopoldring 3, 79098 Freiburg", known)
    assert (read.city, read.country) == ("Freiburg", "DE")


def test_a_text_of_another_country_than_the_known_one_gives_nothing_but_that() -> None:
    published = "Stephansplatz 3, 1010 Wien, Austria"
    assert read_address(published, "DE") == PostalAddress(country="DE", published=published)


@pytest.mark.parametrize("text", ["", "  \n ", "?", ",", "-", "0" * 2000, "Germany " * 300])
def test_a_text_without_an_address_is_kept_as_published(text: str) -> None:
    assert read_address(text) == PostalAddress(published=text)
    assert read_address(text, "DE").published == text


@example("1 GERMANy0 00000 A", "")
@example("1 GERMANY:0 00000 A", "")
@example("1 GeRMANY)0 00000 A", "")
@given(_texts, _countries)
def test_any_text_is_kept_and_nothing_is_invented(text: str, country: str) -> None:
    read = read_address(text, country)
    assert read.published == text
    for part in (*read.lines, read.postal_code, read.city, read.district):
        assert _key(part) in _key(text) or part == country_name(read.country)
    assert not read.country or country_name(read.country)
    assert all(line and "\n" not in line for line in read.lines)


@pytest.mark.parametrize("read", _READ_WHOLE, ids=[f"{read.country} {read.published}" for read in _READ_WHOLE])
def test_where_lines_are_read_nothing_of_the_text_is_dropped(read: PostalAddress) -> None:
    parts = " ".join((*read.lines, read.postal_code, read.city, read.district, read.state))
    shown = "".join(map(_key, parts.split()))
    for word in re.findall(r"\w+", read.published):
        is_said = _key(word) in shown or any(_key(part) in _key(word) for part in parts.split())
        assert is_said or _is_name_or_label(word, read), word


def _is_name_or_label(word: str, read: PostalAddress) -> bool:
    """Tells whether a word names the country or its state, or stands before a code or a town."""
    if word.casefold() in {
        "c",
        "p",
        "cp",
        "cep",
        "address",
        "г",
        "a",
        "d",
        "l",
        "ch",
        "se",
        "fi",
        "fl",
        "fo",
        "lt",
        "md",
    }:
        return True
    tail = re.split(r"[,،\n]", read.published)[-1]
    head = re.split(r"[,\n ]", read.published)[0]
    return word in tail or word in head or bool(state_named(word, read.country))


# Iran's format begins with the town, which is not looked for there.
_READ_AGAIN = [read for read in _READ_WHOLE if read.country != "IR"]


@pytest.mark.parametrize("read", _READ_AGAIN, ids=[f"{read.country} {read.published}" for read in _READ_AGAIN])
def test_an_address_laid_out_by_its_country_is_read_again(read: PostalAddress) -> None:
    again = read_address("\n".join(format_address(read)))
    on_one_line = read_address(format_one_line(read))
    assert (again.lines, again.postal_code, again.city) == (read.lines, read.postal_code, read.city)
    assert (on_one_line.postal_code, on_one_line.city) == (read.postal_code, read.city)
