"""When two spellings of a value mean the same one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from directory_app.model.countries import country_spellings
from directory_app.model.folding import fold
from directory_app.model.phone import Phone

_WORD = re.compile(r"[^\W_]+")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_END_OF_HOST = re.compile(r"[/?#]")


def squeezed(text: str) -> str:
    """Returns the text with one blank wherever it has any number of them, and none around it."""
    return " ".join(text.split())


def words_of(text: str) -> list[str]:
    """Returns the words of a text as they are compared, without case, accents and punctuation."""
    return _WORD.findall(fold(text))


def name_key(name: str) -> str:
    """Returns the same for two names that differ in case, accents, blanks and punctuation only."""
    return " ".join(words_of(name)) or squeezed(name)


def number_key(phone: Phone) -> str:
    """Returns number and extension, "+4976136892,0", or nothing for a cell that could not be read."""
    return f"{phone.number},{phone.extension}" if phone.extension and phone.number else phone.number


def phone_key(phone: Phone) -> tuple[str, str]:
    """Returns the same for two numbers that reach the same telephone and are of one kind, however they are written."""
    return number_key(phone) or squeezed(phone.raw), phone.kind


def email_key(address: str) -> str:
    """Returns the same for two addresses that differ in case only."""
    return address.strip().lower()


def website_key(website: str) -> str:
    """Returns the same for two addresses that differ in scheme, "www.", the case of the host or a last slash only."""
    bare = _SCHEME.sub("", website.strip(), count=1)
    end = _END_OF_HOST.search(bare)
    host, rest = (bare[: end.start()], bare[end.start() :]) if end else (bare, "")
    return host.lower().removeprefix("www.") + rest.rstrip("/")


def place_words(text: str, countries: Iterable[str] = ()) -> frozenset[str]:
    """Returns the words of an address without those that only name a country (ISO 3166-1 alpha-2)."""
    return frozenset(words_of(text)).difference(*map(_country_words, countries))


@lru_cache(maxsize=300)
def _country_words(country: str) -> frozenset[str]:
    return frozenset(word for spelling in country_spellings(country) for word in words_of(spelling))
