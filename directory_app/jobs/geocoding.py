"""All offices without a position looked up, one after the other: what was placed, what is left and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Condition
from uuid import UUID

from directory_app.errors import DirectoryError, StoppedError
from directory_app.geo.candidate import Candidate, Match
from directory_app.geo.not_placed import reason_not_placed
from directory_app.geo.online.answers import acceptable
from directory_app.geo.online.problems import OddAnswerError, OnlineError, RefusedError
from directory_app.geo.online.waiting import Wait
from directory_app.geo.placing import SAME_PLACE_KM, unambiguous
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_name
from directory_app.model.office import Office
from directory_app.model.place import great_circle_km
from directory_app.model.progress import Progress, untold

Offline = Callable[[Office], Sequence[Candidate]]
Online = Callable[[PostalAddress, Wait], Sequence[Candidate]]
Place = Callable[[Office, Candidate], object]
"""Saves an office at a candidate's position; a DirectoryError leaves the office as it was."""

STOPPED = "Looking up was stopped before it came to this office."

_FAILURES_IN_A_ROW = 2
"""After so many nobody is asked any more; each may have taken as long as an answer may take."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """An office that is on the map now, and where."""

    office: UUID
    name: str
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Left:
    """An office that is as it was, and why, in a sentence."""

    office: UUID
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Geocoded:
    """What became of all offices that had no position; `stopped` where a person ended it."""

    placed: tuple[Placed, ...]
    left: tuple[Left, ...]
    stopped: bool = False


class Controls:
    """What a person does to a job under way, from another thread: pause, go on, stop."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._is_paused = self._is_stopped = False

    def pause(self) -> None:
        """Has the job wait before it asks again."""
        self._set(paused=True)

    def resume(self) -> None:
        """Lets the job go on."""
        self._set(paused=False)

    def stop(self) -> None:
        """Ends the job, paused or not; offices that are placed stay so."""
        self._set(paused=False, stopped=True)

    @property
    def is_paused(self) -> bool:
        """Whether the job waits for `resume`."""
        return self._is_paused

    def wait(self, seconds: float) -> None:
        """Waits so long, and on while the job is paused; raises StoppedError once it is to stop."""
        with self._changed:
            self._changed.wait_for(self._is_to_stop, seconds)
            self._changed.wait_for(self._is_to_go_on)
            if self._is_stopped:
                raise StoppedError("Looking up was stopped; what was placed before stays.")

    def _is_to_stop(self) -> bool:
        return self._is_stopped

    def _is_to_go_on(self) -> bool:
        return not self._is_paused

    def _set(self, *, paused: bool, stopped: bool = False) -> None:
        with self._changed:
            self._is_stopped = self._is_stopped or stopped
            self._is_paused = paused and not self._is_stopped
            self._changed.notify_all()


def geocode_offices(
    offices: Sequence[Office],
    offline: Offline,
    online: Online | None,
    place: Place,
    wait: Wait,
    progress: Progress = untold,
) -> Geocoded:
    """Returns what became of the offices that have no position; those that have one are not looked at.

    Each is saved by itself, so whoever stops it, through `wait` or `progress`, keeps what was placed.
    """
    waiting = [office for office in offices if office.position is None]
    outcomes: list[Placed | Left] = []
    stopped = False
    try:
        for outcome in outcomes_of(waiting, offline, online, place, wait):
            outcomes.append(outcome)
            progress(len(outcomes), len(waiting))
    except StoppedError:
        stopped = True
    left = [outcome for outcome in outcomes if isinstance(outcome, Left)]
    left += [Left(office.id, office.name, STOPPED) for office in waiting[len(outcomes) :]]
    return Geocoded(tuple(outcome for outcome in outcomes if isinstance(outcome, Placed)), tuple(left), stopped)


def outcomes_of(
    offices: Sequence[Office], offline: Offline, online: Online | None, place: Place, wait: Wait
) -> Iterator[Placed | Left]:
    """Yields what becomes of each office; raises StoppedError between two, which leaves none half done."""
    finder = _Finder(offline, online, wait)
    for office in offices:
        wait(0)
        try:
            found = finder.find(office)
            if isinstance(found, Candidate):
                place(office, found)
        except StoppedError:
            raise
        except DirectoryError as error:
            found = str(error)
        if isinstance(found, Candidate):
            yield Placed(office.id, office.name, found)
        else:
            yield Left(office.id, office.name, found)


class _Finder:
    """Finds the one place of an office; gives up asking online when that does not work."""

    def __init__(self, offline: Offline, online: Online | None, wait: Wait) -> None:
        self._offline, self._online, self._wait = offline, online, wait
        self._failures = 0
        self._failure = ""

    def find(self, office: Office) -> Candidate | str:
        """Returns where an office is, or the sentence why nobody but a person can say."""
        if office.position is not None:
            return "It has a position."
        country = office.address.country
        if not country_name(country):
            return reason_not_placed(office, ())
        nearby = self._offline(office)
        town = unambiguous(nearby)
        places, trouble = self._ask(office.address)
        street = acceptable(places, country)
        if street and town and (apart := _km(street, town)) > SAME_PLACE_KM:
            return f"{street.position.source} and the built-in list of towns are {apart:,.0f} km apart: {street.label}."
        if street and not town and street.match is Match.NONE and not street.area_agrees:
            street = None  # it may be another town of that name
        return street or town or trouble or (_why_none(places) if places else reason_not_placed(office, nearby))

    def _ask(self, address: PostalAddress) -> tuple[Sequence[Candidate], str]:
        """Returns what an online service says of an address, or why it does not."""
        if self._online is None:
            return (), ""
        if self._failures >= _FAILURES_IN_A_ROW:
            return (), f"The server was not asked any more. {self._failure}"
        try:
            places = self._online(address, self._wait)
        except OddAnswerError as error:  # of this address; the next one may be answered
            return (), str(error)
        except OnlineError as error:
            self._failures = _FAILURES_IN_A_ROW if isinstance(error, RefusedError) else self._failures + 1
            self._failure = str(error)
            return (), self._failure
        self._failures = 0
        return places, ""


def _km(a: Candidate, b: Candidate) -> float:
    return great_circle_km(a.position.point, b.position.point)


def _why_none(candidates: Sequence[Candidate]) -> str:
    labels = list(dict.fromkeys(candidate.label for candidate in candidates))
    if len(labels) == 1:
        what = candidates[0].position.precision.value
        return f"Only the {what} {labels[0]} was found, which may be another. Choose it, or place it by hand."
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return f"Several places may be meant: {'; '.join(labels[:_NAMED])}{more}."
