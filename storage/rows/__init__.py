"""The tables, by noun. A row never leaves this room: functions take nouns and give nouns."""

from __future__ import annotations

from sqlalchemy import Table
from sqlmodel import SQLModel

from storage.rows.articles import (
    ArticleRow,
    ClaimRow,
    CopyBandRow,
    CopyRow,
    MentionRow,
    PictureUseRow,
    RevisionRow,
)
from storage.rows.events import EventApartRow, EventKeyRow, EventRow
from storage.rows.findings import (
    DecisionRow,
    FindingEvidenceRow,
    FindingRow,
    ReconciliationEvidenceRow,
    ReconciliationRow,
)
from storage.rows.runs import RunRow, SourceRow


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


# Rows come by the thousand and leave as nouns at once, so statements are written over tables:
# loading them as objects would cost five times as much (measured: 18,000 rows a second against
# more than 100,000) and keep a second copy of each in the session.
ARTICLE = _table(ArticleRow)
REVISION = _table(RevisionRow)
CLAIM = _table(ClaimRow)
MENTION = _table(MentionRow)
COPY = _table(CopyRow)
COPY_BAND = _table(CopyBandRow)
PICTURE_USE = _table(PictureUseRow)
EVENT = _table(EventRow)
EVENT_KEY = _table(EventKeyRow)
EVENT_APART = _table(EventApartRow)
FINDING = _table(FindingRow)
FINDING_EVIDENCE = _table(FindingEvidenceRow)
DECISION = _table(DecisionRow)
RECONCILIATION = _table(ReconciliationRow)
RECONCILIATION_EVIDENCE = _table(ReconciliationEvidenceRow)
RUN = _table(RunRow)
SOURCE = _table(SourceRow)

TABLES = SQLModel.metadata.tables

__all__ = [
    "ARTICLE",
    "CLAIM",
    "COPY",
    "COPY_BAND",
    "DECISION",
    "EVENT",
    "EVENT_APART",
    "EVENT_KEY",
    "FINDING",
    "FINDING_EVIDENCE",
    "MENTION",
    "PICTURE_USE",
    "RECONCILIATION",
    "RECONCILIATION_EVIDENCE",
    "REVISION",
    "RUN",
    "SOURCE",
    "TABLES",
]
