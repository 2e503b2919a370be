"""Coordinates in plain signs: whatever digits, blanks, minus signs and marks of minutes people and programs write."""

import re
import unicodedata

_SIGNS = {
    "°": "º˚∘⁰ᵒ",
    "'": "’‘′´`ʹʼ‛＇",
    '"': "”“″ʺ„‟＂״",
    "-": "−–—‐‑‒﹣－",
    ".": "٫",
    ",": "،，︐﹐",
    ";": "؛；",
}
_PLAIN = str.maketrans({sign: plain for plain, signs in _SIGNS.items() for sign in signs})
_LEFT_AWAY = frozenset({"Cf", "Cs"})


def unmarked(text: str) -> str:
    """Returns the text without marks that only steer how it is set, and without blanks around it."""
    return "".join(character for character in text if unicodedata.category(character) not in _LEFT_AWAY).strip()


def plainly(text: str) -> str:
    """Returns the text with ASCII digits, signs and blanks, and without marks that only steer how it is set."""
    composed = unicodedata.normalize("NFKC", unmarked(text).translate(_PLAIN)).translate(_PLAIN)
    return re.sub(r"\s+", " ", "".join(map(_plain, composed))).strip()


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else character
