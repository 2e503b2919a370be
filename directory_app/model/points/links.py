"""Links to a place on a map, read without opening them."""

import re
from collections.abc import Iterator

from directory_app.model.place import Point
from directory_app.model.points.angles import read_angles
from directory_app.model.points.answer import Answer, ReadPoint, Trouble, checked
from directory_app.model.points.plain_signs import plainly, unmarked
from directory_app.model.points.plus_codes import decoded, is_short, plus_code_in, recovered

_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_PAIR = re.compile(rf"\s*{_NUMBER}\s*[,~]\s*{_NUMBER}\b.*", re.DOTALL)
_GEO = re.compile(rf"geo:{_NUMBER},\s*{_NUMBER}(?:,{_NUMBER})?((?:;[^?]*)?)(?:\?(.*))?", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,20})(?::\d+)?(/.*|\?.*|#.*)?", re.IGNORECASE | re.DOTALL)
_SHORTENED = re.compile(
    r"(?:maps\.app\.goo\.gl|goo\.gl|g\.co|maps\.apple|bit\.ly|tinyurl\.com|t\.co|binged\.it|w3w\.co)(?:/|$)"
    r"|(?:www\.)?(?:osm\.org|openstreetmap\.org)/go/",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"https?://\S+", re.IGNORECASE)
_AROUND = " <>()[]\"'"
_PIN = re.compile(rf"!3d{_NUMBER}!4d{_NUMBER}")
_AT = re.compile(rf"/@{_NUMBER},{_NUMBER}")
_MAP = re.compile(rf"[#&?]map=[\d.]+/{_NUMBER}/{_NUMBER}")
_PATH = re.compile(r"/(?:place|search|dir//)/?([^/?#]+)")
_GEOHACK = re.compile(r"([\d._-]+_[NS])_([\d._-]+_[EW])")
_PARAMETER = re.compile(r"[?&#;]([A-Za-z0-9_]+)=([^&#;]*)")
_OF_LATITUDE = (("mlat", "mlon"), ("lat", "lon"), ("lat", "lng"), ("latitude", "longitude"))
_OF_BOTH = ("coordinate", "q", "query", "ll", "where1", "destination", "daddr", "cp", "center", "viewpoint", "sll")
_LONGITUDE_FIRST = re.compile(r"(?:^|\.)yandex\.", re.IGNORECASE)
_ROUTE = re.compile(r"/maps/dir/[^/]")
_NOTATION = "link to a map"
_MIDDLE = "the middle of a linked map"
_LOOK = "Open it, click on the place, and copy the coordinates that are shown there."


def read_link(text: str, near: Point | None = None) -> Answer | None:
    """Returns what a geo: URI or a link to a map says, or None for a text in which there is neither.

    The place that a link is about is taken before the middle of the map that it shows. geo: is RFC 5870's.
    """
    link = unmarked(text).strip(_AROUND)
    if link[:4].casefold() == "geo:":
        return _geo(_decoded(link))
    within = _WITHIN.search(link)
    match = _LINK.fullmatch(within[0] if within else link)
    if match is None or not (within or match[2]):
        return None
    host, rest = match[1], match[2] or ""
    if _SHORTENED.match(host + rest):
        return Trouble(
            "This link is shortened and says no place by itself. Open it in a browser, and paste its address."
        )
    if _ROUTE.match(rest):
        return Trouble(f"This link is one to a route and not to a place. {_LOOK}")
    shown = _AT.search(_decoded(rest)) or _MAP.search(_decoded(rest))
    middle = _point(*shown.groups()) if shown else None
    point = next(_points(host, rest, middle or near), None)
    if point is not None:
        return checked(point, _NOTATION)
    return checked(middle, _MIDDLE) if middle else Trouble(f"This link has no coordinates in it. {_LOOK}")


def _geo(uri: str) -> Answer:
    match = _GEO.fullmatch(uri)
    if match is None:
        return Trouble("A geo: link is a latitude and a longitude with a comma, as in geo:50.7192,7.1222.")
    latitude, longitude, _, parameters, question = match.groups()
    crs = re.search(r";crs=([^;]*)", parameters, re.IGNORECASE)
    if crs and crs[1].casefold() != "wgs84":
        return Trouble(f"This geo: link counts in “{crs[1][:40]}” and not in WGS 84. Ask for it in degrees of WGS 84.")
    about = next((value for name, value in _parameters(f"?{question}") if name == "q"), "")
    asked = _read(about)
    if asked is None and about and float(latitude) == float(longitude) == 0:
        return Trouble(f"This geo: link names a place and has no coordinates. {_LOOK}")
    return checked(asked or (float(latitude), float(longitude)), "geo: link")


def _points(host: str, rest: str, near: Point | None) -> Iterator[Point]:
    """Yields the points that a link names, that which is the likeliest first."""
    whole = _decoded(rest)
    if pin := _PIN.search(whole):
        yield _point(*pin.groups())
    if geohack := _GEOHACK.search(whole):
        yield from _some(_read(" ".join(geohack.groups()).replace("_", " ")))
    values = dict(_parameters(rest))
    for north, east in _OF_LATITUDE:
        yield from _some(_read(f"{values.get(north)}, {values.get(east)}"))
    paths = [_decoded(path.replace("+", " ")) for path in _PATH.findall(rest)]
    for text in (*(values.get(name, "") for name in _OF_BOTH), *paths):
        point = _read(text, near)
        if point is not None:
            yield point[::-1] if _LONGITUDE_FIRST.search(host) else point


def _some(point: Point | None) -> Iterator[Point]:
    if point is not None:
        yield point


def _read(text: str, near: Point | None = None) -> Point | None:
    """Returns the point that a part of a link says: two numbers, angles, or a plus code."""
    pair = _PAIR.fullmatch(text.removeprefix("loc:"))
    if pair:
        return _point(*pair.groups())
    plain = plainly(text)
    code = plus_code_in(plain)
    if code and not is_short(code):
        return decoded(code)
    if code and near is not None:
        return recovered(code, near)
    angles = read_angles(plain)
    return angles.point if isinstance(angles, ReadPoint) else None


def _point(latitude: str, longitude: str) -> Point:
    return float(latitude), float(longitude)


def _parameters(rest: str) -> Iterator[tuple[str, str]]:
    for name, value in _PARAMETER.findall(rest):
        yield name.casefold(), _decoded(value.replace("+", " "))


def _decoded(text: str) -> str:
    """Returns the text with what percent signs stand for; bytes that are no UTF-8 are replaced."""
    runs = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
    return runs.sub(lambda run: bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "replace"), text)
