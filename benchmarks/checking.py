"""What the whole main job costs an article as the archive grows, and what it finds."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from benchmarks.generator import Report, generate
from benchmarks.measure import Cost, Row, cost_of, peak_mb
from checkers.language.reader import read_article
from checkers.model import Article, Family
from flows.steps.batches import batches
from flows.steps.checking import check_articles
from storage.database import Engine, open_database, reading
from storage.findings import list_findings

GROUP = "checking"

# Articles checked together, as a busy night brings them; a size is measured on its last nights. The
# first size may be smaller; then nights are as small.
NIGHT, NIGHTS = 500, 2

# Articles of the weeks before the archive begins, which it does not hold.
PAST = 2_000

# What a store's tables and indexes take on PostgreSQL, in bytes.
_HELD = text(
    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = to_regnamespace(current_schema())"
)

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
    # A world with a past: in its first weeks there is nothing yet that reports could look back on.
    stream = islice(generate(), PAST, None)
    night = min(NIGHT, sizes[0])
    _warm_up(night)
    planted: list[Report] = []
    costs: dict[int, Cost] = {}
    rows: list[Row] = []
    last: deque[Cost] = deque(maxlen=NIGHTS)
    with _server_work(engine) as server:
        for size in range(night, sizes[-1] + 1, night):
            reports = list(islice(stream, night))
            planted += [report for report in reports if report.planted]
            articles = [report.article for report in reports]
            before = server()
            cost = cost_of(partial(_night, engine, articles))
            last.append(Cost(cost.cpu + server() - before, cost.wall))
            if size in sizes:
                costs[size] = _mean(last)
                rows += _rows(name, size, costs, _reading_alone(articles), night)
                rows.append(_stored(engine, name, size))
                print(f"{name}: {size:,} articles", file=sys.stderr)  # the last may take hours
    return [*rows, *_found(engine, name, planted)]


def _warm_up(articles: int) -> None:
    """Have this process load what it loads once, over other news and a store that is forgotten."""
    engine = open_database("sqlite://")
    _night(engine, [report.article for report in islice(generate(seed=2), articles)])
    engine.dispose()


def _mean(costs: Collection[Cost]) -> Cost:
    cpu, wall = sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs)
    return Cost(cpu / len(costs), wall / len(costs))


def _rows(name: str, size: int, costs: dict[int, Cost], alone: Cost, articles: int) -> list[Row]:
    cost, first = costs[size], min(costs)
    cpu, wall = 1000 * cost.cpu / articles, 1000 * cost.wall / articles
    what = f"checking, {name}, at {size:,}"
    rows = [
        Row(GROUP, what, cpu, "ms/article", "reading alone", cost.cpu / alone.cpu, wall, peak_mb())
    ]
    if size != first:
        growth = cost.cpu / costs[first].cpu
        label = f"growth from {first:,} to {size:,}, {name}"
        rows.append(Row(GROUP, label, growth, "times", peak_mb=peak_mb(), budget=f"<= {GROWTH}"))
    return rows


def _stored(engine: Engine, name: str, size: int) -> Row:
    """Kilobytes of the store for each article in it."""
    if engine.dialect.name == "postgresql":
        with reading(engine) as opened:
            held = int(opened.connection().scalar(_HELD) or 0)
    else:
        file = Path(str(engine.url.database))
        held = sum(one.stat().st_size for one in file.parent.glob(f"{file.name}*"))
    return Row(GROUP, f"store, {name}, at {size:,}", held / 1000 / size, "kB/article")


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


@contextmanager
def _server_work(engine: Engine) -> Iterator[Callable[[], float]]:
    """Asked, says how many seconds of processor time the server has spent for this engine.

    That of a server on another machine, or on one without /proc, is not to be had: 0.
    """
    if engine.dialect.name != "postgresql":
        yield lambda: 0.0
        return
    with reading(engine) as opened:
        backend = opened.connection().scalar(text("SELECT pg_backend_pid()"))
    file = Path(f"/proc/{backend}/stat")
    told = file.read_text() if file.exists() else ""
    if "(postgres)" not in told:
        print("the server's own work is not to be seen from here, and left out", file=sys.stderr)
        yield lambda: 0.0
        return

    def spent() -> float:
        fields = file.read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    yield spent
