"""What the card says of an office."""

from datetime import datetime
from zoneinfo import ZoneInfo

from directory_app.model.address import PostalAddress
from directory_app.model.checks import check_office
from directory_app.model.ignoring import ignored
from directory_app.model.mending import mended
from directory_app.model.office import Email
from directory_app.model.phone import Phone
from directory_app.model.phones.cell import read_phones
from directory_app.ui.office_card.content import clock_line, content_of
from tests.builders import a_phone, a_position, an_office


def test_a_number_is_shown_internationally_and_as_dialled_from_here() -> None:
    (line,) = content_of(an_office(phones=(a_phone("+4922897629900"),)), "DE").contacts
    assert (line.text, line.caption) == ("+49 228 97629900", "Phone · from here 0228 97629900")
    assert line.link == "tel:+49-228-97629900"


def test_a_number_that_could_not_be_read_is_shown_as_written_and_cannot_be_called() -> None:
    (line,) = content_of(an_office(phones=(Phone("ask Ada"),)), "DE").contacts
    assert (line.text, line.link, line.copied) == ("ask Ada", "", "ask Ada")
    assert line.doubt


def test_a_number_of_another_country_carries_its_doubt() -> None:
    office = an_office(country="CO", phones=read_phones("+52 55 5345 3000", "CO"))
    assert content_of(office, "DE").contacts[0].doubt == (
        "+52 55 5345 3000 is a number in Mexico; the office is in Colombia."
    )


def test_a_doubt_that_somebody_lets_stand_is_on_the_card_no_more() -> None:
    office = an_office(country="CO", phones=read_phones("+52 55 5345 3000", "CO"))
    (finding,) = check_office(office)
    assert content_of(ignored(office, finding, "One switchboard"), "DE").contacts[0].doubt == ""


def test_an_old_number_offers_the_new_one_once_for_all_lines_that_have_it() -> None:
    office = an_office(country="PH", phones=read_phones("+63-2/426-0851", "PH") * 2)
    first, second = content_of(office, "DE").contacts
    assert (first.mend, second.mend) == ("Use +63 2 8426 0851", "")
    assert first.finding is not None
    assert {phone.number for phone in mended(office, first.finding).phones} == {"+63284260851"}


def test_an_address_without_at_cannot_be_written_to() -> None:
    lines = content_of(an_office(emails=(Email("a@example.org"), Email("nobody"))), "DE").contacts
    assert [(line.link, bool(line.doubt)) for line in lines] == [("mailto:a@example.org", False), ("", True)]


def test_a_web_address_without_a_scheme_opens_securely() -> None:
    (line,) = content_of(an_office(websites=("www.example.org",)), "DE").contacts
    assert (line.text, line.link) == ("www.example.org", "https://www.example.org")


def test_the_address_stands_as_its_country_writes_it_with_how_well_it_is_placed() -> None:
    address = PostalAddress(("Leopoldring 3",), "79098", "Freiburg", country="DE")
    (line,) = content_of(an_office(address=address, position=a_position()), "DE").address
    assert line.text == "Leopoldring 3\n79098 Freiburg\nGermany"
    assert line.caption == "Placed by town; street not confirmed"


def test_a_position_that_stands_for_a_missing_one_is_doubted_at_the_address() -> None:
    (line,) = content_of(an_office(position=a_position(0, longitude=0)), "DE").address
    assert line.doubt.startswith("The position is 0, 0")


def test_an_office_of_which_only_the_position_is_known_shows_that() -> None:
    (line,) = content_of(an_office(city="", country="", position=a_position(91.5, longitude=7)), "").address
    assert (line.text, line.copied) == ("91.50000, 7.00000", "91.50000, 7.00000")
    assert "no place on earth" in line.doubt


def test_a_time_zone_that_nobody_knows_is_told_instead_of_the_time() -> None:
    office = an_office(timezone="Asia/Nowhere", aliases=(), notes="")
    (line,) = content_of(office, "DE").more
    assert (line.text, line.caption) == ("Asia/Nowhere", "Time zone")
    assert line.doubt.startswith("There is no time zone “Asia/Nowhere”")
    assert not content_of(an_office(timezone="Asia/Tokyo"), "DE").more


def test_what_is_unknown_is_not_there() -> None:
    content = content_of(an_office(city="", country=""), "")
    assert (content.contacts, content.address, content.people, content.more) == ((), (), (), ())


def test_an_office_without_a_name_still_has_a_heading() -> None:
    assert content_of(an_office(""), "").name == "Office without a name"


def test_the_time_there_is_told_beside_the_readers() -> None:
    now = datetime(2026, 6, 1, 22, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert clock_line(an_office(timezone="Asia/Tokyo"), now) == "tomorrow 05:00 there, 7 hours ahead of here"
    assert clock_line(an_office(timezone="Europe/Paris"), now) == "22:00 there, the same time as here"
    assert (
        clock_line(an_office(timezone="Asia/Kolkata"), now) == "tomorrow 01:30 there, 3 hours 30 minutes ahead of here"
    )
    assert clock_line(an_office(timezone="Mars/Olympus"), now) == ""
