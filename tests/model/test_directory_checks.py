from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.directory_checks import contacts_of, directory_findings
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Email, Kind, Office, Status
from tests.builders import a_phone, an_office, summary_of
from tests.strategies import offices


def _findings(*all_offices: Office) -> dict[str, list[Finding]]:
    found = _by_id(all_offices)
    return {office.name: found[office.id] for office in all_offices if office.id in found}


def _by_id(all_offices: Sequence[Office]) -> dict[Any, list[Finding]]:
    return directory_findings([summary_of(o) for o in all_offices], {o.id: contacts_of(o) for o in all_offices})


def _secretariat(name: str = "Secretariat", **values: Any) -> Office:
    return an_office(name, **{"kind": Kind.REGIONAL_SECRETARIAT, **values})


def _at(name: str, address: str, **values: Any) -> Office:
    return _secretariat(name, emails=(Email(address),), **values)


def test_a_number_of_two_offices_is_told_at_both_with_the_name_of_the_other() -> None:
    found = _findings(_secretariat("Bonn", phones=(a_phone(),)), _secretariat("Berlin", phones=(a_phone(),)))
    assert {name: [f.message for f in of] for name, of in found.items()} == {
        "Bonn": ["+49 228 97629900 is also the number of Berlin."],
        "Berlin": ["+49 228 97629900 is also the number of Bonn."],
    }
    (finding,) = found["Bonn"]
    assert (finding.code, finding.field, finding.about) == ("phone_shared", "phones", "+4922897629900")
    assert finding.level is Level.NOTE


def test_a_number_twice_at_one_office_is_not_shared() -> None:
    assert _findings(_secretariat(phones=(a_phone(), a_phone(label="desk")))) == {}


def test_cells_without_a_number_are_not_shared() -> None:
    unread = (a_phone("", raw="ask Ada"),)
    assert _findings(_secretariat("A", phones=unread), _secretariat("B", phones=unread)) == {}


def test_an_address_is_shared_in_whatever_case_it_is_written() -> None:
    found = _findings(_at("A", "Info@example.org"), _at("B", " info@EXAMPLE.org"), _at("C", "info@example.org"))
    assert found["B"][0].message == "info@example.org is also the e-mail address of A and C."


def test_of_many_that_share_something_a_few_are_named() -> None:
    many = [_secretariat(f"Office {number}", phones=(a_phone(),)) for number in range(2000)]
    found = _findings(*many)
    assert found["Office 7"][0].message.endswith("of Office 0, Office 1, Office 2 and 1,996 more.")
    assert found["Office 1"][0].message.endswith("of Office 0, Office 2, Office 3 and 1,996 more.")


def test_what_a_closed_office_shares_is_nobodys_doubt() -> None:
    closed = _secretariat("Old", phones=(a_phone(),), status=Status.CLOSED)
    assert _findings(_secretariat("New", phones=(a_phone(),)), closed) == {}


def test_an_address_at_another_domain_than_most_is_told() -> None:
    usual = [_at(f"Office {number}", f"o{number}@example.org") for number in range(5)]
    (finding,) = _findings(*usual, _at("Odd", "odd@exmaple.org"))["Odd"]
    assert (finding.code, finding.field, finding.about) == ("email_other_domain", "emails", "odd@exmaple.org")
    assert "example.org" in finding.message


def test_an_address_at_the_offices_own_website_is_in_no_doubt() -> None:
    usual = [_at(f"Office {number}", f"o{number}@example.org") for number in range(5)]
    assert _findings(*usual, _at("Own", "info@example.fr", websites=("https://www.example.fr/contact",))) == {}
    assert _findings(*usual, _at("Part", "info@africa.example.org")) == {}


def test_an_address_at_a_public_mail_service_is_told_by_name() -> None:
    (finding,) = _findings(_at("Odd", "odd@gmail.com"))["Odd"]
    assert (finding.code, "gmail.com" in finding.message) == ("email_public_host", True)


def test_an_address_that_is_none_is_at_no_domain() -> None:
    usual = [_at(f"Office {number}", f"o{number}@example.org") for number in range(5)]
    assert _findings(*usual, _at("Odd", "odd at home @ work")) == {}


def test_a_region_without_a_secretariat_is_told_at_its_first_office() -> None:
    (name, (finding,)), *others = _findings(an_office("First"), an_office("Second")).items()
    assert (name, finding.code, finding.about, others) == ("First", "secretariat_missing", "Europe", [])


def test_a_closed_secretariat_is_none() -> None:
    assert set(_findings(_secretariat(status=Status.CLOSED), an_office("Open"))) == {"Open"}
    assert _findings(_secretariat(), an_office("Open")) == {}
    assert _findings(_secretariat(status=Status.CLOSED)) == {}
    assert _findings(an_office(region="")) == {}


@given(st.lists(offices, max_size=4))
def test_any_offices_can_be_compared(some: list[Office]) -> None:
    unique = list({office.id: office for office in some}.values())
    assert set(_by_id(unique)) <= {office.id for office in unique}
