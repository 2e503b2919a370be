"""A phone number as the directory keeps it, and the ways to write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_OF_CARRIER = "the code of your carrier for calls abroad, then"


class PhoneKind(StrEnum):
    """What answers at the other end."""

    VOICE = "voice"
    FAX = "fax"
    MOBILE = "mobile"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Phone:
    """One number read out of a cell; several may share the cell, and then share its raw text.

    `number` is E.164 without extension, or empty where the cell could not be read.
    Validity and type are not kept: numbering plans change, so they are asked anew each time.
    """

    raw: str
    number: str = ""
    extension: str = ""
    kind: PhoneKind = PhoneKind.VOICE
    label: str = ""


def international(phone: Phone) -> str:
    """Returns the number as written for readers abroad, "+52 55 5345 3000 ext. 5622"; unread, its raw text."""
    import phonenumbers

    return _formatted(phone, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def national(phone: Phone) -> str:
    """Returns the number as written within its own country, "0228 97629900"; unread, its raw text."""
    import phonenumbers

    return _formatted(phone, phonenumbers.PhoneNumberFormat.NATIONAL)


def from_country(phone: Phone, my_country: str) -> str:
    """Returns the number as dialled from a country (ISO 3166-1 alpha-2), "00 49 228 97629900" from France.

    Where each carrier has a code of its own for calls abroad, as in Brazil, that is said in words. In a country that is
    not known the number is written as `international` does; unread, it is its raw text.
    """
    import phonenumbers

    number = library_number(phone)
    if number is None:
        return phone.raw
    if not phonenumbers.country_code_for_region(my_country.upper()):
        return international(phone)
    dialled = phonenumbers.format_out_of_country_calling_number(number, my_country.upper())
    if dialled.startswith("+"):
        dialled = f"{_OF_CARRIER} {dialled.removeprefix('+')}"
    return _with_extension(dialled.replace("~", " "), phone)  # where one used to wait for a tone: 8~10 in Russia


def tel_uri(phone: Phone) -> str:
    """Returns the number as a link (RFC 3966), "tel:+52-55-5345-3000;ext=5622", or "" if it is unread."""
    import phonenumbers

    number = library_number(phone)
    if number is None:
        return ""
    uri = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)
    extension = "".join(c for c in phone.extension if c.isascii() and c.isdigit())
    return f"{uri};ext={extension}" if extension else uri


def is_valid(phone: Phone) -> bool:
    """Tells whether the number is in today's numbering plan of its country."""
    import phonenumbers

    number = library_number(phone)
    return number is not None and phonenumbers.is_valid_number(number)


def number_country(phone: Phone) -> str:
    """Returns the country of the number (ISO 3166-1 alpha-2), or "" if it has none or shares its code with others.

    A number outside the numbering plan counts to its country code's country, where that is only one.
    """
    import phonenumbers

    number = library_number(phone)
    if number is None or number.country_code is None:
        return ""
    region = phonenumbers.region_code_for_number(number)
    if region is None and len(phonenumbers.region_codes_for_country_code(number.country_code)) == 1:
        region = phonenumbers.region_code_for_country_code(number.country_code)
    return region if region and region.isalpha() and region != "ZZ" else ""


def library_number(phone: Phone) -> PhoneNumber | None:
    """Returns the number as phonenumbers' own value, which is shared and not to be changed, or None if it is unread."""
    return _parsed(phone.number) if phone.number.startswith("+") else None


@lru_cache(maxsize=64)
def _parsed(number: str) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None


def _formatted(phone: Phone, form: int) -> str:
    import phonenumbers

    number = library_number(phone)
    return phone.raw if number is None else _with_extension(phonenumbers.format_number(number, form), phone)


def _with_extension(text: str, phone: Phone) -> str:
    return f"{text} ext. {phone.extension}" if phone.extension else text
