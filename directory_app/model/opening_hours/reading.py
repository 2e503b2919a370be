"""Opening hours read from OpenStreetMap's syntax: what offices use of it.

Source: the specification on the wiki of OpenStreetMap, "Key:opening_hours/specification". Read are weekdays, dates and
months with or without a year, PH and SH, times, "24/7", the states and comments. Nth weekdays, weeks, Easter, the
sun, open ends and fallback rules are not.
"""

from functools import lru_cache

from directory_app.model.findings import Finding, Level
from directory_app.model.opening_hours.hours import OpeningHours
from directory_app.model.opening_hours.pieces import NotUnderstoodError
from directory_app.model.opening_hours.rules import rules_of
from directory_app.model.opening_hours.tokens import tokens_of

_LONGEST = 1000
_REMEMBERED = 1024
_FIELD = "opening_hours"
_UNREAD = "opening_hours_unread"
_SCHOOL_HOLIDAYS = "When schools have holidays is not known here, so what is said for them (SH) is left out."


def read_hours(text: str) -> OpeningHours | None:
    """Returns what opening hours say, or None where there are none or they cannot be read."""
    return _read(text)[0]


def hours_findings(text: str) -> tuple[Finding, ...]:
    """Returns what could not be read of opening hours, at most one sentence; none for an empty text."""
    hours, doubt = _read(text)
    if doubt:
        return (Finding(_UNREAD, _FIELD, doubt, about=text),)
    if hours and any(rule.school_holidays for rule in hours.rules):
        return (Finding(_UNREAD, _FIELD, _SCHOOL_HOLIDAYS, about=text, level=Level.NOTE),)
    return ()


@lru_cache(_REMEMBERED)
def _read(text: str) -> tuple[OpeningHours | None, str]:
    if len(text) > _LONGEST:
        return None, f"Opening hours of more than {_LONGEST} characters are not read."
    tokens = tokens_of(text)
    if not tokens:
        return None, ""
    try:
        rules = rules_of(tokens)
    except NotUnderstoodError as problem:
        return None, str(problem)
    return OpeningHours(rules), ""
