"""Offices spread as real ones are: in towns drawn by population, most of them in the middle of the town."""

import math
import random
import sqlite3
from uuid import UUID

from directory_app.bundled import bundled
from directory_app.model.office import Kind, Status, Summary

_AT_ONE_SPOT = 3_000
"""Of 100,000 offices, so many share one building; of fewer, as large a part."""

_SECRETARIATS = 20
_UNITS = 100_000.0
"""A degree in the gazetteer."""


def many_offices(count: int, seed: int = 5) -> list[Summary]:
    """Returns offices, two of three of which have the place that the gazetteer gives their town.

    The others are scattered around it, in large towns farther than in small ones, as pins put by hand are.
    """
    rng = random.Random(seed)
    towns = _towns()
    drawn = rng.choices(towns, weights=[town[3] for town in towns], k=count)
    return [_office(number, town, count, rng) for number, town in enumerate(drawn)]


def _towns() -> list[tuple[str, float, float, int]]:
    path = bundled("resources", "gazetteer", "gazetteer.sqlite")
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT name, latitude, longitude, population FROM place WHERE population > 0")
        towns = [(name, latitude / _UNITS, longitude / _UNITS, people) for name, latitude, longitude, people in rows]
    connection.close()
    return towns


def _office(number: int, town: tuple[str, float, float, int], count: int, rng: random.Random) -> Summary:
    name, latitude, longitude, people = town
    if number < count * _AT_ONE_SPOT // 100_000:
        name, latitude, longitude = "Brussels", 50.8467, 4.3525
    elif rng.random() > 2.0 / 3.0:
        away = 0.004 + math.sqrt(people) * 3e-5
        latitude = min(max(rng.gauss(latitude, away), -84.0), 84.0)
        east = rng.gauss(longitude, away / math.cos(math.radians(latitude)))
        longitude = (east + 180.0) % 360.0 - 180.0
    kinds = (Kind.OFFICE, Kind.OFFICE, Kind.OFFICE, Kind.PROJECT_OFFICE, Kind.CENTRE)
    kind = Kind.REGIONAL_SECRETARIAT if number >= count - _SECRETARIATS else rng.choice(kinds)
    return Summary(
        id=UUID(int=rng.getrandbits(128), version=4),
        name=f"{name} Office {number}",
        kind=Kind.WORLD_SECRETARIAT if number == count - 1 else kind,
        region="",
        city=name,
        country="",
        latitude=latitude,
        longitude=longitude,
        timezone="",
        status=Status.ACTIVE,
    )
