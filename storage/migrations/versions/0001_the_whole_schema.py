"""The whole schema: articles with revisions and readings, events, findings, runs, sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Found and ordered by its bytes, as SQLite does by itself.
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _events()
    _articles()
    _readings()
    _copies()
    _findings()
    _reconciliations()
    _runs()


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("first", MOMENT, nullable=True),
        sa.Column("last", MOMENT, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("unjudged", sa.Boolean(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_event")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
    )
    op.create_index(op.f("ix_event_last"), "event", ["last"], unique=False)
    op.create_index(op.f("ix_event_unjudged"), "event", ["unjudged"], unique=False)
    op.create_table(
        "event_key",
        sa.Column("key", KEY, nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.number"], name=op.f("fk_event_key_event")),
        sa.PrimaryKeyConstraint("key", "event", name=op.f("pk_event_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_key_event"), "event_key", ["event"], unique=False)
    op.create_table(
        "event_apart",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_apart_event_id")),
        sa.ForeignKeyConstraint(["other_id"], ["event.id"], name=op.f("fk_event_apart_other_id")),
        sa.PrimaryKeyConstraint("event_id", "other_id", name=op.f("pk_event_apart")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_apart_other_id"), "event_apart", ["other_id"], unique=False)


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("speaks", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
    )
    op.create_index(op.f("ix_article_speaks"), "article", ["speaks"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("taken", MOMENT, nullable=False),
        sa.Column("published", MOMENT, nullable=True),
        sa.Column("state", KEY, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("unjudged", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_revision_article_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_revision_article_id_number")),
    )
    op.create_index(op.f("ix_revision_state_id"), "revision", ["state", "id"], unique=False)
    op.create_index(op.f("ix_revision_unjudged_id"), "revision", ["unjudged", "id"], unique=False)


def _readings() -> None:
    op.create_table(
        "claim",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("mention", KEY, nullable=True),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_claim_revision_id")
        ),
        sa.PrimaryKeyConstraint("revision_id", "position", name=op.f("pk_claim")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mention",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("event_id", KEY, nullable=True),
        sa.Column("joined_by", sa.JSON(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_mention_event_id")),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_mention_revision_id")
        ),
        sa.PrimaryKeyConstraint("revision_id", "id", name=op.f("pk_mention")),
    )
    op.create_index(op.f("ix_mention_event_id"), "mention", ["event_id"], unique=False)
    op.create_table(
        "picture_use",
        sa.Column("key", KEY, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("image", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_picture_use_revision_id")
        ),
        sa.PrimaryKeyConstraint("key", "revision_id", "image", name=op.f("pk_picture_use")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_picture_use_revision_id"), "picture_use", ["revision_id"], unique=False
    )


def _copies() -> None:
    op.create_table(
        "text_copy",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_text_copy_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_text_copy")),
    )
    op.create_table(
        "copy_band",
        sa.Column("band", KEY, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["text_copy.article_id"], name=op.f("fk_copy_band_article_id")
        ),
        sa.PrimaryKeyConstraint("band", "article_id", name=op.f("pk_copy_band")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_copy_band_article_id"), "copy_band", ["article_id"], unique=False)


def _findings() -> None:
    op.create_table(
        "finding",
        sa.Column("fingerprint", KEY, nullable=False),
        sa.Column("short", KEY, nullable=False),
        sa.Column("code", KEY, nullable=False),
        sa.Column("family", KEY, nullable=False),
        sa.Column("severity", KEY, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("roots", sa.Integer(), nullable=False),
        sa.Column("event_id", KEY, nullable=True),
        sa.Column("status", KEY, nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("last_seen", MOMENT, nullable=False),
        sa.Column("run", KEY, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_finding")),
        sa.UniqueConstraint("short", name=op.f("uq_finding_short")),
    )
    op.create_index(op.f("ix_finding_event_id"), "finding", ["event_id"], unique=False)
    op.create_index(op.f("ix_finding_last_seen"), "finding", ["last_seen"], unique=False)
    op.create_index(op.f("ix_finding_status"), "finding", ["status"], unique=False)
    op.create_table(
        "finding_evidence",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("article_key", KEY, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("fingerprint", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["fingerprint"],
            ["finding.fingerprint"],
            name=op.f("fk_finding_evidence_fingerprint"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_finding_evidence_revision_id")
        ),
        sa.PrimaryKeyConstraint("fingerprint", "position", name=op.f("pk_finding_evidence")),
    )
    op.create_index(
        op.f("ix_finding_evidence_article_key"), "finding_evidence", ["article_key"], unique=False
    )
    op.create_index(
        op.f("ix_finding_evidence_revision_id"), "finding_evidence", ["revision_id"], unique=False
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", KEY, nullable=False),
        sa.Column("status", KEY, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["finding.fingerprint"], name=op.f("fk_decision_fingerprint")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_fingerprint"), "decision", ["fingerprint"], unique=False)


def _reconciliations() -> None:
    op.create_table(
        "reconciliation",
        sa.Column("fingerprint", KEY, nullable=False),
        sa.Column("family", KEY, nullable=False),
        sa.Column("reason", KEY, nullable=False),
        sa.Column("event_id", KEY, nullable=True),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("last_seen", MOMENT, nullable=False),
        sa.Column("run", KEY, nullable=True),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_reconciliation")),
    )
    op.create_index(
        op.f("ix_reconciliation_event_id"), "reconciliation", ["event_id"], unique=False
    )
    op.create_index(op.f("ix_reconciliation_reason"), "reconciliation", ["reason"], unique=False)
    op.create_index(op.f("ix_reconciliation_run"), "reconciliation", ["run"], unique=False)
    op.create_table(
        "reconciliation_evidence",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("article_key", KEY, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("fingerprint", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["fingerprint"],
            ["reconciliation.fingerprint"],
            name=op.f("fk_reconciliation_evidence_fingerprint"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_reconciliation_evidence_revision_id")
        ),
        sa.PrimaryKeyConstraint("fingerprint", "position", name=op.f("pk_reconciliation_evidence")),
    )
    op.create_index(
        op.f("ix_reconciliation_evidence_article_key"),
        "reconciliation_evidence",
        ["article_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_reconciliation_evidence_revision_id"),
        "reconciliation_evidence",
        ["revision_id"],
        unique=False,
    )


def _runs() -> None:
    op.create_table(
        "run",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("ended", MOMENT, nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("failures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_index(op.f("ix_run_started"), "run", ["started"], unique=False)
    op.create_table(
        "source",
        sa.Column("name", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("language", KEY, nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("every_minutes", sa.Integer(), nullable=False),
        sa.Column("added", MOMENT, nullable=False),
        sa.Column("last_ok", MOMENT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_source")),
    )
