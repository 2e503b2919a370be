import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.countries import (
    country_code,
    country_in_sentence,
    country_name,
    country_spellings,
    may_end_name,
    read_countries,
    spelling_key,
)
from directory_app.model.country_names import NAMES
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


@given(st.text(max_size=30) | st.text(max_size=8).map("Republic of {} (Congo)".format))
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


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("AE", "UAE | U.A.E. | Emiratos Árabes Unidos | Émirats arabes unis | Vereinigte Arabische Emirate | الإمارات"),
        ("AT", "Österreich | Oesterreich | OSTERREICH | Autriche | Áustria | Ausztria"),
        ("BE", "Belgique / België | Belgium (Belgique) | Bélgica | BE - Belgium"),
        ("BO", "Bolivia (Plurinational State of) | Bolivia, Plurinational State of | Bolivien | Bolivie"),
        ("CD", "DRC | D.R. Congo | DR Congo | Congo-Kinshasa | République démocratique du Congo | Congo, Dem. Rep."),
        ("CG", "Congo | Congo-Brazzaville | Republic of the Congo | Congo, Rep."),
        ("CI", "Côte d'Ivoire | COTE D’IVOIRE | Cote d Ivoire | Ivory Coast | Elfenbeinküste | Costa do Marfim"),
        ("CN", "People's Republic of China | P.R. China | 中国 | 中國 | Volksrepublik China"),
        ("CV", "Cabo Verde | Cape Verde | Cap-Vert | Kap Verde"),
        ("CZ", "Czechia | Czech Republic | República Tcheca | Tchéquie | Tschechien | Chequia | Česko"),
        ("DE", "Deutschland | deu | Alemania | Alemanha | Allemagne | Federal Republic of Germany | Germany, DE"),
        ("EG", "مصر | Ägypten | Égypte | Egito | Arab Republic of Egypt"),
        ("FI", "Suomi | Finlande | Finlândia | Republic of Finland"),
        ("GB", "UK | U.K. | u. k. | Great Britain | England | Scotland | Wales | Royaume-Uni | Inglaterra | GBR"),
        ("GE", "Georgia | საქართველო | Georgien | Republic of Georgia"),
        ("GM", "The Gambia | Gambia, The | Gambia (the) | Gâmbia"),
        ("GR", "Ελλάδα | ΕΛΛΑΔΑ | Hellas | Hellenic Republic | Griechenland"),
        ("HK", "Hong Kong | Hongkong | Hong Kong SAR, China | 香港"),
        ("IN", "भारत | Bharat | Índia | Indien | Republic of India"),
        ("IR", "Iran, Islamic Republic of | Islamic Republic of Iran | ایران"),
        ("JP", "日本 | Japón | Japão | JAPON | jpn"),
        (
            "KR",
            "South Korea | Korea (South) | Korea, Republic of | Republic of Korea | R.O.K. | 대한민국 | Corée du Sud",
        ),
        ("KP", "North Korea | DPRK | Democratic People's Republic of Korea | Korea, Dem. People's Rep."),
        ("LA", "Lao PDR | Laos | Lao People's Democratic Republic"),
        ("MK", "Macedonia | North Macedonia | FYROM | Nordmazedonien"),
        ("MM", "Burma | Myanmar | Birmania | Birmanie"),
        ("MO", "Macau | Macao | Macao SAR, China | 澳門"),
        ("NL", "Holland | The Netherlands | Pays-Bas | Países Baixos | Niederlande | Kingdom of the Netherlands"),
        ("RU", "Россия | РОССИЯ | Russian Federation | Российская Федерация | Rusia"),
        ("SA", "KSA | K.S.A. | Kingdom of Saudi Arabia | Arabia Saudí | Saudi-Arabien"),
        ("SZ", "Swaziland | Eswatini | Kingdom of Eswatini | Suazilandia"),
        ("TW", "Taiwan | Taiwan (ROC) | Taiwan, R.O.C. | R.O.C. | Republic of China | 台灣 | 臺灣"),
        ("TR", "Türkiye | TÜRKİYE | Turkiye | Turkey | Türkei | Turquie"),
        ("US", "USA | U.S.A. | US | America | EUA | EE. UU. | Estados Unidos | Etats-Unis | États-Unis d'Amérique"),
        ("VN", "Viet Nam | Vietnam | Việt Nam | Viêt Nam"),
        ("", "Atlantis | New Mexico | State of Mexico | Democratic Republic of Korea | Germany, France | The | of | ?"),
    ],
)
def test_a_country_is_known_by_the_names_that_people_write(code: str, names: str) -> None:
    assert {name: country_code(name) for name in names.split(" | ")} == dict.fromkeys(names.split(" | "), code)


def test_the_names_in_other_languages_are_those_of_one_country_and_not_in_the_other_table() -> None:
    written = {spelling_key(name) for _, _, names in _ROWS for name in names.split(" | ")}
    others = [(line[:2], name) for line in NAMES.splitlines() for name in line[3:].split(" | ")]
    keys = [spelling_key(name) for _, name in others]
    assert len(set(keys)) == len(keys)
    assert written.isdisjoint(keys)
    assert all(country_code(name) == code for code, name in others)


def test_most_countries_have_names_in_other_languages() -> None:
    assert len(NAMES.splitlines()) > 200


def test_the_last_word_of_every_name_may_end_one() -> None:
    for line in (*NAMES.splitlines(), *(f"{code} {names}" for code, _, names in _ROWS)):
        assert all(may_end_name(name.split()[-1]) for name in line[3:].split(" | "))
    assert not may_end_name("Atlantis")


def test_countries_are_read_one_after_the_other() -> None:
    assert read_countries("Nepal; Bhutan, Sri Lanka") == (("NP", "BT", "LK"), ())
    assert read_countries("Korea, Republic of; NP") == (("KR", "NP"), ())
    assert read_countries("Nepal, Népal, Atlantis\n\n") == (("NP",), ("Atlantis",))
    assert read_countries(" ; ,\n") == ((), ())
