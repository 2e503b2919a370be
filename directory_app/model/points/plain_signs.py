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
_WITH_EXPONENT = re.compile(r"(?<![\w.,])\d(?:\.\d+)?[eE][+-]0\d(?![\d.])", re.ASCII)
"""A number as programs write what is nearly nothing, 1.9e-05; no east is written with a digit before and -0 behind."""

_LEFT_AWAY = frozenset({"Cf", "Cs"})


def unmarked(text: str) -> str:
    """Returns the text without marks that only steer how it is set, and without blanks around it."""
    return "".join(character for character in text if unicodedata.category(character) not in _LEFT_AWAY).strip()


def plainly(text: str) -> str:
    """Returns the text with ASCII digits, signs and blanks, and without marks that only steer how it is set."""
    composed = unicodedata.normalize("NFKC", unmarked(text).translate(_PLAIN)).translate(_PLAIN)
    blank = re.sub(r"\s+", " ", "".join(map(_plain, composed))).strip()
    return _WITH_EXPONENT.sub(_written_out, blank)


def _written_out(number: re.Match[str]) -> str:
    return f"{float(number[0]):.12f}"


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else character
