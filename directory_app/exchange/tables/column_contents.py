"""What columns are by what stands in them, where their headers do not tell."""

import re
from collections.abc import Callable, Iterable, Sequence

from directory_app.exchange.tables.cell_values import (
    read_degrees,
    read_identifier,
    read_kind,
    read_point,
    read_status,
    read_written_date,
)
from directory_app.exchange.tables.table import Row
from directory_app.model.address import PostalAddress, address_findings
from directory_app.model.countries import country_code
from directory_app.model.phone import is_valid
from directory_app.model.phones.cell import read_phones

_MOST = 0.8
_FEW = 10
"""How many cells are read where reading takes long."""

_EMAIL = re.compile(r"(?:mailto:)?[^\s@;,]+@[^\s@;,]+\.[^\s@;,]{2,}(?:[;,\s].*)?", re.DOTALL)
_WEBSITE = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+(?:com|org|net|info|int|eu|[a-z]{2})(?:/\S*)?", re.I)
_PHONE = re.compile(r"(?:[^\W\d_]{1,4}[.:]? ?)?[+(]?\d[\d\s()+/.,;-]{5,40}")
_DECIMAL = re.compile(r"[+-]?\d{1,3}[.,]\d{2,}")
_POSTAL_CODE = re.compile(r"\d{5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d")
_TOWN = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}\.?")
_ADDRESS = re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3}).*[,\n].+", re.DOTALL)

Cells = tuple[str, ...]


def column_cells(sample: Iterable[Row], width: int) -> list[Cells]:
    """Returns the cells of each column, row by row, empty where a row is shorter."""
    rows = [tuple(cell.strip() for cell in row.cells[:width]) for row in sample]
    return [tuple(row[at] if at < len(row) else "" for row in rows) for at in range(width)]


def is_mostly(cells: Cells, matches: Callable[[str], object]) -> bool:
    """Tells whether most cells that are not empty are of a kind, and there are any."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(bool(matches(cell)) for cell in filled) >= _MOST * len(filled)


def are_identifiers(cells: Cells) -> bool:
    """Tells whether cells identify offices as this program does, rather than as another one."""
    return is_mostly(cells, read_identifier)


def are_statuses(cells: Cells) -> bool:
    """Tells whether cells say if offices are open."""
    return is_mostly(cells, read_status)


def are_points(cells: Cells) -> bool:
    """Tells whether each cell has a latitude and a longitude."""
    return is_mostly(cells, lambda cell: sum(map(str.isdecimal, cell)) > 3 and read_point(cell))


def guess_by_contents(
    columns: Sequence[Cells], unknown: Sequence[int], taken: set[str], *, named: bool
) -> dict[int, str]:
    """Returns the fields that can be told of columns whose headers are unknown, or of which the table has none.

    `taken` are the fields that other columns are already; dates mean nothing under a header that
    nobody understands, so they are only taken where no column is `named`.
    """
    found: dict[int, str] = {}
    countries = _countries(columns, unknown, taken, found)
    for at in unknown:
        if at not in found and (field := _field(columns[at], countries, taken, named=named)):
            found[at] = field
            taken = taken | {field}
    _find_axes(columns, [at for at in unknown if at not in found], taken, found)
    texts = [at for at in unknown if at not in found and _are_texts(columns[at])]
    if "name" not in taken:
        names = [at for at in texts if _hardly_repeat(columns[at])]
        found |= dict.fromkeys(names[:1], "name")
    if not named:
        # Nearly every list of offices has the town behind the name.
        towns = [at for at in texts if at not in found and is_mostly(columns[at], _TOWN.fullmatch)]
        found |= dict.fromkeys(towns[:1], "address.city")
    return found


def _field(cells: Cells, countries: Cells, taken: set[str], *, named: bool) -> str:
    if is_mostly(cells, _EMAIL.fullmatch):
        return "emails"
    if is_mostly(cells, _WEBSITE.fullmatch):
        return "websites"
    if is_mostly(cells, read_written_date):
        return "" if named or "verified_on" in taken else "verified_on"
    if _are_phones(cells, countries):
        return "phones"
    singles: dict[str, Callable[[Cells], bool]] = {
        "id": are_identifiers,
        "position": are_points,
        "address.postal_code": lambda cells: _are_postal_codes(cells, countries, named=named),
        "kind": lambda cells: is_mostly(cells, read_kind),
        "address": lambda cells: is_mostly(cells, _ADDRESS.fullmatch),
    }
    return next((field for field, holds in singles.items() if field not in taken and holds(cells)), "")


def _countries(columns: Sequence[Cells], unknown: Sequence[int], taken: set[str], found: dict[int, str]) -> Cells:
    """Finds the column of countries where there is none yet; returns the codes of the rows' countries, if known."""
    at = next((at for at in unknown if is_mostly(columns[at], country_code)), None)
    if at is not None and "address.country" not in taken:
        found[at] = "address.country"
    candidates = [cells for cells in columns if is_mostly(cells, country_code)]
    return tuple(map(country_code, candidates[0])) if candidates else ()


def _are_phones(cells: Cells, countries: Cells) -> bool:
    if not is_mostly(cells, _PHONE.fullmatch):
        return False
    known = countries or ("",) * len(cells)
    pairs = [(cell, country) for cell, country in zip(cells, known, strict=True) if cell][:_FEW]
    valid = [any(is_valid(phone) for phone in read_phones(cell, country)) for cell, country in pairs]
    return 2 * sum(valid) > len(valid)


def _are_postal_codes(cells: Cells, countries: Cells, *, named: bool) -> bool:
    if named and is_mostly(cells, str.isdecimal):
        return False  # under a header that nobody understands they may count anything
    if is_mostly(cells, _POSTAL_CODE.fullmatch):
        return True
    pairs = [(cell, country) for cell, country in zip(cells, countries, strict=False) if cell and country][:_FEW]
    return bool(pairs) and all(
        any(map(str.isdecimal, cell)) and not address_findings(PostalAddress(postal_code=cell, country=country))
        for cell, country in pairs
    )


def _find_axes(columns: Sequence[Cells], unknown: Sequence[int], taken: set[str], found: dict[int, str]) -> None:
    """Finds two columns beside each other that are a latitude and a longitude."""
    if taken & {"latitude", "longitude", "position"}:
        return
    for at in unknown:
        if at + 1 in unknown and all(is_mostly(columns[place], _DECIMAL.fullmatch) for place in (at, at + 1)):
            if is_mostly(columns[at], lambda cell: read_degrees(cell, 90) is not None):
                found |= {at: "latitude", at + 1: "longitude"}
            return


def _are_texts(cells: Cells) -> bool:
    return is_mostly(cells, lambda cell: len(cell) > 2 and any(map(str.isalpha, cell)))


def _hardly_repeat(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell]
    return len(set(filled)) >= _MOST * len(filled)
