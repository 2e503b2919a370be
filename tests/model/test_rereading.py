from hypothesis import given

from directory_app.model.checks import check_office
from directory_app.model.office import Office
from directory_app.model.phone import Phone
from directory_app.model.phones.cell import read_phones
from directory_app.model.phones.rereading import identity, reread
from tests.builders import a_phone, an_office
from tests.strategies import offices

TWO = "T: +49 228 97629900 / F: +49 228 97629901"


def test_a_number_in_todays_plan_is_left_as_it_is_whatever_its_cell_says() -> None:
    phone = a_phone("+4922897629999", raw=TWO)
    assert reread(phone, an_office(phones=(phone,))) == ()


def test_a_cell_of_which_some_numbers_were_removed_is_not_read_anew() -> None:
    first, _ = read_phones(TWO)
    assert reread(first, an_office(phones=(first,))) == ()


def test_what_the_office_has_got_out_of_the_cell_is_not_proposed_again() -> None:
    first, _ = read_phones(TWO)
    unread = Phone(TWO)
    (left,) = reread(unread, an_office(phones=(first, unread)))
    assert left.number == "+4922897629901"


def test_a_number_that_was_glued_together_is_read_as_the_two_that_it_is() -> None:
    glued = Phone("+91 - 40 / 40034004/5", "+91404003400405")
    office = an_office(city="Hyderabad", country="IN", phones=(glued,))
    assert [phone.number for phone in reread(glued, office)] == ["+914040034004", "+914040034005"]
    (finding,) = check_office(office)
    assert (finding.code, finding.about) == ("phone_splittable", "+91404003400405")
    assert finding.suggestion == "+91 40 4003 4004; +91 40 4003 4005"


def test_a_number_that_is_wrong_and_read_right_is_not_proposed_to_be_itself() -> None:
    (wrong,) = read_phones("+49 12")
    (finding,) = check_office(an_office(phones=(wrong,)))
    assert finding.suggestion == ""


@given(offices)
def test_what_is_read_anew_is_new(office: Office) -> None:
    for phone in office.phones:
        numbers = {other.number for other in office.phones if other.raw == phone.raw}
        assert all(again.number and again.number not in numbers for again in reread(phone, office))
        assert identity(phone) in (phone.number, phone.raw)
