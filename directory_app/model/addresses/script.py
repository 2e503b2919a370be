"""Addresses in the scripts of East Asia, which go from the state down to the house, often without a space."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from directory_app.model.address import PostalAddress
from directory_app.model.addresses.parts import plain_signs
from directory_app.model.addresses.rules import rules_of, sub_areas
from directory_app.model.countries import country_code

_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_NAMES = {
    "JP": ("日本国", "日本"),
    "KR": ("대한민국", "한국"),
    "TW": ("中華民國", "台灣", "臺灣", "台湾"),
    "CN": ("中华人民共和国", "中国", "中國"),
    "HK": ("香港特別行政區", "香港"),
}
_LABEL = r"(?:〒|우편번호|邮政编码|邮编|郵遞區號|郵便番号)\s*[:：]?\s*"
_FORMER_CODE = r"\d{3}-\d{3}"
_LONGEST = 12
_EDGE = " \t\n,，、.。()（）"
_LATIN_END = re.compile(r"[\n,，、]\s*([A-Za-z][A-Za-z .]*)\Z")
_MUNICIPALITIES = ("특별시", "광역시", "특별자치시", "北京市", "上海市", "天津市", "重庆市")
_NAME = r"[^\d\s市区町村郡]"
_JAPANESE_TOWN = re.compile(
    rf"""(?P<city> (?: (?:四日|廿日|八日)市 | 野々市 | [市町村]{_NAME}{{0,2}}?{_NAME} | 十日町 | 大町 | (?:東|武蔵)村山
                     | [羽田大]村 | {_NAME}{{1,6}}? ) 市 )
         (?P<district> {_NAME}{{1,4}}区 )?
       | (?P<ward> {_NAME}{{1,4}}区 )
       | (?P<county> {_NAME}{{1,5}}郡{_NAME}{{1,6}}[町村] )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Area:
    """A name of an area as it is written, its key in the data, and what follows it."""

    name: str
    key: str
    rest: str


def is_east_asian(text: str) -> bool:
    """Tells whether most letters of a text are Chinese, Japanese or Korean."""
    if text.isascii():
        return False
    count = len(_LETTER.findall(text))
    return count > 0 and 2 * count >= sum(map(str.isalpha, text))


def read_east_asian(text: str, country: str = "") -> PostalAddress:
    """Returns what is sure of an address in East Asian script, in a country if that is known."""
    named = _LATIN_END.search(text)
    code_named = country_code(named[1]) if named else ""
    if named and code_named and code_named == (country or code_named):
        text, country = text[: named.start()], code_named
    for code in (country,) if country else tuple(_NAMES):
        found = _read(text, code) if code in _NAMES else None
        if found:
            return found
    return PostalAddress(country=country)


def _read(text: str, country: str) -> PostalAddress | None:
    """Returns the address as one of this country, or None if neither its name nor one of its states is there."""
    bare, named = _without_name(text.strip(_EDGE), country)
    postal_code, bare = _without_code(bare, country)
    if not named:
        bare, named = _without_name(bare, country)
    lines = [line.strip(_EDGE) for line in bare.split("\n") if line.strip(_EDGE)]
    for place in range(len(lines)):
        state = _area("\n".join(lines[place:]), country)
        if state:
            found = _below(state, country)
            lines_below = found.lines if found.city and place == 0 else ()
            return replace(found, lines=lines_below, postal_code=postal_code, country=country)
    return PostalAddress(postal_code=postal_code, country=country) if named else None


def _without_name(text: str, country: str) -> tuple[str, bool]:
    """Returns the text without the country's name at its beginning or end, and whether it was there."""
    for name in _NAMES[country]:
        rest = text.removeprefix(name)
        if rest != text and (country == "HK" or _may_follow_name(rest, country)):
            return rest.strip(_EDGE), True
        rest = text.removesuffix(name)
        if rest != text and rest[-1:] in tuple(_EDGE):
            return rest.strip(_EDGE), True
    return text, False


def _may_follow_name(rest: str, country: str) -> bool:
    """Tells whether a name ends where this begins: 日本 is the country in 日本東京都, not in 日本橋."""
    return not rest or rest[0] in _EDGE + "〒" or rest[0].isdigit() or _area(rest, country) is not None


def _without_code(text: str, country: str) -> tuple[str, str]:
    """Returns the postal code at the beginning or the end of a text, or after its label, and the rest."""
    form = rules_of(country).postal_code
    if not form:
        return "", text
    plain = plain_signs(text)
    form = f"{form}|{_FORMER_CODE}" if country == "KR" else form
    for place in (rf"{_LABEL}({form})(?![\d-])", rf"\A[(（]?({form})(?![\d-])", rf"[\s(（,，]({form})[)）]?\Z"):
        match = re.search(place, plain)
        if match:
            rest = f"{text[: match.start()].strip(_EDGE)}\n{text[match.end() :].strip(_EDGE)}"
            return text[match.start(1) : match.end(1)], rest.strip(_EDGE)
    return "", text


@lru_cache(maxsize=8)
def _states(country: str) -> dict[str, str]:
    """Returns the keys of a country's states by the names with which an address can begin."""
    names = dict(sub_areas(country))
    if country == "KR":
        names |= {f"{name}시": key for name, key in names.items() if key.endswith("시") and name != key}
        names |= {"강원특별자치도": "강원도", "전북특별자치도": "전라북도", "전라북특별자치도": "전라북도"}
    if country == "TW":
        names |= {name.replace("台", "臺"): key for name, key in names.items()}
    if country == "CN":
        names = {name: key for name, key in names.items() if key[:2] not in ("台湾", "香港", "澳门")}
    return names


def _area(text: str, country: str, *path: str) -> _Area | None:
    """Returns the area with whose name a text begins, the longest, or None if it is none of those at the path."""
    names = sub_areas(country, *path) if path else _states(country)
    for length in range(min(_LONGEST, len(text)), 1, -1):
        key = names.get(text[:length])
        if key:
            return _Area(text[:length], key, text[length:].lstrip(_EDGE))
    return None


def _below(state: _Area, country: str) -> PostalAddress:
    """Reads what stands below a state: the town, its district, the street."""
    if country == "JP":
        return _japanese(state)
    first = _area(state.rest, country, state.key)
    if state.key.endswith(_MUNICIPALITIES) or (country == "TW" and state.key.endswith("市")):
        rest, district = (first.rest, first.name) if first else (state.rest, "")
        return PostalAddress(_lines(rest), city=state.name, district=district)
    if first is None:
        return PostalAddress(state=state.name)
    second = _area(first.rest, country, state.key, first.key)
    rest, district = (second.rest, second.name) if second else (first.rest, "")
    return PostalAddress(_lines(rest), city=first.name, district=district, state=state.name)


def _japanese(state: _Area) -> PostalAddress:
    town = _JAPANESE_TOWN.match(state.rest)
    if town is None or (town["ward"] and state.name != "東京都"):
        return PostalAddress(state=state.name)
    city = town["city"] or town["ward"] or town["county"]
    lines = _lines(state.rest[town.end() :].lstrip(_EDGE))
    return PostalAddress(lines, city=city, district=town["district"] or "", state=state.name)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
