"""Doubts about phone numbers: unread, outside the plan, of an old plan, of another country."""

import re
from collections.abc import Iterator
from dataclasses import replace

from directory_app.model.countries import country_in_sentence
from directory_app.model.findings import Finding
from directory_app.model.phone import Phone, international, is_valid, library_number, number_country
from directory_app.model.phones.old_plans import OLD_PLANS, OldPlan

_FIELD = "phones"

# The countries that share one of these calling codes each have area codes of their own.
_SHARED_BY_AREA = frozenset({1, 7})


def phone_findings(phone: Phone, country: str) -> tuple[Finding, ...]:
    """Returns what is doubtful about one number of an office in `country` (ISO 3166-1 alpha-2, or "")."""
    if not phone.number:
        message = f"No telephone number could be read in “{phone.raw}”."
        return (Finding("phone_unreadable", _FIELD, message, about=phone.raw),)
    found = [_other_country(phone, country), None if is_valid(phone) else _outside_plan(phone)]
    return tuple(finding for finding in found if finding)


def _other_country(phone: Phone, country: str) -> Finding | None:
    theirs, ours = country_in_sentence(number_country(phone)), country_in_sentence(country)
    if not theirs or not ours or not _is_foreign(phone, country.upper()):
        return None
    message = f"{_shown(phone)} is a number in {theirs}; the office is in {ours}."
    return Finding("phone_other_country", _FIELD, message, about=phone.number)


def _is_foreign(phone: Phone, country: str) -> bool:
    """Tells whether the number is another country's; one that a country shares with its neighbour is not."""
    import phonenumbers

    number = library_number(phone)
    own_code = phonenumbers.country_code_for_region(country)
    if number is None or number.country_code != own_code:
        return bool(own_code)
    in_area = own_code in _SHARED_BY_AREA and phonenumbers.is_number_geographical(number)
    return in_area and not phonenumbers.is_valid_number_for_region(number, country)


def _outside_plan(phone: Phone) -> Finding:
    for plan, changed in _proposals(phone):
        country = country_in_sentence(plan.country)
        message = f"{_shown(phone)} looks like a number of the plan that {country} gave up in {plan.year}."
        return Finding("phone_old_plan", _FIELD, message, international(changed), phone.number)
    place = country_in_sentence(number_country(phone)) or "its country"
    message = f"{_shown(phone)} is not in the numbering plan of {place}."
    return Finding("phone_not_in_plan", _FIELD, message, about=phone.number)


def _proposals(phone: Phone) -> Iterator[tuple[OldPlan, Phone]]:
    """Yields what the number may have become, which is valid, and under which plan it was one before."""
    import phonenumbers

    for plan in OLD_PLANS:
        code = f"+{phonenumbers.country_code_for_region(plan.country)}"
        if not phone.number.startswith(code):
            continue
        old = re.fullmatch(plan.old, phone.number.removeprefix(code))
        changed = replace(phone, number=code + old.expand(plan.new)) if old else phone
        if old and is_valid(changed):
            yield plan, changed


def _shown(phone: Phone) -> str:
    return international(replace(phone, extension=""))
