"""Where the names of offices stand in a run of words, and the headings before them.

A name is a run of capitalised words with a word for an office in it. It begins where the words
begin, after a heading, after the country that ends another's address, or after a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory_app.exchange.pasted import vocabulary
from directory_app.exchange.pasted.phrases import Regions, Word, country_at
from directory_app.exchange.tables.header_words import field_of_header

_LONGEST_NAME = 12
_LONGEST_COUNTRY = 6
_LONGEST_CODE = 2
_CLOSING = ";:!?)"
_LONGEST_ABBREVIATION = 4
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]", re.ASCII)
_STEM = 5
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """A name among words: the heading from `start` to `name_start`, if any, the name from there to `end`."""

    start: int
    name_start: int
    end: int


def find_names(words: Sequence[Word], regions: Regions, *, headings: bool) -> Iterator[Cut]:
    """Yields the names among words, in their order; a heading without a name has an empty one.

    With `headings` the regions of the text are known to be headings, so that one before a name is none of it.
    """
    done = place = 0
    while place < len(words):
        cut = _bare_heading(words, place, regions) or (
            _name_around(words, done, place, regions, headings=headings) if is_office_word(words, place) else None
        )
        if cut:
            yield cut
        done = cut.end if cut else done
        place = max(place + 1, done)


def is_office_word(words: Sequence[Word], place: int) -> bool:
    """Tells whether a word names a kind of office: "Office", "Botschaft", "Regionalbüro"."""
    word = words[place]
    if not any(c.isalpha() and not c.islower() for c in word.text):
        return False
    last = word.folded.rpartition("-")[2]
    if last == "office" and place and words[place - 1].folded == "post":
        return False
    return (
        last in vocabulary.office_words()
        or last in vocabulary.body_words()
        or vocabulary.is_compound_of_office(word.folded)
    )


def name_end(words: Sequence[Word], start: int, place: int, regions: Regions) -> int:
    """Returns where a name ends that has its word for an office at a place, or 0 where that is a house or a room."""
    end = place + 1
    while end < len(words) and not words[end - 1].ends_with(",;:") and is_office_word(words, end):
        end += 1
    if start == place:
        while end < len(words) and not words[end - 1].ends_with(",;:") and words[end].folded in vocabulary.modifiers():
            end += 1
    while length := _place_after(words, end, regions):
        end += length
    if start == place and end == place + 1:
        end += _length_of_place(words, end, regions)
    if end == len(words) or words[end - 1].ends_with(",;:"):
        return end
    is_room = start == place and end == place + 1 and words[end].has_digit
    return 0 if is_room or words[end].folded in vocabulary.house_words() else end


def _bare_heading(words: Sequence[Word], place: int, regions: Regions) -> Cut | None:
    """Returns a region that is all there is, or after which a label comes: "Africa Physical address: Unit 1"."""
    length = regions.at(words, place)
    end = place + length
    if not length or not ((end == len(words) and place == 0) or is_label_at(words, end)):
        return None
    return Cut(place, end, end)


def is_label_at(words: Sequence[Word], place: int) -> bool:
    """Tells whether words with a colon after them announce an address at a place."""
    for length in range(1, 4):
        label = words[place : place + length]
        if len(label) == length and label[-1].ends_with(":"):
            field = field_of_header(" ".join(word.text for word in label)) or ""
            return field.startswith("address")
    return False


def _name_around(words: Sequence[Word], done: int, place: int, regions: Regions, *, headings: bool) -> Cut | None:
    """Returns the name whose word for an office stands at a place; `done` is where the one before it ends."""
    first = _first_word(words, done, place)
    begun = first == 0
    for start in range(first, place + 1):
        length = regions.at(words, start)
        after_address = done > 0 and _ends_address(words, done, start)
        at_edge = (start == first and (begun or start == done)) or after_address
        if length and _is_heading(words, start, length, place, regions, at_edge=at_edge, headings=headings):
            begin = _with_countries(words, start) if begun else start
            return _cut(words, begin, start + length, place, regions)
        if after_address and not _has_comma(words, start, place) and _distinguishes(words, start, place):
            return _cut(words, start, start, place, regions)
    if begun:
        return _cut(words, first, first, place, regions)
    if done == 0 and _ends_prose(words[first - 1]):
        start = max([first, *(at + 1 for at in range(first, place) if words[at].ends_with(","))])
        return _cut(words, start, start, place, regions)
    return None


def _with_countries(words: Sequence[Word], place: int) -> int:
    """Returns where a heading begins that names countries first: "Mexico, Central America and the Caribbean"."""
    begin = place
    while begin > 0 and words[begin - 1].ends_with(","):
        lengths = range(1, min(begin, _LONGEST_COUNTRY) + 1)
        length = next((length for length in lengths if country_at(words, begin - length)[0] == length), 0)
        if not length:
            break
        begin -= length
    return begin


def _cut(words: Sequence[Word], start: int, name_start: int, place: int, regions: Regions) -> Cut | None:
    end = name_end(words, name_start, place, regions)
    return Cut(start, name_start, end) if end else None


def _first_word(words: Sequence[Word], done: int, place: int) -> int:
    """Returns where the run of words begins, at most, that a name may have before its word for an office."""
    first = place
    while first > done and place - first < _LONGEST_NAME and _may_be_in_name(words[first - 1]):
        first -= 1
    while first < place and words[first].folded in vocabulary.joining_words():
        first += 1
    return first


def _may_be_in_name(word: Word) -> bool:
    if word.has_digit or word.ends_with(_CLOSING):
        return False
    if word.ends_with(".") and len(word.folded) > _LONGEST_ABBREVIATION:
        return False
    return word.is_capitalised or word.folded in vocabulary.joining_words() or not word.folded


def _is_heading(
    words: Sequence[Word], start: int, length: int, place: int, regions: Regions, *, at_edge: bool, headings: bool
) -> bool:
    """Tells whether a region before a name is a heading: it is said again, or what follows is a name by itself."""
    begin = start + length
    end = name_end(words, begin, place, regions) if begin <= place else 0
    leads = begin == place and end > place + 1
    if not end or not (leads or _distinguishes(words, begin, place)):
        return False
    stems = {w.folded[:_STEM] for w in words[start:begin] if len(w.folded) >= _SHORTEST_STEM}
    if any(word.folded[:_STEM] in stems for word in words[begin:end]):
        return True
    is_whole_name = (leads and not vocabulary.is_english(words[place].text)) or country_at(words, begin)[0] > 0
    return at_edge and (headings or is_whole_name)


def _distinguishes(words: Sequence[Word], start: int, place: int) -> bool:
    """Tells whether there is more before the word for an office than "Regional" or "Main"."""
    if any(word.folded not in vocabulary.modifiers() | vocabulary.joining_words() for word in words[start:place]):
        return True
    return start <= place and vocabulary.is_compound_of_office(words[place].folded) and "-" not in words[place].text


def _ends_address(words: Sequence[Word], done: int, place: int) -> bool:
    """Tells whether a country ends at a place, perhaps with a postal code after it."""
    end = place
    while end > done and place - end < _LONGEST_CODE and words[end - 1].has_digit:
        end -= 1
    return any(country_at(words, begin)[0] == end - begin for begin in range(max(done, end - _LONGEST_COUNTRY), end))


def _has_comma(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.ends_with(",") for word in words[start:end])


def _ends_prose(word: Word) -> bool:
    return word.ends_with(_CLOSING + ".") or (not word.has_digit and not word.is_capitalised)


def _place_after(words: Sequence[Word], at: int, regions: Regions) -> int:
    """Returns how many words "of Japan" or "für Südasien" has, or 0 where there is none."""
    if at >= len(words) or words[at - 1].ends_with(",;:"):
        return 0
    if _ELIDED.match(words[at].text):
        return 1
    if words[at].folded not in vocabulary.prepositions():
        return 0
    begin = at + 1
    while begin < len(words) and words[begin].folded in vocabulary.articles():
        begin += 1
    length = _length_of_place(words, begin, regions)
    return begin + length - at if length else 0


def _length_of_place(words: Sequence[Word], at: int, regions: Regions) -> int:
    """Returns how many words the country, the region or else the one name has that is written at a place."""
    if at >= len(words) or words[at - 1].ends_with(",;:"):
        return 0
    length = max(country_at(words, at)[0], regions.at(words, at))
    is_name = words[at].is_capitalised and not words[at].has_digit and not vocabulary.is_street_word(words[at].folded)
    return length or int(is_name)
