"""Changes as the command line prints them."""

import argparse
import json
from collections.abc import Sequence

from directory_app.cli.printing import DONE, WITH_FINDINGS, print_json, print_lines, tell
from directory_app.cli.records import change_record
from directory_app.directory import Directory
from directory_app.model.change import Change, Changed
from directory_app.model.plain import Plain


def print_changes(asked: argparse.Namespace, changes: Sequence[Change], nothing: str) -> int:
    """Prints changes, or the sentence if there are none, and returns the exit code."""
    if asked.json:
        print_json([change_record(change) for change in changes])
    elif not changes:
        tell(nothing)
    for change in () if asked.json else changes:
        record = change_record(change)
        print_lines([f"{record['at']} by {record['by']} ({record['id']})"])
        print_lines(f"  {name}: {_short(old)} -> {_short(new)}" for name, (old, new) in record["fields"].items())
    return DONE if changes else WITH_FINDINGS


def changes_of(directory: Directory, changed: Changed) -> list[Change]:
    """Returns what a write changed, office by office."""
    return directory.history(step=changed.step) if changed.step else []


def _short(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False)
