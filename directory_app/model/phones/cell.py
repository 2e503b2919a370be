"""Phone cells as people write them: one text, any number of numbers."""

import re

from directory_app.model.phone import Phone, PhoneKind
from directory_app.model.phones.parts import Part, read_parts
from directory_app.model.phones.plan import ReadPart, is_international, read_numbers
from directory_app.model.phones.reading import Reading
from directory_app.model.phones.tokens import levelled
from directory_app.model.phones.words import Label, is_label, read_label

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NO_LABEL = Label()
_BETWEEN_CELLS = " \t;,|/&"


def split_cells(text: str) -> tuple[str, ...]:
    """Returns the cells that a text holds: one a line, and one for each labelled number ("+49 761 1; F: +49 761 2").

    A labelled number that needs the country code of the one before it stays in its cell. Cells
    joined with new lines are split into the same cells again.
    """
    return tuple(cell for line in text.splitlines() for cell in _cells_of_line(line))


def read_phones(cell: str, country: str = "", kind: PhoneKind | None = None) -> tuple[Phone, ...]:
    """Returns every number of one cell, each with the whole cell as its raw text.

    Numbers without a country code are read as those of `country` (ISO 3166-1 alpha-2). A `kind`
    that says more than voice is taken for all of them; otherwise the kind comes from the words
    around a number, then from the numbering plan. What cannot be read becomes a phone with an
    empty number, so that a cell with a letter or a digit in it gives at least one phone. Never raises.
    """
    known = None if kind is PhoneKind.VOICE else kind
    raw = cell.strip()
    phones: list[Phone] = []
    label = _NO_LABEL
    for read in read_numbers(read_parts(levelled(raw)), country.strip().upper()):
        if read.part.before:
            label = read_label(read.part.before)
        phones += _phones(raw, read, label, known)
    if phones:
        return tuple(dict.fromkeys(phones)) if len(phones) > 1 else (phones[0],)
    return (Phone(raw, kind=known or PhoneKind.VOICE),) if _LETTER_OR_DIGIT.search(raw) else ()


def _phones(raw: str, read: ReadPart, label: Label, kind: PhoneKind | None) -> list[Phone]:
    said, text = kind or label.kind, label.text
    if read.part.after:
        remark = read_label(read.part.after)
        said = kind or remark.kind or label.kind
        text = ", ".join(dict.fromkeys(shown for shown in (label.text, remark.text) if shown))
    if not read.readings:
        return [Phone(raw, kind=said or PhoneKind.VOICE, label=text)]
    return [
        Phone(raw, reading.number, reading.extension, said or _kind_in_plan(reading), text) for reading in read.readings
    ]


def _kind_in_plan(reading: Reading) -> PhoneKind:
    return PhoneKind.MOBILE if reading.mobile else PhoneKind.VOICE


def _cells_of_line(line: str) -> list[str]:
    cells = [line.strip(_BETWEEN_CELLS)]
    while True:
        # A cell that is looked at by itself may turn out to hold two.
        divided = [part for cell in cells for part in _divided(cell)]
        if divided == cells:
            return [cell for cell in cells if cell]
        cells = divided


def _divided(line: str) -> list[str]:
    cells: list[str] = []
    start = 0
    has_country = False
    for part in read_parts(levelled(line)):
        own_country = is_international(part.digits)
        if part.start > start and _begins_cell(part, line) and (own_country or not has_country):
            cells.append(line[start : part.joined_at])
            start, has_country = part.start, False
        has_country = has_country or own_country
    return [cell.strip(_BETWEEN_CELLS) for cell in (*cells, line[start:])]


def _begins_cell(part: Part, line: str) -> bool:
    before = line[: part.start]
    in_brackets = before.count("(") > before.count(")")
    return bool(part.before) and is_label(" ".join(part.before)) and not in_brackets
