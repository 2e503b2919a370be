"""vCards of any version and any program, as offices.

Cards are read one by one, so that a file costs little more memory than its bytes. What a card refers
to (a picture somewhere on the web) is never fetched.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from directory_app.exchange.limits import KB, check_size
from directory_app.exchange.tables.encodings import codec_of, detect_encoding
from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.decoding import Guess, read_line
from directory_app.exchange.vcard.identity import read_uid
from directory_app.exchange.vcard.lines import (
    LARGEST_PICTURE,
    RawCard,
    count_beginnings,
    raw_cards,
    shown,
    undeclared_lines,
)
from directory_app.exchange.vcard.offices import own_office, read_office
from directory_app.exchange.vcard.property import PRODUCT
from directory_app.model.findings import Finding
from directory_app.model.record import Record, Unreadable

_WIDE = ("utf-16", "utf-32")
_START = 4 * KB


def read_vcards(data: bytes) -> Iterator[Record | Unreadable]:
    """Returns the offices of a file one by one, and what in it is none.

    A card of this program is whole, any other says only what is in it. Raises LimitError for a file
    that is too large, at once or when too many cards were read.
    """
    check_size(data)
    return _records(data)


def count_cards(data: bytes) -> int:
    """Returns about how many records `read_vcards` finds, quickly: how many cards begin."""
    return count_beginnings(_narrow(data))


def _records(data: bytes) -> Iterator[Record | Unreadable]:
    data = _narrow(data)
    guess = _Guess(data)
    for raw in raw_cards(data):
        yield _record(raw, guess) if isinstance(raw, RawCard) else raw


def _narrow(data: bytes) -> bytes:
    """Returns a file of wide characters as UTF-8, and any other as it is."""
    start = data[:_START]
    if b"\0" not in start:
        return data
    encoding = detect_encoding(start)
    return data.decode(encoding, errors="replace").encode() if encoding.startswith(_WIDE) else data


class _Guess:
    """The encoding of what is not UTF-8 and does not say what it is, taken to be the same all over a file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._codec = ""

    def __call__(self, value: bytes) -> str:
        if not self._codec:
            self._codec = codec_of(detect_encoding(undeclared_lines(self._data) or value))
        return self._codec


def _record(raw: RawCard, guess: Guess) -> Record | Unreadable:
    if raw.problem is not None:
        return raw.problem
    is_old = raw.version.startswith("2")
    lines = [(one, read_line(one.data, guess, is_old=is_old)) for one in raw.lines]
    card = Card(line for _, line in lines if line is not None)
    stray = [*raw.stray, *(shown(one.data) for one, line in lines if line is None)]
    findings = _structural(raw, stray, is_guessed=any(line.guessed for line in card.lines))
    is_whole = raw.is_ended and card.take_text("PRODID") == PRODUCT
    for name in ("VERSION", "PRODID", "BEGIN", "END"):
        card.take(name)
    uid, updated_at = read_uid(card.take_text("UID") or ""), _moment(card.take_text("REV") or "")
    card.take("UID")
    read = (own_office if is_whole else read_office)(card, uid, updated_at)
    if read.reason:
        return Unreadable(raw.place, read.reason)
    return Record(raw.place, read.office, read.fields, is_whole, (*findings, *read.findings))


def _structural(raw: RawCard, stray: list[str], *, is_guessed: bool) -> Iterator[Finding]:
    if not raw.is_ended:
        yield Finding("card_unfinished", "name", "The card has no end; something of it may be missing.")
    if is_guessed:
        message = "Nothing says in which encoding the card is written; check its accents."
        yield Finding("encoding_guessed", "name", message)
    for name in raw.left_out:
        message = f"{name} is larger than {LARGEST_PICTURE // KB} KB and is not kept."
        yield Finding("picture_left_out", "extras", message, about=name)
    for text in stray:
        yield Finding("line_unreadable", "extras", f"“{text}” is no property of a card and is not kept.", about=text)


def _moment(text: str) -> datetime | None:
    """Returns a moment in UTC; one without a zone is UTC already."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
