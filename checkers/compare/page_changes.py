"""What became of a page as a whole: taken down, out of reach, laid out anew, written anew."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.pages import GONE, behind_a_wall, is_front_page
from checkers.compare.quoting import by_when, edited_for, quoted, shown
from checkers.compare.revised import Step, stands, steps
from checkers.compare.values import outlet_of
from checkers.compare.wording import plain
from checkers.model import (
    Article,
    Conflict,
    Reading,
    Reason,
    Reconciliation,
    Revisions,
    Severity,
    Side,
)


def compare_pages(revisions: Revisions) -> Iterator[Conflict | Reconciliation]:
    """What became of the page: taken down, unreachable, laid out anew, counters that moved."""
    article = _last_standing(revisions)
    if article is None:
        return
    latest = revisions.readings[-1]
    if latest is not article and (latest.page == GONE or is_front_page(latest.article)):
        yield _removed(article, latest)
    for reading in revisions.readings:
        if reading.page and reading.page != GONE:
            yield edited_for(
                Reason.FETCH_PROBLEM, f"{reading.page.capitalize()} came in place of the article.",
                "page", quoted(article, shown(article.article)),
                quoted(reading, shown(reading.article)),
            )  # fmt: skip
    for step in steps(revisions):
        reason = _only_the_page(step)
        if reason is not None:
            yield edited_for(
                reason, _ONLY_THE_PAGE[reason], "page",
                quoted(step.before, shown(step.before.article)),
                quoted(step.after, shown(step.after.article)),
            )  # fmt: skip


_ONLY_THE_PAGE = {
    Reason.FETCH_PROBLEM: "The rest of the text went behind a paywall.",
    Reason.SUPERSEDED: "Another text took the place of the first one.",
    Reason.LAYOUT_CHANGE: "Paragraphs changed places, were split or joined.",
    Reason.PAGE_FURNITURE: "Counters, menus or data of the page changed, its article did not.",
    Reason.HEADLINE_TEST: "Headlines take turns over one text.",
}


def _last_standing(revisions: Revisions) -> Reading | None:
    standing = [reading for reading in revisions.readings if stands(reading, revisions)]
    return standing[-1] if standing else None


def _only_the_page(step: Step) -> Reason | None:
    """What changed where no sentence of the article did."""
    before, after = step.before.article, step.after.article
    if step.gone and behind_a_wall(after) and not behind_a_wall(before):
        return Reason.FETCH_PROBLEM
    if step.rewritten:
        return Reason.SUPERSEDED
    if plain(before.title) != plain(after.title):
        titles = {plain(reading.article.title) for reading in step.later}
        return Reason.HEADLINE_TEST if plain(before.title) in titles else None
    if step.gone or step.new or step.rewordings:
        return None
    if step.moved:
        return Reason.LAYOUT_CHANGE
    return Reason.PAGE_FURNITURE if _differ(before, after) else None


def _differ(before: Article, after: Article) -> bool:
    """Whether anything but the date of publication changed on a page."""
    return (before.text, dict(before.metadata)) != (after.text, dict(after.metadata))


def _removed(article: Reading, latest: Reading) -> Conflict:
    evidence = quoted(article, shown(article.article))
    outlet = outlet_of(article.article)
    return Conflict(
        severity=Severity.MEDIUM,
        message=f"{outlet} took the article down{by_when(latest.article)}; it was there before.",
        slot="page",
        sides=(
            Side("published", (evidence,)),
            Side("taken down", (quoted(latest, shown(latest.article)),)),
        ),
        confidence=0.8,
    )
