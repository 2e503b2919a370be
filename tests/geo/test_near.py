"""Offices by their distance, and what is said of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import pytest

from directory_app.geo.near import (
    Near,
    centre_of,
    measured_from,
    near_direction,
    near_direction_name,
    near_distance,
    nearest_offices,
)
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision
from tests.builders import a_position, an_office, summary_of

BERLIN = (52.52, 13.4)


def near_to(start: Position, *offices: Office, leave_out: UUID | None = None, count: int = 10) -> list[Near]:
    def whole(ids: Sequence[UUID]) -> Iterable[Office]:
        return [office for office in offices if office.id in ids]

    return nearest_offices(start, map(summary_of, offices), count, whole, leave_out)


def placed(precision: Precision, latitude: float = BERLIN[0], longitude: float = BERLIN[1]) -> Office:
    return an_office(position=a_position(latitude, longitude, precision=precision))


def test_the_one_that_is_left_out_takes_no_place_in_the_count() -> None:
    first, second, third = (an_office(name, position=a_position(ord(name), 13.4)) for name in "123")
    near = near_to(a_position(ord("1"), 13.4), third, first, second, leave_out=first.id, count=2)
    assert [found.office.id for found in near] == [second.id, third.id]


def test_an_office_that_is_gone_when_it_is_measured_is_left_out() -> None:
    office = placed(Precision.TOWN)
    assert nearest_offices(a_position(), [summary_of(office)], 5, lambda ids: []) == []


@pytest.mark.parametrize(
    ("start", "there", "said"),
    [
        (Precision.TOWN, Precision.TOWN, "same town"),
        (Precision.DISTRICT, Precision.DISTRICT, "same district"),
        (Precision.STREET, Precision.STREET, "same street"),
        (Precision.COUNTRY, Precision.COUNTRY, "same country"),
        (Precision.TOWN, Precision.STREET, "within 9 km"),
        (Precision.MANUAL, Precision.TOWN, "within 8 km"),
        (Precision.COUNTRY, Precision.TOWN, "within 400 km"),
        (Precision.MANUAL, Precision.ROOFTOP, "under 10 m"),
        (Precision.MANUAL, Precision.MANUAL, "under 10 m"),
    ],
)
def test_on_one_spot_the_coarser_position_says_how_near_it_is(start: Precision, there: Precision, said: str) -> None:
    (near,) = near_to(a_position(*BERLIN, precision=start), placed(there))
    assert near_distance(near) == said
    assert near_direction(near) == near_direction_name(near) == ""


def test_a_direction_is_told_as_far_as_it_is_known() -> None:
    start = a_position(52.39, 13.06, precision=Precision.TOWN)
    (by_town,) = near_to(start, placed(Precision.TOWN))
    assert (near_distance(by_town), near_direction(by_town)) == ("about 30 km", "↗ north-east")
    (by_hand,) = near_to(a_position(52.39, 13.06, precision=Precision.MANUAL), placed(Precision.MANUAL))
    assert (near_distance(by_hand), near_direction(by_hand)) == ("27 km", "↗ north-east, 58°")
    assert near_direction_name(by_town) == near_direction_name(by_hand) == "north-east"
    (next_door,) = near_to(start, placed(Precision.TOWN, 52.45, 13.1))
    assert (near_distance(next_door), near_direction(next_door)) == ("within 30 km", "")


def test_far_away_a_town_is_as_good_as_a_house() -> None:
    (near,) = near_to(a_position(35.68, 139.69, precision=Precision.TOWN), placed(Precision.TOWN))
    assert near_distance(near) == "8,940 km"
    assert near_distance(near, miles=True) == "5,560 mi"
    assert near_direction(near).endswith("°")


def test_a_country_that_was_typed_is_measured_from_its_chief_town() -> None:
    typed = a_position(27.7, 85.32, precision=Precision.COUNTRY)
    assert centre_of(typed) == a_position(27.7, 85.32, precision=Precision.TOWN)
    exact = a_position(precision=Precision.STREET)
    assert centre_of(exact) is exact


def test_a_country_and_an_area_are_measured_from_a_town() -> None:
    said = [measured_from(a_position(precision=precision)) for precision in (Precision.COUNTRY, Precision.AREA)]
    assert said == ["measured from its capital", "measured from its largest town"]
    assert measured_from(a_position(precision=Precision.TOWN)) == ""
