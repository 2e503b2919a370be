"""Words of pasted text as parts of an entry: headings, names, addresses, people, and what is none of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from directory_app.exchange.pasted import vocabulary
from directory_app.exchange.pasted.names import find_names, is_label_at, is_office_word, name_end
from directory_app.exchange.pasted.people import is_person, is_role, read_person
from directory_app.exchange.pasted.phrases import Phrases, Regions, Word, country_at, only_country, words_of
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.model.office import Person

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\d\n]{0,40}):(?:\s+|$)(?P<rest>.*)", re.DOTALL)
_DASH = re.compile(r"\s[–—-]\s|:\s")
_COMMA = re.compile(",")
_EDGE = " \t,;|–—-/·•"
_LONGEST_LINE_OF_NAME = 14
_LONGEST_LEAD = 6
_LONGEST_AFTER_NAME = 5
_LONGEST_LABEL = 6
_RIGHTS = re.compile(r"©|\(c\)|copyright\b|.{0,60}\ball rights reserved\b", re.IGNORECASE)
_FEWEST_OF_PROSE = 10


class PartType(Enum):
    """What words stand for."""

    HEADING = auto()
    """A region or a country above offices."""
    REGION = auto()
    """The region of one office, said with its label."""
    NAME = auto()
    TITLE = auto()
    """Words without a sign of what they are: a name, a building, a person, a menu."""
    ADDRESS = auto()
    MENU = auto()
    """Words of the page around it, such as "Contact us"."""
    LABEL = auto()
    """What stands with a colon before a number or an address of a page."""
    PERSON = auto()
    ROLE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a text and what they stand for.

    `lead` and `rest` divide the text where it may begin with the name of an office that has no word
    for it, as in "Lisbon, Rua Augusta 10"; for a person they are the name and the role. What stands
    `alone` has no number or other contact on its line.
    """

    type: PartType
    text: str
    lead: str = ""
    rest: str = ""
    alone: bool = False


def read_parts(text: str, regions: Regions, *, headings: bool, alone: bool) -> list[Part]:
    """Returns the parts of words in their order; `alone` tells that they are a whole line."""
    if _RIGHTS.match(text):
        return [Part(PartType.MENU, text)]
    words = words_of(text)
    menu = _length_of_menu(words, alone=alone)
    parts = [Part(PartType.MENU, _text(text, words[:menu]))]
    if menu:
        text = text[words[menu - 1].end :].strip(_EDGE)
        words = words_of(text)
    is_labelled = bool(words) and not regions.at(words, 0)
    whole = (_labelled(text) if is_labelled else None) or _whole(text, words, regions, alone=alone)
    parts += [whole] if whole else _divided(text, words, regions, headings=headings)
    return [replace(part, alone=alone) for part in parts if part.text]


def label_of_contact(text: str) -> Part | None:
    """Returns words before a number, an e-mail or a web address as its label, if they are one: "Press:"."""
    words = words_of(text)
    is_short = text.endswith(":") and len(words) <= _LONGEST_LABEL
    return Part(PartType.LABEL, text) if is_short and not any(map(str.isdigit, text)) else None


def _length_of_menu(words: Sequence[Word], *, alone: bool) -> int:
    """Returns how many words at the beginning are the page's own; one word is so only where it is all."""
    length = _menus().at(words, 0)[0] if words else 0
    is_all = alone and length == len(words)
    return length if is_all or (length > 1 and not words[length - 1].ends_with(":")) else 0


@cache
def _menus() -> Phrases:
    return Phrases(dict.fromkeys(vocabulary.menus(), "menu"))


# Words with a label of their own


def _labelled(text: str) -> Part | None:
    match = _LABEL.match(text)
    if not match:
        return None
    label, rest = words_of(match["label"]), match["rest"].strip()
    if any(word.folded in vocabulary.remark_words() for word in label):
        return Part(PartType.NOTE, text)
    if is_role(label) and is_person(rest):
        return Part(PartType.PERSON, text, rest, match["label"])
    field = field_of_header(match["label"]) or ""
    if field.startswith("address"):
        return Part(PartType.ADDRESS, rest) if rest else None
    if field == "name" and rest:
        return Part(PartType.NAME, rest)
    if field == "organisation" and rest:
        return Part(PartType.TITLE, rest)
    if field in ("person_name", "people") and rest:
        person = read_person(rest) or Person(rest)
        return Part(PartType.PERSON, rest, person.name, person.role)
    if field == "region" and rest:
        return Part(PartType.REGION, rest)
    return Part(PartType.NOTE, rest if field == "notes" and rest else text) if field else None


# A line that is one thing


def _whole(text: str, words: Sequence[Word], regions: Regions, *, alone: bool) -> Part | None:
    if _is_prose(words) and (alone or not any(is_office_word(words, place) for place in range(len(words)))):
        return Part(PartType.NOTE, text)
    if person := read_person(text):
        return Part(PartType.PERSON, text, person.name, person.role)
    if not alone or len(words) > _LONGEST_LINE_OF_NAME or any(word.has_digit for word in words):
        return None
    if only_country(text):
        return Part(PartType.HEADING, text)
    if words and words[0].folded in vocabulary.networks():
        return Part(PartType.NOTE, text)
    if is_role(words):
        return Part(PartType.ROLE, text)
    return Part(PartType.NAME, text) if _is_name(words, regions) else None


def _is_name(words: Sequence[Word], regions: Regions) -> bool:
    """Tells whether all of a line is the name of one office."""
    places = [place for place in range(len(words)) if is_office_word(words, place)]
    if not places or _begins_with_heading(words, regions) or words[-1].ends_with(":"):
        return False
    end = name_end(words, 0, places[-1], regions)
    after = words[end:]
    plain = not any(word.ends_with(",;") for word in words[places[0] : -1])
    small = vocabulary.joining_words() | vocabulary.modifiers() | vocabulary.prepositions()
    said = [word for word in words if not word.is_capitalised and word.folded and word.folded not in small]
    named = any(country_at(words, place)[0] for place in range(end, len(words)))
    return end > 0 and plain and not named and len(said) <= 1 and len(after) <= _LONGEST_AFTER_NAME


def _begins_with_heading(words: Sequence[Word], regions: Regions) -> bool:
    return 0 < regions.at(words, 0) < len(words) - 1


def _is_prose(words: Sequence[Word]) -> bool:
    small = sum(word.text[:1].islower() for word in words)
    return len(words) >= _FEWEST_OF_PROSE and small * 2 > len(words)


# Several things in a row


def _divided(text: str, words: Sequence[Word], regions: Regions, *, headings: bool) -> Iterator[Part]:
    cuts = list(find_names(words, regions, headings=headings))
    if not cuts:
        yield from _without_name(text, words, regions, headings=headings)
        return
    if cuts[0].start > 0:
        front = words[: cuts[0].start]
        kind = PartType.ADDRESS if is_address(front) and not _is_prose(front) else PartType.NOTE
        yield Part(kind, _text(text, front))
    ends = [*(cut.start for cut in cuts[1:]), len(words)]
    for cut, end in zip(cuts, ends, strict=True):
        yield Part(PartType.HEADING, _text(text, words[cut.start : cut.name_start]))
        yield Part(PartType.NAME, _text(text, words[cut.name_start : cut.end]))
        yield _body(text, words[cut.end : end])


def _body(text: str, words: Sequence[Word]) -> Part:
    """Returns what stands after a name, which is its address wherever it is more than a word or two."""
    if words and is_label_at(words, 0):
        words = words[1 + next(place for place, word in enumerate(words) if word.ends_with(":")) :]
    body = _text(text, words)
    return Part(PartType.NOTE if _is_prose(words) else PartType.ADDRESS, body)


def _without_name(text: str, words: Sequence[Word], regions: Regions, *, headings: bool) -> Iterator[Part]:
    length = regions.at(words, 0) if words else 0
    if 0 < length < len(words) and headings:
        yield Part(PartType.HEADING, _text(text, words[:length]))
        words = words[length:]
    body = text[words[0].start :].lstrip(_EDGE) if words else ""
    if not is_address(words):
        label = _LABEL.match(body)
        yield Part(PartType.TITLE, body, *((label["label"], label["rest"]) if label and label["rest"] else ()))
    else:
        yield Part(PartType.ADDRESS, body, *_lead(body))


def is_address(words: Sequence[Word]) -> bool:
    """Tells whether words hold a number, a country or a word for a street."""
    return any(
        word.has_digit or vocabulary.is_street_word(word.folded) or country_at(words, place)[0] > 0
        for place, word in enumerate(words)
    )


def _lead(text: str) -> tuple[str, str]:
    """Returns the name that an address may begin with and what comes after it, or two empty texts."""
    for divider in (_DASH, _COMMA):
        match = divider.search(text)
        if match and _may_be_name(lead := text[: match.start()].strip(_EDGE)):
            return lead, text[match.end() :].strip(_EDGE)
    words = words_of(text)
    number = next((place for place, word in enumerate(words) if word.has_digit), 0)
    front = words[:number]
    street_follows = number + 1 < len(words) and not words[number + 1].has_digit
    if front and street_follows and words[number].text.isdecimal() and _may_be_name(lead := _text(text, front)):
        return lead, _text(text, words[number:])
    return "", ""


def _may_be_name(text: str) -> bool:
    words = words_of(text)
    return 0 < len(words) <= _LONGEST_LEAD and not any(
        word.has_digit
        or vocabulary.is_street_word(word.folded)
        or not (word.is_capitalised or word.folded in vocabulary.joining_words())
        for word in words
    )


def _text(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end].strip(_EDGE) if words else ""
