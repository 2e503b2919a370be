"""Offices in text that was pasted: a contact page, a footer, a list, the signature of an e-mail.

Best effort, meant to be previewed. Entries are told apart by what only one office has: numbers, e-mail
and web addresses end one, a name begins the next.
"""

from collections.abc import Iterator, Sequence

from directory_app.exchange.limits import FILE_BYTES, MB, LimitError, check_count
from directory_app.exchange.pasted.entry import Entry, Stray
from directory_app.exchange.pasted.gathering import Gatherer
from directory_app.exchange.pasted.lines import Gap, Line, read_windows
from directory_app.exchange.pasted.parts import Part, PartType, label_of_contact, read_parts
from directory_app.exchange.pasted.phrases import Regions
from directory_app.exchange.pasted.pieces import Piece, PieceType, read_pieces
from directory_app.exchange.pasted.records import read_entry, surroundings_of
from directory_app.model.record import Record, Unreadable

_FEWEST_HEADINGS = 2
_MOST_SHOWN = 2000
_MOST_LINES_NAMED = 20


def read_pasted(text: str, regions: Sequence[str] = ()) -> Iterator[Record | Unreadable]:
    """Yields an office for each entry of a text, in its order, and at the end the words that belong to none.

    `regions` are names of regions beside those that are generally known; an office has the region
    that stands above it. A record's place is "entry 4", with its line where the text has several.
    Raises LimitError for a text of more than 50 MB; a line that is too long is one Unreadable.
    """
    if len(text) > FILE_BYTES:
        has, most = len(text) / MB, FILE_BYTES // MB
        raise LimitError(f"The text has {has:.1f} MB; at most {most} MB are read at once. Paste it in several parts.")
    return _read(text, Regions(regions))


def _read(text: str, regions: Regions) -> Iterator[Record | Unreadable]:
    strays = _Strays()
    number = 0
    is_one_line = not any(end in text.strip() for end in "\n\r")
    gatherer = Gatherer()
    for window in read_windows(text):
        if isinstance(window, Unreadable):
            yield window
            continue
        found = list(_gathered(window, regions, gatherer))
        around = surroundings_of([entry for entry in found if isinstance(entry, Entry)])
        for item in found:
            if isinstance(item, Stray):
                strays.add(item)
                continue
            number += 1
            check_count(number)
            place = f"entry {number}" if is_one_line else f"entry {number}, line {item.line}"
            yield read_entry(item, place, regions, around)
    gatherer.close()
    for item in gatherer.taken():
        if isinstance(item, Stray):
            strays.add(item)
    yield from strays.told(nothing_else=number == 0)


def _gathered(window: Sequence[Line], regions: Regions, gatherer: Gatherer) -> Iterator[Entry | Stray]:
    """Yields the entries of a window; a heading goes on into the next one."""
    pieces = [(line, read_pieces(line.text)) for line in window]
    parts = list(_parts(pieces, regions, headings=False))
    if sum(isinstance(part, Part) and part.type is PartType.HEADING for _, _, part in parts) >= _FEWEST_HEADINGS:
        parts = list(_parts(pieces, regions, headings=True))
    for line, gap, part in parts:
        if isinstance(part, Part):
            gatherer.take(part, line, gap)
        else:
            gatherer.take_contact(part, line, gap)
    gatherer.finish()
    yield from gatherer.taken()


def _parts(
    pieces: Sequence[tuple[Line, Sequence[Piece]]], regions: Regions, *, headings: bool
) -> Iterator[tuple[int, Gap, Part | Piece]]:
    """Yields what lines are made of, each with its line and what lies before it."""
    for line, found in pieces:
        gap, start = line.gap, 0
        for piece in found:
            for part in _parts_of(piece, found, regions, headings=headings):
                start = max(start, line.text.find(part.text, start))
                yield line.number_at(start), gap, part
                gap = Gap.NONE


def _parts_of(
    piece: Piece, line: Sequence[Piece], regions: Regions, *, headings: bool
) -> Sequence[Part] | Sequence[Piece]:
    if piece.type is not PieceType.WORDS:
        return [piece]
    label = label_of_contact(piece.text) if piece is line[0] and len(line) > 1 else None
    return [label] if label else read_parts(piece.text, regions, headings=headings, alone=len(line) == 1)


class _Strays:
    """Words that belong to no office, told once at the end."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._lines: dict[int, None] = {}
        self._length = 0

    def add(self, stray: Stray) -> None:
        """Takes words; of very many only the first are kept to be shown."""
        if self._length < _MOST_SHOWN:
            self._shown.append(stray.text)
        self._length += len(stray.text)
        if len(self._lines) <= _MOST_LINES_NAMED:
            self._lines[stray.line] = None

    def told(self, *, nothing_else: bool) -> Iterator[Unreadable]:
        """Yields one sentence with the words, if there are any."""
        if not self._shown:
            return
        words = "; ".join(f"“{text}”" for text in self._shown)
        if len(words) > _MOST_SHOWN:
            words = f"{words[:_MOST_SHOWN]}…"
        lines = [str(line) for line in self._lines][:_MOST_LINES_NAMED]
        place = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(lines)}"
        place += " and more" if len(self._lines) > _MOST_LINES_NAMED else ""
        ask = " Paste names with their addresses, numbers or e-mails." if nothing_else else ""
        yield Unreadable(place, f"No office was found for these words: {words}.{ask}")
