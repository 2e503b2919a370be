"""The published offices: what the listing says, and what is said when their files are odd."""

from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest

from directory_app.bundled import bundled
from directory_app.errors import MissingResourceError
from directory_app.exchange.seed import Seed, read_seed
from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Kind, Office, Person, Region
from directory_app.model.phone import Phone, PhoneKind

FOLDER = bundled("db", "seed")

# Name, town, country, telephone cells, fax cells, e-mail and website, word for word as published.
PUBLISHED = """
World Secretariat | Bonn | DE | +49-228 / 97 62 99-00 | +49-228 / 97 62 99-01 | iclei.ws@iclei.org |
Africa Secretariat | Cape Town | ZA | +27 21 202 0381 | | iclei-africa@iclei.org | africa.iclei.org
ICLEI Africa Foundation | Quatre Bornes | MU | +27 21 202 0381 | | iclei-africa@iclei.org |
East Asia Secretariat | Seoul | KR | +82-2-3789-0496 | +82-2-3789-0497 | iclei-eastasia@iclei.org | eastasia.iclei.org
Japan Office | Tokyo | JP | +81-3/6205-8415 | +81-3/3797-1906 | iclei-japan@iclei.org | japan.iclei.org
Kaohsiung Capacity Center | Kaohsiung | TW | +886 987 905 927 | | | icleikcc.org
Korea Office | Goyang | KR | +82-31-255-3257 | +82-31-256-3257 | iclei.korea@iclei.org | www.icleikorea.org
Beijing Office | Beijing | CN | +86-10-5712-5289 | | iclei-china@iclei.org |
European Secretariat | Freiburg | DE | +49-761/368920 | +49-761/3689219 | iclei-europe@iclei.org | iclei-europe.org
Brussels Office | Brussels | BE | +32 2 735 28 50 | +32 2 735 28 50 | brussels-office@iclei.org |
Berlin Office | Berlin | DE | +49 761 36 89 2-0 | +49 761 36 89 2-19 | berlin-office@iclei.org |
Mexico, Central American and Caribbean Secretariat | Mexico City | MX | +52 55 5345 3000 xt 5622 and 5623 | \
| iclei-mecs@iclei.org | www.iclei.org.mx
Canada Office | Toronto | CA | +1-647/728-4308 | | iclei-canada@iclei.org | www.icleicanada.org
USA Office | Denver | US | +1 510 844-0699x309 | +1 510 844-0698 | iclei-usa@iclei.org | www.icleiusa.org
Québec Office | Montréal | CA | +1 514 / 793-3300 | | iclei-canada@iclei.org | www.icleicanada.org
British Columbia Office | Victoria | CA | +1 250 / 361-0648 | | iclei-canada@iclei.org | www.icleicanada.org
Oceania Secretariat | Melbourne | AU | +61 3 9639 8688 | +61-3/9639-8677 | oceania@iclei.org | www.icleioceania.org
Pacific Islands Office | Suva | FJ | | | |
South American Secretariat | São Paulo | BR | +55-11 / 5084-3079 | | iclei-sams@iclei.org | americadosul.iclei.org
Colombia Office | Medellín | CO | +52 55 5345 3000 xt 5622 and 5623 | | iclei-colombia@iclei.org \
| americadosul.iclei.org
Argentina Office | Rosario | AR | | | iclei-argentina@iclei.org |
South Asia Secretariat | New Delhi | IN | +91 11 4974 7200 | +91 11 4974 7201 | iclei-southasia@iclei.org \
| southasia.iclei.org
Southern Center | Hyderabad | IN | +91 - 40 / 40034004/5/6/8 | +91 - 40 / 40034011 | iclei-southasia@iclei.org |
Southeast Asia Secretariat | Quezon City | PH | +63-2/426-0851; 4265921 to 23 | +63-2/426-0851 \
| iclei-seasia@iclei.org | icleiseas.org
ICLEI Indonesia Project Office | Jakarta | ID | | | iclei-indonesia@iclei.org |
"""


@pytest.fixture(scope="module")
def seed() -> Seed:
    return read_seed(FOLDER)


def the(seed: Seed, name: str) -> Office:
    return next(office for office in seed.offices if office.name == name)


def only(cells: set[str]) -> str:
    assert len(cells) <= 1
    return cells.pop() if cells else ""


def raw(office: Office, *, fax: bool) -> str:
    return only({phone.raw for phone in office.phones if (phone.kind is PhoneKind.FAX) == fax})


def test_every_office_is_there_as_it_was_published(seed: Seed) -> None:
    lines = [
        " | ".join(
            [
                office.name,
                office.address.city,
                office.address.country,
                raw(office, fax=False),
                raw(office, fax=True),
                only({email.address for email in office.emails}),
                only(set(office.websites)),
            ]
        )
        for office in seed.offices
    ]
    assert [_squeezed(line) for line in lines] == [_squeezed(line) for line in PUBLISHED.strip().splitlines()]


def _squeezed(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


def test_the_regions_are_those_of_the_listing_with_the_world_first(seed: Seed) -> None:
    assert [(region.order, region.name) for region in seed.regions] == list(
        enumerate(
            [
                "World",
                "Africa",
                "East Asia",
                "Europe",
                "Mexico, Central America and the Caribbean",
                "North America",
                "Oceania",
                "South America",
                "South Asia",
                "Southeast Asia",
            ]
        )
    )
    assert list(Counter(office.region for office in seed.offices).values()) == [1, 2, 5, 3, 1, 4, 2, 3, 2, 2]
    assert "Central America & the Caribbean" in seed.regions[4].aliases


def test_the_kinds_follow_from_the_names(seed: Seed) -> None:
    special = {office.name: office.kind for office in seed.offices if office.kind is not Kind.OFFICE}
    secretariats = {name for name, kind in special.items() if kind is Kind.REGIONAL_SECRETARIAT}
    assert secretariats == {office.name for office in seed.offices if "Secretariat" in office.name} - {
        "World Secretariat"
    }
    assert {name: kind for name, kind in special.items() if name not in secretariats} == {
        "World Secretariat": Kind.WORLD_SECRETARIAT,
        "ICLEI Africa Foundation": Kind.FOUNDATION,
        "Kaohsiung Capacity Center": Kind.CENTRE,
        "Southern Center": Kind.CENTRE,
        "ICLEI Indonesia Project Office": Kind.PROJECT_OFFICE,
    }


def test_a_cell_of_four_numbers_is_read_as_four(seed: Seed) -> None:
    office = the(seed, "Southern Center")
    assert [(phone.number, phone.kind) for phone in office.phones] == [
        ("+914040034004", PhoneKind.VOICE),
        ("+914040034005", PhoneKind.VOICE),
        ("+914040034006", PhoneKind.VOICE),
        ("+914040034008", PhoneKind.VOICE),
        ("+914040034011", PhoneKind.FAX),
    ]


def test_disputed_numbers_are_kept_and_pointed_out(seed: Seed) -> None:
    assert "Mexico, Central American and Caribbean Secretariat" in the(seed, "Colombia Office").notes
    assert "South African" in the(seed, "ICLEI Africa Foundation").notes
    assert "eight since 2019" in the(seed, "Southeast Asia Secretariat").notes
    assert "iclei.ws(at)iclei.org" in the(seed, "World Secretariat").notes


def test_people_have_their_roles(seed: Seed) -> None:
    assert {office.name: office.people for office in seed.offices if office.people} == {
        "World Secretariat": (Person("Katrin Stjernfeldt Jammeh", "President of ICLEI (Mayor of Malmö, Sweden)"),),
        "East Asia Secretariat": (Person("Shu Zhu", "Regional Director"),),
        "European Secretariat": (
            Person("Piia Elo", "Regional seat for Europe, Global Executive Committee (Mayor of Turku, Finland)"),
        ),
        "South American Secretariat": (
            Person("Rodrigo Perpétuo", "Executive Secretary"),
            Person("Bianca Cantoni", "Regional Advocacy Advisor"),
            Person("Pedro Roberto Jacobi", "President of the Board, ICLEI South America"),
        ),
    }


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("East Asia Secretariat", {"서울"}),
        ("Japan Office", {"東京"}),
        ("Kaohsiung Capacity Center", {"高雄", "Gaoxiong"}),
        ("Korea Office", {"고양"}),
        ("Beijing Office", {"北京", "Peking"}),
        ("European Secretariat", {"Freiburg im Breisgau"}),
        ("Brussels Office", {"Bruxelles", "Brussel"}),
        ("Mexico, Central American and Caribbean Secretariat", {"Ciudad de México", "CDMX"}),
        ("Québec Office", {"Montreal"}),
        ("South Asia Secretariat", {"नई दिल्ली", "Delhi"}),
        ("Southern Center", {"హైదరాబాద్"}),
        ("Southeast Asia Secretariat", {"Manila"}),
        ("World Secretariat", {"ICLEI World Secretariat", "ICLEI - Local Governments for Sustainability e.V."}),
    ],
)
def test_towns_and_offices_are_found_by_their_other_names(seed: Seed, name: str, aliases: set[str]) -> None:
    assert aliases <= set(the(seed, name).aliases)


def test_names_and_ids_and_aliases_are_each_there_once(seed: Seed) -> None:
    assert len({office.id for office in seed.offices}) == len({office.name for office in seed.offices}) == 25
    assert all(office.id.version == 4 for office in seed.offices)
    for office in seed.offices:
        assert len(set(office.aliases) | {office.name, office.address.city}) == len(office.aliases) + 2


def test_ids_stay_as_they_are_for_ever(seed: Seed) -> None:
    assert the(seed, "World Secretariat").id == UUID("72b111ea-fd88-4391-b3b9-6e88f720ea13")
    assert the(seed, "ICLEI Indonesia Project Office").id == UUID("e4e432a0-f1e1-4689-a881-0fa14ef8237f")


def test_every_part_of_an_address_is_in_what_was_published_but_what_was_mended(seed: Seed) -> None:
    mended = {
        part
        for office in seed.offices
        for part in (office.address.postal_code, office.address.city, office.address.district, office.address.state)
        if part not in office.address.published
    }
    assert mended == {
        "Brussels",  # Bruxelles
        "CDMX",  # not named
        "CO",  # Colorado
        "Cuauhtémoc",  # without its accent
        "Metro Manila",  # Manila
        "ON",  # Ontario
        "Rosario",  # Rosário
        "Santa Fe",  # Santa Fé
        "Telangana",  # Andhra Pradesh
        "500004",  # 500 004
    }


GOOD = """
[region]
name = "Europe"
order = 3

[[office]]
id = "5a1f0a2e-6a3b-4a52-9d7e-0d6f3b0a4c11"
name = "Bonn Office"
kind = "office"
phones = [{ kind = "fax", cell = "+49-228 / 97 62 99-01" }]
emails = [{ address = "bonn@example.org", label = "General" }]
websites = ["example.org"]
people = [{ name = "Ada", role = "Director" }]

[office.address]
published = "Bonn, Germany"
city = "Bonn"
country = "DE"
"""


def test_a_file_is_a_region_with_its_offices(tmp_path: Path) -> None:
    (tmp_path / "europe.toml").write_text(GOOD)
    phone = Phone("+49-228 / 97 62 99-01", "+4922897629901", "", PhoneKind.FAX)
    office = Office(
        UUID("5a1f0a2e-6a3b-4a52-9d7e-0d6f3b0a4c11"),
        "Bonn Office",
        region="Europe",
        address=PostalAddress(city="Bonn", country="DE", published="Bonn, Germany"),
        phones=(phone,),
        emails=(Email("bonn@example.org", "General"),),
        websites=("example.org",),
        people=(Person("Ada", "Director"),),
    )
    assert read_seed(tmp_path) == Seed((Region("Europe", (), 3),), (office,))


@pytest.mark.parametrize(
    ("good", "odd", "place"),
    [
        ("[region]", "[region", "line 2"),
        ('name = "Europe"', "", "region, name is missing"),
        ("order = 3", 'order = "3"', "region, order is no whole number"),
        ("order = 3", "order = true", "region, order is no whole number"),
        ("order = 3", "", "region, order is missing"),
        ("[region]", "[continent]", "region, name is missing"),
        ("[region]\n", "region = 7\n[continent]\n", "region is no table"),
        ("5a1f0a2e", "no uuid ", "office 1, id is"),
        ('kind = "office"', 'kind = "embassy"', "office 1, kind is 'embassy'"),
        ('kind = "fax"', 'kind = "pager"', "office 1, phones 1, kind is 'pager'"),
        ('{ kind = "fax", cell = "+49-228 / 97 62 99-01" }', '"+49-228"', "office 1, phones 1 is no table"),
        ('address = "bonn@example.org"', 'adress = "bonn@example.org"', "office 1, emails 1, address is missing"),
        ('label = "General"', 'lable = "General"', "office 1, emails 1, lable is not known here"),
        ('websites = ["example.org"]', "websites = [7]", "office 1, websites holds something that is no text"),
        ('websites = ["example.org"]', 'website = "example.org"', "office 1, website is not known here"),
        ('websites = ["example.org"]', 'websites = "example.org"', "office 1, websites is no list"),
        ('city = "Bonn"', 'city = " "', "office 1, address, city is missing"),
        ("[office.address]", "[office.adress]", "office 1, address, city is missing"),
        ("[[office]]", "[[bureau]]", "office is no list"),
    ],
)
def test_an_odd_file_is_told_with_the_place(tmp_path: Path, good: str, odd: str, place: str) -> None:
    assert good in GOOD
    file = tmp_path / "europe.toml"
    file.write_text(GOOD.replace(good, odd, 1))
    _assert_told(tmp_path, file, place)


def _assert_told(folder: Path, named: Path, place: str) -> None:
    with pytest.raises(MissingResourceError) as error:
        read_seed(folder)
    sentence = str(error.value)
    assert str(named) in sentence
    assert place in sentence
    assert "\n" not in sentence


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "europe.toml").write_bytes(b"name = '\xff'")
    _assert_told(tmp_path, tmp_path / "europe.toml", "decode")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "europe.toml").mkdir()
    _assert_told(tmp_path, tmp_path / "europe.toml", "Is a directory")


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    _assert_told(tmp_path, tmp_path, "holds no regions")
    _assert_told(tmp_path / "missing", tmp_path / "missing", "holds no regions")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (('"Europe"', '"Europe"'), "the region Europe is there twice"),
        (('"Europe"', '"Asia"'), "the id 5a1f0a2e-6a3b-4a52-9d7e-0d6f3b0a4c11 is there twice"),
    ],
)
def test_what_is_there_twice_is_told(tmp_path: Path, change: tuple[str, str], place: str) -> None:
    (tmp_path / "europe.toml").write_text(GOOD)
    (tmp_path / "more.toml").write_text(GOOD.replace(*change))
    _assert_told(tmp_path, tmp_path, place)
