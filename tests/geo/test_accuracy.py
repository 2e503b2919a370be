"""How far the offline geocoder is from the truth, at addresses whose true coordinates are known.

The addresses are in places_with_addresses.tsv: town halls, ministries, museums and squares, by parts or as one text
in the country's own script, each with where it truly is, to a few hundred metres. The goals are those of the project.
"""

import csv
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from directory_app.geo.candidate import Candidate
from directory_app.geo.distance import geodesic_km
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate, locate_text
from directory_app.model.address import PostalAddress
from directory_app.model.place import Point, Precision

_MEDIAN_KM = 5.0
_FAR_KM = 30.0
_SHARE_WITHIN = 0.95


@dataclass(frozen=True, slots=True)
class Answer:
    """An address, and where the geocoder puts it; `best` is None where it knows nothing."""

    written: str
    country: str
    best: Candidate | None
    apart_km: float

    def __str__(self) -> str:
        found = f"{self.best.label}, {self.best.position.precision}" if self.best else "nothing"
        return f"{self.apart_km:.1f} km: {self.written} ({self.country}) → {found}"


@pytest.fixture(scope="module")
def answers(gazetteer: Gazetteer) -> list[Answer]:
    path = Path(__file__).with_name("places_with_addresses.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        return [_answer(gazetteer, row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_the_addresses_are_of_all_the_world(answers: list[Answer]) -> None:
    assert len(answers) >= 100
    assert len({answer.country for answer in answers}) >= 60


def test_half_of_the_addresses_are_placed_within_five_kilometres(answers: list[Answer]) -> None:
    median = statistics.median(answer.apart_km for answer in answers)
    assert median < _MEDIAN_KM, _figures(answers)


def test_ninety_five_of_a_hundred_addresses_are_placed_within_thirty_kilometres(answers: list[Answer]) -> None:
    within = sum(answer.apart_km < _FAR_KM for answer in answers)
    assert within >= _SHARE_WITHIN * len(answers), _figures(answers)


def test_no_address_is_placed_in_a_wrong_country(answers: list[Answer]) -> None:
    wrong = [str(answer) for answer in answers if answer.best is not None and answer.best.country != answer.country]
    assert wrong == []


def test_what_is_said_to_be_a_town_is_near(answers: list[Answer]) -> None:
    exact = frozenset({Precision.TOWN, Precision.DISTRICT})
    towns = [answer for answer in answers if answer.best is not None and answer.best.position.precision in exact]
    within = sum(answer.apart_km < _FAR_KM for answer in towns)
    assert len(towns) > 0.9 * len(answers) and within >= 0.99 * len(towns), _figures(answers)


def _answer(gazetteer: Gazetteer, row: dict[str, str]) -> Answer:
    found = locate_text(gazetteer, row["text"]) if row["text"] else locate(gazetteer, _address(row))
    best = found[0] if found else None
    truth = (float(row["latitude"]), float(row["longitude"]))
    return Answer(row["text"] or row["city"], row["country"], best, _apart(best, truth))


def _address(row: dict[str, str]) -> PostalAddress:
    return PostalAddress(
        lines=tuple(row["lines"].split("; ")),
        postal_code=row["postal_code"],
        city=row["city"],
        district=row["district"],
        state=row["state"],
        country=row["country"],
    )


def _apart(best: Candidate | None, truth: Point) -> float:
    return geodesic_km(best.position.point, truth) if best is not None else float("inf")


def _figures(answers: Sequence[Answer]) -> str:
    """Returns the figures, and the ten addresses that are furthest from the truth."""
    distances = sorted(answer.apart_km for answer in answers)
    within = sum(distance < _FAR_KM for distance in distances) / len(distances)
    worst = sorted(answers, key=lambda answer: -answer.apart_km)[:10]
    head = f"{len(answers)} addresses, median {statistics.median(distances):.1f} km, {within:.1%} within {_FAR_KM:g} km"
    return "\n".join((head, *map(str, worst)))
