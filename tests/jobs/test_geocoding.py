"""Offices without a position looked up one by one: what is placed, what is left, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Thread

import pytest

from directory_app.errors import MissingResourceError, StaleOfficeError, StoppedError
from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.online.problems import OddAnswerError, OnlineError, RefusedError, UnreachableError
from directory_app.geo.online.waiting import Wait
from directory_app.jobs.geocoding import STOPPED, Controls, Geocoded, Left, Online, Placed, geocode_offices, outcomes_of
from directory_app.model.address import PostalAddress
from directory_app.model.office import Office
from directory_app.model.place import Position, Precision
from tests.builders import a_position, an_office

TOWN = Candidate(
    Position(50.73, 7.1, Precision.TOWN, "GeoNames"), "Bonn", "Europe/Berlin", "DE", "Bonn", match=Match.MAIN
)
STREET = Candidate(
    Position(50.72, 7.12, Precision.STREET, "OpenStreetMap"),
    "Ring, Bonn",
    "Europe/Berlin",
    "DE",
    "Ring",
    match=Match.MAIN,
)
ELSEWHERE = replace(STREET, match=Match.NONE, label="Ring, Bonn am Wald")
FAR = replace(STREET, position=Position(48.1, 11.6, Precision.ROOFTOP, "OpenStreetMap"), label="Ring, München")
OTHER = replace(TOWN, position=Position(52.0, 9.0, Precision.TOWN, "GeoNames"), label="Bonn, elsewhere", population=100)

OFFICES = [an_office(name) for name in ("One", "Two", "Three")]


@dataclass
class Map:
    """Remembers what was placed; refuses the offices named."""

    placed: dict[str, Candidate] = field(default_factory=dict)
    refused: str = ""

    def place(self, office: Office, candidate: Candidate) -> None:
        """Places an office."""
        if office.name == self.refused:
            raise StaleOfficeError(f"{office.name} was saved by somebody else.")
        self.placed[office.name] = candidate


@dataclass
class Service:
    """Answers, or fails as it is told, one after the other; the last for ever."""

    says: list[Sequence[Candidate] | Exception]
    asked: int = 0

    def locate(self, address: PostalAddress, wait: Wait) -> Sequence[Candidate]:
        """Answers."""
        self.asked += 1
        said = self.says.pop(0) if len(self.says) > 1 else self.says[0]
        if isinstance(said, Exception):
            raise said
        return said


def no_wait(seconds: float) -> None:
    """Waits for nothing."""


def geocoded(
    offices: Sequence[Office], towns: Sequence[Candidate], online: Online | None = None, there: Map | None = None
) -> Geocoded:
    return geocode_offices(offices, lambda office: towns, online, (there or Map()).place, no_wait)


def test_an_office_is_placed_at_the_one_street_that_was_found() -> None:
    there = Map()
    done = geocoded(OFFICES[:1], [TOWN], Service([[STREET]]).locate, there)
    assert done == Geocoded((Placed(OFFICES[0].id, "One", STREET),), ())
    assert there.placed == {"One": STREET}


def test_without_a_service_an_office_is_placed_at_its_town() -> None:
    assert geocoded(OFFICES[:1], [TOWN]).placed[0].candidate is TOWN


def test_a_town_is_taken_where_the_service_leaves_a_choice() -> None:
    assert geocoded(OFFICES[:1], [TOWN], Service([[STREET, FAR]]).locate).placed[0].candidate is TOWN


@pytest.mark.parametrize("precision", list(Precision))
def test_an_office_that_has_a_position_is_never_touched(precision: Precision) -> None:
    there, service = Map(), Service([[STREET]])
    placed = replace(OFFICES[0], position=a_position(precision=precision))
    assert geocoded([placed], [TOWN], service.locate, there) == Geocoded((), ())
    assert (there.placed, service.asked) == ({}, 0)
    (left,) = outcomes_of([placed], lambda office: [TOWN], service.locate, there.place, no_wait)
    assert isinstance(left, Left)
    assert (there.placed, service.asked) == ({}, 0)


REASONS: list[tuple[Office, list[Candidate], list[Candidate], str]] = [
    (OFFICES[0], [], [], "No town called Bonn is known in Germany."),
    (OFFICES[0], [TOWN, OTHER], [], "Several places may be meant by Bonn"),
    (OFFICES[0], [], [replace(STREET, country="FR")], "Only the street Ring, Bonn was found"),
    (OFFICES[0], [TOWN], [FAR], "km apart: Ring, München."),
    (OFFICES[0], [], [replace(STREET, label=f"Ring {n}") for n in range(5)], "Ring 0; Ring 1; Ring 2 and 2 more."),
    (an_office(country=""), [TOWN], [STREET], "Its address names no country."),
    (an_office(country="XX"), [TOWN], [STREET], "“XX” is no country that is known."),
]


@pytest.mark.parametrize(
    ("office", "towns", "places", "reason"), REASONS, ids=[row[3] + str(n) for n, row in enumerate(REASONS)]
)
def test_what_is_left_says_why(office: Office, towns: list[Candidate], places: list[Candidate], reason: str) -> None:
    there = Map()
    (left,) = geocoded([office], towns, Service([places]).locate, there).left
    assert reason in left.reason
    assert left.reason.endswith(".")
    assert there.placed == {}


def test_an_office_that_somebody_saves_meanwhile_is_left_and_the_others_go_on() -> None:
    there = Map(refused="Two")
    done = geocoded(OFFICES, [TOWN], None, there)
    assert [placed.name for placed in done.placed] == ["One", "Three"]
    assert done.left == (Left(OFFICES[1].id, "Two", "Two was saved by somebody else."),)


@pytest.mark.parametrize(
    ("error", "asked"), [(RefusedError("Busy."), 1), (UnreachableError("Down."), 2), (OddAnswerError("Odd."), 3)]
)
def test_a_service_that_fails_is_not_asked_for_ever_and_its_sentence_is_the_reason(
    error: OnlineError, asked: int
) -> None:
    service = Service([error])
    done = geocoded(OFFICES, [], service.locate)
    not_asked = f"The server was not asked any more. {error}"
    assert [left.reason for left in done.left] == [str(error)] * asked + [not_asked] * (3 - asked)
    assert service.asked == asked


def test_a_street_in_another_town_than_was_asked_for_is_left_to_a_person() -> None:
    (left,) = geocoded(OFFICES[:1], [], Service([[ELSEWHERE]]).locate).left
    assert "which may be another" in left.reason
    agreeing = replace(ELSEWHERE, area_agrees=True)
    assert geocoded(OFFICES[:1], [], Service([[agreeing]]).locate).placed[0].candidate is agreeing


def test_a_gazetteer_that_fails_leaves_the_office_and_goes_on() -> None:
    def locate(office: Office) -> list[Candidate]:
        if office.name == "Two":
            raise MissingResourceError("The file of towns is damaged.")
        return [TOWN]

    done = geocode_offices(OFFICES, locate, None, Map().place, no_wait)
    assert [placed.name for placed in done.placed] == ["One", "Three"]
    assert [left.reason for left in done.left] == ["The file of towns is damaged."]


def test_a_service_that_fails_now_and_then_is_asked_on() -> None:
    service = Service([UnreachableError("Down."), [STREET], UnreachableError("Down."), [STREET]])
    done = geocoded([*OFFICES, an_office("Four")], [], service.locate)
    assert [placed.name for placed in done.placed] == ["Two", "Four"]
    assert [left.reason for left in done.left] == ["Down.", "Down."]


def test_a_service_that_fails_leaves_the_towns() -> None:
    done = geocoded(OFFICES, [TOWN], Service([RefusedError("Busy.")]).locate)
    assert [placed.candidate for placed in done.placed] == [TOWN] * 3


def test_progress_is_told_of_those_without_a_position() -> None:
    told: list[tuple[int, int]] = []
    offices = [replace(OFFICES[0], position=a_position()), *OFFICES[1:]]
    geocode_offices(
        offices, lambda office: [TOWN], None, Map().place, no_wait, lambda done, total: told.append((done, total))
    )
    assert told == [(1, 2), (2, 2)]


def test_who_stops_it_by_the_progress_keeps_what_was_placed() -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError("Enough.")

    there = Map()
    done = geocode_offices(OFFICES, lambda office: [TOWN], None, there.place, no_wait, stop)
    assert done.stopped
    assert list(there.placed) == [placed.name for placed in done.placed] == ["One"]
    assert [left.reason for left in done.left] == [STOPPED] * 2


def test_who_stops_it_while_the_service_is_waited_for_keeps_what_was_placed() -> None:
    there = Map()
    done = geocoded(OFFICES, [TOWN], Service([[STREET], StoppedError("Enough.")]).locate, there)
    assert done.stopped
    assert list(there.placed) == ["One"]
    assert len(done.left) == 2


def test_a_paused_job_places_nothing_until_it_goes_on() -> None:
    controls, there = Controls(), Map()
    controls.pause()
    assert controls.is_paused
    job = Thread(target=geocode_offices, args=(OFFICES, lambda office: [TOWN], None, there.place, controls.wait))
    job.start()
    job.join(0.05)
    assert job.is_alive()
    assert there.placed == {}
    controls.resume()
    job.join(10)
    assert len(there.placed) == 3


@pytest.mark.parametrize("is_paused", [False, True])
def test_stopping_ends_a_long_wait_at_once(is_paused: bool) -> None:
    controls = Controls()
    if is_paused:
        controls.pause()
    ended: list[StoppedError] = []

    def wait() -> None:
        try:
            controls.wait(0 if is_paused else 600)
        except StoppedError as error:
            ended.append(error)

    job = Thread(target=wait)
    job.start()
    controls.stop()
    job.join(10)
    assert len(ended) == 1
    with pytest.raises(StoppedError):
        controls.wait(0)
    controls.pause()
    assert not controls.is_paused


def test_nothing_to_do_is_done() -> None:
    assert geocoded([], []) == Geocoded((), ())


def test_who_stops_it_while_an_office_is_saved_leaves_that_one_and_the_rest() -> None:
    def stop(office: Office, candidate: Candidate) -> None:
        raise StoppedError("Enough.")

    done = geocode_offices(OFFICES, lambda office: [TOWN], None, stop, no_wait)
    assert done.stopped
    assert [left.reason for left in done.left] == [STOPPED] * 3
