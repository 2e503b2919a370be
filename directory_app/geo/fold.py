"""Place names made comparable: one folding for the gazetteer's compiler and for every question put to it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from directory_app.model.folding import lower

MAX_CHARACTERS = 200
"""Longer texts are cut; no place name comes near it."""

_SPELT_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SHORT_FOR = {
    "st": "saint",
    "saint": "st",
    "ste": "sainte",
    "sta": "santa",
    "sto": "santo",
    "ft": "fort",
    "mt": "mount",
}
_KIND_WORDS = (
    "city district municipality metropolitan prefecture province town township region borough capital "
    "si shi gu ku do gun stadt ciudad cidade ville kota kabupaten delegacion alcaldia del"
)
_COMPASS_WORDS = (
    "north south east west central northern southern eastern western greater inner pusat utara selatan timur barat"
)
_KINDS = frozenset(_KIND_WORDS.split())
_COMPASS = frozenset(_COMPASS_WORDS.split())
_CJK_KINDS = re.compile("(特别市|特別市|광역시|특별시|[市都府県縣省区區郡시도구군])$")


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Returns the text without case, accents, apostrophes and punctuation, words one space apart.

    Letters of every script stay, with the vowel signs that Indic scripts write as marks.
    """
    kept = "".join(map(_plain, lower(text[:MAX_CHARACTERS])))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def spellings(folded: str) -> Iterator[str]:
    """Yields other ways to write a folded name, the most faithful first: u for ue, St for Saint, no "City"."""
    bare = folded
    for spelt_out, letter in _SPELT_OUT:
        bare = bare.replace(spelt_out, letter)
    words = folded.split()
    others = (
        bare,
        " ".join(_SHORT_FOR.get(word, word) for word in words),
        " ".join(word for word in words if word not in _KINDS),
        _CJK_KINDS.sub("", folded),
    )
    yield from (other for other in dict.fromkeys(others) if other not in ("", folded))


def without_compass(folded: str) -> str:
    """Returns the folded name without words such as "south", "greater" and "city"."""
    return " ".join(word for word in folded.split() if word not in _COMPASS and word not in _KINDS)


def without_sector(folded: str) -> str:
    """Returns the folded name without the number or letter of a part of the town: "praha 1", "kobenhavn v"."""
    words = folded.split()
    return " ".join(word for word in words if len(word) > 1 and not any(map(str.isdecimal, word)))


def _plain(char: str) -> str:
    if char.isalnum():
        return char
    if _is_accent(char):
        return ""
    return char if unicodedata.category(char)[0] in "LM" else " "


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\u0591" <= char <= "\u05c7" or "\u064b" <= char <= "\u0652"
