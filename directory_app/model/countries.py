"""Countries: their ISO 3166-1 codes and the names people write."""

import re
from functools import cache, lru_cache

from directory_app.model.country_table import COUNTRIES
from directory_app.model.folding import fold

_LONGEST = 100
_FORM = (
    r"(?:[^\W\d]+ ){0,3}(?:republic|republica|repubblica|republique|republik|kingdom|reino|regno|royaume|konigreich"
    r"|sultanate|principality|grand duchy)"
)
_OF = r" (?:of|de|do|da|del|des|di|du|d)(?: the| la| las| los| l)?"
_FORMAL = re.compile(rf"{_FORM}(?:(?: [^\W\d]+){{0,2}}?{_OF})? (.+)|(.+?) {_FORM}{_OF}")
"""A name with the form of the state, before or after it."""
_DIVIDED = frozenset(("congo", "kongo", "korea", "corea", "coreia", "coree", "china", "chine"))
"""Names whose country depends on the form of the state."""
_INITIALS = re.compile(r"\b(?:[a-z] )+[a-z]\b")
_NOT_LETTERS = re.compile(r"[\W_]+")
_BETWEEN_NAMES = re.compile(r"[()\[\]/,;|–—-]+")


def country_name(code: str) -> str:
    """Returns the English name as people write it ("South Korea"), or "" for an unknown code.

    `code` is alpha-2 or alpha-3, in any case.
    """
    return country_in_sentence(code).removeprefix("the ")


def country_shown(code: str) -> str:
    """Returns the name as `country_name` does, for an unknown code what it is."""
    return country_name(code) or code


def country_in_sentence(code: str) -> str:
    """Returns the name as a sentence needs it ("the Philippines"), or "" for an unknown code."""
    return _names().get(_codes().get(code.strip().upper(), ""), "")


def country_spellings(code: str) -> tuple[str, ...]:
    """Returns what commonly stands for a country, its English name first, then its codes, or () for an unknown code.

    `code` is alpha-2 or alpha-3, in any case.
    """
    return _texts().get(_codes().get(code.strip().upper(), ""), ())


def country_list() -> tuple[tuple[str, str], ...]:
    """Returns every country as its alpha-2 code and its name, in the order of names."""
    return tuple(sorted(_names().items(), key=lambda country: spelling_key(country[1])))


def country_code(text: str) -> str:
    """Returns the alpha-2 code of a country given as a code or by any of its names, or "" if unknown.

    Names count in English, Spanish, Portuguese, French, German, Italian and the country's own languages, in
    any case and with or without accents; so do formal names ("Republic of Kenya") and two ways of naming one
    country ("Belgique / België"). "Congo" alone is CG, as in ISO 3166.
    """
    return _codes().get(text.strip().upper(), "") or (_code_of_name(text) if len(text) <= _LONGEST else "")


def read_countries(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the alpha-2 codes of countries named one after the other, each once, and the names that nobody has.

    Between them stand commas, semicolons or line ends; "Congo, Democratic Republic of the" is one all the same.
    """
    codes: list[str] = []
    unknown: list[str] = []
    for part in re.split(r"[;\n]", text):
        names = [part] if country_code(part) else part.split(",")
        for name in filter(str.strip, names):
            code = country_code(name)
            (codes if code else unknown).append(code or name.strip())
    return tuple(dict.fromkeys(codes)), tuple(unknown)


def spelling_key(name: str) -> str:
    """Returns a name of a country as names are compared."""
    plain = _NOT_LETTERS.sub(" ", fold(name.replace("&", " and ")).replace(".", ""))
    words = _INITIALS.sub(lambda match: match[0].replace(" ", ""), plain).split()
    return " ".join("saint" if word == "st" else word for word in words).removeprefix("the ").removesuffix(" the")


@lru_cache(maxsize=4096)
def may_end_name(word: str) -> bool:
    """Tells whether some name or code of a country ends with a word, which is asked before longer questions."""
    key = spelling_key(word).rpartition(" ")[2] if len(word) <= _LONGEST else ""
    return key == "the" or key in _last_words()


@lru_cache(maxsize=4096)
def _code_of_name(text: str) -> str:
    key = spelling_key(text)
    code = _code_of_key(key)
    if code:
        return code
    formal = _FORMAL.fullmatch(key)
    if formal and (bare := formal[1] or formal[2]) not in _DIVIDED:
        return _code_of_key(bare)
    parts = [part for part in _BETWEEN_NAMES.split(text) if part.strip()]
    codes = {country_code(part) for part in parts} if len(parts) > 1 else set()
    return codes.pop() if len(codes) == 1 else ""


def _code_of_key(key: str) -> str:
    return _spellings().get(key, "") or _spellings_elsewhere().get(key, "")


def _rows() -> list[tuple[str, str, list[str]]]:
    rows = []
    for line in COUNTRIES.splitlines():
        alpha2, alpha3, names = line.split(" ", 2)
        rows.append((alpha2, alpha3, names.split(" | ")))
    return rows


@cache
def _codes() -> dict[str, str]:
    return {code: alpha2 for alpha2, alpha3, _ in _rows() for code in (alpha2, alpha3)}


@cache
def _names() -> dict[str, str]:
    return {alpha2: names[0] for alpha2, _, names in _rows()}


@cache
def _texts() -> dict[str, tuple[str, ...]]:
    return {
        alpha2: tuple(dict.fromkeys((names[0].removeprefix("the "), alpha2, alpha3, *names)))
        for alpha2, alpha3, names in _rows()
    }


@cache
def _spellings() -> dict[str, str]:
    return {spelling_key(name): alpha2 for alpha2, _, names in _rows() for name in names}


@cache
def _spellings_elsewhere() -> dict[str, str]:
    """Returns the names in other languages, a table that is loaded when first asked."""
    from directory_app.model.country_names import NAMES

    rows = (line.split(" ", 1) for line in NAMES.splitlines())
    return {spelling_key(name): alpha2 for alpha2, names in rows for name in names.split(" | ")}


@cache
def _last_words() -> frozenset[str]:
    keys = (*_spellings(), *_spellings_elsewhere(), *(code.lower() for code in _codes()))
    return frozenset(key.rpartition(" ")[2] for key in keys)
