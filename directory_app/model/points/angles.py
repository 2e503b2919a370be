"""Two angles as people write them: decimal degrees, or degrees with minutes and seconds, in any usual lettering."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from directory_app.model.place import Point
from directory_app.model.points.answer import Answer, Offer, Trouble, checked

_HOW = "Write them as 50.7192, 7.1222, latitude first."
_WORDS = {
    "N": "n north nord norte 北緯 北纬 북위",
    "S": "s south sud süd sur sul 南緯 南纬 남위",
    "E": "e east est este ost leste 東経 東經 东经 동경",
    "W": "w west ouest oeste ovest 西経 西經 西经 서경",
    "O": "o",
    "lat": "lat latitude latitud latitudine breite breitengrad 緯度 纬度 위도",
    "lon": "lon lng long longitude longitud longitudine länge längengrad 経度 經度 经度 경도",
    "°": "° d deg degrees grad 度 도",
    "'": "' m min 分 분",
    '"': "\" '' sec 秒 초",
    ",": ", ; / | 、",
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}
_TOKEN = re.compile(
    r"(?P<number>[+-]?(?:\d+(?:\.\d*)?|(?<![\d.])\.\d+))|(?P<word>[dms](?=[NSEWO]\b)|[北南東东西]\w|[経經经緯纬]度|[북남동서]위|[^\W\d]+\.?)"
    r"|(?P<sign>''|[°'\",;/|、度分秒도분초])|(?P<nothing>[\s:=()\[\]]+)|(?P<strange>.)",
    re.DOTALL,
)
_SIZES = {"°": 1, "'": 60, '"': 3600}
_COMMAS = re.compile(r"(?<=\d),(?=\d)")
_TWO_WITH_COMMAS = re.compile(r"^([+-]?\d{1,3}),(\d{3,}),([+-]?\d{1,3}),(\d{3,})$")
_ALONE = re.compile(r"[+-]?\d+,\d+")
_AXES = {"N": "lat", "S": "lat", "E": "lon", "W": "lon", "O": "lon", "lat": "lat", "lon": "lon"}
_LABELS = frozenset({"lat", "lon"})
_NAMES = ("decimal degrees", "degrees and minutes", "degrees, minutes and seconds")


class _UnreadableError(Exception):
    """What cannot be read, as the sentence to show."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A number, with its text, or what another sign or word means."""

    meaning: str
    value: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Angle:
    """Degrees, on which axis they are ("" where nothing says so), and how finely they are divided."""

    degrees: float
    axis: str
    parts: int
    is_ambiguous: bool = False


def read_angles(text: str) -> Answer:
    """Returns the point that two angles are; the first is the latitude unless letters say otherwise.

    `text` is as `plainly` makes it. A comma between digits is a decimal comma where that gives two numbers.
    """
    if _ALONE.fullmatch(text):
        return Trouble(f"“{text}” may be one number or two. {_HOW}")
    text = _TWO_WITH_COMMAS.sub(r"\1.\2, \3.\4", text)
    readings = [_COMMAS.sub(", ", text)] if "." in text else [_COMMAS.sub(".", text), _COMMAS.sub(", ", text)]
    troubles = []
    for reading in readings:
        try:
            return _answer(*_pair(list(_tokens(reading))))
        except _UnreadableError as error:
            troubles.append(str(error))
    return Trouble(troubles[-1])


def _tokens(text: str) -> Iterator[_Token]:
    unit = ""
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup, match[0]
        if kind == "nothing":
            continue
        if kind == "number":
            yield _Token("number", float(found), found)
            continue
        is_glued = match.start() > 0 and text[match.start() - 1].isdigit()
        is_seconds = found == "s" and is_glued and unit == "'"
        meaning = '"' if is_seconds else _MEANINGS.get(found.casefold().rstrip("."), "")
        if not meaning:
            raise _UnreadableError(f"“{found[:40]}” is no part of coordinates that is known. {_HOW}")
        unit = meaning if meaning in _SIZES else ""
        yield _Token(meaning)


def _pair(tokens: Sequence[_Token]) -> tuple[_Angle, _Angle]:
    groups = _groups(tokens)
    if len(groups) == 1 and sum(token.meaning == "number" for token in tokens) > 1:
        raise _UnreadableError(f"It is not clear where the latitude ends and the longitude begins. {_HOW}")
    if len(groups) == 1:
        raise _UnreadableError(f"That is one number; a place needs a latitude and a longitude. {_HOW}")
    if len(groups) != 2:
        raise _UnreadableError(
            f"Those are {len(groups)} numbers; a place needs two. {_HOW}" if groups else f"There is no number. {_HOW}"
        )
    first, second = map(_angle, groups)
    if first.axis and first.axis == second.axis:
        raise _UnreadableError(
            f"Both are {'latitudes' if first.axis == 'lat' else 'longitudes'}; a place needs one of each. {_HOW}"
        )
    return first, second


def _groups(tokens: Sequence[_Token]) -> list[Sequence[_Token]]:
    """Returns the tokens of each angle: between separators, or as letters or signs of degrees part them."""
    while tokens and tokens[-1].meaning == ",":
        tokens = tokens[:-1]  # ISO 6709 ends in a slash
    commas = [place for place, token in enumerate(tokens) if token.meaning == ","]
    if commas:
        return _cut(tokens, commas)
    starts = [place for place, token in enumerate(tokens) if token.meaning in _LABELS]
    letters = [place for place, token in enumerate(tokens) if token.meaning in _AXES]
    degrees = [place - 1 for place, token in enumerate(tokens) if token.meaning == "°" and place]
    if len(starts) < 2:
        is_before = bool(letters) and letters[0] == 0
        starts = [place if is_before else place + 1 for place in letters] or degrees
    if not starts:
        starts = list(range(len(tokens)))
    return _cut(tokens, starts)


def _cut(tokens: Sequence[_Token], places: Sequence[int]) -> list[Sequence[_Token]]:
    """Returns the pieces that begin at these places, without separators; a piece without a number is none."""
    pieces = [tokens[start:end] for start, end in pairwise([0, *places, len(tokens)])]
    pieces = [[token for token in piece if token.meaning != ","] for piece in pieces]
    return [piece for piece in pieces if any(token.meaning == "number" for token in piece)]


def _angle(tokens: Sequence[_Token]) -> _Angle:
    """Returns the angle of a piece such as N 50 ° 43 ' 9.1 "; raises what cannot be read."""
    letters = [token.meaning for token in tokens if token.meaning in _AXES]
    axes = {_AXES[letter] for letter in letters}
    directions = [letter for letter in letters if letter not in _LABELS]
    values = _values([token for token in tokens if token.meaning not in _AXES])
    is_signed = any(token.text[:1] in ("-", "+") for token in tokens)
    if len(axes) > 1 or len(directions) > 1:
        raise _UnreadableError(f"The letters {' and '.join(letters)} contradict each other. {_HOW}")
    if is_signed and directions:
        raise _UnreadableError("A sign and a letter say the same; leave one of them away.")
    size = sum(value / 60**place for place, value in enumerate(map(abs, values)))
    is_negative = directions in (["S"], ["W"]) or any(token.text.startswith("-") for token in tokens)
    return _Angle(-size if is_negative else size, next(iter(axes), ""), len(values), directions == ["O"])


def _values(tokens: Sequence[_Token]) -> list[float]:
    """Returns degrees, minutes and seconds; a number without a sign is the next finer of those before it."""
    numbers = [place for place, token in enumerate(tokens) if token.meaning == "number"]
    if len(numbers) > len(_SIZES):
        raise _UnreadableError(f"Those are {len(numbers)} numbers; an angle has degrees, minutes and seconds. {_HOW}")
    for place, size in zip(numbers, _SIZES, strict=False):
        sign = tokens[place + 1].meaning if place + 1 < len(tokens) else "number"
        if sign not in ("number", size):
            raise _UnreadableError(f"Degrees come first, then minutes, then seconds. {_HOW}")
    texts = [tokens[place].text for place in numbers]
    if len(tokens) > 2 * len(numbers) or any("." in text for text in texts[:-1]) or tokens[0].meaning != "number":
        raise _UnreadableError(f"Only the last of degrees, minutes and seconds has a fraction. {_HOW}")
    values = [tokens[place].value for place in numbers]
    if any(text[0] in "+-" for text in texts[1:]) or any(value >= 60 for value in values[1:]):
        raise _UnreadableError(f"Minutes and seconds go from 0 to 59. {_HOW}")
    return values


def _answer(first: _Angle, second: _Angle) -> Answer:
    notation = _NAMES[max(first.parts, second.parts) - 1]
    is_swapped = first.axis == "lon" or second.axis == "lat"
    latitude, longitude = (second, first) if is_swapped else (first, second)
    if longitude.is_ambiguous:
        return _either_way((latitude.degrees, longitude.degrees))
    answer = checked((latitude.degrees, longitude.degrees), notation)
    if isinstance(answer, Trouble) and (first.axis or second.axis):
        return Trouble(answer.sentence.removesuffix(" The two look swapped."))
    return answer


def _either_way(point: Point) -> Trouble:
    latitude, longitude = point
    offers = (Offer("East", (latitude, longitude)), Offer("West", (latitude, -longitude)))
    sentence = (
        "“O” is Ost, east, in German and ouest or oeste, west, in French and Spanish. Choose one, or write E or W."
    )
    return Trouble(sentence, offers)
