"""What saving and loading cost, beside bare statements over the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import insert, select

from benchmarks.generator import generate
from benchmarks.measure import Cost, Row, cost_of, side_by_side
from checkers.language.reader import read_article
from checkers.model import Reading
from storage.articles import save_articles
from storage.database import Engine, open_database, reading, session
from storage.readings import load_readings, mark_read, save_readings
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.readings import CLAIM, MENTION

GROUP = "storing"

# Articles in one transaction, as many as a batch of a run has; transactions; runs.
BATCH, BATCHES, RUNS = 100, 2, 5

_SEEN = datetime(2026, 1, 1, tzinfo=UTC)

# In the order in which rows may refer to each other.
_TABLES = (ARTICLE, REVISION, CLAIM, MENTION)

Rows = Sequence[Sequence[Mapping[Any, Any]]]


@dataclass(frozen=True, slots=True)
class _Store:
    """A store with the ways in and out that are set side by side."""

    engine: Engine

    def save(self, readings: Sequence[Reading]) -> None:
        for start in range(0, len(readings), BATCH):
            batch = readings[start : start + BATCH]
            articles = [one.article for one in batch]
            with session(self.engine) as opened:
                save_articles(opened, articles, _SEEN)
                save_readings(opened, batch)
                mark_read(opened, articles)

    def insert(self, rows: Rows) -> None:
        with session(self.engine) as opened:
            for table, values in zip(_TABLES, rows, strict=True):
                opened.connection().execute(insert(table), values)

    def load(self) -> None:
        with reading(self.engine) as opened:
            ids = list(opened.connection().scalars(select(REVISION.c.id)))
            for start in range(0, len(ids), BATCH):
                load_readings(opened, ids[start : start + BATCH])

    def rows(self) -> Rows:
        with reading(self.engine) as opened:
            found = [opened.connection().execute(select(table)) for table in _TABLES]
            return [rows.mappings().all() for rows in found]

    def empty(self) -> None:
        with session(self.engine) as opened:
            for table in reversed(_TABLES):
                opened.connection().execute(table.delete())

    def cost_when_empty(self, work: Callable[[], object]) -> Cost:
        self.empty()
        return cost_of(work)


def measure_storing(url: str, name: str) -> list[Row]:
    """Saving and loading articles with all that was read in them."""
    store = _Store(open_database(url))
    articles = [report.article for report in islice(generate(), BATCH * BATCHES)]
    readings = [read_article(article) for article in articles]
    store.save(readings)
    rows = [[dict(row) for row in table] for table in store.rows()]
    met = side_by_side(
        {
            "insert": lambda: store.cost_when_empty(lambda: store.insert(rows)),
            "save": lambda: store.cost_when_empty(lambda: store.save(readings)),
            "load": lambda: cost_of(store.load),
            "select": lambda: cost_of(store.rows),
        },
        RUNS,
    )
    store.engine.dispose()
    count = f"{sum(map(len, rows)):,} rows"
    return [
        _row(f"saving articles with claims, {name}", met["save"], met["insert"], f"INSERT {count}"),
        _row(
            f"loading articles with claims, {name}", met["load"], met["select"], f"SELECT {count}"
        ),
    ]


def _row(what: str, ours: Cost, bare: Cost, against: str) -> Row:
    articles = BATCH * BATCHES
    cpu, wall = 1000 * ours.cpu / articles, 1000 * ours.wall / articles
    return Row(GROUP, what, cpu, "ms/article", f"bare {against}", ours.cpu / bare.cpu, wall)
