"""The demonstration set: every finding and every reason it was written for, and nothing else."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from checkers.model import Evidence, Finding, Reconciliation
from flows.settings import read_settings
from flows.steps.night import run_nightly
from seeds import demo_expectations
from storage.database import open_database, session
from storage.findings import list_findings
from storage.reconciliations import reconciliations

EXPECTED: dict[str, Any] = tomllib.loads(demo_expectations().read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Night:
    """What one night on the demonstration set left in the store."""

    findings: tuple[Finding, ...]
    reasons: tuple[Reconciliation, ...]


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'recount.db'}"
    run_nightly(read_settings({"RECOUNT_DATABASE_URL": url}), demo=True)
    engine = open_database(url)
    with session(engine) as store:
        findings = tuple(stored.finding for stored in list_findings(store))
        return Night(findings, tuple(reconciliations(store)))


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _states(row: dict[str, Any], item: Evidence) -> bool:
    """Whether a piece of evidence is of a row's article and holds its words."""
    quote = " ".join(item.quote.lower().split())
    right_field = "field" not in row or item.span.field.value == row["field"]
    return right_field and any(
        item.url.endswith(url) and " ".join(says.lower().split()) in quote
        for url, says in product(_listed(row["url"]), _listed(row["says"]))
    )


def _meets(row: dict[str, Any], evidence: tuple[Evidence, ...]) -> bool:
    return all(any(_states(side, item) for item in evidence) for side in row["evidence"])


def _tolerated(finding: Finding) -> bool:
    return any(
        finding.family.value == row["family"] and any(e.url == row["url"] for e in finding.evidence)
        for row in EXPECTED.get("tolerate", [])
    )


def _rows(name: str) -> list[Any]:
    return [pytest.param(row, id=row["about"]) for row in EXPECTED[name]]


@pytest.mark.parametrize("row", _rows("expect"))
def test_it_is_found(row: dict[str, Any], night: Night) -> None:
    met = [
        f
        for f in night.findings
        if f.family.value in _listed(row["family"]) and _meets(row, f.evidence)
    ]
    assert met
    if "severity" in row:
        assert row["severity"] in {f.severity.value for f in met}
    if "roots" in row:
        assert sorted(row["roots"]) in [sorted(f.roots) for f in met]


@pytest.mark.parametrize("row", _rows("reasons"))
def test_its_reason_is_recorded(row: dict[str, Any], night: Night) -> None:
    assert [
        r
        for r in night.reasons
        if r.family.value in _listed(row["family"])
        and r.reason.value in _listed(row["reason"])
        and _meets(row, r.evidence)
    ]


def test_nothing_else_is_flagged(night: Night) -> None:
    unasked = [
        finding.message
        for finding in night.findings
        if not _tolerated(finding)
        and not any(
            finding.family.value in _listed(row["family"]) and _meets(row, finding.evidence)
            for row in EXPECTED["expect"]
        )
    ]
    assert unasked == []


@pytest.mark.parametrize("url", EXPECTED["quiet"])
def test_no_finding_rests_on_a_quiet_article(url: str, night: Night) -> None:
    assert [f.message for f in night.findings if any(e.url.endswith(url) for e in f.evidence)] == []


def test_the_night_again_adds_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'recount.db'}"
    settings = read_settings({"RECOUNT_DATABASE_URL": url})
    first = run_nightly(settings, demo=True)
    second = run_nightly(settings, demo=True)
    assert len(first.new) > 0
    assert list(second.new) == []
    with session(open_database(url)) as store:
        assert {f.finding.fingerprint for f in list_findings(store)} == {*first.new}
