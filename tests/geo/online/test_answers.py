"""How much a place of an answer stands for, and which one needs nobody's eye."""

from dataclasses import replace
from typing import Any

import pytest

from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.online.answers import acceptable, candidates_of, precision_of
from directory_app.model.address import PostalAddress
from directory_app.model.place import Position, Precision
from tests.geo.online.shapes import ABROAD, HOUSE, IN_HONG_KONG, STREET, TOWN

KINDS: list[tuple[dict[str, Any], Precision]] = [
    ({"class": "place", "type": "house", "place_rank": 30, "addresstype": "place"}, Precision.ROOFTOP),
    ({"class": "building", "type": "office", "place_rank": 30, "addresstype": "building"}, Precision.ROOFTOP),
    ({"category": "amenity", "type": "townhall", "place_rank": 30, "addresstype": "amenity"}, Precision.ROOFTOP),
    ({"class": "place", "type": "house"}, Precision.ROOFTOP),
    ({"class": "highway", "type": "bus_stop", "place_rank": 30, "addresstype": "highway"}, Precision.STREET),
    ({"class": "railway", "type": "station", "place_rank": 30, "addresstype": "railway"}, Precision.STREET),
    ({"class": "highway", "type": "residential", "place_rank": 26, "addresstype": "road"}, Precision.STREET),
    ({"class": "highway", "type": "footway", "place_rank": 27, "addresstype": "road"}, Precision.STREET),
    ({"category": "highway", "type": "primary"}, Precision.STREET),
    ({"class": "place", "type": "square", "place_rank": 25, "addresstype": "square"}, Precision.STREET),
    ({"class": "place", "type": "postcode", "place_rank": 21, "addresstype": "postcode"}, Precision.POSTCODE),
    ({"class": "boundary", "type": "postal_code", "place_rank": 11}, Precision.POSTCODE),
    ({"class": "place", "type": "suburb", "place_rank": 19, "addresstype": "suburb"}, Precision.DISTRICT),
    ({"class": "place", "type": "neighbourhood", "place_rank": 24}, Precision.DISTRICT),
    ({"class": "landuse", "type": "industrial", "place_rank": 22, "addresstype": "industrial"}, Precision.DISTRICT),
    ({"class": "boundary", "type": "administrative", "place_rank": 12, "addresstype": "city"}, Precision.TOWN),
    ({"class": "place", "type": "village", "place_rank": 19, "addresstype": "village"}, Precision.TOWN),
    ({"class": "boundary", "type": "administrative", "place_rank": 16}, Precision.TOWN),
    ({"class": "boundary", "type": "administrative", "place_rank": 8, "addresstype": "state"}, Precision.AREA),
    ({"class": "boundary", "type": "administrative", "place_rank": 10}, Precision.AREA),
    ({"class": "boundary", "type": "administrative", "place_rank": 4, "addresstype": "country"}, Precision.COUNTRY),
    ({"class": "boundary", "type": "administrative", "place_rank": 4}, Precision.COUNTRY),
    ({"class": "natural", "type": "peak", "place_rank": 18, "addresstype": "peak"}, Precision.TOWN),
    ({"place_rank": 99, "type": 7, "class": None}, Precision.COUNTRY),
    ({"place_rank": True}, Precision.COUNTRY),
    ({"place_rank": "30"}, Precision.COUNTRY),
    ({}, Precision.COUNTRY),
]


@pytest.mark.parametrize(("place", "precision"), KINDS, ids=lambda value: str(value)[:110])
def test_a_place_says_how_much_it_stands_for(place: dict[str, Any], precision: Precision) -> None:
    assert precision_of(place) is precision


def candidates(*places: dict[str, Any], **parts: Any) -> list[Candidate]:
    address = PostalAddress(**{"country": "DE", **parts})
    return candidates_of(places, address, lambda point: f"Zone/{point[0]:.0f}")


def test_a_candidate_tells_town_area_and_zone() -> None:
    (street,) = candidates(STREET, city="BONN", state="north rhine-westphalia")
    assert (street.name, street.match, street.area_agrees) == ("Kaiser-Friedrich-Straße", Match.MAIN, True)
    assert (street.timezone, street.area) == ("Zone/51", "North Rhine-Westphalia")
    (elsewhere,) = candidates(STREET, city="Köln", postal_code="50667")
    assert (elsewhere.match, elsewhere.area_agrees) == (Match.NONE, False)


def test_a_place_that_does_not_tell_its_country_is_dropped() -> None:
    assert (
        candidates(ABROAD, IN_HONG_KONG, {**STREET, "address": None}, {**STREET, "address": {"country_code": 7}}) == []
    )


def test_the_only_one_to_the_street_is_accepted() -> None:
    for place in (HOUSE, STREET):
        (only,) = found = candidates(place)
        assert acceptable(found, "de") is only


def test_the_only_one_to_the_town_needs_a_person() -> None:
    assert acceptable(candidates(TOWN), "DE") is None


def test_one_of_several_needs_a_person() -> None:
    assert acceptable(candidates(HOUSE, TOWN), "DE") is None
    assert acceptable(candidates(HOUSE, STREET), "DE") is None


def test_what_is_abroad_does_not_count() -> None:
    (house,) = candidates(HOUSE)
    abroad = replace(house, country="FR")
    assert acceptable([abroad, house], "DE") is house
    assert acceptable([abroad], "DE") is acceptable([house], "") is acceptable([], "DE") is None


def test_a_pin_set_by_hand_is_no_answer_of_a_machine() -> None:
    (house,) = candidates(HOUSE)
    assert acceptable([replace(house, position=Position(1, 2, Precision.MANUAL))], "DE") is None
