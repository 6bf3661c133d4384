"""What the whole main job costs an article as the archive grows, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import islice

from benchmarks.generator import Report, generate
from benchmarks.measure import Cost, Row, cost_of, peak_mb
from checkers.language.reader import read_article
from checkers.model import Article, Family
from flows.steps.batches import batches
from flows.steps.checking import check_articles
from storage.database import Engine, open_database, reading
from storage.findings import list_findings

GROUP = "checking"

# Articles checked together, as a busy night brings them; a size is measured on its last night. The
# first size may be smaller; then nights are as small.
NIGHT = 500

# An article at the last size may cost so many times one at the first.
GROWTH = 1.3


def measure_checking(url: str, name: str, sizes: Sequence[int]) -> list[Row]:
    """Fill a store night by night; the cost per article of the night that reaches each size."""
    engine = open_database(url)
    try:
        return _measured(engine, name, sorted(sizes))
    finally:
        engine.dispose()


def fill(url: str, articles: int) -> None:
    """Check so many generated articles into the store at ``url``."""
    engine = open_database(url)
    for night in batches((report.article for report in islice(generate(), articles)), NIGHT):
        _night(engine, night)
    engine.dispose()


def _measured(engine: Engine, name: str, sizes: Sequence[int]) -> list[Row]:
    stream = generate()
    planted: list[Report] = []
    costs: dict[int, Cost] = {}
    rows: list[Row] = []
    night = min(NIGHT, sizes[0])
    for size in range(night, sizes[-1] + 1, night):
        reports = list(islice(stream, night))
        planted += [report for report in reports if report.planted]
        articles = [report.article for report in reports]
        cost = cost_of(partial(_night, engine, articles))
        if size in sizes:
            costs[size] = cost
            rows += _rows(name, size, costs, _reading_alone(articles), night)
    return [*rows, *_found(engine, name, planted)]


def _rows(name: str, size: int, costs: dict[int, Cost], alone: Cost, articles: int) -> list[Row]:
    cost, first = costs[size], min(costs)
    cpu, wall = 1000 * cost.cpu / articles, 1000 * cost.wall / articles
    what = f"checking, {name}, at {size:,}"
    rows = [
        Row(GROUP, what, cpu, "ms/article", "reading alone", cost.cpu / alone.cpu, wall, peak_mb())
    ]
    if size != first:
        # A server's work is not this process's: there the clock has to do.
        growth = cost.cpu / costs[first].cpu
        if name != "SQLite":
            growth = cost.wall / costs[first].wall
        label = f"growth from {first:,} to {size:,}, {name}"
        rows.append(Row(GROUP, label, growth, "times", peak_mb=peak_mb(), budget=f"<= {GROWTH}"))
    return rows


def _night(engine: Engine, articles: Sequence[Article]) -> None:
    last = articles[-1].published
    assert last is not None
    check_articles(engine, articles, seen=last.at + timedelta(hours=1), run_kind="benchmark")


def _reading_alone(articles: Sequence[Article]) -> Cost:
    def read() -> None:
        for article in articles:
            read_article(article)

    return cost_of(read)


def _found(engine: Engine, name: str, planted: Sequence[Report]) -> list[Row]:
    """How many of the false tolls were found, and how many findings rest on none of them."""
    false = {report.article.url for report in planted}
    with reading(engine) as opened:
        findings = list_findings(opened)
    quoted = [
        {item.url for item in stored.finding.evidence}
        for stored in findings
        if stored.finding.family is Family.CAS
    ]
    found = false & {url for urls in quoted for url in urls}
    others = sum(not urls & false for urls in quoted)
    what = f"of {len(false)} false tolls, found, {name}"
    return [
        Row(GROUP, what, len(found) / max(len(false), 1), "share"),
        Row(GROUP, f"findings on tolls without a false one, {name}", others, "findings"),
        Row(GROUP, f"findings of other families, {name}", len(findings) - len(quoted), "findings"),
    ]
