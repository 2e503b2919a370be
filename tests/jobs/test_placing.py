"""Offices put on the map by the hundred thousand."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from directory_app.bundled import bundled
from directory_app.exchange.seed import read_seed
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate
from directory_app.geo.placing import spot
from directory_app.jobs.placing import Placer
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from tests.builders import a_position, an_office

PUBLISHED = [replace(office, position=None, timezone="") for office in read_seed(bundled("db", "seed")).offices]


class CountingGazetteer(Gazetteer):
    """Counts what is asked of the file."""

    asked = 0

    def towns(self, *arguments: object, **options: object) -> object:  # type: ignore[override]
        """Counts and looks."""
        self.asked += 1
        return super().towns(*arguments, **options)  # type: ignore[arg-type]


@pytest.fixture
def gazetteer() -> Iterator[CountingGazetteer]:
    with CountingGazetteer(bundled("resources", "gazetteer", "gazetteer.sqlite")) as gazetteer:
        yield gazetteer


def at(**parts: object) -> Office:
    return an_office(address=PostalAddress(**parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "office",
    [
        *PUBLISHED,
        at(city="Springfield", state="Illinois", country="US"),
        at(city="Springfield", postal_code="01103", country="US"),
        at(city="Springfield", country="US"),
        at(city="Freiburg", postal_code="79098", country="DE"),
        at(published="Leopoldring 3, 79098 Freiburg", country="DE"),
        at(lines=("Rosenthaler Str. 72a", "10119 Berlin"), country="DE"),
        at(city="Xyzzyville", country="DE"),
        at(city="Bonn"),
        at(),
    ],
    ids=lambda office: f"{office.name}, {office.address}",
)
def test_an_office_is_placed_where_a_save_places_it(gazetteer: CountingGazetteer, office: Office) -> None:
    by_a_save = spot(office, None, lambda one: locate(gazetteer, one.address))
    placer = Placer(gazetteer)
    assert placer.spot(office, None) == placer.spot(office, None) == by_a_save


def test_a_town_is_looked_up_once_whatever_the_street_and_the_postal_code(gazetteer: CountingGazetteer) -> None:
    placer = Placer(gazetteer)
    for number in range(100):
        for city, code in (("Berlin", f"10{number:03}"), ("Freiburg", f"79{number:03}")):
            office = at(lines=(f"Ring {number}",), city=city, postal_code=code, country="DE")
            assert placer.spot(office, None)[1] == "Europe/Berlin"
    assert gazetteer.asked < 6


def test_an_office_that_is_on_the_map_stays_there(gazetteer: CountingGazetteer) -> None:
    office = at(city="Berlin", country="DE")
    there = replace(office, position=a_position(1, 2))
    assert Placer(gazetteer).spot(there, None) == (a_position(1, 2), "")
    assert Placer(gazetteer).spot(there, replace(there, notes="x")) == (a_position(1, 2), "")
