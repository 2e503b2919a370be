"""XLSX workbooks as tables, read by openpyxl."""

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from directory_app.errors import BadInputError
from directory_app.exchange.tables.table import Layout, Row, Table
from directory_app.exchange.tables.table_rows import AllRows, first_rows, table_of
from directory_app.exchange.tables.table_rows import has_header as begins_with_header
from directory_app.exchange.tables.xlsx_archive import DAMAGED, opened, require_workbook
from directory_app.exchange.tables.xlsx_cells import cell_text
from directory_app.exchange.tables.xlsx_facts import Merged, SheetFacts, sheet_facts
from directory_app.model.record import Unreadable

_LAST_ROW = 1_048_576
"""Of a sheet in Excel."""

_DAMAGED = "The XLSX file is damaged and cannot be read. Open it in a spreadsheet program and save it again."


def xlsx_table(data: bytes, sheet: str = "", has_header: bool | None = None) -> Table:
    """Returns the table of a workbook's sheet: of the one that is named, else of the first to be seen that holds one.

    Formulas are texts, no link is followed, and cells that are merged downwards all say the same.
    Raises BadInputError for what is no workbook or has no such sheet, LimitError for one that is too large.
    """
    facts = _facts(data)
    book = _book(data)
    sheets = {each.title: each for each in book.worksheets}
    # Where a sheet stands in the archive is not told in public; without it there are only no facts about it.
    about = {title: facts.get(getattr(each, "_worksheet_path", ""), SheetFacts()) for title, each in sheets.items()}
    if not sheets or (sheet and sheet not in sheets):
        raise BadInputError(f"There is no sheet “{sheet}” in the workbook. There are: {', '.join(sheets) or 'none'}.")
    chosen = sheet or _first_table(book, about)
    all_rows = _all_rows(sheets[chosen], about[chosen])
    first = first_rows(all_rows)
    if not first:
        others = ", ".join(title for title, fact in about.items() if fact.filled and title != chosen)
        raise BadInputError(
            f"There is nothing in the sheet “{chosen}”. Sheets with anything in them: {others or 'none'}."
        )
    header = begins_with_header(first) if has_header is None else has_header
    layout = Layout(encoding="", delimiter="", quote="", has_header=header, sheet=chosen)
    return table_of(all_rows, layout, about[chosen].filled or None, tuple(sheets))


def _facts(data: bytes) -> dict[str, SheetFacts]:
    try:
        with opened(data) as archive:
            require_workbook(archive)
            return sheet_facts(archive)
    except DAMAGED as error:
        raise BadInputError(_DAMAGED) from error


def _book(data: bytes) -> Any:
    from openpyxl import load_workbook

    # It tells of charts and styles that it leaves out, which nobody asked for.
    warnings.filterwarnings("ignore", module=r"openpyxl\.", category=UserWarning)
    try:
        return load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl lets out whatever its parts meet in a damaged file
        raise BadInputError(_DAMAGED) from error


def _first_table(book: Any, about: dict[str, SheetFacts]) -> str:
    """Returns the sheet that was last looked at if it may hold a table, else the first such one, else the fullest."""
    active = getattr(book.active, "title", "")
    shown: list[str] = [each.title for each in book.worksheets if each.sheet_state == "visible"] or list(about)
    for title in sorted(shown, key=lambda title: title != active):
        if about[title].filled > 1:
            return title
    return max(shown, key=lambda title: about[title].filled)


def _all_rows(sheet: Any, facts: SheetFacts) -> AllRows:
    # The extent that a file tells may be wrong, and what is outside of it would be lost.
    sheet.reset_dimensions()

    def rows() -> Iterator[Row | Unreadable]:
        number = 0
        fill = _Fill(facts.merged)
        try:
            for number, cells in enumerate(sheet.iter_rows(), 1):
                if number > _LAST_ROW:
                    break
                if cells:
                    texts = fill.filled(number, [cell_text(cell) for cell in cells])
                    yield Row(number, tuple(texts), _links(number, texts, facts))
        except Exception:  # as above
            yield Unreadable(f"row {number + 1}", "The sheet is damaged here; nothing from this row on can be read.")

    return rows


def _links(number: int, texts: Sequence[str], facts: SheetFacts) -> tuple[tuple[int, str], ...]:
    """Returns where the cells of a row link to, for those that show something else."""
    if not facts.links:
        return ()
    linked = ((column, facts.links.get((number, column + 1), "")) for column in range(len(texts)))
    return tuple((column, target) for column, target in linked if target and texts[column].strip() not in target)


class _Fill:
    """Says in all cells that are merged downwards what the first of them says; rows are asked for in their order."""

    def __init__(self, merged: Sequence[Merged]) -> None:
        self._coming = list(reversed(merged))
        self._here: dict[int, tuple[int, str]] = {}  # by column, the last row and the text

    def filled(self, number: int, texts: list[str]) -> list[str]:
        """Returns the texts of a row with those of merged cells above; a row of nothing else stays empty."""
        said = any(texts)
        for column, (last, text) in list(self._here.items()):
            if number > last:
                del self._here[column]
            elif said:
                texts += [""] * (column - len(texts))
                texts[column - 1] = texts[column - 1] or text
        while self._coming and self._coming[-1].first <= number:
            cells = self._coming.pop()
            if cells.first == number and cells.column <= len(texts):
                self._here[cells.column] = cells.last, texts[cells.column - 1]
        return texts
