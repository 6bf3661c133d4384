"""Checking articles that somebody names: what is printed, and the code it ends with."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from storage.database import open_database, reading
from storage.runs import latest_runs
from tests.flows.cli.conftest import Recount
from tests.flows.sources.archived import record

HARBOUR = {
    "url": "https://harbour-post.example/warehouse",
    "title": "Blast at Velmo warehouse kills 12",
    "text": "An explosion at a warehouse in Velmo on Thursday killed 12 people, police said.\n\n"
    "The blast broke windows on both sides of the street.",
    "published": "2026-03-05T15:00:00+01:00",
    "publisher": "Harbour Post",
    "language": "en",
}
INLAND = {
    "url": "https://inland-times.example/velmo",
    "title": "Velmo warehouse explosion kills 20",
    "text": "An explosion at a warehouse in Velmo on Thursday killed 20 people, police said.\n\n"
    "Firefighters were still at the scene in the afternoon.",
    "published": "2026-03-05T15:20:00+01:00",
    "publisher": "Inland Times",
    "language": "en",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two reports of one explosion that cannot both be right."""
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{json.dumps(HARBOUR)}\n{json.dumps(INLAND)}\n", encoding="utf-8")
    return path


def test_two_reports_that_cannot_both_stand(recount: Recount, articles: Path) -> None:
    ran = recount("check", str(articles))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2 articles read · 1 event · 1 finding: 1 ")
    for words in ("Harbour Post", "Inland Times", "**12", "**20", "Death tolls"):
        assert words in ran.out


def test_the_same_as_json(recount: Recount, articles: Path) -> None:
    records = recount("check", str(articles), "--json").records
    kinds = [record["type"] for record in records]
    assert kinds == sorted(kinds, key=["article", "event", "finding", "reconciliation"].index)
    assert records[0] == {
        "type": "article",
        "url": HARBOUR["url"],
        "revision": 1,
        "status": "read",
        "detail": None,
    }
    [finding] = [record for record in records if record["type"] == "finding"]
    assert finding["family"] == "CAS"
    assert {item["url"] for item in finding["evidence"]} == {HARBOUR["url"], INLAND["url"]}
    [event] = [record for record in records if record["type"] == "event"]
    assert event["articles"] == [HARBOUR["url"], INLAND["url"]]


def test_every_offset_points_to_what_was_said(recount: Recount, articles: Path) -> None:
    texts = {article["url"]: article for article in (HARBOUR, INLAND)}
    records = recount("check", str(articles), "--json").records
    items = [item for record in records for item in record.get("evidence", ())]
    assert items
    for item in items:
        field = texts[item["url"]]["title" if item["field"] == "title" else item["field"]]
        assert field[item["start"] : item["end"]] == item["said"]
        assert item["said"] in item["quote"]


def test_checking_twice_adds_nothing(recount: Recount, articles: Path) -> None:
    recount("check", str(articles))
    counts = recount("database", "status", "--json").records[0]["tables"]
    records = recount("check", str(articles), "--json").records
    assert [r["status"] for r in records if r["type"] == "article"] == ["unchanged", "unchanged"]
    assert [r["type"] for r in records].count("finding") == 1
    again = recount("database", "status", "--json").records[0]["tables"]
    assert again == {**counts, "run": counts["run"] + 1}


def test_standard_input(recount: Recount, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(json.dumps(HARBOUR).encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    [article, *_] = recount("check", "-", "--json").records
    assert (article["url"], article["status"]) == (HARBOUR["url"], "read")


def test_fail_on(recount: Recount, articles: Path) -> None:
    assert recount("check", str(articles), "--fail-on", "low").code == 1
    alone = articles.with_name("alone.jsonl")
    alone.write_text(json.dumps({**HARBOUR, "url": "https://alone.example/1"}), encoding="utf-8")
    elsewhere = f"sqlite:///{articles.parent}/elsewhere.db"
    ran = recount("check", str(alone), "--fail-on", "low", "--database", elsewhere)
    assert (ran.code, ran.err) == (0, "")


def test_fail_on_is_answered_although_some_input_failed(recount: Recount, articles: Path) -> None:
    ran = recount("check", str(articles), "missing.txt", "--fail-on", "low")
    assert ran.code == 1
    assert ran.err == "recount: missing.txt: there is no such file or folder\n"


def test_what_cannot_be_taken_in_is_named_and_the_rest_is_checked(
    recount: Recount, articles: Path, tmp_path: Path
) -> None:
    with articles.open("a", encoding="utf-8") as file:
        file.write('{"url": "https://x.example/", \n')
    (tmp_path / "empty.txt").write_text("")
    ran = recount("check", str(tmp_path), "--json")
    assert ran.code == 3
    by_status = {record["url"]: record for record in ran.records if record["type"] == "article"}
    assert [record["status"] for record in by_status.values()].count("read") == 2
    failed = [record for record in by_status.values() if record["status"] == "failed"]
    assert [(record["url"], record["revision"]) for record in failed] == [
        (f"{articles}, line 3", None),
        (str(tmp_path / "empty.txt"), None),
    ]
    assert len(ran.err.splitlines()) == 2
    assert all(line.startswith(f"recount: {tmp_path}") for line in ran.err.splitlines())


UNUSABLE = {
    "a file that is not there": "missing.txt",
    "an empty file": "empty.txt",
    "a picture": "picture.txt",
    "a kind of file that is not read": "sheet.xlsx",
    "an empty folder": "folder",
    "an address of another kind": "ftp://outlet.example/a",
}


@pytest.mark.parametrize("name", UNUSABLE.values(), ids=UNUSABLE)
def test_input_that_cannot_be_used_is_one_line(
    recount: Recount, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").touch()
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    Path("sheet.xlsx").write_bytes(b"PK\x03\x04")
    Path("folder").mkdir()
    ran = recount("check", name)
    assert (ran.code, ran.out) == (2, "")
    [line] = ran.err.splitlines()
    assert line.startswith(f"recount: {name}: ")


def test_a_run_is_recorded(recount: Recount, articles: Path, database: str) -> None:
    recount("check", str(articles))
    engine = open_database(database)
    with reading(engine) as opened:
        [run] = latest_runs(opened, 5)
    engine.dispose()
    assert (run.kind, run.counts["read"], run.counts["findings"]) == ("check", 2, 1)


def test_a_headline_that_would_steer_the_terminal_is_shown(
    recount: Recount, tmp_path: Path
) -> None:
    hostile = {**HARBOUR, "title": "\x1b[2J[red]12 dead[/red] \u202eecalb"}
    path = tmp_path / "hostile.jsonl"
    path.write_text(json.dumps(hostile), encoding="utf-8")
    ran = recount("check", str(path))
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "␛[2J[red]12 dead[/red] ⟨U+202E⟩ecalb" in ran.out


PARAGRAPHS = (
    "A fire in a warehouse in Dorrin killed {} people on Thursday, the fire service said.",
    "Firefighters fought the blaze for six hours, and the building had collapsed by the morning.",
    "The cause was not known, a spokesman of the city said, and an inquiry has begun.",
)


def _fire(killed: str) -> bytes:
    text = "".join(f"<p>{one.format(killed)}</p>" for one in PARAGRAPHS)
    head = '<meta property="article:published_time" content="2026-03-06T09:00:00Z">'
    title = f"Warehouse fire in Dorrin kills {killed}"
    return f"<html><head><title>{title}</title>{head}</head><h1>{title}</h1>{text}</html>".encode()


def test_a_web_archive_is_checked_page_by_page(recount: Recount, tmp_path: Path) -> None:
    path = tmp_path / "night.warc.gz"
    one, other = "https://a.example/fire", "https://b.example/fire"
    kept = [
        record(one, _fire("12"), taken="2026-03-06T10:00:00Z"),
        record(other, _fire("nine"), taken="2026-03-06T10:05:00Z"),
        record(one, b"<p>Gone.</p>", status="410 Gone", taken="2026-03-07T10:00:00Z"),
    ]
    path.write_bytes(b"".join(map(gzip.compress, kept)) + b"not a record")
    ran = recount("check", str(path), "--json")
    assert ran.code == 3
    articles = [item for item in ran.records if item["type"] == "article"]
    assert [(item["url"], item["revision"], item["status"]) for item in articles[:3]] == [
        (one, 1, "read"),
        (other, 1, "read"),
        (one, 2, "failed"),
    ]
    assert articles[2]["detail"] == "taken down"
    assert sorted(item["code"] for item in ran.records if item["type"] == "finding") == [
        "CAS101",
        "EDT108",
    ]
    [line] = ran.err.splitlines()
    assert line.endswith("this record of the archive is damaged or cut short")
    claims = recount("read", str(path), "--json").records
    assert {item["url"] for item in claims if item.get("measure") == "killed"} == {one, other}
