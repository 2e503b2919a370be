"""Which country an address is in, where it says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from directory_app.model.addresses.code import country_of_sign, find_code, is_code
from directory_app.model.addresses.parts import Part
from directory_app.model.addresses.rules import rules_of, state_has_code, state_named
from directory_app.model.addresses.words import is_street
from directory_app.model.countries import country_code, may_end_name
from directory_app.model.folding import fold

_MAX_WORDS = 6
# A state or a town has the name, too, or there are two countries.
_DOUBTFUL = frozenset(["congo", "georgia", "virgin islands", "guinea"])
_PART_OF_LONGER_NAME = frozenset(
    [
        *("new", "nueva", "nuevo", "nouveau", "nouvelle", "nova", "novo", "neu", "little", "ciudad", "gulf"),
        *("north", "south", "east", "west", "sud", "nord", "este", "oeste", "san", "santa", "santo", "sao", "saint"),
        *("de", "del", "do", "da", "dos", "das", "du", "des", "la", "le", "el", "los", "las", "of", "the", "and", "y"),
        *("hotel", "casa", "palacio", "palace", "parque", "centro", "embajada", "ambassade", "botschaft", "banco"),
        *("bank", "club", "universidad", "museum", "visit", "republic", "republica", "kingdom", "federal"),
    ]
)
_CODE_AND_LABEL = re.compile(r"(?<!\w)(?:(?:CEP|C\.?P\.?|PLZ|ZIP)[\s.:]*)?[\dA-Z-]*\d[\dA-Z -]*$")
_SIGNED_CODE = re.compile(
    r"(?:^|\s)(D|F|I|E|CH|A|B|L|NL|DK|S|N|FIN|PL|CZ|SK|H|GR|SI|HR|LT)-(\d[\d ]{2,5}\d(?: [A-Z]{2})?)\s+\D+$"
)
_NAMED_AS_TOWN = frozenset(["SG", "MC", "GI", "VA", "SM", "LU", "PA", "GT", "KW", "DJ"])
"""Countries whose capital has their name."""
_SURE_LABELS = {"〒": "JP", "CEP": "BR"}
_TELLING_ENDS = ("CA", "US", "AU", "GB")
"""Countries that a state and its code, or a code alone, give away at the end of an address."""


@dataclass(frozen=True, slots=True)
class InCountry:
    """The alpha-2 code of the country that an address names, how it names it, and the other parts."""

    code: str
    name: str
    parts: tuple[Part, ...]


def find_country(parts: Sequence[Part], known: str = "") -> InCountry:
    """Returns the country of an address; one that is known stays, and its name is taken from the parts.

    The code is empty where the address names none, or a name that may be something else. There are no parts
    where it names another country than the known one, as nothing of it is sure then.
    """
    found = _named(parts, known)
    if found:
        return found
    if known and _named(parts, ""):
        return InCountry(known, "", ())
    return InCountry(known or _betrayed(parts), "", tuple(parts))


def _named(parts: Sequence[Part], known: str) -> InCountry | None:
    return _named_at_end(parts, known) or _named_at_start(parts, known)


def _named_at_end(parts: Sequence[Part], known: str) -> InCountry | None:
    """Looks in the last part, and in the one before it if the last is a postal code."""
    for place in (len(parts) - 1, len(parts) - 2):
        if place < 0:
            return None
        head, tail = _without_code(parts[place])
        found = _name_in(head, parts, place, known)
        if found:
            code, name, rest = found
            if code in _NAMED_AS_TOWN and (is_code(rest, code) or (tail and not rest)):
                return InCountry(code, name, tuple(parts))
            if rest and tail and not is_code(tail, code):
                return None
            text = " ".join(filter(None, (rest, tail)))
            left = [Part(text, "\n")] if text else []  # what stood on either side of the name is not one line
            return InCountry(code, name, (*parts[:place], *left, *parts[place + 1 :]))
        if head:
            return None
    return None


def _named_at_start(parts: Sequence[Part], known: str) -> InCountry | None:
    name = parts[0].text if len(parts) > 1 else ""
    if len(name) <= 3 or not may_end_name(name.split()[-1]):
        return None
    code = country_code(name)
    if not code or code != (known or code) or fold(name) in _DOUBTFUL:
        return None
    return InCountry(code, name, tuple(parts[1:]))


def _without_code(part: Part) -> tuple[str, str]:
    """Returns what stands in a part before the code at its end, and the code with its label."""
    match = _CODE_AND_LABEL.search(part.plain)
    if not match:
        return part.text, ""
    return part.text[: match.start()].strip(), part.text[match.start() :].strip()


def _name_in(text: str, parts: Sequence[Part], place: int, known: str) -> tuple[str, str, str] | None:
    """Returns the code and the name of the country at the end of a text, and what stands before it."""
    words = text.split()
    if not words or not may_end_name(words[-1]):
        return None
    for count in range(min(_MAX_WORDS, len(words)), 0, -1):
        rest, name = " ".join(words[:-count]), " ".join(words[-count:])
        code = country_code(name)
        if not code or code != (known or code):
            continue
        if _is_meant(name, rest, code, parts[:place], known):
            return code, name, rest
    return None


def _is_meant(name: str, rest: str, code: str, before: Sequence[Part], known: str) -> bool:
    """Tells whether a name is that of the country and no part of another name."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) <= 2 and name.isascii() and name.upper() not in ("UK", "U.K.", "US", "U.S.") and not known:
        return not rest and name.isupper() and _fits_before(code, name, before)
    if len(letters) == 3 and name.isascii() and not name.isupper():
        return False
    if fold(name) in _DOUBTFUL and not known:
        return not rest and find_code(before, code) is not None
    if not rest:
        return True
    last = fold(rest.split()[-1]).strip(".,")
    return last not in _PART_OF_LONGER_NAME and not is_street(rest.split()[-1]) and last[-1:].isalnum()


def _fits_before(code: str, name: str, before: Sequence[Part]) -> bool:
    """Tells whether two letters are a country's: no state has them, or a code of the country comes before."""
    if not any(state_named(name, country) for country in ("US", "CA", "AU", "BR", "IT")):
        return True
    return bool(before) and rules_of(code).code_first and find_code(before[-1:], code) is not None


def _betrayed(parts: Sequence[Part]) -> str:
    """Returns the country of which only the form of a postal code speaks, beyond doubt, or ""."""
    if not parts:
        return ""
    for part in parts:
        for label, code in _SURE_LABELS.items():
            if label in part.text and find_code([part], code):
                return code
    signed = _SIGNED_CODE.search(parts[-1].text)
    if signed:
        code = country_of_sign(signed[1])
        return code if is_code(signed[2], code) else ""
    return next((code for code in _TELLING_ENDS if _ends_with_state_and_code(parts, code)), "")


def _ends_with_state_and_code(parts: Sequence[Part], country: str) -> bool:
    found = find_code(parts, country)
    if found is None or found.place != len(parts) - 1 or found.after:
        return False
    if country == "GB":
        return bool(found.before) or found.place > 0
    last = found.before or (parts[found.place - 1].text if found.place else "")
    words = last.split()
    return any(
        state_has_code(state_named(" ".join(words[-count:]), country), found.code, country) for count in (1, 2, 3)
    )
