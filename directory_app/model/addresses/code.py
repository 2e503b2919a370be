"""The postal code in an address, where it is sure to be one and no number of a house or a box."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from directory_app.model.addresses.parts import Part
from directory_app.model.addresses.rules import rules_of, state_named
from directory_app.model.addresses.words import is_finer_than_town, is_like_town, is_numbered, is_street, is_town

# Signs of countries before their codes, besides the alpha-2 codes that any country may have there.
_SIGNS = {
    "AT": "A",
    "BE": "B",
    "DE": "D",
    "EE": "EST",
    "ES": "E",
    "FI": "FIN",
    "FR": "F",
    "HU": "H",
    "IE": "IRL",
    "IT": "I",
    "LI": "FL",
    "LU": "L",
    "NO": "N",
    "PT": "P",
    "SE": "S",
    "SG": "S",
    "SI": "SLO",
}
# What people write beside what the data has: codes of former plans, and with other gaps.
_MORE_FORMS = {"KR": r"\d{3}-\d{3}", "IN": r"\d{3} \d{3}", "BR": r"\d{2}\.\d{3}-\d{3}", "PL": r"\d{5}", "PT": r"\d{4}"}
_LABEL = (
    r"(?:CEP|CAP|PLZ|ZIP(?: ?code)?|PIN(?: ?code)?|post(?:al)? ?code|c[oó]digo postal|code postal|postleitzahl|〒"
    r"|우편번호|邮编|邮政编码|郵遞區號|郵便番号|индекс)"
)
# Elsewhere "CP" is a post box ("case postale", "casella postale").
_SPANISH = frozenset(["AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX", "NI", "PA", "PE", "PY"])
_SPANISH_LABEL = r"(?:C\.? ?P\.?)"
_SHORT = 4
"""Codes of so few digits look like the numbers of houses."""
TOWN_FIRST = frozenset(["HU", "BG"])
"""Countries of short codes in which the town may stand before the street."""


@dataclass(frozen=True, slots=True)
class PostalCode:
    """A postal code, in which part it stands, and what stands before and after it there."""

    place: int
    code: str
    before: str
    after: str

    def town_follows(self, country: str) -> bool:
        """Tells whether what stands after the code is its town, and not the state of one before it."""
        if not self.after:
            return False
        return not self.before or rules_of(country).code_first or not state_named(self.after, country)


def find_code(parts: Sequence[Part], country: str) -> PostalCode | None:
    """Returns the one postal code of an address in a country, or None where there is none or it may be another."""
    pattern = _pattern(country)
    if pattern is None:
        return None
    found: list[PostalCode] = []
    for place, part in enumerate(parts):
        for match in pattern.finditer(part.plain):
            code = _code_at(place, part, match)
            if match["label"]:
                return code
            if not is_numbered(part.text[: match.start()]) and _may_be(code, parts, country):
                found.append(code)
    return _the_one(found)


def country_of_sign(sign: str) -> str:
    """Returns the country whose codes have a sign such as "D" or "CH" before them."""
    return next((country for country, known in _SIGNS.items() if known == sign), sign)


def is_code(text: str, country: str) -> bool:
    """Tells whether a text is a postal code of a country and nothing else, with or without a label."""
    pattern = _pattern(country)
    return pattern is not None and pattern.fullmatch(text) is not None


@cache
def _pattern(country: str) -> re.Pattern[str] | None:
    rules = rules_of(country)
    if not rules.postal_code:
        return None
    signs = "|".join({country, _SIGNS.get(country, country)})
    forms = "|".join(filter(None, (rules.postal_code, _MORE_FORMS.get(country))))
    compact = rules.postal_code.replace("-", "-?") if country in ("BR", "JP", "PL", "PT") else rules.postal_code
    label = f"{_LABEL}|{_SPANISH_LABEL}" if country in _SPANISH else _LABEL
    return re.compile(
        rf"(?:(?<!\w)(?P<label>{label})[\s.:#-]*|(?:^(?:{signs})[ -]?|(?<!\w)(?:{signs})-)|(?<!\d-)(?<![\w./]))"
        rf"(?P<code>{compact}|{forms})(?![\w/]|[-.]\w)",
        re.IGNORECASE,
    )


def _code_at(place: int, part: Part, match: re.Match[str]) -> PostalCode:
    before = part.text[: match.start()].strip(" -–—")
    after = part.text[match.end() :].strip(" -–—")
    return PostalCode(place, part.text[match.start("code") : match.end("code")], before, after)


def _may_be(code: PostalCode, parts: Sequence[Part], country: str) -> bool:
    """Tells whether a number of a code's form stands where codes of the country stand."""
    following = [part.text for part in parts[code.place + 1 :]]
    ends = all(state_named(text, country) for text in following)
    if country == "US":
        return ends and not code.town_follows(country)
    if len(code.code) <= _SHORT:
        return _may_be_short(code, parts, country, ends=ends)
    if any(c.isalpha() for c in code.code) or not (code.before or code.after):
        return True
    if code.town_follows(country):
        return code.place > 0 or not is_street(code.after)
    return ends and _follows_town(code, parts, country)


def _may_be_short(code: PostalCode, parts: Sequence[Part], country: str, *, ends: bool) -> bool:
    """Tells the same of a code that looks like the number of a house; `ends` where only states follow its part."""
    if code.place == 0 and len(parts) > 1 and country in TOWN_FIRST and code.after:
        return is_like_town(code.after, in_line_of_code=True)
    if code.town_follows(country):
        last_word = code.before.split(" ")[-1]
        after_number = not last_word or any(c.isdigit() for c in last_word) or is_town(code.before)
        return ends and after_number and is_like_town(code.after, in_line_of_code=True)
    if code.before:
        is_state = bool(state_named(code.before, country))
        return ends and (is_state or (_follows_town(code, parts, country) and not is_finer_than_town(code.before)))
    following = parts[code.place + 1 :]
    if rules_of(country).code_first and following:
        return len(following) == 1 and is_like_town(following[0].text)
    return ends and code.place > 0 and (country in TOWN_FIRST or not is_finer_than_town(parts[code.place - 1].text))


def _follows_town(code: PostalCode, parts: Sequence[Part], country: str) -> bool:
    """Tells whether what stands before a code may be its town.

    Where codes precede towns, it is more often a street with a long number, unless a street was named before.
    """
    if not rules_of(country).code_first:
        return True
    is_after_street = code.place > 0 and is_finer_than_town(parts[code.place - 1].text)
    return is_after_street and not is_finer_than_town(code.before)


def _the_one(found: list[PostalCode]) -> PostalCode | None:
    """Returns the code to take of several: the last, if it alone stands at the end of the address."""
    if len(found) < 2:
        return found[0] if found else None
    *others, last = found
    if all(other.place < last.place and not is_like_town(other.after) for other in others):
        return last
    same = [code for code in found if code.place == last.place]
    return last if len(same) == len(found) and is_like_town(last.after, in_line_of_code=True) else None
