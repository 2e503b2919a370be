"""Files that are imported at one go, such as the cards that some programs write one a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from directory_app.errors import BadInputError
from directory_app.exchange.limits import FILE_BYTES, MB, LimitError
from directory_app.exchange.sources import Source, open_source
from directory_app.model.progress import Progress
from directory_app.model.record import Record, Unreadable
from directory_app.ui.words import count_of


def together(paths: Sequence[Path], progress: Progress) -> Source:
    """Returns several files as one source, each record's place beginning with its file's name.

    A file that cannot be read is one Unreadable. Raises BadInputError if none can be, and for tables,
    whose columns each need a look of their own; LimitError for files that are too large together.
    """
    parts: list[Source | Unreadable] = []
    size = 0
    for done, path in enumerate(paths):
        progress(done, len(paths))
        size += path.stat().st_size if path.is_file() else 0
        if size > FILE_BYTES:
            raise LimitError(f"These files have more than {FILE_BYTES // MB} MB together. Import them in several goes.")
        parts.append(_part(path))
    sources = [part for part in parts if isinstance(part, Source)]
    if not sources:
        raise BadInputError(f"None of these {count_of(len(paths), 'file')} can be imported. Choose other ones.")
    table = next((source for source in sources if source.table is not None), None)
    if table is not None:
        raise BadInputError(f"{table.name} is a table, and tables are imported one at a time. Choose one of them.")
    name = count_of(len(paths), "file")
    return Source(name, sources[0].format, sum(source.total for source in sources), None, partial(_records, parts))


def _part(path: Path) -> Source | Unreadable:
    try:
        return open_source(path)
    except BadInputError as error:
        return Unreadable(path.name, str(error))


def _records(parts: Sequence[Source | Unreadable]) -> Iterator[Record | Unreadable]:
    for part in parts:
        if isinstance(part, Unreadable):
            yield part
            continue
        for record in part.read():
            yield replace(record, place=f"{part.name}, {record.place}")
