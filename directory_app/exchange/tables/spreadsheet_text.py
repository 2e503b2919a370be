"""Texts in the cells of spreadsheets: kept from being taken for formulas, and read as they were meant.

What a cell begins with makes a formula of it: = + - @, a tab or a carriage return. An apostrophe
before it says that it is text; where one stands already before such a sign, another is put there.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")
_FORCED_TEXT = re.compile(r'="([^"]*)"')
_NOT_CARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?")


def carried(text: str) -> str:
    """Returns the text with one kind of line end, and a replacement character for what no cell can hold."""
    return text if text.isascii() and text.isprintable() else _NOT_CARRIED.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def neutral(text: str) -> str:
    """Returns the text so that no spreadsheet computes it."""
    return f"'{text}" if _FORMULA.match(text) else text


def typed_as_text(text: str) -> str:
    """Returns the text for a cell that is of the type text, where only what `meant` takes away needs its apostrophe."""
    return f"'{text}" if _MARKED.match(text) or _FORCED_TEXT.fullmatch(text) else text


def meant(cell: str) -> str:
    """Returns what a cell says: without the apostrophe, or the ="…" by which some write what is no formula."""
    if cell[:1] == "'" and _MARKED.match(cell):
        return cell[1:]
    if cell[:2] == '="' and (forced := _FORCED_TEXT.fullmatch(cell)):
        return forced[1]
    return cell
