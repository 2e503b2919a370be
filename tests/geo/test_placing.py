"""When the machine may put an office on the map."""

from dataclasses import replace

from directory_app.geo.candidate import Candidate
from directory_app.geo.placing import placed
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision
from tests.builders import a_position, an_office

HAMBURG = Candidate(Position(53.55, 10.0, source="GeoNames"), "Hamburg, Germany", "Europe/Berlin", "DE", "Hamburg")


def _hamburg(_: Office) -> list[Candidate]:
    return [HAMBURG]


def _nowhere(_: Office) -> list[Candidate]:
    return []


def _moved(office: Office) -> Office:
    return replace(office, address=PostalAddress(city="Hamburg", country="DE"))


def test_a_new_office_is_placed_with_its_time_zone() -> None:
    office = placed(an_office(), None, _hamburg)
    assert (office.position, office.timezone) == (HAMBURG.position, "Europe/Berlin")


def test_a_new_office_with_a_position_keeps_it() -> None:
    office = an_office(position=a_position())
    assert placed(office, None, _hamburg) == office


def test_an_office_whose_town_is_as_it_was_is_left_alone() -> None:
    before = an_office(position=None)
    assert placed(replace(before, notes="x"), before, _hamburg).position is None


def test_an_office_that_moves_is_placed_anew() -> None:
    before = an_office(position=a_position())
    assert placed(_moved(before), before, _hamburg).position == HAMBURG.position


def test_an_office_that_moves_to_where_nothing_is_known_is_taken_off_the_map() -> None:
    before = an_office(position=a_position())
    assert placed(_moved(before), before, _nowhere).position is None


def test_a_pin_placed_by_hand_stays_wherever_the_office_moves() -> None:
    before = an_office(position=a_position(precision=Precision.MANUAL))
    assert placed(_moved(before), before, _hamburg).position == before.position


def test_a_position_set_or_cleared_in_the_same_edit_is_the_persons_word() -> None:
    before = an_office(position=a_position())
    cleared = replace(_moved(before), position=None)
    assert placed(cleared, before, _hamburg).position is None
    chosen = replace(_moved(before), position=a_position(1.0, 2.0))
    assert placed(chosen, before, _hamburg).position == chosen.position


def test_a_time_zone_typed_in_the_same_edit_stays() -> None:
    office = an_office(timezone="Europe/Busingen")
    assert placed(office, None, _hamburg).timezone == "Europe/Busingen"
