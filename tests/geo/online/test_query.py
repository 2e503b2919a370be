"""What is asked for an address, and what is left out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.online.query import Question, question_of_text, questions
from directory_app.model.address import PostalAddress

STREETS = [
    ("DE", ("Kaiser-Friedrich-Straße 7",), "Kaiser-Friedrich-Straße 7"),
    ("DE", ("Leopoldring 3F",), "Leopoldring 3F"),
    ("DE", ("Leopoldring 3, 2. OG",), "Leopoldring 3"),
    ("DE", ("c/o ICLEI", "Leopoldring 3"), "Leopoldring 3"),
    ("DE", ("c/o Frau Müller, Leopoldring 3",), "Leopoldring 3"),
    ("DE", ("Postfach 12 34", "Am Markt 1"), "Am Markt 1"),
    ("GB", ("Flat 4B", "12 High Street"), "12 High Street"),
    ("GB", ("Ground Floor, 12 High Street",), "12 High Street"),
    ("GB", ("12F High Street",), "12F High Street"),
    ("US", ("1536 Wynkoop Street, Suite 901",), "1536 Wynkoop Street"),
    ("US", ("1536 Wynkoop St. Ste. #901",), "1536 Wynkoop St"),
    ("US", ("P.O. Box 1234", "12 Main St Apt 4"), "12 Main St"),
    ("US", ("12 Main Street, 3rd Floor",), "12 Main Street"),
    ("CA", ("204-401 Richmond Street West",), "204-401 Richmond Street West"),
    ("CA", ("401 Richmond Street West, Unit B",), "401 Richmond Street West"),
    ("KR", ("Floor 3, 162 Anguk-dong",), "162 Anguk-dong"),
    ("KR", ("(3F) 143 Dongil-ro",), "143 Dongil-ro"),
    ("JP", ("Sumitomo Building 3F", "2-4-1 Nishi-Shinbashi"), "2-4-1 Nishi-Shinbashi"),
    ("TW", ("3F., No. 436, Daye N. Rd.",), "No. 436 Daye N. Rd"),
    ("HK", ("12/F, 15 Queen's Road Central",), "15 Queen's Road Central"),
    ("SG", ("10 Anson Road, #04-12 International Plaza",), "10 Anson Road"),
    ("PH", ("Unit 3 Manila Observatory", "Katipunan Avenue 5"), "Katipunan Avenue 5"),
    ("IN", ("Ground Floor, NSIC-STP Complex", "Okhla 12"), "Okhla 12"),
    ("BR", ("Rua Augusta, 1234, 4º andar, sala 41",), "Rua Augusta 1234"),
    ("BR", ("Avenida Paulista, 1294 - 19° andar",), "Avenida Paulista 1294"),
    ("MX", ("Av. Reforma 12 piso 3, oficina 301",), "Av. Reforma 12"),
    ("FR", ("2e étage", "12 rue de la Paix"), "12 rue de la Paix"),
    ("FR", ("BP 1234", "12 rue de la Paix"), "12 rue de la Paix"),
    ("ES", ("Calle Mayor, 5 bis",), "Calle Mayor 5 bis"),
    ("FR", ("12, rue Monge",), "12 rue Monge"),
    ("GB", ("Bridge House", "12-14, High Street"), "12-14 High Street"),
    ("DE", ("St. Oberholz, Team Room 4.02", "Rosenthaler Str. 72a"), "Rosenthaler Str. 72a"),
    ("MX", ("Building Miguel Abed, Floor 5, Of. 506 and 507", "Eje Central 13"), "Eje Central 13"),
    ("AU", ("L8/225 Bourke St",), "225 Bourke St"),
    ("CO", ("Carrera 53 N° 40A - 31",), "Carrera 53 N° 40A - 31"),
    ("IN", ("C-3, Green Park Road", "Block B"), "C-3 Green Park Road"),
    ("ZA", ("Private Bag X12", "44 Wale Street"), "44 Wale Street"),
    ("CN", ("Tower 2, 1005 Chaoyang Road",), "1005 Chaoyang Road"),
    ("US", ("City Hall",), "City Hall"),
    ("US", ("Floor Street 3",), "Floor Street 3"),
    ("US", ("1 Unity Road",), "1 Unity Road"),
    ("FR", ("3 rue Ste Marie",), "3 rue Ste Marie"),
    ("US", ("3F",), ""),
    ("US", (), ""),
]


@pytest.mark.parametrize(("country", "lines", "street"), STREETS, ids=lambda value: str(value)[:50])
def test_a_street_is_asked_without_what_lies_inside_the_building(
    country: str, lines: tuple[str, ...], street: str
) -> None:
    by_parts = questions(PostalAddress(lines, city="Town", country=country))[0]
    assert by_parts.parts.get("street", "") == street


def test_parts_come_first_and_then_the_text_without_unit_and_floor() -> None:
    address = PostalAddress(
        ("c/o Ada Lovelace", "City Hall, Floor 3", "Leopoldring 3, Apt 4", "P.O. Box 12"),
        "79098",
        "Freiburg",
        "Altstadt",
        "Baden",
        "DE",
        "as published",
    )
    assert questions(address) == (
        Question(
            parts={
                "street": "Leopoldring 3",
                "city": "Freiburg",
                "state": "Baden",
                "postalcode": "79098",
                "country": "Germany",
            }
        ),
        Question(text="City Hall, Leopoldring 3, Altstadt, 79098 Freiburg, Baden, Germany"),
    )


def test_a_published_text_is_asked_where_no_parts_were_read_out_of_it() -> None:
    address = PostalAddress(country="KE", published="c/o Mwana\nUN Avenue 3, 2nd Floor\nNairobi")
    assert questions(address) == (Question(text="UN Avenue 3, Nairobi, Kenya"),)
    typed_since = PostalAddress(city="Mombasa", country="KE", published=address.published)
    assert all("Nairobi" not in question.text for question in questions(typed_since))


def test_an_address_that_names_nothing_gives_no_question() -> None:
    assert questions(PostalAddress(country="KE")) == ()
    assert questions(PostalAddress(("c/o Mwana", "3F", "—"), country="KE", published="\x00")) == ()


@pytest.mark.parametrize("text", ["", " \n", "\x00\u200b", "\ud800"])
def test_a_typed_text_that_is_empty_gives_no_question(text: str) -> None:
    assert question_of_text(text) is None


@given(
    st.lists(st.text(max_size=200), max_size=4),
    st.tuples(*[st.text(max_size=50)] * 4),
    st.sampled_from(["DE", "JP", "HK", "", "zz", "\ud800"]),
)
def test_whatever_is_typed_can_be_sent(lines: list[str], texts: tuple[str, str, str, str], country: str) -> None:
    code, city, district, state = texts
    for question in questions(PostalAddress(tuple(lines), code, city, district, state, country)):
        assert bool(question.text) is not bool(question.parts)
        for text in (question.text, *question.parts.values()):
            assert len(text) <= 300
            assert text.encode("utf-8").decode().isprintable() or "\xa0" in text or not text.isascii()


def test_a_text_made_to_take_long_is_read_at_once() -> None:
    for piece in ("1", "a ", "1 ", "floor ", "p.o. ", "#", "- ", "( ", "\t", "/"):
        text = piece * 100_000
        asked = questions(PostalAddress((text,) * 50, city=text, country="JP", published=text))
        assert all(len(question.text) <= 300 for question in asked)
