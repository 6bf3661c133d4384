"""What comes in an article's place on the web is no edit of it, and is named to the user."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checkers.model import Reason
from flows.sources.pages import article_from_html
from flows.steps import ArticleResult, check_articles
from storage.database import Engine

ADDRESS = "https://courier.example/crash"
FIRST = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
STORY = (
    '<html lang="en"><head><title>Coach crash near Hallendorf</title><meta '
    'property="article:published_time" content="2026-03-05T18:20:00Z"></head><body><main>'
    "<h1>Coach crash near Hallendorf</h1><p>A coach and a lorry collided near Hallendorf on "
    "Thursday afternoon. Twelve people were killed in the crash, the provincial police said.</p>"
    "<p>The road between Hallendorf and Brenn stays closed until Friday, when the wreck of the "
    "coach is to be lifted by a crane.</p></main></body></html>"
)
# What is tried: the page that comes the next night, what it is called.
OTHERS = {
    "a check for robots": "<title>Just a moment...</title><h1>courier.example</h1>",
    "an error page": "<title>Page not found - Courier</title><h1>Sorry</h1><p>It is not here.</p>",
    "a consent wall": "<title>Courier</title><h1>We value your privacy</h1><p>Accept all</p>",
    "an empty page": '<title>Courier</title><div id="app"></div><script src="/a.js"></script>',
}


@pytest.mark.parametrize(("markup", "called"), [(m, c) for c, m in OTHERS.items()], ids=OTHERS)
def test_what_came_instead_is_no_edit(store: Engine, markup: str, called: str) -> None:
    check_articles(store, [article_from_html(STORY, ADDRESS, FIRST)], seen=FIRST, run_kind="check")
    later = FIRST + timedelta(days=1)
    other = article_from_html(f"<html><body>{markup}</body></html>", ADDRESS, later)
    result = check_articles(store, [other], seen=later, run_kind="check")
    assert list(result.articles) == [ArticleResult(ADDRESS, 2, "failed", called)]
    assert list(result.findings) == []
    assert [(one.reason, one.message) for one in result.reconciliations] == [
        (Reason.FETCH_PROBLEM, f"{called.capitalize()} came in place of the article.")
    ]
