"""Public holidays and weekends by country, as the package `holidays` knows them.

Only what is a holiday in the whole country counts; holidays of single states or provinces are left out.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_REMEMBERED = 1024
_ENGLISH = ("en_GB", "en_US")
_US = "US"


def public_holiday(country: str, day: date) -> str:
    """Returns the English name of the public holiday on a day, or nothing.

    `country` is an ISO 3166-1 alpha-2 code; a country that the package does not know has none.
    """
    return _holidays_of(country, day.year).get(day, "")


@lru_cache(_REMEMBERED)
def weekend(country: str) -> frozenset[int]:
    """Returns the weekdays of a country's weekend, 0 is Monday; none for a country that the package does not know."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country).weekend)
    except NotImplementedError:
        return frozenset()


@lru_cache(_REMEMBERED)
def _holidays_of(country: str, year: int) -> Mapping[date, str]:
    import holidays

    try:
        known = holidays.country_holidays(country)
        language = _english(known.supported_languages)
        found = holidays.country_holidays(country, years=year, language=language)
    except NotImplementedError:
        return {}
    return {day: _british(name, country) for day, name in found.items()}


def _english(languages: tuple[str, ...]) -> str | None:
    """Returns the English that a country's holidays are named in; None where they have one language only."""
    preferred = [language for language in _ENGLISH if language in languages]
    others = [language for language in languages if language.startswith("en")]
    return next(iter(preferred + others), None)


def _british(name: str, country: str) -> str:
    return name if country == _US else name.replace("Labor ", "Labour ")
