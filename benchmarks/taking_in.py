"""What taking in costs: pages beside the bare extractor, and long streams in flat memory."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import generate
from benchmarks.measure import Row, cost_of, peak_mb, side_by_side
from benchmarks.pages import pages, saved_pages, write_archive
from checkers.errors import ArticleUnreadable
from checkers.language.reader import read_article
from checkers.model import Article
from flows.settings import DEFAULT_MAX_BYTES
from flows.sources.failure import Failure
from flows.sources.files import read_file
from flows.sources.pages import article_from_html

GROUP = "taking in"
SEEN = datetime(2026, 3, 6, tzinfo=UTC)

PAGES, RUNS = 60, 5
# Of all that is done with a page, in times of what the extractor alone takes for it.
BUDGET = "<= 1.3"
# Pages of an archive and articles of JSON Lines in a stream; memory is compared with that after a
# tenth of it, and must not have grown by more than what chance brings.
ARCHIVED, ARCHIVED_IN_FULL = 1_000, 10_000
LINES, LINES_IN_FULL = 20_000, 100_000
READ_TOO, READ_TOO_IN_FULL = 2_000, 100_000
FLAT = "<= 1.15"


def measure_pages(folder: Path | None = None) -> list[Row]:
    """Pages a second, beside trafilatura on the same pages in the same run."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    given = list(saved_pages(folder)) if folder else pages(PAGES)
    source = folder.name if folder else "generated"
    met = side_by_side(
        {
            "recount": lambda: cost_of(lambda: _taken(given)),
            "trafilatura": lambda: cost_of(
                lambda: [bare_extraction(page, include_comments=False) for _, page in given]
            ),
            "fast": lambda: cost_of(
                lambda: [
                    bare_extraction(page, include_comments=False, fast=True) for _, page in given
                ]
            ),
        },
        RUNS,
    )
    ours, theirs, fast = (met[name].cpu for name in ("recount", "trafilatura", "fast"))
    number, beside = len(given), "bare trafilatura"
    return [
        Row(GROUP, f"pages, {source}", number / ours, "pages/s", beside, ours / theirs),
        Row(GROUP, f"{beside}, {source}", number / theirs, "pages/s"),
        Row(GROUP, f"the same without its fall-backs, {source}", number / fast, "pages/s"),
        Row(
            GROUP,
            f"a page beside bare trafilatura, {source}",
            ours / theirs,
            "times",
            budget=BUDGET,
        ),
    ]


def measure_archive(*, full: bool = False) -> list[Row]:
    """A web archive, streamed."""
    number = ARCHIVED_IN_FULL if full else ARCHIVED
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "news.warc.gz"
        write_archive(archive, pages(PAGES), number)
        return _streamed("pages of a web archive", archive, number)


def measure_lines(*, full: bool = False) -> list[Row]:
    """JSON Lines, streamed."""
    number = LINES_IN_FULL if full else LINES
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "news.jsonl"
        write_lines(lines, number)
        return _streamed("JSON articles", lines, number)


def measure_lines_read(*, full: bool = False) -> list[Row]:
    """JSON Lines, streamed and read for what they state."""
    number = READ_TOO_IN_FULL if full else READ_TOO
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "news.jsonl"
        write_lines(lines, number)
        return _streamed("JSON articles, taken in and read", lines, number, read=True)


def write_lines(file: Path, number: int) -> None:
    """So many generated articles, one to a line."""
    with file.open("w", encoding="utf-8") as out:
        for report in islice(generate(), number):
            one = report.article
            published = one.published.at.isoformat() if one.published else None
            fields = {"url": one.url, "title": one.title, "text": one.text, "published": published}
            out.write(json.dumps(fields) + "\n")


def _streamed(what: str, file: Path, number: int, *, read: bool = False) -> list[Row]:
    stream = _articles(file)
    early = cost_of(lambda: _through(islice(stream, number // 10), read=read))
    after_a_tenth = peak_mb()
    late = cost_of(lambda: _through(stream, read=read))
    seconds = early.cpu + late.cpu
    tenth = f"after {number // 10:,}"
    return [
        Row(GROUP, f"{number:,} {what}", number / seconds, "articles/s"),
        Row(
            GROUP,
            f"memory after {number:,} {what}",
            peak_mb() / after_a_tenth,
            "times",
            tenth,
            budget=FLAT,
        ),
    ]


def _articles(file: Path) -> Iterator[Article]:
    for item in read_file(file, DEFAULT_MAX_BYTES):
        assert not isinstance(item, Failure), item
        yield item


def _through(articles: Iterable[Article], *, read: bool) -> None:
    for article in articles:
        if read:
            read_article(article)


def _taken(given: Iterable[tuple[str, bytes]]) -> None:
    for url, page in given:
        try:
            article_from_html(page, url, SEEN)
        except ArticleUnreadable:
            continue
