"""The one way anything is written: offices, their log and their regions, in the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import isfinite
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from directory_app.errors import BadInputError
from directory_app.model.change import Change, Changed, Stamp, diff
from directory_app.model.office import Office, Region
from directory_app.model.progress import Progress
from directory_app.store import change_log
from directory_app.store.bulk import insert_rows
from directory_app.store.problems import StaleSaveError
from directory_app.store.reading import chunks, load_offices, load_regions
from directory_app.store.rows import MANY_VALUED, Values, office_row, region_row
from directory_app.store.tables import offices as offices_table
from directory_app.store.tables import regions as regions_table

_AT_ONCE = 1800
"""How many offices are read, compared and written at a time."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """One office before and after, None where it is not there, and the revision that this makes."""

    old: Office | None
    new: Office | None
    revision: int
    change: Change

    def touches(self, field: str) -> bool:
        if self.old is None:  # nothing is there yet that would have to go
            return bool(getattr(self.new, field))
        return any(change.field == field for change in self.change.fields)


def write_offices(
    connection: Connection, wanted: Sequence[Office], removed: Sequence[Office], stamp: Stamp, progress: Progress
) -> Changed:
    """Writes what differs from the tables, with a change and a new revision for each office.

    Raises StaleSaveError if any of them was saved by somebody else since it was read.
    """
    if len({office.id for office in (*wanted, *removed)}) != len(wanted) + len(removed):
        raise ValueError("the same office twice in one step")
    _refuse_nowhere(wanted)
    added: list[UUID] = []
    updated: list[UUID] = []
    gone: list[UUID] = []
    # Rows lie in the order of ids: a large import that comes in that order is written from front to back.
    in_order = sorted(wanted, key=_id) if len(wanted) > _AT_ONCE else wanted
    states = chain(((office, office) for office in in_order), ((office, None) for office in removed))
    done = 0
    # A part at a time, so that the log of a large import is never in memory at once.
    while part := list(islice(states, _AT_ONCE)):
        for edit in _write_part(connection, part, stamp):
            (added if edit.old is None else gone if edit.new is None else updated).append(edit.change.office)
        done += len(part)
        progress(done, len(wanted) + len(removed))
    return Changed(tuple(added), tuple(updated), tuple(gone), stamp.step if added or updated or gone else None)


def _id(office: Office) -> int:
    return office.id.int


def _write_part(connection: Connection, part: Sequence[tuple[Office, Office | None]], stamp: Stamp) -> Sequence[_Edit]:
    """Writes offices, each given as its caller knows it and as it is to be."""
    stored = {office.id: office for office in load_offices(connection, [known.id for known, _ in part])}
    _refuse_stale((known for known, _ in part), stored)
    edits = _edits(connection, stored, part, stamp)
    _add_missing_regions(connection, edits)
    _write_rows(connection, edits, stamp)
    change_log.append(connection, [(edit.change, edit.revision) for edit in edits])
    return edits


def add_regions(connection: Connection, regions: Iterable[Region]) -> None:
    """Adds the regions that are not there yet; the others stay as they are."""
    there = {region.name for region in load_regions(connection)}
    missing: dict[str, Values] = {}
    for region in regions:
        if region.name not in there:
            missing.setdefault(region.name, region_row(region))
    if missing:
        connection.execute(insert(regions_table), list(missing.values()))


def _refuse_stale(mine: Iterable[Office], stored: Mapping[UUID, Office]) -> None:
    for office in mine:
        there = stored.get(office.id)
        if office.revision != (there.revision if there else 0):
            raise StaleSaveError(there, office)


def _refuse_nowhere(wanted: Iterable[Office]) -> None:
    """SQLite has no NaN and would lose the position without a word."""
    for office in wanted:
        place = office.position
        if place is not None and not (isfinite(place.latitude) and isfinite(place.longitude)):
            raise BadInputError(
                f"The position of {office.name} is no number. Nothing was saved. Set it again, or clear it."
            )


def _edits(
    connection: Connection,
    stored: Mapping[UUID, Office],
    part: Sequence[tuple[Office, Office | None]],
    stamp: Stamp,
) -> list[_Edit]:
    # An office that comes back goes on counting where it left off, so that no revision ever means two things.
    last = change_log.last_revisions(connection, [known.id for known, _ in part if known.id not in stored])
    edits = []
    for known, new in part:
        old = stored.get(known.id)
        if fields := diff(old, new):
            revision = (old.revision if old else last.get(known.id, 0)) + 1
            edits.append(_Edit(old, new, revision, Change(uuid4(), known.id, stamp, fields)))
    return edits


def _add_missing_regions(connection: Connection, edits: Iterable[_Edit]) -> None:
    names = dict.fromkeys(edit.new.region for edit in edits if edit.new and edit.new.region)
    if names:
        last = connection.execute(select(func.max(regions_table.c.place))).scalar()
        add_regions(connection, [Region(name, order=(last or 0) + 1) for name in names])


def _write_rows(connection: Connection, edits: Sequence[_Edit], stamp: Stamp) -> None:
    gone = [edit.change.office for edit in edits if edit.new is None]
    for chunk in chunks(gone):
        connection.execute(delete(offices_table).where(offices_table.c.id.in_(chunk)))
    kept = [(edit.old is None, office_row(edit.new, edit.revision, stamp.at)) for edit in edits if edit.new]
    insert_rows(connection, offices_table, (tuple(row.values()) for new, row in kept if new))
    _update(connection, [row for new, row in kept if not new])
    _write_many_valued(connection, [edit for edit in edits if edit.new])


def _update(connection: Connection, rows: list[Values]) -> None:
    if rows:
        query = update(offices_table).where(offices_table.c.id == bindparam("this_id"))
        connection.execute(query, [{**row, "this_id": row["id"]} for row in rows])


def _write_many_valued(connection: Connection, edits: Sequence[_Edit]) -> None:
    for part in MANY_VALUED:
        touched = [edit for edit in edits if edit.touches(part.field)]
        for chunk in chunks(edit.change.office for edit in touched if edit.old is not None):
            connection.execute(delete(part.table).where(part.table.c.office_id.in_(chunk)))
        insert_rows(connection, part.table, (row for edit in touched if edit.new for row in part.rows_of(edit.new)))
