"""The nightly run on the demonstration set, and on a night when nothing can be fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.cli.conftest import Recount


def test_the_demonstration_ends_in_the_summary(recount: Recount) -> None:
    ran = recount("nightly", "--demo")
    assert (ran.code, ran.err) == (0, "")
    for words in ("articles read", "findings:", "Figures that moved", "Compared and not flagged"):
        assert words in ran.out
    again = recount("nightly", "--demo", "--json")
    assert (again.code, again.err) == (0, "")
    assert {r["status"] for r in again.records if r["type"] == "article"} == {"unchanged"}


def test_the_demonstration_has_a_store_of_its_own(
    recount: Recount, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RECOUNT_DATABASE_URL")
    monkeypatch.chdir(tmp_path)
    assert recount("nightly", "--demo", "--json").code == 0
    assert (tmp_path / ".demo" / "recount.db").exists()


def test_a_source_that_does_not_answer_is_named(recount: Recount, outlet: str) -> None:
    recount("sources", "add", f"{outlet}/gone", "--name", "Gone")
    ran = recount("nightly", "--json")
    assert (ran.code, ran.out.count("\n")) == (2, 1)  # nothing at all could be taken in
    assert ran.records[0]["status"] == "failed"
    [line] = ran.err.splitlines()
    assert line.startswith("recount: Gone")
    recount("sources", "add", f"{outlet}/rss", "--name", "Outlet")
    ran = recount("nightly")
    assert (ran.code, ran.err) == (3, "")
    assert ran.out.startswith("1 article read")
    assert "Failed: 1" in ran.out


def test_a_source_that_is_not_on_the_list_is_one_line(recount: Recount) -> None:
    ran = recount("nightly", "--source", "Nobody")
    assert (ran.code, ran.out) == (2, "")
    assert "Nobody" in ran.err
