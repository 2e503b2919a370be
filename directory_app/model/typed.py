"""Values as a person types them into one field."""

import re
from datetime import date

from directory_app.errors import BadInputError
from directory_app.model.office import Person
from directory_app.model.place import Point, Position, Precision

_DEGREES = r"([+-]?\d+(?:\.\d+)?(?:[eE][+-]\d+)?)"
COORDINATES = re.compile(rf"\s*{_DEGREES}\s*[,; ]\s*{_DEGREES}\s*")
"""Two decimal numbers, whether or not they are a place on earth."""


def typed_pin(point: Point, by: str = "") -> Position:
    """Returns the pin that a person placed by typing where it is."""
    return Position(*point, Precision.MANUAL, "typed", by)


def read_position(text: str, by: str = "") -> Position | None:
    """Returns a pin placed by hand from coordinates in any usual notation, or None if they cannot be read."""
    from directory_app.model.coordinates import read_coordinates  # the window need not wait for it
    from directory_app.model.points.answer import ReadPoint

    answer = read_coordinates(text)
    return typed_pin(answer.point, by) if isinstance(answer, ReadPoint) else None


def point_of_place(text: str) -> Point | None:
    """Returns the point that the name of a place is, being coordinates in any usual notation; None for other names.

    Raises BadInputError for what can only have been meant as coordinates: a link, or numbers that are set apart.
    """
    from directory_app.model.coordinates import read_coordinates  # the window need not wait for it
    from directory_app.model.points.answer import ReadPoint

    answer = read_coordinates(text)
    if isinstance(answer, ReadPoint):
        return answer.point
    is_apart = COORDINATES.fullmatch(text) or (re.search("[,;°]", text) and not any(map(str.isalpha, text)))
    if "://" in text or is_apart:
        raise BadInputError(answer.sentence)
    return None


def read_date(text: str) -> date | None:
    """Returns the date of a text such as "2026-01-31", or None if it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def read_texts(text: str) -> tuple[str, ...]:
    """Returns the texts between semicolons and line ends."""
    return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def read_people(text: str) -> tuple[Person, ...]:
    """Returns people between semicolons, each with the role after a comma, if any."""
    people = (part.partition(",") for part in read_texts(text))
    return tuple(Person(name.strip(), role.strip()) for name, _, role in people)
