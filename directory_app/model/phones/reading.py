"""One telephone number as phonenumbers reads it, and what the numbering plans say of it."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from directory_app.model.phones.numbering import InPlan, in_plan

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_LONGEST_E164 = 15
_SHORTEST_WHOLE = 4


class Reading(NamedTuple):
    """One number and how it was written.

    `text` is its spelling, `area` the length of its area code and `last_group` the digits after its
    last hyphen; these two are set only where the text does not tell, as that of a tail does not.
    """

    code: int
    national: str
    valid: bool = False
    mobile: bool = False
    extension: str = ""
    text: str = ""
    area: int = 0
    last_group: str = ""

    @property
    def number(self) -> str:
        """The number in E.164."""
        return f"+{self.code}{self.national}"

    @property
    def library(self) -> "PhoneNumber":
        """The number as phonenumbers' own value."""
        import phonenumbers

        zeros = len(self.national) - len(self.national.lstrip("0"))
        return phonenumbers.PhoneNumber(
            country_code=self.code,
            national_number=int(self.national),
            italian_leading_zero=zeros > 0,
            number_of_leading_zeros=zeros or None,
        )


@lru_cache(maxsize=16)
def parsed(digits: str, country: str = "", text: str = "") -> Reading | None:
    """Returns what phonenumbers makes of the digits of a text, unless it is longer than any number can be.

    The few answers that are kept serve one cell, which asks for the same number from several sides.
    """
    found = _seen_at_once(digits, country)
    answer = in_plan(*found) if found else InPlan.NO
    if answer is InPlan.NO:
        found = _parsed_in_full(digits, country)
        answer = in_plan(*found) if found else InPlan.NO
    if found is None or len(str(found[0])) + len(found[1]) > _LONGEST_E164:
        return None
    code, national = found
    return Reading(code, national, answer is not InPlan.NO, answer is InPlan.MOBILE, text=text)


def _parsed_in_full(digits: str, country: str) -> tuple[int, str] | None:
    import phonenumbers

    _keep_patterns()
    try:
        number = phonenumbers.parse(digits, country or None)
    except phonenumbers.NumberParseException:
        return None
    assert number.country_code is not None
    return number.country_code, phonenumbers.national_significant_number(number)


@cache
def _keep_patterns() -> None:
    """Lets phonenumbers keep its compiled patterns: a world of offices has more than `re` remembers."""
    import phonenumbers

    phonenumbers.enable_pattern_cache()


class _Plan(NamedTuple):
    """What numbers of a country may begin with: its calling code, the prefix to call abroad, the trunk prefix."""

    code: str
    abroad: re.Pattern[str]
    trunk: re.Pattern[str] | None


@lru_cache(maxsize=512)
def _plan(country: str) -> _Plan | None:
    import phonenumbers

    metadata = (
        phonenumbers.PhoneMetadata.metadata_for_region(country) if country in phonenumbers.SUPPORTED_REGIONS else None
    )
    if not metadata or not metadata.international_prefix:
        return None
    trunk = metadata.national_prefix_for_parsing
    return _Plan(
        str(metadata.country_code), re.compile(metadata.international_prefix), re.compile(trunk) if trunk else None
    )


@lru_cache(maxsize=512)
def _plan_of_code(code: str) -> _Plan | None:
    return _plan(country_of_code(int(code))) if code.isdecimal() and code[0] != "0" else None


def _seen_at_once(digits: str, country: str) -> tuple[int, str] | None:
    """Returns calling code and national digits of what has no prefix but a trunk zero, or None where parsing tells.

    If the number is valid, it is the one that phonenumbers.parse returns, too. Most of its work is the
    search for letters, separators and extensions, which is in vain among digits.
    """
    if digits.startswith("+"):
        plan = _plan_of_code(digits[1:2]) or _plan_of_code(digits[1:3]) or _plan_of_code(digits[1:4])
        national = digits[1 + len(plan.code) :] if plan else ""
    else:
        plan, national = _plan(country), digits
        if plan and (plan.abroad.match(digits) or digits.startswith(plan.code)):
            return None
    if plan and plan.trunk and (prefix := plan.trunk.match(national)):
        if prefix[0] not in ("", "0"):
            return None
        national = national[len(prefix[0]) :]
    if not plan or national.startswith("0") or not _SHORTEST_WHOLE <= len(national) <= _LONGEST_E164:
        return None
    return int(plan.code), national


def is_too_short(reading: Reading) -> bool:
    """Tells whether every number of the plan has more digits."""
    import phonenumbers

    return _reason(reading) == phonenumbers.ValidationResult.TOO_SHORT


def is_possible(reading: Reading) -> bool:
    """Tells whether the plan has numbers of this length, an area code perhaps missing."""
    import phonenumbers

    possible = (phonenumbers.ValidationResult.IS_POSSIBLE, phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY)
    return _reason(reading) in possible


def plan_area_length(reading: Reading) -> int:
    """Returns the number of digits of the area code that the plan gives the number, or 0."""
    import phonenumbers

    return phonenumbers.length_of_geographical_area_code(reading.library)


def country_of_code(code: int) -> str:
    """Returns the country that a calling code stands for, the main one of several."""
    import phonenumbers

    return phonenumbers.region_code_for_country_code(code)


def calling_code(country: str) -> str:
    """Returns the calling code of a country (ISO 3166-1 alpha-2), or ""."""
    plan = _plan(country)
    return plan.code if plan else ""


def calling_code_length(digits: str) -> int:
    """Returns how many of the first digits are a calling code, or 0."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    if digits.startswith("0"):
        return 0
    for length in (1, 2, 3):
        if digits[:length].isdecimal() and int(digits[:length]) in COUNTRY_CODE_TO_REGION_CODE:
            return length
    return 0


def _reason(reading: Reading) -> int:
    import phonenumbers

    return phonenumbers.is_possible_number_with_reason(reading.library)
