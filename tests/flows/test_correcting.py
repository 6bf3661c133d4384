"""What becomes of findings when an outlet corrects itself, takes it back, or cannot be reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from checkers.model import Article, Origin, Stamp, Status
from flows.steps import check_articles
from storage.database import Engine, reading, session
from storage.findings import list_findings, mark
from storage.stored import AUTOMATIC, StoredFinding

START = datetime(2026, 3, 5, 18, tzinfo=UTC)
BODY = (
    "A coach and a lorry collided near Hallendorf on Thursday afternoon. {toll} people were killed "
    "in the crash, the provincial police said. The road between Hallendorf and Brenn stays closed."
)
NOTE = "\n\nCorrection: an earlier version of this report said that {toll} people had been killed."


def revision(toll: str, hours: int, outlet: str = "courier", note: str = "") -> Article:
    """What an outlet's page said so many hours after the crash was first reported."""
    return Article(
        url=f"https://{outlet}.example/crash",
        title="Coach crash near Hallendorf",
        text=BODY.format(toll=toll) + (NOTE.format(toll=note) if note else ""),
        published=Stamp(START, Origin.GIVEN),
        fetched=START + timedelta(hours=hours),
        publisher=outlet,
        language="en",
    )


def unreachable(hours: int) -> Article:
    """What the server sent in place of the page."""
    page = revision("No", hours)
    return replace(page, title="503", text="Service temporarily unavailable.", status=503)


def gone(hours: int) -> Article:
    """What the server sent once the page was removed."""
    return replace(revision("No", hours), title="410 Gone", text="It was removed.", status=410)


def night(store: Engine, number: int, *articles: Article) -> list[StoredFinding]:
    """Check what a night fetched; every finding that the store then holds."""
    seen = START + timedelta(days=number)
    check_articles(store, articles, seen=seen, run_kind="check")
    with reading(store) as opened:
        return list_findings(opened)


def life(findings: Sequence[StoredFinding], code: str) -> list[tuple[Status, list[str]]]:
    """The status and the notes of the decisions of each finding by a rule."""
    return [
        (stored.status, [decision.note for decision in stored.decisions])
        for stored in findings
        if stored.finding.code == code
    ]


OTHER = revision("Nine", 1, "tribune")
WITHDRAWN = "revision 2 of https://courier.example/crash no longer says so"
REGRESSED = "regressed: it had been corrected and is seen again"


def test_a_corrected_article_resolves_what_rested_on_it(store: Engine) -> None:
    assert life(night(store, 1, revision("Twelve", 1), OTHER), "CAS101") == [(Status.OPEN, [])]
    findings = night(store, 2, revision("Nine", 26, note="twelve"))
    assert life(findings, "CAS101") == [(Status.RESOLVED, [WITHDRAWN])]
    [decision] = next(s for s in findings if s.finding.code == "CAS101").decisions
    assert decision.by == AUTOMATIC


def test_a_correction_taken_back_reopens_it(store: Engine) -> None:
    night(store, 1, revision("Twelve", 1), OTHER)
    night(store, 2, revision("Nine", 26, note="twelve"))
    findings = night(store, 3, revision("Twelve", 50))
    assert life(findings, "CAS101") == [(Status.OPEN, [WITHDRAWN, REGRESSED])]


def test_an_addition_that_keeps_the_figure_resolves_nothing(store: Engine) -> None:
    first = revision("Twelve", 1)
    night(store, 1, first, OTHER)
    longer = replace(first, text=first.text + " A crane is on its way.", fetched=START)
    findings = night(store, 2, replace(longer, fetched=START + timedelta(hours=26)))
    assert life(findings, "CAS101") == [(Status.OPEN, [])]


@pytest.mark.parametrize("came", [unreachable, gone], ids=["unreachable", "gone"])
def test_a_page_that_cannot_be_read_changes_nothing(
    store: Engine, came: Callable[[int], Article]
) -> None:
    night(store, 1, revision("Twelve", 1), OTHER)
    findings = night(store, 2, came(26))
    assert life(findings, "CAS101") == [(Status.OPEN, [])]


def test_what_a_person_dismissed_stays_dismissed(store: Engine) -> None:
    [stored] = [
        one for one in night(store, 1, revision("Twelve", 1), OTHER) if one.finding.code == "CAS101"
    ]
    with session(store) as opened:
        mark(
            opened,
            [stored.finding.fingerprint],
            Status.DISMISSED,
            by="editor",
            at=START + timedelta(days=1, hours=1),
        )
    findings = night(store, 2, revision("Nine", 26, note="twelve"))
    assert life(findings, "CAS101") == [(Status.DISMISSED, [""])]


def test_an_edit_is_resolved_by_the_note_that_comes_later(store: Engine) -> None:
    night(store, 1, revision("Twelve", 1))
    findings = night(store, 2, revision("Nine", 26))
    assert life(findings, "EDT101") == [(Status.OPEN, [])]
    findings = night(store, 3, revision("Nine", 50, note="twelve"))
    assert life(findings, "EDT101") == [(Status.RESOLVED, ["explained since: corrected"])]


def test_an_edit_stands_while_the_page_cannot_be_reached(store: Engine) -> None:
    night(store, 1, revision("Twelve", 1))
    night(store, 2, revision("Nine", 26))
    assert life(night(store, 3, unreachable(50)), "EDT101") == [(Status.OPEN, [])]


def test_an_article_that_comes_back_is_no_longer_taken_down(store: Engine) -> None:
    night(store, 1, revision("Twelve", 1))
    assert life(night(store, 2, gone(26)), "EDT108") == [(Status.OPEN, [])]
    findings = night(store, 3, revision("Twelve", 50))
    assert life(findings, "EDT108") == [(Status.RESOLVED, ["the article is back"])]


def test_what_came_in_place_of_an_article_says_nothing_of_its_event(store: Engine) -> None:
    result = check_articles(
        store, [revision("Twelve", 1), unreachable(26)], seen=START, run_kind="check"
    )
    assert [(one.status, one.detail) for one in result.articles] == [
        ("read", ""),
        ("failed", "an error page (503)"),
    ]
    [event] = result.events
    assert [member.reading.article.revision for member in event.members] == [1]


def test_checking_every_revision_again_changes_nothing(store: Engine) -> None:
    pages = [revision("Twelve", 1), OTHER, revision("Nine", 26, note="twelve")]
    first = night(store, 1, *pages)
    again = night(store, 2, *pages)
    assert [(s.finding.fingerprint, s.status) for s in again] == [
        (s.finding.fingerprint, s.status) for s in first
    ]


HEADLINE = "Twenty killed in coach crash near Hallendorf"


def test_a_headline_put_right_resolves_what_it_had_against_its_text(store: Engine) -> None:
    first = night(store, 1, replace(revision("Nine", 1), title=HEADLINE))
    assert life(first, "CAS104") == [(Status.OPEN, [])]
    assert life(night(store, 2, revision("Nine", 26)), "CAS104") == [(Status.RESOLVED, [WITHDRAWN])]


def test_what_an_earlier_revision_had_against_itself_is_no_finding(store: Engine) -> None:
    findings = night(store, 1, replace(revision("Nine", 1), title=HEADLINE), revision("Nine", 26))
    assert life(findings, "CAS104") == []
