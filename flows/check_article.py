"""The run on demand as a Prefect flow: one article, or whatever else a target names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
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
    articles, failures = _load(target)
    engine = open_database(settings.database_url)
    try:
        result = check_articles(engine, articles, seen=datetime.now(UTC), run_kind="check")
    finally:
        engine.dispose()
    create_table_artifact(
        table=findings_rows(result), key="article-findings", description=findings_caption(result)
    )
    for failure in (*failures, *result.failures):
        get_run_logger().warning("%s: %s", failure.what, failure.why)
    return {
        "run": result.run_id,
        "articles": [article.url for article in result.articles],
        "findings": [stored.id for stored in result.findings],
        "new": [finding.fingerprint for finding in result.new],
        "counts": counts_of(result),
    }


def _load(target: str) -> tuple[list[Article], list[Failure]]:
    """The articles of a target, and what of it could not be read.

    Raises:
        ArticleUnreadable: there is no article in it.
    """
    items = list(load_targets([target], None))
    articles = [item for item in items if isinstance(item, Article)]
    failures = [item for item in items if isinstance(item, Failure)]
    if not articles:
        why = "; ".join(f"{failure.what}: {failure.why}" for failure in failures[:3])
        raise ArticleUnreadable(why or f"no article in {target}")
    return articles, failures
