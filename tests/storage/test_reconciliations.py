"""Differences that are not findings: kept once, found by what they are about, counted by reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkers.model import Family, Reason, Reconciliation
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.outcomes import save_outcomes
from storage.readings import mark_read, mark_readings_judged, save_readings, unjudged_readings
from storage.reconciliations import each_reconciliation, reconciliation_counts, reconciliations
from tests.storage.invented import (
    DAY,
    DOCK,
    FERRY,
    HOUR,
    NOON,
    article,
    evidence,
    read,
    reconciled,
    row_counts,
    tolls,
)

GREW = reconciled()
ROUNDED = replace(reconciled(Reason.ROUNDING, "rockets"), family=Family.NUM, event=None)
ONE_ARTICLE = replace(reconciled(Reason.SUM), evidence=GREW.evidence[:1])

WANTED = {
    "all, by family and reason": ({}, [ONE_ARTICLE, GREW, ROUNDED]),
    "of an event": ({"event": "dock"}, [ONE_ARTICLE, GREW]),
    "of an article": ({"url": FERRY}, [GREW, ROUNDED]),
    "of an article that nobody quotes": ({"url": "https://unquoted.example/"}, []),
    "of a family": ({"family": Family.NUM}, [ROUNDED]),
    "for a reason": ({"reason": Reason.SUM}, [ONE_ARTICLE]),
    "of a run": ({"run": "second"}, [ROUNDED]),
    "nothing asked": ({"event": None, "url": None}, [ONE_ARTICLE, GREW, ROUNDED]),
}


@pytest.mark.parametrize(("wanted", "expected"), WANTED.values(), ids=WANTED)
def test_reconciliations_are_found(
    store: Engine, wanted: dict[str, object], expected: list[Reconciliation]
) -> None:
    with session(store) as opened:
        save_outcomes(opened, [GREW, ONE_ARTICLE, GREW], NOON, "first")
        save_outcomes(opened, [ROUNDED], NOON, "second")
    with reading(store) as opened:
        found = reconciliations(opened, **wanted)  # type: ignore[arg-type]  # a table of keywords
        assert found == expected
        assert list(each_reconciliation(opened, **wanted)) == found  # type: ignore[arg-type]  # as above


def test_reasons_are_counted_the_commonest_first(store: Engine) -> None:
    more = [reconciled(Reason.ROUNDING, f"slot {number}") for number in range(3)]
    with session(store) as opened:
        save_outcomes(opened, [GREW, *more], NOON, "first")
        save_outcomes(opened, [GREW, ONE_ARTICLE, tolls()], NOON + DAY, "second")
        counts = reconciliation_counts(opened)
        assert list(counts.items()) == [
            (Reason.ROUNDING, 3),
            (Reason.SUM, 1),
            (Reason.TOLL_GREW, 1),
        ]
        assert reconciliation_counts(opened, run="second") == {Reason.SUM: 1, Reason.TOLL_GREW: 1}
        assert reconciliation_counts(opened, run="third") == {}


def test_a_reconciliation_seen_again_takes_the_latest_words(store: Engine) -> None:
    reworded = replace(GREW, message="It rose again.")
    for outcome in (GREW, GREW, reworded):
        with session(store) as opened:
            save_outcomes(opened, [outcome], NOON)
    with reading(store) as opened:
        assert reconciliations(opened) == [reworded]
    assert row_counts(store)["reconciliation_evidence"] == 2


def test_one_that_rests_on_a_revision_whose_number_moved_is_judged_again(store: Engine) -> None:
    later = article(text="Thirteen people were killed.", fetched=NOON + 2 * HOUR)
    with session(store) as opened:
        [saved] = [one.article for one in save_articles(opened, [later], NOON)]
        save_readings(opened, [read(saved)])
        mark_read(opened, [saved])
        mark_readings_judged(opened, [saved])
        resting = replace(GREW, evidence=(evidence(saved, "Thirteen", "killed: 13"),))
        elsewhere = replace(GREW, evidence=GREW.evidence[1:])
        save_outcomes(opened, [resting, elsewhere], NOON)
    with session(store) as opened:
        save_articles(opened, [article(fetched=NOON + HOUR)], NOON)
    with reading(store) as opened:
        assert reconciliations(opened) == [elsewhere]
        [again] = unjudged_readings(opened, 10)
    assert (again.article.url, again.article.revision) == (DOCK, 2)
