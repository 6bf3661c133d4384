"""Listing findings, looking at one, keeping a decision, and taking them elsewhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.flows import invented
from tests.flows.cli.conftest import Recount

FERRY = invented.stored().id

FILTERS = {
    "all that is open": ([], 1),
    "another status": (["--status", "dismissed"], 0),
    "one of two statuses": (["--status", "dismissed", "--status", "open"], 1),
    "every status": (["--all"], 1),
    "its family": (["--family", "CAS"], 1),
    "another family": (["--family", "DAT"], 0),
    "its severity": (["--severity", "high"], 1),
    "another severity": (["--severity", "low"], 0),
    "its event, in short": (["--event", "7c1e"], 1),
    "another event": (["--event", "91f0"], 0),
    "part of an outlet's name": (["--publisher", "north"], 1),
    "another outlet": (["--publisher", "south"], 0),
    "words of a quotation": (["--text", "HARBOUR master"], 1),
    "other words": (["--text", "earthquake"], 0),
    "since a day before": (["--since", "2026-03-05"], 1),
    "since a time after": (["--since", "2026-03-06T02:31+00:00"], 0),
    "since two weeks": (["--since", "2w"], 0),
}


@pytest.mark.parametrize(("options", "count"), FILTERS.values(), ids=FILTERS)
def test_findings_are_filtered(
    recount: Recount, filled: str, options: list[str], count: int
) -> None:
    ran = recount("findings", "--json", *options)
    assert (ran.code, ran.err) == (0, "")
    assert [record["id"] for record in ran.records] == [FERRY] * count


def test_the_list_for_people(recount: Recount, filled: str) -> None:
    ran = recount("findings")
    assert FERRY in ran.out
    assert "The coast guard counts 14 dead and the harbour master 23" in ran.out
    assert "\x1b" not in ran.out


FAIL_ON = {"its severity": ("high", 1), "less": ("low", 1)}


@pytest.mark.parametrize(("severity", "code"), FAIL_ON.values(), ids=FAIL_ON)
def test_fail_on_a_severity(recount: Recount, filled: str, severity: str, code: int) -> None:
    assert recount("findings", "--fail-on", severity).code == code
    assert recount("findings", "--fail-on", severity, "--family", "DAT").code == 0


@pytest.mark.parametrize("short", [FERRY[:4], FERRY, FERRY.upper(), invented.FINDING.fingerprint])
def test_show_takes_the_first_digits_of_an_id(recount: Recount, filled: str, short: str) -> None:
    ran = recount("show", short)
    assert ran.code == 0
    assert "Another 31 were taken to hospital." in ran.out  # context, from the stored article
    assert "Published in this order" in ran.out


def test_a_decision_is_kept_and_shown_in_the_history(recount: Recount, filled: str) -> None:
    note = "two [b]ships[/b] \x1b[2J"
    ran = recount("mark", FERRY[:5], "dismissed", "--note", note, "--by", "mara", "--json")
    assert [(record["id"], record["status"]) for record in ran.records] == [(FERRY, "dismissed")]
    assert recount("findings", "--json").records == []
    finding, decision = recount("show", FERRY, "--json").records
    assert (finding["type"], finding["status"]) == ("finding", "dismissed")
    at = decision.pop("at")
    assert at.endswith("+00:00")
    assert decision == {
        "type": "decision",
        "finding": FERRY,
        "status": "dismissed",
        "by": "mara",
        "note": note,
        "until": None,
    }
    assert "dismissed by mara: two [b]ships[/b] ␛[2J" in recount("show", FERRY).out


def test_several_findings_are_marked_or_none(recount: Recount, filled: str) -> None:
    ran = recount("mark", FERRY, "ffff", "confirmed")
    assert ran.code == 2
    assert ran.err == "recount: no finding 'ffff' is in the store; recount findings lists them\n"
    assert [record["status"] for record in recount("findings", "--json").records] == ["open"]


def test_a_snooze_has_a_last_day(recount: Recount, filled: str) -> None:
    ran = recount("mark", FERRY, "snoozed", "--until", "2999-12-31", "--json")
    assert [record["status"] for record in ran.records] == ["snoozed"]
    assert recount("show", FERRY, "--json").records[1]["until"] == "2999-12-31"


WRONG = {
    "a snooze without an end": (["mark", FERRY, "snoozed"], "--until"),
    "an end without a snooze": (["mark", FERRY, "confirmed", "--until", "2999-01-01"], "--until"),
    "an end that has passed": (["mark", FERRY, "snoozed", "--until", "2001-01-01"], "has passed"),
    "an end that is no day": (["mark", FERRY, "snoozed", "--until", "soon"], "2026-03-31"),
    "an unknown status": (["mark", FERRY, "wrong"], "open"),
    "a status and no finding": (["mark", "open"], "FINDING"),
    "no id": (["show", "hello"], "is not the id of a finding"),
    "an unknown id": (["show", "ffff"], "no finding 'ffff'"),
    "an unknown event": (["findings", "--event", "ffff"], "no event 'ffff'"),
    "an unknown family": (["findings", "--family", "XYZ"], "CAS"),
    "no date": (["findings", "--since", "lately"], "7d"),
    "two wishes at once": (["findings", "--all", "--status", "open"], "exclude"),
    "an option that does not exist": (["findings", "--jsn"], "--json"),
}


@pytest.mark.parametrize(("arguments", "hint"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_line_that_says_what_to_do(
    recount: Recount, filled: str, arguments: list[str], hint: str
) -> None:
    ran = recount(*arguments)
    assert (ran.code, ran.out) == (2, "")
    [line] = ran.err.splitlines()
    assert line.startswith("recount: ")
    assert hint in line


def test_export_as_json_lines_is_what_findings_prints(recount: Recount, filled: str) -> None:
    assert recount("export").out == recount("findings", "--all", "--json").out


def test_export_as_csv_to_a_file(recount: Recount, filled: str, tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"
    ran = recount("export", "--format", "csv", "--output", str(path), "--severity", "high")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    [row] = csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))
    assert (row["id"], row["publisher_1"]) == (FERRY, "The Lann Telegraph")


def test_a_file_that_cannot_be_written_is_said(
    recount: Recount, filled: str, tmp_path: Path
) -> None:
    ran = recount("export", "--output", str(tmp_path / "none" / "findings.jsonl"))
    assert ran.code == 2
    assert ran.err.endswith("findings.jsonl cannot be written: No such file or directory\n")
