"""The log of changes: written with every save, read for history and undo."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from directory_app.model.change import BLANK, EXISTS, FIELDS, Change, FieldChange, Origin, Stamp
from directory_app.model.plain import from_plain, to_plain
from directory_app.model.undo import Step
from directory_app.store.bulk import insert_rows
from directory_app.store.problems import unpacking
from directory_app.store.reading import chunks
from directory_app.store.soundness import require_numbers, require_texts
from directory_app.store.tables import changes


def append(connection: Connection, logged: Sequence[tuple[Change, int]]) -> None:
    """Writes changes, each with the revision that it made, at the end of the log."""
    insert_rows(connection, changes, (_row(change, revision) for change, revision in logged))


@unpacking()
def load_changes(connection: Connection, office: UUID | None, step: UUID | None, limit: int | None) -> list[Change]:
    """Returns the changes of one office or step or of all, newest first."""
    query = select(changes).order_by(changes.c.sequence.desc()).limit(limit)
    if office is not None:
        query = query.where(changes.c.office_id == office)
    if step is not None:
        query = query.where(changes.c.step == step)
    return [_change_from(row) for row in connection.execute(query)]


@unpacking()
def load_steps(connection: Connection) -> list[Step]:
    """Returns the steps, oldest first, out of an index alone."""
    columns = (changes.c.step, changes.c.origin, changes.c.reverts)
    query = select(*columns).group_by(*columns).order_by(func.min(changes.c.sequence))
    return [Step(step, Origin(origin), reverts) for step, origin, reverts in connection.execute(query)]


def last_sequence(connection: Connection) -> int:
    """Returns the number of the newest change; 0 where nothing ever happened."""
    return connection.execute(select(func.max(changes.c.sequence))).scalar() or 0


@unpacking()
def last_revisions(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, int]:
    """Returns the last revision of each office that the log knows, whether it is still there or not."""
    found: dict[UUID, int] = {}
    for chunk in chunks(ids):
        query = select(changes.c.office_id, func.max(changes.c.revision)).group_by(changes.c.office_id)
        found.update((row[0], row[1]) for row in connection.execute(query.where(changes.c.office_id.in_(chunk))))
    require_numbers(*found.values())
    return found


def _row(change: Change, revision: int) -> tuple[Any, ...]:
    """Returns a change's row in the order of the columns; the sequence is SQLite's to give."""
    stamp = change.stamp
    is_new = change.fields[0].field == EXISTS and not change.fields[0].old
    fields = [
        [name, _BLANK[name] if is_new else to_plain(name, old), to_plain(name, new)] for name, old, new in change.fields
    ]
    place = (change.office, revision, stamp.step, stamp.reverts)
    return (None, change.id, *place, stamp.origin, stamp.at, stamp.by, fields)


_BLANK = {field: to_plain(field, value) for field, value in zip(FIELDS, BLANK, strict=True)} | {EXISTS: False}


def _change_from(row: Row[Any]) -> Change:
    require_texts(row.author)
    return Change(
        id=row.id,
        office=row.office_id,
        stamp=Stamp(row.step, row.at, row.author, Origin(row.origin), row.reverts),
        fields=tuple(
            FieldChange(field, from_plain(field, old), from_plain(field, new)) for field, old, new in row.fields
        ),
    )
