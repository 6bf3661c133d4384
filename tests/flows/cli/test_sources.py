"""The list of sources, from the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.answers import save_answers
from storage.database import open_database, session
from storage.sources import note_result
from storage.visited import Answered, Visits
from storage.visits import save_visits
from tests.flows.cli.conftest import Recount
from tests.flows.sources.archived import record

URL = "https://outlet.example/rss"
NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)


def test_a_source_is_added_listed_switched_and_removed(recount: Recount) -> None:
    [added] = recount("sources", "add", URL, "--name", "Outlet", "--json").records
    assert {name: added[name] for name in ("type", "name", "url", "enabled", "last_ok")} == {
        "type": "source",
        "name": "Outlet",
        "url": URL,
        "enabled": True,
        "last_ok": None,
    }
    assert recount("sources", "list", "--json").records == [added]
    assert recount("sources", "--json").records == [added]
    [off] = recount("sources", "disable", "Outlet", "--json").records
    assert off == {**added, "enabled": False}
    assert recount("sources", "enable", "Outlet", "--json").records == [added]
    assert "1 source, 1 on" in recount("sources").out
    assert recount("sources", "remove", "Outlet").code == 0
    assert recount("sources", "--json").records == []


def test_a_source_goes_by_its_host_unless_it_is_named(recount: Recount) -> None:
    [added] = recount("sources", "add", URL, "--json").records
    assert added["name"] == "outlet.example"


def test_several_are_switched_or_none(recount: Recount) -> None:
    recount("sources", "add", URL, "--name", "Outlet")
    ran = recount("sources", "disable", "Outlet", "Nobody")
    assert ran.code == 2
    assert ran.err.startswith("recount: no source 'Nobody' is in the list")
    assert [source["enabled"] for source in recount("sources", "--json").records] == [True]


WRONG = {
    "no address of the web": (["add", "ftp://outlet.example/rss"], "is no address of a source"),
    "a list that is not there": (["import", "missing.opml"], "missing.opml"),
    "a name that is not on the list": (["test", "Nobody"], "no source 'Nobody'"),
}


@pytest.mark.parametrize(("arguments", "why"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_one_line(recount: Recount, arguments: list[str], why: str) -> None:
    ran = recount("sources", *arguments)
    assert (ran.code, ran.out) == (2, "")
    [line] = ran.err.splitlines()
    assert why in line


def test_a_list_is_imported_once(recount: Recount, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss"/>'
        '<outline text="B" xmlUrl="https://b.example/rss"/></body></opml>'
    )
    assert len(recount("sources", "import", str(path), "--json").records) == 2
    assert recount("sources", "import", str(path)).code == 0
    assert [source["name"] for source in recount("sources", "--json").records] == ["A", "B"]


def test_one_name_that_is_taken_does_not_keep_the_others_out(
    recount: Recount, tmp_path: Path
) -> None:
    recount("sources", "add", "https://other.example/rss", "--name", "A")
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/rss"/>'
        '<outline text="B" xmlUrl="https://b.example/rss"/></body></opml>'
    )
    ran = recount("sources", "import", str(path), "--json")
    assert ran.code == 3
    assert [record["name"] for record in ran.records] == ["B"]
    assert ran.err.startswith("recount: A: a source 'A' is there already")


def test_the_shipped_list_is_imported_switched_off(recount: Recount) -> None:
    shipped = Path(__file__).parents[3] / "seeds" / "sources.toml"
    records = recount("sources", "import", str(shipped), "--json").records
    assert len(records) > 10
    assert not any(record["enabled"] for record in records)


def test_a_source_is_tried_without_being_added(recount: Recount, outlet: str) -> None:
    ran = recount("sources", "test", f"{outlet}/rss")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 article, 1 dated\n")
    assert "Two bridges closed" in ran.out
    [record] = recount("sources", "test", f"{outlet}/rss", "--json").records
    assert (record["url"], record["detail"]) == (f"{outlet}/bridges", "Two bridges closed")
    assert recount("sources", "--json").records == []


def test_a_source_that_fails_is_named(recount: Recount, outlet: str) -> None:
    ran = recount("sources", "test", f"{outlet}/gone")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"recount: {outlet}/gone: it answers 404 Not Found\n"


def test_a_site_is_added_by_its_feed(recount: Recount, outlet: str) -> None:
    ran = recount("sources", "add", outlet, "--name", "Outlet", "--json")
    assert [(one["url"], one["kind"]) for one in ran.records] == [(f"{outlet}/rss", "feed")]
    assert ran.err == f"recount: took {outlet}/rss (RSS, 1 entry; named by the page)\n"
    tried = recount("sources", "test", outlet)
    assert (tried.code, tried.out.splitlines()[0]) == (0, "1 article, 1 dated")


def test_a_page_may_be_added_as_such(recount: Recount) -> None:
    [added] = recount("sources", "add", "https://b.example/", "--kind", "page", "--json").records
    assert (added["url"], added["kind"]) == ("https://b.example/", "page")
    ran = recount("sources", "add", "https://b.example/", "--kind", "gopher")
    assert (ran.code, ran.out) == (2, "")
    assert "--kind is one of feed, page, sitemap, files, not 'gopher'" in ran.err


def test_a_folder_is_read_every_night_and_each_file_of_it_once(
    recount: Recount, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    line = '{"url": "https://outlet.example/%s", "text": "Two bridges were closed on Thursday."}\n'
    (inbox / "a.jsonl").write_text(line % "a")
    [added] = recount("sources", "add", str(inbox), "--name", "Inbox", "--json").records
    assert (added["url"], added["kind"]) == (inbox.as_uri(), "files")
    first = recount("nightly", "--json").records
    assert [one["url"] for one in first if one["type"] == "article"] == ["https://outlet.example/a"]
    (inbox / "b.warc").write_bytes(record("https://outlet.example/b"))
    second = recount("nightly", "--json").records
    assert {one["url"]: one["status"] for one in second if one["type"] == "article"} == {
        "https://outlet.example/a": "unchanged",
        "https://outlet.example/b": "read",
    }
    inbox.rename(tmp_path / "elsewhere")
    ran = recount("nightly")
    assert (ran.code, "there is no file or folder" in ran.err + ran.out) == (2, True)


def test_the_list_goes_out_and_comes_in_again(recount: Recount, tmp_path: Path) -> None:
    recount("sources", "add", URL, "--name", "<Outlet>", "--publisher", "O", "--every", "15")
    recount(
        "sources", "add", "https://b.example/map.xml", "--kind", "sitemap", "--section", "World"
    )
    recount("sources", "disable", "b.example")
    before = [{**one, "added": ""} for one in recount("sources", "--json").records]
    path = tmp_path / "feeds.opml"
    ran = recount("sources", "export", str(path))
    assert (ran.code, ran.err) == (0, f"recount: wrote 2 sources to {path}\n")
    assert recount("sources", "export").out == path.read_text()
    for name in ("<Outlet>", "b.example"):
        recount("sources", "remove", name)
    assert recount("sources", "import", str(path)).code == 0
    after = recount("sources", "--json").records
    assert [{**one, "added": ""} for one in after] == before
    assert [one["section"] for one in after] == [None, "World"]


def test_what_visits_have_shown_is_shown(recount: Recount, database: str) -> None:
    for name in ("Quiet", "Broken", "Moved", "Left"):
        recount("sources", "add", f"https://{name.lower()}.example/rss", "--name", name)
    engine = open_database(database)
    with session(engine) as opened:
        note_result(opened, "Broken", NOON, "it answers 404 Not Found")
        save_visits(
            opened,
            Visits("https://broken.example/rss", failures=1, failing_since=NOON, given_up=NOON),
        )
        save_answers(
            opened,
            [Answered("https://moved.example/rss", moved="https://moved.example/new", lied=NOON)],
        )
        save_visits(opened, Visits("https://left.example/rss", rest=NOON, next=NOON))
    engine.dispose()
    records = {record["name"]: record for record in recount("sources", "--json").records}
    at = "2026-03-06T12:00:00+00:00"
    shown = ("given_up", "failing_since", "moved_to", "asked_in_full_since", "left_alone_until")
    assert {name: [records[name][one] for one in shown] for name in records} == {
        "Quiet": [None, None, None, None, None],
        "Broken": [at, at, None, None, None],
        "Moved": [None, None, "https://moved.example/new", at, None],
        "Left": [None, None, None, None, at],
    }
    out = " ".join(recount("sources").out.split())
    for words in ("given up on", "has moved for good", "asked to be left alone until"):
        assert words in out
    doctor = {record["name"]: record for record in recount("doctor", "--json").records}
    assert (doctor["sources"]["says"], doctor["sources"]["mend"]) == (
        "4 on, of which 1 given up: Broken",
        "recount sources enable Broken",
    )
    [enabled] = recount("sources", "enable", "Broken", "--json").records
    assert (enabled["given_up"], enabled["next_visit"]) == (None, None)


def test_only_what_is_due_is_visited_where_that_is_asked(recount: Recount, outlet: str) -> None:
    recount("sources", "add", f"{outlet}/rss", "--name", "Outlet")
    first = recount("nightly", "--due", "--json").records
    assert [record["status"] for record in first if record["type"] == "article"] == ["read"]
    assert recount("nightly", "--due", "--json").records == []
    again = recount("nightly", "--json").records
    assert [record["status"] for record in again if record["type"] == "article"] == ["unchanged"]


def test_doctor_says_what_was_decided_otherwise(
    recount: Recount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUNT_ROBOTS", "off")
    monkeypatch.setenv("RECOUNT_ALLOW_NETWORKS", "10.1.0.0/16")
    doctor = {record["name"]: record for record in recount("doctor", "--json").records}
    assert doctor["robots.txt"]["mend"] == "unset RECOUNT_ROBOTS"
    assert "10.1.0.0/16" in doctor["networks"]["says"]
