from dataclasses import replace

from directory_app.model.office import Kind, Status, Summary
from directory_app.ui.map.figures.network import MOST_LINES, Network, network_of
from tests.builders import a_position, an_office, summary_of


def _row(name: str, region: str, kind: Kind = Kind.OFFICE, latitude: float = 0.0, longitude: float = 0.0) -> Summary:
    return summary_of(an_office(name, region=region, kind=kind, position=a_position(latitude, longitude)))


WORLD = _row("World", "World", Kind.WORLD_SECRETARIAT, 50.7, 7.1)
BONN = _row("Bonn Centre", "World", Kind.CENTRE, 50.8, 7.2)
EUROPE = _row("Europe", "Europe", Kind.REGIONAL_SECRETARIAT, 48.0, 7.8)
BERLIN = _row("Berlin", "Europe", latitude=52.5, longitude=13.4)
BRUSSELS = _row("Brussels", "Europe", latitude=50.8, longitude=4.4)
ASIA = _row("Asia", "Asia", Kind.REGIONAL_SECRETARIAT, 37.5, 127.0)
CANADA = _row("Canada", "America", latitude=43.7, longitude=-79.4)
ALL = [WORLD, BONN, EUROPE, BERLIN, BRUSSELS, ASIA, CANADA]


def _names(network: Network | None) -> tuple[str, set[str]]:
    assert network is not None
    return network.centre.office.name, {spot.office.name for spot in network.ends}


def test_a_region_is_tied_to_its_secretariat() -> None:
    for chosen in (EUROPE, BERLIN, BRUSSELS):
        assert _names(network_of(chosen, ALL)) == ("Europe", {"Berlin", "Brussels"})


def test_the_regions_are_tied_to_the_world_secretariat() -> None:
    assert _names(network_of(WORLD, ALL)) == ("World", {"Europe", "Asia"})


def test_the_world_secretariat_has_the_offices_of_its_own_region() -> None:
    assert _names(network_of(BONN, ALL)) == ("World", {"Bonn Centre"})


def test_a_region_without_a_secretariat_on_the_map_has_no_lines() -> None:
    assert network_of(CANADA, ALL) is None
    nowhere = replace(EUROPE, latitude=None, longitude=None)
    assert network_of(BERLIN, [nowhere, BERLIN, BRUSSELS]) is None
    assert network_of(nowhere, [nowhere, BERLIN, BRUSSELS]) is None


def test_closed_offices_and_those_that_are_nowhere_have_no_line() -> None:
    closed = replace(BERLIN, status=Status.CLOSED)
    nowhere = replace(BRUSSELS, latitude=None, longitude=None)
    assert _names(network_of(EUROPE, [EUROPE, closed, nowhere])) == ("Europe", set())


def test_of_too_many_offices_the_nearest_have_lines() -> None:
    rows = [_row(f"{number}", "Europe", latitude=number / 10.0 - 40.0, longitude=10.0) for number in range(800)]
    network = network_of(EUROPE, [EUROPE, *rows])
    assert network is not None
    assert network.count == 800
    assert len(network.lines()) == MOST_LINES
    southernmost = min(float(spot.office.latitude or 0.0) for spot in network.ends)
    northernmost = max(float(spot.office.latitude or 0.0) for spot in network.ends)
    assert 48.0 - southernmost > northernmost - 48.0 - 0.2
    assert northernmost == rows[-1].latitude or abs(48.0 - southernmost - (northernmost - 48.0)) < 0.3
