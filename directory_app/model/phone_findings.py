"""Doubts about phone numbers: unread, outside the plan, of an old plan, of another country."""

import re
from collections.abc import Iterator
from dataclasses import replace

from directory_app.model.countries import country_in_sentence
from directory_app.model.findings import Finding
from directory_app.model.phone import Phone, international, is_valid, number_country

_FIELD = "phones"

# The countries that share one of these calling codes each have area codes of their own.
_SHARED_BY_AREA = frozenset({1, 7})

# Country, national number under the old plan, what it became, the year. Only a proposal that is in
# today's plan is ever shown, so that an entry need not be exact about which numbers existed.
_CHANGED_PLANS = (
    ("PH", r"2(\d{7})", r"28\1", 2019),
    ("MX", r"1(\d{10})", r"\1", 2019),
    ("BR", r"(\d\d)([6-9]\d{7})", r"\g<1>9\2", 2016),
    ("CL", r"2(\d{7})", r"22\1", 2013),
    ("CL", r"([5-9]\d{7})", r"9\1", 2013),
    ("CO", r"([124-8]\d{7})", r"60\1", 2021),
    ("CI", r"(\d[0-3]\d{6})", r"01\1", 2021),
    ("CI", r"(\d[4-6]\d{6})", r"05\1", 2021),
    ("CI", r"(\d[7-9]\d{6})", r"07\1", 2021),
    ("BJ", r"(\d{8})", r"01\1", 2024),
    ("CM", r"([235-9]\d{7})", r"6\1", 2014),
    ("CM", r"([23]\d{7})", r"2\1", 2014),
    ("VN", r"4(\d{8})", r"24\1", 2017),
    ("VN", r"16([2-9]\d{7})", r"3\1", 2018),
    ("MA", r"([23]\d{7})", r"5\1", 2009),
    ("SA", r"([1-7]\d{7})", r"1\1", 2013),
)


def phone_findings(phone: Phone, country: str) -> tuple[Finding, ...]:
    """Returns what is doubtful about one number of an office in `country` (ISO 3166-1 alpha-2, or "")."""
    if not phone.number:
        message = f"No telephone number could be read in “{phone.raw}”."
        return (Finding("phone_unreadable", _FIELD, message),)
    found = [_other_country(phone, country), None if is_valid(phone) else _outside_plan(phone)]
    return tuple(finding for finding in found if finding)


def _other_country(phone: Phone, country: str) -> Finding | None:
    theirs, ours = country_in_sentence(number_country(phone)), country_in_sentence(country)
    if not theirs or not ours or not _is_foreign(phone, country.upper()):
        return None
    message = f"{_shown(phone)} is a number in {theirs}; the office is in {ours}."
    return Finding("phone_other_country", _FIELD, message)


def _is_foreign(phone: Phone, country: str) -> bool:
    """Tells whether the number is another country's; one that a country shares with its neighbour is not."""
    import phonenumbers

    number = phonenumbers.parse(phone.number)
    own_code = phonenumbers.country_code_for_region(country)
    if number.country_code != own_code:
        return bool(own_code)
    in_area = own_code in _SHARED_BY_AREA and phonenumbers.is_number_geographical(number)
    return in_area and not phonenumbers.is_valid_number_for_region(number, country)


def _outside_plan(phone: Phone) -> Finding:
    for country, year, changed in _proposals(phone):
        message = (
            f"{_shown(phone)} looks like a number of the plan that {country_in_sentence(country)} gave up in {year}."
        )
        return Finding("phone_old_plan", _FIELD, message, international(changed))
    place = country_in_sentence(number_country(phone)) or "its country"
    return Finding("phone_not_in_plan", _FIELD, f"{_shown(phone)} is not in the numbering plan of {place}.")


def _proposals(phone: Phone) -> Iterator[tuple[str, int, Phone]]:
    """Yields what the number may have become: country, year of the change and the number, which is valid."""
    import phonenumbers

    for country, old, new, year in _CHANGED_PLANS:
        code = f"+{phonenumbers.country_code_for_region(country)}"
        if not phone.number.startswith(code):
            continue
        national = phone.number.removeprefix(code)
        changed = replace(phone, number=code + re.sub(old, new, national))
        if re.fullmatch(old, national) and is_valid(changed):
            yield country, year, changed


def _shown(phone: Phone) -> str:
    return international(replace(phone, extension=""))
