"""Which digits are numbers of a numbering plan, by phonenumbers' own patterns.

phonenumbers.number_type and is_valid_number answer the same, and ask a dozen patterns for it, which
is most of the time that reading a number takes. Here those that a number of its length cannot fit
are left out once for all, and the ones that most numbers fit come first.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc

_SPECIAL = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")

_Fits = Callable[[str], object]


class InPlan(Enum):
    """Whether digits are a number of the plan, and if so whether they can only be a mobile one."""

    NO = "no"
    YES = "yes"
    MOBILE = "mobile"


class _Patterns(NamedTuple):
    """What a number of one length may fit: each a region's pattern of one type of number, that of mobile ones last."""

    general: _Fits
    any_but_mobile: tuple[_Fits, ...]
    mobile: _Fits | None


class _Region(NamedTuple):
    """One region of a calling code, and how its numbers begin, if that alone tells."""

    code: int
    name: str
    leading: re.Pattern[str] | None


def in_plan(code: int, national: str) -> InPlan:
    """Returns whether national digits are a number under a calling code, as phonenumbers.number_type tells."""
    regions = _regions(code)
    for region in regions:
        if region.leading is None or len(regions) == 1:
            if (answer := _in_region(region, national)) is not InPlan.NO:
                return answer
        elif region.leading.match(national):
            return _in_region(region, national)
    return InPlan.NO


def _in_region(region: _Region, national: str) -> InPlan:
    patterns = _patterns(region.code, region.name, len(national))
    if patterns is None or not patterns.general(national):
        return InPlan.NO
    for fits in patterns.any_but_mobile:
        if fits(national):
            return InPlan.YES
    return InPlan.MOBILE if patterns.mobile and patterns.mobile(national) else InPlan.NO


@lru_cache(maxsize=512)
def _regions(code: int) -> tuple[_Region, ...]:
    """Returns the regions that share a calling code, the main one first."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    found = [(name, _metadata(code, name)) for name in COUNTRY_CODE_TO_REGION_CODE.get(code, ())]
    return tuple(
        _Region(code, name, re.compile(known.leading_digits) if known.leading_digits else None)
        for name, known in found
        if known is not None
    )


@lru_cache(maxsize=4096)
def _patterns(code: int, region: str, length: int) -> _Patterns | None:
    metadata = _metadata(code, region)
    general = _fits(metadata.general_desc, length) if metadata else None
    if metadata is None or general is None:
        return None
    # Whoever fits a special type, too, is no mobile number all the same, so these may come in any order.
    types = (metadata.fixed_line, *(getattr(metadata, name) for name in _SPECIAL))
    others = tuple(fits for described in types if (fits := _fits(described, length)))
    mobile = None if metadata.same_mobile_and_fixed_line_pattern else _fits(metadata.mobile, length)
    return _Patterns(general, others, mobile)


def _fits(described: "PhoneNumberDesc | None", length: int) -> _Fits | None:
    """Returns the pattern of a type of number if one of this length can fit it."""
    if described is None or not described.national_number_pattern:
        return None
    lengths = described.possible_length
    return re.compile(described.national_number_pattern).fullmatch if not lengths or length in lengths else None


def _metadata(code: int, region: str) -> "PhoneMetadata | None":
    from phonenumbers import PhoneMetadata

    return PhoneMetadata.metadata_for_region_or_calling_code(code, region)
