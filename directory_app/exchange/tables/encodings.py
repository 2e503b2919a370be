"""In which encoding a text file is written."""

import codecs
import unicodedata
from collections.abc import Iterator

from directory_app.errors import BadInputError

ENCODINGS = (
    "utf-8",
    "utf-16",
    "windows-1252",
    "iso-8859-1",
    "mac-roman",
    "windows-1250",
    "windows-1251",
    "shift_jis",
    "euc-jp",
    "gb18030",
    "big5",
    "euc-kr",
)
"""Those that a person can choose; others are only found."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODECS = {"utf-8": "utf-8-sig", "shift_jis": "cp932"}
"""Wider readings of a name: with or without a mark, with the characters that Windows added."""

# In the order in which they are likelier where a text says nothing against them.
_ONE_BYTE = ("windows-1252", "mac-roman", "windows-1251", "koi8-r", "windows-1250")
_SEVERAL_BYTES = ("cp932", "gb18030", "big5", "euc_kr", "euc_jp")
_NAMES = {"cp932": "shift_jis", "euc_jp": "euc-jp", "euc_kr": "euc-kr"}

_SAMPLE = 32 * 1024
_CHUNK = 1024 * 1024
_LATIN_1 = range(0xC0, 0x100)
_COMMON_SIGNS = frozenset("“”„‘’‚«»‹›–—…•·°§ªº¿¡€£¥™®©№½¼¾²³±×\xa0")
_OPENING = frozenset("“„‘‚«»‹›¿¡—–\xa0")
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")


def codec_of(encoding: str) -> str:
    """Returns the codec that reads an encoding; raises BadInputError for one that the program does not know."""
    try:
        known = {codecs.lookup(name).name for name in (*ENCODINGS, *_ONE_BYTE, "utf-32", "utf-16-le", "utf-16-be")}
        if codecs.lookup(encoding).name in known:
            return _CODECS.get(encoding.lower(), encoding)
    except (LookupError, ValueError):
        pass
    raise BadInputError(f"There is no encoding “{encoding}”. Choose one of: {', '.join(ENCODINGS)}.")


def detect_encoding(data: bytes) -> str:
    """Returns the encoding of a text: what its mark says, UTF-8 where it is that, else the likeliest one.

    Of one that is not UTF-8 the first lines that are not ASCII are looked at. What would be odd in
    them (signs within words, capitals after small letters, scripts mixed within a word) decides
    between encodings, because these lines are too short for the statistics of languages.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data[:_SAMPLE]):
        return wide
    if _is_utf8(data):
        return "utf-8"
    sample = _telling_lines(data)
    candidates = (*_ONE_BYTE, *_proposed(sample), "iso-8859-1")
    return min(dict.fromkeys(candidates), key=lambda encoding: _oddness(sample, encoding))


def _wide(start: bytes) -> str:
    """Returns which UTF-16 a text without a mark is in; its line ends and separators have zeros on one side."""
    before, after = start[0::2].count(0), start[1::2].count(0)
    if before + after < max(2, len(start) // 50):
        return ""
    if after > 4 * before:
        return "utf-16-le"
    return "utf-16-be" if before > 4 * after else ""


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _telling_lines(data: bytes) -> bytes:
    """Returns the first lines that are not ASCII."""
    found: list[bytes] = []
    size = 0
    for line in _lines(data):
        if not line.isascii():
            found.append(line[: _SAMPLE - size])
            size += len(found[-1])
        if size >= _SAMPLE:
            break
    return b"".join(found)


def _lines(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _CHUNK):
        yield from data[start : start + _CHUNK].splitlines(keepends=True)


def _proposed(sample: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes

    for isolated in (list(_SEVERAL_BYTES), None):
        best = from_bytes(sample, cp_isolation=isolated).best()
        if best is not None and best.encoding != "ascii":
            yield _NAMES.get(best.encoding, best.encoding)


def _oddness(sample: bytes, encoding: str) -> float:
    """Returns how odd a text is if read in an encoding, 0 where nothing is, and infinity where it cannot be read so."""
    try:
        # A sample may end within a character.
        text = codecs.getincrementaldecoder(codec_of(encoding))().decode(sample)
    except (UnicodeDecodeError, BadInputError):
        return float("inf")
    beside = zip(f" {text}", text, f"{text} "[1:], strict=False)
    return sum(_odd(before, char, after) for before, char, after in beside if not char.isascii()) / max(1, len(sample))


def _odd(before: str, char: str, after: str) -> float:
    name = unicodedata.name(char, "")
    if not name:
        return 3.0
    if name.startswith(_EAST_ASIAN):
        if name.startswith("HALFWIDTH"):
            return 0.2 if _is_halfwidth(before) or _is_halfwidth(after) else 2.0
        return 2.0 if _is_latin(before) or _is_latin(after) else 0.0
    if not char.isalpha():
        oddness = 0.0 if char in _COMMON_SIGNS else 1.0
        if after.isalpha() and char != "’":
            oddness += 2.0 if before.isalpha() else 0.0 if char in _OPENING else 1.0
        return oddness
    oddness = 1.0 if char.isupper() and before.islower() else 0.0
    if name.startswith("LATIN"):
        oddness += 0.0 if ord(char) in _LATIN_1 else 0.2
        oddness += 1.0 if _is_foreign_latin(before) and _is_foreign_latin(after) else 0.0
    elif _is_latin(before) or _is_latin(after):
        oddness += 2.0
    return oddness


def _is_halfwidth(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "H"


def _is_latin(char: str) -> bool:
    return char.isalpha() and (char.isascii() or unicodedata.name(char, "").startswith("LATIN"))


def _is_foreign_latin(char: str) -> bool:
    return not char.isascii() and _is_latin(char)
