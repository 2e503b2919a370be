"""The cards of a file and the lines of each, before anybody asks what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from directory_app.exchange.limits import CARD_BYTES, KB, LINE_BYTES, MB, check_count
from directory_app.exchange.vcard.line import BINARY_NAMES
from directory_app.exchange.vcard.text import clean
from directory_app.model.record import Unreadable

LARGEST_PICTURE = 8 * KB
"""The longest property with a binary value that is kept, as base64 and without folds: an icon, no photo."""

_WITH_FOLDS = re.compile(
    rb"(?=[^\r\n]) (?P<property>(?:[\w-]++\.)?[\w-]++[ \t]*+[;:])? [^\r\n]*+ (?:(?:\r\n|\r|\n)[ \t][^\r\n]*+)*+",
    re.VERBOSE,
)
"""One line and those that continue it; it is a property if it begins like one."""
_LINE_ENDS = frozenset({b"\r\n", b"\r", b"\n"})
_ENDS_OF_EDGES = frozenset(b"Dd \t")
_EDGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:[\w-]+\.)?(BEGIN|END)\s*:\s*VCARD\s*\Z", re.IGNORECASE)
_BEGINNINGS = re.compile(rb"(?:\A|[\r\n])[ \t]*(?:\xef\xbb\xbf)?(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\b", re.IGNORECASE)
_PROPERTY = re.compile(rb"(?:[\w-]+\.)?([\w-]+)[ \t]*[;:]")
_SOFT = ord("=")
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:\s*\Z", re.IGNORECASE)
_BEFORE = rb'[^:";]*(?:;(?:[^:";]|"[^"]*")*)*?'
"""Any parameters, whatever stands in their quotes."""
_IS_QP = rb';(?:ENCODING=)?"?QUOTED-PRINTABLE"?[ ]*[;:]'
_IS_BASE64 = rb';(?:BASE64|ENCODING="?(?:BASE64|B))"?[ ]*[;:]'
_QUOTED_PRINTABLE = re.compile(_BEFORE + _IS_QP, re.IGNORECASE)
_TRANSFERRED = re.compile(_BEFORE + rb"(?:" + _IS_QP + rb"|" + _IS_BASE64 + rb")", re.IGNORECASE)
_BINARY = re.compile(_BEFORE + rb"(?:" + _IS_BASE64 + rb'|(?:;(?:[^:";]|"[^"]*")*)*:data:)', re.IGNORECASE)
_ESCAPED = re.compile(rb"[\\;,]")
_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_LOOKED_AT = 300
"""How much of a line is looked at to find out of what sort it is."""
_SHOWN = 60
_SAMPLE = 16 * KB


@dataclass(slots=True)
class RawLine:
    """One line with its folds, and where it begins in the file."""

    start: int
    data: bytes
    more: list[bytes] | None = None
    """What belongs to it without being indented."""

    @property
    def name(self) -> str:
        """The property's name in capitals, or "" if it has none."""
        found = _PROPERTY.match(self.data)
        return found[1].decode().upper() if found else ""


@dataclass(slots=True)
class RawCard:
    """One card as it stands in the file.

    `left_out` are the names of pictures too large to keep, `stray` are lines that are no property.
    """

    number: int
    line: int
    start: int
    lines: list[RawLine] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    size: int = 0
    is_ended: bool = False
    problem: Unreadable | None = None

    @property
    def version(self) -> str:
        """The version that the card says it has, or "" if it says none."""
        for raw in self.lines:
            if raw.data[:7].upper() == b"VERSION" and raw.name == "VERSION":
                return raw.data.partition(b":")[2].strip().decode(errors="replace")
        return ""

    @property
    def place(self) -> str:
        """Where it begins, for people."""
        return f"card {self.number}, line {self.line}"


def count_beginnings(data: bytes) -> int:
    """Returns how many cards begin in the bytes, those within others included."""
    return sum(1 for _ in _BEGINNINGS.finditer(data))


def shown(line: bytes) -> str:
    """Returns the beginning of a line, for people."""
    text = clean(line[: 4 * _SHOWN].decode(errors="replace")).strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def undeclared_lines(data: bytes) -> bytes:
    """Returns the first lines that are neither UTF-8 nor say what they are, for a guess at their encoding."""
    found: list[bytes] = []
    size = 0
    for match in _WITH_FOLDS.finditer(data):
        line = match.group()
        if line.isascii() or b"CHARSET=" in line.partition(b":")[0].upper() or _is_utf8(_FOLD.sub(b"", line)):
            continue
        found.append(_FOLD.sub(b"", line)[:_SAMPLE])
        size += len(found[-1])
        if size >= _SAMPLE:
            break
    return b"\n".join(found)


def raw_cards(data: bytes) -> Iterator[RawCard | Unreadable]:
    """Yields the cards one by one, and what stands outside of them as unreadable.

    `data` is in an encoding in which ASCII is ASCII. Raises LimitError for too many cards.
    """
    return _Splitter(data).split()


class _Splitter:
    """Goes through a file line by line and knows in which card it is."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._counted_to = 0
        self._lines_before = 0
        self._cards = 0
        self._card: RawCard | None = None
        self._nested: list[bytes] = []
        self._depth = 0
        self._soft_break = -1
        self._outside: Unreadable | None = None

    def split(self) -> Iterator[RawCard | Unreadable]:
        for found in _WITH_FOLDS.finditer(self._data):
            line = found.group()
            edge = _EDGE.match(line) if line[-1] in _ENDS_OF_EDGES else None
            if edge is not None:
                is_begin = edge[1].upper() == b"BEGIN"
                yield from self._begin(found.start()) if is_begin else self._end()
            elif self._card is None:
                self._take_outside(line, found.start())
            else:
                self._take(self._card, line, found)
        yield from self._done()

    def _take(self, card: RawCard, line: bytes, found: re.Match[bytes]) -> None:
        card.size += len(line)
        if card.size > CARD_BYTES:
            card.problem = Unreadable(card.place, f"The card is longer than {CARD_BYTES // MB} MB.")
            card.lines.clear()
            self._nested.clear()
        elif self._depth:
            self._nested.append(line)
        elif self._soft_break < 0 and found.lastindex:
            self._add(card, RawLine(found.start(), line))
        else:
            self._continue(card, line, found)

    def _add(self, card: RawCard, raw: RawLine) -> None:
        card.lines.append(raw)
        if raw.data[-1] == _SOFT and _QUOTED_PRINTABLE.match(raw.data[:_LOOKED_AT]):
            self._soft_break = raw.start + len(raw.data)

    def _continue(self, card: RawCard, line: bytes, found: re.Match[bytes]) -> None:
        """Takes a line that is no property, or that may stand after a soft break of quoted-printable."""
        is_soft = self._soft_break >= 0 and self._data[self._soft_break : found.start()] in _LINE_ENDS
        self._soft_break = -1
        last = card.lines[-1] if card.lines else None
        if last is not None and (is_soft or line[:1] in (b" ", b"\t")):
            mark = b"\n"
        elif found.lastindex:
            self._add(card, RawLine(found.start(), line))
            return
        elif not line.strip():
            return
        elif last is None or not (mark := _goes_on_after(last)):
            card.stray.append(shown(line))
            return
        last.more = last.more or []
        last.more += mark, line
        if line[-1] == _SOFT and _QUOTED_PRINTABLE.match(last.data[:_LOOKED_AT]):
            self._soft_break = found.end()

    def _take_outside(self, line: bytes, start: int) -> None:
        if self._outside is None and line.strip():
            place = f"line {self._line_of(start)}"
            self._outside = Unreadable(place, f"This stands outside of any card: “{shown(line)}”.")

    def _begin(self, start: int) -> Iterator[RawCard | Unreadable]:
        if self._is_agent():
            self._depth += 1
            self._nested.append(b"BEGIN:VCARD")
            return
        yield from self._done()
        self._cards += 1
        check_count(self._cards)
        self._card = RawCard(self._cards, self._line_of(start), start)

    def _is_agent(self) -> bool:
        """Tells whether the card that begins belongs to the one that it is in."""
        if self._depth:
            return bool(self._nested) and _AGENT.match(self._nested[-1]) is not None
        return bool(self._card and self._card.lines and _AGENT.match(self._card.lines[-1].data))

    def _end(self) -> Iterator[RawCard | Unreadable]:
        if self._depth:
            self._depth -= 1
            self._nested.append(b"END:VCARD")
            if not self._depth:
                self._close_agent()
        elif self._card is not None:
            self._card.is_ended = True
            yield from self._done()

    def _close_agent(self) -> None:
        """Writes a card within a card as version 3.0 does, as one text."""
        lines = (_ESCAPED.sub(rb"\\\g<0>", _FOLD.sub(b"", line)) for line in self._nested)
        if self._card is not None and self._card.lines:
            self._card.lines[-1].more = [b"\\n".join(lines)]
        self._depth = 0
        self._nested = []

    def _done(self) -> Iterator[RawCard | Unreadable]:
        if self._outside is not None:
            yield self._outside
            self._outside = None
        if self._nested:
            self._close_agent()
        card, self._card, self._soft_break = self._card, None, -1
        if card is not None:
            self._weigh(card)
            yield card

    def _weigh(self, card: RawCard) -> None:
        """Leaves out pictures that are too large, and gives up a card with another line that is."""
        kept = []
        for raw in card.lines:
            if raw.more is not None:
                raw.data = b"".join((raw.data, *raw.more))
            if len(raw.data) > LARGEST_PICTURE and _is_binary(raw) and len(_FOLD.sub(b"", raw.data)) > LARGEST_PICTURE:
                card.left_out.append(raw.name)
                continue
            kept.append(raw)
            if len(raw.data) > LINE_BYTES:
                place = f"card {card.number}, line {card.line + _line_ends(self._data, card.start, raw.start)}"
                card.problem = card.problem or Unreadable(place, f"The line is longer than {LINE_BYTES // KB} KB.")
        card.lines = kept

    def _line_of(self, start: int) -> int:
        self._lines_before += _line_ends(self._data, self._counted_to, start)
        self._counted_to = start
        return self._lines_before + 1


def _line_ends(data: bytes, start: int, end: int) -> int:
    return data.count(b"\n", start, end) + data.count(b"\r", start, end) - data.count(b"\r\n", start, end)


def _is_binary(raw: RawLine) -> bool:
    return raw.name in BINARY_NAMES or _BINARY.match(raw.data[:_LOOKED_AT]) is not None


def _goes_on_after(last: RawLine) -> bytes:
    """Returns what joins a line that is neither indented nor a property to the one before it, or nothing."""
    if _TRANSFERRED.match(last.data[:_LOOKED_AT]):
        return b"\n"
    return b"\\n" if last.name in ("NOTE", "LABEL") else b""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
