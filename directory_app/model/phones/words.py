"""What the words around phone numbers say."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from directory_app.model.phone import PhoneKind
from directory_app.model.phones import vocabulary

_LONGEST_REMEMBERED = 60
_EDGE = " \t.:=-/&,;'’#*|"
# Python counts the vowel signs and tone marks of Indian and Thai writing and loose accents to no word.
_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0e7f])+|[℡☎✆📞🕾📠🖷📱]")
_OUT_OF_HOURS = re.compile(
    r"\b(?:out of|after|outside|fora d[eo]|fuera del?|hors(?: d[eu]s?| les)?|dehors des?|ausserhalb der)\b.{0,24}?"
    r"(?:\bhours|\bhoras|\bhorari|\bheures|\bexpediente|zeiten\b)"
    r"|\bon call\b|\bduty officer\b|\bde guardia\b|\bnach dienstschluss\b"
)

_Answer = TypeVar("_Answer")


def remembered(answer: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Returns the function with its latest answers kept, for the same few words stand in cell after cell.

    Long texts are answered anew each time: nobody's cells repeat them, and they would fill the memory.
    """
    kept = lru_cache(maxsize=1024)(answer)

    @wraps(answer)
    def answered(text: str) -> _Answer:
        return kept(text) if len(text) <= _LONGEST_REMEMBERED else answer(text)

    return answered


def fold_word(word: str) -> str:
    """Returns a word without case, marks and the punctuation around it."""
    decomposed = unicodedata.normalize("NFKD", word.strip(_EDGE).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _folded(words: str, phrases: Sequence[str] = ()) -> frozenset[str]:
    return frozenset((*fold_word(words).split(), *map(fold_word, phrases)))


def _is_unspaced(text: str) -> bool:
    """Tells whether it holds Chinese, Japanese or Korean writing, where no space stands between words."""
    return not text.isascii() and any("\u3040" <= c <= "\ud7af" for c in text)


EXTENSION_WORDS = _folded(vocabulary.EXTENSION, vocabulary.EXTENSION_PHRASES)
LIST_WORDS = _folded(vocabulary.LIST)
RANGE_WORDS = _folded(vocabulary.RANGE, vocabulary.RANGE_PHRASES)
NUMBER_WORDS = _folded(vocabulary.NUMBER)
PREPOSITIONS = _folded(vocabulary.PREPOSITIONS)

_VOICE = _folded(vocabulary.VOICE)
_FAX = _folded(vocabulary.FAX)
_MOBILE = _folded(vocabulary.MOBILE)
_EMERGENCY = _folded(vocabulary.EMERGENCY)
_ON_DUTY = _folded(vocabulary.ON_DUTY)
_WHATSAPP = _folded(vocabulary.WHATSAPP)
_FILLERS = _folded(vocabulary.FILLERS)

_NAMING_KIND = _VOICE | _FAX | _MOBILE | _EMERGENCY
_NOT_WORTH_SHOWING = _NAMING_KIND | NUMBER_WORDS | (LIST_WORDS - PREPOSITIONS)
_UNSPACED_WORDS = tuple(word for word in _NAMING_KIND if _is_unspaced(word))


@dataclass(frozen=True, slots=True)
class Label:
    """What the words around a number say: its kind, if they say it, and what is left to be shown."""

    kind: PhoneKind | None = None
    text: str = ""


@remembered
def is_label(text: str) -> bool:
    """Tells whether the words name a kind of number, as "Tel.", "F:" and "Commercial fax" do."""
    return bool(_telling_words(text) & (_NAMING_KIND | _WHATSAPP))


def read_label(texts: Sequence[str]) -> Label:
    """Returns what the words around a number say; of several kinds the first counts."""
    labels = [_read_one(text) for text in texts]
    if len(labels) == 1:
        return labels[0]
    kinds = [label.kind for label in labels if label.kind]
    shown = dict.fromkeys(label.text for label in labels if label.text)
    return Label(kinds[0] if kinds else None, ", ".join(shown))


@remembered
def _read_one(text: str) -> Label:
    words = _telling_words(text)
    if words & _FAX and words & _VOICE:
        # "Tel/Fax" answers both ways: people call it, and see why it may whistle.
        return Label(PhoneKind.VOICE, _trimmed(text))
    return Label(_kind(words, " ".join(fold_word(text).replace("-", " ").split())), _shown(text))


def _kind(words: frozenset[str], phrase: str) -> PhoneKind | None:
    if words & _FAX:
        return PhoneKind.FAX
    if words & (_EMERGENCY | _ON_DUTY) or _OUT_OF_HOURS.search(phrase):
        return PhoneKind.EMERGENCY
    return PhoneKind.MOBILE if words & (_MOBILE | _WHATSAPP) else None


def _telling_words(text: str) -> frozenset[str]:
    """Returns the folded words, without single letters where more is said ("Door F" is no fax, "T/F" is)."""
    words = frozenset(fold_word(word) for word in _WORD.findall(text))
    if _is_unspaced(text):
        words |= {word for word in _UNSPACED_WORDS if word in text}
    return words if words <= _NOT_WORTH_SHOWING else frozenset(w for w in words if len(w) > 1 or not w.isascii())


def _shown(text: str) -> str:
    """Returns the text without the words at its ends that only name the kind of number."""
    words = _trimmed(text).split()
    telling = _telling_words(text)
    count = len(words)
    while words and (_says_nothing(words[0], telling) or (len(words) < count and fold_word(words[0]) in _FILLERS)):
        del words[0]
    while words and _says_nothing(words[-1], telling):
        del words[-1]
    return _trimmed(" ".join(words))


def _says_nothing(word: str, telling: frozenset[str]) -> bool:
    if any(c.isdigit() for c in word):
        return False
    return all(fold_word(part) in _NOT_WORTH_SHOWING & telling for part in _WORD.findall(word))


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(_EDGE)
