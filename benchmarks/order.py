"""``python -m benchmarks.order FILE``: how much events depend on the order in which articles come.

FILE holds JSON articles, one to a line, or ``{"article": …}``. Printed for each shuffle: the share
of pairs of articles put together in both orders, of all that are put together in either (the
harmonic mean of both ways, 1 where nothing differs). Without FILE, a generated world is used.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from checkers.grouping.grouping import place_all
from checkers.grouping.profile import MemoryIndex
from checkers.language.reader import read_article
from checkers.model import Article, Reading
from flows.steps.batches import batches

_GENERATED = 1_000


def events(readings: Iterable[Reading]) -> dict[str, str]:
    """The event that each article is about, by its address, once all have come."""
    index, found = MemoryIndex(), dict[str, str]()
    for batch in batches(readings):
        placed = place_all(batch, index)
        found.update({url: own[0].event for url, own in placed.own.items() if own})
        found.update({one.url: one.event for one in placed.moved if one.mention == "m1"})
        found = {url: placed.heirs.get(event, event) for url, event in found.items()}
    return found


def agreement(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Share of pairs put together in both, 0 to 1."""
    both = _pairs((one[url], other[url]) for url in one)
    either = _pairs(one.values()) + _pairs(other.values())
    return 2 * both / either if either else 1.0


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def main() -> None:
    """Shuffle the articles that the command line names, and say how far the events agree."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.order", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--shuffles", type=int, default=10)
    wanted = parser.parse_args()
    readings = [read_article(article) for article in _articles(wanted.file)]
    for seed, share in enumerate(shuffled(readings, wanted.shuffles)):
        print(f"shuffle {seed}: {share:.4f}")


def shuffled(readings: Sequence[Reading], shuffles: int) -> Iterator[float]:
    """The agreement of each shuffled order with the given one."""
    in_order = events(readings)
    for seed in range(shuffles):
        order = list(readings)
        Random(seed).shuffle(order)
        yield agreement(in_order, events(order))


def _articles(file: Path | None) -> Iterator[Article]:
    if file is None:
        from benchmarks.generator import generate

        yield from (report.article for report in islice(generate(), _GENERATED))
        return
    from flows.sources.jsonl import article_from_json

    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield article_from_json(row.get("article", row))


if __name__ == "__main__":
    main()
