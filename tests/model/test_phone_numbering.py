"""Digits as numbers of a plan: the same answers as phonenumbers gives."""

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, PhoneNumber, PhoneNumberType

from directory_app.model.phones.numbering import InPlan, in_plan

TYPES = ("fixed_line", "mobile", "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan")


@pytest.mark.parametrize("code", COUNTRY_CODE_TO_REGION_CODE)
def test_a_number_is_in_the_plan_and_mobile_when_phonenumbers_says_so(code: int) -> None:
    phonenumbers.enable_pattern_cache()
    for digits in numbers_like_those_of(code):
        assert in_plan(code, digits) is by_phonenumbers(code, digits), digits


def test_a_calling_code_that_nobody_has_has_no_numbers() -> None:
    assert in_plan(999, "12345678") is InPlan.NO
    assert in_plan(49, "") is InPlan.NO


def numbers_like_those_of(code: int) -> Iterator[str]:
    """Yields the library's examples of every type of number, and those with some digits changed, added or left out."""
    chance = random.Random(code)
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        plan = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
        descriptions = [getattr(plan, name) for name in TYPES]
        for example in (known.example_number for known in descriptions if known and known.example_number):
            yield example
            for _ in range(12):
                digits = list(example)
                for _ in range(chance.randint(1, 4)):
                    digits[chance.randrange(len(digits))] = chance.choice("0123456789")
                yield "".join(digits)[: chance.choice((None, None, -1))] + chance.choice(("", "", "0", "7"))


def by_phonenumbers(code: int, digits: str) -> InPlan:
    """Returns the library's answer."""
    zeros = len(digits) - len(digits.lstrip("0"))
    number = PhoneNumber(code, int(digits), italian_leading_zero=zeros > 0, number_of_leading_zeros=zeros or None)
    kind = phonenumbers.number_type(number)
    if kind == PhoneNumberType.UNKNOWN:
        return InPlan.NO
    return InPlan.MOBILE if kind == PhoneNumberType.MOBILE else InPlan.YES
