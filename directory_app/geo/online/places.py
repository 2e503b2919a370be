"""The JSON that a server sends, read with suspicion."""

import json
import math
import re
from typing import Any

from directory_app.geo.online.cache import Places
from directory_app.geo.online.problems import OddAnswerError

_MOST = 20
_LONGEST = 500
_KEPT = ("place_rank", "category", "class", "type", "addresstype", "name")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")


def read_places(content: bytes, host: str) -> Places:
    """Returns the places of an answer with what is needed of each.

    Raises OddAnswerError, which names the host, for whatever is no list of places on the earth.
    """
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        raise _odd(host, "a web page" if content.lstrip()[:1] == b"<" else "something unreadable") from None
    if not isinstance(answer, list):
        raise _odd(host, "something else")
    return [_place(row, host) for row in answer[:_MOST]]


def _place(row: Any, host: str) -> dict[str, Any]:
    if not isinstance(row, dict) or not isinstance(row.get("display_name"), str):
        raise _odd(host, "something else")
    latitude, longitude = _degrees(row.get("lat"), 90), _degrees(row.get("lon"), 180)
    if math.isnan(latitude) or math.isnan(longitude):
        raise OddAnswerError(f"{host} answered with coordinates that are nowhere on the earth. Nothing was changed.")
    kept = {key: _clean(row[key]) for key in _KEPT if isinstance(row.get(key), (str, int))}
    details = row.get("address")
    if isinstance(details, dict):
        kept["address"] = {_clean(key): _clean(value) for key, value in details.items() if isinstance(value, str)}
    return {"lat": latitude, "lon": longitude, "display_name": _clean(row["display_name"]), **kept}


def _odd(host: str, what: str) -> OddAnswerError:
    return OddAnswerError(
        f"{host} answered with {what} instead of a list of places. Nothing was changed; check its address in Settings."
    )


def _degrees(value: object, most: int) -> float:
    """Returns an angle that is written as a number or as its text, NaN for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return math.nan
    try:
        angle = float(value)
    except (ValueError, OverflowError):
        return math.nan
    return angle if abs(angle) <= most else math.nan


def _clean(value: Any) -> Any:
    return " ".join(_UNSHOWN.sub(" ", value[: 2 * _LONGEST]).split())[:_LONGEST] if isinstance(value, str) else value
