"""What is typed in the form and the office that it means."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Office, Person
from directory_app.model.phone import PhoneKind
from directory_app.model.phones.cell import read_phones
from directory_app.model.place import Precision
from directory_app.ui.office_editor.draft import Draft, NumberRow, draft_of, findings_of, office_of
from tests.builders import a_position, an_office
from tests.strategies import offices

MANILA = "+63-2/426-0851; 4265921 to 23"


def test_the_numbers_of_one_cell_are_one_row_with_its_text_as_written() -> None:
    office = an_office(phones=read_phones(MANILA, "PH"))
    assert draft_of(office).numbers == (NumberRow(MANILA),)


def test_a_row_that_was_not_touched_keeps_what_was_read_out_of_it() -> None:
    office = an_office(country="PH", phones=read_phones(MANILA, "PH"))
    assert office_of(replace(draft_of(office), notes="x"), office).phones == office.phones


def test_a_typed_number_is_normalised_and_kept_as_typed() -> None:
    typed = replace(draft_of(an_office()), numbers=(NumberRow("0228 / 97 62 99-00"),))
    (phone,) = office_of(typed, an_office()).phones
    assert (phone.number, phone.raw) == ("+4922897629900", "0228 / 97 62 99-00")


def test_a_chosen_kind_wins_and_plain_phone_leaves_it_to_the_text() -> None:
    rows = (NumberRow("+49 228 9762 9901", PhoneKind.FAX), NumberRow("F: +49 228 9762 9902"))
    phones = office_of(replace(draft_of(an_office()), numbers=rows), an_office()).phones
    assert [phone.kind for phone in phones] == [PhoneKind.FAX, PhoneKind.FAX]


def test_another_country_reads_national_numbers_anew() -> None:
    office = an_office(phones=read_phones("030 1234567", "DE"))
    moved = office_of(replace(draft_of(office), country="AT"), office)
    assert [phone.number for phone in moved.phones] == ["+43301234567"]


def test_rows_left_empty_are_dropped() -> None:
    draft = replace(
        draft_of(an_office()),
        emails=((" ", "press"),),
        people=(("", "Director"),),
        websites=("",),
        numbers=(NumberRow(),),
    )
    office = office_of(draft, an_office())
    assert (office.emails, office.people, office.websites, office.phones) == ((), (), (), ())


def test_every_field_is_carried() -> None:
    draft = Draft(
        name=" New ",
        region="Africa",
        emails=(("a@example.org", "press"),),
        websites=("example.org",),
        street="1 Road\n\n2nd floor",
        postal_code="8001",
        city="Cape Town",
        district="Century City",
        state="Western Cape",
        country="ZA",
        coordinates="-33.9, 18.5",
        timezone="Africa/Johannesburg",
        people=(("Ada", "Director"),),
        aliases=("Kaapstad",),
        notes="n",
        verified_on="2026-01-31",
        verified_by="Ada",
        verified_how="called",
        opening_hours=" Mo-Fr 09:00-17:00 ",
        covers="Nepal, Atlantis; BT",
        local_address="ライプツィヒ通り 1\nベルリン",
    )
    office = office_of(draft, an_office("Old"), "Ada")
    assert office.address == PostalAddress(
        ("1 Road", "2nd floor"), "8001", "Cape Town", "Century City", "Western Cape", "ZA"
    )
    assert (office.name, office.region, office.emails) == ("New", "Africa", (Email("a@example.org", "press"),))
    assert (office.people, office.aliases) == ((Person("Ada", "Director"),), ("Kaapstad",))
    assert (office.verified_on, office.verified_by, office.verified_how) == (date(2026, 1, 31), "Ada", "called")
    assert (office.opening_hours, office.covers) == ("Mo-Fr 09:00-17:00", ("NP", "BT"))
    assert office.local_address is not None
    assert office.local_address.lines == ("ライプツィヒ通り 1", "ベルリン")
    assert office.position is not None
    assert (office.position.latitude, office.position.precision) == (-33.9, Precision.MANUAL)
    assert office.position.confirmed_by == "Ada"


def test_the_address_as_published_is_never_rewritten() -> None:
    office = an_office(address=PostalAddress(city="Bonn", country="DE", published="Bonn | Germany"))
    assert office_of(replace(draft_of(office), city="Köln"), office).address.published == "Bonn | Germany"


def test_coordinates_and_dates_that_cannot_be_read_leave_what_was_there_and_say_so() -> None:
    office = an_office(region="", position=a_position(), verified_on=date(2026, 1, 1))
    draft = replace(draft_of(office), coordinates="over there", verified_on="soon", timezone="Mars/Olympus", name="")
    saved = office_of(draft, office)
    assert (saved.position, saved.verified_on) == (office.position, office.verified_on)
    codes = {finding.code for finding in findings_of(draft, office, ())}
    assert codes == {"position_unreadable", "date_unreadable", "timezone_unknown", "name_missing"}


def test_coordinates_off_the_earth_are_none() -> None:
    office = an_office()
    assert office_of(replace(draft_of(office), coordinates="91, 0"), office).position is None


def test_an_odd_field_is_a_finding_and_is_saved_as_typed() -> None:
    office = an_office(region="")
    draft = replace(
        draft_of(office), emails=(("ada at example", ""),), postal_code="ABC", numbers=(NumberRow("ask Ada"),)
    )
    saved = office_of(draft, office)
    assert (saved.emails[0].address, saved.address.postal_code, saved.phones[0].raw) == (
        "ada at example",
        "ABC",
        "ask Ada",
    )
    assert {finding.field for finding in findings_of(draft, office, ())} == {"emails", "address.postal_code"}


@given(offices)
def test_opening_and_saving_untouched_changes_only_blanks_around_texts(office: Office) -> None:
    once = office_of(draft_of(office), office)
    assert office_of(draft_of(once), once) == once
