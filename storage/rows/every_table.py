"""All tables at once, for who has to see the whole store."""

from __future__ import annotations

from sqlmodel import SQLModel

import storage.rows.articles
import storage.rows.copies
import storage.rows.events
import storage.rows.findings
import storage.rows.readings
import storage.rows.runs
import storage.rows.visits  # noqa: F401 - each import adds its tables

METADATA = SQLModel.metadata
TABLES = METADATA.tables
