"""What the list of findings shows, as values: headings, and the findings under them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from directory_app.model.findings import Finding, Level
from directory_app.model.office import WITHOUT_NAME
from directory_app.ui.headed_list import HeadingRow
from directory_app.ui.words import finding_title


class Grouping(Enum):
    """What the findings stand under."""

    OFFICE = "By office"
    KIND = "By kind"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding and the office that it is about; `reason` is why somebody lets it stand, None if nobody does."""

    office: UUID
    name: str
    finding: Finding
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A finding: a sentence, and under it what the heading does not say already."""

    doubt: Doubt
    sentence: str
    detail: str


Row = HeadingRow | DoubtRow


def rows_of(doubts: Sequence[Doubt], grouping: Grouping, code: str = "") -> tuple[Row, ...]:
    """Returns the rows of the list; a code leaves out the findings of other kinds.

    What is probably wrong comes before what would be good to have; by office they stand in the
    directory's order, by kind the most frequent kind comes first.
    """
    groups: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        if not code or doubt.finding.code == code:
            groups.setdefault(_key(doubt, grouping), []).append(doubt)
    rows: list[Row] = []
    for group in sorted(groups.values(), key=_rank_by_kind if grouping is Grouping.KIND else _rank):
        rows.append(HeadingRow(_title(group[0], grouping), len(group)))
        rows.extend(DoubtRow(doubt, doubt.finding.message, _detail(doubt, grouping)) for doubt in group)
    return tuple(rows)


def kinds_of(doubts: Iterable[Doubt]) -> list[tuple[str, str]]:
    """Returns the title and the code of every kind that there is, in the order of titles."""
    return sorted((finding_title(code), code) for code in {doubt.finding.code for doubt in doubts})


def _rank(group: Sequence[Doubt]) -> bool:
    return all(doubt.finding.level is Level.NOTE for doubt in group)


def _rank_by_kind(group: Sequence[Doubt]) -> tuple[bool, int]:
    return _rank(group), -len(group)


def _key(doubt: Doubt, grouping: Grouping) -> object:
    return doubt.office if grouping is Grouping.OFFICE else doubt.finding.code


def _title(doubt: Doubt, grouping: Grouping) -> str:
    return doubt.name or WITHOUT_NAME if grouping is Grouping.OFFICE else finding_title(doubt.finding.code)


def _detail(doubt: Doubt, grouping: Grouping) -> str:
    if doubt.reason is not None:
        return f"Let stand: {doubt.reason}"
    return finding_title(doubt.finding.code) if grouping is Grouping.OFFICE else doubt.name or WITHOUT_NAME
