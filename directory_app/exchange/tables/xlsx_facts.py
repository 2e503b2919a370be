"""What a sheet's XML says besides its cells (ECMA-376, part 1, 18.3), which openpyxl's read-only mode does not tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from directory_app.exchange.tables.xlsx_archive import pieces

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CONTENT = re.compile(rb"<(?:\w+:)?[vtf](?:\s[^<>]*)?>[^<]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^<>]*)>")
_LINK_PLACE = re.compile(rb"\bref\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})")
_LINK_NAME = re.compile(rb"\b\w+:id\s*=\s*[\"']([^\"'<>]+)[\"']")
_MOST_MERGED = 100_000


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells of one column that are merged downwards; rows and columns are counted from 1."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """How many rows have anything in them, which cells are merged downwards, where cells link to by row and column."""

    filled: int = 0
    merged: tuple[Merged, ...] = ()
    links: dict[tuple[int, int], str] = field(default_factory=dict)


def sheet_facts(archive: ZipFile) -> dict[str, SheetFacts]:
    """Returns the facts of every sheet by the name of its part.

    Reads every sheet from one end to the other and raises LimitError where one is too large.
    """
    return {part: _facts(archive, part) for part in archive.namelist() if _SHEET.fullmatch(part)}


def _facts(archive: ZipFile, part: str) -> SheetFacts:
    filled = 0
    last = b""
    for last in pieces(archive, part, "row"):
        filled += _CONTENT.search(last) is not None
    after = last[last.rfind(b"sheetData>") :]
    merged = sorted(_merged(after), key=lambda cells: cells.first)
    return SheetFacts(filled, tuple(merged), dict(_links(archive, part, after)))


def _merged(xml: bytes) -> Iterator[Merged]:
    for count, match in enumerate(_MERGED.finditer(xml)):
        left, top, _, bottom = match.groups()
        if count < _MOST_MERGED and int(bottom) > int(top):
            yield Merged(_column(left), int(top), int(bottom))


def _links(archive: ZipFile, part: str, xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Yields the cells that link to something outside of the workbook."""
    found = [match[1] for match in _LINK.finditer(xml)]
    if not found:
        return
    targets = _targets(archive, part)
    for attributes in found:
        place, name = _LINK_PLACE.search(attributes), _LINK_NAME.search(attributes)
        if place and name and (target := targets.get(name[1].decode(errors="replace"))):
            yield (int(place[2]), _column(place[1])), target


def _targets(archive: ZipFile, part: str) -> dict[str, str]:
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    relations = fromstring(archive.read(path))
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in relations
        if relation.get("TargetMode") == "External"
    }


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
