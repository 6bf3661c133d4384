"""Events know their neighbourhood; what moved from one event to another is on record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Found and ordered by its bytes, as SQLite does by itself.
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # The events of an older store have none; each is a neighbourhood of its own until an article
    # that is linked to it has them settled.
    op.add_column("event", sa.Column("hood", KEY, nullable=False, server_default=""))
    op.create_index(op.f("ix_event_hood"), "event", ["hood"], unique=False)
    op.create_table(
        "event_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("left_id", KEY, nullable=False),
        sa.Column("joined_id", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["left_id"], ["event.id"], name=op.f("fk_event_change_left_id")),
        sa.ForeignKeyConstraint(
            ["joined_id"], ["event.id"], name=op.f("fk_event_change_joined_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_change")),
    )
    op.create_index(op.f("ix_event_change_left_id"), "event_change", ["left_id"], unique=False)
    op.create_index(op.f("ix_event_change_joined_id"), "event_change", ["joined_id"], unique=False)
