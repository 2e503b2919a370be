"""What each command does: ask the hall, print the answer, say how it went."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from directory_app.cli.changes import changes_of, print_changes
from directory_app.cli.checking import check, ignore, mail, mend, verify
from directory_app.cli.fields import edited
from directory_app.cli.importing import import_file, merge
from directory_app.cli.places import geocode, nearest
from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines, tell
from directory_app.cli.records import phone_record, summary_record
from directory_app.cli.showing import show, with_extension
from directory_app.cli.words import country_of, region_of
from directory_app.directory import Directory
from directory_app.errors import BadInputError, NotFoundError
from directory_app.model.countries import country_name
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Office, Summary
from directory_app.model.phones.cell import read_phones, split_cells
from directory_app.model.plain import Plain
from directory_app.model.scope import Scope

Command = Callable[[Directory, argparse.Namespace], int]


def list_offices(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints all offices in list order, or those that nobody has verified within a year."""
    rows = directory.summaries(Scope(stale_on=directory.today) if asked.stale else None)
    _print_rows(asked, [(row, ()) for row in rows])
    return DONE if rows else WITH_FINDINGS


def search(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the offices that match, best first."""
    scope = _scope(directory, asked.region, asked.country)
    rows = {row.id: row for row in directory.summaries(scope)}
    hits = directory.search(" ".join(asked.query), scope, asked.limit)
    _print_rows(asked, [(rows[hit.id], hit.matched_in) for hit in hits])
    return DONE if hits else WITH_FINDINGS


def export(directory: Directory, asked: argparse.Namespace) -> int:
    """Writes offices to a file, whole or not at all."""
    from directory_app.exchange.formats import format_named

    format_named(asked.format)
    if asked.office and (asked.query or asked.region):
        raise BadInputError("Name offices with --office, or find them with --query and --region; not both.")
    offices = _chosen(directory, asked)
    if not offices:
        raise NotFoundError("No office is to be exported. Nothing was written.")
    notes = directory.export(offices, asked.format, asked.output)
    tell(f"Exported {len(offices)} office{'s' * (len(offices) != 1)} to {asked.output}", *notes)
    if asked.json:
        print_json({"exported": len(offices), "path": str(asked.output), "notes": list(notes)})
    return DONE


def phones(_: Directory | None, asked: argparse.Namespace) -> int:
    """Prints what is read out of one cell, or out of every line of standard input."""
    country = country_of(asked.country)
    if asked.text == ["-"]:
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
        cells = text.removesuffix("\n").split("\n") if text else []
        cells = [cell.removesuffix("\r") for cell in cells]
        answers: list[Plain] = [{"cell": cell, "numbers": _numbers(cell, country)} for cell in cells]
        records = [number for answer in answers for number in answer["numbers"]]
        document: Plain = answers
    else:
        document = records = _numbers(" ".join(asked.text), country)
    if asked.json:
        print_json(document)
    else:
        print_lines(f"{r['kind']}: {with_extension(r) or 'not read: ' + r['raw']}{_findings_text(r)}" for r in records)
    return WITH_FINDINGS if not records or any(record["findings"] for record in records) else DONE


def edit(directory: Directory, asked: argparse.Namespace) -> int:
    """Saves fields of an office and prints the change."""
    before = directory.find(asked.office)
    known = _warnings(directory, before.id)
    changed = directory.save(edited(directory, before, asked.fields, asked.author), asked.author)
    nothing = "The office says so already; nothing was changed."
    code = print_changes(asked, changes_of(directory, changed), nothing)
    fresh = [finding for finding in _warnings(directory, before.id) if finding not in known]
    tell(*(finding.message for finding in fresh))
    return WITH_FINDINGS if fresh else code


def history(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints what happened to an office, newest first."""
    return print_changes(asked, directory.history(_past_or_present(directory, asked.office)), nothing="")


def undo(directory: Directory, asked: argparse.Namespace) -> int:
    """Takes the last step back and prints the changes that did so."""
    return print_changes(asked, changes_of(directory, directory.undo(asked.author)), nothing="Nothing was changed.")


COMMANDS: dict[str, Command] = {
    "list": list_offices,
    "search": search,
    "show": show,
    "export": export,
    "check": check,
    "mend": mend,
    "ignore": ignore,
    "verify": verify,
    "mail": mail,
    "geocode": geocode,
    "nearest": nearest,
    "edit": edit,
    "import": import_file,
    "merge": merge,
    "history": history,
    "undo": undo,
}
"""The commands that need the directory."""


def _print_rows(asked: argparse.Namespace, rows: Sequence[tuple[Summary, Iterable[str]]]) -> None:
    if asked.json:
        print_json([summary_record(row, tuple(matched_in)) for row, matched_in in rows])
    else:
        places = ((row, ", ".join(part for part in (row.city, country_name(row.country)) if part)) for row, _ in rows)
        print_lines(f"{row.name}  ({place})" if place else row.name for row, place in places)


def _chosen(directory: Directory, asked: argparse.Namespace) -> list[Office]:
    if asked.office:
        return [directory.find(text) for text in dict.fromkeys(asked.office)]
    hits = directory.search(asked.query or "", _scope(directory, asked.region, None))
    return directory.offices(hit.id for hit in hits)


def _scope(directory: Directory, region: str | None, country: str | None) -> Scope | None:
    if region is None and country is None:
        return None
    return Scope(region=region_of(directory, region or ""), country=country_of(country or ""))


def _warnings(directory: Directory, office_id: UUID) -> list[Finding]:
    found = directory.check([office_id], alone=True)
    return [finding for _, finding in found if finding.level is Level.WARNING]


def _past_or_present(directory: Directory, text: str) -> UUID:
    """Returns the id of an office, of one that was removed too if the text is its id."""
    try:
        office_id = UUID(text)
    except ValueError:
        return directory.find(text).id
    return office_id if directory.history(office_id, limit=1) else directory.office(office_id).id


def _numbers(cell: str, country: str) -> list[Plain]:
    found = [phone for part in split_cells(cell) for phone in read_phones(part, country)]
    return [phone_record(phone, country) for phone in found]


def _findings_text(record: Plain) -> str:
    return "".join(f"  ({finding['message']})" for finding in record["findings"])
