"""Cases through the whole pipeline, each in a store of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.cli.conftest import Recount
from tests.flows.cli.test_check import HARBOUR, INLAND

ROW = {
    "family": "CAS",
    "evidence": [
        {"url": HARBOUR["url"], "says": "12"},
        {"url": INLAND["url"], "says": "20"},
    ],
}
CONFLICT = {"id": "FIG-01.x", "about": "two tolls", "articles": [HARBOUR, INLAND], "expect": [ROW]}
ALARM = {**CONFLICT, "id": "DAT-02.x", "expect": []}
# The same addresses again: a store that outlived its case would know them.
ALONE = {**CONFLICT, "id": "FIG-03.x", "articles": [HARBOUR], "expect": []}


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(f"{json.dumps(case)}\n" for case in (CONFLICT, ALARM, ALONE)))
    return path


def test_a_line_of_json_to_a_case(recount: Recount, cases: Path) -> None:
    ran = recount("evaluate", str(cases), "--json")
    assert (ran.code, ran.err) == (0, "")
    conflict, alarm, alone = ran.records
    assert conflict["id"] == "FIG-01.x"
    assert [finding["family"] for finding in conflict["findings"]] == ["CAS"]
    assert (conflict["met"], conflict["missed"], conflict["false_alarms"]) == ([ROW], [], [])
    assert (alarm["met"], alarm["missed"]) == ([], [])
    assert alarm["false_alarms"] == alarm["findings"]
    assert {name: alone[name] for name in ("id", "findings", "met", "missed")} == {
        "id": "FIG-03.x",
        "findings": [],
        "met": [],
        "missed": [],
    }


def test_the_score_for_people(recount: Recount, cases: Path) -> None:
    out = recount("evaluate", str(cases)).out
    rows = [line.split() for line in out.splitlines()]
    assert ["all", "3", "cases", "1", "1", "0", "1", "0.500", "1.000", "0.667"] in rows
    assert ["CAS", "1", "1", "0", "1", "0.500", "1.000", "0.667"] in rows
    assert ["DAT", "0", "0", "0", "1", "0.000", "–", "0.000"] in rows
    assert ["FIG", "1", "1", "0", "0", "1.000", "1.000", "1.000"] in rows
    assert "severity: none asked" in out
    assert "DAT-02.x  two tolls" in out  # the false alarm, with both quotations below it
    assert "**12" in out


def test_only_some_cases(recount: Recount, cases: Path) -> None:
    ran = recount("evaluate", str(cases), "--only", "FIG-03", "--json")
    assert [record["id"] for record in ran.records] == ["FIG-03.x"]
    none = recount("evaluate", str(cases), "--only", "XYZ")
    assert (none.code, none.err) == (
        2,
        "recount: no case has an id that begins with 'XYZ'\n",
    )


def test_a_later_revision_of_a_page_is_its_second(recount: Recount, tmp_path: Path) -> None:
    later = {**HARBOUR, "text": f"{HARBOUR['text']}\n\nSchools were closed."}
    wanted: dict[str, Any] = {"url": HARBOUR["url"], "says": "12", "revision": 2}
    path = tmp_path / "cases.jsonl"
    case = {
        "id": "EDT-01.x",
        "articles": [
            {**later, "fetched": "2026-03-05T18:00:00Z"},
            {**INLAND, "fetched": "2026-03-05T17:00:00Z"},
            {**HARBOUR, "fetched": "2026-03-05T16:00:00Z"},
        ],
        "expect": [{"family": "CAS", "evidence": [wanted]}],
    }
    path.write_text(json.dumps(case))
    [record] = recount("evaluate", str(path), "--json").records
    revisions = {(item["url"], item["revision"]) for item in record["findings"][0]["evidence"]}
    assert (HARBOUR["url"], 2) in revisions


def test_what_cannot_be_used_is_named_and_the_others_are_scored(
    recount: Recount, cases: Path
) -> None:
    with cases.open("a") as file:
        file.write("{\n")
        file.write(json.dumps({"id": "BAD-01.x", "articles": [{"url": "x"}], "expect": []}))
    ran = recount("evaluate", str(cases), "--json")
    assert ran.code == 3
    assert [record["id"] for record in ran.records] == [
        "FIG-01.x",
        "DAT-02.x",
        "FIG-03.x",
        "BAD-01.x",
    ]
    first, second = ran.err.splitlines()
    assert first.startswith(f"recount: {cases}, line 4: not JSON")
    assert second.startswith("recount: BAD-01.x, article 1: ")


def test_processes_find_the_same(recount: Recount, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    many = [{**CONFLICT, "id": f"FIG-{number}"} for number in range(50)]
    path.write_text("".join(f"{json.dumps(case)}\n" for case in many))
    records = recount("evaluate", str(path), "--jobs", "2", "--json").records
    assert [record["id"] for record in records] == [case["id"] for case in many]
    assert all(len(record["met"]) == 1 for record in records)


def test_a_file_that_is_not_there_is_one_line(recount: Recount) -> None:
    ran = recount("evaluate", "missing.jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "recount: missing.jsonl: No such file or directory\n"
