"""What towns and countries are called, with the language said for certain: Babel, phonenumbers and GeoNames."""

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
from phonenumbers.geodata import GEOCODE_DATA

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from directory_app.geo.fold import fold  # noqa: E402  (a script has to find the checkout first)

LANGUAGES = [
    "ar",
    "bg",
    "bn",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "ms",
    "nb",
    "ne",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "sw",
    "ta",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
    "zh_Hant",
]
"""The languages that names can be had in, beside English."""

SURE_SCRIPTS = {
    "ARABIC": "AE BH DJ DZ EG IQ IR JO KW LB LY MA OM PS QA SA SD SY TN YE",
    "ARMENIAN": "AM",
    "BENGALI": "BD",
    "CYRILLIC": "BG MK MN RU",
    "GEORGIAN": "GE",
    "GREEK": "CY GR",
    "HANGUL": "KP KR",
    "HEBREW": "IL",
    "CJK": "CN JP TW",
    "KHMER": "KH",
    "LAO": "LA",
    "MYANMAR": "MM",
    "DEVANAGARI": "NP",
    "THAI": "TH",
}
"""Countries that write one language, or nearly so, in a script: a town with one name in it is called that."""

CHARACTER_SETS = {"JP": "shift_jis", "CN": "gb2312", "TW": "big5", "KR": "euc_kr", "EG": "iso8859_6"}
"""What names of the country can be written in, so that 横滨, which is Chinese, is not taken for 横浜."""

ONE_LANGUAGE = {"FI": "fi", "IL": "he", "NO": "nb", "TW": "zh_Hant", "UA": "uk"}
"""What towns are written in where CLDR lists further languages of a few regions or of few people."""

TOWN_WORDS = ("市", "시", "町", "县", "縣", "город ")
NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
OTHER_CODES = {"iw": "he"}


@dataclass(slots=True)
class Town:
    """A town of the gazetteer and what else it is called, in no language in particular."""

    name: str
    country: str
    population: int
    alternates: frozenset[str] = field(repr=False)


def country_names(language: str) -> dict[str, str]:
    """Returns names of countries by ISO 3166-1 alpha-2 code in a language, as CLDR has them, or none."""
    try:
        names = Locale.parse(language).territories
    except UnknownLocaleError:
        return {}
    tidy = {code: " ".join(name.split()) for code, name in names.items() if len(code) == 2 and code.isalpha()}
    return {code: name for code, name in tidy.items() if code not in NO_COUNTRIES}


def own_language(country: str) -> str:
    """Returns the language that most people of a country speak if it is an official one there, as CLDR has it."""
    likely = get_global("likely_subtags").get(f"und_{country}", "en_Latn")
    language, script = likely.split("_")[:2]
    official = get_official_languages(country, regional=True, de_facto=True)
    if not any(name.split("_")[0] == language for name in official):
        return official[0] if official else "en"
    return "zh_Hant" if script == "Hant" else language


def town_language(country: str) -> str:
    """Returns the one language in which the towns of a country are written, or "" where there are several."""
    if country in ONE_LANGUAGE:
        return ONE_LANGUAGE[country]
    official = get_official_languages(country, regional=False, de_facto=True)
    return own_language(country) if len(official) == 1 else ""


def town_names(towns: Mapping[int, Town]) -> dict[str, dict[int, str]]:
    """Returns names of towns by language, then by the town's number, where the source says the language."""
    by_name: dict[tuple[str, str], int] = {}
    for number, town in sorted(towns.items(), key=lambda item: -item[1].population):
        by_name.setdefault((town.country, fold(town.name)), number)
    names: dict[str, dict[int, str]] = defaultdict(dict)
    for language, country, english, name in (*_zone_cities(), *_area_codes(towns, by_name)):
        number = by_name.get((country, fold(english)))
        if number is not None and language in LANGUAGES:
            names[language].setdefault(number, name)
    return names


def only_names(towns: Mapping[int, Town]) -> Iterator[tuple[int, str]]:
    """Yields number and name of towns that have but one name in the script of their country."""
    scripts = {code: script for script, codes in SURE_SCRIPTS.items() for code in codes.split()}
    for number, town in towns.items():
        script = scripts.get(town.country)
        if script is None:
            continue
        found = {name for name in town.alternates if _is_in(name, script) and _can_be_written(name, town.country)}
        plain = {_without_kind(name) for name in found}
        if len(plain) == 1:
            yield number, plain.pop()


def is_another_name(name: str, main: str) -> bool:
    """Tells whether a name is not the main one again, or the main one without its accents."""
    return name != main and not (name.isascii() and fold(name) == fold(main))


def _zone_cities() -> Iterator[tuple[str, str, str, str]]:
    """Yields language, country, English name and name of the cities that CLDR names time zones by."""
    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    english = Locale.parse("en").time_zones
    for language in LANGUAGES:
        for zone, names in sorted(Locale.parse(language).time_zones.items()):
            country = countries.get(aliases.get(zone, zone))
            if country and "city" in names:
                spoken = english.get(zone, {}).get("city", zone.split("/")[-1].replace("_", " "))
                yield language, country, spoken, names["city"]


def _area_codes(
    towns: Mapping[int, Town], by_name: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, str, str, str]]:
    """Yields the same of the towns that phonenumbers names area codes by, if GeoNames knows the name, too."""
    for prefix, texts in sorted(GEOCODE_DATA.items(), key=lambda item: (len(item[0]), item[0])):
        country = _country_of(prefix)
        english = texts.get("en", "").split(",")[0].strip()
        number = by_name.get((country, fold(english))) if english else None
        if number is None:
            continue
        for language, text in texts.items():
            name = _known(text, towns[number].alternates) if language != "en" else ""
            if name:
                yield OTHER_CODES.get(language, language), country, english, name


def _known(text: str, alternates: Iterable[str]) -> str:
    first = text.split(",")[0].strip()
    known = set(alternates)
    if first in known:
        return _without_kind(first)
    within = [name for name in known if not name.isascii() and first.endswith(f"{name}市")]
    return max(within, key=len, default="")


def _country_of(prefix: str) -> str:
    codes = (int(prefix[:length]) for length in (1, 2, 3))
    regions = (COUNTRY_CODE_TO_REGION_CODE.get(code, ()) for code in codes)
    found = next((region for region in regions if region), ("",))
    return found[0] if len(found) == 1 or found[0] in ("IT", "RU", "NO", "FI", "MA", "GB") else ""


def _is_in(name: str, script: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all(unicodedata.name(char, "?").split()[0] == script for char in letters)


def _can_be_written(name: str, country: str) -> bool:
    try:
        name.encode(CHARACTER_SETS.get(country, "utf-8"))
    except UnicodeEncodeError:
        return False
    return True


def _without_kind(name: str) -> str:
    for word in TOWN_WORDS:
        if name.endswith(word) and len(name) > len(word) + 1:
            return name[: -len(word)]
    return name
