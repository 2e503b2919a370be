"""What a person made of the columns of a file, remembered for the next file with the same header."""

import json
import logging
import re
from collections.abc import Sequence
from pathlib import Path

from directory_app.errors import BadInputError
from directory_app.exchange.atomic import write_atomically
from directory_app.exchange.tables.columns import COLUMN_FIELDS
from directory_app.exchange.tables.header_words import folded_header

_log = logging.getLogger(__name__)

_MOST_HEADERS = 200
_NUMBERED = re.compile(r"Column \d+")

_Known = dict[tuple[str, ...], tuple[str, ...]]


class ColumnMemory:
    """Columns by the header they were chosen for, in one small JSON file; of too many the oldest are forgotten.

    A file that is damaged or cannot be read or written is as good as none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, header: Sequence[str]) -> tuple[str, ...] | None:
        """Returns the fields that were chosen for the columns of this header, or None."""
        return self._read().get(_key(header)) if _is_header(header) else None

    def remember(self, header: Sequence[str], columns: Sequence[str]) -> None:
        """Keeps what was chosen; a header that was known already becomes the newest."""
        if not _is_header(header):
            return
        known = self._read()
        known.pop(_key(header), None)
        known[_key(header)] = tuple(columns)
        newest = list(known.items())[-_MOST_HEADERS:]
        content = [{"header": list(header), "columns": list(columns)} for header, columns in newest]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(content, indent=1).encode())
        except (OSError, BadInputError) as error:
            _log.warning("The columns of a table are not remembered: %s", error)

    def _read(self) -> _Known:
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("What columns of tables were is forgotten, because %s cannot be read: %s", self._path, error)
            return {}
        entries = content if isinstance(content, list) else []
        return {key: columns for entry in entries if isinstance(entry, dict) for key, columns in _entry(entry)}


def _entry(entry: dict[str, object]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Returns a header and its columns, nothing for what the program did not write or knows no more."""
    header, columns = entry.get("header"), entry.get("columns")
    if not isinstance(header, list) or not isinstance(columns, list) or len(header) != len(columns):
        return []
    if not all(isinstance(text, str) for text in (*header, *columns)) or not COLUMN_FIELDS.keys() >= set(columns):
        return []
    return [(tuple(header), tuple(columns))]


def _is_header(header: Sequence[str]) -> bool:
    """Tells whether a file named its columns; the numbers that a table gives them otherwise mean nothing."""
    return any(not _NUMBERED.fullmatch(name) for name in header)


def _key(header: Sequence[str]) -> tuple[str, ...]:
    return tuple(folded_header(name) for name in header)
