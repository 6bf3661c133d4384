"""Nights over a server that plays outlets: what is asked, what is spared, what is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_network
from itertools import pairwise
from pathlib import Path

import pytest
import stamina

from checkers.errors import ConfigurationError, WrongUse
from flows.settings import Settings
from flows.steps.night import run_nightly
from flows.steps.result import RunResult
from storage.answers import load_answers, load_rests
from storage.articles import revisions
from storage.database import Engine, reading, session
from storage.pages import gone_pages, load_page
from storage.sources import add_source, list_sources
from storage.stored import Source
from storage.visited import Visits
from storage.visits import load_visits, try_again
from tests.flows.sources.server import Answer, Headers, Web, serving

NIGHT = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
STORY = (
    "A footbridge over the Ilm in Brennau collapsed on Thursday evening while a choir was crossing"
    " it. {toll} people were injured, the fire brigade said, and taken to two hospitals."
)
MORE = (
    "The bridge had been inspected in the autumn. The town has closed the path along the river"
    " until engineers have looked at what is left of it, a spokeswoman said."
)


def page(toll: str = "Eleven", **headers: str) -> Answer:
    """A report on the bridge."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (STORY.format(toll=toll), MORE))
    title = "Footbridge in Brennau collapses"
    return Answer(
        f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}"
        "</article></body></html>".encode(),
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def feed(*links: str, **headers: str) -> Answer:
    """A feed with these links; a title may stand behind one: ``/a Bridge``."""
    items = "".join(
        f"<item><title>{link.partition(' ')[2] or 'Bridge'}</title>"
        f"<link>{link.partition(' ')[0]}</link></item>"
        for link in links
    )
    return Answer(
        f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        kind="application/rss+xml",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


@pytest.fixture
def web() -> Iterator[Web]:
    """An empty web on this machine."""
    with serving() as started, stamina.set_testing(True, attempts=2):
        yield started


@pytest.fixture
def store_url(migrated_file: Path, tmp_path: Path) -> str:
    """A store on SQLite alone: tests of the storage run on both, and these are many nights."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'recount.db')}"


@pytest.fixture
def settings(store_url: str) -> Settings:
    """Settings for a quick server."""
    here = (ip_network("127.0.0.0/8"),)
    return Settings(store_url, host_delay=timedelta(0), allow_networks=here, full_every=3)


@pytest.fixture
def outlet(web: Web, store: Engine) -> str:
    """The address of a feed that is on the list."""
    url = f"{web.address}/rss"
    with session(store) as opened:
        add_source(opened, Source("outlet", url, "The Outlet", every_minutes=60), NIGHT)
    return url


def night(settings: Settings, after: timedelta = timedelta(0), **how: bool) -> RunResult:
    """A run of the schedule, so long after the first."""
    return run_nightly(settings, now=NIGHT + after, only_due=how.get("only_due", True))


def visits_of(store: Engine, url: str) -> Visits:
    with reading(store) as opened:
        return load_visits(opened, [url])[url]


def tolls(store: Engine, url: str) -> list[str]:
    """The toll that each revision of a report gives."""
    with reading(store) as opened:
        return [one.text.split(". ")[1].split(" ")[0] for one in revisions(opened, url)]


def asked(web: Web, path: str) -> list[int]:
    """The answers given at a path."""
    return web.given.get(path, [])


def test_a_feed_that_did_not_change_is_not_sent_again(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a", ETag='"1"'))
    web.add("/a", page())
    assert [one.status for one in night(settings).articles] == ["read"]
    quiet = night(settings, 12 * HOUR)
    assert (asked(web, "/rss"), quiet.failures) == ([200, 304], ())
    web.add("/rss", feed("/a", "/b", ETag='"2"'))
    web.add("/b", page("Nine"))
    night(settings, DAY)
    assert asked(web, "/rss") == [200, 304, 200]
    assert tolls(store, f"{web.address}/b") == ["Nine"]


def test_every_nth_visit_is_a_full_one(web: Web, settings: Settings, outlet: str) -> None:
    web.add("/rss", feed(Last_Modified="Thu, 05 Mar 2026 20:00:00 GMT"))
    for number in range(7):
        night(settings, number * 12 * HOUR)
    assert asked(web, "/rss") == [200, 304, 304, 200, 304, 304, 200]


def test_a_feed_that_lies_is_asked_in_full_from_then_on(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed(ETag='"same"'))
    night(settings)
    web.add("/rss", feed("/a", ETag='"same"'))  # which nobody is told
    web.add("/a", page())
    for number in range(1, 6):
        night(settings, number * 12 * HOUR)
    assert asked(web, "/rss") == [200, 304, 304, 200, 200, 200]
    assert tolls(store, f"{web.address}/a") == ["Eleven"]
    with reading(store) as opened:
        answer = load_answers(opened, [outlet])[outlet]
    assert answer.lied is not None
    assert NIGHT + 36 * HOUR <= answer.lied < NIGHT + 37 * HOUR


def test_what_could_not_be_had_is_asked_for_again_though_the_feed_stays_the_same(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a", "/gone", ETag='"1"'))
    web.add("/a", Answer(status=503))
    web.add("/gone", Answer(status=410))
    first = night(settings)
    assert sorted(failure.why for failure in first.failures) == [
        "it answers 410 Gone",
        "it answers 503 Service Unavailable",
    ]
    web.add("/a", page())
    night(settings, 12 * HOUR)
    assert tolls(store, f"{web.address}/a") == ["Eleven"]
    night(settings, 24 * HOUR)  # and now it is at peace with it
    assert asked(web, "/rss") == [200, 200, 304]


def test_a_page_that_was_refused_is_named_once_and_taken_when_it_can_be_had(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/a", Answer(status=403))
    whys = []
    for number in range(4):
        web.add("/rss", feed("/a", ETag=f'"{number}"'))
        whys.append([failure.why for failure in night(settings, number * 12 * HOUR).failures])
    assert whys == [["it answers 403 Forbidden"], [], [], []]
    web.add("/a", page())
    night(settings, 3 * DAY)
    assert tolls(store, f"{web.address}/a") == ["Eleven"]
    with reading(store) as opened:
        assert gone_pages(opened) == {}


def test_a_page_is_asked_for_once_however_often_its_feed_is_read(
    web: Web, settings: Settings, outlet: str
) -> None:
    never = replace(settings, rechecks=())
    for number in range(4):
        web.add("/rss", feed("/a", f"/{number}"))
        web.add("/a", page())
        web.add(f"/{number}", page())
        night(never, number * 12 * HOUR)
    assert [len(asked(web, path)) for path in ("/rss", "/a", "/0", "/3")] == [4, 1, 1, 1]


def test_a_page_of_which_the_feed_says_something_new_is_asked_for_again(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    never = replace(settings, rechecks=())
    web.add("/rss", feed("/a Bridge"))
    web.add("/a", page())
    night(never)
    web.add("/rss", feed("/a Bridge: toll rises"))
    web.add("/a", page("Fourteen"))
    night(never, 12 * HOUR)
    assert tolls(store, f"{web.address}/a") == ["Eleven", "Fourteen"]


def test_pages_are_looked_at_again_for_edits(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a"))
    web.add("/a", page(ETag='"1"'))
    night(settings)
    web.add("/a", page("Twelve", ETag='"2"'))
    assert tolls(store, f"{web.address}/a") == ["Eleven"]
    for hour in (1, 2, 5, 6, 7, 22, 23, 24, 30, 68, 69, 70, 159, 160, 161, 200, 400):
        if hour == 30:
            web.add("/a", page("Thirteen", ETag='"3"'))
        night(settings, hour * HOUR)
    assert tolls(store, f"{web.address}/a") == ["Eleven", "Twelve", "Thirteen"]
    # First sight, 1 h, 6 h, 23 h, 3 d, and the last look at 7 d in full.
    assert asked(web, "/a") == [200, 200, 304, 304, 200, 200]


def test_an_edit_is_found_by_the_run_that_looks(web: Web, settings: Settings, outlet: str) -> None:
    web.add("/rss", feed("/a", ETag='"1"'))
    web.add("/a", page("Fourteen"))
    night(settings)
    web.add("/a", page("Twelve"))
    found = night(settings, DAY)
    assert [(one.url, one.revision, one.status) for one in found.articles] == [
        (f"{web.address}/a", 2, "read")
    ]
    assert [one.finding.family for one in found.findings] == ["EDT"]


def test_runs_that_are_late_look_once_for_all_that_is_overdue(
    web: Web, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a"))
    web.add("/a", page())
    for days in (0, 1, 2, 3, 7, 8, 20):
        night(settings, days * DAY)
    assert len(asked(web, "/a")) == 4  # first sight, one day, three, seven


def test_a_page_that_is_gone_is_noted_and_changes_nothing_else(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a"))
    web.add("/a", page())
    night(settings)
    web.add("/a", Answer(status=410))
    for number in (1, 2):
        found = night(settings, number * 6 * HOUR)
        assert (found.failures, [*found.findings], [*found.articles]) == ((), [], [])
    with reading(store) as opened:
        kept = load_page(opened, f"{web.address}/a")
        assert kept is not None
        assert (kept.gone, gone_pages(opened)) == (NIGHT + 6 * HOUR, {"outlet": 1})
    web.add("/a", page("Twelve"))
    night(settings, DAY)
    with reading(store) as opened:
        assert gone_pages(opened) == {}
    assert tolls(store, f"{web.address}/a") == ["Eleven", "Twelve"]


def test_a_page_that_does_not_answer_is_asked_by_the_next_run(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a"))
    web.add("/a", page())
    night(settings)
    web.add("/a", Answer(status=503))
    found = night(settings, HOUR)
    assert [(one.what, one.why) for one in found.failures] == [
        (f"{web.address}/a", "it answers 503 Service Unavailable")
    ]
    web.add("/a", page("Twelve"))
    night(settings, 2 * HOUR)
    assert tolls(store, f"{web.address}/a") == ["Eleven", "Twelve"]


def test_a_page_whose_server_lies_is_asked_in_full_and_so_are_its_neighbours(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    once = replace(settings, rechecks=(HOUR, 2 * HOUR, 3 * HOUR))
    web.add("/rss", feed("/a", "/b"))
    for path in ("/a", "/b"):
        web.add(path, page(ETag='"same"'))
    night(once)
    web.add("/a", page("Twelve", ETag='"same"'))
    for hour in (1, 2):
        night(once, hour * HOUR)
    assert (asked(web, "/a"), asked(web, "/b")) == ([200, 304, 304], [200, 304, 304])
    night(once, 3 * HOUR)  # the last look, in full
    assert tolls(store, f"{web.address}/a") == ["Eleven", "Twelve"]
    web.add("/rss", feed("/a", "/b", "/c"))
    web.add("/c", page(ETag='"c"'))
    night(once, 4 * HOUR)
    night(once, 5 * HOUR)
    assert asked(web, "/c") == [200, 200]


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_source_that_asks_to_be_left_alone_is_left_alone_by_later_runs(
    web: Web, store: Engine, settings: Settings, outlet: str, form: str
) -> None:
    until = NIGHT + 30 * HOUR
    when = str(30 * 3600) if form == "seconds" else format_datetime(until, usegmt=True)
    web.add("/rss", Answer(status=429, headers={"Retry-After": when}))
    web.add("/page", page())
    with session(store) as opened:
        add_source(opened, Source("other", f"{web.address}/page", kind="page"), NIGHT)
    night(settings)
    requests = sum(map(len, web.given.values()))
    for hours in (6, 12, 24):
        night(settings, hours * HOUR)
    by_hand = night(settings, 25 * HOUR, only_due=False)
    assert {one.what for one in by_hand.failures} == {"other", "outlet"}
    for one in by_hand.failures:
        assert "asked to be left alone until 2026-03-07 08:30 UTC" in one.why
    assert sum(map(len, web.given.values())) == requests
    with reading(store) as opened:
        assert load_rests(opened, NIGHT + 29 * HOUR) != {}
        assert {one.failures for one in list_sources(opened) if one.name == "outlet"} == {0}
    web.add("/rss", feed("/page"))
    night(settings, 31 * HOUR)
    assert asked(web, "/rss") == [429, 200]


def test_a_source_that_fails_is_asked_less_and_less_and_given_up_in_the_end(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", Answer(status=404))
    hours, said = [], []
    for hour in (*range(0, 96, 6), *range(96, 24 * 40, 12)):
        before = len(asked(web, "/rss"))
        result = night(settings, hour * HOUR)
        if len(asked(web, "/rss")) > before:
            hours.append(hour)
        said += [failure.why for failure in result.failures if "given up" in failure.why]
    assert hours[:7] == [0, 6, 12, 18, 30, 48, 84]
    assert {later - earlier for earlier, later in pairwise(hours[6:])} == {48}
    assert said == [
        f"given up after failing for 31 days, {len(hours)} times in a row: `recount sources enable`"
        " has it tried again"
    ]
    assert visits_of(store, outlet).given_up is not None
    web.add("/rss", feed())
    night(settings, 41 * DAY, only_due=False)
    assert asked(web, "/rss").count(200) == 0
    with session(store) as opened:
        try_again(opened, outlet)
    night(settings, 42 * DAY)
    assert asked(web, "/rss").count(200) == 1


def test_a_source_that_was_given_up_is_visited_by_name(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    soon = replace(settings, give_up_after=DAY)
    web.add("/rss", Answer(status=404))
    for day in range(30):
        night(soon, day * DAY)
    assert visits_of(store, outlet).given_up is not None
    web.add("/rss", feed())
    run_nightly(soon, now=NIGHT + 31 * DAY, sources=["outlet"])
    assert visits_of(store, outlet) == Visits(
        outlet,
        tried=NIGHT + 31 * DAY,
        last=NIGHT + 31 * DAY,
        news=NIGHT + 31 * DAY,
        next=NIGHT + 31 * DAY + HOUR,
    )


def test_what_is_not_there_is_asked_for_once_a_night(
    web: Web, settings: Settings, outlet: str
) -> None:
    web.add("/rss", Answer(status=404))
    night(settings)
    assert asked(web, "/rss") == [404]


def test_a_run_by_hand_visits_everything(web: Web, settings: Settings, outlet: str) -> None:
    web.add("/rss", feed("/a"))
    web.add("/a", page())
    night(settings)
    night(settings, timedelta(minutes=5))
    assert (len(asked(web, "/rss")), len(asked(web, "/a"))) == (1, 1)
    night(settings, timedelta(minutes=10), only_due=False)
    assert (len(asked(web, "/rss")), len(asked(web, "/a"))) == (2, 2)


def test_a_feed_that_moved_for_good_is_remembered(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", Answer(status=301, headers={"Location": "/new"}))
    web.add("/new", feed())
    night(settings)
    with reading(store) as opened:
        assert load_answers(opened, [outlet])[outlet].moved == f"{web.address}/new"


def test_a_page_that_two_feeds_point_to_is_asked_for_once(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    with session(store) as opened:
        add_source(opened, Source("sport", f"{web.address}/sport"), NIGHT)
    web.add("/rss", feed("/a Bridge"))
    web.add("/a", page())
    night(settings)
    web.add("/sport", feed("/a Bridge falls"))
    for number in (1, 2):
        night(replace(settings, rechecks=()), number * 12 * HOUR)
    assert len(asked(web, "/a")) == 2  # at first sight, and once looked at again


def test_two_addresses_of_one_article_are_asked_for_once_each(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    never = replace(settings, rechecks=())
    for number in range(3):
        web.add("/rss", feed("/a", "/a?m=1", ETag=f'"{number}"'))
        for path in ("/a", "/a?m=1"):
            body = page().body
            assert isinstance(body, bytes)
            link = f'<link rel="canonical" href="{web.address}/a">'.encode()
            web.add(path, Answer(body.replace(b"</title>", b"</title>" + link)))
        night(never, number * 12 * HOUR)
    assert (len(asked(web, "/a")), len(asked(web, "/a?m=1"))) == (1, 1)
    assert tolls(store, f"{web.address}/a") == ["Eleven"]


def test_a_page_that_robots_txt_forbids_is_named_and_not_asked_for(
    web: Web, settings: Settings, outlet: str
) -> None:
    rules: Headers = {}
    web.add("/robots.txt", Answer(b"User-agent: *\nDisallow: /b\n", headers=rules))
    web.add("/rss", feed("/a", "/b", ETag='"1"'))
    web.add("/a", page())
    first = night(settings)
    assert [(one.what, one.why) for one in first.failures] == [
        (f"{web.address}/b", "its robots.txt does not let us fetch it")
    ]
    assert night(settings, 12 * HOUR).failures == ()
    assert (asked(web, "/b"), asked(web, "/rss")) == ([], [200, 304])


def test_nothing_due_is_a_quiet_run(web: Web, settings: Settings, outlet: str) -> None:
    web.add("/rss", feed())
    night(settings)
    quiet = night(settings, timedelta(minutes=1))
    assert ([*quiet.articles], quiet.failures) == ([], ())


def test_no_source_at_all_is_wrong_use(settings: Settings) -> None:
    with pytest.raises(WrongUse):
        night(settings)


def test_a_page_that_now_leads_to_the_home_page_is_gone(
    web: Web, store: Engine, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed("/a"))
    web.add("/", page("Home: nine"))
    web.add("/a", page())
    night(settings)
    web.add("/a", Answer(status=302, headers={"Location": "/"}))
    assert [*night(settings, 6 * HOUR).articles] == []
    with reading(store) as opened:
        assert gone_pages(opened) == {"outlet": 1}
    assert tolls(store, f"{web.address}/a") == ["Eleven"]
    assert tolls(store, f"{web.address}/") == []


def test_a_host_that_is_down_does_not_take_all_night(
    web: Web, settings: Settings, outlet: str
) -> None:
    web.add("/rss", feed(*(f"/{number}" for number in range(9))))
    for number in range(9):
        web.add(f"/{number}", Answer(status=502))
    failures = night(settings).failures
    whys = [failure.why for failure in failures]
    host = web.address.partition("//")[2]
    assert whys == ["it answers 502 Bad Gateway"] * 3 + [f"{host} failed 3 times in a row"] * 6
    assert sum(len(asked(web, f"/{number}")) for number in range(9)) == 3 * 2  # two attempts each


def test_a_run_that_breaks_off_does_not_leave_the_next_in_the_dark(
    web: Web, store: Engine, settings: Settings, outlet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.add("/rss", feed("/a", "/b", ETag='"1"'))
    web.add("/a", page())

    web.add("/b", page())
    with monkeypatch.context() as broken:
        broken.setattr("flows.steps.remembering.StoreMemory.keep_rest", interrupted)
        with pytest.raises(ConfigurationError):
            run_nightly(settings, now=NIGHT)
    night(settings, HOUR)
    assert asked(web, "/rss") == [200, 200]


def interrupted(memory: object) -> None:
    """Stop a run where it would remember that a source was done with."""
    raise ConfigurationError("the disk is full")
