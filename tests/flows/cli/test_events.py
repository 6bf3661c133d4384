"""Events of the store: the list of them and one in full."""

from __future__ import annotations

from tests.flows import invented
from tests.flows.cli.conftest import Recount


def test_the_list_counts_what_is_told_of_each_event(recount: Recount, filled: str) -> None:
    ran = recount("events")
    assert ran.code == 0
    row = next(line for line in ran.out.splitlines() if line.startswith(invented.EVENT.id))
    assert row.split(maxsplit=4) == ["7c1e9a40", "3", "0", "1", "Ferry fire off Port Lann"]


def test_events_as_json_have_their_articles_and_figures(recount: Recount, filled: str) -> None:
    [event] = recount("events", "--json").records
    assert (event["type"], event["id"]) == ("event", "7c1e9a40")
    assert event["articles"] == [article.url for article in invented.ARTICLES]
    assert [figure["low"] for figure in event["figures"]["killed"]] == [12, 14, 23]


def test_events_are_filtered(recount: Recount, filled: str) -> None:
    assert len(recount("events", "--kind", "fire", "--text", "ferry", "--json").records) == 1
    assert recount("events", "--kind", "flood", "--json").records == []


def test_one_event_in_full(recount: Recount, filled: str) -> None:
    ran = recount("event", "7c1")
    assert ran.code == 0
    for words in (
        "same day and place: Port Lann, 5 March 2026",  # what joined an article
        "killed over time",
        "Death tolls that cannot both stand",
        "within-bounds",
    ):
        assert words in ran.out


def test_one_event_as_json(recount: Recount, filled: str) -> None:
    records = recount("event", "7c1e9a40", "--json").records
    assert [record["type"] for record in records] == ["event", "finding", "reconciliation"]


def test_an_unknown_event_is_said_in_one_line(recount: Recount, filled: str) -> None:
    ran = recount("event", "ffff")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "recount: no event 'ffff' is in the store; recount events lists them\n"
