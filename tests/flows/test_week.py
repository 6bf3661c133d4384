"""A week of nights over fifty outlets, each with a trouble of its own or none.

What was asked, how politely, what was kept, and what was found is asserted outlet by outlet.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
import stamina

from checkers.model import Status
from flows.settings import Settings
from flows.steps.night import run_nightly
from flows.steps.result import RunResult
from storage.articles import revisions
from storage.database import Engine, open_database, reading, session
from storage.findings import list_findings
from storage.pages import gone_pages
from storage.sources import add_source
from storage.standing import standings
from storage.stored import Source
from storage.visited import Standing
from tests.flows.sources.server import Answer, Web, bomb, self_signed, serving

FIRST = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
NIGHTS = 7
PLAIN = 28

# Most outlets tell of nothing that befell anybody; what is edited tells of happenings far apart and
# counts different things. So no report contradicts another's, and whatever is found is an edit.
QUIET = "Workers replaced {toll} lamps on the footbridge in {town} on Sunday, the town said.{note}"
HAPPENINGS = {
    "edited": "A fire swept through a covered market in Lima, Peru, on Sunday evening. {toll}"
    " people were injured, the fire brigade said, and taken to two hospitals.",
    "corrected": "A ferry ran aground off Oslo, Norway, on Sunday evening. {toll} people were"
    " rescued, the coast guard said, and brought to the harbour.{note}",
    "reverted": "A court in Nairobi, Kenya, sat late on Sunday over a brawl at a match. {toll}"
    " people were arrested, the police said, and all of them are to be heard again.",
    "lying-page": "A landslide buried a road near Osaka, Japan, on Sunday evening. {toll} people"
    " were reported missing, the prefecture said, and are searched for with dogs.",
}
MORE = (
    "All had been inspected in the autumn. The place stays closed until engineers have looked at"
    " it, a spokeswoman said, and nobody could say on Sunday how long that would take."
)
CORRECTION = " Correction: an earlier version of this report said that eleven people were rescued."


def page(town: str, toll: str = "Eleven", note: str = "", **headers: str) -> Answer:
    """A report from a town, or of what is said to happen at an outlet of that name."""
    story = HAPPENINGS.get(town, QUIET)
    text = story.format(town=town, toll=toll if town in HAPPENINGS else toll.lower(), note=note)
    body = f"<p>{text}</p><p>{MORE}</p>"
    title = " ".join(text.replace(toll.lower(), "the").split()[:8])
    return Answer(
        f"<html lang='en'><head><title>{title}</title>"
        '<meta property="article:published_time" content="2026-03-01T21:00:00+00:00"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>".encode(),
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def feed(*links: str, guid: str = "", date: str = "", etag: str = "") -> Answer:
    """A feed with these links."""
    more = (f"<guid isPermaLink='false'>{guid}</guid>" if guid else "") + (
        f"<pubDate>{date}</pubDate>" if date else ""
    )
    items = "".join(
        f"<item><title>Bridge {link}</title><link>{link}</link>{more}</item>" for link in links
    )
    return Answer(
        f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        kind="application/rss+xml",
        headers={"ETag": etag} if etag else {},
    )


def rules(text: str) -> Answer:
    return Answer(f"User-agent: *\nDisallow: {text}\n".encode(), kind="text/plain")


@dataclass
class Outlet:
    """One outlet: its server, and the town that it reports from."""

    name: str
    web: Web

    @property
    def town(self) -> str:
        """An invented town of its own, or its name where it tells of something else."""
        if self.name in HAPPENINGS:
            return self.name
        return f"{self.name.title().replace('-', '')}dorf"

    def play(self, night: int) -> None:
        """Put out what stands there on that night."""
        PLAYS.get(self.name, plain)(self, night)

    def asked(self, path: str) -> list[int]:
        """The answers that were given at a path."""
        return self.web.given.get(path, [])


def plain(outlet: Outlet, night: int) -> None:
    """Something new every night, and nothing ever edited."""
    links = [f"/{number}" for number in range(max(0, night - 2), night + 1)]
    outlet.web.add("/rss", feed(*links, etag=f'"{night}"'))
    outlet.web.add(f"/{night}", page(f"{outlet.town} {night}", ETag=f'"page {night}"'))


def one_page(outlet: Outlet, answer: Answer, rss: Answer | None = None) -> None:
    outlet.web.add("/rss", rss or feed("/a", etag='"1"'))
    outlet.web.add("/a", answer)


def quiet(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town, ETag='"1"'))


def lying_feed(outlet: Outlet, night: int) -> None:
    outlet.web.add("/rss", feed(*(f"/{n}" for n in range(night + 1)), etag='"same"'))
    outlet.web.add(f"/{night}", page(f"{outlet.town} {night}"))


def lying_page(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town, "Eleven" if night < 3 else "Seven", ETag='"same"'))


def reused_guids(outlet: Outlet, night: int) -> None:
    outlet.web.add("/rss", feed(f"/{night}", guid="always-the-same"))
    outlet.web.add(f"/{night}", page(f"{outlet.town} {night}"))


def churned_guids(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town), feed("/a", guid=f"g-{night}"))


def moved_dates(outlet: Outlet, night: int) -> None:
    date = f"{FIRST + timedelta(days=night):%a, %d %b %Y %H:%M:%S} GMT"
    one_page(outlet, page(outlet.town), feed("/a", date=date))


def slow(outlet: Outlet, night: int) -> None:
    body = page(outlet.town).body
    assert isinstance(body, bytes)

    def pieces() -> Iterator[bytes]:
        for start in range(0, len(body), 300):
            outlet.web.stopping.wait(0.02)
            yield body[start : start + 300]

    one_page(outlet, Answer(pieces))


def silent(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town), outlet.web.silence())


def truncated(outlet: Outlet, night: int) -> None:
    whole = page(outlet.town)
    assert isinstance(whole.body, bytes)
    cut = replace(whole, body=whole.body[:200], headers={"Content-Length": "5000"})
    one_page(outlet, cut if night < 2 else whole)


def bombing(outlet: Outlet, night: int) -> None:
    one_page(outlet, bomb(30))


def looping(outlet: Outlet, night: int) -> None:
    outlet.web.add("/rss", Answer(status=302, headers={"Location": "/other"}))
    outlet.web.add("/other", Answer(status=302, headers={"Location": "/rss"}))


def busy(outlet: Outlet, night: int) -> None:
    three_days = Answer(status=429, headers={"Retry-After": str(3 * 24 * 3600)})
    one_page(outlet, page(outlet.town), three_days if night == 0 else None)


def broken(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town), Answer(status=503) if night < 5 else None)


def forbidding(outlet: Outlet, night: int) -> None:
    outlet.web.add("/robots.txt", rules("/"))
    quiet(outlet, night)


def half_forbidding(outlet: Outlet, night: int) -> None:
    outlet.web.add("/robots.txt", rules("/private"))
    one_page(outlet, page(outlet.town), feed("/a", "/private/b", etag='"1"'))


def edited(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town, "Eleven" if night < 1 else "Seven", ETag=f'"{night > 0}"'))


def corrected(outlet: Outlet, night: int) -> None:
    said = ("Eleven", "") if night < 1 else ("Seven", CORRECTION)
    one_page(outlet, page(outlet.town, *said))


def reverted(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town, "Seven" if night == 1 else "Eleven"))


def deleted(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town) if night < 1 else Answer(status=410))


def hidden(outlet: Outlet, night: int) -> None:
    home = Answer(status=302, headers={"Location": "/"})
    outlet.web.add("/", page("Homepage"))
    one_page(outlet, page(outlet.town) if night < 1 else home)


def moved(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town), Answer(status=301, headers={"Location": "/new"}))
    outlet.web.add("/new", feed("/a", etag='"1"'))


def leading_inside(outlet: Outlet, night: int) -> None:
    one_page(outlet, page(outlet.town), feed("/a", "http://10.0.0.1/a", "file:///etc/passwd"))


def empty(outlet: Outlet, night: int) -> None:
    outlet.web.add("/rss", feed())


PLAYS = {
    play.__name__.replace("_", "-"): play
    for play in (
        quiet, lying_feed, lying_page, reused_guids, churned_guids, moved_dates, slow, silent,
        truncated, bombing, looping, busy, broken, forbidding, half_forbidding, edited, corrected,
        reverted, deleted, hidden, moved, leading_inside, empty,
    )
}  # fmt: skip
CERTIFYING_ITSELF = "certifying-itself"  # a plain one whose certificate nobody else has signed


@dataclass(frozen=True)
class Week:
    """What came of the week."""

    outlets: dict[str, Outlet]
    nights: list[RunResult]
    store: Engine

    def tolls(self, name: str, path: str = "/a") -> list[str]:
        """The toll that each revision of a page gives."""
        with reading(self.store) as opened:
            found = revisions(opened, f"{self.outlets[name].web.address}{path}")
        return [re.findall("eleven|seven", article.text, re.I)[0].title() for article in found]

    def failures(self, name: str) -> list[list[str]]:
        """What failed at an outlet, night by night."""
        address = self.outlets[name].web.address
        return [
            [one.why for one in night.failures if one.what == name or one.what.startswith(address)]
            for night in self.nights
        ]

    def standing(self, name: str) -> Standing:
        """How its source stands in the end."""
        outlet = self.outlets[name]
        with reading(self.store) as opened:
            return standings(opened, [Source(name, f"{outlet.web.address}/rss")])[0]


@pytest.fixture(scope="module")
def week(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    """Seven nights over fifty outlets."""
    folder = tmp_path_factory.mktemp("week")
    url = f"sqlite:///{shutil.copy(migrated_file, folder / 'recount.db')}"
    settings = Settings(
        url,
        timeout=timedelta(seconds=2),
        max_bytes=1_000_000,
        host_delay=timedelta(milliseconds=1),
        allow_networks=(ip_network("127.0.0.0/8"),),
        full_every=4,
    )
    names = [*(f"plain-{number}" for number in range(PLAIN - 2)), *PLAYS, CERTIFYING_ITSELF]
    with ExitStack() as stack:
        stack.enter_context(stamina.set_testing(True, attempts=2))
        store = open_database(url)
        stack.callback(store.dispose)
        outlets = {}
        for name in names:
            secure = self_signed(folder) if name == CERTIFYING_ITSELF else None
            outlets[name] = Outlet(name, stack.enter_context(serving(secure)))
        with session(store) as opened:
            for name, outlet in outlets.items():
                add_source(opened, Source(name, f"{outlet.web.address}/rss", name.title()), FIRST)
        nights = []
        for number in range(NIGHTS):
            for outlet in outlets.values():
                outlet.play(number)
            at = FIRST + timedelta(days=number)
            nights.append(run_nightly(settings, now=at, only_due=True))
        yield Week(outlets, nights, store)


def test_there_are_fifty(week: Week) -> None:
    assert len(week.outlets) == 50


def test_nothing_of_the_plain_ones_is_lost_or_asked_for_in_vain(week: Week) -> None:
    for name in (name for name in week.outlets if name.startswith("plain-")):
        outlet = week.outlets[name]
        assert [week.tolls(name, f"/{night}") for night in range(NIGHTS)] == [["Eleven"]] * NIGHTS
        assert week.failures(name) == [[]] * NIGHTS
        assert outlet.asked("/rss") == [200] * NIGHTS
        # First sight; a day later; three days; the rest of its week lies beyond the seven nights.
        assert outlet.asked("/0") == [200, 304, 304]
        assert outlet.asked("/6") == [200]


def test_no_site_was_asked_for_its_rules_more_than_once_a_night(week: Week) -> None:
    for name, outlet in week.outlets.items():
        # Fewer where a night comes some seconds before a day has passed.
        assert len(outlet.asked("/robots.txt")) <= NIGHTS, name
        assert outlet.asked("/robots.txt") or name == CERTIFYING_ITSELF


def test_what_does_not_change_is_asked_for_on_condition(week: Week) -> None:
    assert week.outlets["quiet"].asked("/rss") == [200, 304, 304, 304, 200, 304, 304]


def test_lies_are_found_out(week: Week) -> None:
    assert week.outlets["lying-feed"].asked("/rss") == [200, 304, 304, 304, 200, 200, 200]
    for night in range(NIGHTS):
        assert week.tolls("lying-feed", f"/{night}") == ["Eleven"]
    answered = week.standing("lying-feed").answered
    assert answered is not None
    assert answered.lied is not None
    assert week.outlets["lying-page"].asked("/a") == [200, 304, 304]


def test_names_of_entries_mean_little(week: Week) -> None:
    for night in range(NIGHTS):
        assert week.tolls("reused-guids", f"/{night}") == ["Eleven"]
    assert week.tolls("churned-guids") == ["Eleven"]
    assert week.outlets["churned-guids"].asked("/a") == [200] * NIGHTS


def test_a_page_that_gives_its_own_date_is_not_re_dated_by_its_feed(week: Week) -> None:
    assert week.tolls("moved-dates") == ["Eleven"]


TROUBLES = {
    "slow": [[]] * 7,
    "truncated": [["it broke off in the middle"]] * 2 + [[]] * 5,
    "bombing": [["it is larger than 1,000,000 bytes (RECOUNT_MAX_BYTES)"]] + [[]] * 6,
    # After the sixth failure in a row the pause is longer than a day.
    "forbidding": [["its robots.txt does not let us fetch it"]] * 6 + [[]],
    "half-forbidding": [["its robots.txt does not let us fetch it"]] + [[]] * 6,
    "broken": [["it answers 503 Service Unavailable"]] * 5 + [[]] * 2,
    "empty": [[]] * 7,
    CERTIFYING_ITSELF: [["its certificate cannot be verified"]] * 6 + [[]],
}


@pytest.mark.parametrize("name", TROUBLES)
def test_troubles_are_named(week: Week, name: str) -> None:
    assert week.failures(name) == TROUBLES[name]


def test_what_breaks_off_or_is_away_is_had_when_it_is_back(week: Week) -> None:
    for name in ("slow", "truncated", "busy", "broken", "half-forbidding", "leading-inside"):
        assert week.tolls(name) == ["Eleven"], name
    assert week.tolls("bombing") == []


def test_a_circle_of_redirects_is_left_after_so_many(week: Week) -> None:
    outlet = week.outlets["looping"]
    nights = len([night for night in week.failures("looping") if night])
    assert len(outlet.asked("/rss")) + len(outlet.asked("/other")) == 6 * nights


def test_who_asks_to_be_left_alone_is(week: Week) -> None:
    assert len(week.failures("busy")[0]) == 1
    assert week.failures("busy")[1:] == [[]] * 6
    assert week.outlets["busy"].asked("/rss") == [429, 200, 304, 304]


def test_what_is_forbidden_was_never_asked_for(week: Week) -> None:
    assert set(week.outlets["forbidding"].web.requests) == {"/robots.txt"}
    assert "/private/b" not in week.outlets["half-forbidding"].web.requests


def test_links_do_not_lead_inside(week: Week) -> None:
    whys = [
        one.why
        for night in week.nights
        for one in night.failures
        if one.what.startswith(("http://10.", "file:"))
    ]
    assert [why.split(",")[0] for why in whys] == ["10.0.0.1 is no public address"]


def test_edits_are_kept_and_judged(week: Week) -> None:
    assert week.tolls("edited") == ["Eleven", "Seven"]
    assert week.tolls("corrected") == ["Eleven", "Seven"]
    assert week.tolls("reverted") == ["Eleven", "Seven", "Eleven"]
    with reading(week.store) as opened:
        found = list_findings(opened)
    about = {
        (stored.finding.family.value, item.url.removesuffix("/a"))
        for stored in found
        for item in stored.finding.evidence
        if stored.status is not Status.RESOLVED
    }
    address = {name: outlet.web.address for name, outlet in week.outlets.items()}
    assert ("EDT", address["edited"]) in about
    assert ("EDT", address["corrected"]) not in about
    allowed = {address[name] for name in ("edited", "reverted", "lying-page")}
    unexpected = [
        (one.finding.code, one.finding.message)
        for one in found
        if not {item.url.removesuffix("/a") for item in one.finding.evidence} <= allowed
    ]
    assert unexpected == []


def test_what_is_gone_is_noted(week: Week) -> None:
    with reading(week.store) as opened:
        assert gone_pages(opened) == {"deleted": 1, "hidden": 1}
    assert week.tolls("deleted") == ["Eleven"]
    assert week.tolls("hidden") == ["Eleven"]


def test_what_has_moved_is_read_where_it_is(week: Week) -> None:
    answered = week.standing("moved").answered
    assert answered is not None
    assert answered.moved == f"{week.outlets['moved'].web.address}/new"
    assert week.tolls("moved") == ["Eleven"]
