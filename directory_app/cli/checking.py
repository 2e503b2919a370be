"""`check` and what settles its findings: `mend`, `ignore`, `verify`, and `mail`, the letter that asks the office."""

import argparse

from directory_app.cli.changes import changes_of, print_changes
from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines
from directory_app.cli.records import finding_record
from directory_app.directory import Directory
from directory_app.errors import BadInputError, NotFoundError
from directory_app.model.findings import Finding, Level
from directory_app.model.ignoring import ignored, unignored
from directory_app.model.mail_draft import mailto_uri, verification_draft
from directory_app.model.mending import proposal
from directory_app.model.office import Office
from directory_app.model.typed import read_date
from directory_app.model.verifying import verified

_NOTHING = "The office says so already; nothing was changed."


def check(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints what looks doubtful; a note alone is no reason to exit with findings."""
    ids = [directory.find(text).id for text in asked.offices] or None
    found = directory.check(ids, with_ignored=asked.with_ignored)
    if asked.json:
        print_json([finding_record(office, finding) for office, finding in found])
    else:
        print_lines(f"{office.name}: {_sentence(finding)}" for office, finding in found)
    return WITH_FINDINGS if any(finding.level is Level.WARNING for _, finding in found) else DONE


def mend(directory: Directory, asked: argparse.Namespace) -> int:
    """Takes what a machine proposes for a finding, and prints the change."""
    office = directory.find(asked.office)
    finding = _finding(directory, office, asked)
    if not proposal(office, finding):
        raise BadInputError(f"{finding.message} Nothing is proposed for that; use: edit")
    changed = directory.mend(office, finding, asked.author)
    return print_changes(asked, changes_of(directory, changed), _NOTHING)


def ignore(directory: Directory, asked: argparse.Namespace) -> int:
    """Lets a finding stand with a reason, or points it out again, and prints the change."""
    office = directory.find(asked.office)
    finding = _finding(directory, office, asked)
    if not asked.again and not asked.reason.strip():
        raise BadInputError("A finding is let stand for a reason. Add: --reason TEXT")
    wanted = unignored(office, finding) if asked.again else ignored(office, finding, asked.reason)
    return print_changes(asked, changes_of(directory, directory.save(wanted, asked.author)), _NOTHING)


def verify(directory: Directory, asked: argparse.Namespace) -> int:
    """Marks an office as verified, today unless said otherwise, and prints the change."""
    day = read_date(asked.on) if asked.on else directory.today
    if day is None:
        raise BadInputError(f"“{asked.on}” is no date such as 2026-01-31.")
    office = verified(directory.find(asked.office), day, asked.author, asked.how)
    return print_changes(asked, changes_of(directory, directory.save(office, asked.author)), _NOTHING)


def mail(directory: Directory, asked: argparse.Namespace) -> int:
    """Prints the letter that asks an office whether its entry is still right."""
    draft = verification_draft(directory.find(asked.office), asked.author)
    if asked.json:
        print_json({"to": list(draft.to), "subject": draft.subject, "body": draft.body, "uri": mailto_uri(draft)})
    else:
        print_lines([f"To: {', '.join(draft.to)}", f"Subject: {draft.subject}", "", draft.body])
    return DONE if draft.to else WITH_FINDINGS


def _finding(directory: Directory, office: Office, asked: argparse.Namespace) -> Finding:
    found: list[Finding] = []
    named: list[Finding] = []
    for alone in (True, False):  # most findings need no look at all the other offices
        found = [finding for _, finding in directory.check([office.id], with_ignored=True, alone=alone)]
        named = [f for f in found if f.code == asked.code and (asked.about is None or f.about == asked.about)]
        if named:
            break
    if not named:
        codes = ", ".join(dict.fromkeys(finding.code for finding in found)) or "none"
        raise NotFoundError(f"{office.name} has no such finding. It has: {codes}.")
    if len(named) > 1:
        values = ", ".join(finding.about for finding in named)
        raise BadInputError(f"{office.name} has several findings of this code. Add --about with one of: {values}.")
    return named[0]


def _sentence(finding: Finding) -> str:
    proposed = f" Proposed: {finding.suggestion}." if finding.suggestion else ""
    return f"{finding.message}{proposed}{' (note)' if finding.level is Level.NOTE else ''}"
