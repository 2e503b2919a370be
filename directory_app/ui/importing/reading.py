"""What is done of an import off the window's thread: a file opened, its columns guessed or remembered, its plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from directory_app.directory import Directory
from directory_app.errors import BadInputError
from directory_app.exchange.sources import Source, SourceFormat, open_source, pasted_source, records_of, source_of
from directory_app.exchange.tables.column_memory import ColumnMemory
from directory_app.exchange.tables.columns import guess_columns
from directory_app.exchange.tables.table import Layout
from directory_app.model.import_plan import ImportPlan
from directory_app.model.progress import Progress
from directory_app.ui.importing.several_files import together
from directory_app.ui.words import count_of

_PASTED = "the text"

Origin = tuple[Path, ...] | str
"""Where offices come from: files, or a text that was pasted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Files or a text that were opened.

    `columns` is what a table's columns mean, `is_remembered` whether a person chose that otherwise than guessed.
    """

    origin: Origin
    source: Source
    columns: tuple[str, ...] = ()
    is_remembered: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """How something is to be read instead of as it seemed to be."""

    format: SourceFormat
    layout: Layout | None = None


def name_of_origin(origin: Origin) -> str:
    """Returns what files or a text are called."""
    if isinstance(origin, str):
        return _PASTED
    return origin[0].name if len(origin) == 1 else count_of(len(origin), "file")


def opened(origin: Origin, correction: Correction | None, memory: ColumnMemory, progress: Progress) -> Reading:
    """Returns files or a text as what they seem to be, or as a person corrects it.

    Raises BadInputError for what cannot be read or is none of the formats.
    """
    source = _source(origin, correction, progress)
    progress(0, source.total)  # between two slow things it can be stopped
    if source.table is None:
        return Reading(origin, source)
    guess = guess_columns(source.table)
    chosen = memory.recall(source.table.header) if source.table.layout.has_header else None
    return Reading(origin, source, chosen or guess, is_remembered=chosen not in (None, guess))


def _source(origin: Origin, correction: Correction | None, progress: Progress) -> Source:
    form, layout = (correction.format, correction.layout) if correction is not None else (None, None)
    if isinstance(origin, str):
        return source_of(origin.encode("utf-8", "replace"), _PASTED, form, layout) if form else pasted_source(origin)
    if len(origin) == 1:
        return open_source(origin[0], form, layout)
    return together(origin, progress)


def plan_of(reading: Reading, columns: Sequence[str], directory: Directory, progress: Progress) -> ImportPlan:
    """Returns what importing everything would do; raises BadInputError where there is nothing in it."""
    records = records_of(reading.source, columns)
    plan = directory.plan_import(records, reading.source.total, progress)
    if not plan.records:
        raise BadInputError(f"There is no office in {reading.source.name}. Choose another file, or paste a text.")
    return plan
