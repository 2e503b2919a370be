"""Where an address is, structured or as free text, asked of the gazetteer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from directory_app.geo.candidate import Candidate, Match, PlaceQuery
from directory_app.geo.fold import fold
from directory_app.geo.free_text import MAX_CHARACTERS, FreeText, taken_apart
from directory_app.geo.gazetteer import Gazetteer
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_code

_IN_BRACKETS = re.compile(r"([^\W\d]+) \(([^\W\d]+)\)")
_MAX_WORDS = 4
_LONGEST_LETTERS = 3
_MAX_BRACKETS = 3


def locate(gazetteer: Gazetteer, address: PostalAddress) -> list[Candidate]:
    """Returns the places that an address may mean, best first, none outside its country.

    Where its parts name no town that is known, the published text is read too, unless it speaks of another town
    than the one that was typed since, and the lines, unless they lead out of its state or postal code area.
    """
    query = PlaceQuery(address.city, address.district, address.state, address.postal_code, address.country)
    return gazetteer.towns(query) or towns_in_text(gazetteer, address) or gazetteer.find(query)


def towns_in_text(gazetteer: Gazetteer, address: PostalAddress) -> list[Candidate]:
    """Returns the towns that the published text or the lines of an address may mean, best first."""
    if not address.country:
        return []
    if address.published and fold(address.city) in fold(address.published):
        found = _read(gazetteer, address.published, address.country).towns
        if found:
            return found
    return [town for town in _towns_in_lines(gazetteer, address) if _is_in_area(gazetteer, town, address)]


def _towns_in_lines(gazetteer: Gazetteer, address: PostalAddress) -> list[Candidate]:
    text = ", ".join(address.lines)
    return _read(gazetteer, text, address.country).towns if text else []


def _is_in_area(gazetteer: Gazetteer, town: Candidate, address: PostalAddress) -> bool:
    """Tells whether a town is in the state or postal code area of an address.

    Where neither is known, nothing bears out a town in the lines of an address that names another.
    """
    if not (gazetteer.is_area(address.state, address.country) or _postal_area(gazetteer, address)):
        return not address.city.strip()
    query = PlaceQuery(town.name, state=address.state, postal_code=address.postal_code, country=address.country)
    agreeing = (other.geoname_id for other in gazetteer.towns(query) if other.area_agrees)
    return town.geoname_id in agreeing


def _postal_area(gazetteer: Gazetteer, address: PostalAddress) -> frozenset[int]:
    return gazetteer.postal_areas(address.postal_code, address.country)


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


def _readings(gazetteer: Gazetteer, text: str, country: str) -> Iterator[FreeText]:
    """Yields the text with the country that its end names, then without taking it for one.

    The second, for "Atlanta, Georgia", must not lead out of a country that was meant as one.
    """
    whole = taken_apart(_with_brackets(gazetteer, text, country))
    named = _without_country(gazetteer, whole)
    if named is not None and country in ("", named.country):
        yield named
    yield replace(whole, country=country)


def _with_brackets(gazetteer: Gazetteer, text: str, country: str) -> str:
    """Returns the text without the brackets that belong to the name of a town, such as "Frankfurt (Oder)"."""
    for match in islice(_IN_BRACKETS.finditer(text[-MAX_CHARACTERS:]), _MAX_BRACKETS):
        name = f"{match[1]} {match[2]}"
        if any(town.match <= Match.ALTERNATE for town in gazetteer.towns(PlaceQuery(name, country=country))):
            return text.replace(match[0], name)
    return text


def _without_country(gazetteer: Gazetteer, text: FreeText) -> FreeText | None:
    if not text.parts:
        return None
    for rest, tail in _split(text.parts[-1], whole=True):
        code = gazetteer.country_code(tail) or ("" if rest else country_code(tail))
        if code:
            parts = (*text.parts[:-1], rest) if rest else text.parts[:-1]
            return replace(text, parts=parts, country=code)
    first, *others = text.parts
    code = country_code(first) if others and not first.isascii() else ""  # as in "Россия, 125032, Москва"
    return replace(text, parts=tuple(others), country=code) if code else None


def _queries(gazetteer: Gazetteer, text: FreeText) -> Iterator[PlaceQuery]:
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
    for name in _parts_of(query.city):
        towns = gazetteer.towns(replace(query, city=name), limit)
        if named := [town for town in towns if town.match <= Match.SPELLING]:
            return named
    return []


def _parts_of(name: str) -> Iterator[str]:
    """Yields a name without the letters of a province, as in "Milano MI", then its last words, long ends first."""
    rest, _, last = name.rpartition(" ")
    if rest and len(last) <= _LONGEST_LETTERS and last.isupper():
        yield rest
    yield from (tail for _, tail in _split(name))


def _split(part: str, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """Yields a part's words as a beginning and an end of at most four words, long ends first."""
    words = part.split()
    if whole:
        yield "", part
    for count in range(min(_MAX_WORDS, len(words) - 1), 0, -1):
        yield " ".join(words[:-count]), " ".join(words[-count:])


def _last(parts: list[str]) -> str:
    return parts[-1] if parts else ""
