"""The text of a phone cell taken apart: what is a number, an extension, a label, and what joins them.

Nothing here knows a numbering plan; `phone_plan` reads the parts.
"""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from directory_app.model.phones.tokens import Token, TokenType, digits_of, read_tokens

_WIDEST_RANGE = 20
_LONGEST_NUMBER = 15
_LONGEST_FURTHER_EXTENSION = 6
# A word may lead to a whole number too ("local: 02 8426 0001"); after a pause come codes of conferences.
_LONGEST_EXTENSION = {TokenType.EXTENSION: 7, TokenType.PAUSE: 15}


class Joint(Enum):
    """What stands between a part and the one before it."""

    START = auto()
    LIST = auto()
    SLASH = auto()
    RANGE = auto()


@dataclass(slots=True)
class Part:
    """One number of a cell as it is written, with its extensions and the words before and after it.

    `start` is where it begins in the text, `joined_at` where that begins which joins it to the one before.
    """

    joined_at: int
    start: int
    joint: Joint = Joint.START
    digits: str = ""
    extensions: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


_JOINTS = {TokenType.LIST: Joint.LIST, TokenType.SLASH: Joint.SLASH, TokenType.RANGE: Joint.RANGE}


def read_parts(text: str) -> list[Part]:
    """Returns the parts of a levelled text; one without digits comes only where nothing has any."""
    tokens = read_tokens(text)
    if len(tokens) == 1 and tokens[0].type is TokenType.NUMBER:
        return [Part(0, 0, digits=tokens[0].text)]
    return _gathered(_grouped(tokens))


def counted(first: str, last: str) -> list[str]:
    """Returns the numbers after `first` up to `last`, or nothing where that is no plausible range."""
    if len(first) != len(last) or len(first) > _LONGEST_NUMBER:
        return []
    steps = int(last) - int(first)
    if not 0 < steps <= _WIDEST_RANGE:
        return []
    return [str(int(first) + step).zfill(len(first)) for step in range(1, steps + 1)]


def _grouped(tokens: list[Token]) -> list[Part]:
    """Returns one part for each number, joint or label that begins something new.

    Remarks follow their number, unless the first one comes before any: "(p) 030 123 (f) 030 124".
    """
    parts = [Part(0, 0)]
    longest_extension = 0
    remarks_lead = bool(tokens) and tokens[0].type is TokenType.REMARK and _number_follows(tokens, 0)
    for index, token in enumerate(tokens):
        part = parts[-1]
        if token.type in _JOINTS:
            parts.append(Part(token.start, token.start + len(token.text), _JOINTS[token.type]))
        elif token.type in _LONGEST_EXTENSION:
            longest_extension = _LONGEST_EXTENSION[token.type]
            continue
        elif token.type is not TokenType.NUMBER:
            may_lead = token.type is TokenType.TEXT or remarks_lead
            _add_text(parts, token, leads=may_lead and _number_follows(tokens, index))
        elif longest_extension and _may_be_extension(token.text, longest_extension):
            part.extensions.extend(_extensions(token.text))
        elif part.digits or part.extensions:
            parts.append(Part(token.start, token.start, Joint.LIST, token.text))
        else:
            part.digits = token.text
        longest_extension = 0
    return parts


def _may_be_extension(text: str, longest: int) -> bool:
    if "+" in text:
        return False
    if len(text) <= longest:
        return True
    first, _, last = text.partition("-")
    return len(digits_of(text)) <= longest or bool(counted(digits_of(first), digits_of(last)))


def _number_follows(tokens: list[Token], index: int) -> bool:
    following = index + 1
    while following < len(tokens) and tokens[following].type is TokenType.REMARK:
        following += 1
    return following < len(tokens) and tokens[following].type is TokenType.NUMBER


def _add_text(parts: list[Part], token: Token, *, leads: bool) -> None:
    """Adds words to the number before them, or to the one that they lead to."""
    part = parts[-1]
    if not part.digits:
        part.before.append(token.text)
    elif leads:
        parts.append(Part(token.start, token.start, Joint.LIST, before=[token.text]))
    else:
        part.after.append(token.text)


def _extensions(text: str) -> list[str]:
    if text.isdecimal():
        return [text]
    first, _, last = text.partition("-")
    first, last = digits_of(first), digits_of(last)
    return [first, *_extensions_up_to(first, last)] if first and last else [digits_of(text)]


def _extensions_up_to(first: str, last: str) -> list[str]:
    """Returns the extensions after `first` up to `last`, which may be its end only, as in "101-4"."""
    whole = first[: max(len(first) - len(last), 0)] + last
    return counted(first, whole) or [whole]


def _gathered(parts: list[Part]) -> list[Part]:
    """Returns the parts that have a number, the words and extensions of the others given to them."""
    found: list[Part] = []
    words: Part | None = None
    for part in parts:
        if found and _is_further_extension(found[-1], part):
            found[-1].extensions.extend(_further(found[-1].extensions[-1:], part))
            found[-1].after.extend(part.before + part.after)
        elif part.digits:
            found.append(_led_by(words, part) if words else part)
            words = None
        elif words:
            words.before += part.before
        elif part.before:
            words = part
    if words and found:
        found[-1].after.extend(words.before)
    return found or ([words] if words else [])


def _led_by(words: Part, part: Part) -> Part:
    """Returns the part as beginning with the words that stood before its joint."""
    return replace(part, joined_at=words.joined_at, start=words.start, before=words.before + part.before)


def _is_further_extension(before: Part, part: Part) -> bool:
    if not part.digits:
        return bool(part.extensions)
    plain = part.digits.strip(" ")
    return (
        bool(before.extensions)
        and not part.before
        and not part.extensions
        and not plain.startswith(("+", "(", "0"))
        and len(digits_of(plain)) <= _LONGEST_FURTHER_EXTENSION
    )


def _further(last: list[str], part: Part) -> list[str]:
    if not part.digits:
        return part.extensions
    digits = digits_of(part.digits)
    if part.joint is Joint.RANGE and last:
        return _extensions_up_to(last[0], digits)
    return _extensions(part.digits)
