"""The first tables: offices with what they have several of, regions, and the log of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "regions",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_regions")),
    )
    _create_offices()
    _create_rows_of_an_office("phones", "raw", "number", "extension", "kind", "label")
    _create_rows_of_an_office("emails", "address", "label")
    _create_rows_of_an_office("websites", "url")
    _create_rows_of_an_office("people", "name", "role")
    _create_rows_of_an_office("aliases", "name")
    _create_changes()


def downgrade() -> None:
    """Drops the tables and all that is in them."""
    for table in ("changes", "aliases", "people", "websites", "emails", "phones", "offices", "regions"):
        op.drop_table(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _create_offices() -> None:
    op.create_table(
        "offices",
        sa.Column("id", sa.Uuid, nullable=False),
        _text("name"),
        _text("kind"),
        sa.Column("region", sa.Text),
        sa.Column("address_lines", sa.JSON, nullable=False),
        _text("postal_code"),
        _text("city"),
        _text("district"),
        _text("state"),
        _text("country"),
        _text("published_address"),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        _text("precision"),
        _text("position_source"),
        _text("confirmed_by"),
        _text("timezone"),
        _text("notes"),
        _text("status"),
        sa.Column("verified_on", sa.Date),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
        sa.ForeignKeyConstraint(["region"], ["regions.name"], name=op.f("fk_offices_region_regions")),
    )
    op.create_index(op.f("ix_offices_region"), "offices", ["region"])


def _create_rows_of_an_office(table: str, *columns: str) -> None:
    op.create_table(
        table,
        sa.Column("office_id", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        *(_text(column) for column in columns),
        sa.PrimaryKeyConstraint("office_id", "position", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f(f"fk_{table}_office_id_offices"), ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def _create_changes() -> None:
    op.create_table(
        "changes",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("office_id", sa.Uuid, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("step", sa.Uuid, nullable=False),
        sa.Column("reverts", sa.Uuid),
        _text("origin"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("author"),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_changes")),
        sa.UniqueConstraint("id", name=op.f("uq_changes_id")),
    )
    op.create_index(op.f("ix_changes_office_id_revision"), "changes", ["office_id", "revision"])
    op.create_index(op.f("ix_changes_step_reverts_origin"), "changes", ["step", "reverts", "origin"])
