"""The main job: articles in, findings out, whatever happens on the way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from checkers.errors import NotFound, RecountError, WrongUse
from checkers.grouping.grouping import Placed, place_all
from checkers.grouping.profile import EventIndex
from checkers.language.reader import read_article
from checkers.model import Article, Origin, Reading, Stamp
from flows.settings import Settings
from flows.sources.failure import Failure
from flows.steps import ArticleResult, RunResult, check_articles
from flows.steps.checking import take_in
from flows.steps.night import run_nightly
from storage.database import Engine, open_database, reading, session, status
from storage.findings import list_findings
from storage.readings import unread
from storage.runs import latest_runs
from storage.sources import add_source, list_sources
from storage.stored import Source
from tests.flows.prefect.outlets import outlets
from tests.flows.prefect.processes import ROOT

SEEN = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
LOOPBACK = ip_network("127.0.0.0/8")  # where the outlets are
BODY = (
    "A coach and a lorry collided near Hallendorf on Thursday afternoon. {toll} in the crash, the "
    "provincial police said. The road between Hallendorf and Brenn stays closed until Friday."
)


def article(outlet: str, toll: str, text: str = BODY) -> Article:
    """One outlet's report of the crash."""
    return Article(
        url=f"https://{outlet}.example/crash",
        title="Coach crash near Hallendorf",
        text=text.format(toll=toll),
        published=Stamp(datetime(2026, 3, 5, 18, 20, tzinfo=UTC), Origin.GIVEN),
        publisher=outlet,
        language="en",
    )


COURIER = article("courier", "Twelve people were killed")
TRIBUNE = article("tribune", "Twenty-one people were killed")
RADIO = article("radio", "Several people were hurt")
FRENCH = replace(
    article("gazette", ""),
    text="Un autocar est entré en collision avec un camion jeudi après-midi près de Hallendorf. "
    "Douze personnes ont été tuées dans l'accident, a indiqué la police de la province.",
    title="Collision mortelle près de Hallendorf",
    language="fr",
)


def check(store: Engine, articles: Sequence[Article], seen: datetime = SEEN) -> RunResult:
    return check_articles(store, articles, seen=seen, run_kind="check")


def said(result: RunResult) -> list[set[str]]:
    """The words at odds in each finding."""
    return [{item.said for item in one.finding.evidence} for one in result.findings]


def test_two_articles_that_cannot_both_stand_make_a_finding(store: Engine) -> None:
    result = check(store, [COURIER, TRIBUNE, FRENCH])
    assert said(result) == [{"Twelve people", "Twenty-one people"}]
    assert list(result.new) == [stored.finding.fingerprint for stored in result.findings]
    assert list(result.articles) == [
        ArticleResult(COURIER.url, 1, "read"),
        ArticleResult(TRIBUNE.url, 1, "read"),
        ArticleResult(FRENCH.url, 1, "unsupported-language", "fr"),
    ]
    assert result.statuses == {"read": 2, "unsupported-language": 1}
    [event] = result.events
    assert {member.reading.article.url for member in event.members} == {COURIER.url, TRIBUNE.url}
    with reading(store) as opened:
        [run] = latest_runs(opened, 9)
    assert (run.id, run.kind, run.started, run.failures) == (result.run_id, "check", SEEN, ())
    assert run.counts["read"] == 2


def test_a_later_article_is_checked_against_the_store(store: Engine) -> None:
    check(store, [COURIER])
    assert said(check(store, [TRIBUNE])) == [{"Twelve people", "Twenty-one people"}]


def test_checking_twice_adds_nothing_and_shows_the_same(store: Engine, store_url: str) -> None:
    first = check(store, [COURIER, TRIBUNE])
    held = counts(store_url)
    again = check(store, [COURIER, TRIBUNE], SEEN + timedelta(hours=1))
    assert [one.status for one in again.articles] == ["unchanged", "unchanged"]
    assert (said(again), again.new) == (said(first), ())
    assert [event.id for event in again.events] == [event.id for event in first.events]
    assert counts(store_url) == held


def test_articles_that_an_interrupted_run_only_stored_are_read(store: Engine) -> None:
    take_in(store, [COURIER], SEEN)
    result = check(store, [COURIER, TRIBUNE])
    assert [one.status for one in result.articles] == ["read", "read"]
    assert said(result) == [{"Twelve people", "Twenty-one people"}]


def test_an_article_given_twice_is_read_once(store: Engine) -> None:
    result = check(store, [COURIER, COURIER])
    assert list(result.articles) == [ArticleResult(COURIER.url, 1, "read")] * 2
    assert [len(event.members) for event in result.events] == [1]


def test_an_article_that_trips_the_reader_stops_no_other(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(given: Article) -> Reading:
        if given.url == RADIO.url:
            raise ZeroDivisionError("division by zero")
        return read_article(given)

    monkeypatch.setattr("flows.steps.reading.read_article", trips)
    assert_set_aside(store, check(store, [COURIER, RADIO, TRIBUNE]))


def test_an_article_that_trips_grouping_stops_no_other(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(given: Sequence[Reading], index: EventIndex) -> Placed:
        if any(one.article.url == RADIO.url for one in given):
            raise ZeroDivisionError("division by zero")
        return place_all(given, index)

    monkeypatch.setattr("flows.steps.settling.place_all", trips)
    assert_set_aside(store, check(store, [COURIER, RADIO, TRIBUNE]))


def assert_set_aside(store: Engine, result: RunResult) -> None:
    """That the radio's article failed, the others were compared, and nobody will try it again."""
    why = "ZeroDivisionError: division by zero"
    assert said(result) == [{"Twelve people", "Twenty-one people"}]
    assert [(one.status, one.detail) for one in result.articles] == [
        ("read", ""),
        ("failed", why),
        ("read", ""),
    ]
    assert result.failures == (Failure(RADIO.url, why),)
    with reading(store) as opened:
        assert unread(opened, 9) == []


def test_a_night_visits_its_sources_and_each_fails_alone(store: Engine, store_url: str) -> None:
    with outlets() as site:
        with session(store) as opened:
            for name, path in (("province", "/feed"), ("broken", "/no-feed")):
                add_source(opened, Source(name, f"{site}{path}"), SEEN)
        settings = Settings(store_url, host_delay=timedelta(0), allow_networks=(LOOPBACK,))
        result = run_nightly(settings)
        again = run_nightly(settings)
        alone = run_nightly(settings, sources=["province"])
    assert said(result) == [{"Twelve people", "Twenty-one people"}]
    assert [failure.what for failure in result.failures] == ["broken"]
    assert [one.status for one in again.articles] == ["unchanged", "unchanged"]
    assert ([*again.findings], alone.failures) == ([], ())
    with reading(store) as opened:
        broken, province = list_sources(opened)
    assert (broken.failures, broken.last_ok, bool(broken.last_error)) == (2, None, True)
    assert (province.failures, province.last_error) == (0, "")


def test_a_night_can_visit_the_sources_of_a_file(
    store: Engine, store_url: str, tmp_path: Path
) -> None:
    listed = tmp_path / "sources.toml"
    with outlets() as site:
        listed.write_text(f'[[sources]]\nname = "ours"\nurl = "{site}/feed"\nenabled = true\n')
        settings = Settings(
            store_url, sources=listed, host_delay=timedelta(0), allow_networks=(LOOPBACK,)
        )
        result = run_nightly(settings)
        with pytest.raises(NotFound, match="no source 'theirs' is in the list"):
            run_nightly(settings, sources=["ours", "theirs"])
    assert [one.status for one in result.articles] == ["read", "read"]
    with reading(store) as opened:
        assert list_sources(opened) == []


def test_a_night_without_sources_says_what_to_do(store: Engine, store_url: str) -> None:
    with pytest.raises(WrongUse, match="no source is switched on: `recount sources` lists them"):
        run_nightly(Settings(store_url))
    with reading(store) as opened:
        assert latest_runs(opened, 9) == []


def test_a_broken_reader_loses_no_article(
    store: Engine, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(given: Article) -> Reading:
        raise ImportError("half an update")

    with monkeypatch.context() as broken:
        broken.setattr("flows.steps.reading.read_article", trips)
        with pytest.raises(RecountError, match="reading failed on each of 24 articles"):
            run_nightly(Settings(store_url), demo=True)
    result = run_nightly(Settings(store_url), demo=True)
    assert {one.status for one in result.articles} == {"read"}
    with reading(store) as opened:
        last, first = latest_runs(opened, 9)
    assert (first.ended, last.counts["read"]) == (None, 24)


KILLED = """
import os, sys
from flows.settings import Settings
from flows.steps import judging, night

def die(step, done, total):
    if step == sys.argv[2] and done >= int(sys.argv[3]):
        os.kill(os.getpid(), 9)

night.BATCH, judging.EVENTS_AT_ONCE = 8, 8  # so that the few articles make several batches
night.run_nightly(Settings(sys.argv[1]), demo=True, progress=die)
"""
MOMENTS = {  # what was done by then: step, how far
    "all is fetched and nothing read": ("Reading", 0),
    "some is read": ("Reading", 8),
    "all is read and nothing compared": ("Comparing", 0),
    "some is compared": ("Comparing", 8),
}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a store after one night that nothing disturbed."""
    url = f"sqlite:///{tmp_path_factory.mktemp('night') / 'undisturbed.db'}"
    run_nightly(Settings(url), demo=True)
    return url


@pytest.mark.parametrize(("step", "done"), MOMENTS.values(), ids=MOMENTS)
def test_a_night_that_was_killed_is_finished_by_the_next(
    undisturbed: str, step: str, done: int, tmp_path: Path
) -> None:
    killed = f"sqlite:///{tmp_path / 'killed.db'}"
    command = [sys.executable, "-c", KILLED, killed, step, str(done)]
    ended = subprocess.run(command, cwd=ROOT, timeout=120, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert fingerprints(killed) < fingerprints(undisturbed)
    run_nightly(Settings(killed), demo=True)
    assert fingerprints(killed) == fingerprints(undisturbed)
    assert counts(killed) == counts(undisturbed)


def fingerprints(url: str) -> set[str]:
    """Of all findings in a store."""
    engine = open_database(url)
    with reading(engine) as opened:
        found = {stored.finding.fingerprint for stored in list_findings(opened)}
    engine.dispose()
    return found


def counts(url: str) -> dict[str, int]:
    """Rows by table; every run leaves a record of itself, which is not counted."""
    return {name: rows for name, rows in status(url).tables.items() if name != "run"}
