from directory_app.model.address import PostalAddress
from directory_app.model.card_text import card_text
from directory_app.model.office import Email, Person
from tests.builders import a_phone, an_office


def test_the_card_as_text_has_what_one_needs_to_write_and_phone() -> None:
    office = an_office(
        "Berlin Office", city="Berlin", phones=(a_phone("+493012345678"),), emails=(Email("b@example.org"),)
    )
    assert card_text(office) == "Berlin Office\nBerlin\nGermany\n\nPhone: +49 30 12345678\nE-mail: b@example.org\n"


def test_labels_people_and_the_address_in_the_local_script_are_told_too() -> None:
    office = an_office(
        "Japan Office",
        city="Tokyo",
        country="JP",
        local_address=PostalAddress(("西新橋1-14-2",), city="東京都", country="JP"),
        phones=(a_phone("+81362058415", label="Reception"),),
        people=(Person("Ada", "Director"), Person("Bob")),
    )
    text = card_text(office)
    assert "西新橋1-14-2" in text
    assert "Phone: +81 3-6205-8415 (Reception)" in text
    assert text.endswith("Ada, Director\nBob\n")
