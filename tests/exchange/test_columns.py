"""What columns are is guessed from headers and contents, and corrected by words."""

import pytest

from directory_app.errors import BadInputError
from directory_app.exchange.tables.columns import COLUMN_FIELDS, columns_from_words, guess_columns, read_table
from directory_app.exchange.tables.csv_table import csv_table
from directory_app.exchange.tables.table import Layout, Table

OUTLOOK = """First Name,Last Name,Company,Department,Job Title,Business Street,Business Street 2,Business City,\
Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Business Fax,Business Phone,\
Business Phone 2,Home Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name,Notes,Web Page"""
GOOGLE = """Name,Given Name,Family Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,\
Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,\
Address 1 - Country,Organization Name,Organization Title,Website 1 - Value"""


def table(*lines: str) -> Table:
    return csv_table("\n".join(lines).encode())


def guess(*lines: str) -> dict[str, str]:
    made = table(*lines)
    return dict(zip(made.header, guess_columns(made), strict=True))


def test_an_export_of_outlook_is_understood() -> None:
    columns = guess(OUTLOOK, "Anna,Müller,Bonn Office" + "," * 20)
    assert columns == {
        "First Name": "person_name",
        "Last Name": "person_name",
        "Company": "name",
        "Department": "",
        "Job Title": "person_role",
        "Business Street": "address.lines",
        "Business Street 2": "address.lines",
        "Business City": "address.city",
        "Business State": "address.state",
        "Business Postal Code": "address.postal_code",
        "Business Country/Region": "address.country",
        "Home Street": "",
        "Home City": "",
        "Business Fax": "fax",
        "Business Phone": "phones",
        "Business Phone 2": "phones",
        "Home Phone": "",
        "Mobile Phone": "mobile",
        "E-mail Address": "emails",
        "E-mail Type": "",
        "E-mail Display Name": "",
        "Notes": "notes",
        "Web Page": "websites",
    }


def test_an_export_of_google_is_understood() -> None:
    columns = guess(GOOGLE, "Anna Müller,Anna,Müller" + "," * 15)
    told = {header: field for header, field in columns.items() if field}
    assert told == {
        "Given Name": "person_name",
        "Family Name": "person_name",
        "Notes": "notes",
        "E-mail 1 - Value": "emails",
        "Phone 1 - Value": "phones",
        "Address 1 - Formatted": "address",
        "Address 1 - Street": "address.lines",
        "Address 1 - City": "address.city",
        "Address 1 - Region": "address.state",
        "Address 1 - Postal Code": "address.postal_code",
        "Address 1 - Country": "address.country",
        "Organization Name": "name",
        "Organization Title": "person_role",
        "Website 1 - Value": "websites",
    }


def test_of_a_name_and_an_organisation_the_name_is_the_offices() -> None:
    assert guess("Name,Organisation,City", "Bonn Office,Network,Bonn")["Organisation"] == ""
    assert guess("Organisation,City", "Bonn Office,Bonn")["Organisation"] == "name"


def test_a_field_of_one_value_takes_the_first_column() -> None:
    columns = guess("Name,Stadt,City,Telefon,Phone", "A,Bonn,Bonn,+49 228 976299,+49 228 976298")
    assert columns == {"Name": "name", "Stadt": "address.city", "City": "", "Telefon": "phones", "Phone": "phones"}


def test_what_has_no_header_is_known_by_what_stands_in_it() -> None:
    made = table(
        "Bonn Office,Bonn,Germany,53113,+49 228 976299,bonn@example.org,www.example.org,50.7374,7.0982,2026-01-31",
        "Berlin Office,Berlin,Germany,10115,030 1234567,berlin@example.org,example.org/berlin,52.52,13.405,2026-01-30",
    )
    assert guess_columns(made) == (
        *("name", "address.city", "address.country", "address.postal_code", "phones", "emails", "websites"),
        *("latitude", "longitude", "verified_on"),
    )


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("bonn@example.org", "berlin@example.org; info@example.org"), "emails"),
        (("+49 228 976299", "T: +49 30 1234567"), "phones"),
        (("https://example.org", "www.example.org"), "websites"),
        (("DE", "Deutschland"), "address.country"),
        (("50.7374, 7.0982", "52.52, 13.405"), "position"),
        (("Regionalsekretariat", "Büro"), "kind"),
        (("4f8d385e-8432-4d23-ae12-d3c2c2a2afef", "cd02c6f0-3e88-4f3f-adf8-ec561025cb54"), "id"),
        (("00-950", "31-072"), "address.postal_code"),
        (("Leopoldring 3, 79098 Freiburg", "Rosenthaler Str. 72a, 10119 Berlin"), "address"),
        (("17", "12345"), ""),
        (("2001-01-01", "1999-12-31"), ""),
        (("some text", "another text"), ""),
    ],
)
def test_an_unknown_header_is_known_by_what_stands_below_it(cells: tuple[str, str], field: str) -> None:
    country = "Poland" if field == "address.postal_code" else "Germany"
    rows = [f'Office {at};{country};"{cell}"' for at, cell in enumerate(cells)]
    if field == "address.country":
        rows = [f'Office {at};;"{cell}"' for at, cell in enumerate(cells)]
    other = "Land" if field != "address.country" else "Notes"
    assert guess(f"Name;{other};Xyzzy", *rows)["Xyzzy"] == field


def test_a_word_with_two_meanings_is_told_by_what_stands_below_it() -> None:
    assert guess("Name,Position", "A,Director")["Position"] == "person_role"
    assert guess("Name;Position", "A;50.7374, 7.0982")["Position"] == "position"
    assert guess("Nombre,Estado", "A,Jalisco")["Estado"] == "address.state"
    assert guess("Nombre,Estado", "A,cerrado")["Estado"] == "status"
    assert guess("Name,ID", "A,17")["ID"] == ""
    assert guess("Name,ID", "A,4f8d385e-8432-4d23-ae12-d3c2c2a2afef")["ID"] == "id"


def test_words_correct_the_guess_by_header_letter_or_number() -> None:
    made = table("Name,Telefon,Ort,Foo,Bar", "A,+49 228 976299,Bonn,x,y")
    words = ["telefon=fax", "C=address.district", "4=Notes", "Bar=-"]
    assert columns_from_words(made, words) == ("name", "fax", "address.district", "notes", "-")
    assert columns_from_words(made, ["Name="]) == ("", "phones", "address.city", "", "")
    assert columns_from_words(made, []) == guess_columns(made)


def test_a_header_goes_before_a_letter_and_may_hold_an_equals_sign() -> None:
    made = csv_table(b"B,A,x=y\none,two,three\n", Layout())
    assert columns_from_words(made, ["A=name", "x=y=notes"])[1:] == ("name", "notes")


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("Telefon", "“Telefon” maps no column. Write COLUMN=FIELD"),
        ("Handy=phones", "no column “Handy”. There are: Name, Telefon"),
        ("9=phones", "no column “9”"),
        ("0=phones", "no column “0”"),
        ("Telefon=number", "“number” is no field of a column. Use one of: name, kind, region, phones"),
    ],
)
def test_a_word_that_names_nothing_is_answered_with_what_there_is(word: str, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        columns_from_words(table("Name,Telefon", "A,+49 228 976299"), [word])


def test_a_field_that_there_is_not_is_refused_before_anything_is_read() -> None:
    with pytest.raises(BadInputError, match="“colour” is no field"):
        read_table(table("Name,City", "A,Bonn"), ["name", "colour"])


def test_every_column_field_has_a_label_of_its_own() -> None:
    labels = [label.casefold() for label in COLUMN_FIELDS.values()]
    assert len(set(labels)) == len(labels)
    made = table("Name,City", "A,Bonn")
    for field, label in COLUMN_FIELDS.items():
        assert columns_from_words(made, [f"City={label}"])[1] == field
