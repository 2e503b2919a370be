"""What an address is after a file spoke of it."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace

from directory_app.model.address import PostalAddress
from directory_app.model.matching.sameness import place_words, words_of

_STREET = ("lines", "published")
_PARTS = tuple(f.name for f in fields(PostalAddress) if f.name != "country")


def combined_address(stored: PostalAddress, said: PostalAddress, spoken: Collection[str]) -> PostalAddress:
    """Returns the stored address, or the one that is said if that has other words.

    `spoken` are the fields of a change that the file speaks of; where they are empty they say nothing. A
    file that tells the street tells where the office is: the parts that it does not mention belong to the
    old place then, and go. A file without a street replaces the parts that it has.
    """
    parts = {name: value for name in _PARTS if f"address.{name}" in spoken and (value := getattr(said, name))}
    country = said.country if "address.country" in spoken and said.country else stored.country
    if _says_the_same(stored, replace(PostalAddress(country=country), **parts), parts):
        parts = {}
    if any(name in parts for name in _STREET):
        return replace(PostalAddress(country=country), **parts)
    new = {name: value for name, value in parts.items() if not _same_words(getattr(stored, name), value)}
    return replace(stored, country=country, **new)


def combined_local_address(stored: PostalAddress | None, said: PostalAddress | None) -> PostalAddress | None:
    """Returns the stored address in the local script, or the one that is said if that has other words."""
    if stored is None or said is None:
        return stored or said
    names = [f"address.{f.name}" for f in fields(PostalAddress)]
    return combined_address(stored, said, names)


def _says_the_same(stored: PostalAddress, said: PostalAddress, parts: Collection[str]) -> bool:
    """Tells whether each part has the words that are stored, or all of them together have those of the whole."""
    if all(_same_words(getattr(stored, name), getattr(said, name)) for name in parts):
        return True
    countries = (stored.country, said.country)
    return bool(_spellings(stored, countries) & _spellings(said, countries))


def _spellings(address: PostalAddress, countries: Sequence[str]) -> set[frozenset[str]]:
    """Returns the words of an address as published and as taken apart, where it has them, but not the countries'."""
    structured = _text(address.lines, address.postal_code, address.city, address.district, address.state)
    found = {place_words(text, countries) for text in (address.published, structured)}
    return found - {frozenset()}


def _same_words(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> bool:
    words = words_of(_text(one))
    return one == other or (bool(words) and words == words_of(_text(other)))


def _text(*values: str | tuple[str, ...]) -> str:
    return " ".join(" ".join(value) if isinstance(value, tuple) else value for value in values)
