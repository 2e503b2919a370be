"""What each command does: ask the hall, print the answer, say how it went."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from uuid import UUID

from directory_app.cli.changes import changes_of, print_changes
from directory_app.cli.checking import check, ignore, mail, mend, verify
from directory_app.cli.fields import edited
from directory_app.cli.importing import import_file, merge
from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines, tell
from directory_app.cli.records import (
    candidate_record,
    near_record,
    phone_record,
    summary_record,
)
from directory_app.cli.words import country_of, region_of
from directory_app.directory import Directory
from directory_app.errors import BadInputError, NotFoundError
from directory_app.geo.candidate import Candidate
from directory_app.model.countries import country_name, country_shown
from directory_app.model.findings import Finding, Level
from directory_app.model.office import Office, Summary
from directory_app.model.phones.cell import read_phones, split_cells
from directory_app.model.place import Position
from directory_app.model.plain import Plain
from directory_app.model.scope import Scope
from directory_app.model.typed import point_of_place, typed_pin

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


def show(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints everything about one office."""
    from directory_app.exchange.json_export import office_record

    office = directory.find(asked.office)
    record = office_record(office)
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
    serves = ", ".join(map(country_shown, office.covers))
    more = (("also serves", serves), ("open", office.opening_hours))
    print_lines(f"{what}: {text}" for what, text in more if text)
    verified = " ".join(part for part in (record["verified_on"], office.verified_by, office.verified_how) if part)
    print_lines(line for line in (record["notes"], verified and f"verified: {verified}", f"id: {record['id']}") if line)
    return DONE


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


def geocode(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints where the offline gazetteer finds a text, the offices named, or all that are not on the map."""
    records: list[Plain] = []
    online = asked.online_geocoder() if asked.online else None
    if asked.query is not None:
        country = country_of(asked.country)
        known = _known_online(partial(online.locate_text, asked.query, country)) if online else ()
        found = [*known, *directory.places.locate_text(asked.query, country)]
        records += [candidate_record(candidate, None) for candidate in found]
    offices = [directory.find(text) for text in asked.offices]
    if asked.query is None and not asked.offices:
        offices = directory.offices(row.id for row in directory.summaries() if row.latitude is None)
    for office in offices:
        known = _known_online(partial(online.locate, office.address)) if online else ()
        records += [candidate_record(candidate, office) for candidate in (*known, *directory.places.locate(office))]
    if asked.json:
        print_json(records)
    else:
        print_lines(
            f"{r['label']}: {r['latitude']}, {r['longitude']} ({r['precision']}, {r['source']})" for r in records
        )
    return DONE if records else WITH_FINDINGS


def _known_online(ask: Callable[[], Sequence[Candidate]]) -> Sequence[Candidate]:
    """Returns what a server knows; why it does not know anything is a message."""
    from directory_app.geo.online.problems import OnlineError

    try:
        return ask()
    except OnlineError as error:
        tell(str(error))
        return ()


def nearest(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the offices nearest to an office, a town or a point, nearest first."""
    from directory_app.geo.near import near_direction_name, near_distance

    position, office = _start(directory, asked.place)
    near = directory.nearest(position, asked.count, office.id if office else None)
    if asked.json:
        print_json([near_record(found) for found in near])
    else:
        print_lines(f"{n.office.name}: {near_distance(n)} {near_direction_name(n)}".rstrip() for n in near)
    return DONE if near else WITH_FINDINGS


def _start(directory: Directory, text: str) -> tuple[Position, Office | None]:
    """Returns the point to measure from: coordinates, an office, which is returned too, or a town."""
    from directory_app.geo.near import centre_of
    from directory_app.geo.placing import unambiguous

    point = point_of_place(text)
    if point is not None:
        return typed_pin(point), None
    try:
        office = directory.find(text)
    except NotFoundError:
        town = unambiguous(directory.places.locate_text(text))
        if town is None:
            raise NotFoundError(f"No office matches “{text}”, and no one town is called so. Add its country.") from None
        return centre_of(town.position), None
    if office.position is None:
        raise NotFoundError(f"{office.name} is not on the map, so nothing is near it. Give it a town or coordinates.")
    return office.position, office


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
        print_lines(f"{r['kind']}: {_with_extension(r) or 'not read: ' + r['raw']}{_findings_text(r)}" for r in records)
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


def _with_extension(record: Plain) -> str:
    number = record.get("international") or record["number"]
    return f"{number} ext. {record['extension']}" if record["extension"] and "ext" not in number else str(number)


def _findings_text(record: Plain) -> str:
    return "".join(f"  ({finding['message']})" for finding in record["findings"])
