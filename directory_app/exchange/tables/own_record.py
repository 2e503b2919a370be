"""Rows of the program's own tables, read back exactly where nobody changed their cells."""

from collections.abc import Sequence

from directory_app.exchange.tables.exact_values import read_exact_values
from directory_app.exchange.tables.own_table import EXACT, OWN_COLUMNS, OWN_HEADER, cell_of, extra_cells
from directory_app.model.change import FieldChange, apply
from directory_app.model.office import Office

_LONGEST_CELL = 32_000
"""What a spreadsheet program certainly keeps of a text; of a longer one the end may be cut off."""


def exactly(office: Office, cells: Sequence[str], header: Sequence[str]) -> tuple[Office, frozenset[str]] | None:
    """Returns the office of a row with the exact values that its cells still agree with, and of which fields they are.

    None if the row has none of its own: then somebody added it to the table.
    """
    values = read_exact_values(cells[EXACT], office.id)
    if values is None:
        return None
    taken = set()
    for name, value in values.items():
        candidate = apply([FieldChange(name, None, value)], office, office.id)
        if candidate is not None and _agrees(name, candidate, cells, header):
            office = candidate
            taken.add(name)
    return office, frozenset(taken)


def _agrees(name: str, office: Office, cells: Sequence[str], header: Sequence[str]) -> bool:
    expected = [
        (cell_of(column, office), cell)
        for column, cell in zip(OWN_COLUMNS, cells, strict=False)
        if column.office_field == name
    ]
    if name == "extras":
        others = slice(len(OWN_HEADER), len(header))
        expected += zip(extra_cells(office.extras, header[others]), cells[others], strict=True)
    return all(text == cell or (len(cell) > _LONGEST_CELL and text.startswith(cell)) for text, cell in expected)
