"""From which place to measure, read out of what somebody typed; and what is near it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from directory_app.geo.candidate import Candidate
from directory_app.geo.near import Near, centre_of, measured_from
from directory_app.geo.placing import meant
from directory_app.model.place import Point, Position, Precision


@dataclass(frozen=True, slots=True)
class Start:
    """A place to measure from, and what it is called; an office measured from is left out of the list."""

    position: Position
    name: str
    detail: str = ""
    leave_out: UUID | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question came to: the offices nearest to `start`, or, without one, the places that may be meant.

    `places` are all of that name, `start` among them; nothing at all is known where both are empty.
    """

    start: Start | None = None
    places: tuple[Start, ...] = ()
    offices: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers questions about what is near; slow enough for a background thread, and safe there.

    `nearest` gives the nearest offices, nearest first, without the one that is left out (Directory.nearest);
    `find_places` the places that a text may mean, best first; `read_point` the point that a text gives as
    coordinates, or None where it gives none.
    """

    nearest: Callable[[Position, int, UUID | None], Sequence[Near]]
    find_places: Callable[[str], Sequence[Candidate]]
    read_point: Callable[[str], Point | None]

    def answer(self, text: str, count: int) -> Answer:
        """Returns what is near the place that a text means, or the places that it may mean."""
        if not text.strip():
            return Answer()
        point = self.read_point(text)
        if point is not None:
            return self.around(start_at(point), count)
        found = self.find_places(text)
        places = tuple(map(_start_of, found))
        return self.around(places[0], count, places) if meant(found) is not None else Answer(places=places)

    def around(self, start: Start, count: int, places: tuple[Start, ...] = ()) -> Answer:
        """Returns the offices nearest to a place."""
        return Answer(start, places, tuple(self.nearest(start.position, count, start.leave_out)))


def start_at(point: Point) -> Start:
    """Returns a point as a place to measure from, called by its coordinates."""
    return Start(Position(*point, Precision.MANUAL), f"{point[0]:.4f}, {point[1]:.4f}")


def _start_of(candidate: Candidate) -> Start:
    area = "" if candidate.area in candidate.label else candidate.area
    people = f"{candidate.population:,} inhabitants" if candidate.population else ""
    detail = measured_from(candidate.position) or " · ".join(part for part in (area, people) if part)
    return Start(centre_of(candidate.position), candidate.label, detail)
