"""What a night asks of its store is answered by indexes, however large the archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from checkers.grouping.profile import Sought
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


# Indexes over what is left to do: many rows share one value, which is never to be looked through
# but by the statement that asks just for it.
TO_DO = {
    "ix_revision_state_id": "revision.state = ?",
    "ix_revision_unjudged_id": "WHERE revision.unjudged",
    "ix_event_unjudged": "WHERE event.unjudged",
    "ix_finding_status": "finding.status = ?",
}


def is_flat(statement: str, step: str) -> bool:
    """Whether a step of a plan costs the same however many rows there are."""
    if step.startswith("SCAN"):
        # A list that came with the statement is read as a whole, and so is the list of sources
        # and what was found by key, or a crowd of it.
        wholes = ("json_each", "SCAN source", "SCAN counted", "SCAN holders")
        return any(whole in step for whole in wholes)
    return all(asks in statement for index, asks in TO_DO.items() if index in step)


def plan(engine: Engine, statement: str) -> list[str]:
    with engine.connect() as connection:
        unknown = (None,) * statement.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", unknown)
        return [row.detail for row in rows]


def test_nothing_grows_with_the_archive(statements: tuple[Engine, set[str]]) -> None:
    engine, met = statements
    night(engine, NOON)
    with session(engine) as opened:
        save_outcomes(opened, [tolls()], NOON)
        find_finding(opened, tolls().fingerprint[:4])
        findings_about(opened, [DOCK])
        StoreIndex(opened).candidates([Sought(["2026-03-05|p:velmara"])])
    asked = {one for one in met if one.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT")}
    steps = [(statement, step) for statement in sorted(asked) for step in plan(engine, statement)]
    assert len(asked) > 40
    assert [one for one in steps if not is_flat(*one)] == []


def test_a_list_is_one_parameter_however_long(store: Engine) -> None:
    keys = [f"2026-03-05|t:word {number}" for number in range(70_000)]
    with session(store) as opened:
        assert StoreIndex(opened).candidates([Sought(keys)]) == [[]]
        assert findings_about(opened, keys) == []
