"""The lines of a pasted text as they were meant: without quoting, bullets and hard wraps, tables a cell a line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import accumulate, pairwise

from directory_app.exchange.limits import KB, LINE_BYTES
from directory_app.exchange.tables.header_words import field_of_header
from directory_app.model.record import Unreadable

_WINDOW = 256 * KB
"""How many characters are looked at together; a longer text is divided, at an empty line if there is one."""

_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"([^{_ENDS}]*)(?:\r\n|[{_ENDS}]|\Z)")
_QUOTED = re.compile(r"\A(?:[ \t]*>)+ ?")
_RULE = re.compile(r"[-=_*~#–—•·.+ \t]{2,}")
_BULLET = re.compile(r"\s*(?:[•‣◦▪▫●○■□◆➤►▶✓✔·*–—-]|#{1,6})\s+")
_NUMBERED = re.compile(r"\s*(\d{1,3})[.)]\s+(?=[^\W\d_a-z])")
_BETWEEN_PIECES = re.compile(r"\s[|•·¦‖]+(?=\s)|\t")
_NARROWEST_WRAP = 60
_NARROWEST_OF_MANY = 40
_MANY_LINES = 5
_ENTRY_END = re.compile(r"(?:@\S+|\w\.\w{2,}\S*|\d)[\s.;]*\Z")
_LONGEST_END = 80
_LONGEST_HEADER = 40
_NO_LABEL = re.compile(r"[\d@:]|\.\w")
_CONTACT = re.compile(r"\s*(?:[+(\d]|https?://|www\.|\S+@)")
_CONTACT_FIELDS = frozenset({"phones", "fax", "mobile", "emergency", "emails", "websites"})


class Gap(IntEnum):
    """What lies between a piece of text and the one before it."""

    NONE = 0
    LINE = 1
    BLANK = 2
    """An empty line, a rule or a bullet."""
    ROW = 3
    """The next row of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one between bars; `number` counts the lines of the text from 1.

    `breaks` are the places in `text` where lines end that were put together.
    """

    number: int
    text: str
    gap: Gap = Gap.LINE
    breaks: tuple[int, ...] = ()

    def number_at(self, place: int) -> int:
        """Returns the number of the line that a place in the text stood on."""
        return self.number + bisect_right(self.breaks, place)


_Paragraph = list[Line]


def read_windows(text: str) -> Iterator[list[Line] | Unreadable]:
    """Yields the text in windows of bounded length, and every line that is too long by itself."""
    window: list[Line] = []
    size = 0
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match[1]
        too_long = _is_too_long(line)
        if too_long or size + len(line) > _WINDOW or (size > _WINDOW // 2 and not line.strip()):
            yield from _read_window(window)
            window, size = [], 0
        if too_long:
            yield Unreadable(f"line {number}", _too_long(line))
        else:
            window.append(Line(number, line))
            size += len(line) + 1
    yield from _read_window(window)


def _is_too_long(line: str) -> bool:
    return len(line) > LINE_BYTES // 4 and _bytes(line) > LINE_BYTES


def _too_long(line: str) -> str:
    most = LINE_BYTES // KB
    return f"The line has {_bytes(line) / KB:.0f} KB; at most {most} KB are read at once. Break it between two offices."


def _bytes(line: str) -> int:
    return len(line.encode("utf-8", "replace"))


def _read_window(lines: Sequence[Line]) -> Iterator[list[Line]]:
    plain = [replace(line, text=_QUOTED.sub("", line.text, count=1)) if ">" in line.text else line for line in lines]
    is_list = {"1", "2"} <= {match[1] for line in plain if (match := _NUMBERED.match(line.text))}
    read = [piece for paragraph in _paragraphs(plain) for piece in _read_paragraph(paragraph, is_list=is_list)]
    if read:
        yield read


def _paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    """Returns the lines between empty ones and rules; the first line of each has the gap before it."""
    found: list[_Paragraph] = []
    empty = 2
    for line in lines:
        if not line.text.strip() or _RULE.fullmatch(line.text.strip()):
            empty += 1
        elif empty:
            found.append([replace(line, gap=Gap.BLANK if empty > 1 else Gap.LINE)])
            empty = 0
        else:
            found[-1].append(line)
    if len(found) > 3 and all(len(paragraph) == 1 for paragraph in found):
        return found  # double-spaced: one empty line means nothing
    return [[replace(first, gap=Gap.BLANK), *rest] for first, *rest in found]


def _read_paragraph(lines: _Paragraph, *, is_list: bool) -> Iterator[Line]:
    rows = [line.text.strip("\r\n ").split("\t") for line in lines]
    if len(rows) > 1 and len(rows[0]) > 1 and all(len(cells) == len(rows[0]) for cells in rows):
        yield from _read_table(lines, rows)
    elif _is_wrapped([line.text.rstrip() for line in lines]):
        yield from _pieces(_joined(lines), is_list=is_list)
    else:
        for line in _with_labels(lines):
            yield from _pieces(line, is_list=is_list)


def _with_labels(lines: _Paragraph) -> Iterator[Line]:
    """Yields the lines, each label that fills one together with the line after it."""
    rest = iter(zip(lines, [*lines[1:], None], strict=True))
    for line, following in rest:
        if following and _announces(line.text.strip(), following.text):
            yield replace(line, text=_labelled(line.text, following.text))
            next(rest)
        else:
            yield line


def _announces(label: str, following: str) -> bool:
    field = _field(label)
    return bool(field) and (label.endswith(":") or (field in _CONTACT_FIELDS and bool(_CONTACT.match(following))))


def _joined(lines: _Paragraph) -> Line:
    texts = [line.text.strip() for line in lines]
    ends = accumulate(len(text) + 1 for text in texts[:-1])
    return replace(lines[0], text=" ".join(texts), breaks=tuple(ends))


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Tells whether lines were broken only where the next word had no room, and so are one."""
    width = max(map(len, texts))
    bullets = sum(_BULLET.match(text) is not None for text in texts)  # a dash may come to begin a line
    narrowest = _NARROWEST_WRAP if len(texts) < _MANY_LINES else _NARROWEST_OF_MANY
    if len(texts) < 2 or width < narrowest or bullets > len(texts) // 8:
        return False
    broken_early = sum(
        len(text) + 1 + len(following.split(maxsplit=1)[0]) <= width for text, following in pairwise(texts)
    )
    is_broken_anywhere = any(not _ENTRY_END.search(text[-_LONGEST_END:]) for text in texts[:-1])
    return broken_early <= len(texts) // 20 and is_broken_anywhere


def _pieces(line: Line, *, is_list: bool) -> Iterator[Line]:
    """Yields what stands between bars, dots and tabs, each as if it were a line."""
    bullet = _BULLET.match(line.text) or (_NUMBERED.match(line.text) if is_list else None)
    gap = max(line.gap, Gap.BLANK) if bullet else line.gap
    start = bullet.end() if bullet else 0
    for bar in [*_BETWEEN_PIECES.finditer(line.text, start), None]:
        piece = line.text[start : bar.start() if bar else len(line.text)]
        if text := piece.strip().strip("*").strip():
            yield Line(line.number, text, gap, tuple(end - start for end in line.breaks))
            gap = Gap.LINE
        start = bar.end() if bar else start


# Tables


def _read_table(lines: _Paragraph, rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    """Yields each cell as a line of its own, after its header where there is one."""
    if len(rows[0]) == 2 and sum(bool(_field(label)) for label, _ in rows) * 2 > len(rows):
        for line, (label, value) in zip(lines, rows, strict=True):
            yield replace(line, text=_labelled(label, value))
        return
    header = rows[0] if sum(bool(_field(cell)) for cell in rows[0]) > 1 else [""] * len(rows[0])
    for line, cells in list(zip(lines, rows, strict=True))[1 if header is rows[0] else 0 :]:
        gap = Gap.ROW
        for name, cell in zip(header, cells, strict=True):
            if cell.strip():
                yield Line(line.number, _labelled(name, cell), gap)
                gap = Gap.LINE


def _field(cell: str) -> str:
    is_label = len(cell) <= _LONGEST_HEADER and not _NO_LABEL.search(cell.rstrip(" :"))
    return (field_of_header(cell) or "") if is_label else ""


def _labelled(label: str, value: str) -> str:
    return f"{label.strip().rstrip(':')}: {value.strip()}" if label.strip() else value.strip()
