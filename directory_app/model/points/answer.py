"""What reading coordinates answers: a point, or one sentence on what to do."""

from dataclasses import dataclass

from directory_app.model.place import Point


@dataclass(frozen=True, slots=True)
class Offer:
    """A point that may be meant, and what a button says that takes it."""

    words: str
    point: Point


@dataclass(frozen=True, slots=True)
class ReadPoint:
    """A point that was read, and the notation that it stood in, such as "plus code"."""

    point: Point
    notation: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why no point was read, as a sentence that says what to do, and the points that may be meant."""

    sentence: str
    offers: tuple[Offer, ...] = ()


Answer = ReadPoint | Trouble


def checked(point: Point, notation: str) -> Answer:
    """Returns a point that is on the earth, or what is wrong with it; numbers that look swapped are offered so."""
    latitude, longitude = point
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return ReadPoint(point, notation)
    if abs(longitude) <= 90 < abs(latitude) <= 180:
        sentence = f"A latitude goes from -90 to 90, and {latitude:.6g} is beyond. The two look swapped."
        return Trouble(sentence, (Offer("Swap them", (longitude, latitude)),))
    if abs(latitude) <= 90:
        return Trouble(f"A longitude goes from -180 to 180, and {longitude:.6g} is beyond. Check the second number.")
    return Trouble(f"A latitude goes from -90 to 90, and {latitude:.6g} is beyond. Check the first number.")
