"""Offices on the map."""

from directory_app.model.office import Kind, Summary
from tests.builders import a_position, an_office, summary_of


def a_summary(name: str, latitude: float, longitude: float, kind: Kind = Kind.OFFICE) -> Summary:
    """Returns the row of an office at a place."""
    return summary_of(an_office(name, kind=kind, city="Town", position=a_position(latitude, longitude)))


BONN = a_summary("World Secretariat", 50.73, 7.10, Kind.WORLD_SECRETARIAT)
BERLIN = a_summary("Berlin Office", 52.52, 13.41)
FREIBURG = a_summary("European Secretariat", 48.0, 7.85, Kind.REGIONAL_SECRETARIAT)
SUVA = a_summary("Pacific Islands Office", -18.14, 178.44)
APIA = a_summary("Samoa Office", -13.83, -171.76)
