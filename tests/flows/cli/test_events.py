"""Events of the store: the list of them and one in full."""

from __future__ import annotations

from datetime import UTC, datetime

from checkers.grouping.grouping import Placed
from checkers.grouping.profile import Placement
from storage.database import open_database, session
from storage.placements import save_placed
from tests.flows import invented
from tests.flows.cli.conftest import Recount

SPLIT = datetime(2026, 3, 6, 4, 30, tzinfo=UTC)


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


def split(database: str) -> str:
    """One article goes to the older event, with all that is left of the first; its address."""
    url = invented.ARTICLES[0].url
    older, event = invented.OLDER.id, invented.EVENT.id
    placed = Placed(
        moved=[Placement("m1", older, ("same place: Port Lann",), url=url, left=event)],
        heirs={event: older},
    )
    engine = open_database(database)
    with session(engine) as opened:
        save_placed(opened, placed, [], {}, SPLIT)
    engine.dispose()
    return url


def test_what_moved_between_events_is_told_at_both(
    recount: Recount, filled: str, database: str
) -> None:
    url = split(database)
    left, joined = invented.EVENT.id, invented.OLDER.id
    told: list[dict[str, object]] = [
        {"url": url, "joined_by": ["same place: Port Lann"]},
        {"url": None, "joined_by": []},
    ]
    change = {"type": "event-change", "at": SPLIT.isoformat(), "left": left, "joined": joined}
    for event in (left, joined):
        records = recount("event", event, "--json").records
        changes = [one for one in records if one["type"] == "event-change"]
        assert changes == [{**change, **one} for one in told]
    shown = " ".join(recount("event", joined).out.split())
    assert "6 Mar 2026, 04:30 UTC" in shown
    assert f"{url} came from event {left}" in shown
    assert f"all that was left came from event {left}" in shown
    assert f"all that was left went to event {joined}" in " ".join(
        recount("event", left).out.split()
    )


def test_an_unknown_event_is_said_in_one_line(recount: Recount, filled: str) -> None:
    ran = recount("event", "ffff")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "recount: no event 'ffff' is in the store; recount events lists them\n"
