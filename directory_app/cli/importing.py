"""`import` and `merge`: what a file says, brought into the directory without asking a person."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from directory_app.cli.changes import changes_of, print_changes
from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines, tell
from directory_app.cli.progress import shown
from directory_app.directory import Directory
from directory_app.errors import BadInputError
from directory_app.exchange.limits import FILE_BYTES
from directory_app.exchange.sources import Source, SourceFormat, content_of, records_of, source_of
from directory_app.exchange.tables.table import Layout
from directory_app.model.import_plan import Fate, ImportPlan, PlannedRecord
from directory_app.model.plain import Plain

_STANDARD_INPUT = "-"


def import_file(directory: Directory, asked: argparse.Namespace) -> int:
    """Brings the offices of a file into the directory in one undoable step, and prints what became of them."""
    from directory_app.jobs.importing import chosen

    plan = _planned(directory, asked)
    offices = chosen(plan, update=asked.update, create_duplicates=asked.create_duplicates)
    if offices and not asked.dry_run:
        with shown("Saving") as progress:
            directory.import_offices(offices, asked.author, progress)
    findings = [finding for record in plan.records for finding in _findings(record, asked)]
    if not plan.records:
        tell("There is no office in it. Nothing was imported.")
    counts = _counts(plan, asked)
    if asked.json:
        print_json({**counts, "findings": findings})
    else:
        print_lines([", ".join(f"{count} {what}" for what, count in counts.items())])
        print_lines(f"{finding['record']}: {finding['message']}" for finding in findings)
    return WITH_FINDINGS if findings or not plan.records else DONE


def merge(directory: Directory, asked: argparse.Namespace) -> int:
    """Makes two offices one: the first one fills its gaps from the second, which goes; prints the changes."""
    from directory_app.model.matching.combining import merged

    keep, gone = directory.find(asked.keep), directory.find(asked.gone)
    if keep.id == gone.id:
        raise BadInputError(f"“{asked.keep}” and “{asked.gone}” are one office already: {keep.name}. Name two.")
    changed = directory.merge_offices(merged(keep, gone), gone, asked.author)
    return print_changes(asked, changes_of(directory, changed), nothing="")


def _planned(directory: Directory, asked: argparse.Namespace) -> ImportPlan:
    """Returns what the import would do; what was read of the file is let go with it."""
    from directory_app.exchange.tables.columns import columns_from_words

    file, pairs = _file_and_pairs(asked)
    source = _source(file, asked)
    if pairs and source.table is None:
        raise BadInputError(f"{source.name} has no columns, so --map maps nothing. Leave it out.")
    columns = columns_from_words(source.table, pairs) if pairs and source.table else None
    with shown("Reading") as progress:
        return directory.plan_import(records_of(source, columns), source.total, progress)


def _file_and_pairs(asked: argparse.Namespace) -> tuple[str, list[str]]:
    """Returns the name of the file and the words after --map, the last of which may be that name."""
    pairs = list(asked.map)
    if asked.file:
        return asked.file, pairs
    if pairs and "=" not in pairs[-1]:
        return pairs.pop(), pairs
    raise BadInputError("Which file is to be imported? Write: import FILE")


def _source(file: str, asked: argparse.Namespace) -> Source:
    if file == _STANDARD_INPUT:
        name, data = "standard input", sys.stdin.buffer.read(FILE_BYTES + 1)
    else:
        name, data = Path(file).name, content_of(Path(file))
    format = SourceFormat(asked.format) if asked.format else None
    said = {name: value for name in ("delimiter", "encoding", "sheet") if (value := getattr(asked, name)) is not None}
    if asked.no_header:
        said["has_header"] = False
    return source_of(data, name, format, replace(_layout(data, name, format), **said) if said else None)


def _layout(data: bytes, name: str, format: SourceFormat | None) -> Layout:
    """Returns the layout that a table seems to have, with the signs still to be found where it seems to be none."""
    try:
        table = source_of(data, name, format).table
    except BadInputError:
        table = None
    return table.layout if table else Layout(encoding="", delimiter="")


def _counts(plan: ImportPlan, asked: argparse.Namespace) -> dict[str, int]:
    fates = plan.counts()
    created = fates[Fate.NEW] + (fates[Fate.DUPLICATE] if asked.create_duplicates else 0)
    updated = fates[Fate.CHANGED] if asked.update else 0
    unchanged = fates[Fate.UNCHANGED]
    skipped = len(plan.records) - created - updated - unchanged
    return {"created": created, "updated": updated, "unchanged": unchanged, "skipped": skipped}


def _findings(record: PlannedRecord, asked: argparse.Namespace) -> Iterator[Plain]:
    """Yields why a record was left out, and what its reader found doubtful."""
    if record.fate is Fate.UNREADABLE:
        yield _finding(record, "", "unreadable", record.reason)
    elif record.fate is Fate.CHANGED and not asked.update:
        fields = ", ".join(change.field for change in record.changes)
        message = f"{record.name} is there already, with other values of {fields}. --update takes those of the file."
        yield _finding(record, fields, "differs", message)
    elif record.fate is Fate.DUPLICATE and not asked.create_duplicates:
        yield _finding(record, "", "possible_duplicate", _doubt(record))
    for finding in record.findings:
        yield _finding(record, finding.field, finding.code, finding.message)


def _doubt(record: PlannedRecord) -> str:
    offices = "; ".join(f"{office.name or office.office} ({', '.join(office.reasons)})" for office in record.resembles)
    return f"{record.name or 'This office'} may be {offices}. --create-duplicates makes it an office of its own."


def _finding(record: PlannedRecord, field: str, code: str, message: str) -> Plain:
    return {"record": record.place, "field": field, "code": code, "message": message}
