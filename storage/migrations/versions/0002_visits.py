"""What is remembered of sources, pages and hosts from one visit to the next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Found and ordered by its bytes, as SQLite does by itself.
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("key", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("site", KEY, nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("since_full", sa.Integer(), nullable=False),
        sa.Column("lied", MOMENT, nullable=True),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_site_lied"), "answer", ["site", "lied"], unique=False)
    op.create_table(
        "visit",
        sa.Column("key", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("tried", MOMENT, nullable=True),
        sa.Column("last", MOMENT, nullable=True),
        sa.Column("news", MOMENT, nullable=True),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("next", MOMENT, nullable=True),
        sa.Column("rest", MOMENT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", MOMENT, nullable=True),
        sa.Column("given_up", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_visit")),
    )
    op.create_table(
        "page",
        sa.Column("key", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.Column("told", KEY, nullable=False),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("checked", MOMENT, nullable=False),
        sa.Column("due", MOMENT, nullable=True),
        sa.Column("gone", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_page")),
    )
    op.create_index(op.f("ix_page_source_due"), "page", ["source", "due"], unique=False)
    op.create_table(
        "host",
        sa.Column("host", KEY, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_host")),
    )
