"""When the machine may put an office on the map."""

from dataclasses import replace

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.placing import meant, placed, unambiguous
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision
from tests.builders import a_position, an_office

HAMBURG = Candidate(
    Position(53.55, 10.0, source="GeoNames"), "Hamburg, Germany", "Europe/Berlin", "DE", "Hamburg", match=Match.MAIN
)


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
    assert placed(office, None, _hamburg) == replace(office, timezone="Europe/Berlin")


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


def test_a_place_that_somebody_confirmed_stays_wherever_the_office_moves() -> None:
    before = an_office(position=a_position(precision=Precision.STREET, confirmed_by="Ada"))
    assert placed(_moved(before), before, _nowhere).position == before.position


def test_a_position_set_or_cleared_in_the_same_edit_is_the_persons_word() -> None:
    before = an_office(position=a_position())
    cleared = replace(_moved(before), position=None)
    assert placed(cleared, before, _hamburg).position is None
    chosen = replace(_moved(before), position=a_position(1.0, 2.0))
    assert placed(chosen, before, _hamburg).position == chosen.position


def test_a_time_zone_typed_in_the_same_edit_stays() -> None:
    office = an_office(timezone="Europe/Busingen")
    assert placed(office, None, _hamburg).timezone == "Europe/Busingen"


def test_a_new_position_brings_the_time_zone_there() -> None:
    before = an_office(position=a_position(), timezone="Europe/Berlin")
    cape_town = replace(before, position=a_position(-33.92, 18.42, precision=Precision.MANUAL))
    assert placed(cape_town, before, _nowhere).timezone == "Africa/Johannesburg"
    at_sea = replace(before, position=a_position(-40.0, -20.0, precision=Precision.MANUAL))
    assert placed(at_sea, before, _nowhere).timezone == "Europe/Berlin"


def test_a_new_position_leaves_the_time_zone_that_is_typed_in_the_same_edit() -> None:
    before = an_office(position=a_position(), timezone="Europe/Berlin")
    both = replace(before, position=a_position(-33.92, 18.42), timezone="Africa/Maseru")
    assert placed(both, before, _nowhere).timezone == "Africa/Maseru"


def test_an_edit_of_something_else_leaves_a_time_zone_that_was_chosen() -> None:
    before = an_office(position=a_position(), timezone="Europe/Busingen")
    assert placed(replace(before, notes="x"), before, _nowhere).timezone == "Europe/Busingen"


def _town(
    name: str, latitude: float, population: int, match: Match = Match.MAIN, *, area_agrees: bool = False
) -> Candidate:
    place = Position(latitude, 10.0, Precision.TOWN)
    return Candidate(
        place, name, "Europe/Berlin", "DE", name, population=population, match=match, area_agrees=area_agrees
    )


def test_a_town_whose_name_is_only_begun_is_not_taken() -> None:
    assert unambiguous([_town("Frankfurt", 50.1, 700_000, Match.PREFIX)]) is None


def test_of_two_towns_of_one_name_and_like_size_none_is_taken() -> None:
    assert unambiguous([_town("Springfield", 37.2, 170_000), _town("Springfield", 42.1, 155_000)]) is None


def test_a_hamlet_of_the_same_name_is_no_doubt() -> None:
    best = _town("Berlin", 52.5, 3_400_000)
    assert unambiguous([best, _town("Berlin", 54.0, 600)]) == best


def test_a_city_called_so_beside_a_village_named_so_is_a_doubt() -> None:
    assert unambiguous([_town("Querétaro", 20.9, 2_000), _town("Santiago", 20.0, 800_000, Match.ALTERNATE)]) is None


def test_a_smaller_town_that_is_only_spelt_alike_is_no_doubt() -> None:
    best = _town("Freiburg", 48.0, 230_000)
    assert unambiguous([best, _town("Freiberg", 50.9, 43_000, Match.ALTERNATE)]) == best


def test_the_one_in_the_state_asked_for_is_taken() -> None:
    best = _town("Victoria", 48.4, 290_000, area_agrees=True)
    assert unambiguous([best, _town("Victoria", 52.8, 250_000)]) == best


def test_a_part_of_the_same_town_is_no_rival() -> None:
    best = _town("Seoul", 37.56, 9_000_000)
    assert unambiguous([best, _town("Seoul", 37.6, 8_000_000)]) == best


def test_a_country_is_no_place_for_an_office() -> None:
    country = replace(HAMBURG, position=Position(52.5, 13.4, Precision.COUNTRY))
    assert unambiguous([country]) is None


def test_without_a_country_nothing_is_placed() -> None:
    assert placed(an_office(country=""), None, _hamburg).position is None


def test_the_only_place_of_a_name_is_meant_even_if_it_is_a_country() -> None:
    country = replace(HAMBURG, position=replace(HAMBURG.position, precision=Precision.COUNTRY), match=Match.NONE)
    assert unambiguous([country]) is None
    assert meant([country]) == country
    assert meant([HAMBURG, country]) == HAMBURG
    assert meant([country, HAMBURG]) is None
    assert meant([]) is None
