"""Where an address is, structured or as free text, asked of the gazetteer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from directory_app.geo.candidate import Candidate, Match, PlaceQuery
from directory_app.geo.fold import fold
from directory_app.geo.gazetteer import Gazetteer
from directory_app.model.address import PostalAddress

_SEPARATORS = re.compile(r"[,;|()/\n\r]+|\s[-–—]+\s")
_SECOND_HALF = re.compile(r"\d[^\W\d]{2}|\d[^\W\d]\d")
"""The later word of a British or Canadian postal code."""
_POSTAL_WORDS = frozenset({"cep", "cp", "c.p", "plz", "zip"})
_MAX_CHARACTERS = 600
_MAX_PARTS = 6
_MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A free text taken apart: the parts without numbers, the postal code, the country's code."""

    parts: tuple[str, ...]
    postal_code: str = ""
    country: str = ""


def locate(gazetteer: Gazetteer, address: PostalAddress) -> list[Candidate]:
    """Returns the places that an address may mean, best first, none outside its country.

    Where its parts name no town that is known, the lines are read too, and the published text, unless it
    speaks of another town than the one that was typed since.
    """
    query = PlaceQuery(address.city, address.district, address.state, address.postal_code, address.country)
    return gazetteer.towns(query) or towns_in_text(gazetteer, address) or gazetteer.find(query)


def towns_in_text(gazetteer: Gazetteer, address: PostalAddress) -> list[Candidate]:
    """Returns the towns that the published text or the lines of an address may mean, best first."""
    is_of_this_town = fold(address.city) in fold(address.published)
    for text in (address.published if is_of_this_town else "", ", ".join(address.lines)):
        if text and address.country and (found := _read(gazetteer, text, address.country).towns):
            return found
    return []


def locate_text(gazetteer: Gazetteer, text: str, country: str = "", limit: int = 10) -> list[Candidate]:
    """Returns the places that a text such as "Rosario, Santa Fe, Argentina" may mean, best first.

    `country`, ISO 3166-1 alpha-2, is one that no answer may leave; otherwise the text may name it.
    """
    read = _read(gazetteer, text, country, limit)
    coarse = (found for query in read.without_town if (found := gazetteer.find(query, limit)))
    return read.towns or next(coarse, [])


class _Read(NamedTuple):
    """The towns found in a text, and the readings of it that named none."""

    towns: list[Candidate]
    without_town: list[PlaceQuery]


def _read(gazetteer: Gazetteer, text: str, country: str, limit: int = 10) -> _Read:
    best: list[Candidate] = []
    doubtful: list[Candidate] = []
    without_town: list[PlaceQuery] = []
    for attempt, reading in enumerate(_readings(gazetteer, text, country)):
        for query in _queries(gazetteer, reading):
            found = _towns(gazetteer, query, limit)
            if not found:
                without_town.append(query)
            elif found[0].area_agrees:
                return _Read(found, [])
            elif attempt == 0 and query.state:
                doubtful = doubtful or found
            elif attempt == 0:
                best = best or found
        if best or doubtful:
            return _Read(best or doubtful, [])
    return _Read([], without_town)


def _readings(gazetteer: Gazetteer, text: str, country: str) -> Iterator[_Text]:
    """Yields the text with the country that its end names, then without taking it for one.

    The second, for "Atlanta, Georgia", must not lead out of a country that was meant as one.
    """
    whole = _taken_apart(text)
    named = _without_country(gazetteer, whole)
    if named is not None and country in ("", named.country):
        yield named
    yield replace(whole, country=country)


def _taken_apart(text: str) -> _Text:
    parts: list[str] = []
    postal_code = ""
    for part in _SEPARATORS.split(text[-_MAX_CHARACTERS:]):
        words: list[str] = []
        for word in part.split():
            if word.casefold().strip(".:-") in _POSTAL_WORDS:
                continue
            if not re.search(r"\d", word):
                words.append(word)
                continue
            parts.append(" ".join(words))
            words.clear()
            postal_code = postal_code + word if _SECOND_HALF.fullmatch(word) else word
        parts.append(" ".join(words))
    return _Text(tuple(part for part in parts if re.search(r"\w", part))[-_MAX_PARTS:], postal_code)


def _without_country(gazetteer: Gazetteer, text: _Text) -> _Text | None:
    if not text.parts:
        return None
    for rest, tail in _split(text.parts[-1], whole=True):
        code = gazetteer.country_code(tail)
        if code:
            parts = (*text.parts[:-1], rest) if rest else text.parts[:-1]
            return replace(text, parts=parts, country=code)
    return None


def _queries(gazetteer: Gazetteer, text: _Text) -> Iterator[PlaceQuery]:
    """Yields what the parts may be: first those readings in which the last names a state."""
    blank = PlaceQuery(country=text.country, postal_code=text.postal_code)
    if not text.parts:
        yield blank
        return
    *before, last = text.parts
    if before and gazetteer.is_area(last, text.country):
        yield replace(blank, city=before[-1], district=_last(before[:-1]), state=last)
    for rest, tail in _split(last):
        if gazetteer.is_area(tail, text.country):
            yield replace(blank, city=rest, district=_last(before), state=tail)
    while before or last:
        yield replace(blank, city=last, district=_last(before))
        last = before.pop() if before else ""
    if gazetteer.is_area(text.parts[-1], text.country):
        yield replace(blank, state=text.parts[-1])


def _towns(gazetteer: Gazetteer, query: PlaceQuery, limit: int) -> list[Candidate]:
    """Returns the towns that the gazetteer knows for the city or, as streets come before it, for its last words."""
    found = gazetteer.towns(query, limit)
    is_begun = bool(found) and found[0].match is Match.PREFIX and bool(query.district)
    if found and not is_begun:
        return found
    for _, tail in _split(query.city):
        towns = gazetteer.towns(replace(query, city=tail), limit)
        if named := [town for town in towns if town.match <= Match.SPELLING]:
            return named
    return []


def _split(part: str, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """Yields a part's words as a beginning and an end of at most four words, long ends first."""
    words = part.split()
    if whole:
        yield "", part
    for count in range(min(_MAX_WORDS, len(words) - 1), 0, -1):
        yield " ".join(words[:-count]), " ".join(words[-count:])


def _last(parts: list[str]) -> str:
    return parts[-1] if parts else ""
