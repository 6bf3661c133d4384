"""The order in which articles come hardly matters."""

from __future__ import annotations

from itertools import islice

from benchmarks.generator import generate
from benchmarks.order import shuffled
from checkers.language.reader import read_article


def test_shuffled_articles_make_the_same_events() -> None:
    given = [read_article(report.article) for report in islice(generate(seed=5), 150)]
    assert min(shuffled(given, 3)) >= 0.995
