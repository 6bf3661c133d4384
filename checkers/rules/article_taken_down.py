"""EDT108: an article that was read before is gone."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.page_changes import compare_pages
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT108",
    title="An article taken down",
    looks_at=LooksAt.REVISIONS,
    flags="A page that is gone, says that its article was removed, or leads to the front page, "
    "where an article stood before.",
    spares="Walls for consent or payment, error pages, servers that do not answer; counters, "
    "menus and layout that change.",
    example=(
        Report(
            "A councillor's villa in Orvane was built with money meant for the new pumping "
            "station, invoices show. The council will look at the papers next week.",
            title="Villa built with flood money",
        ),
        Report(
            "The page that you asked for has been removed.",
            title="410 Gone",
            status=410,
        ),
    ),
    counterexample=(
        Report(
            "A councillor's villa in Orvane was built with money meant for the new pumping "
            "station, invoices show. The council will look at the papers next week.",
            title="Villa built with flood money",
        ),
        Report(
            "The service is temporarily unavailable. Please try again later.",
            title="503",
            status=503,
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding where the article is gone, and what else became of the page."""
    for found in compare_pages(dossier):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
