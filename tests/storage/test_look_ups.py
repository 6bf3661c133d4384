"""What a night asks of its store is answered by indexes, however large the archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from storage.database import Engine, open_database, session
from storage.findings import find_finding, findings_about
from storage.outcomes import save_outcomes
from storage.placements import StoreIndex
from tests.storage.invented import DOCK, NOON, tolls
from tests.storage.night import night


@pytest.fixture
def statements() -> Iterator[tuple[Engine, set[str]]]:
    """A store and the statements that it is given."""
    engine = open_database("sqlite://")
    met: set[str] = set()

    def note(*told: object) -> None:
        met.add(str(told[2]))

    event.listen(engine, "before_cursor_execute", note)
    yield engine, met
    engine.dispose()


def plan(engine: Engine, statement: str) -> list[str]:
    with engine.connect() as connection:
        unknown = (None,) * statement.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", unknown)
        return [row.detail for row in rows]


def test_no_table_is_read_from_end_to_end(statements: tuple[Engine, set[str]]) -> None:
    engine, met = statements
    night(engine, NOON)
    with session(engine) as opened:
        save_outcomes(opened, [tolls()], NOON)
        find_finding(opened, tolls().fingerprint[:4])
        findings_about(opened, [DOCK])
        StoreIndex(opened).candidates(["2026-03-05|p:velmara"])
    asked = {one for one in met if one.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT")}
    whole = {
        f"{step}: {statement}"
        for statement in sorted(asked)
        for step in plan(engine, statement)
        # A list that came with the statement is read as a whole, and so is the list of sources.
        if step.startswith("SCAN") and "json_each" not in step and "SCAN source" not in step
    }
    assert len(asked) > 40
    assert whole == set()


def test_a_list_is_one_parameter_however_long(store: Engine) -> None:
    keys = [f"2026-03-05|t:word {number}" for number in range(70_000)]
    with session(store) as opened:
        assert StoreIndex(opened).candidates(keys) == []
        assert findings_about(opened, keys) == []
