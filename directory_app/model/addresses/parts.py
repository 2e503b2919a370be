"""An address taken apart where its writer put a comma, a dash or a new line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF])
_PLAIN = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for digit in range(10)}
    | dict.fromkeys("‐‑‒–—―−－ー", "-")
)
"""Digits and hyphens as postal codes have them, a character for a character."""

_BETWEEN = re.compile(r"[,;|，、،؛·•\n()（）][\s,;|，、،؛·•()（）]*|\s(?:[-–—/]\s|[(（]\s*)|\. ")
_ABBREVIATED = frozenset(
    ("blvd", "bldg", "dept", "prof", "univ", "ctra", "apdo", "edif", "avda", "gral", "cdla", "depto", "apto", "messrs")
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an address as it is written, and what stood between it and the next one."""

    text: str
    after: str = ""

    @property
    def plain(self) -> str:
        """The text with plain digits and hyphens, of the same length."""
        return plain_signs(self.text)


def taken_apart(text: str) -> tuple[Part, ...]:
    """Returns the parts of an address, none of them empty."""
    return tuple(_parts("\n".join(tidy_lines(text))))


def put_together(parts: Sequence[Part]) -> tuple[str, ...]:
    """Returns parts as the lines in which they were written."""
    joined = "".join(part.text + part.after for part in parts[:-1]) + "".join(part.text for part in parts[-1:])
    closed = joined + ")" * (joined.count("(") - joined.count(")"))
    return tuple(line for line in map(_trimmed, closed.split("\n")) if line)


def plain_signs(text: str) -> str:
    """Returns a text with plain digits and hyphens, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def tidy_lines(text: str) -> Iterator[str]:
    """Yields the lines that say something, with single spaces and without what cannot be seen."""
    for line in (text if text.isascii() else text.translate(_UNSEEN)).splitlines():
        tidy = " ".join(line.split())
        if tidy:
            yield tidy


def _parts(text: str) -> Iterator[Part]:
    start = 0
    for match in _BETWEEN.finditer(text):
        piece = text[start : match.start()]
        if not _divides(match[0], piece, text[match.end() : match.end() + 1]):
            continue
        if piece.strip(" .-"):
            yield Part(piece.strip(), match[0])
        start = match.end()
    if text[start:].strip(" .-"):
        yield Part(text[start:].strip(" "))


def _divides(mark: str, before: str, following: str) -> bool:
    """Tells whether a mark divides: not the dash of "N° 40A - 31", nor the dot of an abbreviation."""
    last = before.rpartition(" ")[2]
    if mark.strip() in ("-", "–", "—", "/"):
        return not (following.isdigit() and any(c.isdigit() for c in last))
    if mark.strip() == ".":
        return len(last) > 3 and last.isalpha() and following.isupper() and last.lower() not in _ABBREVIATED
    return True


def _trimmed(line: str) -> str:
    return line.strip(" ,;|-–—،，、·•")
