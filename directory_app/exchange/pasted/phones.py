"""Where telephone numbers stand in a running text, and what is written before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory_app.exchange.pasted import vocabulary
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.model.phone import PhoneKind, is_valid
from directory_app.model.phones.cell import read_phones
from directory_app.model.phones.tokens import digits_of, levelled
from directory_app.model.phones.words import EXTENSION_WORDS, LIST_WORDS, RANGE_WORDS, fold_word, is_label, read_label
from directory_app.model.typed import COORDINATES

_SIGNS_OF_PHONES = "☎☏✆📞📱📠🖷"
_TOKEN = re.compile(
    rf"""(?: [^\W\d_]{{1,14}}[.:]{{1,2}} | [(\[][^\W\d_]{{1,6}}[)\]]:? ) (?=[+(\d])
      | [{_SIGNS_OF_PHONES}]\ufe0f?:? | \S+""",
    re.VERBOSE,
)
_NUMERIC = re.compile(r"[+(\[]*\d[\d().,;/~+\]'’-]*(?:[xX]\d+)?[),.;/]*")
_SIGNS = re.compile(r"[-/()~.]{1,3}")
_EXTENSION = re.compile(r"[^\W\d_]{1,10}[.:]{0,2}\d{1,6}[,;)]?")
_SIGN_KINDS = {"📠": PhoneKind.FAX, "🖷": PhoneKind.FAX, "📱": PhoneKind.MOBILE}
_PHONE_FIELDS = frozenset({"phones", "fax", "mobile", "emergency"})
_CONNECTING = frozenset({"&", "/", "+"}) | LIST_WORDS
_EDGE = " ,;./-~"

_LONGEST_RUN = 30
_LONGEST_LABEL = 5
_LONGEST_REMARK = 8
_FEWEST_DIGITS = 4
_FEWEST_WITH_PLUS = 6
_FEWEST_ALONE = 9
_MOST_DIGITS = 15
_LONGEST_POSTAL_CODE = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A cell of numbers from `start`, its label included, to `end`; `cell` lacks a label that says only the kind."""

    start: int
    end: int
    cell: str
    kind: PhoneKind | None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def is_numeric(self) -> bool:
        return _NUMERIC.fullmatch(self.text) is not None

    @property
    def begins_abroad(self) -> bool:
        return self.text.lstrip("([").startswith("+")

    @property
    def is_sign(self) -> bool:
        return self.text[0] in _SIGNS_OF_PHONES


def find_phones(text: str) -> Iterator[Span]:
    """Yields the cells of numbers of a line, in their order, none over another.

    A number shows itself by a label before it, by its "+" or "00", or by standing alone.
    """
    plain = levelled(text)
    tokens = [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(plain)]
    place = done = 0
    while place < len(tokens):
        token = tokens[place]
        if not token.is_numeric:
            place += 1
            continue
        first = _label_before(tokens, done, place, token.begins_abroad)
        end = _run_end(tokens, place)
        if first == place and not _shows_itself(tokens, place, end):
            place = end
            continue
        end = done = _fitting(plain, tokens, place, end)
        if len(digits_of(plain[token.start : tokens[end - 1].end])) >= _FEWEST_DIGITS:
            yield _span(text, tokens, first, place, end)
        place = end


def is_phone_label(text: str) -> bool:
    """Tells whether the words announce a number: "Tel.", "F:", "Direct line:"."""
    return is_label(text) or (text.endswith(":") and field_of_header(text) in _PHONE_FIELDS)


def _span(text: str, tokens: Sequence[_Token], first: int, place: int, end: int) -> Span:
    start, number, stop = tokens[first].start, tokens[place].start, tokens[end - 1].end
    stop -= len(text[number:stop]) - len(text[number:stop].rstrip(_EDGE))
    label = text[start:number].strip()
    kind = next((kind for sign, kind in _SIGN_KINDS.items() if sign in label), None)
    said = read_label([words]) if (words := label.strip(_SIGNS_OF_PHONES + " \ufe0f:")) else None
    if said and said.text:
        return Span(start, stop, text[start:stop], None)
    return Span(start, stop, text[number:stop], kind or (said.kind if said else None))


def _label_before(tokens: Sequence[_Token], done: int, place: int, begins_abroad: bool) -> int:
    """Returns where the label of a number begins, after `done`; that is the number's own place where it has none."""
    first = place
    while first > done and place - first < _LONGEST_LABEL:
        before = tokens[first - 1]
        if before.is_sign or _is_label(before.text, sure=first < place or begins_abroad):
            first -= 1
        elif done + 1 < first < place and before.text in _CONNECTING and _is_label(tokens[first - 2].text, sure=True):
            first -= 2
        else:
            break
    if not done < place <= done + _LONGEST_LABEL:
        return first
    words = [token.text for token in tokens[done:place]]
    if first == place and not words[-1].endswith(":"):
        return first
    qualifies = all(is_phone_label(word) or vocabulary.qualifies_label(fold_word(word)) for word in words)
    announces = first == place and is_phone_label(" ".join(words))
    return done if qualifies or announces else first


def _is_label(text: str, *, sure: bool) -> bool:
    """Tells whether a word is a label; a single letter is one only with its colon, unless a number must follow."""
    if any(c.isdigit() for c in text):
        return False
    if sum(c.isalpha() for c in text) == 1 and not sure and not text.endswith((":", ".", ")")):
        return False
    return is_phone_label(text)


def _run_end(tokens: Sequence[_Token], place: int) -> int:
    """Returns the place after the last token of a number and of what goes on from it."""
    end = place + 1
    while end < len(tokens) and end - place < _LONGEST_RUN:
        further = _further(tokens, end)
        if not further:
            break
        end += further
    return end


def _further(tokens: Sequence[_Token], place: int) -> int:
    """Returns how many of the tokens from a place belong to the number before it."""
    token = tokens[place]
    if token.is_numeric:
        return 0 if token.begins_abroad else 1
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    goes_on = following is not None and following.is_numeric and not following.begins_abroad
    word = fold_word(token.text)
    if goes_on and (_SIGNS.fullmatch(token.text) or word in EXTENSION_WORDS | LIST_WORDS | RANGE_WORDS):
        return 2
    if _EXTENSION.fullmatch(token.text) and fold_word(token.text.rstrip("0123456789,;)")) in EXTENSION_WORDS:
        return 1
    return _remark(tokens, place)


def _remark(tokens: Sequence[_Token], place: int) -> int:
    """Returns how many tokens a remark in brackets has, "(during working hours)", or 0."""
    if not tokens[place].text.startswith("("):
        return 0
    for length in range(1, _LONGEST_REMARK + 1):
        if place + length > len(tokens):
            return 0
        if tokens[place + length - 1].text.rstrip(",;.").endswith(")"):
            return length
    return 0


def _shows_itself(tokens: Sequence[_Token], place: int, end: int) -> bool:
    text = " ".join(token.text for token in tokens[place:end])
    count = len(digits_of(text))
    if count > 4 * _MOST_DIGITS or COORDINATES.fullmatch(text):
        return False
    if tokens[place].begins_abroad:
        return count >= _FEWEST_WITH_PLUS
    if text.startswith("00") and not text.startswith("000"):
        return count > _FEWEST_ALONE
    return place == 0 and end == len(tokens) and _FEWEST_ALONE <= count <= _MOST_DIGITS


def _fitting(text: str, tokens: Sequence[_Token], place: int, end: int) -> int:
    """Returns the end of a number after which words follow, whose own digits may have come too near."""
    if end >= len(tokens) or end == place + 1 or tokens[end].text.endswith(":"):
        return end
    for shorter in range(end, max(place, end - 4), -1):
        last = tokens[shorter - 1]
        after_comma = tokens[shorter - 2].text.endswith((",", ";")) if shorter - 2 >= place else False
        if after_comma and last.text.isdecimal() and len(last.text) <= _LONGEST_POSTAL_CODE:
            continue
        if _is_read_well(text[tokens[place].start : last.end]):
            return shorter
    return end


def _is_read_well(cell: str) -> bool:
    return all(is_valid(phone) for phone in read_phones(cell))
