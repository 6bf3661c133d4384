"""The run on demand as a Prefect flow: one article, or whatever else a target names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from prefect import flow, get_run_logger
from prefect.artifacts import create_table_artifact

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.settings import read_settings
from flows.sources.failure import Failure
from flows.sources.targets import load_targets
from flows.steps import check_articles
from flows.steps.runs import counts_of
from flows.steps.tables import findings_caption, findings_rows
from storage.database import open_database


@flow(name="check_article")
def check_article(target: str, database_url: str | None = None) -> dict[str, Any]:
    """Check one article against all that the store holds.

    **When it fails:** the article could not be fetched or read; the message says why. Running it
    again does no harm.

    Args:
        target: A web address; or, on the worker's machine, a file or folder.
        database_url: The store; empty for the worker's own `RECOUNT_DATABASE_URL`.
    """
    settings = read_settings()
    if database_url:
        settings = replace(settings, database_url=database_url)
    failures: list[Failure] = []
    articles = _load(target, failures)
    engine = open_database(settings.database_url)
    try:
        result = check_articles(engine, articles, seen=datetime.now(UTC), run_kind="check")
        rows = findings_rows(result)
        findings = [stored.id for stored in result.findings]
    finally:
        engine.dispose()
    create_table_artifact(table=rows, key="article-findings", description=findings_caption(result))
    for failure in (*failures, *result.failures):
        get_run_logger().warning("%s: %s", failure.what, failure.why)
    return {
        "run": result.run_id,
        "articles": [article.url for article in result.articles],
        "findings": findings,
        "new": list(result.new),
        "counts": counts_of(result),
    }


def _load(target: str, failures: list[Failure]) -> Iterator[Article]:
    """The articles of a target, one after the other: it may be an archive of thousands.

    Args:
        target: As given.
        failures: Gets what of it cannot be read.

    Raises:
        ArticleUnreadable: there is no article in it.
    """
    articles = _readable(target, failures)
    first = next(articles, None)
    if first is None:
        why = "; ".join(f"{failure.what}: {failure.why}" for failure in failures[:3])
        raise ArticleUnreadable(why or f"no article in {target}")
    return chain([first], articles)


def _readable(target: str, failures: list[Failure]) -> Iterator[Article]:
    for item in load_targets([target], None):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item
