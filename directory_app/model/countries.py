"""Countries: their ISO 3166-1 codes and the names people write."""

from functools import cache

from directory_app.model.country_table import COUNTRIES
from directory_app.model.folding import fold


def country_name(code: str) -> str:
    """Returns the English name as people write it ("South Korea"), or "" for an unknown code.

    `code` is alpha-2 or alpha-3, in any case.
    """
    return country_in_sentence(code).removeprefix("the ")


def country_in_sentence(code: str) -> str:
    """Returns the name as a sentence needs it ("the Philippines"), or "" for an unknown code."""
    return _names().get(_codes().get(code.strip().upper(), ""), "")


def country_spellings(code: str) -> tuple[str, ...]:
    """Returns everything that stands for a country, its English name first, then its codes, or () for an unknown code.

    `code` is alpha-2 or alpha-3, in any case.
    """
    return _texts().get(_codes().get(code.strip().upper(), ""), ())


def country_list() -> tuple[tuple[str, str], ...]:
    """Returns every country as its alpha-2 code and its name, in the order of names."""
    return tuple(sorted(_names().items(), key=lambda country: _fold(country[1])))


def country_code(text: str) -> str:
    """Returns the alpha-2 code of a country given as a code or by any of its names, or "" if unknown."""
    return _codes().get(text.strip().upper(), "") or _spellings().get(_fold(text), "")


def _fold(text: str) -> str:
    plain = fold(text.replace("&", " and "))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if c != ".").split()).removeprefix("the ")


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
    return {_fold(name): alpha2 for alpha2, _, names in _rows() for name in names}
