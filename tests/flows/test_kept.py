"""What a run came to is read where it lies, and told as soon as it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkers.model import Article
from flows.steps import ArticleResult, check_articles
from flows.steps.batches import BATCH
from flows.steps.kept import AT_ONCE, IN_MEMORY, ArticleResults
from storage.database import Engine
from tests.flows.test_steps import COURIER, SEEN, TRIBUNE

MANY = 3 * AT_ONCE + 1
LONG = "https://outlet.example/" + "long/" * (IN_MEMORY // MANY // 4)


def test_results_come_back_as_they_were_told_from_memory_or_file() -> None:
    told = [ArticleResult(f"{LONG}{n}", 1, "read") for n in range(MANY)]
    told.append(ArticleResult("https://outlet.example/é\ud800", 2, "failed", "error page"))
    results = ArticleResults(told[:2])
    assert (list(results), len(results)) == (told[:2], 2)
    results.add(told[2:])
    assert (list(results), len(results)) == (told, MANY + 1)
    assert results.statuses == {"read": MANY, "failed": 1}
    assert told[-1] in results


def test_two_passes_over_results_do_not_disturb_each_other() -> None:
    results = ArticleResults(ArticleResult(f"{LONG}{n}", 1, "read") for n in range(MANY))
    assert all(one == other for one, other in zip(results, results, strict=True))


def test_what_became_of_a_batch_is_told_before_the_next_is_taken_in(store: Engine) -> None:
    given = 0
    told: list[tuple[int, int]] = []

    def articles() -> Iterator[Article]:
        nonlocal given
        for number in range(2 * BATCH + 1):
            given += 1
            yield replace(COURIER, url=f"{COURIER.url}/{number}", language="fr")

    def tell(results: Sequence[ArticleResult]) -> None:
        told.append((len(results), given))

    check_articles(store, articles(), seen=SEEN, run_kind="check", told=tell)
    assert told == [(BATCH, BATCH), (BATCH, 2 * BATCH), (1, 2 * BATCH + 1)]


def test_the_result_of_a_run_is_what_the_store_holds(store: Engine) -> None:
    result = check_articles(store, [COURIER, TRIBUNE], seen=SEEN, run_kind="check")
    [event], [finding] = result.events, result.findings
    assert result.about == {event.id: {COURIER.url, TRIBUNE.url}}
    assert (len(result.findings), result.new) == (1, (finding.finding.fingerprint,))
    assert [one.id for one in result.events.only([event.id, "none of these"])] == [event.id]
    assert {one.reason for one in result.reconciliations} == set(result.reasons)
