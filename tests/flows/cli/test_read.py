"""Reading and grouping without a store: what `read` and `events TARGET` print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.flows.cli.conftest import Recount
from tests.flows.cli.test_check import HARBOUR, INLAND

FLOOD = {
    "url": "https://inland-times.example/flood",
    "title": "Flood in Ostrand displaces 300",
    "text": "A flood in Ostrand on Monday displaced 300 people, the town council said.",
    "published": "2026-02-09T15:20:00+01:00",
    "publisher": "Inland Times",
    "language": "en",
}


@pytest.fixture
def articles(tmp_path: Path) -> str:
    path = tmp_path / "articles.jsonl"
    lines = (json.dumps(article) for article in (HARBOUR, INLAND, FLOOD))
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_read_gives_claims_and_mentions_of_each_article(recount: Recount, articles: str) -> None:
    ran = recount("read", articles, "--json")
    assert (ran.code, ran.err) == (0, "")
    texts = {article["url"]: article for article in (HARBOUR, INLAND, FLOOD)}
    mentions = [record for record in ran.records if record["type"] == "mention"]
    assert [(m["url"], m["figures"].get("killed")) for m in mentions if not m["background"]] == [
        (HARBOUR["url"], {"low": 12, "high": 12}),
        (INLAND["url"], {"low": 20, "high": 20}),
        (FLOOD["url"], None),
    ]
    claims = [record for record in ran.records if record["type"] == "claim"]
    assert {claim["kind"] for claim in claims} >= {"count", "date", "place"}
    for claim in claims:
        field = texts[claim["url"]][claim["field"]]
        assert field[claim["start"] : claim["end"]] == claim["said"]


def test_read_marks_the_text_for_people(recount: Recount, articles: str) -> None:
    ran = recount("read", articles)
    assert ran.code == 0
    assert "killed [12 people]" in ran.out
    assert "killed: 12" in ran.out


def test_reading_touches_no_store(recount: Recount, articles: str, tmp_path: Path) -> None:
    recount("read", articles, "--json")
    recount("events", articles, "--json")
    assert recount("read", articles, "--database", "mysql://nowhere/x").code == 0
    assert recount("events", articles, "--database", "mysql://nowhere/x").code == 0
    assert not (tmp_path / "recount.db").exists()


def test_events_of_articles_are_grouped_in_memory(recount: Recount, articles: str) -> None:
    records = recount("events", articles, "--json").records
    assert {tuple(sorted(record["articles"])) for record in records if record["articles"]} == {
        (HARBOUR["url"], INLAND["url"]),
        (FLOOD["url"],),
    }
    assert all(record["type"] == "event" for record in records)


def test_events_of_articles_for_people(recount: Recount, articles: str) -> None:
    out = recount("events", articles).out
    assert "Velmo warehouse explosion kills 20" in out
    assert "Flood in Ostrand displaces 300" in out
    assert out.endswith("events\n")


def test_a_later_revision_takes_the_place_of_the_earlier(recount: Recount, tmp_path: Path) -> None:
    later = {**HARBOUR, "text": HARBOUR["text"].replace("12", "14"), "title": "Blast kills 14"}
    path = tmp_path / "revisions.jsonl"
    path.write_text(f"{json.dumps(HARBOUR)}\n{json.dumps(later)}\n", encoding="utf-8")
    records = recount("events", str(path), "--json").records
    [event] = [record for record in records if record["articles"]]
    assert [figure["low"] for figure in event["figures"]["killed"]] == [14]


def test_an_unsupported_language_is_said(recount: Recount, tmp_path: Path) -> None:
    french = {
        **HARBOUR,
        "title": "Douze morts dans une explosion",
        "text": "Une explosion dans un entrepôt de Velmo a fait douze morts jeudi, selon la"
        " police. Les pompiers étaient encore sur place dans l'après-midi.",
        "language": "fr",
    }
    path = tmp_path / "french.jsonl"
    path.write_text(json.dumps(french), encoding="utf-8")
    [article, *rest] = recount("read", str(path), "--json").records
    assert (article["status"], article["detail"]) == ("unsupported-language", "fr")
    assert [record for record in rest if record["type"] == "claim"] == []
    assert "no reader knows the language 'fr'" in recount("read", str(path)).out


def test_a_target_that_cannot_be_read_is_one_line(recount: Recount, articles: str) -> None:
    for command in ("read", "events"):
        assert recount(command, "missing.txt").code == 2
        ran = recount(command, articles, "missing.txt", "--json")
        assert ran.code == 3
        assert ran.err == "recount: missing.txt: there is no such file or folder\n"
