"""Findings that somebody looked at and lets stand, each with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from directory_app.model.findings import Finding
from directory_app.model.office import Ignored, Office


def ignored(office: Office, finding: Finding, reason: str) -> Office:
    """Returns the office with the finding let stand; a reason given before is replaced.

    It stays so for whatever the finding is about; the same doubt about another value is a new finding.
    """
    others = unignored(office, finding).ignored
    return replace(office, ignored=(*others, Ignored(finding.code, finding.field, finding.about, reason.strip())))


def unignored(office: Office, finding: Finding) -> Office:
    """Returns the office with the finding pointed out again."""
    return replace(office, ignored=tuple(entry for entry in office.ignored if not _is_of(entry, finding)))


def reason_to_ignore(ignored: Iterable[Ignored], finding: Finding) -> str | None:
    """Returns why a finding is let stand by one of these entries, or None if it is not."""
    return next((entry.reason for entry in ignored if _is_of(entry, finding)), None)


def without_ignored(office: Office, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Returns the findings that nobody lets stand."""
    return still_standing(office.ignored, findings)


def still_standing(ignored: Sequence[Ignored], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Returns the findings that none of these entries lets stand."""
    return tuple(finding for finding in findings if not any(_is_of(entry, finding) for entry in ignored))


def _is_of(entry: Ignored, finding: Finding) -> bool:
    return (entry.code, entry.field, entry.about) == (finding.code, finding.field, finding.about)
