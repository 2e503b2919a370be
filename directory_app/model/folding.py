"""Text as the program compares it: without case, accents, ligatures or width."""

import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
    | {"ə": "e", "ſ": "s", "ß": "ss"}
    | dict.fromkeys("'’‘ʼʻʽʹʿʾ`´", "")
    | dict.fromkeys("‐‑‒–—―−", "-")
)


def lower(text: str) -> str:
    """Returns the text decomposed and in lower case, with plain letters for those that Unicode keeps whole.

    Marks stay as characters of their own; `fold` drops them.
    """
    if text.isascii():
        return text.lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFKD", decomposed)


def fold(text: str) -> str:
    """Returns the text as it is compared; ü becomes u. Never raises."""
    plain = lower(text)
    return plain if plain.isascii() else "".join(map(_without_mark, plain))


def _without_mark(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.combining(char):
        return ""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
