"""Offices and regions read out of the tables, a few statements for however many."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Label, Select, Text, select, type_coerce

from directory_app.model.office import Office, Region, Summary
from directory_app.store import tables
from directory_app.store.first_look import read_regions, read_summaries
from directory_app.store.problems import unpacking
from directory_app.store.rows import MANY_VALUED, ManyValued, office_from
from directory_app.store.soundness import require_texts

_CHUNK = 900
"""How many ids one statement names; some builds of SQLite take no more than 999."""


def chunks(ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """Yields the ids in lists short enough for one statement."""
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


@unpacking()
def load_summaries(connection: Connection) -> list[Summary]:
    """Returns every office's summary, in the order of names."""
    return read_summaries(_driver(connection))


@unpacking()
def load_regions(connection: Connection) -> list[Region]:
    """Returns the regions in their order."""
    return read_regions(_driver(connection))


@unpacking()
def load_offices(connection: Connection, ids: Iterable[UUID] | None = None) -> list[Office]:
    """Returns the offices with these ids in their order, those that are not there left out.

    Without ids, returns all of them in the order of names.
    """
    if ids is None:
        return _load(connection, None)
    wanted = list(dict.fromkeys(ids))
    found = {office.id: office for chunk in chunks(wanted) for office in _load(connection, chunk)}
    return [found[office_id] for office_id in wanted if office_id in found]


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _load(connection: Connection, ids: Sequence[UUID] | None) -> list[Office]:
    table = tables.offices
    query = _among(select(_key(table.c.id), table), table.c.id, ids).order_by(table.c.name, table.c.id)
    rows = connection.execute(query).all()
    if not rows:
        return []
    many = {part.field: _values_by_office(connection, part, ids) for part in MANY_VALUED}
    return [office_from(row, {field: tuple(values.get(row.key, ())) for field, values in many.items()}) for row in rows]


def _values_by_office(connection: Connection, part: ManyValued, ids: Sequence[UUID] | None) -> dict[str, list[object]]:
    table = part.table
    columns = [table.c[name] for name in part.columns]
    query = _among(select(_key(table.c.office_id), *columns), table.c.office_id, ids)
    found: dict[str, list[object]] = {}
    for key, *values in connection.execute(query.order_by(table.c.office_id, table.c.position)).all():
        require_texts(*values)
        found.setdefault(key, []).append(part.read(*values))
    return found


def _key(column: Column[UUID]) -> Label[str]:
    """Returns the id as the file holds it: making a UUID of it for each phone takes longer than all the rest."""
    return type_coerce(column, Text).label("key")


def _among(query: Select[Any], column: Column[UUID], ids: Sequence[UUID] | None) -> Select[Any]:
    return query if ids is None else query.where(column.in_(ids))
