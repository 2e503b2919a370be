"""Who verified an office and how, its address in the local script, and what imports and checks have to remember."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = ("verified_by", "verified_how")
_LISTS = ("extras", "ignored", "distinct_from")


def upgrade() -> None:
    """Adds the columns, between the date of the verification and the revision."""
    with op.batch_alter_table("offices", recreate="always") as batch:
        after = "verified_on"
        for name in _TEXTS:
            batch.add_column(sa.Column(name, sa.Text, nullable=False, server_default=""), insert_after=after)
            after = name
        batch.add_column(sa.Column("local_address", sa.JSON), insert_after=after)
        after = "local_address"
        for name in _LISTS:
            batch.add_column(sa.Column(name, sa.JSON, nullable=False, server_default="[]"), insert_after=after)
            after = name
    # The defaults were for the rows that were there; the program always says what it means.
    with op.batch_alter_table("offices", recreate="always") as batch:
        for name in (*_TEXTS, *_LISTS):
            batch.alter_column(name, server_default=None)


def downgrade() -> None:
    """Drops the columns and what is in them."""
    with op.batch_alter_table("offices", recreate="always") as batch:
        for name in (*_TEXTS, "local_address", *_LISTS):
            batch.drop_column(name)
