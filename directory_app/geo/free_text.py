"""An address in one text, taken apart: what may be names of places, and the postal code."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SEPARATORS = re.compile(r"[,;|()/\n\r،؛、，；。（）]+|\s[-–—]+\s")
_SECOND_HALF = re.compile(r"\d[^\W\d]{2}|\d[^\W\d]\d")
"""The later word of a British or Canadian postal code."""
_POSTAL_WORDS = frozenset({"cep", "cp", "c.p", "plz", "zip"})
_TOWN_WORDS = frozenset({"г", "гор", "город", "м", "місто", "гр", "град"})
"""What stands before a town's name and says that it is one."""
_STREETS = "ул улица вул вулиця пр пр-т просп проспект пл площадь площа площад пер переулок наб бул бульвар шоссе"
_HOUSES = "д дом буд корп стр кв оф"
_STREET_WORDS = frozenset((*_STREETS.split(), *_HOUSES.split()))
"""What stands before a street's name, which in these languages is often that of a town, too, or before a number."""
_ABBREVIATED = re.compile(r"\b(г|гор|м|гр|ул|вул|пр|просп|пл|пер|наб|бул)\.(?=\w)", re.IGNORECASE)
MAX_CHARACTERS = 600
"""Of longer texts the end is read."""
_MAX_PARTS = 6

_EAST_ASIAN = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_BESIDE_NUMBERS = re.compile(
    r"(?<=[\u3005\u3040-\u30ff\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])"
)
_UNITS = re.compile(r"\S{2,}?[都道府県郡市区町村省州盟旗县區縣镇鎮乡鄉]|\S+")
"""What an address without spaces is made of: names of at least two signs, each with the sign of its kind."""
_COUNTRY_FIRST = re.compile(
    "^(中华人民共和国|中華人民共和國|中华民国|中華民國|中国|中國|日本国|日本|台湾|台灣|臺灣)(?=[^橋桥])"
)


@dataclass(frozen=True, slots=True)
class FreeText:
    """The parts of a text without numbers, smallest first as in the west, its postal code and country's code."""

    parts: tuple[str, ...]
    postal_code: str = ""
    country: str = ""


def taken_apart(text: str) -> FreeText:
    """Returns the parts of a text, of a long one those at its end."""
    parts: list[str] = []
    postal_code = ""
    spaced = _ABBREVIATED.sub(r"\1. ", text[-MAX_CHARACTERS:])
    for part in _smallest_first(_SEPARATORS.split(spaced)):
        words: list[str] = []
        for word in part.split():
            if not re.search(r"\d", word):
                words.append(word)
                continue
            parts.append(_name(words))
            words.clear()
            postal_code = postal_code + word if _SECOND_HALF.fullmatch(word) else word
        parts.append(_name(words))
    return FreeText(tuple(part for part in parts if re.search(r"\w", part))[-_MAX_PARTS:], postal_code)


def _name(words: Sequence[str]) -> str:
    """Returns what words may name, without those that only say what it is; "" for a street that is known as one."""
    kept = [word for word in words if _bare(word) not in _POSTAL_WORDS]
    if not kept or _bare(kept[0]) in _STREET_WORDS:
        return ""
    return " ".join(kept[1:] if _bare(kept[0]) in _TOWN_WORDS else kept)


def _bare(word: str) -> str:
    return word.casefold().strip(".:-")


def _smallest_first(parts: Iterable[str]) -> Iterator[str]:
    """Yields the parts; of one in an East Asian script, which begins with the largest, the names from its end on."""
    for part in parts:
        if len(_EAST_ASIAN.findall(part)) <= len(_LATIN.findall(part)):
            yield part
            continue
        words = _BESIDE_NUMBERS.sub(" ", _COUNTRY_FIRST.sub(r"\1 ", part.strip())).split()
        yield from reversed([unit for word in words for unit in _UNITS.findall(word)])
