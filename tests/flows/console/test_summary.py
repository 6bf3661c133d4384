"""The summary of a night, the result of a check, and a reading, as people see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from rich.console import Group

from checkers.model import Family, Reason, Severity
from flows.console.checked import Checked, checked
from flows.console.event import event_in_full, events_with_articles
from flows.console.reading import reading
from flows.console.summary import Night, summary
from flows.steps.judging import articles_about
from tests.flows import invented
from tests.flows.rendered import lines

T = TypeVar("T")

NIGHT = Night(
    statuses={"read": 3, "unchanged": 1, "failed": 1},
    events=[invented.EVENT],
    findings=[invented.stored()],
    new=frozenset({invented.FINDING.fingerprint}),
    reasons={Reason.WITHIN_BOUNDS: 2, Reason.TOLL_GREW: 7},
    failures=[("https://x.example/rss", "\x1b[2Jit answers [404] Not Found")],
)
INSIDE = replace(
    invented.FINDING,
    code="CAS104",
    severity=Severity.LOW,
    title="A figure that differs inside one article",
    event=None,
    sides=(
        replace(invented.FINDING.sides[0], evidence=invented.FINDING.sides[0].evidence[:1]),
        replace(invented.FINDING.sides[0], evidence=invented.FINDING.sides[0].evidence[1:]),
    ),
)
ELSEWHERE = replace(invented.evidence(invented.DOZEN), url="https://elsewhere.example/1")
NOWHERE = replace(
    invented.RECONCILIATION, family=Family.DAT, event=None, evidence=(ELSEWHERE, ELSEWHERE)
)


class Listed(list[T]):
    """Values by their keys, in memory."""

    def __init__(self, by_key: Mapping[str, T]) -> None:
        super().__init__(by_key.values())
        self._by_key = by_key

    def only(self, keys: Sequence[str]) -> Listed[T]:
        return Listed({key: self._by_key[key] for key in keys})


def test_the_summary_begins_with_counts() -> None:
    page = lines(Group(*summary(NIGHT)), 80)
    assert page[:2] == [
        "3 articles read · 1 failed · 1 unchanged · 1 event",
        "1 finding: 1 high (1 new)",
    ]


def test_the_summary_draws_figures_that_moved() -> None:
    page = lines(Group(*summary(NIGHT)), 80)
    at = page.index("  killed over time")
    assert [line.split("  ")[-1] for line in page[at + 1 : at + 4]] == [
        "Skarrow Evening",
        "The Lann Telegraph",
        "North Wire",
    ]


def test_the_summary_says_how_many_differences_had_which_reason() -> None:
    page = lines(Group(*summary(NIGHT)), 80)
    at = next(n for n, line in enumerate(page) if line.startswith("Compared and not flagged: 9"))
    assert page[at + 1 : at + 3] == [
        "7  toll-grew      the later one is a later count",
        "2  within-bounds  their wording leaves room for both",
    ]


def test_the_summary_names_what_failed_and_obeys_nothing_in_it() -> None:
    page = lines(Group(*summary(NIGHT)), 80)
    assert "https://x.example/rss  ␛[2Jit answers [404] Not Found" in page


def test_a_quiet_night_says_so() -> None:
    quiet = Night({"unchanged": 1}, [], [], frozenset(), {}, [])
    assert lines(Group(*summary(quiet)), 80) == [
        "0 articles read · 1 unchanged · 0 events",
        "No findings",
        "",
        "recount findings lists what stands open from before.",
    ]


def test_a_finding_inside_an_article_stands_with_the_event_it_is_about() -> None:
    events = [replace(invented.OLDER, id="0"), invented.EVENT]
    findings = [invented.stored(INSIDE), invented.stored()]
    differences = [invented.RECONCILIATION, NOWHERE]
    result = Checked(
        about={event.id: articles_about(event) for event in events},
        events=Listed({event.id: event for event in events}),
        findings=Listed({stored.finding.fingerprint: stored for stored in findings}),
        new=frozenset(),
        differences=Listed({one.fingerprint: one for one in differences}),
        read=3,
    )
    page = lines(Group(*checked(result)), 120)
    assert page[0].startswith("3 articles read · 2 events · 2 findings: 1 high, 1 low · 2 differ")
    order = [
        next(n for n, line in enumerate(page) if words in line)
        for words in (
            "Ferry fire off Port Lann",  # the event with findings comes first
            "Death tolls that cannot both stand",
            "A figure that differs inside one article",
            "within-bounds",
            "Kept apart from",
            "About no event of these",
        )
    ]
    assert order == sorted(order)


def test_an_event_says_what_joined_and_what_kept_apart() -> None:
    page = lines(event_in_full(invented.EVENT, [], []), 80)
    assert page[:2] == ["Ferry fire off Port Lann  event 7c1e9a40", "fire"]
    at = page.index("Kept apart from")
    assert page[at + 1 : at + 3] == [
        "91f0aa12  Fire in the Port Lann fish market",
        "          twelve days apart",
    ]
    assert page[-2] == "No findings"


def test_events_of_a_few_articles_are_listed_with_them() -> None:
    page = lines(events_with_articles([invented.OLDER, invented.EVENT]), 80)
    assert page[0] == "Ferry fire off Port Lann  event 7c1e9a40"
    assert page[-1] == "2 events"


def test_a_reading_marks_what_was_understood() -> None:
    page = lines(reading(invented.READINGS[1]), 80)
    assert "  Fire on Lann ferry kills [14]" in page
    assert "Ferry fire off Port Lann" in "".join(page)
    row = next(line for line in page if line.startswith("31 "))
    assert row.split("  ")[-1] == "m1"
    assert "injured 31 people" in row


def test_a_reading_in_a_language_that_is_not_read_says_so() -> None:
    page = lines(reading(replace(invented.READINGS[1], unsupported="fr")), 80)
    assert page[-1] == "Not read: no reader knows the language 'fr'."
