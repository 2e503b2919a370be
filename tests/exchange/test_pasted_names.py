import pytest

from directory_app.exchange.pasted.names import find_names
from directory_app.exchange.pasted.people import is_person, is_role, read_person
from directory_app.exchange.pasted.phrases import Regions, last_country, only_country, words_of
from directory_app.model.countries import country_list
from directory_app.model.office import Person

_REGIONS = Regions()


def _found(text: str, *, headings: bool = False) -> list[tuple[str, str]]:
    words = words_of(text)
    return [
        (
            " ".join(word.text for word in words[cut.start : cut.name_start]),
            " ".join(word.text for word in words[cut.name_start : cut.end]),
        )
        for cut in find_names(words, _REGIONS, headings=headings)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Berlin Office Torstr. 72a 10119 Berlin Germany", [("", "Berlin Office")]),
        ("Europe European Secretariat Torstr. 72a", [("Europe", "European Secretariat")]),
        ("South Asia South Asia Secretariat c, 3, Green Park", [("South Asia", "South Asia Secretariat")]),
        ("South Asia Secretariat c, 3, Green Park", [("", "South Asia Secretariat")]),
        ("North America USA Office 5 Main Street", [("North America", "USA Office")]),
        (
            "Blue World Secretariat Europe European Secretariat",
            [("", "Blue World Secretariat"), ("Europe", "European Secretariat")],
        ),
        (
            "Central America & the Caribbean Panama, Central American and Caribbean Secretariat Calle 50",
            [("Central America & the Caribbean", "Panama, Central American and Caribbean Secretariat")],
        ),
        (
            "Panama, Central America and the Caribbean Panama, Central American and Caribbean Secretariat Calle 50",
            [("Panama, Central America and the Caribbean", "Panama, Central American and Caribbean Secretariat")],
        ),
        ("Africa Physical address: Unit 1", [("Africa", "")]),
        ("East Asia Secretariat 14/F, Seoul Global Center Building, Seoul", [("", "East Asia Secretariat")]),
        (
            "Islands Office 8 Hill Street, Suva, Fiji South America South American Secretariat Rua 5",
            [("", "Islands Office"), ("South America", "South American Secretariat")],
        ),
        ("Islands Office 8 Hill Street, Suva, Fiji Lima Office Av. 5", [("", "Islands Office"), ("", "Lima Office")]),
        ("Islands Office 8 Hill Street, Fiji 1234 Lima Office", [("", "Islands Office"), ("", "Lima Office")]),
        ("12 Rue des Fleurs, World Trade Center, Paris", []),
        ("Office 302, Building 5", []),
        ("Post Office Box 5", []),
        ("Embassy of Japan in Germany Hiroshimastr. 6", [("", "Embassy of Japan in Germany")]),
        (
            "Consulate General of the Republic of Korea 5 Lake Road",
            [("", "Consulate General of the Republic of Korea")],
        ),
        ("Afrique Bureau de Dakar 12, rue Faure", [("Afrique", "Bureau de Dakar")]),
        ("Bureau d'Abidjan Bd de la République", [("", "Bureau d'Abidjan")]),
        ("Secretaría Europea Calle de Alcalá 45", [("", "Secretaría Europea")]),
        ("Büro Leipzig Am Markt 3", [("", "Büro Leipzig")]),
        ("Regionalbüro Nord Große Bleichen 5", [("", "Regionalbüro Nord")]),
        ("Blue Rivers e.V. Kaiserstr. 9", [("", "Blue Rivers e.V.")]),
        ("it has grown since then. Berlin Office Torstr. 5", [("", "Berlin Office")]),
    ],
)
def test_names_and_headings_are_found_in_a_run_of_words(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_a_region_that_may_be_part_of_the_name_is_a_heading_where_the_text_has_headings() -> None:
    assert _found("Europe Lyon Office 12 rue Mercière") == [("", "Europe Lyon Office")]
    assert _found("Europe Lyon Office 12 rue Mercière", headings=True) == [("Europe", "Lyon Office")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Quatre Bornes, Mauritius", "MU"),
        ("Mexico City, Mexico", "MX"),
        ("Seoul, South Korea (110-110)", "KR"),
        ("Denver, Colorado USA 80202", "US"),
        ("usa and us and in it", ""),
        ("Jersey City, New Jersey", "JE"),
        ("Abidjan, Côte d’Ivoire", "CI"),
        ("Praha, Česká republika", "CZ"),
        ("東京, 日本", "JP"),
    ],
)
def test_the_country_named_last_counts(text: str, country: str) -> None:
    assert last_country(words_of(text)) == country


def test_every_country_is_known_by_its_name() -> None:
    unknown = [name for code, name in country_list() if only_country(name.removeprefix("the ")) != code]
    assert unknown == []


@pytest.mark.parametrize(
    "name",
    [
        "Europe",
        "South-East Asia",
        "Central America & the Caribbean",
        "Latin America and the Caribbean",
        "Middle East and North Africa",
        "América del Sur",
        "Südostasien",
        "Afrique de l'Ouest",
        "Ásia",
        "Sub-Saharan Africa",
    ],
)
def test_regions_are_known_in_five_languages(name: str) -> None:
    assert _REGIONS.at(words_of(name), 0) == len(words_of(name))


def test_people_have_names_and_roles() -> None:
    assert read_person("Anna Weber, Head of Office") == Person("Anna Weber", "Head of Office")
    assert read_person("Berlin Office, Germany") is None
    assert is_person("Dr. João da Silva")
    assert not is_person("Berlin Office")
    assert not is_person("10119 Berlin")
    assert is_role(words_of("Coordinadora Regional"))
    assert not is_role(words_of("Kaiserstraße 9"))
