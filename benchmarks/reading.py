"""What reading an article costs, beside the tokeniser alone and beside a reader of quantities."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.generator import generate
from benchmarks.measure import Row, cost_of, peak_mb, side_by_side
from checkers.language.reader import read_article
from checkers.model import Article, Reading
from flows.plain.collector import collect_seldom

GROUP = "reading"

# Articles read in each run, and among them those that quantulum3, some hundred times slower, gets.
ARTICLES, FEW = 300, 15

RUNS = 5

# What reading must keep to, on an otherwise idle machine.
BUDGET = ">= 250"

# Articles streamed past the reader to see that it keeps nothing of them.
STREAMED, STREAMED_IN_FULL = 2_000, 100_000


def measure_reading(file: Path | None = None, *, full: bool = False) -> list[Row]:
    """Articles a second on one core, of generated articles or of those in a JSONL file."""
    collect_seldom()  # as the commands do
    articles = [*_given(file, None if full else ARTICLES)]
    source = file.name if file else "generated"
    tokenise = _tokeniser()
    of_all = side_by_side(
        {
            "recount": lambda: cost_of(lambda: _each(_stated, articles)),
            "to group": lambda: cost_of(lambda: _each(read_article, articles)),
            "spaCy": lambda: cost_of(lambda: _each(tokenise, articles)),
        },
        RUNS,
    )
    ours, theirs = of_all["recount"].cpu, of_all["spaCy"].cpu
    to_group = of_all["to group"].cpu
    rows = [
        Row(
            GROUP,
            f"reading, {source}",
            len(articles) / ours,
            "articles/s",
            "spaCy's blank tokeniser",
            ours / theirs,
            budget=BUDGET,
        ),
        Row(
            GROUP,
            f"reading, with the terms for grouping, {source}",
            len(articles) / to_group,
            "articles/s",
            "spaCy's blank tokeniser",
            to_group / theirs,
        ),
        Row(GROUP, f"spaCy's blank tokeniser, {source}", len(articles) / theirs, "articles/s"),
    ]
    return rows + _beside_quantulum(articles[:FEW], source)


def measure_streaming(*, full: bool = False) -> list[Row]:
    """Memory after a long stream of articles, against that after its first tenth."""
    collect_seldom()  # as the commands do
    length = STREAMED_IN_FULL if full else STREAMED
    stream = (report.article for report in generate())
    _each(read_article, islice(stream, length // 10))
    early = peak_mb()
    _each(read_article, islice(stream, length - length // 10))
    return [
        Row(
            GROUP,
            f"memory after reading {length:,}",
            peak_mb(),
            "MB",
            f"after {length // 10:,}",
            peak_mb() / early,
        )
    ]


def _stated(article: Article) -> Reading:
    """What ``recount read`` has to know of an article: all that it states."""
    return read_article(article, terms=False)


def _beside_quantulum(articles: Sequence[Article], source: str) -> list[Row]:
    if find_spec("quantulum3") is None:
        print(
            "quantulum3 is not installed (the extra named bench): it is left out",
            file=sys.stderr,
        )
        return []
    # Without its trained classifier, which only loads under the scikit-learn it was made with.
    classifier: Any = import_module("quantulum3.classifier")
    classifier.USE_CLF = False
    parse: Callable[[str], Any] = import_module("quantulum3.parser").parse
    met = side_by_side(
        {
            "recount": lambda: cost_of(lambda: _each(_stated, articles)),
            "quantulum3": lambda: cost_of(lambda: _each(lambda one: parse(one.text), articles)),
        },
        RUNS,
    )
    ours, theirs = met["recount"].cpu, met["quantulum3"].cpu
    speed = len(articles) / ours
    return [
        Row(GROUP, f"reading, {source}", speed, "articles/s", "quantulum3", ours / theirs),
        Row(GROUP, f"quantulum3, {source}", len(articles) / theirs, "articles/s"),
    ]


def _given(file: Path | None, most: int | None) -> Iterable[Article]:
    if file is None:
        return islice((report.article for report in generate()), most or ARTICLES)
    with file.open(encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in islice(lines, most)]


def _article(line: dict[str, Any]) -> Article:
    """The article of a line: the line itself, or what stands under ``article`` beside a label."""
    from flows.sources.jsonl import article_from_json

    return article_from_json(line.get("article", line))


def _tokeniser() -> Callable[[Article], object]:
    import spacy

    nlp = spacy.blank("en")
    return lambda article: (nlp.make_doc(article.title), nlp.make_doc(article.text))


def _each(work: Callable[[Article], object], articles: Iterable[Article]) -> None:
    for article in articles:
        work(article)
