"""The generated world: repeatable, in order, in flat memory, and true to its own gold."""

from __future__ import annotations

import tracemalloc
from itertools import islice

import pytest

from benchmarks.generator import Report, generate
from benchmarks.generator.account import LONGEST
from benchmarks.generator.happenings import days
from benchmarks.generator.wording import SMALL
from checkers.grouping.copies import signature, similar


def some(number: int, seed: int = 1) -> list[Report]:
    return list(islice(generate(seed), number))


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return some(1500)


def test_one_seed_gives_one_world() -> None:
    assert some(200) == some(200)
    assert some(200) != some(200, seed=2)


def test_articles_come_as_published_each_under_its_own_address(reports: list[Report]) -> None:
    articles = [report.article for report in reports]
    moments = [article.published.at for article in articles if article.published]
    assert len(moments) == len(reports)
    assert moments == sorted(moments)
    assert len({article.url for article in articles}) == len(reports)


def test_no_template_shows(reports: list[Report]) -> None:
    for report in reports:
        shown = f"{report.article.title} {report.article.text}"
        assert not set(shown) & set("{}[]|"), shown


def test_lengths_are_those_of_news(reports: list[Report]) -> None:
    lengths = [len(report.article.text.split()) for report in reports if not report.copy_of]
    assert min(lengths) > 50
    assert max(lengths) < LONGEST + 50


def test_a_busy_day_has_happenings_of_many_kinds_told_by_one_outlet_or_a_dozen(
    reports: list[Report],
) -> None:
    _, today, _ = next(days(1, 12))
    assert len({happening.kind for happening in today}) >= 5
    told: dict[str, set[str]] = {}
    for report in reports:
        if not report.copy_of:
            told.setdefault(report.happening, set()).add(report.article.publisher)
    sizes = {len(outlets) for outlets in told.values()}
    assert {1, 2, 3} <= sizes
    assert max(sizes) >= 12


def test_a_tenth_of_the_happenings_is_easily_taken_for_another() -> None:
    known = {}
    alike = []
    for _, today, _ in islice(days(1, 12), 60):
        known.update({happening.id: happening for happening in today})
        alike += [happening for happening in today if happening.like]
    assert 0.1 < len(alike) / len(known) < 0.25
    for happening in alike:
        other = known[happening.like]
        place = (happening.town, happening.kind) == (other.town, other.kind)
        assert place or happening.stages == other.stages
        assert abs(happening.at - other.at).days <= 1


def test_tolls_grow_to_their_last() -> None:
    _, today, _ = next(days(1, 200))
    assert any(len(happening.stages) > 2 for happening in today)
    for happening in today:
        tolls = [stage.killed for stage in happening.stages]
        assert tolls == sorted(tolls)
        assert happening.known(0) == happening.stages[0]
        assert happening.known(1000) == happening.stages[-1]


def test_a_copy_repeats_what_was_there_before_and_others_do_not(reports: list[Report]) -> None:
    originals = {report.article.url: report for report in reports}
    copies = [report for report in reports if report.copy_of]
    assert len(copies) > 50
    likeness = []
    for copy in copies:
        original = originals[copy.copy_of]
        assert original.happening == copy.happening
        likeness.append(similar(signature(copy.article), signature(original.article)))
    assert sorted(likeness)[len(likeness) // 10] > 0.4  # cut ones lose a third
    first = {report.happening: report for report in reversed(reports)}
    own = [
        similar(signature(report.article), signature(first[report.happening].article))
        for report in reports
        if not report.copy_of and report is not first[report.happening]
    ]
    assert max(own) < 0.6


def test_a_false_figure_is_in_the_article_and_known_to_be_false(reports: list[Report]) -> None:
    planted = [report for report in reports if report.planted]
    assert planted
    for report in planted:
        assert report.planted is not None
        assert report.planted.said > report.planted.true
        said = report.planted.said
        forms = [f"{said:,}", *SMALL[said : said + 1]]
        shown = f"{report.article.title} {report.article.text}".lower()
        assert any(form in shown for form in forms), report


def test_past_happenings_are_looked_back_on_long_after(reports: list[Report]) -> None:
    last = {report.happening: at for at, report in enumerate(reports)}
    back = [(at, gold) for at, report in enumerate(reports) for gold in report.mentions]
    assert back
    assert all(last.get(gold, -1) < at for at, gold in back)


def test_only_the_reports_of_a_few_days_are_held() -> None:
    tracemalloc.start()
    try:
        yielded = sum(len(report.article.text) for report in islice(generate(), 1500))
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert held < yielded / 4
