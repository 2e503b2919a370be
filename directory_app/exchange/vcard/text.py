"""Text inside vCards: what may stand in a value, in a parameter and on a line.

RFC 2426 (version 3.0), RFC 6350 (version 4.0), RFC 6868 (parameter values).
"""

import re

MAX_OCTETS = 75
"""A line's length without its end."""

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NOT_CARRIED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_NEEDS_QUOTES = re.compile("[,;:\\s]")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}


def clean(text: str) -> str:
    """Returns the text with one kind of line end, and a replacement character for what a vCard cannot carry."""
    if text.isprintable():  # quicker to ask, and nearly always so
        return text
    return _NOT_CARRIED.sub(_REPLACEMENT, _LINE_ENDS.sub("\n", text))


def is_carried(text: str) -> bool:
    """Returns whether a vCard can carry every character of the text; it cannot carry control characters."""
    return _NOT_CARRIED.search(text) is None


def escape(text: str) -> str:
    """Returns a text as one value, or as one part of a list or of a structured value."""
    escaped = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def unescape(value: str) -> str:
    """Returns a value, or one part of it, as the text that it stands for.

    A backslash before anything that is never escaped was meant as one.
    """
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def split(value: str, separator: str) -> list[str]:
    """Returns the parts of a list (",") or of a structured value (";") as texts."""
    if "\\" not in value:
        return value.split(separator)
    parts, start = [], 0
    for found in re.finditer(rf"\\.|{separator}", value, re.DOTALL):
        if found.group() == separator:
            parts.append(unescape(value[start : found.start()]))
            start = found.end()
    return [*parts, unescape(value[start:])]


def one_line(value: str) -> str:
    """Returns a value that is escaped already as one that stands on one line and that a vCard can carry."""
    return clean(value).replace("\n", "\\n")


def escape_uri(uri: str) -> str:
    """Returns a URI as a value: its semicolons stay, its commas are escaped (RFC 6350, section 3.4)."""
    return clean(uri).replace("\\", "\\\\").replace(",", "\\,").replace("\n", "")


def parameter(name: str, value: str) -> str:
    """Returns a parameter with its semicolon, quoted if need be; nothing for an empty value.

    Some readers give up a whole file at an empty parameter.
    """
    if not value:
        return ""
    carried = clean(value).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f';{name}="{carried}"' if _NEEDS_QUOTES.search(carried) else f";{name}={carried}"


def without_carets(value: str) -> str:
    """Returns the value of a parameter as it was before it was written (RFC 6868)."""
    return _CARET.sub(lambda found: _CARETS[found[1]], value) if "^" in value else value


def fold(line: str) -> bytes:
    """Returns a line as UTF-8, ended by CRLF and folded at 75 octets, never within a character.

    Where it can be helped no continuation begins with a blank: some readers strip those.
    """
    data = line.encode()
    pieces = []
    start, room = 0, MAX_OCTETS
    while len(data) - start > room:
        end = _cut(data, start, start + room, but_not_before=" \t")
        pieces.append(data[start:end])
        start, room = end, MAX_OCTETS - 1
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"


def _cut(data: bytes, start: int, end: int, but_not_before: str = "") -> int:
    """Returns the last place up to `end` where a character begins, other than those, if there is one."""
    place = end
    while place > start and (data[place] & 0xC0 == 0x80 or chr(data[place]) in but_not_before):
        place -= 1
    return place if place > start else _cut(data, start, end)
