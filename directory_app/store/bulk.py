"""Many rows into a table at once, without SQLAlchemy's work on each of them, which takes longer than SQLite's."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert


def insert_rows(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Inserts rows, each the values of all columns in the table's order, as the types of the columns store them."""
    dialect = connection.dialect
    convert = [
        (place, processor)
        for place, column in enumerate(table.columns)
        if (processor := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    ]
    stored = []
    for row in rows:
        values = list(row)
        for place, processor in convert:
            values[place] = processor(values[place])
        stored.append(tuple(values))
    if stored:
        connection.exec_driver_sql(str(insert(table).compile(dialect=dialect)), stored)
