"""When an office is open, and which countries it serves."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns, the hours after the time zone and the countries after the verification."""
    with op.batch_alter_table("offices", recreate="always") as batch:
        batch.add_column(sa.Column("covers", sa.JSON, nullable=False, server_default="[]"), insert_after="verified_how")
        hours = sa.Column("opening_hours", sa.Text, nullable=False, server_default="")
        batch.add_column(hours, insert_after="timezone")
    # The defaults were for the rows that were there; the program always says what it means.
    with op.batch_alter_table("offices", recreate="always") as batch:
        batch.alter_column("covers", server_default=None)
        batch.alter_column("opening_hours", server_default=None)


def downgrade() -> None:
    """Drops the columns and what is in them."""
    with op.batch_alter_table("offices", recreate="always") as batch:
        batch.drop_column("opening_hours")
        batch.drop_column("covers")
