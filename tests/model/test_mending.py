from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.address import PostalAddress
from directory_app.model.checks import check_office
from directory_app.model.findings import Finding
from directory_app.model.mending import mended, proposal
from directory_app.model.office import Email, Office
from directory_app.model.office_checks import office_findings
from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.phones.cell import read_phones
from tests.builders import a_phone, a_position, an_office
from tests.strategies import offices


def _settled(office: Office) -> tuple[list[str], Office]:
    """Returns what the buttons say, and the office after all of them were pressed."""
    found = [*check_office(office), *office_findings(office)]
    said = [said for finding in found if (said := proposal(office, finding))]
    for finding in found:
        office = mended(office, finding)
    return said, office


def test_numbers_of_an_old_plan_become_those_of_the_new_one_and_keep_their_cell() -> None:
    cell = "+63-2/426-0851; 4265921 to 23"
    manila = an_office(city="Manila", country="PH", phones=read_phones(cell))
    said, office = _settled(manila)
    assert said[0] == "Use +63 2 8426 0851" and len(said) == 4
    assert [phone.number for phone in office.phones] == [
        "+63284260851",
        "+63284265921",
        "+63284265922",
        "+63284265923",
    ]
    assert {phone.raw for phone in office.phones} == {cell}
    assert check_office(office) == ()


def test_a_number_keeps_its_kind_its_label_and_its_extension() -> None:
    phone = a_phone("+6324260851", kind=PhoneKind.FAX, label="desk", extension="12")
    _, office = _settled(an_office(city="Manila", country="PH", phones=(phone,)))
    assert office.phones == (replace(phone, number="+63284260851"),)


def test_a_cell_that_was_not_read_is_read_once_the_country_is_known() -> None:
    office = an_office(phones=(Phone("0228 976299-00"),), emails=(Email("a@example.org"),))
    said, office = _settled(office)
    assert said == ["Use +49 228 97629900"]
    assert office.phones == (Phone("0228 976299-00", "+4922897629900"),)


def test_a_cell_that_was_read_as_one_is_split() -> None:
    cell = "T: +49 228 97629900 / F: +49 228 97629901"
    said, office = _settled(an_office(phones=(Phone(cell), a_phone("+497613689219"))))
    assert said == ["Split into 2 numbers"]
    numbers = [(phone.number, phone.kind) for phone in office.phones]
    assert numbers[:2] == [("+4922897629900", PhoneKind.VOICE), ("+4922897629901", PhoneKind.FAX)]
    assert len(numbers) == 3
    assert check_office(office) == ()


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("emails", (Email("ws(at)iclei.org", "press"),), (Email("ws@iclei.org", "press"),)),
        ("websites", (" iclei. org",), ("iclei.org",)),
    ],
)
def test_addresses_become_what_was_meant(field: str, before: Any, after: Any) -> None:
    said, office = _settled(replace(an_office(phones=(a_phone(),)), **{field: before}))
    assert len(said) == 1 and said[0].startswith("Use ")
    assert getattr(office, field) == after


def test_a_postal_code_loses_the_sign_of_its_country() -> None:
    address = PostalAddress(city="Bonn", postal_code="D-53113", country="FR")
    finding = Finding("postal_code_unusual", "address.postal_code", "odd", "53113", "D-53113")
    office = an_office(address=address)
    assert proposal(office, finding) == "Use 53113"
    assert mended(office, finding).address.postal_code == "53113"


def test_the_country_that_the_numbers_say_is_set() -> None:
    said, office = _settled(an_office(city="Nairobi", country="", phones=(a_phone("+254203873780"),)))
    assert said == ["Set the country to Kenya"]
    assert office.address.country == "KE"


def test_swapped_coordinates_are_swapped_and_stay_as_precise() -> None:
    finding = Finding("position_swapped", "position", "odd", "50.73, 7.1", "7.1, 50.73")
    office = an_office(position=a_position(7.1, 50.73, source="GPS"))
    assert proposal(office, finding) == "Swap the coordinates"
    assert mended(office, finding).position == a_position(source="GPS")


def test_where_a_machine_has_nothing_to_propose_it_offers_nothing() -> None:
    office = an_office(phones=(a_phone("+525553453000"),))
    (finding,) = check_office(office)
    assert (proposal(office, finding), mended(office, finding)) == ("", office)


def test_a_finding_that_is_settled_already_changes_nothing() -> None:
    old = an_office(city="Manila", country="PH", phones=(a_phone("+6324260851"),))
    (finding,) = check_office(old)
    now = replace(old, phones=(a_phone("+63284260851"),))
    assert mended(now, finding) == now


@pytest.mark.parametrize("code", ["not_on_map", "position_far_from_town"])
def test_an_office_without_a_position_is_not_put_anywhere_by_the_model(code: str) -> None:
    finding = Finding(code, "position", "odd", "50.73, 7.1")
    assert mended(an_office(), finding) == an_office()


@given(offices, st.text(max_size=20), st.sampled_from(["phones", "emails", "websites", "position", "notes"]))
def test_no_proposal_breaks_an_office(office: Office, suggestion: str, field: str) -> None:
    about = office.phones[0].raw if office.phones else ""
    finding = Finding("any", field, "odd", suggestion, about)
    assert mended(office, finding).id == office.id
    assert bool(proposal(office, finding)) == (bool(suggestion) and field != "notes")


@given(offices)
def test_what_is_proposed_for_any_office_can_be_taken(office: Office) -> None:
    said, after = _settled(office)
    assert after.id == office.id and all(said)
