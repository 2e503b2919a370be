"""The log of changes: written with every save, read for history and undo."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, insert, select

from directory_app.model.change import Change, FieldChange, Origin, Stamp
from directory_app.model.plain import from_plain, to_plain
from directory_app.model.undo import Step
from directory_app.store.problems import unpacking
from directory_app.store.reading import chunks
from directory_app.store.soundness import require_numbers, require_texts
from directory_app.store.tables import changes


def append(connection: Connection, logged: Sequence[tuple[Change, int]]) -> None:
    """Writes changes, each with the revision that it made, at the end of the log."""
    if logged:
        connection.execute(insert(changes), [_row(change, revision) for change, revision in logged])


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


def _row(change: Change, revision: int) -> dict[str, Any]:
    stamp = change.stamp
    return {
        "id": change.id,
        "office_id": change.office,
        "revision": revision,
        "step": stamp.step,
        "reverts": stamp.reverts,
        "origin": stamp.origin,
        "at": stamp.at,
        "author": stamp.by,
        "fields": [
            [field.field, to_plain(field.field, field.old), to_plain(field.field, field.new)] for field in change.fields
        ],
    }


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
