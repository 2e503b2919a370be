"""A postal address and its layout."""

import re
import unicodedata
from dataclasses import dataclass

from directory_app.model.addresses.rules import rules_of
from directory_app.model.countries import country_code, country_in_sentence, country_name, country_spellings
from directory_app.model.findings import Finding
from directory_app.model.folding import fold


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


_PLACE_IN_FORMAT = re.compile(r"[^\W\d_a-z]{4,}")
_LABELS = 4
"""What may be left of a published text that says no more than the parts: "City", "CEP"."""
_COUNTRY_PREFIX = re.compile(r"[A-Z]{1,3}[- ](?=\w)")


def format_address(address: PostalAddress, *, country_line: bool = True) -> tuple[str, ...]:
    """Returns the lines of an address in the order of its country, the country last and in English.

    Text keeps its case. Where the published text says more than its parts, and nothing else than they do, that is
    returned. Never raises.
    """
    published = [" ".join(line.split()) for line in address.published.splitlines() if line.strip()]
    lines = [] if _say_more(published, address) else _laid_out(address)
    shown = lines or published
    country = (country_name(address.country) or " ".join(address.country.split())) if country_line else ""
    named = country in lines[-1:] if lines else _names_country(address)
    return tuple(shown) if named or not country else (*shown, country)


def format_one_line(address: PostalAddress) -> str:
    """Returns the address, the country included, on one line."""
    return ", ".join(format_address(address))


def address_findings(address: PostalAddress) -> tuple[Finding, ...]:
    """Returns what is doubtful about an address; parts that are empty are in no doubt."""
    if address.country and not country_name(address.country):
        message = f"“{address.country}” is not the code of a country."
        suggestion = country_code(address.country)
        return (Finding("country_unknown", "address.country", message, suggestion, address.country),)
    code = address.postal_code.strip()
    rules = rules_of(address.country.upper())
    if not code or not rules.postal_code:
        return ()
    if _fits(code, rules.postal_code) or _fits(code.upper().removeprefix(address.country.upper()), rules.postal_code):
        return ()
    bare = _COUNTRY_PREFIX.sub("", code.upper(), count=1)
    message = f"Postal codes in {country_in_sentence(address.country)} look like {rules.example}; “{code}” does not."
    suggestion = bare if bare != code and _fits(bare, rules.postal_code) else ""
    return (Finding("postal_code_unusual", "address.postal_code", message, suggestion, code),)


def _fits(code: str, pattern: str) -> bool:
    """Tells whether a postal code has its country's form, wherever spaces and hyphens stand or are missing."""
    compact = re.sub(r"[\s-]", "", code.upper())
    spellings = {code.upper(), compact}
    spellings.update(compact[:at] + mark + compact[at:] for at in range(1, len(compact)) for mark in " -")
    return any(re.fullmatch(pattern, spelling) for spelling in spellings)


def _say_more(published: list[str], address: PostalAddress) -> bool:
    """Tells whether the street stands in the published lines alone, and no part was changed since they were read."""
    parts = [part.strip() for part in (address.city, address.district, address.postal_code) if part.strip()]
    if address.lines or not all(any(part in line for line in published) for part in parts):
        return False
    left = _key(" ".join(published))
    for name in (*parts, address.state, *_names_of_country(address)):
        left = left.replace(_key(name), "", 1)
    return len(left) > _LABELS or any(c.isdigit() for c in left)


def _names_country(address: PostalAddress) -> bool:
    published = _key(address.published)
    return any(_key(name) in published for name in _names_of_country(address))


def _names_of_country(address: PostalAddress) -> tuple[str, ...]:
    """Returns the names of its country that stand for nothing else within a longer text, as short codes do."""
    return tuple(name for name in country_spellings(address.country) if len(name) > 3 or not name.isascii())


def _key(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _laid_out(address: PostalAddress) -> list[str]:
    values = {
        "A": "\n".join(address.lines),
        "D": address.district,
        "C": address.city,
        "S": address.state,
        "Z": address.postal_code,
    }
    values = {part: _without_empty_lines(value) for part, value in values.items()}
    rules = rules_of(address.country.upper())
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
    if not values["S"]:
        layout = layout.replace("%C%n%S %Z", "%C %Z")
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
