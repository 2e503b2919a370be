"""What each command does: ask the hall, print the answer, say how it went."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterable, Sequence

from directory_app.cli.fields import edited
from directory_app.cli.printing import print_json, print_lines, tell
from directory_app.cli.records import (
    candidate_record,
    change_record,
    finding_record,
    near_record,
    phone_record,
    summary_record,
)
from directory_app.directory import Directory, Scope
from directory_app.errors import BadInputError, NotFoundError
from directory_app.model.change import Change
from directory_app.model.countries import country_code, country_name
from directory_app.model.office import Office, Summary
from directory_app.model.phone_cell import read_phones, split_cells
from directory_app.model.plain import Plain
from directory_app.model.typed import read_position

DONE, WITH_FINDINGS = 0, 1
"""Exit codes; 2 is for what could not be done at all."""

Command = Callable[[Directory, argparse.Namespace], int]


def list_offices(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints all offices in list order."""
    rows = directory.summaries()
    _print_rows(asked, [(row, ()) for row in rows])
    return DONE if rows else WITH_FINDINGS


def search(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the offices that match, best first."""
    scope = _scope(directory, asked.region, asked.country)
    rows = {row.id: row for row in directory.summaries(scope)}
    hits = directory.search(" ".join(asked.query), scope, asked.limit)
    _print_rows(asked, [(rows[hit.id], hit.matched_in) for hit in hits])
    return DONE if hits else WITH_FINDINGS


def show(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints everything about one office."""
    from directory_app.exchange.json_export import office_record

    record = office_record(directory.find(asked.office))
    if asked.json:
        print_json(record)
        return DONE
    print_lines(
        [record["name"], f"{record['kind']}, {record['region']}", "", *record["address"]["formatted"].split("\n"), ""]
    )
    print_lines(f"{phone['kind']}: {_with_extension(phone)}" for phone in record["phones"])
    print_lines(f"e-mail: {email['address']}" for email in record["emails"])
    print_lines(f"web: {site}" for site in record["websites"])
    print_lines(f"{person['name']}, {person['role']}".rstrip(", ") for person in record["people"])
    print_lines(line for line in (record["notes"], f"id: {record['id']}") if line)
    return DONE


def export(directory: Directory, asked: argparse.Namespace) -> int:
    """Writes offices to a file, whole or not at all."""
    from directory_app.exchange.atomic import write_atomically
    from directory_app.exchange.formats import export as exported_as
    from directory_app.exchange.formats import format_named

    format_named(asked.format)
    offices = _chosen(directory, asked)
    exported = exported_as(offices, asked.format)
    write_atomically(asked.output, exported.data)
    tell(f"Exported {len(offices)} offices to {asked.output}", *exported.notes)
    if asked.json:
        print_json({"exported": len(offices), "path": str(asked.output), "notes": list(exported.notes)})
    return DONE if offices else WITH_FINDINGS


def check(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints what looks doubtful."""
    ids = [directory.find(text).id for text in asked.offices] or None
    findings = directory.check(ids)
    if asked.json:
        print_json([finding_record(office, finding) for office, finding in findings])
    else:
        print_lines(f"{office.name}: {finding.message}" for office, finding in findings)
    return WITH_FINDINGS if findings else DONE


def geocode(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints where the offline gazetteer finds offices, or a text, best first."""
    from directory_app.geo.locate import locate_text

    if asked.query is None and not asked.offices:
        raise BadInputError("Name an office, or a place with --query.")
    records: list[Plain] = []
    if asked.query is not None:
        found = locate_text(directory.gazetteer, asked.query, _country(asked.country))
        records += [candidate_record(candidate, None) for candidate in found]
    for office in [directory.find(text) for text in asked.offices]:
        records += [candidate_record(candidate, office.position) for candidate in directory.locate(office)]
    if asked.json:
        print_json(records)
    else:
        print_lines(
            f"{r['label']}: {r['latitude']}, {r['longitude']} ({r['precision']}, {r['source']})" for r in records
        )
    return DONE if records else WITH_FINDINGS


def nearest(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the offices nearest to an office or a point, nearest first."""
    from directory_app.geo.distance import compass

    position = read_position(asked.place)
    near = []
    if position is not None:
        near = directory.nearest(position, asked.count)
    else:
        office = directory.find(asked.place)
        if office.position is None:
            raise NotFoundError(
                f"{office.name} is not on the map, so nothing is near it. Give it a town or coordinates."
            )
        near = [n for n in directory.nearest(office.position, asked.count + 1) if n.office.id != office.id][
            : asked.count
        ]
    if asked.json:
        print_json([near_record(found) for found in near])
    else:
        print_lines(f"{n.office.name}: {n.distance_km:,.0f} km {compass(n.bearing)}" for n in near)
    return DONE if near else WITH_FINDINGS


def phones(_: Directory | None, asked: argparse.Namespace) -> int:
    """Prints what is read out of one cell, or out of every line of standard input."""
    country = _country(asked.country)
    if asked.text == ["-"]:
        cells = [line.rstrip("\r\n") for line in sys.stdin]
        answers: list[Plain] = [{"cell": cell, "numbers": _numbers(cell, country)} for cell in cells]
        records = [number for answer in answers for number in answer["numbers"]]
        document: Plain = answers
    else:
        document = records = _numbers(" ".join(asked.text), country)
    if asked.json:
        print_json(document)
    else:
        print_lines(f"{r['kind']}: {_with_extension(r) or 'not read: ' + r['raw']}{_findings_text(r)}" for r in records)
    return WITH_FINDINGS if not records or any(record["findings"] for record in records) else DONE


def edit(directory: Directory, asked: argparse.Namespace) -> int:
    """Saves fields of an office and prints the change."""
    author = _author()
    office = edited(directory.find(asked.office), asked.fields, author)
    changed = directory.save(office, author)
    return _print_changes(asked, changed.changes, nothing="The office says so already; nothing was changed.")


def history(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints what happened to an office, newest first."""
    return _print_changes(asked, directory.history(directory.find(asked.office).id), nothing="Nothing has happened.")


def undo(directory: Directory, asked: argparse.Namespace) -> int:
    """Takes the last step back and prints the changes that did so."""
    return _print_changes(asked, directory.undo(_author()).changes, nothing="Nothing was changed.")


COMMANDS: dict[str, Command] = {
    "list": list_offices,
    "search": search,
    "show": show,
    "export": export,
    "check": check,
    "geocode": geocode,
    "nearest": nearest,
    "edit": edit,
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


def _print_changes(asked: argparse.Namespace, changes: Sequence[Change], nothing: str) -> int:
    if asked.json:
        print_json([change_record(change) for change in changes])
    elif not changes:
        tell(nothing)
    for change in () if asked.json else changes:
        record = change_record(change)
        print_lines([f"{record['at']} by {record['by']} ({record['id']})"])
        print_lines(f"  {name}: {old!r} -> {new!r}" for name, (old, new) in record["fields"].items())
    return DONE if changes else WITH_FINDINGS


def _chosen(directory: Directory, asked: argparse.Namespace) -> list[Office]:
    if asked.office:
        return [directory.find(text) for text in dict.fromkeys(asked.office)]
    hits = directory.search(asked.query or "", _scope(directory, asked.region, None))
    return directory.offices(hit.id for hit in hits)


def _scope(directory: Directory, region: str | None, country: str | None) -> Scope | None:
    if region is None and country is None:
        return None
    return Scope(region=_region(directory, region) if region else "", country=_country(country or ""))


def _region(directory: Directory, text: str) -> str:
    wanted = text.strip().casefold()
    for region in directory.regions():
        if wanted in {name.casefold() for name in (region.name, *region.aliases)}:
            return region.name
    known = ", ".join(region.name for region in directory.regions())
    raise BadInputError(f"There is no region “{text}”. There are: {known}.")


def _country(text: str) -> str:
    code = country_code(text)
    if text.strip() and not code:
        raise BadInputError(f"“{text}” is no country. Write its ISO code or its name.")
    return code


def _numbers(cell: str, country: str) -> list[Plain]:
    found = [phone for part in split_cells(cell) for phone in read_phones(part, country)]
    return [phone_record(phone, country) for phone in found]


def _with_extension(record: Plain) -> str:
    number = record.get("international") or record["number"]
    return f"{number} ext. {record['extension']}" if record["extension"] and "ext" not in number else str(number)


def _findings_text(record: Plain) -> str:
    return "".join(f"  ({finding['message']})" for finding in record["findings"])


def _author() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
