"""What an import would do, record by record, before anything is written."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from directory_app.model.change import FieldChange
from directory_app.model.findings import Finding
from directory_app.model.office import Office


class Fate(StrEnum):
    """What becomes of a record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    """It may be another office under another name: a person decides."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An office that a record may be, how sure that is (0 to 1), and why, in words: "same name", "2.1 km away"."""

    office: UUID
    name: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One line of a preview.

    `office` is what would be saved: a new office, or the stored one with the record's values in it;
    None where there is nothing to save. `changes` are those of a CHANGED record, old and new.
    `resembles` are the offices that it may be, the likeliest first. `reason` says why it is unreadable.
    """

    place: str
    fate: Fate
    office: Office | None = None
    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    resembles: tuple[Resemblance, ...] = ()
    reason: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A whole preview, in the order of the file."""

    records: tuple[PlannedRecord, ...]

    def counts(self) -> Counter[Fate]:
        """Returns how many records there are of each fate."""
        return Counter(record.fate for record in self.records)
