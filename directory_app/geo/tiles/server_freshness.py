"""For how long an answer of a server may be used, as its headers say (RFC 9111)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz

DAY = 24 * 60 * 60.0
_USUAL = 7 * DAY
"""Where the server says nothing; OpenStreetMap asks for no less."""
_LONGEST = 365 * DAY
_LONGEST_HEADER = 4_000
_SECONDS = re.compile(r'"?(\d{1,12})"?', re.ASCII)

Headers = Mapping[str, str]
"""An answer's headers, looked up whatever their case."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What the headers say: not to keep it at all, for how many seconds it is fresh, and what it is known by.

    `is_said` is False where they say no time. With `is_strict`, what is no longer fresh may not be shown, whatever
    is wrong with the server. `etag` and `modified` are for asking whether it has changed, each may be empty.
    """

    may_keep: bool = True
    seconds: float = _USUAL
    is_said: bool = False
    is_strict: bool = False
    etag: str = ""
    modified: str = ""


def freshness_of(headers: Headers, now: float) -> Freshness:
    """Returns what the headers of an answer that came `now`, in seconds since 1970, say.

    A time that cannot be read counts as past (RFC 9111, section 4.2.1).
    """
    words = _directives(headers.get("Cache-Control", ""))
    expires = headers.get("Expires")
    if "max-age" in words:
        seconds = _whole_seconds(words["max-age"])
    elif expires is not None:
        seconds = _seconds_until(expires, headers.get("Date"), now)
    else:
        seconds = _USUAL
    is_said = "max-age" in words or expires is not None
    age = _whole_seconds(headers.get("Age", "0")) if is_said else 0.0
    is_rechecked = bool({"no-cache", "no-store"} & words.keys()) or headers.get("Vary", "").strip() == "*"
    return Freshness(
        may_keep="no-store" not in words,
        seconds=0.0 if is_rechecked else min(max(seconds - age, 0.0), _LONGEST),
        is_said=is_said or is_rechecked,
        is_strict=is_rechecked or "must-revalidate" in words,
        etag=_sent_back(headers.get("ETag", "")),
        modified=_sent_back(headers.get("Last-Modified", "")),
    )


def _directives(header: str) -> dict[str, str]:
    """Returns the words of a Cache-Control header, in lower case, with what follows their equals sign."""
    parts = (part.partition("=") for part in header[:_LONGEST_HEADER].split(","))
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _whole_seconds(text: str) -> float:
    found = _SECONDS.fullmatch(text.strip())
    return float(found[1]) if found else 0.0


def _seconds_until(expires: str, date: str | None, now: float) -> float:
    """Returns the seconds from one date to the other by the server's own clock; ours may be wrong."""
    begin, end = now if date is None else _time(date), _time(expires)
    return end - begin if begin is not None and end is not None else 0.0


def _time(text: str) -> float | None:
    try:
        parsed = parsedate_tz(text[:100])
        return float(mktime_tz(parsed)) if parsed else None
    except (ValueError, OverflowError, TypeError, IndexError):  # a date that there is not
        return None


def _sent_back(value: str) -> str:
    """Returns a value that may be sent back in a header as it is, else nothing."""
    return value if len(value) <= 500 and value.isascii() and value.isprintable() else ""
