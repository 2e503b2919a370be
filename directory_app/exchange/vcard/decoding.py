"""The bytes of a line as text: folds, quoted-printable, base64 and charsets undone.

Bytes come first and characters last, because lines are folded within characters, and because in
version 2.1 every property may have a charset of its own.
"""

import binascii
import codecs
import re
from collections.abc import Callable, Iterable

from directory_app.exchange.vcard.line import BINARY_NAMES, Head, Line, head_of, read_head
from directory_app.exchange.vcard.text import one_line

Guess = Callable[[bytes], str]
"""Returns the codec of bytes of which nothing says in which encoding they are."""

_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_FOLD_BEFORE_BLANK = re.compile(rb"(?:\r\n|\r|\n)(?=[ \t])")
_SOFT_BREAK = re.compile(rb"(?:=[ \t]*)?(?:\r\n|\r|\n)[ \t]?")
_SOFT_BREAK_BEFORE_BLANK = re.compile(rb"(?:=[ \t]*)?(?:\r\n|\r|\n)")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_DATA_URI = re.compile(r"data:(?:[\w.+-]+/([\w.+-]+))?(?:;[^,;]*)*;base64\\?,", re.IGNORECASE)

_CHARSETS = re.compile(
    "(?:us-)?ascii|iso.?(?:8859|2022)|latin|win|cp|koi|gb|big.?5|shift|sjis|ms.?kanji|euc|ks.?c|utf|mac|tis|hz|visc",
    re.IGNORECASE,
)
"""What a charset's name begins with; Python has codecs besides that are none."""
_WIDER = {"shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "euc_kr": "cp949"}
"""Codecs that read everything that the named ones do, and what Windows added."""
_SINGLE_BYTE = ("ascii", "iso8859", "cp125", "koi8", "mac", "tis")


def read_line(raw: bytes, guess: Guess, *, is_old: bool = False) -> Line | None:
    """Returns the property in the bytes of one line, folds and all, or None for what is no property.

    `is_old` is for version 2.1, in which a line was folded before a blank that belongs to it.
    """
    is_folded = b"\n" in raw or b"\r" in raw
    found, codec = _parsed((_FOLD_BEFORE_BLANK if is_old else _FOLD).sub(b"", raw) if is_folded else raw)
    if is_folded and found is not None and found[0].encoding == "QUOTED-PRINTABLE":
        found, codec = _parsed((_SOFT_BREAK_BEFORE_BLANK if is_old else _SOFT_BREAK).sub(b"", raw))
    if found is None:
        return None
    head, value = found
    if codec == "latin-1" or head.encoding or head.charset:
        return _decoded(head, value.encode(codec), guess)
    if head.key in BINARY_NAMES and value[:5].lower() == "data:":
        return _without_data_uri(Line(head, value))
    return Line(head, value if value.isprintable() else one_line(value))


def _parsed(raw: bytes) -> tuple[tuple[Head, str] | None, str]:
    """Returns the head and the value of a line without folds, and the codec that leads back to its bytes."""
    try:
        return read_head(raw.decode()), "utf-8"
    except UnicodeDecodeError:
        return read_head(raw.decode("latin-1")), "latin-1"


def _decoded(head: Head, data: bytes, guess: Guess) -> Line:
    if head.encoding == "B":
        return _from_base64(head, data, guess)
    if head.encoding == "QUOTED-PRINTABLE":
        data = binascii.a2b_qp(data)
    text, guessed = _text(data, head.charset, guess)
    return Line(_without(head, "ENCODING", "CHARSET"), one_line(text), guessed)


def _from_base64(head: Head, data: bytes, guess: Guess) -> Line:
    """Returns a text out of base64; what is no text stays as it is."""
    compact = b"".join(data.split())
    if head.key not in BINARY_NAMES and not head.key.startswith("X-"):
        try:
            text, guessed = _text(binascii.a2b_base64(compact), head.charset, guess)
            return Line(_without(head, "ENCODING", "CHARSET"), one_line(text), guessed)
        except binascii.Error:
            pass
    return Line(_binary(head, head.types), one_line(compact.decode("latin-1")))


def _without_data_uri(line: Line) -> Line:
    """Returns what version 4.0 writes as a URI as version 3.0 does, so that one picture is always the same text."""
    found = _DATA_URI.match(line.value)
    value = line.value[found.end() :] if found else ""
    if found is None or line.head.key not in BINARY_NAMES or not _BASE64.fullmatch(value):
        return Line(line.head, one_line(line.value))
    return Line(_binary(line.head, (found[1],) if found[1] else ()), value)


def _binary(head: Head, types: Iterable[str]) -> Head:
    """Returns the head of a binary value in one spelling, whichever version wrote it."""
    others = _without(head, "ENCODING", "CHARSET", "TYPE", "VALUE", "MEDIATYPE").parameters
    kept = (("ENCODING", "b"), *(("TYPE", one.upper()) for one in types), *others)
    return head_of(head.name, kept, head.group)


def _without(head: Head, *names: str) -> Head:
    kept = tuple((name, value) for name, value in head.parameters if name.upper() not in names)
    return head if kept == head.parameters else head_of(head.name, kept, head.group)


def _text(data: bytes, charset: str, guess: Guess) -> tuple[str, bool]:
    """Returns bytes as text, and whether nothing said which.

    UTF-8 is hardly ever met by chance, so it comes before a charset of single bytes, which fits everything.
    """
    declared = _codec(charset)
    tried = ["utf-8", declared] if declared.startswith(_SINGLE_BYTE) else [declared, "utf-8"]
    for codec in filter(None, tried):
        try:
            return data.decode(codec), False
        except (UnicodeError, LookupError):
            continue
    return data.decode(guess(data), errors="replace"), True


def _codec(charset: str) -> str:
    if not _CHARSETS.match(charset):
        return ""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
    return _WIDER.get(name, name)
