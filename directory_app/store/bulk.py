"""Many rows into a table at once, without SQLAlchemy's work on each of them, which takes longer than SQLite's."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

_NOTHING = object()


def insert_rows(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Inserts rows, each the values of all columns in the table's order, as the types of the columns store them."""
    dialect = connection.dialect
    convert = [
        (place, processor)
        for place, column in enumerate(table.columns)
        if (processor := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    ]
    # The time, the step and the office are the same object in many rows one after the other.
    seen: list[Any] = [_NOTHING] * len(convert)
    seen_as: list[Any] = [None] * len(convert)
    stored = []
    for row in rows:
        values = list(row)
        for number, (place, processor) in enumerate(convert):
            value = values[place]
            if value is not seen[number]:
                seen[number], seen_as[number] = value, processor(value)
            values[place] = seen_as[number]
        stored.append(tuple(values))
    if stored:
        connection.exec_driver_sql(str(insert(table).compile(dialect=dialect)), stored)
