import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.countries import country_code, country_in_sentence, country_name, country_spellings
from directory_app.model.country_table import COUNTRIES

_ROWS = [line.split(" ", 2) for line in COUNTRIES.splitlines()]


def test_every_country_of_iso_3166_and_kosovo_is_there_once() -> None:
    assert len(_ROWS) == len({row[0] for row in _ROWS}) == len({row[1] for row in _ROWS}) == 250
    regions = {region for region in phonenumbers.SUPPORTED_REGIONS if region not in ("AC", "TA")}
    assert regions <= {row[0] for row in _ROWS}


def test_no_name_stands_for_two_countries() -> None:
    for alpha2, alpha3, names in _ROWS:
        assert {country_code(name) for name in (alpha2, alpha3, *names.split(" | "))} == {alpha2}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KR", "South Korea"),
        ("TW", "Taiwan"),
        ("US", "United States"),
        ("cz", "Czechia"),
        ("CI", "Côte d'Ivoire"),
        ("TUR", "Türkiye"),
        ("XK", "Kosovo"),
        ("ZZ", ""),
        ("", ""),
        ("Germany", ""),
    ],
)
def test_a_code_has_the_name_that_people_write(code: str, name: str) -> None:
    assert country_name(code) == name


def test_a_name_has_an_article_only_within_a_sentence() -> None:
    assert (country_name("PH"), country_in_sentence("PH")) == ("Philippines", "the Philippines")
    assert (country_name("DE"), country_in_sentence("DE")) == ("Germany", "Germany")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("u.s.a.", "US"),
        ("Republic of Korea", "KR"),
        ("Brasil", "BR"),
        (" deutschland ", "DE"),
        ("Cote d’Ivoire", "CI"),
        ("TURKEY", "TR"),
        ("日本", "JP"),
        ("대한민국", "KR"),
        ("the netherlands", "NL"),
        ("Trinidad & Tobago", "TT"),
        ("kor", "KR"),
        ("Atlantis", ""),
        ("", ""),
        ("...", ""),
    ],
)
def test_a_country_is_known_by_any_of_its_names(text: str, code: str) -> None:
    assert country_code(text) == code


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for_a_country(text: str) -> None:
    code = country_code(text)
    assert code == "" or country_name(code)


def test_the_spellings_of_a_country_begin_with_its_name_and_codes() -> None:
    assert country_spellings("ca") == country_spellings("CAN") == ("Canada", "CA", "CAN", "Kanada", "Canadá")
    assert country_spellings("PH")[:4] == ("Philippines", "PH", "PHL", "the Philippines")
    assert country_spellings("ZZ") == country_spellings("") == ()


def test_every_spelling_of_a_country_is_read_as_that_country() -> None:
    for alpha2, _, _ in _ROWS:
        assert {country_code(spelling) for spelling in country_spellings(alpha2)} == {alpha2}
