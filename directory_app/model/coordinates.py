"""Coordinates as somebody types or pastes them, in any usual notation, and as they are written back."""

from directory_app.model.place import Point
from directory_app.model.points.angles import read_angles
from directory_app.model.points.answer import Answer, ReadPoint, Trouble
from directory_app.model.points.links import read_link
from directory_app.model.points.plain_signs import plainly
from directory_app.model.points.plus_codes import decoded, is_short, plus_code_in, recovered

_LONGEST = 5_000
"""Links to maps are long; nothing longer is one."""
_LONGEST_ANGLES = 200


def read_coordinates(text: str, near: Point | None = None) -> Answer:
    """Returns the point that a text means, in WGS 84 degrees, or a sentence that says what to do.

    Read are decimal degrees, degrees with minutes and seconds, geo: URIs, links to maps, and plus codes, of which
    short ones need a place `near` them. The latitude comes first unless letters say otherwise. Nothing is fetched.
    """
    if len(text) > _LONGEST:
        return Trouble("That is too long for coordinates. Paste only the coordinates, or the link.")
    link = read_link(text, near)
    if link is not None:
        return link
    plain = plainly(text)
    if not plain:
        return Trouble("Type a latitude and a longitude, such as 50.7192, 7.1222, or paste a link to a map.")
    code = plus_code_in(plain)
    if code:
        return _of_plus_code(code, near)
    if len(plain) > _LONGEST_ANGLES:
        return Trouble("That is too long for coordinates. Paste only the two numbers.")
    return read_angles(plain)


def _of_plus_code(code: str, near: Point | None) -> Answer:
    if not is_short(code):
        return ReadPoint(decoded(code), "plus code")
    if near is None:
        return Trouble(f"{code} is short for a plus code near some town. Write it in full, such as 9F29P4MC+PQ.")
    return ReadPoint(recovered(code, near), "short plus code, completed near the town")


def written_decimal(point: Point) -> str:
    """Returns a point as decimal degrees to the metre, such as "50.71920, 7.12220"."""
    latitude, longitude = (round(number, 5) + 0.0 for number in point)
    return f"{latitude:.5f}, {longitude:.5f}"


def written_dms(point: Point) -> str:
    """Returns a point in degrees, minutes and seconds, such as 50°43′09.1″ N, 7°07′19.9″ E."""
    return f"{_dms(point[0], 'NS')}, {_dms(point[1], 'EW')}"


def _dms(degrees: float, letters: str) -> str:
    tenths = round(abs(degrees) * 36_000)
    minutes, rest = divmod(tenths, 600)
    letter = letters[1] if degrees < 0 and tenths else letters[0]
    return f"{minutes // 60}°{minutes % 60:02}′{rest // 10:02}.{rest % 10}″ {letter}"
