"""The tables; migrations build the same ones, and a test holds the two together."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""SQLite can drop a constraint only by name, so every one has a name that follows from what it is."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which knows no zones, holds the bare UTC time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """Returns the moment in UTC; raises ValueError for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: object) -> datetime | None:
        """Returns the moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _rows_of_an_office(name: str, *columns: Column[Any]) -> Table:
    """Returns a table of what an office has several of, in order."""
    return Table(
        name,
        metadata,
        Column("office_id", Uuid, ForeignKey("offices.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
        # Rows lie in the order of their key, so that those of one office are neighbours.
        sqlite_with_rowid=False,
    )


metadata = MetaData(naming_convention=NAMING)

regions = Table(
    "regions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("aliases", JSON, nullable=False),
    Column("place", Integer, nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("id", Uuid, primary_key=True),
    _text("name"),
    _text("kind"),
    Column("region", Text, ForeignKey("regions.name"), index=True),
    Column("address_lines", JSON, nullable=False),
    _text("postal_code"),
    _text("city"),
    _text("district"),
    _text("state"),
    _text("country"),
    _text("published_address"),
    Column("latitude", Float),
    Column("longitude", Float),
    _text("precision"),
    _text("position_source"),
    _text("confirmed_by"),
    _text("timezone"),
    _text("opening_hours"),
    _text("notes"),
    _text("status"),
    Column("verified_on", Date),
    _text("verified_by"),
    _text("verified_how"),
    Column("covers", JSON, nullable=False),
    Column("local_address", JSON(none_as_null=True)),
    Column("extras", JSON, nullable=False),
    Column("ignored", JSON, nullable=False),
    Column("distinct_from", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

phones = _rows_of_an_office("phones", _text("raw"), _text("number"), _text("extension"), _text("kind"), _text("label"))
emails = _rows_of_an_office("emails", _text("address"), _text("label"))
websites = _rows_of_an_office("websites", _text("url"))
people = _rows_of_an_office("people", _text("name"), _text("role"))
aliases = _rows_of_an_office("aliases", _text("name"))

changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),
    # No foreign key: the log outlives the office.
    Column("office_id", Uuid, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("step", Uuid, nullable=False),
    Column("reverts", Uuid),
    _text("origin"),
    Column("at", UtcDateTime, nullable=False),
    _text("author"),
    Column("fields", JSON, nullable=False),
    Index(None, "office_id", "revision"),
    Index(None, "step", "reverts", "origin"),
)
