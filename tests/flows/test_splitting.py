"""What becomes of findings when a new article tells two happenings apart, taken for one before."""

from __future__ import annotations

from datetime import datetime, timedelta

from checkers.model import Article, Origin, Stamp, Status
from flows.steps import check_articles
from storage.database import Engine, reading, session
from storage.events import event_changes
from storage.findings import list_findings, mark
from storage.stored import StoredFinding

SEEN = datetime.fromisoformat("2026-11-04T18:00:00+00:00")


def report(outlet: str, at: str, title: str, text: str) -> Article:
    published = Stamp(datetime.fromisoformat(f"2026-11-04T{at}+02:00"), Origin.GIVEN)
    return Article(f"https://{outlet}.example/fog", text, title, published, publisher=outlet)


LORRY = report(
    "courier",
    "09:30",
    "Three die in fog on Olm motorway",
    "Three people died in a pile-up in fog on the Olm motorway on Wednesday morning. A lorry with "
    "furniture had skidded.",
)
MINIBUS = report(
    "tribune",
    "10:00",
    "Olm motorway: seven dead in fog",
    "Seven people were killed on Wednesday morning on the foggy Olm motorway. A minibus was "
    "crushed between two lorries.",
)
BOTH = report(
    "gazette",
    "14:00",
    "Two separate pile-ups on Olm motorway",
    "There were two separate pile-ups on the Olm motorway on Wednesday morning, police said. In "
    "the first, three people died; a furniture lorry had skidded. In the second, a minibus was "
    "crushed, and seven people lost their lives.",
)


def night(store: Engine, number: int, *articles: Article) -> list[StoredFinding]:
    """Check what a night brought; the findings on death tolls that the store then holds."""
    seen = SEEN + timedelta(days=number)
    check_articles(store, articles, seen=seen, run_kind="check")
    with reading(store) as opened:
        return [one for one in list_findings(opened) if one.finding.code == "CAS101"]


def test_a_finding_on_two_happenings_taken_for_one_is_resolved(store: Engine) -> None:
    [found] = night(store, 0, LORRY, MINIBUS)
    assert found.status is Status.OPEN
    assert found.finding.event is not None
    [after] = night(store, 1, BOTH)
    assert after.finding.fingerprint == found.finding.fingerprint
    assert (after.status, [one.note for one in after.decisions]) == (
        Status.RESOLVED,
        ["its articles turned out to tell of different happenings"],
    )
    with reading(store) as opened:
        [change] = event_changes(opened, found.finding.event.id)
    assert (change.left, change.url) == (found.finding.event.id, MINIBUS.url)


def test_what_a_person_dismissed_stays_dismissed(store: Engine) -> None:
    [found] = night(store, 0, LORRY, MINIBUS)
    with session(store) as opened:
        mark(opened, [found.finding.fingerprint], Status.DISMISSED, by="desk", at=SEEN)
    [after] = night(store, 1, BOTH)
    assert (after.status, len(after.decisions)) == (Status.DISMISSED, 1)


def test_a_finding_stands_as_long_as_its_articles_are_together(store: Engine) -> None:
    night(store, 0, LORRY, MINIBUS)
    [after] = night(store, 1, report("echo", "10:30", MINIBUS.title, MINIBUS.text))
    assert (after.status, after.decisions) == (Status.OPEN, ())
