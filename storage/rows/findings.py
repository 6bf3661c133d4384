"""Findings and reconciliations with their evidence, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, PrimaryKeyConstraint
from sqlmodel import Field, SQLModel

from storage.rows.columns import Key, Words, table_of


class FindingRow(SQLModel, table=True):
    """One finding; its fingerprint is the key, so a run repeated stores nothing twice."""

    __tablename__ = "finding"

    fingerprint: str = Field(sa_type=Key, primary_key=True)
    short: str = Field(sa_type=Key, unique=True)
    code: str = Field(sa_type=Key)
    family: str = Field(sa_type=Key)
    severity: str = Field(sa_type=Key)
    rank: int  # the severity as a number: what lists are ordered by
    roots: int  # independent sources on all sides
    event_id: str | None = Field(default=None, sa_type=Key, index=True)
    status: str = Field(sa_type=Key, index=True)
    until: date | None = None
    first_seen: datetime
    last_seen: datetime = Field(index=True)
    run: str | None = Field(default=None, sa_type=Key)  # that saw it last
    words: str = Field(sa_type=Words)  # what a search looks through
    digest: str = Field(sa_type=Key)  # of all that it says: unchanged ones need no writing
    document: dict[str, Any] = Field(sa_type=JSON)  # without evidence


class ReconciliationRow(SQLModel, table=True):
    """A difference that is not a finding, by its fingerprint."""

    __tablename__ = "reconciliation"

    fingerprint: str = Field(sa_type=Key, primary_key=True)
    family: str = Field(sa_type=Key)
    reason: str = Field(sa_type=Key, index=True)
    event_id: str | None = Field(default=None, sa_type=Key, index=True)
    first_seen: datetime
    last_seen: datetime
    run: str | None = Field(default=None, sa_type=Key, index=True)  # that saw it last
    digest: str = Field(sa_type=Key)
    document: dict[str, Any] = Field(sa_type=JSON)  # without evidence


class EvidenceColumns(SQLModel):
    """One quotation of an outcome. The revision is known by its id, since numbers may move."""

    position: int = Field(primary_key=True)
    side: int
    article_key: str = Field(sa_type=Key, index=True)
    revision_id: int | None = Field(default=None, foreign_key="revision.id", index=True)
    publisher: str = Field(sa_type=Words)  # case folded
    document: dict[str, Any] = Field(sa_type=JSON)


class FindingEvidenceRow(EvidenceColumns, table=True):
    """A quotation of a finding."""

    __tablename__ = "finding_evidence"
    __table_args__ = (PrimaryKeyConstraint("fingerprint", "position"),)

    fingerprint: str = Field(
        sa_type=Key, primary_key=True, foreign_key="finding.fingerprint", ondelete="CASCADE"
    )


class ReconciliationEvidenceRow(EvidenceColumns, table=True):
    """A quotation of a reconciliation."""

    __tablename__ = "reconciliation_evidence"
    __table_args__ = (PrimaryKeyConstraint("fingerprint", "position"),)

    fingerprint: str = Field(
        sa_type=Key, primary_key=True, foreign_key="reconciliation.fingerprint", ondelete="CASCADE"
    )


class DecisionRow(SQLModel, table=True):
    """One decision about a finding; none is ever changed or taken away."""

    __tablename__ = "decision"

    id: int | None = Field(default=None, primary_key=True)
    fingerprint: str = Field(sa_type=Key, foreign_key="finding.fingerprint", index=True)
    status: str = Field(sa_type=Key)
    by: str = Field(sa_type=Words)
    at: datetime
    note: str = Field(sa_type=Words)
    until: date | None = None


FINDING = table_of(FindingRow)
FINDING_EVIDENCE = table_of(FindingEvidenceRow)
DECISION = table_of(DecisionRow)
RECONCILIATION = table_of(ReconciliationRow)
RECONCILIATION_EVIDENCE = table_of(ReconciliationEvidenceRow)
