"""``recount read``: what was understood of each article, with no store involved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from flows.cli.exits import exit_code
from flows.cli.options import RUN, AsJson, Database, Targets, examples
from flows.cli.output import print_json, say_failures, show

if TYPE_CHECKING:
    from checkers.model import Reading
    from flows.cli.taking_in import Intake


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        rich_help_panel=RUN,
        epilog=examples(
            "recount read story.txt",
            "recount read articles.jsonl --json | jq 'select(.kind == \"count\")'",
            "recount explain claims   (says what each field means)",
        ),
    )(read)


def read(targets: Targets, database: Database = None, as_json: AsJson = False) -> int:
    """Show what is read in articles: figures, dates, places, happenings. Stores nothing."""
    from flows.cli.taking_in import Intake
    from flows.console.reading import reading

    del database  # accepted as everywhere; reading alone needs no store
    intake = Intake(targets)
    readings = _readings(intake)
    if as_json:
        print_json(_records(readings))
    else:
        for one in readings:
            show(reading(one))
    say_failures(intake.failures)
    return exit_code(findings=(), fail_on=None, done=intake.taken, failures=intake.failures)


def _readings(intake: Intake) -> Iterator[Reading]:
    """What each article states; a page that is marked as none is named among the failures."""
    from checkers.compare.pages import SOMETHING_ELSE, what_came
    from checkers.language.reader import read_article

    for article in intake.articles():
        came = what_came(article)
        if came in SOMETHING_ELSE:
            intake.failures.append((article.url, f"{came} came in place of the article"))
        else:
            yield read_article(article, terms=False)


def _records(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    from flows.exports import records

    for reading in readings:
        article = reading.article
        status = "unsupported-language" if reading.unsupported else "read"
        yield records.article_record(article.url, article.revision, status, reading.unsupported)
        for mention in reading.mentions:
            yield records.mention_record(article, mention)
        yield from map(records.claim_record, reading.claims)
