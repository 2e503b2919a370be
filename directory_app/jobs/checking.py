"""Everything doubtful in a directory; what one office says is looked at once, until it changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from uuid import UUID

from directory_app.geo.base_map import BaseMap
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.outlines import Outlines
from directory_app.geo.position_checks import PositionChecks
from directory_app.model.change import Change
from directory_app.model.checks import check_office
from directory_app.model.directory_checks import Contacts, contacts_of, directory_findings
from directory_app.model.findings import Finding
from directory_app.model.ignoring import reason_to_ignore, still_standing
from directory_app.model.office import Ignored, Office, Status, Summary
from directory_app.model.office_checks import (
    RECENTLY,
    closed_findings,
    edited_after_closing,
    office_findings,
    verification_findings,
)
from directory_app.model.progress import Progress, untold

_AT_ONCE = 200
"""How many offices are read and looked at between two tellings of the progress."""

Found = tuple[Summary, Finding]
LetStand = tuple[Summary, Finding, str]
"""A finding that somebody lets stand, and why."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What stays of an office that was looked at."""

    findings: tuple[Finding, ...]
    contacts: Contacts
    ignored: tuple[Ignored, ...]


class Checks:
    """Knows the findings of a directory's offices; any thread may ask while another says what has changed."""

    def __init__(
        self,
        read: Callable[[Sequence[UUID]], list[Office]],
        history: Callable[[UUID], list[Change]],
        position_findings: Callable[[Office], tuple[Finding, ...]],
    ) -> None:
        self._read, self._history, self.position_findings = read, history, position_findings
        self._known: dict[UUID, _Known] = {}
        self._changes = 0
        self._lock = Lock()

    def forget(self, offices: Iterable[UUID]) -> None:
        """Looks at these offices anew when next asked."""
        with self._lock:
            self._changes += 1
            for office in offices:
                self._known.pop(office, None)

    def findings(
        self,
        rows: Sequence[Summary],
        today: date,
        among: frozenset[UUID] | None = None,
        with_ignored: bool = False,
        alone: bool = False,
        progress: Progress = untold,
    ) -> list[Found]:
        """Returns what is doubtful, in the order of the rows, which are those of the whole directory.

        With `among` only the findings of these offices; those that somebody lets stand only `with_ignored`.
        What only the others tell is left out where an office is looked at `alone`, which spares reading them.
        """
        if alone and among is not None:
            rows = [row for row in rows if row.id in among]
        found: list[Found] = []
        for row, entry, every in self._every(rows, today, alone, progress):
            if among is None or row.id in among:
                shown = every if with_ignored or not entry.ignored else still_standing(entry.ignored, every)
                found += [(row, finding) for finding in shown]
        return found

    def let_stand(self, rows: Sequence[Summary], today: date) -> list[LetStand]:
        """Returns what somebody lets stand, with the reason, in the order of the rows."""
        return [
            (row, finding, reason)
            for row, entry, every in self._every(rows, today)
            for finding in (every if entry.ignored else ())
            if (reason := reason_to_ignore(entry.ignored, finding)) is not None
        ]

    def _every(
        self, rows: Sequence[Summary], today: date, alone: bool = False, progress: Progress = untold
    ) -> Iterator[tuple[Summary, _Known, tuple[Finding, ...]]]:
        """Yields every office with what is known of it and all that is doubtful, let stand or not."""
        self._look_at([row.id for row in rows], today, progress)
        with self._lock:
            known = {row.id: self._known[row.id] for row in rows if row.id in self._known}
        there = [row for row in rows if row.id in known]
        contacts = {office: entry.contacts for office, entry in known.items()}
        together = {} if alone else directory_findings(there, contacts)
        for row in there:
            entry = known[row.id]
            yield row, entry, (*entry.findings, *together.get(row.id, ()), *verification_findings(row, today))

    def _look_at(self, ids: Sequence[UUID], today: date, progress: Progress) -> None:
        missing = [office for office in ids if office not in self._known]
        done = 0
        for part in _parts(missing):
            with self._lock:
                changes = self._changes
            looked_at = {office.id: self._look(office, today) for office in self._read(part)}
            with self._lock:
                if changes == self._changes:  # else what was read may be out of date; it is asked for again soon
                    self._known.update(looked_at)
            done += len(part)
            progress(done, len(missing))

    def _look(self, office: Office, today: date) -> _Known:
        findings = (
            *check_office(office, with_ignored=True),
            *office_findings(office),
            *self.position_findings(office),
            *closed_findings(self._edited_after_closing(office, today), today),
        )
        return _Known(findings, contacts_of(office), office.ignored)

    def _edited_after_closing(self, office: Office, today: date) -> datetime | None:
        """Asks the history, which takes its time, only where there is an edit that may be too young."""
        at = office.updated_at
        if office.status is not Status.CLOSED or office.revision < 2 or at is None or at.date() < today - RECENTLY:
            return None
        return edited_after_closing(self._history(office.id))


def new_checks(
    read: Callable[[Sequence[UUID]], list[Office]],
    history: Callable[[UUID], list[Change]],
    base_map: Path,
    gazetteer: Gazetteer,
) -> Checks:
    """Returns checks that know nothing yet of the offices that `read` reads and `history` tells of."""
    return Checks(read, history, PositionChecks(Outlines(BaseMap(base_map)), gazetteer).findings)


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
